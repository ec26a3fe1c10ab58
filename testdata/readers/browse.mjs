// A browser with one tab that shows a file, as a person has it: Chromium by Playwright, Firefox by Puppeteer. What the
// tab asks of a network, what its policy forbids and what goes wrong in its scripts is noted as wrong.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const patience = 5 * 60_000 // a machine that is busy elsewhere takes its time

const require = createRequire(import.meta.url)
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export async function browse(name, file, note) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), `partner-${name}-`))
  const url = pathToFileURL(file).href
  const amiss = (what) => note(`${name}: ${what}`)
  const own = (address) => address === url || address.startsWith(url + '#') || /^(blob|data|about):/.test(address)
  const tab = await (name === 'firefox' ? firefox : chromium)(dir, url, amiss, own)
  const until = async (f, arg, what) => {
    const end = Date.now() + patience
    while (!await tab.evaluate(f, arg)) {
      if (Date.now() > end) throw new Error(`${what} does not come: ${JSON.stringify(await tab.evaluate(() => [document.getElementById('page')?.dataset.is, document.getElementById('desk-says')?.textContent, document.querySelector('main')?.textContent.slice(0, 200)]))}`)
      await new Promise((go) => setTimeout(go, 50))
    }
  }
  // downloaded gives the bytes of the file that comes down while something is done.
  const downloads = path.join(dir, 'downloads')
  const downloaded = async (f) => {
    fs.rmSync(downloads, { recursive: true, force: true })
    fs.mkdirSync(downloads)
    const got = await tab.download(f, downloads)
    return { name: path.basename(got), bytes: fs.readFileSync(got) }
  }
  return { ...tab, until, downloaded, async close() { await tab.close(); fs.rmSync(dir, { recursive: true, force: true }) } }
}

