#!/usr/bin/env bash
# Workbooks and Word documents are XML, and four of their readers in npm do not read a text as XML has it; none gives an error.
# Text in a CDATA section is nothing to exceljs 4.4.0, read-excel-file 9.3.17 and word-extractor 1.0.4. Of a text with a
# comment in it read-excel-file has only what follows the comment, and SheetJS (xlsx 0.18.5) shows the comment as text. A
# character beyond U+FFFF that is written by its number, as writers do that keep to ASCII, is cut to sixteen bits by SheetJS and
# read-excel-file: a letter of mathematics, U+1D518, becomes a Korean syllable, U+D518. hucre 1.0.0 and, of papers,
# officeparser 7.8.0 (npm) read all of it.
#
# Seen: what is in the table at the end. This exits with 0 while that is so, with 1 where it is not, and with 2 where the
# packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 read-excel-file@9.3.17 xlsx@0.18.5 hucre@1.0.0 word-extractor@1.0.4 officeparser@7.8.0 jszip@3.10.1 || exit 2
cat >make.js <<'JS'
// The smallest workbook and Word document; texts are given as XML.
const Zip = require("jszip")
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const types = "application/vnd.openxmlformats-officedocument."
const relation = (kind, target) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`
const pack = (parts) => {
  const zip = new Zip()
  for (const [name, text] of Object.entries(parts)) zip.file(name, text)
  return zip.generateAsync({ type: "nodebuffer" })
}
const content = (list) => `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${list.map(([name, type]) => `<Override PartName="/${name}" ContentType="${types}${type}+xml"/>`).join("")}</Types>`
const sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
exports.book = (texts) => pack({
  "[Content_Types].xml": content([["xl/workbook.xml", "spreadsheetml.sheet.main"], ["xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"]]),
  "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
  "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
  "xl/workbook.xml": `<workbook xmlns="${sheet}" xmlns:r="${office}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${sheet}"><sheetData><row r="1">${texts.map((text, i) => `<c r="${"ABC"[i]}1" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row></sheetData></worksheet>`,
})
exports.paper = (texts) => pack({
  "[Content_Types].xml": content([["word/document.xml", "wordprocessingml.document.main"]]),
  "_rels/.rels": relation("officeDocument", "word/document.xml"),
  "word/document.xml": `<w:document xmlns:w="${word}"><w:body>${texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}<w:sectPr/></w:body></w:document>`,
})
JS
cat >read.mjs <<'JS'
import { createRequire } from "node:module"
import { writeFileSync } from "node:fs"
import { readXlsx } from "hucre"
const require = createRequire(import.meta.url)
const Exceljs = require("exceljs"), sheetjs = require("xlsx"), rows = require("read-excel-file/node").default
const Extractor = require("word-extractor"), { parseOffice } = require("officeparser"), { book, paper } = require("./make.js")
const texts = ["<![CDATA[less < more]]>", "one <!-- aside -->two", "&#x1D518;"]
const workbook = await book(texts), document = await paper(texts)
writeFileSync("texts.xlsx", workbook)
writeFileSync("texts.docx", document)
const said = (name, list) => console.log(`${name}: ${list.map((text) => [...(text ?? "nothing")].map((c) => c.codePointAt(0) > 126 ? "U+" + c.codePointAt(0).toString(16).toUpperCase() : c).join("") || "nothing").join(" / ")}`)
const one = new Exceljs.Workbook()
await one.xlsx.load(workbook)
said("exceljs", ["A1", "B1", "C1"].map((at) => one.worksheets[0].getCell(at).value))
said("read-excel-file", (await rows("texts.xlsx"))[0].data[0])
const sheet = sheetjs.read(workbook).Sheets.Sheet
said("SheetJS", ["A1", "B1", "C1"].map((at) => sheet[at].v))
said("hucre", (await readXlsx(workbook)).sheets[0].rows[0])
said("word-extractor", (await new Extractor().extract("texts.docx")).getBody().trimEnd().split("\n"))
said("officeparser", (await parseOffice("texts.docx")).toText().split("\n"))
JS
node read.mjs | tee seen
diff - seen <<'SEEN'
exceljs: nothing / one two / U+1D518
read-excel-file: nothing / two / U+D518
SheetJS: less < more / one <!-- aside -->two / U+D518
hucre: less < more / one two / U+1D518
word-extractor: nothing / one two / U+1D518
officeparser: less < more / one two / U+1D518
SEEN
