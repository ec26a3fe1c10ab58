#!/usr/bin/env bash
# word-extractor 1.0.4 (npm) makes whole numbers of the fractions and powers that are set as such in a Word document (its
# equations, m:oMath): it strings the digits together. A cost of one and a half million is read as 112 million, ten to the sixth
# as 106, and nothing tells it from a number that was written so. Their HTML leaves mammoth 1.13.0 (npm) out, with a message;
# officeparser 7.8.0 (npm) writes \frac12 and {10}^6.
#
# Seen: "Cost: 112 million" and "Cases: 106" from the one, and the other two as told. This exits with 0 while that is so, with 1
# where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts word-extractor@1.0.4 officeparser@7.8.0 mammoth@1.13.0 jszip@3.10.1 || exit 2
cat >paper.js <<'JS'
// The smallest Word document, whose body is given.
const Zip = require("jszip")
const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
const types = "application/vnd.openxmlformats-"
module.exports = (body) => {
  const zip = new Zip()
  zip.file("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}officedocument.wordprocessingml.document.main+xml"/></Types>`)
  zip.file("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
  zip.file("word/document.xml", `<w:document xmlns:w="${main}" xmlns:m="${math}"><w:body>${body}<w:sectPr/></w:body></w:document>`)
  return zip.generateAsync({ type: "nodebuffer" })
}
JS
cat >read.js <<'JS'
const Extractor = require("word-extractor"), { parseOffice } = require("officeparser"), mammoth = require("mammoth"), fs = require("fs")
const r = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`, m = (text) => `<m:r><m:t>${text}</m:t></m:r>`
const half = `<m:f><m:num>${m(1)}</m:num><m:den>${m(2)}</m:den></m:f>`, power = `<m:sSup><m:e>${m(10)}</m:e><m:sup>${m(6)}</m:sup></m:sSup>`
const body = `<w:p>${r("Cost: ")}<m:oMath>${m(1)}${half}</m:oMath>${r(" million")}</w:p><w:p>${r("Cases: ")}<m:oMath>${power}</m:oMath></w:p>`
require("./paper.js")(body).then(async (data) => {
  fs.writeFileSync("paper.docx", data)
  const html = await mammoth.convertToHtml({ buffer: data })
  console.log("word-extractor", JSON.stringify((await new Extractor().extract("paper.docx")).getBody().trim()))
  console.log("officeparser", JSON.stringify((await parseOffice("paper.docx")).toText()))
  console.log("mammoth", html.value, html.messages.length > 0)
})
JS
node read.js | tee seen
diff - seen <<'SEEN'
word-extractor "Cost: 112 million\nCases: 106"
officeparser "Cost: 1\\frac12 million\nCases: {10}^6"
mammoth <p>Cost:  million</p><p>Cases: </p> true
SEEN
