#!/usr/bin/env bash
# Two readers of YAML in npm have other lines in a text than stand there, and give no error. yamljs 0.3.0 keeps the line breaks of a
# sentence that is wrapped, plain or in single quotes, where YAML has a blank, and runs the first of the steps in a folded text (">"),
# which are indented further and stay lines of their own, into the sentence before it. @stoplight/yaml 4.3.0 drops the empty line with
# which a text in a block begins ("|") and the last of those that it keeps ("|+"), and puts one before a text that says by how
# much it is indented ("|2"). yaml 2.9.1 and js-yaml 5.5.0 agree on all of them.
#
# Seen: what is in the table at the end. This exits with 0 while that is so, with 1 where it is not, and with 2 where the
# packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yamljs@0.3.0 @stoplight/yaml@4.3.0 yaml@2.9.1 js-yaml@5.5.0 || exit 2
cat >read.js <<'JS'
const { parse } = require("yaml"), { load } = require("js-yaml")
const readers = { yamljs: require("yamljs").parse, "@stoplight/yaml": require("@stoplight/yaml").parse }
const texts = {
  wrapped: "a: the staff have not\n  been asked\n",
  quoted: "a: 'the staff have not\n  been asked'\n",
  steps: "a: >-\n  in this order\n    one\n    two\n  and then\n",
  begins: "a: |-\n\n  one\n",
  keeps: "a: |+\n  one\n\n",
  indented: "a: |2-\n    one\n  two\n",
}
for (const [name, text] of Object.entries(texts)) {
  const right = parse(text).a
  if (load(text).a !== right) console.log(`${name}: they differ`)
  for (const [reader, read] of Object.entries(readers)) {
    const other = read(text).a
    if (other !== right) console.log(`${name}, ${reader}: ${JSON.stringify(right)} is ${JSON.stringify(other)}`)
  }
}
JS
node read.js | tee seen
diff - seen <<'SEEN'
wrapped, yamljs: "the staff have not been asked" is "the staff have not\nbeen asked"
quoted, yamljs: "the staff have not been asked" is "the staff have not\nbeen asked"
steps, yamljs: "in this order\n  one\n  two\nand then" is "in this order  one\n  two\nand then"
begins, @stoplight/yaml: "\none" is "one"
keeps, @stoplight/yaml: "one\n\n" is "one\n"
indented, @stoplight/yaml: "  one\ntwo" is "\n  one\ntwo"
SEEN
