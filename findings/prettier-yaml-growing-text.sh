#!/usr/bin/env bash
# prettier 3.10.1 (npm) puts a line break into a text of a YAML document each time that it formats it, where the text is a block
# that begins with an empty line and has a comment behind its "|" or ">" ("because: | # why"). What the document says is
# another thing after each run, a hook that checks whether a file is formatted never comes to rest, and there is no error.
# Without the comment the text stays as it is.
#
# Seen: one line break before the text, then two, then three. This exits with 0 while that is so, with 1 where it is not, and with
# 2 where the packages cannot be had.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts prettier@3.10.1 yaml@2.9.1 || exit 2
printf 'a:\n  because: | # why\n\n    text\n' >why.yaml
printf 'a:\n  because: |\n\n    text\n' >plain.yaml
read_text() { node -e 'console.log(JSON.stringify(require("yaml").parse(require("fs").readFileSync(process.argv[1], "utf8")).a.because))' "$1"; }
{
  read_text why.yaml
  for _ in 1 2; do
    node_modules/.bin/prettier --log-level silent --write why.yaml plain.yaml
    read_text why.yaml
  done
  read_text plain.yaml
} | tee seen
printf '%s\n' '"\ntext\n"' '"\n\ntext\n"' '"\n\n\ntext\n"' '"\ntext\n"' | diff - seen
