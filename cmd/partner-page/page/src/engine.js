// The engine as the page knows it: in a Worker, with a time limit, and started anew where it stops.

const limit = 10_000 // milliseconds for one answer

export class Engine {
  // The engine is the bytes of a WebAssembly module, packed; the code is what its Worker runs.
  constructor(packed, code, limitedTo = limit) {
    this.code = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    this.limit = limitedTo
    this.waiting = new Map()
    this.next = 1
    this.module = unpacked(packed).then((bytes) => WebAssembly.compile(bytes))
    this.ready = this.start()
  }

  async start() {
    const module = await this.module
    const worker = new Worker(this.code)
    this.worker = worker
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) return resolve(data)
        if (data.broken) return reject(new Error(data.broken))
        this.waiting.get(data.id)?.(data.answer)
        this.waiting.delete(data.id)
      }
      worker.onerror = (e) => {
        e.preventDefault()
        reject(new Error(e.message))
        this.restart('the engine has stopped')
      }
      worker.postMessage({ module })
    })
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

// unpacked is what gzip packed and base64 wrote.
async function unpacked(text) {
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}
