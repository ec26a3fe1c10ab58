#!/usr/bin/env bash
# hucre 1.0.0 (npm) puts a text into an empty cell: one of the type of shared texts (t="s") that has no value, which the format
# allows, gets the first shared text of the workbook, mostly the heading of its first column. A form that came back with
# an answer missing has one then, and no error is given. exceljs 4.4.0, SheetJS (xlsx 0.18.5) and read-excel-file 9.3.17
# (npm) find nothing there.
#
# Seen: "Question" for the cell that has no answer, and nothing from the others. This exits with 0 while that is so, with 1
# where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hucre@1.0.0 exceljs@4.4.0 xlsx@0.18.5 read-excel-file@9.3.17 jszip@3.10.1 || exit 2
cat >make.js <<'JS'
// A form of two rows; nobody has answered.
const Zip = require("jszip"), fs = require("fs")
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const types = "application/vnd.openxmlformats-"
const relations = (list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`).join("")}</Relationships>`
const part = (name, kind) => `<Override PartName="/xl/${name}.xml" ContentType="${types}officedocument.spreadsheetml.${kind}+xml"/>`
const texts = ["Question", "Answer", "Who decides?"]
const zip = new Zip()
zip.file("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/>${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("sharedStrings", "sharedStrings")}</Types>`)
zip.file("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]))
zip.file("xl/_rels/workbook.xml.rels", relations([["worksheet", "worksheets/sheet1.xml"], ["sharedStrings", "sharedStrings.xml"]]))
zip.file("xl/workbook.xml", `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`)
zip.file("xl/sharedStrings.xml", `<sst xmlns="${main}" count="3" uniqueCount="3">${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`)
zip.file("xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"/></row></sheetData></worksheet>`)
zip.generateAsync({ type: "nodebuffer" }).then((data) => fs.writeFileSync("form.xlsx", data))
JS
node make.js
cat >read.mjs <<'JS'
import { createRequire } from "node:module"
import { readFileSync } from "node:fs"
import { readXlsx } from "hucre"
const require = createRequire(import.meta.url)
const Exceljs = require("exceljs"), sheetjs = require("xlsx"), rows = require("read-excel-file/node").default
const data = readFileSync("form.xlsx"), book = new Exceljs.Workbook()
await book.xlsx.load(data)
const seen = [
  (await readXlsx(data)).sheets[0].rows[1][1],
  book.worksheets[0].getCell("B2").value,
  sheetjs.read(data).Sheets.Sheet.B2?.v,
  (await rows("form.xlsx"))[0].data[1][1],
].map((value) => value ?? "nothing")
console.log(seen.join(" / "))
JS
node read.mjs | tee seen
printf '%s\n' 'Question / nothing / nothing / nothing' | diff - seen
