package cli

import "partner/pkg/catalogue"

// batches explains how many documents are assessed.
func batches(*catalogue.Catalogue) string {
	return `
Many proposals: lines, interrupted runs, several machines

"partner batch" prints a line of JSON for each proposal. Programs read lines one by one; some with jq:

  partner batch proposals/ -o results.ndjson
  jq -r 'select(.overall.low == "green") | .path' results.ndjson
  jq -r 'select(.errors) | .path' results.ndjson
  jq -r '[.path, .overall.so_far // "too little known"] | @tsv' results.ndjson

In a folder hidden files are passed over, and folders with an overlay.yaml, which are catalogues of somebody's own.
A line has either ratings or errors. Beside these it has the version of the program, the catalogue, the flags that
change what it says, and every file that was read for it with its SHA-256. Where all of that is the same, so is the
line: lines have no times and know of no machine. "criteria" has a letter for each criterion of the catalogue, in the
order of "partner criteria":

  M met    L at least partly met    P partly met    H at most partly met    N not met    U unknown
  D the organisations see it differently    X set aside    R a remark    - not asked here
  A small letter stands where it is not due at the stage of the document.

While a run prints to results.ndjson, its lines stand in results.ndjson.partial, which takes the place of the file in
the end. A run that is interrupted, by Ctrl-C or in whatever way, leaves that file, and another does not start over
it: --resume goes on, and does again only what was not done, or was done with other bytes, another program, another
catalogue or other flags. A last line that was torn is done again. What is left of several interrupted runs stands in
results.ndjson.before. With --resume and nothing to go on from, a run is as without it.

Several machines share documents out by their paths alone, and need not know of each other:

  partner batch proposals/ --shard 1/3 -o part-1.ndjson      on the first, and so on
  partner batch --merge part-*.ndjson -o results.ndjson      where all parts are

The merged file is byte for byte that of one run over all. Lines of different programs, catalogues or flags are not
put together, nor are two different lines for one document. With --fail-on or --at-least the merge is the gate, once
for all parts. docs/scale.md shows how to do so with Kubernetes and GNU parallel.

On a terminal a bar shows how far a run has come; elsewhere a line tells so every ten seconds. --quiet leaves out
both, and the counts in the end.
`
}
