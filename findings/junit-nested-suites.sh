#!/usr/bin/env bash
# Two readers of JUnit reports leave out the cases of a suite that stands within a suite, as PHPUnit writes one for each class
# within that of the run: test-results-parser 0.4.6 and junitxml-to-javascript 1.1.4 (npm). Of a report in which a case fails the
# first says that nothing was run ("SKIP", no suite at all, though the suite around it counts the failure), and where the outer suite
# has a case of its own that passes, the second says that all have passed. There is no error. junit-to-ctrf 0.0.14 (npm) and go-junit
# 1.0.0 (Go) have every case.
#
# Seen: what is in the table at the end. This exits with 0 while that is so, with 1 where it is not, and with 2 where the
# packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts test-results-parser@0.4.6 junitxml-to-javascript@1.1.4 junit-to-ctrf@0.0.14 || exit 2
fails='<testcase name="fails" classname="Trust"><failure type="x">not met</failure></testcase>'
passes='<testcase name="passes" classname="Cost"/>'
cat >classes.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="all" tests="2" failures="1" errors="0" skipped="0">
  <testsuite name="Trust" tests="1" failures="1" errors="0" skipped="0">$fails</testsuite>
  <testsuite name="Cost" tests="1" failures="0" errors="0" skipped="0">$passes</testsuite>
</testsuite></testsuites>
XML
cat >both.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="all" tests="2" failures="1" errors="0" skipped="0">$passes
  <testsuite name="Trust" tests="1" failures="1" errors="0" skipped="0">$fails</testsuite>
</testsuite></testsuites>
XML
cat >read.mjs <<'JS'
import { createRequire } from "node:module"
import { convertJUnitToCTRFReport } from "junit-to-ctrf"
const require = createRequire(import.meta.url), { parse } = require("test-results-parser"), Parser = require("junitxml-to-javascript")
for (const file of ["classes.xml", "both.xml"]) {
  const first = parse({ type: "junit", files: [file] })
  console.log(`${file} test-results-parser: ${first.status}; ${first.suites.flatMap((s) => s.cases.map((c) => `${c.name} ${c.status}`)).join(", ") || "no case"}`)
  const second = (await new Parser().parseXMLFile(file)).testsuites
  console.log(`${file} junitxml-to-javascript: ${second.map((s) => `${s.succeeded} of ${s.tests}, ${s.errors} errors`).join(", ") || "no case"}`)
  const { summary } = (await convertJUnitToCTRFReport(file, {})).results
  console.log(`${file} junit-to-ctrf: ${summary.passed} of ${summary.tests}, ${summary.failed} failed`)
}
JS
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/joshdk/go-junit"
)

func main() {
	for _, name := range []string{"classes.xml", "both.xml"} {
		suites, err := junit.IngestFile(name)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%s go-junit: %d of %d, %d failed\n", name, suites[0].Totals.Passed, suites[0].Totals.Tests, suites[0].Totals.Failed)
	}
}
GO
GOFLAGS='' go mod init finding 2>/dev/null
GOFLAGS='' go get github.com/joshdk/go-junit@v1.0.0 2>/dev/null || exit 2
GOFLAGS=-mod=mod go build -o suites . || exit 2
{ node read.mjs; ./suites; } | tee seen
diff - seen <<'SEEN'
classes.xml test-results-parser: SKIP; no case
classes.xml junitxml-to-javascript: no case
classes.xml junit-to-ctrf: 1 of 2, 1 failed
both.xml test-results-parser: FAIL; passes PASS
both.xml junitxml-to-javascript: 1 of 1, 0 errors
both.xml junit-to-ctrf: 1 of 2, 1 failed
classes.xml go-junit: 1 of 2, 1 failed
both.xml go-junit: 1 of 2, 1 failed
SEEN
