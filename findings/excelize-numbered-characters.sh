#!/usr/bin/env bash
# excelize 2.11.0 (Go) loses texts that look like a character's number in the format, _x0041_. SetCellStr writes them as they
# stand, which the format takes for the letter: excelize itself reads "A", as Excel shows it. A StreamWriter escapes the
# first of two that share a low line and not the second, which is lost in the same way.
#
# Seen: "_x0041_" comes back as "A" and "_x000D_" as a line break; streamed, "_x0041_x0042_" comes back as "_x0041B". This
# exits with 0 while that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

func main() {
	set, streamed := excelize.NewFile(), excelize.NewFile()
	w, err := streamed.NewStreamWriter("Sheet1")
	check(err)
	for i, text := range []string{"_x0041_", "_x0041_x0042_", "_x000D_"} {
		cell := fmt.Sprint("A", i+1)
		check(set.SetCellStr("Sheet1", cell, text))
		check(w.SetRow(cell, []any{text}))
	}
	check(w.Flush())
	for _, f := range []*excelize.File{set, streamed} {
		var b bytes.Buffer
		check(f.Write(&b))
		again, err := excelize.OpenReader(&b)
		check(err)
		rows, err := again.GetRows("Sheet1")
		check(err)
		fmt.Printf("%q\n", rows)
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
GO
GOFLAGS= go mod init finding 2>/dev/null
GOFLAGS= go get github.com/xuri/excelize/v2@v2.11.0 2>/dev/null
GOFLAGS=-mod=mod go run . | tee said
test "$(cat said)" = "$(printf '%s\n' '[["A"] ["Ax0042_"] ["\r"]]' '[["_x0041_"] ["_x0041B"] ["_x000D_"]]')"
