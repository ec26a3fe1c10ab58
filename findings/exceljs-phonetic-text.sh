#!/usr/bin/env bash
# exceljs 4.4.0 (npm) has no value for a cell whose text stands in it (t="inlineStr") and has a hint on how it is spoken
# (rPh, as East Asian names and addresses have): its value is undefined, the text that it shows runs text and hint into one,
# and a workbook that is read and written again has an empty cell there. No error is given. SheetJS (xlsx 0.18.5) and
# read-excel-file 9.3.17 (npm) read the text.
#
# Seen: nothing from the one, the text from the others. This exits with 0 while that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 xlsx@0.18.5 read-excel-file@9.3.17
cat >book.js <<'JS'
// The smallest workbook: one sheet, whose XML is given.
const Zip = require("jszip")
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const types = "application/vnd.openxmlformats-"
const relation = (kind, target) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`
module.exports = (sheet) => {
  const zip = new Zip()
  zip.file("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}officedocument.spreadsheetml.worksheet+xml"/></Types>`)
  zip.file("_rels/.rels", relation("officeDocument", "xl/workbook.xml"))
  zip.file("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"))
  zip.file("xl/workbook.xml", `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`)
  zip.file("xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}">${sheet}</worksheet>`)
  return zip.generateAsync({ type: "nodebuffer" })
}
JS
node -e '
  const Exceljs = require("exceljs"), sheetjs = require("xlsx"), rows = require("read-excel-file/node").default
  const read = async (data) => { const book = new Exceljs.Workbook(); await book.xlsx.load(data); return book }
  require("./book.js")(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t><rPh sb="0" eb="4"><t>spoken</t></rPh></is></c></row></sheetData>`).then(async (data) => {
    const book = await read(data), cell = book.worksheets[0].getCell("A1")
    const again = sheetjs.read(await book.xlsx.writeBuffer()).Sheets.Sheet.A1
    require("fs").writeFileSync("name.xlsx", data)
    const sheets = await rows("name.xlsx")
    const seen = [cell.value === undefined, cell.text, again === undefined || again.v === undefined, sheetjs.read(data).Sheets.Sheet.A1.v, sheets[0].data[0][0]]
    console.log(JSON.stringify(seen))
    process.exit(JSON.stringify(seen) === JSON.stringify([true, "namespoken", true, "name", "name"]) ? 0 : 1)
  })
'
