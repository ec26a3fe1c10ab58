import assert from 'node:assert/strict'
import test from 'node:test'
import { Worker as Thread } from 'node:worker_threads'

// A Worker of a browser over a thread of Node.
globalThis.Worker = class {
  constructor(url) {
    this.thread = new Thread(`const { parentPort } = require('node:worker_threads'); globalThis.self = { postMessage: (m) => parentPort.postMessage(m) }; parentPort.on('message', (data) => self.onmessage({ data }));
      fetch(${JSON.stringify(url)}).then((r) => r.text()).then((t) => { (0, eval)(t); parentPort.postMessage({ loaded: true }) })`, { eval: true })
    this.queue = []
    this.thread.on('message', (data) => {
      if (!data.loaded) return this.onmessage({ data })
      for (const m of this.queue) this.thread.postMessage(m)
      this.queue = null
    })
    this.thread.on('error', (e) => this.onerror({ message: e.message, preventDefault() {} }))
  }

  postMessage(m) { this.queue ? this.queue.push(m) : this.thread.postMessage(m) }
  terminate() { this.thread.terminate() }
}
URL.createObjectURL = (blob) => `data:text/javascript,${encodeURIComponent(blob.text)}`
globalThis.Blob = class extends Blob { constructor(parts, of) { super(parts, of); this.text_ = parts } get text() { return this.text_.join('') } }

const { Engine } = await import('../src/engine.js')

const module = WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])) // the smallest there is
const code = `const held = []
let ready = false
self.onmessage = ({ data }) => {
  if (data.piece === '') return self.postMessage({ broken: 'it is too short' })
  if (data.piece) self.postMessage({ module: data.piece })
  if (data.piece || data.module) {
    ready = true
    self.postMessage({ ready: true, version: '1' })
    return held.forEach((data) => self.onmessage({ data }))
  }
  if (!ready) return held.push(data)
  if (data.call === 'hang') for (;;);
  if (data.call === 'die') throw new Error('died')
  self.postMessage({ id: data.id, answer: { said: data.asked } })
}`

test('what takes too long is ended, and the next is answered', async () => {
  const e = new Engine(code, module, 1500)
  assert.deepEqual(await e.ask('say', 1), { said: 1 })
  assert.match((await e.ask('hang')).mistake, /longer than 1.5 seconds/)
  assert.deepEqual(await e.ask('say', 2), { said: 2 })
  const both = await Promise.all([e.ask('hang'), e.ask('say', 3)]) // who waits behind it is told, too
  assert.match(both[0].mistake, /longer/)
  assert.match(both[1].mistake, /longer/)
  assert.deepEqual(await e.ask('say', 4), { said: 4 })
  e.worker.terminate()
})

test('an engine that dies is started anew', async () => {
  const e = new Engine(code, module, 5000)
  assert.match((await e.ask('die')).mistake, /stopped/)
  assert.deepEqual(await e.ask('say', 5), { said: 5 })
  e.worker.terminate()
})

test('what it is asked before it has its module is answered when it has', async () => {
  const e = new Engine(code)
  const answer = e.ask('say', 8)
  e.feed('pieces')
  assert.deepEqual(await answer, { said: 8 })
  e.worker.terminate()
})

test('what one engine compiles another has', async () => {
  const e = new Engine(code)
  e.feed('pieces')
  const other = new Engine(code, e.module)
  assert.deepEqual(await other.ask('say', 6), { said: 6 })
  for (const one of [e, other]) one.worker.terminate()
})

test('an engine that cannot be read says so, and so does one that waits for it', async () => {
  const e = new Engine(code)
  e.feed('')
  const other = new Engine(code, e.module)
  for (const one of [e, other]) {
    assert.match((await one.ask('say', 7)).mistake, /too short/)
    one.worker.terminate()
  }
})
