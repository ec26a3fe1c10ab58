#!/usr/bin/env bash
# mammoth 1.13.0 (npm) takes for on what a Word document switches off by the word "off", one of the words that the format has for
# it beside "0" and "false": text that is not struck out, not bold and not slanted is all three in its HTML, and a box of a
# form that is not ticked (w:checked w:val="off") is ticked there. It gives no message. officeparser 7.8.0 (npm) takes
# all three words for off.
#
# Seen: <s> and a ticked box for "off", neither for "0" and "false". This exits with 0 while that is so, with 1 where it is not,
# and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mammoth@1.13.0 officeparser@7.8.0 jszip@3.10.1 || exit 2
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
const mammoth = require("mammoth"), { parseOffice } = require("officeparser"), fs = require("fs")
const box = (is) => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Agreed"/><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked w:val="${is}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const line = (is) => `<w:p><w:r><w:rPr><w:b w:val="${is}"/><w:i w:val="${is}"/><w:strike w:val="${is}"/></w:rPr><w:t>agreed</w:t></w:r>${box(is)}</w:p>`
require("./paper.js")(["off", "0", "false", "on"].map(line).join("")).then(async (data) => {
  fs.writeFileSync("paper.docx", data)
  const { value, messages } = await mammoth.convertToHtml({ buffer: data })
  const looks = (await parseOffice("paper.docx")).content.map((line) => Object.keys(line.children[0].formatting ?? {}).join(" ") || "plain")
  console.log(value.replaceAll("</p>", "</p>\n") + `messages: ${messages.length}\n` + looks.join(", "))
})
JS
node read.js | tee seen
diff - seen <<'SEEN'
<p><strong><em><s>agreed</s></em></strong><input type="checkbox" checked="checked" /></p>
<p>agreed<input type="checkbox" /></p>
<p>agreed<input type="checkbox" /></p>
<p><strong><em><s>agreed</s></em></strong><input type="checkbox" checked="checked" /></p>
messages: 0
plain, plain, plain, bold italic strikethrough
SEEN
