// A program of Go that has begun elsewhere goes on here: its module has its memory as it was when the program waited for
// what it is asked, and what it held of JavaScript then is made again.

export const first = 7 // wasm_exec.js gives the places before to NaN, 0, null, true, false, globalThis and itself

// resume has an instance of such a module go on. `held` says what stood in each place from the first on, and how often the
// program refers to it: {path} leads to it from globalThis, {text} is a string, {calls} a function of the program's by its
// number, {holds} an object by the places of what it holds, which is known as `as` in globalThis.
export function resume(go, instance, held, all = globalThis) {
  const values = [NaN, 0, null, true, false, all, go]
  const counts = values.map(() => Infinity)
  for (const { path, text, calls, as, count } of held) {
    let value = text
    if (path) value = path.reduce((of, name) => of[name], all)
    else if (calls) value = go._makeFuncWrapper(calls)
    else if (as) value = all[as] = {}
    values.push(value)
    counts.push(count)
  }
  for (const { as, holds } of held) if (as) for (const [name, place] of Object.entries(holds)) all[as][name] = values[place]
  const places = [...values.entries()].slice(1).map(([place, value]) => [value, place]) // NaN is found otherwise
  Object.assign(go, {
    _inst: instance, mem: new DataView(instance.exports.mem.buffer), exited: false,
    _values: values, _goRefCounts: counts, _ids: new Map(places), _idPool: [],
  })
}
