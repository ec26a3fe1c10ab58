package cli

import (
	"fmt"
	"strings"

	"partner/assessments"
	"partner/pkg/catalogue"
	"partner/pkg/gate"
	"partner/pkg/internal/textwrap"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/wording"
)

// topic is help on what concerns several commands.
type topic struct {
	name, short string
	text        func(*catalogue.Catalogue) string
}

// topics gives all topics, in the order in which help lists them. Settings are explained by the command
// of that name.
func topics() []topic {
	return []topic{
		{"exit-codes", "What the exit code says", func(*catalogue.Catalogue) string { return exitCodes }},
		{"gates", "What a run can be made to fail for, and how only what is new fails", gates},
		{"formats", "What can be printed, where to, and how it looks", formats},
		{"batch", "Many proposals: lines, interrupted runs, several machines", batches},
		{"catalogues", "Catalogues of your own, laid over the one that partner brings", catalogues},
		{"document", "How a proposal is written", format},
		{"ratings", "What ratings and verdicts mean", ratings},
	}
}

// Topic is help on what concerns several commands, as `partner help NAME` prints it.
type Topic struct{ Name, Short, Text string }

// Topics gives all topics with their texts, in the order in which help lists them, for what documents partner.
func Topics() []Topic {
	var all []Topic
	cat := assessments.Catalogue()
	for _, t := range topics() {
		all = append(all, Topic{t.name, t.short, strings.Trim(t.text(cat), "\n") + "\n"})
	}
	return all
}

func topicNames() []string {
	var names []string
	for _, t := range topics() {
		names = append(names, t.name)
	}
	return names
}

const exitCodes = `
Exit codes

    0  done; for assess and batch: every proposal was assessed, whatever its rating
    1  a gate that was asked for failed: --fail-on, --at-least, --base, --strict of check,
       --no-worse of diff
    2  bad input, usage or settings: a document with errors, a file that cannot be read or written,
       an unknown command, flag, format, id or setting, no proposal named, or a base that cannot
       be read or judged
    3  an internal error: a mistake in partner, which asks to be reported
  130  interrupted; batch keeps what it has done in a file

Errors come before gates: where several files are given, 2 wins over 1. Where a gate was asked for, the last
line on standard error says what failed, and why. A closed pipe, as in "partner assess x.yaml | head", is no
error: the rest is not printed, and the exit code is the one that it would have been.
`

// gates explains gates from the table that they go by.
func gates(*catalogue.Catalogue) string {
	var b strings.Builder
	b.WriteString(`
What a run can be made to fail for, and how only what is new fails

A threshold teaches people to fill in YAML until it is passed. Better gates fail on what a document gets
wrong, and on what gets worse. --fail-on takes any of these kinds, with commas between them; check,
assess and batch take it alike:

`)
	for _, k := range gate.Kinds {
		for i, l := range textwrap.Wrap(80, k.Doc) {
			name := string(k.Kind)
			if i > 0 {
				name = ""
			}
			fmt.Fprintf(&b, "  %-19s %s\n", name, l)
		}
	}
	b.WriteString(`
--at-least RATING wants a rating of the whole. --of says which: the low end of its range, in which whatever
is unknown counts as not met (low), the rating so far, for which too little may be known (so-far), or the
low end on documents alone (documented). --stage says what is due; no gate passes at an earlier stage than
that of the dates, or as at an earlier day than the document's own.

--as-of DAY reads documents as at that day, so that a run each month shows what has become overdue or gone
out of date in files that nobody has touched. It is always named, in a flag or a variable; no clock is
asked.

With --base only what is new fails. The base is a git revision, a file for one document, or the lines of an
earlier run of batch:

  partner check --base origin/main --fail-on contradictions,open-gates,regressions proposals/*.yaml
  partner check --base HEAD^1 proposals/*.yaml       in the merge commit of a pull request
  partner check --base old.yaml proposal.yaml
  partner batch --base results.ndjson proposals/

Of a revision that the work at hand has left behind, the base is where the two parted. Base and document are
judged by the same catalogue, as at the same day and at the same stage: what time alone has moved is told,
and fails nothing, and so is what the base has as well and what is no longer there. A finding is known again
by its criterion and its path, wherever its line or its entry has moved to. --base by itself asks for
regressions: whatever was met, in whole or in part, may not become less, nor lose the documents behind it,
without a reason. The reason is a ` + "`because`" + ` at each statement that changed, and not the one that stood there
before; of what is no longer known, write

  position: {is: unknown, because: The accounts for 2026 are being restated.}

A document that the base does not have is all new. A base that cannot be read, or in which the document has
errors, is an error with its cure (exit code 2), and never taken for one that holds nothing. Clones in
continuous integration are shallow as a rule: fetch one commit more (fetch-depth: 2) and name HEAD^1, or
fetch all (fetch-depth: 0) and name origin/main.

What fails is a line each on standard error; the last line says all of it in short. Exit codes are in
"partner help exit-codes", defaults for a whole repository in "partner help settings".
`)
	return b.String()
}

