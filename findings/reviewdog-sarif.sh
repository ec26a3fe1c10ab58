#!/usr/bin/env bash
# reviewdog 0.21.0 (Go) reads a SARIF log into its own format, in which a column counts the bytes of a line in UTF-8. SARIF counts
# code points there, or units of UTF-16 where a run says nothing (columnKind). The numbers are taken over as they are: in a line
# with a letter beyond ASCII a result is marked too far to the left, and a proposed change (fixes), which is put in by
# these numbers, replaces other text than the log says. Results without a place (locations is empty, as of what a whole
# project lacks) are left out, and a message that a result names by its id, whose words stand with the rule, is empty.
# There is no error and no warning. (By its source 0.21.3 does the same; it was not run.)
#
# Seen: of "trusté: old" the change of "old" is put over ": o"; of three results one is left out and one says nothing. This exits
# with 0 while that is so, with 1 where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"log"
	"strings"

	"github.com/reviewdog/reviewdog/parser"
)

const (
	line   = "trusté: old"
	result = `{"version": "2.1.0", "runs": [{"columnKind": "unicodeCodePoints",
  "tool": {"driver": {"name": "x", "rules": [{"id": "named", "messageStrings": {"why": {"text": "the words of the rule"}}}]}},
  "results": [
    {"ruleId": "changed", "level": "error", "message": {"text": "the day has passed"},
      "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}, "region": {"startLine": 1, "startColumn": 9, "endColumn": 12}}}],
      "fixes": [{"artifactChanges": [{"artifactLocation": {"uri": "a.yaml"},
        "replacements": [{"deletedRegion": {"startLine": 1, "startColumn": 9, "endColumn": 12}, "insertedContent": {"text": "new"}}]}]}]},
    {"ruleId": "named", "level": "error", "message": {"id": "why"},
      "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}, "region": {"startLine": 1}}}]},
    {"ruleId": "placeless", "level": "error", "message": {"text": "nobody has decided"}, "locations": []}]}]}`
)

func main() {
	found, err := parser.NewSarifParser().Parse(strings.NewReader(result))
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range found {
		fmt.Printf("%s: %q\n", d.GetCode().GetValue(), d.GetMessage())
		for _, s := range d.GetSuggestions() {
			from, to := s.GetRange().GetStart().GetColumn(), s.GetRange().GetEnd().GetColumn()
			code := []rune(line)
			fmt.Printf("%d to %d: by bytes %q, by code points %q\n", from, to, line[from-1:to-1], string(code[from-1:to-1]))
		}
	}
}
GO
GOFLAGS='' go mod init finding 2>/dev/null
GOFLAGS='' go get github.com/reviewdog/reviewdog/parser@v0.21.0 2>/dev/null || exit 2
GOFLAGS=-mod=mod go build -o read . || exit 2
./read | tee seen
diff - seen <<'SEEN'
changed: "the day has passed"
9 to 12: by bytes " ol", by code points "old"
named: ""
SEEN
