// The page: files that are open, one of them in the editor, and the report on a proposal beside it.

import { Engine } from './engine.js'
import { draw, standing } from './report.js'
import { opened, saved } from './text.js'

const $ = (id) => document.getElementById(`desk-${id}`)
const most = 1 << 20 // bytes of a document
const rest = 700 // milliseconds without a change after which the report is made whole

const blank = `# What is not known is left out, or unknown. Ctrl-Space offers the keys and words that may stand where you write.
partner: 1
title: A partnership of two organisations

organisations:
  first: {name: unknown}
  second: {name: unknown}

arrangement:
  nature: unknown
  scale: unknown
`

const files = [] // {path, role, view, text, ...opened, now, state, sample}
let shown = null // the file in the editor
let proposal = null // the one that the report is on
let seen = { made: [], organisations: [], problems: [] } // the last answer on it
let owed = false // whether something has changed since the report was asked for
let asking = false
let whole = 0 // the timer after which the report is made whole
let changes = 0 // how often something has changed
let completing = false
let since = 0 // when the first of the changes came that the report does not show yet

const text = (id) => $(id).textContent
// The engine that answers while somebody writes started while the rest of the page was read, and was asked for the report on
// the example, which it is to give first.
const { engine, example, opening } = globalThis
let behind // works out the rest of the report meanwhile
let made // the editor, when it is made
const hooks = {
  changed(now) {
    if (!shown) return
    const was = shown.now === shown.text
    shown.now = now
    if (was !== (now === shown.text)) list()
    look()
  },
  moved(said) { $('told').textContent = said ? `${said.title}: ${said.says}` : '' },
}

// editor is the editor. It is made when somebody turns to its place, or else after the first report, as making it would take
// the processor from the engine. Until then the text of the example stands there.
function editor() {
  if (made) return made
  const code = document.createElement('script')
  code.textContent = text('editor')
  document.head.append(code)
  made = new globalThis.desk.Editor($('text'), JSON.parse(text('schema')), hooks)
  $('plain').remove()
  if (shown) made.show(shown)
  marked()
  return made
}

const say = (words) => { if ($('says').textContent !== words) $('says').textContent = words }

// take opens files together, given as {path, bytes}. What the engine answers on them may be known.
async function take(given, sample = false, known) {
  const roles = await Promise.all(given.map((g) => g.role ? { role: g.role } : engine.ask('role', { files: [{ path: g.path, bytes: g.bytes, role: 'proposal', view: '' }], at: 0 })))
  if (roles.some((r) => r.role === 'proposal')) files.splice(0, files.length, ...files.filter((f) => !f.sample || f.now !== f.text)) // the example goes
  const fresh = given.map((g, i) => {
    const text = opened(g.bytes)
    const role = roles[i].role ?? 'proposal'
    const file = { ...text, now: text.text, path: free(g.path, role), role, view: '', sample }
    files.push(file)
    return file
  })
  proposal = fresh.find((f) => f.role === 'proposal') ?? files.find((f) => f.role === 'proposal') ?? fresh[0] ?? proposal
  seen = { made: [], organisations: [], problems: [] }
  show(proposal, known)
}

// free gives a file a path of its own. It takes the place of what was opened before from the same path, but for another
// file of the same name, of which nobody knows the folder, and for what is changed.
function free(path, role) {
  const at = files.findIndex((f) => f.path === path)
  if (at < 0) return path
  if (files[at].now === files[at].text && files[at].role === role) {
    files.splice(at, 1)
    return path
  }
  for (let n = 2; ; n++) {
    const other = path.replace(/(\.\w+)?$/, (end) => ` (${n})${end}`)
    if (!files.some((f) => f.path === other)) return other
  }
}

async function open(chosen) {
  const given = []
  const left = []
  for (const f of chosen) {
    const path = f.webkitRelativePath || f.name
    if (f.webkitRelativePath && !/\.ya?ml$/i.test(f.name)) continue
    if (f.size > most) left.push(`${path} has ${f.size.toLocaleString('en-GB')} bytes, and a document at most ${most.toLocaleString('en-GB')}`)
    else given.push({ path, bytes: new Uint8Array(await f.arrayBuffer()) })
  }
  if (given.length) await take(given)
  if (left.length) say(`Not opened: ${left.join('; ')}.`)
  else if (!given.length) say('No document was found there.')
}

function show(file, known) {
  if (shown) shown.state = editor().kept()
  shown = file
  if (file.role === 'proposal') proposal = file
  if (made) made.show(file)
  else if (!known) editor() // what is known is of the text that stands in its place
  list()
  look(known)
}

