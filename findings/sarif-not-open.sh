#!/usr/bin/env bash
# A SARIF log holds results that are nothing to mend: what was looked at and holds (kind "pass"), what does not apply
# ("notApplicable"), what somebody has accepted (suppressions), and what was there before and is gone (baselineState "absent").
# Three readers tell some of these as if they were open: @security-alert/sarif-to-markdown 1.11.1 (npm) all four, the accepted one
# twice, as a result and under "Suppressed results"; sarif-junit 1.1.4 (npm) counts the last two as failures; reviewdog 0.21.0 (Go)
# reports all four. A gate with waivers or a baseline is red then for what was settled, and a list for a board is mostly of what is
# done.
#
# Seen: five results, three failures and five reports of a log with one open result. This exits with 0 while that is so, with 1
# where it is not, and with 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @security-alert/sarif-to-markdown@1.11.1 sarif-junit@1.1.4 || exit 2
GOBIN="$work" GOFLAGS='' go install github.com/reviewdog/reviewdog/cmd/reviewdog@v0.21.0 2>/dev/null || exit 2
cat >make.js <<'JS'
const results = [
  { ruleId: "holds", kind: "pass", level: "none" },
  { ruleId: "does-not-apply", kind: "notApplicable", level: "none" },
  { ruleId: "accepted", level: "error", suppressions: [{ kind: "external", status: "accepted", justification: "agreed" }] },
  { ruleId: "gone", level: "error", baselineState: "absent" },
  { ruleId: "open", level: "error", baselineState: "unchanged" },
]
require("fs").writeFileSync("log.sarif", JSON.stringify({
  version: "2.1.0",
  runs: [{
    tool: { driver: { name: "x", rules: results.map((r) => ({ id: r.ruleId, defaultConfiguration: { level: "error" } })) } },
    results: results.map((r, i) => ({ ...r, message: { text: `about ${r.ruleId}` }, locations: [{ physicalLocation: { artifactLocation: { uri: "a.yaml" }, region: { startLine: i + 1 } } }] })),
  }],
}))
JS
node make.js
cat >read.js <<'JS'
const fs = require("fs"), { sarifToMarkdown } = require("@security-alert/sarif-to-markdown")
const page = sarifToMarkdown({ owner: "o", repo: "r", branch: "b", sourceRoot: "" })(JSON.parse(fs.readFileSync("log.sarif", "utf8")))[0].body
const [told, suppressed] = page.split("## Suppressed")
const names = (text) => [...text.split("## Rules")[0].matchAll(/\*\*\[ERROR\]\*\* \*\*\[([a-z-]+)\]/g)].map((m) => m[1]).join(", ")
console.log(`sarif-to-markdown: ${names(told)}; suppressed: ${names(suppressed)}`)
const cases = fs.readFileSync("log.xml", "utf8").split("<testcase").slice(1).filter((c) => c.includes("<failure"))
console.log(`sarif-junit fails: ${cases.map((c) => /classname="([^"]*)"/.exec(c)[1]).join(", ")}`)
JS
node_modules/.bin/sarif-junit -i log.sarif -o log.xml >/dev/null
{
  node read.js
  echo "reviewdog: $(./reviewdog -f=sarif -reporter=local -filter-mode=nofilter <log.sarif | grep -c ruleId)"
} | tee seen
diff - seen <<'SEEN'
sarif-to-markdown: holds, does-not-apply, accepted, gone, open; suppressed: accepted
sarif-junit fails: accepted, gone, open
reviewdog: 5
SEEN
