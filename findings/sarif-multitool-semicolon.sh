#!/usr/bin/env bash
# @microsoft/sarif-multitool 5.7.0 (npm) cannot be given several rule kinds through its own command: `--rule-kind`
# takes a list with ";" between its words, as the help of --level and --log has it, and the command that npm installs
# hands its arguments to a shell unquoted, which ends there. The validator runs with half of its arguments, finds no
# file to validate, and the shell looks for a program of the name of the second kind. The program in
# @microsoft/sarif-multitool-linux, called by itself, takes the same arguments as meant.
#
# Seen: "Ghas: not found", exit code 127, and no output file; called by itself exit code 0 and a file. This exits with
# 0 while that is so, else with 1.
set -euo pipefail
[ "$(uname -sm)" = "Linux x86_64" ] || { echo "only tried on Linux x86_64"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >log.sarif <<'JSON'
{"version": "2.1.0", "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
 "runs": [{"tool": {"driver": {"name": "example", "rules": []}}, "results": []}]}
JSON
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @microsoft/sarif-multitool@5.7.0
tool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod u+x "$tool"
code=0
node_modules/.bin/sarif-multitool validate --rule-kind 'Sarif;Ghas' -o through-npm.sarif log.sarif >said 2>&1 || code=$?
echo "through the command of npm: exit code $code; $(grep -i 'not found' said || true)"
itself=0
"$tool" validate log.sarif --rule-kind 'Sarif;Ghas' -o by-itself.sarif >/dev/null 2>&1 || itself=$?
echo "by itself: exit code $itself"
[ "$code" -eq 127 ] && grep -q 'Ghas.*not found' said && [ ! -e through-npm.sarif ] && [ "$itself" -eq 0 ] && [ -s by-itself.sarif ]
