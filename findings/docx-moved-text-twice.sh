#!/usr/bin/env bash
# Two readers of Word documents tell text that somebody has moved with changes tracked twice, at the place that it left as
# well: officeparser 7.8.0 and word-extractor 1.0.4 (npm) leave out what is deleted (w:del) and keep what is moved away
# (w:moveFrom), which stands in the document only so that the move may be refused. A sentence that went from one heading
# under another is then read under both. mammoth 1.13.0 (npm) has it once.
#
# Seen: the moved word twice from two, once from the third; the deleted one from none. This exits with 0 while that is so,
# else with 1.
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
const by = 'w:author="a" w:date="2026-10-01T09:00:00Z"', r = (text) => `<w:r><w:t>${text}</w:t></w:r>`
const body = `<w:p>${r("For:")}<w:moveFrom w:id="1" ${by}>${r("moved")}</w:moveFrom><w:del w:id="2" ${by}><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>`
  + `<w:p>${r("Against:")}<w:moveTo w:id="3" ${by}>${r("moved")}</w:moveTo></w:p>`
require("./paper.js")(body).then(async (data) => {
  fs.writeFileSync("paper.docx", data)
  const lines = (text) => text.split(/\n+/).filter(Boolean).join(" / ")
  const seen = [
    lines((await parseOffice("paper.docx")).toText()),
    lines((await new Extractor().extract("paper.docx")).getBody()),
    lines((await mammoth.extractRawText({ buffer: data })).value),
  ]
  console.log(JSON.stringify(seen))
  process.exit(JSON.stringify(seen) === JSON.stringify(["For:moved / Against:moved", "For:moved / Against:moved", "For: / Against:moved"]) ? 0 : 1)
})
JS
node read.js