// formats explains how to print from the table that the commands themselves go by.
func formats(*catalogue.Catalogue) string {
	var b strings.Builder
	b.WriteString(`
What can be printed, where to, and how it looks

Every command that prints takes the same flags. Which formats it has its own help says; they are

`)
	for _, f := range report.Formats() {
		fmt.Fprintf(&b, "  %-9s %s\n", f.Name, f.Doc)
	}
	b.WriteString(`
One format goes to standard output; in one run others can go to files:

  partner assess --format json proposal.yaml              json to standard output
  partner assess -o report.txt proposal.yaml              text, as no format is named, to a file alone
  partner assess -f json -o result.json proposal.yaml     json to a file alone
  partner assess --output text --output json=result.json proposal.yaml
                                                          text to standard output, json to a file

Formats for other programs (csv and all from sarif on, and markdown) tell findings: each error of a document, each of
its findings and, of assess, each criterion that is due and not met or not known. An error, or a gate that is
not met, is an error there; what does not fit together or is not met, a warning; what is not known, and what
nothing asks for here, a note. A finding is the same in all of them, and its fingerprint stays the same when
lines move. The same input gives the same bytes, without times or absolute paths: files are named from the top
of the git repository, or else from the working folder.

  markdown  a summary with a list of tasks to tick off; with --full the whole report for a wiki, with what only an
            editor needs in an appendix, and with --only its sections; names nobody and links to nothing
  ndjson    check: an object for each error and finding; assess: the whole result of each document, or its
            errors as partner-errors/1
  csv       RFC 4180 in UTF-8; assess: a row for each criterion that is due, met or not; what would be a
            formula begins with an apostrophe
  sarif     2.1.0, one run, with the documentation of each rule and criterion that found something
  junit     a suite for each document; a criterion that is met passes, a note is skipped, all else fails
  github    workflow commands, the weightiest first, and of each level the ten that a step shows
  gitlab    a code quality report

A workbook (xlsx) is for people: the first screen, the questions, each criterion, what to do, what to ask, the
evidence, each in a sheet that filters and prints. One holds the report on one document; of many, partner
portfolio makes one. It heeds neither --full nor --only, and is no terminal's.

All of them exit as text does: findings alone give 0, so that a report can be uploaded. --strict of check and
--at-least of assess fail a build.

A file is written whole or not at all, all files of a run or none, and none where nothing came of the run,
but for formats that tell errors too. What is read is never written over. An unknown format, a file named
twice or a folder that is not there is an error before any work.

Text is as wide as the terminal, also through a pager: where standard output is a pipe, it is the terminal
that standard error or standard input leads to. In a file, and where no terminal is near, it is 100 columns
wide. --width says another width, from 40 to 160; below 80 what stands side by side elsewhere is folded.
Lines that other programs read too (those of check and criteria, say) stay whole in a pipe or a file, unless
--width says a number. --ascii draws with ASCII alone, --color and the variables NO_COLOR and CLICOLOR_FORCE
say whether there are colours, --quiet keeps standard error for errors and gates that fail. Other formats
heed none of these but --quiet.

All but --output and -o have defaults among the settings: see "partner help settings".
`)
	return b.String()
}

