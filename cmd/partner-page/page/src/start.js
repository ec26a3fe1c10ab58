// What runs first: the engine starts, and is given its module piece by piece while the browser reads the rest of the page.

import { Engine } from './engine.js'

const engine = new Engine(document.getElementById('desk-worker').textContent)

// fed gives the engine the piece that stands before the script that calls it.
function fed() {
  const piece = document.currentScript.previousElementSibling
  engine.feed(piece.textContent)
  piece.remove()
}

Object.assign(globalThis, { engine, fed })

requestAnimationFrame(() => setTimeout(() => performance.mark('partner-known'))) // when the first screen of the example is seen
