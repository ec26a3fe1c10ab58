// Modules of WebAssembly as bytes: as much of their format as is needed to give one another memory and other globals.

const is = { memory: 5, globals: 6, exports: 7, data: 11 } // sections, by their numbers

const magic = 8 // bytes before the first section
const page = 1 << 16
const end = 0x0b
const types = { 0x7f: 0x41, 0x7e: 0x42 } // i32 and i64, with what makes a constant of them
const apart = 1024 // bytes of nothing for which it is worth to begin anew; written out they cost a server less than places

// unsigned and signed write numbers as the format does, seven bits a byte.
function unsigned(n) {
  const bytes = []
  for (; n > 0x7f; n >>>= 7) bytes.push(n & 0x7f | 0x80)
  return [...bytes, n]
}

function signed(n) {
  const bytes = []
  for (n = BigInt(n); n < -64n || n > 63n; n >>= 7n) bytes.push(Number(n & 0x7fn | 0x80n))
  return [...bytes, Number(n & 0x7fn)]
}

// reader reads bytes one after the other.
function reader(bytes, at = 0) {
  return {
    get at() { return at },
    get ends() { return at >= bytes.length },
    byte: () => bytes[at++],
    number() {
      for (let n = 0, by = 0; ; by += 7) {
        const b = bytes[at++]
        n |= (b & 0x7f) << by
        if (b < 0x80) return n >>> 0
      }
    },
    skip() { while (bytes[at++] >= 0x80); },
    take: (length) => bytes.subarray(at, at += length),
  }
}

// sections are those of a module: [number, contents].
function sections(wasm) {
  const of = reader(wasm, magic)
  const all = []
  while (!of.ends) {
    const number = of.byte()
    all.push([number, of.take(of.number())])
  }
  return all
}

// joined is the module of some sections.
function joined(wasm, all) {
  return Buffer.concat([wasm.subarray(0, magic), ...all.flatMap(([number, contents]) => [Buffer.from([number, ...unsigned(contents.length)]), contents])])
}

const contents = (all, number) => all.find(([n]) => n === number)[1]

// changed is the sections with other contents of some.
const changed = (all, by) => all.map(([number, contents]) => [number, by[number] ? by[number](contents) : contents])

// globals are the types of those that a module has of its own. All of them are numbers that may change.
function globals(all) {
  const of = reader(contents(all, is.globals))
  return Array.from({ length: of.number() }, () => {
    const type = of.byte()
    if (!types[type] || of.byte() !== 1 || of.byte() !== types[type]) throw new Error('a global is no number that may change')
    of.skip()
    if (of.byte() !== end) throw new Error('a global is worked out')
    return type
  })
}

const known = (n) => `global ${n}`

// open is a module whose globals can be seen from outside.
export function open(wasm) {
  const all = sections(wasm)
  const types = globals(all)
  const exported = (was) => {
    const of = reader(was)
    const count = of.number()
    return Buffer.concat([Buffer.from(unsigned(count + types.length)), was.subarray(of.at), ...types.map((_, n) => Buffer.from([known(n).length, ...Buffer.from(known(n)), 3, ...unsigned(n)]))])
  }
  return joined(wasm, changed(all, { [is.exports]: exported }))
}

// kept is a module with memory and globals as an instance of it, opened, has them.
export function kept(wasm, { exports }) {
  const all = sections(wasm)
  const numbers = globals(all)
  const memory = Buffer.from(exports.mem.buffer)
  return joined(wasm, changed(all, {
    [is.memory]: () => Buffer.from([1, 0, ...unsigned(memory.length / page)]),
    [is.globals]: () => Buffer.from([...unsigned(numbers.length), ...numbers.flatMap((type, n) => [type, 1, types[type], ...signed(exports[known(n)].value), end])]),
    [is.data]: () => data(memory),
  }))
}

// data is what stands in a memory, without most of where nothing does.
function data(memory) {
  const parts = []
  let count = 0
  for (let from = 0; ;) {
    while (from < memory.length && memory[from] === 0) from++
    if (from === memory.length) break
    let to = from + 1 // one past the last byte that is to be written
    for (let at = to; at < memory.length && at - to < apart; at++) if (memory[at] !== 0) to = at + 1
    parts.push(Buffer.from([0, types[0x7f], ...signed(from), end, ...unsigned(to - from)]), memory.subarray(from, to))
    count++
    from = to
  }
  if (count > 100_000) throw new Error(`browsers take 100,000 pieces of memory, and this has ${count}`)
  return Buffer.concat([Buffer.from(unsigned(count)), ...parts])
}
