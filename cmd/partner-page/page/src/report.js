// The report in the page, as the engine draws it.

// never are elements that no report has. The engine writes what a document says as text alone, and the policy of the
// page lets nothing run or load; they are taken out all the same.
const never = 'script, style, link, meta, base, iframe, frame, object, embed, form, template'

// head are the parts of a report that its first screen has, and what the page says beside them.
const head = 'header.sheet, .front, .lead, .desk-behind, .desk-stale, .desk-no'

let drawn // what the last answer that was drawn holds

// standing says what the report is that stands in `main` from the beginning.
export function standing(main, html) {
  drawn = html
  outwards(main)
}

// outwards has links that lead out of the report open beside the page.
function outwards(report) {
  for (const a of report.querySelectorAll('a[href]:not([href^="#"])')) Object.assign(a, { target: '_blank', rel: 'noopener noreferrer' })
}

// draw puts an answer into `main`. Where a document has errors, the report before them stays, and says so.
export function draw(main, answer, is, proposal) {
  const same = main.dataset.of === proposal.path
  if (same && is === 'front' && main.dataset.is === 'front' && answer.html === drawn) return
  if (!answer.assessed && same && ['front', 'whole', 'stale'].includes(main.dataset.is)) {
    if (main.dataset.is === 'stale') return
    main.dataset.is = 'stale'
    const told = document.createElement('p')
    told.className = 'desk-stale'
    told.textContent = 'The document has errors now, which are listed under Problems. This report is on what it said before them.'
    main.prepend(told)
    return
  }
  if (answer.mistake) {
    const h = document.createElement('h1')
    const p = document.createElement('p')
    h.textContent = 'No report'
    p.textContent = `partner cannot read this here: ${answer.mistake}. What is written is still in the editor.`
    h.className = p.className = 'desk-no'
    main.replaceChildren(h, p)
  } else {
    const open = new Set([...main.querySelectorAll('details[open] > summary')].map((s) => s.textContent))
    const at = main.scrollTop
    const page = new DOMParser().parseFromString(answer.html, 'text/html').querySelector('main')
    for (const e of page.querySelectorAll(never)) e.remove()
    outwards(page)
    for (const s of page.querySelectorAll('details > summary')) s.parentElement.open = open.has(s.textContent)
    if (answer.assessed && is === 'front') {
      const rest = same ? [...main.children].filter((e) => !e.matches(head)) : []
      const told = document.createElement('p')
      told.className = 'desk-behind'
      told.textContent = rest.length ? 'What stands below is as it was before the last change, and is being worked out.' : 'The rest of the report is being worked out.'
      for (const e of [...main.childNodes]) if (!rest.includes(e)) e.remove() // what stays is not laid out anew
      main.prepend(...[...page.children].filter((e) => rest.length === 0 || e.matches(head)), told)
    } else main.replaceChildren(...page.childNodes)
    if (same && at) main.scrollTop = at
  }
  drawn = answer.html
  main.dataset.of = proposal.path
  main.dataset.is = answer.assessed ? is : 'wrong'
  document.title = `${main.querySelector('h1')?.textContent ?? 'No report'} · partner`
}
