// What runs in the Worker: the engine, behind messages. wasm_exec.js stands before it.
// {module} starts an engine; {id, call, asked} asks it for something, and is answered by {id, answer}.

let engine // its program has not ended
let module

async function start() {
  const go = new Go()
  const instance = await WebAssembly.instantiate(module, go.importObject)
  engine = { go, ended: false }
  const own = engine
  go.exit = () => { own.ended = true }
  go.run(instance).then(() => { own.ended = true }, () => { own.ended = true })
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

let queue = Promise.resolve()
self.onmessage = ({ data }) => {
  queue = queue.then(async () => {
    if (!data.module) return asked(data)
    module = data.module
    try {
      await start()
      self.postMessage({ ready: true, version: self.partner.version, catalogue: self.partner.catalogue })
    } catch (e) {
      self.postMessage({ broken: String(e?.message ?? e) })
    }
  })
}