function close(file) {
  if (file.now !== file.text && !confirm(`${file.path} has changes that are not saved. Close it?`)) return
  const at = files.indexOf(file)
  files.splice(at, 1)
  if (proposal === file) proposal = files.find((f) => f.role === 'proposal') ?? null
  if (shown === file) {
    shown = null
    if (files.length) show(proposal ?? files[Math.min(at, files.length - 1)])
    else take(begun(), true)
  } else {
    list()
    look()
  }
}

// list lists the open files: what each is, and whether it is in the report.
function list() {
  const focused = document.activeElement?.dataset?.is
  $('list').replaceChildren(...files.map((f) => {
    const row = document.createElement('li')
    const name = document.createElement('button')
    const changed = f.now !== f.text
    Object.assign(name, { type: 'button', className: 'desk-file', textContent: f.path + (changed ? ' (changed)' : '') })
    name.dataset.is = `file ${f.path}`
    if (f === shown) name.setAttribute('aria-current', 'true')
    name.onclick = () => show(f)
    const is = document.createElement('select')
    is.setAttribute('aria-label', `What ${f.path} is`)
    is.dataset.is = `role ${f.path}`
    for (const [value, words] of roles(f)) is.append(new Option(words, value, false, value === roleOf(f)))
    is.onchange = () => {
      const [role, view] = is.value.split(':')
      Object.assign(f, { role, view: view ?? '' })
      if (f === shown && made) made.role = role
      if (role === 'proposal' && f === shown) proposal = f
      else if (proposal === f) proposal = files.find((x) => x.role === 'proposal') ?? f
      list()
      look()
    }
    const shut = document.createElement('button')
    Object.assign(shut, { type: 'button', textContent: 'Close' })
    shut.setAttribute('aria-label', `Close ${f.path}`)
    shut.dataset.is = `close ${f.path}`
    shut.onclick = () => close(f)
    row.append(name, is, shut)
    return row
  }))
  if (focused) [...$('list').querySelectorAll('[data-is]')].find((e) => e.dataset.is === focused)?.focus()
}

const roleOf = (f) => f.role === 'view' ? `view:${f.view}` : f.role

function roles(f) {
  const used = f === proposal ? ', reported on' : ''
  const all = [['proposal', `Proposal${used}`], ['shared', seen.made.includes(f) ? 'Organisation’s own file, in the report' : 'Organisation’s own file']]
  if (f.role === 'view' && !f.view) all.push(['view:', 'Filled in apart: choose by whom'])
  const ids = [...seen.organisations]
  if (f.view && !ids.includes(f.view)) ids.push(f.view)
  for (const id of ids) all.push([`view:${id}`, `Filled in by ${id}${f.view === id ? seen.made.includes(f) ? ', laid over the report' : ', not in the report' : ''}`])
  return all
}

// asked is what the engine is to look at.
const asked = (at, part) => ({ files: files.map((f) => ({ path: f.path, bytes: saved(f, f.now), role: f.role, view: f.view })), at: files.indexOf(at), part })

// look asks for the report on what is written now: for its first screen at once, and for the rest when nothing has changed
// for a while. While an answer is awaited, only the newest text counts. What is known is shown until the engine has said it.
async function look(known) {
  changes++
  if (!owed) since = performance.now()
  owed = true
  clearTimeout(whole)
  if (asking) return
  asking = true
  if (known) await tell([...files], known, 'front', since)
  while (owed && proposal) {
    owed = false
    const from = since
    const of = [...files]
    await tell(of, await (changes === 1 ? opening : engine.ask('look', asked(proposal, 'front'))), 'front', from)
  }
  asking = owed = false
  whole = setTimeout(complete, behind ? rest : 0)
}

// complete works out the whole report, behind that of which somebody writes. What has changed since is not shown.
async function complete() {
  if (completing || !proposal) return
  completing = true
  const first = !behind
  behind ??= new Engine(text('worker'), engine.module)
  for (let of = -1; of !== changes && !asking;) {
    of = changes
    const open = [...files]
    const answer = await behind.ask('look', asked(proposal, 'whole'))
    if (of === changes && !asking && (answer.assessed || answer.mistake)) await tell(open, answer, 'whole')
  }
  completing = false
  const of = changes
  if (first) for (let n = 0; n < 4 && proposal && of === changes; n++) await behind.ask('look', asked(proposal, 'front')) // what a browser has run often it runs faster
}

