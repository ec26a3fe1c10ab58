#!/usr/bin/env bash
# What a mapping of YAML states itself stands before what it takes in by a merge key ("<<"), wherever that key is. Three readers in
# Go let the later of the two stand, so that the order of keys, which means nothing in a mapping, decides, and a value that is
# written out is replaced by a default without an error: gopkg.in/yaml.v2 2.4.0, sigs.k8s.io/yaml 1.6.0 (by which many
# tools of Kubernetes read) and github.com/goccy/go-yaml 1.19.2. gopkg.in/yaml.v3 3.0.1 (Go) and yaml 2.9.1 (npm) keep what is stated.
# The same document passes a gate in one tool and not in the other.
#
# Seen: "no" stated and "yes" merged below it is "yes" for the three, "no" for the two. This exits with 0 while that is so, with 1
# where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >merged.yaml <<'YAML'
usual: &usual
  agreed: "yes"
stated:
  agreed: "no"
  <<: *usual
YAML
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"

	goccy "github.com/goccy/go-yaml"
	v2 "gopkg.in/yaml.v2"
	v3 "gopkg.in/yaml.v3"
	sigs "sigs.k8s.io/yaml"
)

func main() {
	text, err := os.ReadFile("merged.yaml")
	check(err)
	for _, reader := range []struct {
		name string
		read func([]byte, any) error
	}{
		{"yaml.v2", v2.Unmarshal},
		{"sigs.k8s.io/yaml", func(b []byte, v any) error { return sigs.Unmarshal(b, v) }},
		{"goccy/go-yaml", func(b []byte, v any) error { return goccy.Unmarshal(b, v) }},
		{"yaml.v3", v3.Unmarshal},
	} {
		var read map[string]map[string]string
		check(reader.read(text, &read))
		fmt.Printf("%s: %s\n", reader.name, read["stated"]["agreed"])
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
GO
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml@2.9.1 || exit 2
GOFLAGS='' go mod init finding 2>/dev/null
GOFLAGS='' go get gopkg.in/yaml.v2@v2.4.0 sigs.k8s.io/yaml@v1.6.0 github.com/goccy/go-yaml@v1.19.2 gopkg.in/yaml.v3@v3.0.1 2>/dev/null || exit 2
GOFLAGS=-mod=mod go build -o merge . || exit 2
{
  ./merge
  node -e 'console.log("yaml (npm): " + require("yaml").parse(require("fs").readFileSync("merged.yaml", "utf8"), { merge: true }).stated.agreed)'
} | tee seen
diff - seen <<'SEEN'
yaml.v2: yes
sigs.k8s.io/yaml: yes
goccy/go-yaml: yes
yaml.v3: no
yaml (npm): no
SEEN
