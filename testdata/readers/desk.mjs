// Opens the page of `make page` from a file, as a person has it, works with it, and prints what is wrong as JSON:
// desk.mjs chromium|firefox PAGE FOLDER. In FOLDER are documents that say what would get out of a page.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { axeIn, browse } from './browse.mjs'

const [name, page, folder] = process.argv.slice(2)
const examples = path.resolve('../../examples')
const clinic = path.join(examples, 'networked-clinic')
const wrong = []

// part notes what goes wrong in a part, and goes on with the next.
async function part(what, f) {
  if (process.env.PART && !what.includes(process.env.PART)) return
  try {
    await f()
  } catch (e) {
    wrong.push(`${name}: ${what}: ${e.message.slice(0, 600)}`)
    if (process.env.TRACE) console.error(what, e)
  }
}

let heard = 0
const server = http.createServer((_, answer) => { heard++; answer.end() }).on('connection', () => heard++)
await new Promise((go) => server.listen(0, '127.0.0.1', go))
const loopback = `http://127.0.0.1:${server.address().port}/`

let expected = false
const tab = await browse(name, path.resolve(page), (what) => { if (!expected) wrong.push(what) })
const { evaluate, until } = tab

const reported = (title) => until((t) => ['front', 'whole'].includes(document.getElementById('page').dataset.is) && document.querySelector('main h1').textContent.includes(t), title, `the report on ${title}`)
const problemSays = (text) => until((t) => [...document.querySelectorAll('#desk-problems button')].some((b) => b.textContent.includes(t)), text, `the problem ${text}`)
const texts = () => evaluate(() => document.querySelector('main').textContent)
const press = (label) => evaluate((l) => [...document.querySelectorAll('button')].find((b) => b.textContent.startsWith(l) || b.getAttribute('aria-label') === l).click(), label)
const view = '(() => { const e = document.getElementById("desk-text").shadowRoot.querySelector(".cm-content"); return (e.cmTile ?? e.cmView).view ?? e.cmView.rootView.view })()'
const write = (text) => evaluate(([v, t]) => { const e = (0, eval)(v); e.dispatch({ changes: { from: 0, to: e.state.doc.length, insert: e.state.toText(t) } }) }, [view, text])
const written = () => evaluate((v) => (0, eval)(v).state.sliceDoc(), view)
// editor puts the focus in the editor. A browser that is not in front may tell nobody, and makes it after the first report.
const editor = async () => {
  await evaluate(() => document.getElementById('desk-plain')?.focus())
  await until(() => !document.getElementById('desk-plain'), null, 'the editor')
  await evaluate(() => document.getElementById('desk-text').shadowRoot.querySelector('.cm-content').focus())
}

const main = () => evaluate(() => document.getElementById('page').dataset.is)
const fresh = async () => {
  await tab.again()
  await reported('Brackwater runs')
}
// waiting opens the page, and has its engine stand still before it has said anything.
const waiting = async () => {
  for (let tries = 0; tries < 10; tries++) {
    await tab.again()
    if (await evaluate(() => { window.engine.worker.terminate(); return !!document.getElementById('desk-plain') })) return
  }
  throw new Error('the engine has always answered before it could be stopped')
}
const chosen = (path) => evaluate((p) => [...document.querySelectorAll('.desk-file')].find((b) => b.textContent.replace(' (changed)', '') === p).click(), path)
const names = () => evaluate(() => [...document.querySelectorAll('.desk-file')].map((b) => b.textContent).sort())
const named = async (...all) => until((want) => JSON.stringify([...document.querySelectorAll('.desk-file')].map((b) => b.textContent).sort()) === want, JSON.stringify([...all].sort()), `the files ${all}`)
const uploaded = (...files) => tab.upload('desk-files', files.map((f) => path.join(folder, f)))
const ours = (f) => path.join(folder, f)

