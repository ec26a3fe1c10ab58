#!/usr/bin/env bash
# The number by which a condition is cited, as in a list of a page that goes on from the page before and starts at 7, is lost by two
# converters, which number each list from 1 and give no error: markdown-docx 1.7.0 (npm), which makes Word documents of
# Markdown, and node-html-markdown 2.0.0 (npm), which makes Markdown of HTML. The latter also drops whether a box of a list is
# ticked, so that what is done and what is open read alike, and runs the two lines of a table's cell into one word ("yes<br>but
# late"). @mohtasham/md-to-docx 4.0.1 and turndown 7.2.5 with turndown-plugin-gfm 1.0.2 (npm) keep the number, and the second the boxes.
#
# Seen: what is in the table at the end. This exits with 0 while that is so, with 1 where it is not, and with 2 where the
# packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts markdown-docx@1.7.0 @mohtasham/md-to-docx@4.0.1 node-html-markdown@2.0.0 turndown@7.2.5 turndown-plugin-gfm@1.0.2 jszip@3.10.1 || exit 2
cat >read.mjs <<'JS'
import { createRequire } from "node:module"
import markdownDocx, { Packer } from "markdown-docx"
import { convertMarkdownToDocx } from "@mohtasham/md-to-docx"
const require = createRequire(import.meta.url)
const Zip = require("jszip"), { NodeHtmlMarkdown } = require("node-html-markdown"), Turndown = require("turndown"), { gfm } = require("turndown-plugin-gfm")
// The number at which the list of a Word document starts, of which the first entry is given.
const starts = async (data, entry) => {
  const zip = await Zip.loadAsync(data), read = (name) => zip.file(`word/${name}.xml`).async("string")
  const paragraph = (await read("document")).split("</w:p>").find((p) => p.includes(entry))
  const list = /<w:numId w:val="(\d+)"/.exec(paragraph)[1]
  return new RegExp(`<w:num w:numId="${list}".*?<w:startOverride w:val="(\\d+)"`).exec(await read("numbering"))[1]
}
const markdown = "# Conditions\n\n7. seven\n8. eight\n"
console.log(`markdown-docx: ${await starts(await Packer.toBuffer(await markdownDocx(markdown)), "seven")}`)
console.log(`md-to-docx: ${await starts(Buffer.from(await (await convertMarkdownToDocx(markdown)).arrayBuffer()), "seven")}`)
const html = '<ol start="7"><li>seven</li></ol><ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> open</li></ul>'
const lines = (text) => text.split("\n").filter(Boolean).map((l) => l.replace(/ +/g, " ")).join(" / ")
console.log(`node-html-markdown: ${lines(NodeHtmlMarkdown.translate(html))}`)
console.log(`turndown: ${lines(new Turndown().use(gfm).turndown(html))}`)
const table = "<table><tr><th>Who</th><th>What</th></tr><tr><td>Staff</td><td>yes<br>but late</td></tr></table>"
console.log(lines(NodeHtmlMarkdown.translate(table)))
JS
node read.mjs | tee seen
diff - seen <<'SEEN'
markdown-docx: 1
md-to-docx: 7
node-html-markdown: 1. seven / * done / * open
turndown: 7. seven / * [x] done / * [ ] open
| Who | What | / | ----- | ----------- | / | Staff | yesbut late |
SEEN