// bare is Chromium with a tab that shows a file, and with no more around it than a person has: nothing listens to the
// network, for which a browser reads and decodes each file once more, and the browser has been there for a while.
export async function bare(file) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'partner-bare-'))
  const browser = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--window-size=1280,900', `--user-data-dir=${dir}`, '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const waiting = new Map()
  let read = ''
  let asked = 0
  browser.stdio[4].on('data', (data) => {
    const all = (read + data).split('\0')
    read = all.pop()
    for (const { id, error, result } of all.map((text) => JSON.parse(text))) waiting.get(id)?.(error ? { failed: error.message } : result)
  })
  const send = async (method, params, sessionId) => {
    const id = ++asked
    browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0')
    const result = await new Promise((go) => waiting.set(id, go))
    waiting.delete(id)
    if (result.failed) throw new Error(`${method}: ${result.failed}`)
    return result
  }
  await new Promise((go) => setTimeout(go, 2500))
  const { targetInfos } = await send('Target.getTargets', {})
  const { sessionId } = await send('Target.attachToTarget', { targetId: targetInfos.find((t) => t.type === 'page').targetId, flatten: true })
  const evaluate = async (f, arg) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression: `(${f})(${JSON.stringify(arg ?? null)})`, returnByValue: true, awaitPromise: true }, sessionId)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  const until = async (f, arg, what) => {
    for (const end = Date.now() + patience; !await evaluate(f, arg);) {
      if (Date.now() > end) throw new Error(`${what} does not come`)
      await new Promise((go) => setTimeout(go, 100))
    }
  }
  const codes = { Home: 36, End: 35, ArrowDown: 40 }
  const key = async (of) => {
    await send('Input.dispatchKeyEvent', { type: 'keyDown', ...of }, sessionId)
    await send('Input.dispatchKeyEvent', { type: 'keyUp', ...of }, sessionId)
  }
  await send('Page.navigate', { url: pathToFileURL(file).href }, sessionId)
  return {
    evaluate, until,
    press: (keys) => key({ key: keys.replace('Control+', ''), windowsVirtualKeyCode: codes[keys.replace('Control+', '')], modifiers: keys.startsWith('Control+') ? 2 : 0 }),
    type: (letter) => key({ key: letter, text: letter }),
    async close() {
      const ended = new Promise((go) => browser.on('exit', go))
      send('Browser.close', {}) // all its processes end with it, where a signal ends the first alone
      await ended
      fs.rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

// violations has a page note what its policy forbids.
const violations = () => {
  window.violated = []
  addEventListener('securitypolicyviolation', (e) => window.violated.push(`${e.violatedDirective} ${e.blockedURI}`))
}

async function chromium(dir, url, amiss, own) {
  const { chromium } = await import('playwright-core')
  const context = await chromium.launchPersistentContext(path.join(dir, 'profile'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', acceptDownloads: true, timeout: patience,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) amiss(`console: ${m.text()}`) })
  page.on('pageerror', (e) => amiss(`script: ${e.message}`))
  page.on('request', (r) => { if (!own(r.url())) amiss(`request: ${r.url()}`) })
  page.on('dialog', (d) => (d.type() === 'beforeunload' ? d.accept() : (amiss(`dialog: ${d.message()}`), d.dismiss())))
  await page.addInitScript(violations)
  await page.setViewportSize({ width: 1280, height: 900 })
  const began = Date.now()
  await page.goto(url)
  return {
    began,
    evaluate: (f, arg) => page.evaluate(f, arg),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    upload: (id, files) => page.setInputFiles(`#${id}`, files),
    folder: (id, folder) => page.setInputFiles(`#${id}`, folder),
    size: (width) => page.setViewportSize({ width, height: 900 }),
    media: (m) => page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...m }),
    picture: (file) => page.screenshot({ path: file }),
    again: () => page.goto(url),
    async download(f, to) {
      const [d] = await Promise.all([page.waitForEvent('download'), f()])
      const file = path.join(to, d.suggestedFilename())
      await d.saveAs(file)
      return file
    },
    close: () => context.close(),
  }
}

async function firefox(dir, url, amiss, own) {
  const puppeteer = (await import('puppeteer-core')).default
  const downloads = path.join(dir, 'downloads')
  fs.mkdirSync(downloads)
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', userDataDir: path.join(dir, 'profile'), headless: true, timeout: patience, protocolTimeout: patience,
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': true, // as people have it, and drivers do not
      'browser.download.folderList': 2, 'browser.download.dir': downloads, 'browser.download.useDownloadDir': true, 'browser.download.always_ask_before_handling_new_types': false, 'browser.download.manager.showWhenStarting': false,
    },
  })
  const page = await browser.newPage()
  page.setDefaultTimeout(patience)
  page.on('console', (m) => { if (['error', 'warn'].includes(m.type())) amiss(`console: ${m.text()}`) })
  page.on('pageerror', (e) => amiss(`script: ${e.message}`))
  page.on('request', (r) => { if (!own(r.url())) amiss(`request: ${r.url()}`) })
  page.on('dialog', (d) => (d.type() === 'beforeunload' ? d.accept() : (amiss(`dialog: ${d.message()}`), d.dismiss())))
  await page.evaluateOnNewDocument(violations)
  await page.setViewport({ width: 1280, height: 900 })
  await page.goto(url)
  return {
    evaluate: (f, arg) => page.evaluate(f, arg),
    async press(keys) {
      const all = keys.split('+')
      for (const k of all.slice(0, -1)) await page.keyboard.down(k)
      await page.keyboard.press(all.at(-1))
      for (const k of all.slice(0, -1).reverse()) await page.keyboard.up(k)
    },
    type: (text) => page.keyboard.type(text),
    async upload(id, files) { await (await page.$(`#${id}`)).uploadFile(...[files].flat()) },
    size: (width) => page.setViewport({ width, height: 900 }),
    again: () => page.goto(url),
    async download(f, to) {
      await f()
      for (const end = Date.now() + patience; Date.now() < end;) {
        const got = fs.readdirSync(to).filter((x) => !x.endsWith('.part'))
        if (got.length && fs.readdirSync(to).length === got.length && fs.statSync(path.join(to, got[0])).size) return path.join(to, got[0])
        await new Promise((go) => setTimeout(go, 50))
      }
      throw new Error('nothing is downloaded')
    },
    close: () => browser.close(),
  }
}

// axeIn runs axe over what the tab shows.
export async function axeIn(tab, wrong, what) {
  await tab.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true })
  await tab.evaluate(axe)
  const found = await tab.evaluate(async () => {
    const run = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
    return run.violations.map((x) => `${x.id}: ${x.help}: ${x.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')}`)
  })
  for (const x of found) wrong.push(`axe, ${what}: ${x}`)
}
