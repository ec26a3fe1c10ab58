#!/usr/bin/env bash
# A backslash that is escaped, right before the bar that ends a cell of a table ("| c:\\| second |"), is read in three ways
# by readers of GitHub's Markdown: marked 18.2.1 and remark-gfm 4.0.1 (npm) end the cell there (two cells, "c:\" and
# "second"); markdown-it 15.0.3 (npm) takes the bar for an escaped one and drops both backslashes (one cell, "c:| second");
# goldmark 1.8.7 (Go) takes it so too and keeps a backslash ("c:\| second"). Whoever writes tables has to part the two, or
# a column is lost without an error in one half of the readers.
#
# Seen: those three. This exits with 0 while that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '| a | b |\n|---|---|\n| c:\\\\| second |\n' >table.md
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts marked@18.2.1 markdown-it@15.0.3 unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { marked } from 'marked'
import MarkdownIt from 'markdown-it'
import { unified } from 'unified'
import remarkParse from 'remark-parse'
import remarkGfm from 'remark-gfm'
import remarkRehype from 'remark-rehype'
import rehypeStringify from 'rehype-stringify'
const text = readFileSync('table.md', 'utf8')
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify)
for (const html of [marked.parse(text), String(remark.processSync(text)), new MarkdownIt().render(text)])
  console.log([...html.matchAll(/<td>(.*?)<\/td>/g)].map((m) => m[1]).join(' / '))
JS
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

func main() {
	text, err := os.ReadFile("table.md")
	var html bytes.Buffer
	if err == nil {
		err = goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(text, &html)
	}
	if err != nil {
		panic(err)
	}
	var cells []string
	for _, m := range regexp.MustCompile(`<td>(.*?)</td>`).FindAllStringSubmatch(html.String(), -1) {
		cells = append(cells, m[1])
	}
	fmt.Println(strings.Join(cells, " / "))
}
GO
printf 'module example.org/finding\n\ngo 1.24\n\nrequire github.com/yuin/goldmark v1.8.7\n' >go.mod
{ node read.mjs; GOFLAGS=-mod=mod go run .; } | tee seen
printf '%s\n' 'c:\ / second' 'c:\ / second' 'c:| second / ' 'c:\| second / ' | diff - seen
