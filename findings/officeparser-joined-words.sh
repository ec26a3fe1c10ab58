#!/usr/bin/env bash
# officeparser 7.8.0 (npm) runs two words of a Word document into one where a line break, a tab or a hyphen that does not
# break stands between them and not a blank: "six" and "months" on two lines of a paragraph are read as "sixmonths", and
# "2026-27" with a hyphen that keeps it on one line as "202627". word-extractor 1.0.4 (npm) keeps the first two apart and
# loses the hyphen too; mammoth's HTML has all three.
#
# Seen: "sixmonths", "sixmonths" and "202627" from the one, "six" and "months" apart and "202627" from the other, a break, a
# tab and U+2011 from mammoth. This exits with 0 while that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts officeparser@7.8.0 word-extractor@1.0.4 mammoth@1.13.0 jszip@3.10.1
cat >paper.js <<'JS'
// The smallest Word document, whose body is given.
const Zip = require("jszip")
const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const types = "application/vnd.openxmlformats-"
module.exports = (body) => {
  const zip = new Zip()
  zip.file("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}officedocument.wordprocessingml.document.main+xml"/></Types>`)
  zip.file("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
  zip.file("word/document.xml", `<w:document xmlns:w="${main}"><w:body>${body}<w:sectPr/></w:body></w:document>`)
  return zip.generateAsync({ type: "nodebuffer" })
}
JS
cat >read.js <<'JS'
const { parseOffice } = require("officeparser"), mammoth = require("mammoth"), Extractor = require("word-extractor"), fs = require("fs")
const p = (one, between, two) => `<w:p><w:r><w:t>${one}</w:t><w:${between}/><w:t>${two}</w:t></w:r></w:p>`
require("./paper.js")(p("six", "br", "months") + p("six", "tab", "months") + p("2026", "noBreakHyphen", "27")).then(async (data) => {
  fs.writeFileSync("paper.docx", data)
  const lines = (text) => text.split(/\n+/).filter(Boolean)
  const seen = [
    lines((await parseOffice("paper.docx")).toText()),
    lines((await new Extractor().extract("paper.docx")).getBody()),
    [(await mammoth.convertToHtml({ buffer: data })).value],
  ]
  console.log(JSON.stringify(seen))
  const as = [["sixmonths", "sixmonths", "202627"], ["six", "months", "six\tmonths", "202627"], ["<p>six<br />months</p><p>six\tmonths</p><p>2026\u201127</p>"]]
  process.exit(JSON.stringify(seen) === JSON.stringify(as) ? 0 : 1)
})
JS
node read.js
