#!/usr/bin/env bash
# yamlfmt 0.21.0 (Go) with retain_line_breaks, which is for keeping empty lines between keys, writes its own marker
# "#magic___^_^___line" into texts, and exits with 0: into a folded text and into a text in quotes wherever these have an
# empty line, and into a literal text where a line of it ends in blanks. It puts comments of that name into empty lines
# before it formats, and takes lines of that name out afterwards: what stood in the middle of a text is then no comment
# and, once folded or quoted, no line of its own.
#
# Seen: a paragraph break of a folded text becomes "one #magic___^_^___line two". Without the option the text stays as it
# is. This exits with 0 while that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
GOBIN="$work" GOFLAGS= go install github.com/google/yamlfmt/cmd/yamlfmt@v0.21.0
printf 'because: >\n  one\n\n  two\nmore: |\n  three  \n\n  four\n' >kept.yaml
cp kept.yaml plain.yaml
./yamlfmt -formatter retain_line_breaks=true kept.yaml
./yamlfmt plain.yaml
cat kept.yaml
grep -qxF '  one #magic___^_^___line two' kept.yaml
grep -qF 'three  \n#magic___^_^___line\nfour\n' kept.yaml
if grep -q magic plain.yaml; then exit 1; fi
