#!/usr/bin/env bash
# Where a SARIF log says how grave a result is: in the result (level), or by the rule (defaultConfiguration.level), or, where
# neither says, it is a warning. Two readers look at one of the two alone and know of no default:
# @security-alert/sarif-to-markdown 1.11.1 (npm) goes by the rule, and writes "Nothing here." of a log whose results are errors
# by their own level and whose rules state none; sarif-junit 1.1.4 (npm) goes by the result, and makes a case that has passed
# of one that is an error by its rule, and of one for which nothing is said. Neither says that it left anything out.
#
# Seen: no result from the one, one failure of three from the other. This exits with 0 while that is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @security-alert/sarif-to-markdown@1.11.1 sarif-junit@1.1.4
cat >make.js <<'JS'
const result = (ruleId, level) => ({
  ruleId, ...level, message: { text: `${ruleId} broken` },
  locations: [{ physicalLocation: { artifactLocation: { uri: "a.yaml" }, region: { startLine: 1 } } }],
})
const log = (rules, results) => ({ version: "2.1.0", runs: [{ tool: { driver: { name: "x", rules } }, results }] })
exports.own = log([{ id: "own" }], [result("own", { level: "error" })])
exports.each = log([{ id: "own" }, { id: "rule", defaultConfiguration: { level: "error" } }, { id: "default" }],
  [result("own", { level: "error" }), result("rule"), result("default")])
JS
node -e 'require("fs").writeFileSync("log.sarif", JSON.stringify(require("./make.js").each))'
node_modules/.bin/sarif-junit -i log.sarif -o log.xml >/dev/null
node -e '
  const { sarifToMarkdown } = require("@security-alert/sarif-to-markdown"), xml = require("fs").readFileSync("log.xml", "utf8")
  const page = sarifToMarkdown({ owner: "o", repo: "r", branch: "b", sourceRoot: "" })(require("./make.js").own)[0]
  const seen = [page.hasMessages, page.body.includes("## Results\n\nNothing here."), xml.match(/<testcase/g).length, xml.match(/<failure/g).length]
  console.log(JSON.stringify(seen))
  process.exit(JSON.stringify(seen) === JSON.stringify([false, true, 3, 1]) ? 0 : 1)
'
