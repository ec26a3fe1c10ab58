// Package finding is what the formats for other programs print: errors, findings about a document and criteria
// that are not met or not known, each as one value that is the same in all of them. Texts are on one line,
// and nothing in them commands a terminal.
package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Level is how much a finding weighs.
type Level uint8

// The levels, the weightiest first.
const (
	Error   Level = iota // it cannot be read, or what is essential is not met
	Warning              // it does not fit together, or is not met
	Note                 // it is not known, or nothing asks for it here
)

// Levels are the levels, the weightiest first.
var Levels = []Level{Error, Warning, Note}

// Finding is one thing about a document that a person can act on.
type Finding struct {
	Rule  string          // what found it, by id
	Kind  string          // error, the kind of a finding about the document, or how a criterion stands
	Level Level           //
	Key   string          // what is found and at which path: the same when lines move, and no other's of its document
	Place source.Position // where; without a line it is the file as a whole
	Text  string          // what is the case, a sentence
	Do    string          // what to do or to find out, a sentence; may be empty
}

// Document is what programs are told of one document. Its names of files are relative, with slashes.
type Document struct {
	Name     string
	Findings []Finding      // in the order of the document
	Result   *result.Result // nil where it was only checked, or cannot be read
	Rules    *Rules         // what found them

	named func(string) string
}

// Placed gives a place as other programs are told of it.
func (d *Document) Placed(at source.Position) source.Position {
	at.File = d.named(at.File)
	return at
}

// Broken reports whether the document could not be read.
func (d *Document) Broken() bool {
	return slices.ContainsFunc(d.Findings, func(f Finding) bool { return f.Kind == broken })
}

// Reader makes documents of what came of them.
type Reader struct {
	Named func(label string) string // names a file as other programs are told of it
	Rules *Rules
}

// Checked is a document that was only read: with what is wrong with it, or else what was found about it.
func (r Reader) Checked(label string, wrong source.Diagnostics, found []result.Finding) Document {
	d := Document{Name: r.Named(label), Rules: r.Rules, named: r.Named}
	for _, x := range wrong {
		expected := x.Found
		if x.Expected != "" {
			expected += "; expected " + x.Expected
		}
		d.Findings = append(d.Findings, Finding{
			Rule: broken, Kind: broken, Level: Error, Key: broken + " " + x.Found, Place: d.Placed(x.Position), Text: Sentence(expected), Do: Sentence(x.Do),
		})
	}
	for i := range found {
		f := &found[i]
		level := Warning
		if f.Note() {
			level = Note
		}
		d.Findings = append(d.Findings, Finding{
			Rule: ruleOf(f), Kind: string(f.Kind), Level: level, Key: cmp.Or(f.Key, f.ID), Place: d.Placed(f.Place), Text: Sentence(f.Text), Do: Sentence(f.Do),
		})
	}
	if len(wrong) == 0 {
		d.Findings = append(r.laid(&d, nil), d.Findings...)
	}
	numbered(d.Findings)
	return d
}

// Assessed is a document with its result, where it has one: to what was found about it come the criteria that
// are due and not met, or not known.
func (r Reader) Assessed(label string, wrong source.Diagnostics, of *result.Result) Document {
	if of == nil {
		return r.Checked(label, wrong, nil)
	}
	d := r.Checked(label, nil, of.Findings)
	if d.Result = of; r.Rules.Laid() != nil {
		d.Findings[0] = r.laid(&d, of)[0]
	}
	for i := range of.Criteria {
		c := &of.Criteria[i]
		if Rates(c) && c.Status != rating.Met {
			text := Sentence(c.Says)
			if x := of.Departure(c.ID); x.InForce() { // it weighs as much as without
				text += " " + Sentence("gone without, on the record: "+x.Words)
			}
			d.Findings = append(d.Findings, Finding{
				Rule: c.ID, Kind: c.Status.String(), Level: weight(c), Key: "criterion " + c.ID, Place: d.Placed(c.Place), Text: text, Do: Sentence(ToDo(c)),
			})
		}
	}
	return d
}

// Rates reports whether a criterion is due and rates, be it in the block of a catalogue of somebody's own. Of what is declared against what the facts say findings tell.
func Rates(c *result.Criterion) bool {
	switch c.Kind {
	case catalogue.Context, catalogue.Enabler, catalogue.Practice, catalogue.Watchpoint, catalogue.Own:
		return c.When == result.Now && c.Status != rating.NoStatus && c.Status != rating.NotApplicable
	}
	return false
}

// weight is how much it weighs that a criterion is not met.
func weight(c *result.Criterion) Level {
	switch c.Status {
	case rating.Unknown, rating.AtLeastPartly:
		return Note
	case rating.NotMet:
		if c.Gate {
			return Error
		}
	}
	return Warning
}

// Wanted is what a criterion asks of somebody.
type Wanted uint8

// What a criterion can ask.
const (
	Nothing Wanted = iota
	Work           // it is known not to be met, and something can be done
	Answer         // it is not known, or the two organisations differ
)

// Wants says what a criterion asks of somebody.
func Wants(c *result.Criterion) Wanted {
	switch c.Status {
	case rating.Met:
		return Nothing
	case rating.Unknown, rating.AtLeastPartly, rating.Disputed:
		return Answer
	}
	if c.Fix == nil {
		return Nothing
	}
	return Work
}

// ToDo says what to do about a criterion, who does it and by when; of one that is not known, what to ask whom.
func ToDo(c *result.Criterion) string {
	do, who := "", ""
	switch Wants(c) {
	case Work:
		do, who = c.Fix.Do, strings.Join(wording.Given(c.Fix.Who, c.Fix.By), ", ")
	case Answer:
		do, who = c.Asks, c.Of
		if who != "" {
			who = "ask: " + who
		}
	}
	if do != "" && who != "" {
		do = strings.TrimSuffix(do, ".") + " (" + who + ")"
	}
	return do
}

// numbered counts findings of one key, so that each has its own.
func numbered(all []Finding) {
	seen := map[string]int{}
	for i := range all {
		key := all[i].Key
		if seen[key]++; seen[key] > 1 {
			all[i].Key += " " + strconv.Itoa(seen[key])
		}
	}
}

// Fingerprint is the key of a finding of a document of this name, as a short word.
func (f *Finding) Fingerprint(document string) string {
	sum := sha256.Sum256([]byte(document + "\n" + f.Key))
	return hex.EncodeToString(sum[:16])
}

// Says is the whole of a finding: what is the case, and what to do.
func (f *Finding) Says() string { return strings.Join(wording.Given(f.Text, f.Do), " ") }

// Line gives text on one line, with nothing in it that could command a terminal or turn the direction of writing, and in UTF-8.
func Line(s string) string {
	if strings.ContainsAny(s, "\n\r\t\u0085\u2028\u2029") {
		s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
			return r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == '\u0085' || r == '\u2028' || r == '\u2029'
		}), " ")
	}
	return source.Printable(s)
}

// Sentence gives text on one line as a sentence of its own; what is empty stays so.
func Sentence(s string) string { return wording.Sentence(Line(s)) }

// Again gives the name of a document, and where it has been named before, how often, so that what is found in
// it has a fingerprint of its own each time.
func Again(seen map[string]int, name string) string {
	if seen[name]++; seen[name] > 1 {
		return name + " " + strconv.Itoa(seen[name])
	}
	return name
}
