#!/usr/bin/env bash
# That its days count from 1904 a workbook says by an attribute (date1904), whose value is a boolean of XML: "1" or "true".
# LibreOffice Calc 7.4.7 writes the second. exceljs 4.4.0 and read-excel-file 9.3.17 (npm) know the first alone: of a workbook
# that was saved by Calc they read each day 1,462 days too early, without an error, and exceljs, when it writes the workbook
# again, leaves the attribute out, so that every other reader has the wrong day from then on.
# xlsxreader 1.2.8 (Go) looks at neither. hucre 1.0.0 (npm) and excelize 2.11.0 (Go) read both.
#
# Seen: 1 October 2026 is 30 September 2022 where it says "true", and right where it says "1"; the workbook written again says
# nothing. This exits with 0 while that is so, with 1 where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 read-excel-file@9.3.17 hucre@1.0.0 jszip@3.10.1 || exit 2
cat >book.js <<'JS'
// A workbook with one day in A1, which counts from 1904.
const Zip = require("jszip")
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const types = "application/vnd.openxmlformats-"
const relations = (list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`).join("")}</Relationships>`
const part = (name, kind) => `<Override PartName="/xl/${name}.xml" ContentType="${types}officedocument.spreadsheetml.${kind}+xml"/>`
module.exports = (says) => {
  const zip = new Zip()
  zip.file("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/>${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("styles", "styles")}</Types>`)
  zip.file("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]))
  zip.file("xl/_rels/workbook.xml.rels", relations([["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"]]))
  zip.file("xl/workbook.xml", `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${says}"/><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`)
  zip.file("xl/styles.xml", `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`)
  zip.file("xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" s="1"><v>44834</v></c></row></sheetData></worksheet>`)
  return zip.generateAsync({ type: "nodebuffer" })
}
JS
cat >read.mjs <<'JS'
import { createRequire } from "node:module"
import { writeFileSync } from "node:fs"
import { readXlsx } from "hucre"
const require = createRequire(import.meta.url)
const Exceljs = require("exceljs"), rows = require("read-excel-file/node").default, Zip = require("jszip"), make = require("./book.js")
const day = (value) => value.toISOString().slice(0, 10)
const seen = []
for (const says of ["1", "true"]) {
  const data = await make(says), name = `${says}.xlsx`
  writeFileSync(name, data)
  const book = new Exceljs.Workbook()
  await book.xlsx.load(data)
  const again = await (await Zip.loadAsync(await book.xlsx.writeBuffer())).file("xl/workbook.xml").async("string")
  seen.push([says, day(book.worksheets[0].getCell("A1").value), day((await rows(name))[0].data[0][0]), day((await readXlsx(data)).sheets[0].rows[0][0]), /date1904="[^"]*"/.exec(again)?.[0] ?? "nothing"].join(" "))
}
console.log(seen.join("\n"))
JS
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/thedatashed/xlsxreader"
	"github.com/xuri/excelize/v2"
)

func main() {
	for _, name := range []string{"1.xlsx", "true.xlsx"} {
		streamed, err := xlsxreader.OpenFile(name)
		check(err)
		row := <-streamed.ReadRows(streamed.Sheets[0])
		check(row.Error)
		streamed.Close()
		f, err := excelize.OpenFile(name)
		check(err)
		day, err := f.GetCellValue("Sheet", "A1")
		check(err)
		check(f.Close())
		fmt.Println(name, row.Cells[0].Value, day)
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
GO
GOFLAGS='' go mod init finding 2>/dev/null
GOFLAGS='' go get github.com/thedatashed/xlsxreader@v1.2.8 github.com/xuri/excelize/v2@v2.11.0 2>/dev/null || exit 2
GOFLAGS=-mod=mod go build -o days . || exit 2
{ node read.mjs; ./days || exit 1; } | tee seen
diff - seen <<'SEEN'
1 2026-10-01 2026-10-01 2026-10-01 date1904="1"
true 2022-09-30 2022-09-30 2026-10-01 nothing
1.xlsx 2022-09-30 10-01-26
true.xlsx 2022-09-30 10-01-26
SEEN
