// Has a program of Go begin, and makes of it a module that has begun: with its memory and globals as they are when the
// program waits for what it is asked. Whoever runs that goes on from there (src/resume.js), and does not begin again.
import { createHash, webcrypto } from 'node:crypto'
import vm from 'node:vm'
import { kept, open } from './module.mjs'
import { first } from './src/resume.js'

// world is where a program runs as it does in the Worker of a browser, without files and processes. It knows Go.
export function world(loader) {
  const inside = vm.createContext({ crypto: webcrypto, performance, TextEncoder, TextDecoder, console })
  vm.runInContext(loader, inside)
  return vm.runInContext('globalThis', inside)
}

// begun gives the module, and what the program holds of JavaScript. The same program gives the same bytes, as it begins at
// the same time and draws the same for numbers at random. What else it learned from where it begins would hold where it
// goes on, and is an error.
export async function begun(wasm, loader, env) {
  const all = world(loader)
  const { Instance, Module } = all.WebAssembly
  const before = Object.getOwnPropertyNames(all)
  const go = new all.Go()
  go.env = env
  const calls = new Map()
  const wrap = go._makeFuncWrapper
  go._makeFuncWrapper = (id) => {
    const made = wrap.call(go, id)
    calls.set(made, id)
    return made
  }
  const { gojs } = go.importObject
  const number = (at) => Number(go.mem.getBigInt64(at, true))
  let now = 0n // nanoseconds
  let drawn = 0
  gojs['runtime.nanotime1'] = (sp) => go.mem.setBigInt64((sp >>> 0) + 8, now += 1000n, true)
  gojs['runtime.getRandomData'] = (sp) => {
    const [to, length] = [number((sp >>> 0) + 8), number((sp >>> 0) + 16)]
    new Uint8Array(go.mem.buffer, to, length).set(createHash('shake256', { outputLength: length }).update(`${drawn++}`).update(wasm).digest())
  }
  for (const name of ['runtime.walltime', 'runtime.scheduleTimeoutEvent']) gojs[name] = () => { throw new Error(`the program asks for ${name} before it is asked for anything`) }
  const instance = new Instance(new Module(open(wasm)), go.importObject)
  const ended = go.run(instance).then(() => { throw new Error('the program has ended') })
  await Promise.race([ended, new Promise((waits) => setImmediate(waits))])
  return { module: kept(wasm, instance), held: written(go, calls, before, all) }
}

// written writes down what a program holds of JavaScript, as `resume` reads it. `calls` has the functions that are the
// program's own, `before` the names that were known to all before it began.
function written(go, calls, before, all) {
  const paths = new Map([[all, []]])
  const found = (value, path) => { if (['object', 'function'].includes(typeof value) && value !== null && !paths.has(value)) paths.set(value, path) }
  for (const name of before) found(all[name], [name])
  for (const [of, path] of [...paths]) if (typeof of === 'object' && of !== all) for (const name of Object.keys(of)) found(of[name], [...path, name])
  return Array.from(go._values).slice(first).map((value, i) => {
    const count = go._goRefCounts[first + i]
    if (typeof value === 'string') return { text: value, count }
    if (calls.has(value)) return { calls: calls.get(value), count }
    if (paths.has(value)) return { path: paths.get(value), count }
    const as = Object.keys(all).find((name) => !before.includes(name) && all[name] === value)
    const holds = Object.entries(value).map(([name, of]) => [name, go._ids.get(of)])
    if (!as || holds.some(([, place]) => place === undefined)) throw new Error(`nothing says how to make ${String(value)} again, which the program holds`)
    return { holds: Object.fromEntries(holds.sort()), as, count }
  })
}
