#!/usr/bin/env bash
# What was chosen in a form of Word's older kind stands in the document as the number of an entry in a list of words
# (FORMDROPDOWN), and that a box was ticked as a mark (FORMCHECKBOX); LibreOffice 7.4.7 prints the chosen word. Three readers
# in npm leave the choice out without a message: mammoth 1.13.0, officeparser 7.8.0 and word-extractor 1.0.4. "Decision:" is read
# as if nobody had decided. Of the box mammoth's HTML has the tick, its plain text and the other two have nothing, so what was
# ticked and what was not are read alike. What was typed into a field (FORMTEXT) is there in all.
#
# Seen: "Decision: ", "Agreed: " and "Name: written" from each. This exits with 0 while that is so, with 1 where it is not, and
# with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mammoth@1.13.0 officeparser@7.8.0 word-extractor@1.0.4 jszip@3.10.1 || exit 2
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
const mark = (type, data = "") => `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`
const field = (label, kind, data, shown) => `<w:p><w:r><w:t xml:space="preserve">${label}: </w:t></w:r>${mark("begin", `<w:ffData><w:name w:val="${label}"/><w:enabled/>${data}</w:ffData>`)}<w:r><w:instrText xml:space="preserve"> ${kind} </w:instrText></w:r>${shown ? mark("separate") + `<w:r><w:t>${shown}</w:t></w:r>` : ""}${mark("end")}</w:p>`
const body = field("Decision", "FORMDROPDOWN", '<w:ddList><w:result w:val="1"/><w:listEntry w:val="yes"/><w:listEntry w:val="no"/></w:ddList>')
  + field("Agreed", "FORMCHECKBOX", '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>')
  + field("Name", "FORMTEXT", "<w:textInput/>", "written")
require("./paper.js")(body).then(async (data) => {
  fs.writeFileSync("form.docx", data)
  const lines = (text) => text.split("\n").filter(Boolean)
  const html = await mammoth.convertToHtml({ buffer: data }), plain = await mammoth.extractRawText({ buffer: data })
  for (const seen of [
    lines(plain.value),
    lines((await parseOffice("form.docx")).toText()),
    lines((await new Extractor().extract("form.docx")).getBody()),
    [html.value, html.messages.length + plain.messages.length],
  ]) console.log(JSON.stringify(seen))
})
JS
node read.js | tee seen
diff - seen <<'SEEN'
["Decision: ","Agreed: ","Name: written"]
["Decision: ","Agreed: ","Name: written"]
["Decision: ","Agreed: ","Name: written"]
["<p>Decision: </p><p>Agreed: <input type=\"checkbox\" checked=\"checked\" /></p><p>Name: written</p>",0]
SEEN
