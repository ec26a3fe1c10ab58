// Looks at a page of HTML as Chromium shows and prints it, and prints what is wrong with it as JSON:
// page.mjs FILE PDF [SCREENSHOTS]. In PDF it leaves the page as it is printed, in the folder SCREENSHOTS pictures of it.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const require = createRequire(import.meta.url)
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const [file, pdf, shots] = process.argv.slice(2)
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'partner-chromium-'))
const patience = 5 * 60_000 // a machine that is busy elsewhere takes its time
const wrong = []
const amiss = (where, what) => wrong.push(`${where}: ${what}`)

const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  offline: true, timeout: patience,
})
try {
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  page.on('console', (m) => amiss('console', m.text())) // violations of the policy are told there
  page.on('pageerror', (e) => amiss('script', e.message))
  page.on('request', (r) => { if (r.url() !== url) amiss('network', r.url()) })
  page.on('dialog', (d) => { amiss('dialog', d.message()); d.dismiss() })
  const url = pathToFileURL(path.resolve(file)).href
  const views = [
    { name: 'wide', width: 1280, media: { colorScheme: 'light' } },
    { name: 'narrow', width: 320, media: { colorScheme: 'light' } },
    { name: 'dark', width: 1280, media: { colorScheme: 'dark' } },
    { name: 'forced', width: 1280, media: { forcedColors: 'active' } },
    { name: 'printed', width: 794, media: { media: 'print', colorScheme: 'light' } },
  ]
  for (const v of views) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...v.media })
    await page.setViewportSize({ width: v.width, height: 900 })
    await page.goto(url)
    // A link to what is folded opens it, so that each leads somewhere.
    if (v.name === 'wide') {
      const to = await page.evaluate(() => [...document.querySelectorAll('.annex details [id^=criterion-]')].map((e) => e.id)[0])
      if (to) {
        await page.goto(`${url}#${to}`)
        if (!await page.evaluate((id) => document.getElementById(id).checkVisibility(), to)) amiss(v.name, `the link to ${to} opens nothing`)
      }
    }
    if (shots) await page.screenshot({ path: path.join(shots, `${v.name}.png`), clip: { x: 0, y: 0, width: v.width, height: v.name === 'narrow' ? 4000 : 2400 }, fullPage: true })
    // What is closed no tool looks at. It is made of what stands elsewhere too, so that once is enough.
    const all = v.name === 'wide' || v.name === 'narrow'
    if (all) await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true })
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (v.name !== 'printed' && beyond > 0) amiss(v.name, `it is ${beyond} pixels wider than the window`)
    if (v.name === 'narrow') await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = false })
    await page.evaluate(axe)
    const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
    for (const x of found.violations) amiss(v.name, `${x.id}: ${x.help}: ${x.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')}`)
    if (v.name === 'forced') {
      const black = await page.evaluate(() => [...document.querySelectorAll('svg text')].filter((e) => getComputedStyle(e).fill !== getComputedStyle(e).color).length)
      if (black) amiss(v.name, `${black} letters of pictures keep a colour of their own`)
    }
  }
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null })
  await page.goto(url)
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
} finally {
  await context.close()
  fs.rmSync(profile, { recursive: true, force: true })
}
process.stdout.write(JSON.stringify(wrong))
