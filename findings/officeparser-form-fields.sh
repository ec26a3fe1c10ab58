#!/usr/bin/env bash
# officeparser 7.8.0 (npm) leaves out what stands in a field of a Word form (a content control, w:sdt) where the field holds a
# paragraph, a row or a cell of a table, as drop-down lists and boxes to write in mostly do: of a form that was filled in, the
# answers are missing from its text, without a warning. What a field within a line holds is there. mammoth 1.13.0 (npm) has
# all of them.
#
# Seen: of "line", "paragraph", "row" and "cell", each in a field, only the first, and no warnings. This exits with 0 while
# that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts officeparser@7.8.0 mammoth@1.13.0 jszip@3.10.1
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
const { parseOffice } = require("officeparser"), mammoth = require("mammoth"), fs = require("fs")
const field = (of) => `<w:sdt><w:sdtPr><w:alias w:val="answer"/></w:sdtPr><w:sdtContent>${of}</w:sdtContent></w:sdt>`
const p = (of) => `<w:p>${of}</w:p>`, r = (text) => `<w:r><w:t>${text}</w:t></w:r>`, cell = (text) => `<w:tc>${p(r(text))}</w:tc>`
const table = (of) => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>${of}</w:tbl>`
const body = p(field(r("line"))) + field(p(r("paragraph"))) + table(field(`<w:tr>${cell("row")}</w:tr>`) + `<w:tr>${field(cell("cell"))}</w:tr>`)
require("./paper.js")(body).then(async (data) => {
  fs.writeFileSync("form.docx", data)
  const read = await parseOffice("form.docx"), words = (text) => text.split(/\s+/).filter(Boolean).join(" ")
  const seen = [words(read.toText()), read.warnings.length, words((await mammoth.extractRawText({ buffer: data })).value)]
  console.log(JSON.stringify(seen))
  process.exit(JSON.stringify(seen) === JSON.stringify(["line", 0, "line paragraph row cell"]) ? 0 : 1)
})
JS
node read.js
