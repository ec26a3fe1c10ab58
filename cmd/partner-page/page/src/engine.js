// The engine as the page knows it: in a Worker, with a time limit, and started anew where it stops.

const limit = 10_000 // milliseconds for one answer

export class Engine {
  // The module comes from compiled, and may be that of another engine too; the code is what the Worker runs.
  constructor(module, code, limitedTo = limit) {
    this.code = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    this.limit = limitedTo
    this.waiting = new Map()
    this.next = 1
    this.module = module
    this.ready = this.start()
  }

  // start starts a Worker, which is there by the time that the module is.
  async start() {
    const worker = new Worker(this.code)
    this.worker = worker
    const ready = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) {
          performance.mark('partner-ready')
          return resolve(data)
        }
        if (data.broken) return reject(new Error(data.broken))
        this.waiting.get(data.id)?.(data.answer)
        this.waiting.delete(data.id)
      }
      worker.onerror = (e) => {
        e.preventDefault()
        reject(new Error(e.message))
        this.restart('the engine has stopped')
      }
    })
    try {
      worker.postMessage({ module: await this.module })
    } catch (e) {
      worker.terminate()
      throw e
    }
    return ready
  }

  // restart ends the Worker, whatever it does, and answers all who wait for it.
  restart(why) {
    this.worker.terminate()
    const waiting = [...this.waiting.values()]
    this.waiting.clear()
    this.ready = this.start()
    this.ready.catch(() => {}) // whoever asks next is told
    for (const answer of waiting) answer({ mistake: why })
  }

  // ask asks the engine for something. The answer says in `mistake` why there is none.
  async ask(call, asked) {
    try {
      await this.ready
    } catch (e) {
      return { mistake: e.message }
    }
    return new Promise((resolve) => {
      const id = this.next++
      const timer = setTimeout(() => this.restart(`it takes longer than ${this.limit / 1000} seconds`), this.limit)
      this.waiting.set(id, (answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
      this.worker.postMessage({ id, call, asked })
    })
  }
}

// compiled is the module that gzip packed and base64 wrote.
export async function compiled(text) {
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  performance.mark('partner-decoded')
  const code = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
  performance.mark('partner-unpacked')
  const module = await WebAssembly.compile(code)
  performance.mark('partner-compiled')
  return module
}
