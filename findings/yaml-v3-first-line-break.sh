#!/usr/bin/env bash
# gopkg.in/yaml.v3 3.0.1 loses the first line break of a text that begins with one: Marshal writes "\nfirst\n" as a literal
# block with an indentation indicator ("|4") and leaves the empty line out that has to follow it. Neither Marshal nor
# Unmarshal gives an error. Its successor under another path, go.yaml.in/yaml/v3 3.0.4, writes the line.
#
# Seen: "\nfirst\n" comes back as "first\n" from the one and whole from the other. This exits with 0 while that is so, else
# with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"

	successor "go.yaml.in/yaml/v3"
	"gopkg.in/yaml.v3"
)

func main() {
	text := map[string]string{"because": "\nfirst\n"}
	var one, other map[string]string
	written, err := yaml.Marshal(text)
	if err == nil {
		err = yaml.Unmarshal(written, &one)
	}
	later, err2 := successor.Marshal(text)
	if err2 == nil {
		err2 = successor.Unmarshal(later, &other)
	}
	fmt.Printf("%q %q %v\n%q %q %v\n", written, one["because"], err, later, other["because"], err2)
	if err != nil || err2 != nil || one["because"] != "first\n" || other["because"] != text["because"] {
		os.Exit(1)
	}
}
GO
cat >go.mod <<'MOD'
module example.org/finding

go 1.24

require (
	go.yaml.in/yaml/v3 v3.0.4
	gopkg.in/yaml.v3 v3.0.1
)
MOD
GOFLAGS=-mod=mod go run .