// format explains how a proposal is written from the model that the reader itself follows.
func format(*catalogue.Catalogue) string {
	var b strings.Builder
	b.WriteString(`
How a proposal is written

A proposal is a YAML file: two organisations, one arrangement between them, and a register of evidence.
Its top level holds

`)
	for _, f := range proposal.Model.Fields {
		for i, l := range textwrap.Wrap(80, f.Doc) {
			key := f.Key
			if i > 0 {
				key = ""
			}
			fmt.Fprintf(&b, "  %-14s %s\n", key, l)
		}
	}
	b.WriteString(`
Every fact may be bare or a full statement, which says why and on what evidence:

  position: strong
  position: {is: strong, because: Surplus five years running., evidence: [annual-report]}

Where the two organisations state it differently, each has its say:

  values_aligned: {views: {northfield: yes, eastmere: partly}}

What is left out, or written as unknown, is unknown: it counts neither for nor against. "none" says of a
text that there is none, and an empty list that there are no entries. Dates are 2014, 2014-06 or
2014-06-01.

"partner schema proposal" prints a JSON Schema with which an editor completes keys, values and ids and
shows what each means. "partner check FILE" says what is wrong with a document.
`)
	return b.String()
}

// ratings explains the method from the catalogue that holds its numbers.
func ratings(cat *catalogue.Catalogue) string {
	m := cat.Rating.Method
	var r reference
	r.paragraph("What ratings and verdicts mean")
	r.paragraph(fmt.Sprintf(`A rating is one of %s, worst first. It is a range: at its low end whatever is unknown
		counts as not met, at its high end as met, so that a fact filled in can only move both ends inward. Beside
		the range stands the rating so far, from what is known; it is at most %s while less than %s is known, and
		below %s known there is no rating so far, but "too little known".`,
		strings.Join(rating.Grades(), ", "), m.BrakeTo, share(m.Brake), share(m.Print)))
	r.paragraph(fmt.Sprintf(`A question's rating is the share of its criteria that are met, one partly met being half: from %s
		it is %s, from %s %s, from %s %s, and red below; unless %s of them are met outright it is at most %s. Criteria that count
		count alike. A watchpoint does not
		count, but while it is not met its questions are at most %s. A gate counts, and while it is not met its
		question is at most %s.`,
		share(m.Shares[0]), rating.AmberRed, share(m.Shares[1]), rating.AmberGreen, share(m.Shares[2]), rating.Green, share(m.Outright), m.OutrightNot, m.WatchpointNot, m.GateNot))
	r.paragraph("The overall rating comes from the six questions, by the first of these rules that holds:")
	for i, rule := range cat.Rating.Rules {
		r.sample(fmt.Sprintf("%d. %-66s  %s", i+1, rule.If, m.Rules[i].Overall))
	}
	r.gap()
	r.paragraph("Context (is it the right form at the right time) and enablers (is it ready) are rated apart, and give the verdict. The verdicts, worst first:")
	var verdicts outline.Terms
	for _, v := range cat.Rating.Verdicts {
		v = v.For("")
		verdicts.Of = append(verdicts.Of, outline.Term{Name: wording.Part{Text: v.Title}, Text: words(v.Meaning)})
	}
	r.add(outline.Below{Blocks: []outline.Block{verdicts}})
	r.gap()
	r.paragraph("Every rating is given as claimed and as documented: there, only statements that have at least an internal document as evidence count.")
	var b strings.Builder
	_ = text.Write(&b, r.page(), text.Options{Width: defaultWidth}) // into memory, which takes it
	return b.String()
}

func share(f rating.Fraction) string { return fmt.Sprintf("%d/%d", f.Of, f.In) }
