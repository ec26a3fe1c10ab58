#!/usr/bin/env bash
# yaml 2.9.1 (npm, eemeli) writes a text that it reads back as another one: a text of several lines of which the first is
# indented and longer than the line width (80) is written as a folded block (">2"), and the first line is folded. Lines of
# a folded block that are indented beyond the block are not joined again: a line break comes into the text where there was
# none, and the rest of the line, which is not indented, is joined with the line after it instead. A long indented line that is not the first is left whole, as it should be.
# A document that is parsed and written again, which changes nothing else in it, suffers the same.
#
# Seen: stringify and parse break the first line after 15 words and join its rest with the second. This exits with 0 while that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml@2.9.1
node -e '
  const YAML = require("yaml")
  const long = "word ".repeat(20).trim()
  const again = (text) => YAML.parse(YAML.stringify({ text })).text
  const first = "  " + long + "\ntwo\n", later = "one\n  " + long + "\n"
  console.log(YAML.stringify({ text: first }))
  const kept = "k:\n  text: >2-\n      " + long + "\n      two\n"
  const rewritten = YAML.parseDocument(kept).toString()
  const moved = "  " + "word ".repeat(15).trim() + "\n" + "word ".repeat(5) + "two\n"
  const seen = [again(first) === moved, again(later) === later, YAML.parse(rewritten).k.text === YAML.parse(kept).k.text]
  console.log(seen)
  process.exit(seen[0] && seen[1] && !seen[2] ? 0 : 1)
'
