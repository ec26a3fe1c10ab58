import assert from 'node:assert/strict'
import test from 'node:test'
import { parser } from '../src/language.js'

test('a text is parsed as far as it can be followed', () => {
  const tree = parser.parse('a: [b, c]\n')
  assert.equal(tree.length, 10)
  assert.ok(tree.toString().includes('FlowSequence'))
})

test('a text that is nested too deep has no tree, and breaks nothing', () => {
  const text = 'a: ' + '['.repeat(40_000) + ']'.repeat(40_000)
  assert.equal(parser.parse(text).length, text.length)
})
