import assert from 'node:assert/strict'
import fs from 'node:fs'
import test from 'node:test'
import { place } from '../src/place.js'
import { Schema } from '../src/schema.js'
import { opened, saved } from '../src/text.js'

const top = new URL('../../../../', import.meta.url)
const schema = new Schema(JSON.parse(fs.readFileSync(new URL('examples/proposal.schema.json', top), 'utf8')))

// at takes the place marked by ‸ out of a text.
const at = (marked) => [marked.replace('‸', ''), marked.indexOf('‸')]

const places = [
  ['ti‸', [], 'key'],
  ['title: Ey‸', ['title'], 'value'],
  ['arrangement:\n  ‸', ['arrangement'], 'key'],
  ['arrangement:\n  nature: vol‸', ['arrangement', 'nature'], 'value'],
  ['arrangement:\n  nature: voluntary\n  ‸\n  scale: structural', ['arrangement'], 'key'],
  ['arrangement:\n  nature: voluntary\n‸', [], 'key'],
  ['arrangement:\n  nature: {is: ‸', ['arrangement', 'nature', 'is'], 'value'],
  ['arrangement:\n  nature: {is: voluntary, ‸}', ['arrangement', 'nature'], 'key'],
  ['arrangement:\n  nature: {is: voluntary, evidence: [a, ‸]}', ['arrangement', 'nature', 'evidence', 0], 'value'],
  ['arrangement:\n  nature: {is: voluntary,\n    because: "a, b: c", ‸', ['arrangement', 'nature'], 'key'],
  ['arrangement:\n  benefits:\n    - what: x\n      ki‸', ['arrangement', 'benefits', 0], 'key'],
  ['arrangement:\n  benefits:\n  - what: x\n    kind: ac‸', ['arrangement', 'benefits', 0, 'kind'], 'value'],
  ['arrangement:\n  benefits:\n    - {what: x}\n    - ‸', ['arrangement', 'benefits', 0], 'key'],
  ['arrangement:\n  shares: [services, ‸]', ['arrangement', 'shares', 0], 'value'],
  ['about: >-\n  running: text ‸', null],
  ['about: |\n  text\n\n  more\narr‸', [], 'key'],
  ['# com‸', null],
  ['title: x # com‸', null],
  ['"title": x\nan‸', [], 'key'],
]
for (const [marked, path, is] of places) {
  test(`place: ${JSON.stringify(marked)}`, () => {
    const p = place(...at(marked))
    assert.deepEqual(p && p.path, path)
    if (path) assert.equal(p.is, is)
  })
}

const labels = (o) => o?.options.map((x) => x.label) ?? []

test('keys that the mapping lacks are offered, with what they mean', () => {
  const o = schema.offered('proposal', ...at('partner: 1\ntitle: x\n‸\norganisations:\n  a: {name: A}\n'))
  assert.ok(labels(o).includes('arrangement'))
  for (const has of ['title', 'partner', 'organisations']) assert.ok(!labels(o).includes(has), has)
  assert.match(o.options.find((x) => x.label === 'as_of').says, /day on which the document is true/)
})

test('keys below a key whose schema is a choice are offered', () => {
  const o = schema.offered('proposal', ...at('arrangement:\n  ‸'))
  for (const want of ['nature', 'scale', 'form', 'benefits']) assert.ok(labels(o).includes(want), want)
  assert.ok(labels(schema.offered('proposal', ...at('arrangement:\n  benefits:\n    - ‸'))).includes('measure'))
})

test('words are offered, with what they mean', () => {
  assert.deepEqual(labels(schema.offered('proposal', ...at('arrangement: {nature: ‸}'))).sort(), ['mandated', 'unknown', 'voluntary'])
  const o = schema.offered('proposal', ...at('answers:\n  give-and-take: {is: ‸}'))
  assert.equal(o.options.find((x) => x.label === 'partly').says, 'It is met in part.')
})

test('ids of criteria are offered where they are answered, and where they are departed from', () => {
  for (const key of ['answers', 'departures', 'conditions']) assert.ok(labels(schema.offered('proposal', ...at(`${key}:\n  ‸`))).includes('give-and-take'), key)
})

test('ids of the document are offered', () => {
  const doc = 'organisations:\n  north: {name: N}\n  south: {name: S}\nevidence:\n  minutes: {title: T}\narrangement:\n  roles: {provider: ‸}\n'
  for (const want of ['north', 'south']) assert.ok(labels(schema.offered('proposal', ...at(doc))).includes(want), want)
  const cites = doc.replace('‸', 'north') + 'answers:\n  give-and-take: {is: yes, evidence: [‸]}\n'
  assert.ok(labels(schema.offered('proposal', ...at(cites))).includes('minutes'))
})

test('an organisation’s own file has the keys of one', () => {
  assert.ok(labels(schema.offered('shared', 'na', 2)).includes('name'))
  assert.ok(!labels(schema.offered('shared', 'na', 2)).includes('arrangement'))
})

test('a key and a word are told', () => {
  assert.match(schema.told('proposal', ...at('as‸_of: 2026-01-01')).says, /day on which/)
  assert.equal(schema.told('proposal', ...at('answers: {give-and-take: par‸tly}')).says, 'It is met in part.')
  assert.match(schema.told('proposal', ...at('arrangement:\n  natu‸re: voluntary\n')).says, /Mandated/)
  assert.equal(schema.told('proposal', ...at('title: Some‸thing')).title, 'Title')
})

test('every key of every example is told', () => {
  for (const name of ['case-c.yaml', 'networked-clinic/proposal.yaml']) {
    const text = fs.readFileSync(new URL(`examples/${name}`, top), 'utf8')
    let keys = 0
    for (const m of text.matchAll(/^( *(?:- )?)([a-z_]+):/gm)) {
      const from = m.index + m[1].length
      const p = place(text, from + m[2].length)
      if (!p || p.path.some((key) => ['organisations', 'evidence', 'conditions', 'departures', 'answers', 'serves'].includes(key))) continue // ids are the document's own
      keys++
      assert.ok(schema.told('proposal', text, from + 1), `${name}: ${text.slice(m.index, m.index + 60)}`)
    }
    assert.ok(keys > 20, `${name}: only ${keys} keys were looked at`)
  }
})

const bytes = (s) => new TextEncoder().encode(s)
const texts = { unix: 'a\nb\n', windows: 'a\r\nb\r\n', mixed: 'a\r\nb\nc\r\n', old: 'a\rb\r', mark: '\uFEFFa\n', 'mark and windows': '\uFEFFa\r\nb', empty: '', 'lone mark': '\uFEFF', 'two marks': '\uFEFF\uFEFFa', nul: 'a\0b\n', 'no end': 'a\r\nb', 'only ends': '\r\n\r\n' }
for (const [name, text] of Object.entries(texts)) {
  test(`bytes: ${name}`, () => {
    const f = opened(bytes(text))
    assert.deepEqual(saved(f, f.text), bytes(text))
    // What is changed is changed alone: a letter that comes and goes leaves all as it was.
    assert.deepEqual(saved({ ...f, text: f.text + 'x' }, f.text), bytes(text))
    if (f.windows) assert.ok(!f.text.includes('\r'))
  })
}

test('bytes that are no text are kept, and cannot be changed', () => {
  const b = new Uint8Array([0x61, 0xff, 0xfe, 0x62])
  const f = opened(b)
  assert.equal(f.whole, false)
  assert.deepEqual(saved(f, 'anything'), b)
})
