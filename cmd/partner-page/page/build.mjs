// Puts the page together: build.mjs ENGINE.wasm OUT.html. It is one file, with everything in it.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { begun, world } from './begun.mjs'
import { resume } from './src/resume.js'

const [engine, out] = process.argv.slice(2)
const here = path.dirname(fileURLToPath(import.meta.url)) // Debian's Node knows no import.meta.dirname
const top = path.resolve(here, '../../..')
const read = (...of) => fs.readFileSync(path.join(...of), 'utf8').replaceAll('\r\n', '\n')
const once = (text, what, by) => {
  if (text.split(what).length !== 2) throw new Error(`${what} does not stand once`)
  return text.replace(what, () => by)
}

const script = async (file, as = {}) => {
  const made = await build({ ...as, entryPoints: [path.join(here, 'src', file)], bundle: true, minify: true, format: 'iife', target: ['chrome115', 'firefox115', 'safari17'], charset: 'utf8', legalComments: 'none', write: false })
  return made.outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

// In the page the report is as wide as half a window: what gives way does so by its width, and not by the window's.
const report = once(read(top, 'pkg/report/html/page.css'), '@media (max-width: 46rem) {', '@container report (max-width: 46rem) {')
const css = `${report}\n${read(here, 'src/page.css')}`
const main = await script('main.js')
const start = await script('start.js')
const editor = await script('editor.js', { globalName: 'desk' })
const [feed, end] = ['fed()', "engine.feed('')"]

const goroot = execFileSync('go', ['env', 'GOROOT'], { cwd: top, encoding: 'utf8' }).trim()
const loader = read(goroot, 'lib/wasm/wasm_exec.js')
const { code: exec } = await transform(loader, { minify: true, charset: 'utf8' })
// It collects what nobody needs from 40 MB on, and not thrice in a first report.
const { module, held } = await begun(fs.readFileSync(engine), loader, { GOGC: '1000' })
const worker = `${exec}\nconst held = ${JSON.stringify(held)};\n${await script('worker.js')}`
const clinic = 'examples/networked-clinic'
const example = ['proposal.yaml', 'organisations/brackwater.yaml', 'organisations/thornmere.yaml'].map((name) => ({ path: `networked-clinic/${name}`, role: name === 'proposal.yaml' ? 'proposal' : 'shared', text: read(top, clinic, name) }))
// The engine is in pieces, each of whole bytes and followed by what hands it on, so that one is compiled while the next is read.
const pieces = (packed) => packed.match(/.{1,262144}/g).map((piece) => `<script type="text/plain">${piece}</script><script>${feed}</script>`).join('\n')

// answered is what the engine says of the first screen of some files, asked as the page asks it, and of itself.
async function answered(files) {
  const all = world(loader)
  const go = new all.Go()
  const { instance } = await all.WebAssembly.instantiate(module, go.importObject)
  resume(go, instance, held, all)
  const answer = all.partner.look({ files: files.map((f) => ({ path: f.path, bytes: all.Uint8Array.from(new TextEncoder().encode(f.text)), role: f.role, view: '' })), at: 0, part: 'front' })
  return { answer, version: `${all.partner.version}, catalogue ${all.partner.catalogue}` }
}
const { answer, version } = await answered(example)
if (!answer.assessed) throw new Error(`the engine gives no report on the example: ${JSON.stringify(answer)}`)
const [, front] = answer.html.match(/<main[^>]*>([^]*)<\/main>/) // stands in the page before any of its scripts has run

// The engine gives keys in any order, and two builds are to give the same bytes.
const ordered = (_, value) => value === null || typeof value !== 'object' || Array.isArray(value) ? value : Object.fromEntries(Object.keys(value).sort().map((key) => [key, value[key]]))
const shown = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const data = (value, by) => JSON.stringify(value, by).replaceAll('<', '\\u003c')

const policy = ["default-src 'none'", `script-src ${[start, feed, end, editor, main].map(hash).join(' ')} 'wasm-unsafe-eval'`, 'worker-src blob:', `style-src ${hash(css)}`, "connect-src 'none'", 'img-src data:', "base-uri 'none'", "form-action 'none'"].join('; ')
const parts = {
  policy, style: css, version: shown(version), of: example[0].path, text: shown(example[0].text), front, editor, start, script: main, worker, end, schema: data(JSON.parse(read(top, 'examples/proposal.schema.json'))), example: data(example), answer: data(answer, ordered),
  engine: pieces(gzipSync(module, { level: 9 }).toString('base64')),
}
if (worker.includes('</script') || worker.includes('<!--')) throw new Error('the code of the Worker would end its block')
const page = read(here, 'src/page.html').replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name])

fs.mkdirSync(path.dirname(path.resolve(out)), { recursive: true })
fs.writeFileSync(out, page)
const say = (n) => `${(n / 1e6).toFixed(2)} MB`
console.log(`${out}: ${say(page.length)}, ${say(gzipSync(page, { level: 9 }).length)} as servers send it`)
