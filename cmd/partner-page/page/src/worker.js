// What runs in the Worker: the engine, behind messages. Before it stand wasm_exec.js, and `held` for what the engine holds of
// JavaScript, which has begun when the page was made.
// {piece} is a piece of its module, and compiled while the others come; {module} is one that another Worker compiled, and
// gave in an answer of that name. Both start the engine; {id, call, asked} asks it for something, and is answered by
// {id, answer} as soon as it has started.

import { resume } from './resume.js'

let engine // its program has not ended
let module

async function start() {
  const go = new Go()
  const instance = await WebAssembly.instantiate(module, go.importObject)
  const own = { ended: false }
  go.exit = () => { own.ended = true }
  resume(go, instance, held)
  engine = own
}

async function asked({ id, call, asked }) {
  let answer
  try {
    if (!engine || engine.ended) await start()
    answer = self.partner[call](asked)
    if (answer === undefined || engine.ended) throw new Error('the engine has stopped')
  } catch (e) {
    engine = undefined // what is left of it is not to be trusted
    // Chromium calls it a RangeError, Firefox an InternalError: the stack of a Worker is small.
    const deep = e instanceof RangeError || e?.name === 'InternalError'
    answer = { mistake: deep ? 'it is nested too deeply' : String(e?.message ?? e), deep }
  }
  self.postMessage({ id, answer })
}

// begin starts the first engine of the module, as soon as that is there.
async function begin(of) {
  try {
    module = await of
    await start()
    self.postMessage({ ready: true })
  } catch (e) {
    self.postMessage({ broken: String(e?.message ?? e) })
  }
}

let into // what takes the pieces

const bytes = (text) => Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

// take takes a piece, and gives a promise of the module with the first of them.
function take(piece) {
  const first = !into
  let of
  if (first) {
    const unpacked = new DecompressionStream('gzip')
    into = unpacked.writable.getWriter()
    of = WebAssembly.compileStreaming(new Response(unpacked.readable, { headers: { 'content-type': 'application/wasm' } }))
    of.then((module) => self.postMessage({ module }), () => {})
  }
  (piece ? into.write(bytes(piece)) : into.close()).catch(() => {}) // what is wrong with it, compiling says
  return of
}

let begun
let queue = new Promise((resolve) => { begun = resolve })
self.onmessage = ({ data }) => {
  const of = data.piece === undefined ? data.module : take(data.piece)
  if (of) begun(begin(of))
  else if (data.call) queue = queue.then(() => asked(data))
}
