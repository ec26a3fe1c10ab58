// Measures the page in Chromium: desk-bench.mjs PAGE PARTNER. The first report and the changes after it are medians of ten
// openings, each in a browser of its own with an empty profile that has been up for a moment, and to which nothing listens; a
// process of PARTNER is measured between them.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { bare } from './browse.mjs'

const [page, partner] = process.argv.slice(2)
const openings = Number(process.env.OPENINGS ?? 10)
const changes = 12
const example = path.resolve('../../examples/networked-clinic/proposal.yaml')
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1]
const ms = (n) => `${Math.round(n)} ms`

const known = [] // the first screen of the example, which the page holds
const first = [] // the same, as the engine said it
const full = []
const stages = {} // on the way to it
const processes = []
const edits = Array.from({ length: changes }, () => [])
for (let n = 0; n < openings; n++) {
  const tab = await bare(path.resolve(page))
  const measured = async (count) => {
    await tab.until((c) => performance.getEntriesByName('partner-front').length >= c, count, 'a report')
    return tab.evaluate((c) => { const e = performance.getEntriesByName('partner-front')[c - 1]; return { lasted: e.duration, at: e.startTime + e.duration } }, count)
  }
  const shown = await measured(1)
  for (const [what, at] of await tab.evaluate(() => ['compiled', 'ready'].map((what) => [what, performance.getEntriesByName(`partner-${what}`)[0]?.startTime]))) {
    if (at === undefined) throw new Error(`the engine is not ${what}, and what the page shows is no report of its`)
    (stages[what] ??= []).push(at)
  }
  first.push(shown.at)
  known.push(await tab.evaluate(() => performance.getEntriesByName('partner-known')[0].startTime))
  await tab.until(() => performance.getEntriesByName('partner-whole').length > 0, null, 'the whole report')
  full.push(await tab.evaluate(() => performance.getEntriesByName('partner-whole')[0].startTime))
  await tab.evaluate(() => document.getElementById('desk-text').shadowRoot.querySelector('.cm-content').focus())
  for (const k of ['Control+Home', 'ArrowDown', 'ArrowDown', 'End']) await tab.press(k)
  for (let c = 0; c < changes; c++) {
    await tab.type('x')
    edits[c].push((await measured(c + 2)).lasted)
    await new Promise((go) => setTimeout(go, c % 2 ? 1000 : 250)) // after a second the page works out the rest
  }
  await tab.close()
  for (let c = 0; c < 3; c++) {
    const began = performance.now()
    execFileSync(partner, ['assess', '--format', 'html', example])
    processes.push(performance.now() - began)
  }
}
const native = median(processes)
const size = fs.readFileSync(page)
console.log(`the file: ${(size.length / 1e6).toFixed(2)} MB, ${(gzipSync(size, { level: 9 }).length / 1e6).toFixed(2)} MB gzipped`)
const spread = (all) => `${ms(median(all))} after the page was asked for (${ms(Math.min(...all))} to ${ms(Math.max(...all))}, ${openings} openings)`
console.log(`the first screen of the example, as the page holds it: ${spread(known)}`)
console.log(`the same, as the engine has said it: ${spread(first)}`)
for (const [what, all] of Object.entries(stages)) console.log(`  the engine is ${what} at ${ms(median(all))}`)
console.log(`the whole of it: ${ms(median(full))}`)
console.log(`a process of partner that prints the same report: ${ms(native)}`)
edits.forEach((all, c) => console.log(`change ${c + 1}: ${ms(median(all))}, ${(median(all) / native).toFixed(1)} times that`))