// tell shows an answer of the engine: the report and what is wrong. `of` are the files that it was asked about, `from` is
// when.
async function tell(of, answer, is, from) {
  const file = (i) => of[i]
  const before = roleKey()
  if (answer.mistake) {
    seen = { ...seen, problems: [{ file: proposal, line: 0, from: 0, to: 0, kind: 'error', text: `partner cannot read this here: ${answer.mistake}.` }] }
  } else {
    seen = { made: answer.made.map(file), organisations: answer.organisations.length ? answer.organisations : seen.organisations, problems: answer.problems.map((p) => ({ ...p, file: file(p.file) ?? proposal })) }
    guessed()
  }
  if (shown && shown.role === 'shared' && !seen.made.includes(shown)) {
    const alone = await engine.ask('shared', asked(shown, 'whole'))
    for (const p of alone.problems ?? []) seen.problems.push({ ...p, file: shown })
  }
  draw(document.getElementById('page'), answer, is, proposal)
  if (before !== roleKey()) list()
  problems()
  says(answer)
  if (answer !== known) requestAnimationFrame(() => setTimeout(() => {
    performance.measure(`partner-${is}`, { start: from ?? performance.now(), end: performance.now() })
    editor()
  }))
}

const roleKey = () => JSON.stringify([seen.organisations, seen.made.map((f) => f?.path)])

// guessed lets a file that somebody filled in apart be of the organisation by whose id it is called.
function guessed() {
  for (const f of files) {
    const name = f.path.split('/').at(-1).replace(/\.\w+$/, '')
    if (f.role !== 'view' || f.view || !seen.organisations.includes(name)) continue
    f.view = name
    owed = true
  }
}

function says(answer) {
  const count = (n, one) => n === 0 ? '' : `${n} ${one}${n === 1 ? '' : 's'}`
  const kinds = (kind) => seen.problems.filter((p) => p.kind === kind).length
  const found = [count(kinds('error'), 'error'), count(kinds('warning'), 'finding'), count(kinds('info'), 'note')].filter(Boolean).join(', ')
  say([answer.says, found && `${found}.`].filter(Boolean).join(' ') || 'Nothing is wrong.')
}

// marked marks what is wrong in the text.
const marked = () => made?.problems(seen.problems.filter((p) => p.file === shown))

// problems lists what is wrong, each as a way to where it stands.
function problems() {
  marked()
  const kinds = { error: 'Error', warning: 'Finding', info: 'Note' }
  if (!seen.problems.length) {
    const none = document.createElement('p')
    none.textContent = 'No errors, and nothing that does not go together.'
    $('problems').replaceChildren(none)
    return
  }
  const all = document.createElement('ol')
  for (const p of seen.problems.slice(0, 200)) {
    const row = document.createElement('li')
    row.className = p.kind
    const to = document.createElement('button')
    to.type = 'button'
    to.textContent = `${kinds[p.kind]}, ${p.file.path}${p.line ? `, line ${p.line}` : ''}: ${p.text}`
    to.onclick = () => {
      if (p.file !== shown) show(p.file)
      editor().go(p)
    }
    row.append(to)
    all.append(row)
  }
  $('problems').replaceChildren(all)
}

function download(name, bytes, type) {
  const a = document.createElement('a')
  a.href = URL.createObjectURL(new Blob([bytes], { type }))
  a.download = name
  a.click()
  setTimeout(() => URL.revokeObjectURL(a.href), 60_000)
}

const base = (path) => path.split('/').at(-1)

function save() {
  if (!shown) return
  const bytes = saved(shown, shown.now)
  download(base(shown.path), bytes, 'application/octet-stream')
  if (shown.whole) Object.assign(shown, { text: shown.now, bytes, sample: false })
  say(`${base(shown.path)} is in the folder of downloads.`)
  list()
}

async function print() {
  behind ??= new Engine(text('worker'), engine.module)
  const answer = await behind.ask('print', asked(proposal, 'whole'))
  if (!answer.assessed) return say(answer.mistake ? `There is no report: ${answer.mistake}.` : 'There is no report while the document has errors.')
  download(base(proposal.path).replace(/\.\w+$/, '') + '-report.html', answer.page, 'text/html')
  say('The report is in the folder of downloads.')
}

const known = JSON.parse(text('example-answer'))
const begun = () => [{ path: 'proposal.yaml', role: 'proposal', bytes: new TextEncoder().encode(blank) }]

$('new').onclick = () => take(begun())
$('example').onclick = () => take(example, true, known)
$('open').onclick = () => $('files').click()
$('open-folder').onclick = () => $('folder').click()
for (const id of ['files', 'folder']) {
  $(id).onchange = async () => {
    const chosen = [...$(id).files]
    $(id).value = ''
    await open(chosen)
  }
}
$('save').onclick = save
$('print').onclick = print
addEventListener('keydown', (e) => {
  if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key === 's') {
    e.preventDefault()
    save()
  }
})
addEventListener('beforeunload', (e) => { if (files.some((f) => f.now !== f.text)) e.preventDefault() })

engine.ready.catch((e) => say(`The page cannot run here: ${e.message}`))
$('plain').onpointerover = editor
$('plain').onfocus = () => editor().focus()
standing(document.getElementById('page'), known.html)
take(example, true, known)
