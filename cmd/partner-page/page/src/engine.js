// The engine as the page knows it: in a Worker, with a time limit, and started anew where it stops.

const limit = 10_000 // milliseconds for one answer

export class Engine {
  // The code is what the Worker runs. The module is that of another engine, or a promise of it; without one, the Worker
  // compiles what `feed` gives it.
  constructor(code, module, limitedTo = limit) {
    this.code = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    this.limit = limitedTo
    this.waiting = new Map()
    this.next = 1
    this.module = module ?? new Promise((resolve, reject) => { this.compiled = { resolve, reject } })
    this.module.catch(() => {}) // whoever asks is told
    this.ready = this.start(module === undefined)
  }

  // feed gives the Worker a piece of the module, as gzip packed and base64 wrote it; '' ends it.
  feed(piece) { this.worker.postMessage({ piece }) }

  // start starts a Worker, which is there by the time that the module is.
  async start(fed = false) {
    const worker = new Worker(this.code)
    this.worker = worker
    const ready = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.module) {
          performance.mark('partner-compiled')
          return this.compiled.resolve(data.module)
        }
        if (data.ready) {
          performance.mark('partner-ready')
          return resolve(data)
        }
        if (data.broken) return failed(new Error(data.broken))
        this.waiting.get(data.id)?.(data.answer)
        this.waiting.delete(data.id)
      }
      worker.onerror = (e) => {
        e.preventDefault()
        failed(new Error(e.message))
        this.restart('the engine has stopped')
      }
      const failed = (e) => {
        this.compiled?.reject(e) // nothing, where it has been compiled
        reject(e)
      }
    })
    if (fed) return ready
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

  // ask asks the engine for something. The answer says in `mistake` why there is none. The Worker has the question before
  // it is ready, and answers then at once; the time that it may take counts from there.
  async ask(call, asked) {
    const id = this.next++
    const answer = new Promise((resolve) => this.waiting.set(id, resolve))
    this.worker.postMessage({ id, call, asked })
    try {
      await this.ready
    } catch (e) {
      this.waiting.delete(id)
      return { mistake: e.message }
    }
    const timer = setTimeout(() => this.restart(`it takes longer than ${this.limit / 1000} seconds`), this.limit)
    try {
      return await answer
    } finally {
      clearTimeout(timer)
    }
  }
}
