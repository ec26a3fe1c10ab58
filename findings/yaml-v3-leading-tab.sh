#!/usr/bin/env bash
# Both gopkg.in/yaml.v3 3.0.1 and go.yaml.in/yaml/v3 3.0.4 write a text of several lines that begins with a tab in a form
# that they refuse to read: as a literal block whose first line is indented by blanks and then the tab, with no indentation
# indicator; the reader takes the tab for indentation ("found a tab character where an indentation space is expected"). YAML
# 1.2 allows it, and the npm package yaml 2.9.1 reads what they write as what was meant.
#
# Seen: Marshal gives no error, Unmarshal of its output does, in both; the other reader gives the text. This exits with 0
# while that is so, else with 1.
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
	text := map[string]string{"because": "\tfirst\nsecond\n"}
	var back map[string]string
	written, err := yaml.Marshal(text)
	refused := yaml.Unmarshal(written, &back)
	later, err2 := successor.Marshal(text)
	refused2 := successor.Unmarshal(later, &back)
	fmt.Println(refused, "/", refused2)
	if err != nil || err2 != nil || refused == nil || refused2 == nil || os.WriteFile("written.yaml", written, 0o600) != nil {
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
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml@2.9.1
node -e '
  const text = require("yaml").parse(require("fs").readFileSync("written.yaml", "utf8")).because
  console.log(JSON.stringify(text))
  process.exit(text === "\tfirst\nsecond\n" ? 0 : 1)
'
