package gate

import (
	"fmt"
	"slices"

	"partner/pkg/compare"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Held is what came of holding a proposal against what it was.
type Held struct {
	New   []Failure // for which it fails
	Moved []Failure // which what it was has as well as at the same day and stage: neither it nor its base fails for them
	Stood []Failure // which what it was has as well
	Gone  []Failure // which what it was has, and it has no longer
}

// Against holds a judged proposal against what it was: only what is new fails. What it was is judged by the same
// catalogue as at the same day and at the same stage, so that what only time has moved is not new. The findings
// are those of the judgement.
func (g Gate) Against(base *proposal.Proposal, now *judge.Judgement, findings []result.Finding) Held {
	failures, renamed := g.Failures(now, findings), compare.Keys(base, now.Doc)
	own := judge.At(base, now.Cat, now.Timing.Asked)
	asNow := judge.At(base.AsAtDayOf(now.Doc), now.Cat, now.Timing.Stage)
	was, would := called(g.failed(own), renamed), called(g.failed(asNow), renamed)
	var h Held
	var had []Failure
	h.New, had = New(failures, append(would, called(everOpen(asNow), renamed)...))
	h.Moved, h.Stood = New(had, was)
	h.Gone, _ = New(slices.DeleteFunc(was, func(f Failure) bool { return f.Kind == Early }), failures)
	if g.On(Regressions) {
		h.New = append(h.New, regressions(asNow, now)...)
	}
	return h
}

// called gives the failures of a base with the keys that they have in what is held against it, in which organisations and
// evidence may have other ids.
func called(failures []Failure, key func(string) string) []Failure {
	for i := range failures {
		failures[i].Key, failures[i].exact = key(failures[i].Key), key(failures[i].exact)
	}
	return failures
}

// failed gives for what a judgement fails.
func (g Gate) failed(j *judge.Judgement) []Failure { return g.Failures(j, judge.Findings(j)) }

// New parts failures into those that a base does not have, equal ones counted, and those that it has. A rating that is
// too low is new where it is lower than it was; what is judged too early is new in any case.
func New(failures, base []Failure) (left, had []Failure) {
	taken := make([]bool, len(base))
	match := func(f Failure, same func(b Failure) bool) bool {
		for i, b := range base {
			if !taken[i] && b.Kind == f.Kind && b.Key == f.Key && f.grade >= b.grade && f.Kind != Early && same(b) {
				taken[i] = true
				return true
			}
		}
		return false
	}
	exactly := make([]bool, len(failures))
	for i, f := range failures { // those that stand where they stood, so that of equal ones the others are new
		exactly[i] = match(f, func(b Failure) bool { return b.exact == f.exact })
	}
	for i, f := range failures {
		if exactly[i] || match(f, func(Failure) bool { return true }) {
			had = append(had, f)
		} else {
			left = append(left, f)
		}
	}
	return left, had
}

// everOpen lists the gates that are not met or not known and are not asked for at the stage: where a later stage alone
// opens one, that is not new.
func everOpen(j *judge.Judgement) []Failure {
	var all []Failure
	open := judge.OpenGates(j)
	for i := range j.Criteria {
		c := &j.Criteria[i]
		if status := c.Status(); c.Gate() && status != rating.NotApplicable && status.Lower() != rating.Made && !slices.Contains(open, c.ID) {
			all = append(all, openGate(j, c))
		}
	}
	return all
}

// regressions fails for whatever was met and is less, without a reason on record.
func regressions(was, is *judge.Judgement) []Failure {
	var all []Failure
	for _, r := range compare.Regressions(was, is) {
		text := fmt.Sprintf("%s (%s): was %s, is %s", oneLine(r.Title), r.Criterion, r.From, r.To)
		if len(r.Unsaid) > 0 {
			text += "; say why (`because`) at " + wording.And(r.Unsaid)
		}
		all = append(all, Failure{Kind: Regressions, Key: r.Criterion, Place: r.Place, Text: text})
	}
	return all
}

// Lines gives failures a line each, in their order, of one kind of one document only the first with how many more there
// are, but for regressions, of which each is to be mended by itself.
func Lines(failures []Failure) []string {
	var lines []string
	for i, f := range failures {
		of := func(other Failure) bool { return other.Kind == f.Kind }
		if f.Kind != Regressions && slices.IndexFunc(failures, of) != i {
			continue
		}
		line := f.String()
		if n := count(failures, f.Kind) - 1; f.Kind != Regressions && n > 0 {
			line += fmt.Sprintf("; and %d more", n)
		}
		lines = append(lines, line)
	}
	return lines
}

// Counts says how many failures there are of each kind: open-gates (2) and regressions (1).
func Counts(failures []Failure) string {
	var phrases []string
	for i, f := range failures {
		if slices.IndexFunc(failures, func(other Failure) bool { return other.Kind == f.Kind }) == i {
			phrases = append(phrases, fmt.Sprintf("%s (%d)", f.Kind, count(failures, f.Kind)))
		}
	}
	return wording.And(phrases)
}

func count(failures []Failure, k Kind) int {
	n := 0
	for _, f := range failures {
		if f.Kind == k {
			n++
		}
	}
	return n
}
