#!/usr/bin/env bash
# junit-to-ctrf 0.0.14 (npm) turns each character beyond U+FFFF of a valid JUnit report into two replacement
# characters (U+FFFD): in the names of cases, in the attribute message and in the text of a failure. Its source means
# to replace surrogates that stand alone ("isolated surrogate halves"), with a regular expression that has no u flag
# and so finds the halves of every pair. Letters in mathematical alphabets, many CJK characters and nearly all emoji
# are lost. xml2js, by which it reads, has them whole.
#
# Seen: "got 1D518 here" is read as "got FFFD FFFD here". This exits with 0 while that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >report.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="x" tests="1" failures="1" errors="0" skipped="0" time="0">
  <testsuite name="suite" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase name="case &#x1D518;" classname="class" time="0"><failure message="got &#x1D518; here" type="x">got &#x1D518; here</failure></testcase>
  </testsuite>
</testsuites>
XML
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts junit-to-ctrf@0.0.14
node_modules/.bin/junit-to-ctrf report.xml -o report.json >/dev/null
node -e '
  const t = JSON.parse(require("fs").readFileSync("report.json", "utf8")).results.tests[0]
  const seen = [t.name, t.message, t.trace].map((s) => [...s].map((c) => c.codePointAt(0) > 126 ? c.codePointAt(0).toString(16).toUpperCase() : c).join(""))
  console.log(seen.join("\n"))
  const as = ["FFFDFFFD", "got FFFDFFFD here", "got FFFDFFFD here"]
  process.exit(as.every((s, i) => seen[i].includes(s)) ? 0 : 1)
'
