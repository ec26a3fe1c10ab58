#!/usr/bin/env bash
# tablewriter 1.1.5 (Go) writes a record with a cell of two lines as two rows where it writes HTML or Markdown: in the second
# row stands the second line alone, and nothing tells it from a record of its own, so that readers count, sort and filter
# it as one. Its Markdown has a bar within a cell as it stands, which readers take for the end of the cell: of the cells
# "a|b" and "c" they show "a" and "b", and "c" is gone. Neither gives an error. go-pretty 6.9.0 (Go) writes a break within the
# cell, and escapes the bar.
#
# Seen: three rows of two records from the one, two from the other, and "c" nowhere in what goldmark 1.8.7 (Go) makes of the first
# Markdown. This exits with 0 while that is so, with 1 where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"log"
	"regexp"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

var (
	heading = []string{"Trust", "Why"}
	records = [][]string{{"North", "first line\nsecond line"}, {"a|b", "c"}}
	row     = regexp.MustCompile(`(?s)<tr>\s*(<td.*?)</tr>`)
	cell    = regexp.MustCompile(`(?s)<td[^>]*>(.*?)</td>`)
)

func main() {
	html, markdown := written(renderer.NewHTML()), written(renderer.NewMarkdown())
	pretty := table.NewWriter()
	pretty.AppendHeader(table.Row{heading[0], heading[1]})
	for _, r := range records {
		pretty.AppendRow(table.Row{r[0], r[1]})
	}
	show("tablewriter, HTML", html)
	show("tablewriter, Markdown", read(markdown))
	show("go-pretty, HTML", pretty.RenderHTML())
	show("go-pretty, Markdown", read(pretty.RenderMarkdown()))
}

func written(r tw.Renderer) string {
	var b strings.Builder
	t := tablewriter.NewTable(&b, tablewriter.WithRenderer(r))
	t.Header(heading)
	check(t.Bulk(records))
	check(t.Render())
	return b.String()
}

func read(markdown string) string {
	var b bytes.Buffer
	check(goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(markdown), &b))
	return b.String()
}

func show(name, html string) {
	var rows []string
	for _, r := range row.FindAllStringSubmatch(html, -1) {
		var cells []string
		for _, c := range cell.FindAllStringSubmatch(r[1], -1) {
			cells = append(cells, strings.TrimSpace(c[1]))
		}
		rows = append(rows, strings.Join(cells, " + "))
	}
	fmt.Printf("%s: %d rows: %s\n", name, len(rows), strings.Join(rows, " / "))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
GO
GOFLAGS='' go mod init finding 2>/dev/null
GOFLAGS='' go get github.com/olekukonko/tablewriter@v1.1.5 github.com/jedib0t/go-pretty/v6@v6.9.0 github.com/yuin/goldmark@v1.8.7 2>/dev/null || exit 2
GOFLAGS=-mod=mod go build -o tables . || exit 2
./tables | tee seen
diff - seen <<'SEEN'
tablewriter, HTML: 3 rows: North + first line /  + second line / a|b + c
tablewriter, Markdown: 3 rows: North + first line /  + second line / a + b
go-pretty, HTML: 2 rows: North + first line<br/>second line / a|b + c
go-pretty, Markdown: 2 rows: North + first line<!-- raw HTML omitted -->second line / a|b + c
SEEN
