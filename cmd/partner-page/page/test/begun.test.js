import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import test from 'node:test'
import { begun, world } from '../begun.mjs'
import { resume } from '../src/resume.js'

const go = (...args) => execFileSync('go', args, { encoding: 'utf8', env: { ...process.env, GOOS: 'js', GOARCH: 'wasm' } })
const loader = fs.readFileSync(path.join(go('env', 'GOROOT').trim(), 'lib/wasm/wasm_exec.js'), 'utf8')

// built is a program whose `main` begins with some lines, and then counts how often it is asked.
function built(first) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'begun-'))
  try {
    fs.writeFileSync(path.join(dir, 'main.go'), `package main
import ("syscall/js"; "time")
var count, begun = map[string]int{}, 0
var held js.Value
func main() {
	begun++
	${first}
	js.Global().Set("program", map[string]any{"name": "counter", "ask": js.FuncOf(func(_ js.Value, args []js.Value) any {
		count[args[0].String()]++
		return map[string]any{"begun": begun, "count": count[args[0].String()], "bytes": len(make([]byte, args[1].Int())), "later": time.Now().Year() > 2020}
	})})
	select {}
}`)
    go('build', '-o', path.join(dir, 'main.wasm'), path.join(dir, 'main.go'))
    return fs.readFileSync(path.join(dir, 'main.wasm'))
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
}

async function resumed({ module, held }) {
  const all = world(loader)
  const go = new all.Go()
  const { instance } = await all.WebAssembly.instantiate(module, go.importObject)
  resume(go, instance, held, all)
  return (...asked) => JSON.parse(JSON.stringify(all.program.ask(...asked)))
}

const counter = built('count["a"] = 40')

test('a program that has begun goes on, as often as somebody has it, and each by itself', async () => {
  const made = await begun(counter, loader, {})
  for (let n = 0; n < 2; n++) {
    const ask = await resumed(made)
    assert.deepEqual(ask('a', 1), { begun: 1, count: 41, bytes: 1, later: true })
    assert.deepEqual(ask('b', 1), { begun: 1, count: 1, bytes: 1, later: true })
    for (let more = 2; more < 200; more++) assert.equal(ask('b', 1 << 20).count, more) // it collects what it does not need, and takes more memory
  }
})

test('the same program gives the same bytes', async () => {
  const [one, other] = [await begun(counter, loader, {}), await begun(counter, loader, {})]
  assert.ok(one.module.equals(other.module))
  assert.deepEqual(one.held, other.held)
})

test('what a program would take along from where it begins is an error', async () => {
  await assert.rejects(begun(built('count["a"] = int(time.Now().Unix())'), loader, {}), /walltime/)
  await assert.rejects(begun(built('time.AfterFunc(time.Hour, func() {})'), loader, {}), /scheduleTimeoutEvent/)
  await assert.rejects(begun(built('held = js.Global().Get("Date").New(0)'), loader, {}), /nothing says how to make/)
  await assert.rejects(begun(built('if begun == 1 { return }'), loader, {}), /has ended/)
})
