// What runs first: the engine starts, is asked for its report on the example, and is given its module piece by piece while
// the browser reads the rest of the page.

import { Engine } from './engine.js'

const text = (id) => document.getElementById(`desk-${id}`).textContent
const engine = new Engine(text('worker'))
const example = JSON.parse(text('example-files')).map(({ path, text, role }) => ({ path, role, bytes: new TextEncoder().encode(text) }))
const opening = engine.ask('look', { files: example.map((f) => ({ ...f, view: '' })), at: 0, part: 'front' })

// fed gives the engine the piece that stands before the script that calls it.
function fed() {
  const piece = document.currentScript.previousElementSibling
  engine.feed(piece.textContent)
  piece.remove()
  seen()
}

// seen marks once when the first screen of the example is seen, which stands before the pieces.
let seen = () => {
  seen = () => {}
  requestAnimationFrame(() => setTimeout(() => performance.mark('partner-known')))
}

Object.assign(globalThis, { engine, example, opening, fed })
