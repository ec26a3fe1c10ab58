// What the schema says of a place in a document: which keys may stand there, which words, and what each means.

import { idsBelow, keyAt, place } from './place.js'

export class Schema {
  constructor(schema) {
    this.schema = schema
  }

  // root is the schema of a file of a role.
  root(role) {
    return role === 'shared' ? { $ref: '#/$defs/organisation' } : this.schema
  }

  // all gives a schema and those that it is made of, whichever of them may hold.
  all(s, found = []) {
    if (!s || typeof s !== 'object' || found.includes(s)) return found
    found.push(s)
    if (s.$ref) this.all(this.schema.$defs[s.$ref.replace('#/$defs/', '')], found)
    for (const part of [...(s.anyOf ?? []), ...(s.oneOf ?? []), ...(s.allOf ?? [])]) this.all(part, found)
    return found
  }

  // below gives the schemas of what stands at a path.
  below(role, path) {
    let here = this.all(this.root(role))
    for (const step of path) {
      here = here.flatMap((s) => this.all(step === 0 ? s.items : s.properties?.[step] ?? (typeof s.additionalProperties === 'object' ? s.additionalProperties : undefined)))
    }
    return here
  }

  // keys are those that may stand in a mapping at a path: [{label, title, says}].
  keys(role, path) {
    const found = new Map()
    for (const s of this.below(role, path)) {
      for (const [label, of] of Object.entries(s.properties ?? {})) {
        if (of.deprecated || found.has(label)) continue
        found.set(label, { label, title: of.title ?? '', says: of.description ?? this.described(of) })
      }
    }
    // What is departed from, and what conditions are set on, goes by the ids that answers have.
    if (['departures', 'conditions'].includes(path.join('.'))) for (const k of this.keys(role, ['answers'])) if (!found.has(k.label)) found.set(k.label, k)
    return [...found.values()]
  }

  described(of) {
    return this.all(of).find((s) => s.description)?.description ?? ''
  }

  // words are those that may stand as a value at a path, in a document that names its organisations and its evidence.
  words(role, path, text) {
    const found = new Map()
    const add = (label, says) => { if (!found.has(label)) found.set(label, { label, says }) }
    for (const s of this.below(role, path)) {
      (s.enum ?? []).forEach((w, i) => { if (typeof w === 'string' || typeof w === 'number') add(String(w), s.enumDescriptions?.[i] || (s.enum.length < 3 && s.description) || '') })
      if (s.const !== undefined) add(String(s.const), s.description ?? '')
      if (s.$ref?.startsWith('#/$defs/id-of-organisations')) for (const id of idsBelow(text, 'organisations')) add(id, 'One of the two organisations.')
      if (s.$ref === '#/$defs/evidence') for (const id of idsBelow(text, 'evidence')) add(id, 'Evidence of the register.')
    }
    return [...found.values()]
  }

  // offered are the completions at an offset: {from, to, is, options}; null where there is nothing to offer.
  offered(role, text, at) {
    const p = place(text, at)
    if (!p) return null
    const options = []
    if (p.is === 'key') {
      const beside = new Set(p.beside)
      options.push(...this.keys(role, p.path).filter((k) => !beside.has(k.label)).map((k) => ({ ...k, key: true })))
    }
    if (p.is === 'value' || p.path.at(-1) === 0) options.push(...this.words(role, evidence(p), text))
    return options.length ? { from: p.from, to: p.to, is: p.is, options } : null
  }

  // told is what is said of the key or the word at an offset: {from, to, title, says}; null where that is nothing.
  told(role, text, at) {
    const p = keyAt(text, at)
    if (!p || p.word === '') return null
    if (p.is === 'value') {
      const w = this.words(role, evidence(p), text).find((w) => w.label === p.word)
      if (w?.says) return { from: p.from, to: p.to, title: w.label, says: w.says }
    }
    const path = p.is === 'key' ? p.path.at(-1) === p.word ? p.path : [...p.path, p.word] : p.path
    const key = path.at(-1)
    if (key === undefined || key === 0) return null
    const k = this.keys(role, path.slice(0, -1)).find((k) => k.label === key)
    if (!k?.says) return null
    return { from: p.from, to: p.to, title: k.title || k.label, says: k.says }
  }
}

// evidence is the path of a value; what a list of ids of evidence holds is told where the list is.
function evidence(p) {
  return p.path.at(-1) === 0 && p.path.at(-2) === 'evidence' ? p.path.slice(0, -1) : p.path
}
