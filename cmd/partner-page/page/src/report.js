// The report in the page, as the engine draws it.

// never are elements that no report has. The engine writes what a document says as text alone, and the policy of the
// page lets nothing run or load; they are taken out all the same.
const never = 'script, style, link, meta, base, iframe, frame, object, embed, form, template'

// draw puts an answer into `main`. Where a document has errors, the report before them stays, and says so.
export function draw(main, answer, is, proposal) {
  if (!answer.assessed && main.dataset.of === proposal.path && ['brief', 'whole', 'stale'].includes(main.dataset.is)) {
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
    main.replaceChildren(h, p)
  } else {
    const open = new Set([...main.querySelectorAll('details[open] > summary')].map((s) => s.textContent))
    const at = main.scrollTop
    const drawn = new DOMParser().parseFromString(answer.html, 'text/html').querySelector('main')
    for (const e of drawn.querySelectorAll(never)) e.remove()
    for (const a of drawn.querySelectorAll('a[href]:not([href^="#"])')) Object.assign(a, { target: '_blank', rel: 'noopener noreferrer' })
    for (const s of drawn.querySelectorAll('details > summary')) s.parentElement.open = open.has(s.textContent)
    main.replaceChildren(...drawn.childNodes)
    if (main.dataset.of === proposal.path) main.scrollTop = at
  }
  main.dataset.of = proposal.path
  main.dataset.is = answer.assessed ? is : 'wrong'
  document.title = `${main.querySelector('h1')?.textContent ?? 'No report'} · partner`
}
