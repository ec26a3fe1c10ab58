#!/usr/bin/env bash
# dprint-plugin-yaml 0.6.0 (npm; pretty_yaml, as dprint runs it) changes texts while it lays out the keys around them, without
# an error. Where a text in a block says by how much it is indented ("|4", as writers put it where the first line begins with
# blanks), the keys are moved to two blanks and neither the lines nor the number are: each line of the text gains two blanks, and
# below a list it becomes a document that no reader takes. Of a text that keeps the empty lines at its end ("|+", as
# writers put it where a text ends in several line breaks) it leaves one and drops the rest. Its options for blanks at the
# ends of lines change neither. yaml 2.9.1 (npm) reads both before and after. prettier 3.10.1 (npm) shares the first, which
# its makers have on their list, and keeps the empty lines.
#
# Seen: "  one", line break, "two" is "    one", line break, "  two" afterwards, below a list an error; of three empty lines one
# is left. This exits with 0 while that is so, with 1 where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dprint-plugin-yaml@0.6.0 @dprint/formatter@0.6.0 yaml@2.9.1 prettier@3.10.1 || exit 2
cat >format.mjs <<'JS'
import { readFileSync } from "node:fs"
import { createFromBuffer } from "@dprint/formatter"
import * as prettier from "prettier"
import YAML from "yaml"
const dprint = createFromBuffer(readFileSync("node_modules/dprint-plugin-yaml/plugin.wasm"))
dprint.setConfig({}, { trimTrailingWhitespaces: false, trimTrailingZero: false })
const read = (text) => { try { return Object.values(YAML.parse(text))[0] } catch { return "an error" } }
const seen = []
for (const document of [
  "because:\n    text: |4\n          one\n        two\n",
  "because:\n- text: |2\n      one\n    two\n",
  "because: |+\n  one\n\n\n\nnext: 1\n",
]) seen.push([document, dprint.formatText({ filePath: "a.yaml", fileText: document }), await prettier.format(document, { parser: "yaml" })].map(read))
for (const row of seen) console.log(JSON.stringify(row))
const indented = { text: "  one\ntwo\n" }, moved = { text: "    one\n  two\n" }
const as = [[indented, moved, moved], [[indented], "an error", "an error"], ["one\n\n\n\n", "one\n\n", "one\n\n\n\n"]]
process.exit(JSON.stringify(seen) === JSON.stringify(as) ? 0 : 1)
JS
node format.mjs
