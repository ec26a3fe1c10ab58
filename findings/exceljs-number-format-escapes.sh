#!/usr/bin/env bash
# exceljs 4.4.0 (npm) drops the backslashes of a number's format, which say that the character after them is shown as it is and
# means nothing. LibreOffice Calc 7.4.7 writes every unit of one character so ("0\%" for a share that is held as 12, "0\d" for
# days), also where it stood in quotes. A workbook that is read and written again shows other numbers to every other reader:
# 12 % is 1200 %, and 12 d is the day of a month. exceljs itself reads the 12 d as a date of January 1900. There is no error.
#
# Seen: "12%", "12d" and "12 m" by SheetJS (xlsx 0.18.5) before, "1200%", "1212" and "12 1" after; a date from exceljs; units in
# quotes stay. This exits with 0 while that is so, with 1 where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 xlsx@0.18.5 jszip@3.10.1 || exit 2
cat >book.js <<'JS'
// A workbook that has 12 in each row, in one format after the other.
const Zip = require("jszip")
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const types = "application/vnd.openxmlformats-"
const relations = (list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`).join("")}</Relationships>`
const part = (name, kind) => `<Override PartName="/xl/${name}.xml" ContentType="${types}officedocument.spreadsheetml.${kind}+xml"/>`
module.exports = (formats) => {
  const zip = new Zip()
  zip.file("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/>${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("styles", "styles")}</Types>`)
  zip.file("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]))
  zip.file("xl/_rels/workbook.xml.rels", relations([["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"]]))
  zip.file("xl/workbook.xml", `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`)
  zip.file("xl/styles.xml", `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.map((f, i) => `<numFmt numFmtId="${164 + i}" formatCode="${f.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf/>${formats.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`)
  zip.file("xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}"><sheetData>${formats.map((_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="${i + 1}"><v>12</v></c></row>`).join("")}</sheetData></worksheet>`)
  return zip.generateAsync({ type: "nodebuffer" })
}
JS
cat >read.js <<'JS'
const Exceljs = require("exceljs"), sheets = require("xlsx"), make = require("./book.js")
const formats = ["0\\%", "0\\d", "0\\ \\m", '0"%"', '0" months"']
const shown = (data) => formats.map((_, i) => sheets.read(data).Sheets.Sheet[`A${i + 1}`].w).join(", ")
const value = (v) => (v instanceof Date ? "a date" : v)
make(formats).then(async (data) => {
  const book = new Exceljs.Workbook()
  await book.xlsx.load(data)
  console.log(`before: ${shown(data)}`)
  console.log(`exceljs: ${formats.map((_, i) => value(book.worksheets[0].getCell(`A${i + 1}`).value)).join(", ")}`)
  console.log(`after: ${shown(Buffer.from(await book.xlsx.writeBuffer()))}`)
})
JS
node read.js | tee seen
diff - seen <<'SEEN'
before: 12%, 12d, 12 m, 12%, 12 months
exceljs: 12, a date, a date, 12, 12
after: 1200%, 1212, 12 1, 12%, 12 months
SEEN
