#!/usr/bin/env bash
# junit-report-merger 9.0.4 (npm), which puts several JUnit reports into one, changes what they say. Where a name, a message or the
# text of a failure quotes markup, which a report has escaped twice ("&amp;lt;b&amp;gt;"), it writes it escaped once: "the title
# holds &lt;b&gt;" is "the title holds <b>" in the merged report, and "&amp;" a lone "&". A line break in a message, which
# an attribute holds by its number ("&#10;"), it writes as it is, and readers of XML make a blank of that. Nothing is said, and a
# report that is alone is changed just so.
#
# Seen: that name, and a message of two lines on one. This exits with 0 while that is so, with 1 where it is not, and with 2 where
# the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts junit-report-merger@9.0.4 @xmldom/xmldom@0.9.8 || exit 2
cat >report.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="1" failures="1"><testsuite name="suite" tests="1" failures="1"><testcase name="the title holds &amp;lt;b&amp;gt;" classname="class"><failure message="first line&#10;second line">&amp;amp; is read as it is</failure></testcase></testsuite></testsuites>
XML
node_modules/.bin/jrm merged.xml report.xml >/dev/null
cat merged.xml
cat >read.js <<'JS'
const { DOMParser } = require("@xmldom/xmldom"), fs = require("fs")
const seen = ["report.xml", "merged.xml"].map((name) => {
  const document = new DOMParser().parseFromString(fs.readFileSync(name, "utf8"), "text/xml")
  const [test] = document.getElementsByTagName("testcase"), [failure] = document.getElementsByTagName("failure")
  return [test.getAttribute("name"), failure.getAttribute("message"), failure.textContent]
})
for (const row of seen) console.log(JSON.stringify(row))
const as = [["the title holds &lt;b&gt;", "first line\nsecond line", "&amp; is read as it is"], ["the title holds <b>", "first line second line", "& is read as it is"]]
process.exit(JSON.stringify(seen) === JSON.stringify(as) ? 0 : 1)
JS
node read.js
