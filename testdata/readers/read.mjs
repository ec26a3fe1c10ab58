// Reads a file as programs read it, and prints what they have of it as JSON: read.mjs READER FILE.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const [reader, file] = process.argv.slice(2)
const text = () => fs.readFileSync(file, 'utf8')

const readers = {
  // What is left of each case: its outcome, and all that is said of it.
  'junit2json': async () => {
    const { parse } = await import('junit2json')
    const report = await parse(text())
    const said = (all) => all.map((x) => [x.message, x.inner])
    return report.testsuite.flatMap((s) => (s.testcase ?? []).map((c) => {
      for (const [outcome, name] of [['failure', 'failed'], ['error', 'failed'], ['skipped', 'skipped']]) {
        if (c[outcome]) return { outcome: name, said: [c.name, ...said(c[outcome]).flat()] }
      }
      return { outcome: 'passed', said: [c.name] }
    }))
  },
  'test-results-parser': async () => {
    const { parse } = require('test-results-parser')
    const out = console.log
    console.log = console.error // it speaks to standard output
    const parsed = parse({ type: 'junit', files: [file] })
    console.log = out
    const report = parsed.result ?? parsed
    const outcomes = { PASS: 'passed', FAIL: 'failed', SKIP: 'skipped' }
    return report.suites.flatMap((s) => s.cases.map((c) => ({ outcome: outcomes[c.status] ?? c.status, said: [c.name, c.failure, c.stack_trace] })))
  },
  'junit-to-ctrf': async () => {
    const { convertJUnitToCTRFReport } = await import('junit-to-ctrf')
    const out = console.log
    console.log = console.error
    const report = await convertJUnitToCTRFReport(path.resolve(file))
    console.log = out
    return report.results.tests.map((t) => ({ outcome: t.status, said: [t.name, t.message, t.trace] }))
  },
  // Its cells.
  'csv-parse': async () => {
    const { parse } = await import('csv-parse/sync')
    return parse(text())
  },
  // The cells of each sheet of a workbook.
  'exceljs': async () => {
    const { Workbook } = require('exceljs')
    const book = new Workbook()
    await book.xlsx.readFile(file)
    const sheets = {}
    for (const s of book.worksheets) {
      sheets[s.name] = []
      s.eachRow({ includeEmpty: true }, (row) => sheets[s.name].push(row.values.slice(1).map((v) => String(v ?? ''))))
    }
    return sheets
  },
  // A workbook, opened and saved again with .again behind its name.
  'exceljs/saved': async () => {
    const { Workbook } = require('exceljs')
    const book = new Workbook()
    await book.xlsx.readFile(file)
    await book.xlsx.writeFile(file + '.again')
  },
  // What a page holds, by kind, and the texts of its tasks.
  'remark-gfm': async () => {
    const { unified } = await import('unified')
    const tree = unified().use((await import('remark-parse')).default).use((await import('remark-gfm')).default).parse(text())
    const kinds = {}
    const tasks = []
    const said = (n) => (n.value ?? '') + (n.children ?? []).map(said).join('')
    const walk = (n) => {
      kinds[n.type] = (kinds[n.type] ?? 0) + 1
      if (n.type === 'listItem' && typeof n.checked === 'boolean') tasks.push({ open: n.checked === false, said: said(n) })
      for (const c of n.children ?? []) walk(c)
    }
    walk(tree)
    return { kinds, tasks }
  },
  // The commands that GitHub's own library makes of annotations that are read from a list.
  '@actions/core': async () => {
    const core = require('@actions/core')
    for (const a of JSON.parse(text()) ?? []) {
      const at = { title: a.Rule, file: a.File }
      if (a.Line) Object.assign(at, { startLine: a.Line, startColumn: a.Column })
      core[a.Level](a.Says, at)
    }
  },
}

const read = await readers[reader]()
if (read !== undefined) process.stdout.write(JSON.stringify(read))
