#!/usr/bin/env bash
# exceljs 4.4.0 (npm) writes the line breaks of what a form says beside a cell (the prompt or error of a data validation) as
# they are into an attribute, where a reader of XML takes a line break for a blank: only one written as a character
# reference stays one. It reads such a form rightly; once written by it, the lines run into one for every reader, itself
# included, and no error is given.
#
# Seen: "one", line break, "two" when read first, "one two" when read from what it wrote. This exits with 0 while that is so,
# else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0
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
  const Exceljs = require("exceljs")
  const prompt = async (data) => { const book = new Exceljs.Workbook(); await book.xlsx.load(data); return [book.worksheets[0].getCell("A1").dataValidation.prompt, book] }
  require("./book.js")(`<sheetData/><dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" prompt="one&#10;two" sqref="A1"><formula1>"yes,no"</formula1></dataValidation></dataValidations>`).then(async (data) => {
    const [first, book] = await prompt(data)
    const [again] = await prompt(await book.xlsx.writeBuffer())
    console.log(JSON.stringify([first, again]))
    process.exit(first === "one\ntwo" && again === "one two" ? 0 : 1)
  })
'