try {
  await part('the example', async () => {
    await reported('Brackwater runs the eye service')
    await until(() => document.getElementById('page').dataset.is === 'whole', null, 'the whole report')
    assert.match(await evaluate(() => document.getElementById('desk-says').textContent), /^The whole: .*finding/)
    const apart = await evaluate((native) => {
      const said = (of) => of.textContent.replace(/\s+/g, ' ').trim()
      const [a, b] = [said(document.querySelector('main')), said(new DOMParser().parseFromString(native, 'text/html').querySelector('main'))]
      let n = 0
      while (n < a.length && a[n] === b[n]) n++
      return a === b ? '' : `${a.slice(n, n + 80)} | ${b.slice(n, n + 80)}`
    }, fs.readFileSync(ours('native.html'), 'utf8').replace(/<style>[^]*?<\/style>/, ''))
    assert.equal(apart, '', 'the report is not that of the program')
    const [held, said] = await evaluate(async () => {
      const read = (id) => JSON.parse(document.getElementById(`desk-example-${id}`).textContent)
      const files = read('files').map((f) => ({ path: f.path, role: f.role, view: '', bytes: new TextEncoder().encode(f.text) }))
      return [read('answer'), await window.engine.ask('look', { files, at: 0, part: 'front' })]
    })
    assert.ok(said.html.includes('Brackwater'))
    assert.deepEqual(held, said, 'what the page holds of the example is not what its engine says')
  })

  await part('axe', async () => {
    await until(() => document.getElementById('page').dataset.is === 'whole', null, 'the whole report')
    await axeIn(tab, wrong, 'a report')
    if (!tab.media) return
    for (const [what, width, media] of [['narrow', 320, {}], ['dark', 1280, { colorScheme: 'dark' }], ['forced colours', 1280, { forcedColors: 'active' }]]) {
      await tab.media(media)
      await tab.size(width)
      await axeIn(tab, wrong, what)
      const beyond = await evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      assert.ok(beyond <= 0, `${what}: it is ${beyond} pixels wider than the window`)
      if (process.env.PICTURES) await tab.picture(path.join(process.env.PICTURES, `${what}.png`))
    }
    await tab.media({})
    await tab.size(1280)
    if (process.env.PICTURES) await tab.picture(path.join(process.env.PICTURES, 'desk.png'))
  })

  await part('the text before there is an editor', async () => {
    const proposal = fs.readFileSync(path.join(clinic, 'proposal.yaml'), 'utf8')
    await waiting()
    assert.equal(await evaluate(() => document.getElementById('desk-plain').textContent), proposal)
    const at = () => evaluate(() => {
      const all = document.createTreeWalker(document.getElementById('desk-plain') ?? document.getElementById('desk-text').shadowRoot.querySelector('.cm-content'), NodeFilter.SHOW_TEXT)
      while (all.nextNode()) {
        const from = all.currentNode.data.indexOf('title')
        if (from < 0) continue
        const range = document.createRange()
        range.setStart(all.currentNode, from)
        range.setEnd(all.currentNode, from + 1)
        const { x, y } = range.getBoundingClientRect()
        return [x, y, document.getElementById('desk-text').clientHeight].map(Math.round)
      }
    })
    const before = await at()
    await axeIn(tab, wrong, 'the text before there is an editor')
    assert.ok(await evaluate(() => !!document.getElementById('desk-plain')), 'the editor is made though nobody has turned to it')
    for (let n = 0; n < 40 && await evaluate(() => document.activeElement.id !== 'desk-text'); n++) await tab.press('Tab')
    assert.ok(await evaluate(() => document.getElementById('desk-text').shadowRoot.activeElement?.matches('.cm-content')), 'Tab does not lead into the editor')
    assert.deepEqual(await at(), before, 'the text stands elsewhere in the editor')
    await tab.press('Control+Home')
    await tab.type('#')
    assert.equal(await written(), '#' + proposal)
    await waiting()
    await evaluate(() => document.getElementById('desk-plain').dispatchEvent(new PointerEvent('pointerover')))
    assert.equal(await written(), proposal)
    await waiting()
    await press('New')
    assert.match(await written(), /A partnership of two organisations/)
  })

  await part('an edit from the keyboard', async () => {
    await fresh()
    await editor()
    await tab.press('Control+Home')
    for (const k of ['ArrowDown', 'ArrowDown', 'End']) await tab.press(k)
    await tab.type(' ZEBRA')
    await reported('ZEBRA')
    assert.ok((await names()).includes('networked-clinic/proposal.yaml (changed)'))
    await tab.press('Tab')
    assert.notEqual(await evaluate(() => document.activeElement.id), 'desk-text', 'Tab does not lead out of the editor')
  })

  await part('completion, and what is said of a key', async () => {
    await fresh()
    await press('New')
    await reported('A partnership of two organisations')
    await write('partner: 1\ntitle: x\norganisations: {a: {name: A}, b: {name: B}}\narrangement:\n  ')
    await editor()
    await tab.press('Control+End')
    await tab.type('natu')
    const offered = () => until(() => !!document.getElementById('desk-text').shadowRoot.querySelector('.cm-tooltip-autocomplete [aria-selected]'), null, 'a completion')
    await offered()
    await new Promise((go) => setTimeout(go, 200)) // a key that is pressed at once is meant for what was written
    await tab.press('Enter')
    await tab.type('vol')
    await offered()
    await new Promise((go) => setTimeout(go, 200))
    await tab.press('Enter')
    assert.match(await written(), /\n  nature: voluntary$/)
    await until(() => /Mandated|voluntary/.test(document.getElementById('desk-told').textContent), null, 'what nature means')
    await axeIn(tab, wrong, 'a completion')
  })

  await part('errors at their places', async () => {
    await fresh()
    await press('New')
    await reported('A partnership of two organisations')
    await write('partner: 1\ntitle: "\u{1F600}é", natuer: x\n')
    await write('partner: 1\ntitle: x\norganisations: {a: {name: A}, b: {name: B}}\narrangement: {"\u{1F600}": 1, natuer: voluntary}\n')
    await problemSays('did you mean')
    assert.equal(await main(), 'stale')
    assert.match(await texts(), /has errors now/)
    await press('Error, proposal.yaml, line 4: "natuer"'.slice(0, 28))
    const at = await evaluate((v) => { const s = (0, eval)(v).state; return s.sliceDoc(s.selection.main.head, s.selection.main.head + 6) }, view)
    assert.ok(['natuer', '"\u{1F600}": '].some((w) => at.startsWith(w.slice(0, 4))), `the caret is at ${at}`)
    const marked = await evaluate(() => [...document.getElementById('desk-text').shadowRoot.querySelectorAll('.cm-lintRange-error')].map((e) => e.textContent))
    assert.ok(marked.includes('natuer'), `marked is ${marked}`)
    await axeIn(tab, wrong, 'errors')
  })

  await part('files opened together', async () => {
    await fresh()
    await press('New')
    await reported('A partnership of two organisations')
    await tab.upload('desk-files', [path.join(clinic, 'proposal.yaml')])
    await problemSays('open it together with the proposal')
    await tab.upload('desk-files', ['organisations/brackwater.yaml', 'organisations/thornmere.yaml'].map((f) => path.join(clinic, f)))
    await reported('Brackwater runs')
    await until(() => [...document.querySelectorAll('select option:checked')].filter((o) => o.textContent.endsWith('own file, in the report')).length === 2, null, 'what is in the report')
    // What is wrong with a file that a proposal comes from is told where it stands.
    await chosen('thornmere.yaml')
    await editor()
    await tab.press('Control+Home')
    await tab.type('nmae: x\n')
    await problemSays('thornmere.yaml, line 1: ')
    for (let n = 0; n < 8; n++) await tab.press('Delete')
    await tab.press('Control+z')
  })

  await part('what the organisations filled in apart', async () => {
    await fresh()
    const said = await texts()
    await tab.upload('desk-files', ['brackwater.yaml', 'thornmere.yaml'].map((f) => ours(`views/${f}`)))
    await named('networked-clinic/organisations/brackwater.yaml', 'networked-clinic/organisations/thornmere.yaml', 'networked-clinic/proposal.yaml', 'brackwater.yaml', 'thornmere.yaml')
    await until(() => [...document.querySelectorAll('select option:checked')].filter((o) => o.textContent.endsWith('laid over the report')).length === 2, null, 'views that are laid over')
    await until((was) => document.querySelector('main').textContent !== was && /disagree|differ/.test(document.querySelector('main').textContent), said, 'what the two say apart')
  })

  await part('a folder', async () => {
    await fresh()
    await press('New')
    await reported('A partnership of two organisations')
    if (!tab.folder) return
    await tab.folder('desk-folder', clinic)
    await named('networked-clinic/organisations/brackwater.yaml', 'networked-clinic/organisations/thornmere.yaml', 'networked-clinic/proposal.yaml', 'proposal.yaml')
    await reported('Brackwater runs')
  })

  await part('bytes as they came', async () => {
    const text = fs.readFileSync(path.join(examples, 'early-idea.yaml'), 'utf8')
    const lines = text.split('\n')
    const ways = {
      'unix.yaml': text, 'windows.yaml': text.replaceAll('\n', '\r\n'), 'mark.yaml': '\uFEFF' + text.replaceAll('\n', '\r\n'),
      'mixed.yaml': lines.slice(0, 5).join('\r\n') + '\r\n' + lines.slice(5).join('\n'), 'no-end.yaml': text.trimEnd(),
    }
    await fresh()
    for (const [file, content] of Object.entries(ways)) {
      fs.writeFileSync(ours(file), content)
      await uploaded(file)
      await until((f) => document.querySelector('.desk-file[aria-current]')?.textContent === f, file, file)
      const same = await tab.downloaded(() => press('Save'))
      assert.equal(same.name, file)
      assert.ok(same.bytes.equals(Buffer.from(content)), `${file} is not saved as it came`)
      await editor()
      await tab.press('Control+Home')
      await tab.type('#')
      await tab.press('Enter')
      const changed = await tab.downloaded(() => press('Save'))
      const mark = content.startsWith('\uFEFF') ? '\uFEFF' : ''
      const end = ['windows.yaml', 'mark.yaml'].includes(file) ? '\r\n' : '\n'
      assert.ok(changed.bytes.equals(Buffer.from(mark + '#' + end + content.slice(mark.length))), `${file} is saved with more than what was changed`)
    }
    const odd = Buffer.concat([Buffer.from(text), Buffer.from([0x23, 0xff, 0xfe, 0x0a])])
    fs.writeFileSync(ours('odd.yaml'), odd)
    await uploaded('odd.yaml')
    await problemSays('not UTF-8')
    assert.ok((await tab.downloaded(() => press('Save'))).bytes.equals(odd), 'bytes that are no text are not saved as they came')
    const report = await (await chosen('unix.yaml'), await reported(''), tab.downloaded(() => press('Save the report')))
    assert.equal(report.name, 'unix-report.html')
    assert.ok(/^<!DOCTYPE html>[\s\S]*default-src[\s\S]*<\/html>\s*$/.test(report.bytes.toString()), 'the report is no page')
  })

  await part('documents that would get out', async () => {
    await fresh()
    await editor()
    const before = await evaluate(() => document.querySelectorAll('*').length)
    for (const file of fs.readdirSync(ours('hostile'))) {
      const text = fs.readFileSync(ours(`hostile/${file}`), 'utf8').replaceAll('http://loopback/', loopback)
      await write(text)
      await until((t) => [...document.querySelectorAll('#desk-problems button')].some((b) => b.textContent.startsWith('Error')) || document.querySelector('main').textContent.includes(t), `Hostile ${file}`, file)
      const out = await evaluate(() => [...document.querySelectorAll('main script, main iframe, main img, main meta, main form, main [onerror], main [onclick], main [onload]')].map((e) => e.outerHTML.slice(0, 100)))
      assert.deepEqual(out, [], file)
      assert.equal(await evaluate(() => window.hit), undefined, file)
    }
    assert.ok(before > 100)
  })

  await part('documents that are too much', async () => {
    await fresh()
    await press('New')
    await reported('A partnership')
    const good = await written()
    const much = {
      'brackets': 'partner: 1\nx: ' + '['.repeat(9000) + ']'.repeat(9000), 'braces': '{a: '.repeat(5000), 'dashes': '- '.repeat(9000) + 'x', 'questions': '? '.repeat(9000),
      'many': 'a: [' + 'x, '.repeat(90_000) + ']', 'large': 'about: ' + 'word '.repeat(400_000), 'aliases': 'a: &a [x,x,x,x,x,x,x,x,x]\n' + 'bcdefghij'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill('*' + 'abcdefghi'[i]).join(',')}]`).join('\n'),
    }
    for (const [what, text] of Object.entries(much)) {
      await write(text)
      await until(() => [...document.querySelectorAll('#desk-problems button')].some((b) => b.textContent.startsWith('Error')), null, `an error of ${what}`)
      await write(good)
      await until(() => !document.querySelector('#desk-problems .error') && ['front', 'whole'].includes(document.getElementById('page').dataset.is), null, `the report after ${what}`)
    }
    fs.writeFileSync(ours('huge.yaml'), 'a: b\n'.repeat(300_000))
    await uploaded('huge.yaml')
    await until(() => document.getElementById('desk-says').textContent.includes('Not opened'), null, 'that it is too large')
  })

  await part('nothing leaves', async () => {
    const violated = await evaluate(() => window.violated)
    assert.deepEqual(violated, [], 'the policy was violated')
    expected = true // from here on, what a page may not do is tried on purpose
    const went = await evaluate(async (to) => {
      const all = []
      const tried = async (what, f) => { try { await f(); all.push(what) } catch {} }
      const comes = (e) => new Promise((go, no) => { e.onload = e.onopen = go; e.onerror = no })
      await tried('fetch', () => fetch(to, { mode: 'no-cors' }))
      await tried('image', () => { const i = new Image(); const c = comes(i); i.src = to; return c })
      await tried('script', () => { const s = document.createElement('script'); const c = comes(s); s.src = to; document.head.append(s); return c })
      await tried('style', () => { const l = document.createElement('link'); const c = comes(l); l.rel = 'stylesheet'; l.href = to; document.head.append(l); return c })
      await tried('socket', () => comes(new WebSocket(to.replace('http', 'ws'))))
      await tried('events', () => comes(new EventSource(to)))
      navigator.sendBeacon(to, 'x')
      await new Promise((go) => setTimeout(go, 300))
      return all
    }, loopback)
    assert.deepEqual(went, [])
    assert.ok((await evaluate(() => window.violated.length)) >= 5, 'what the policy forbids is not noticed')
  })
} finally {
  await tab.close()
  server.close()
}
if (heard) wrong.push(`${name}: the page called ${loopback} ${heard} times`)
process.stdout.write(JSON.stringify(wrong))
