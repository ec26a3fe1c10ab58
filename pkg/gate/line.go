package gate

import (
	"fmt"
	"slices"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/compare"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// OfLine says for what the document of a line fails: for what Failures says of its judgement, without places in
// the file and in the words of keys. A line of a document with errors gives nothing.
func (g Gate) OfLine(l *batch.Line, cat *catalogue.Catalogue) []Failure {
	if !g.Asks() || l.Standing == nil {
		return nil
	}
	at := source.Position{File: l.Path}
	var all []Failure
	add := func(k Kind, key, text string) *Failure {
		all = append(all, Failure{Kind: k, Key: key, Place: at, Text: text})
		return &all[len(all)-1]
	}
	found := func(k Kind, of ...result.FindingKind) {
		for _, f := range l.Findings {
			for _, key := range f.Keys {
				if slices.Contains(of, f.Kind) {
					add(k, Key(key), oneLine(key)).exact = key
				}
			}
		}
	}
	if l.Stage.Early {
		add(Early, "stage", "no gate passes at an earlier stage than that of the dates")
	}
	stated, isStated := proposal.DayInWords(l.AsOfStated)
	asked, isAsked := proposal.DayInWords(l.AsOf)
	if isStated && isAsked && asked < stated {
		add(Early, "day", "no gate passes as at "+l.AsOf+", a day before the one that the document states, "+l.AsOfStated)
	}
	for _, k := range Kinds {
		if !g.On(k.Kind) {
			continue
		}
		switch k.Kind {
		case Contradictions:
			found(k.Kind, result.Mismatch, result.Contradiction, result.Inconsistent)
		case StaleEvidence:
			found(k.Kind, result.Stale)
		case Disagreements:
			found(k.Kind, result.Disagreement)
		case OpenGates:
			for _, id := range l.OpenGates {
				add(k.Kind, id, titled(cat, id)+": not met, or not known")
			}
		case OverdueConditions:
			for _, id := range l.Overdue {
				add(k.Kind, id, titled(cat, id)+": open, and overdue")
			}
		case Impossible:
			least := rating.AmberGreen
			if g.AtLeast != rating.Unrated {
				least = g.AtLeast
			}
			if l.Overall.High < least {
				add(k.Kind, whole, fmt.Sprintf("the whole is at best %s, whatever is still unknown; at least %s is out of reach", l.Overall.High, least)).grade = l.Overall.High
			}
		case Old:
			g.oldLine(l, add)
		}
	}
	if g.Strict {
		for _, f := range l.Findings {
			keys := f.Keys
			switch f.Kind {
			case result.Unpaired:
				continue // a note
			case result.Unused:
				keys = f.No
			}
			for _, key := range keys {
				add(Strict, Key(key), oneLine(key)).exact = key
			}
		}
	}
	g.ratedLine(l, add)
	return all
}

// titled gives the title of a criterion with its id; anything else goes by its id.
func titled(cat *catalogue.Catalogue, id string) string {
	if c := cat.Criterion(id); c != nil && !c.NamesSides {
		return c.Title + " (" + id + ")"
	}
	return id
}

func (g Gate) oldLine(l *batch.Line, add func(Kind, string, string) *Failure) {
	asked, is := proposal.DayInWords(l.AsOf)
	if !is {
		return
	}
	switch stated, isDay := proposal.LastDayInWords(l.AsOfStated); {
	case !isDay:
		add(Old, "as_of", "it states no day on which it is true")
	case int(asked-stated) > g.OldAfter:
		days := int(asked - stated)
		add(Old, "as_of", fmt.Sprintf("it is true as at %s, %s before %s; at most %d are allowed", l.AsOfStated, wording.Count(days, "day", "days"), l.AsOf, g.OldAfter))
	}
}

func (g Gate) ratedLine(l *batch.Line, add func(Kind, string, string) *Failure) {
	if g.AtLeast == rating.Unrated {
		return
	}
	of := l.Overall
	if g.Of == Documented {
		of = l.Documented
	}
	is, said := of.Low, "the low end of the overall range is "+of.Low.String()
	if g.Of == Documented {
		said = "on documents alone " + said
	}
	if g.Of == SoFar {
		is, said = of.SoFar, "so far the whole is "+of.SoFar.String()
		if is == rating.Unrated {
			said = "too little is known for a rating so far"
		}
	}
	if of.NotRated {
		is, said = rating.Unrated, "all that would count has been set aside"
	}
	if is < g.AtLeast {
		add(AtLeast, whole, fmt.Sprintf("at least %s was asked for; %s", g.AtLeast, said)).grade = is
	}
}

// AgainstLine holds a judged proposal against the line of what it was, as Against does against what it was itself. Where
// the line is as at another day the proposal is judged as at that day, too: what it fails for only as at its own, time
// has moved. A line has no reasons: any reason at what a criterion rests on is one for its having become less, and so is a departure from
// it.
func (g Gate) AgainstLine(base *batch.Line, now *judge.Judgement, findings []result.Finding) Held {
	failures := g.Failures(now, findings)
	line := batch.LineOf(base.Made, now, findings)
	renamed := compare.KeysOfLines(base.Standing, line.Standing)
	was := called(g.OfLine(base, now.Cat), renamed)
	var h Held
	h.New, h.Stood = New(failures, append(slices.Clone(was), called(g.everOpenIn(base, now.Cat), renamed)...))
	then := now
	if day, is := proposal.DayInWords(base.AsOf); is {
		then = judge.At(now.Doc.AsAt(day), now.Cat, now.Timing.Asked)
		h.New, h.Moved = stillNew(h.New, g.failed(then))
	}
	h.Gone, _ = New(slices.DeleteFunc(was, func(f Failure) bool { return f.Kind == Early }), failures)
	if g.On(Regressions) {
		h.New = append(h.New, fell(base, then)...)
	}
	return h
}

// stillNew parts what is new into what fails as at the base's day as well, and what does not.
func stillNew(left, then []Failure) (still, moved []Failure) {
	moved, still = New(left, then)
	for _, f := range moved {
		if f.Kind == Early {
			still = append(still, f)
		}
	}
	return still, slices.DeleteFunc(moved, func(f Failure) bool { return f.Kind == Early })
}

// everOpenIn lists the gates that a line has as not met or not known, and not as due.
func (g Gate) everOpenIn(l *batch.Line, cat *catalogue.Catalogue) []Failure {
	var all []Failure
	if l.Standing == nil || len(l.Criteria) != len(cat.Criteria) {
		return nil
	}
	for i, c := range cat.Criteria {
		status, applies := batch.Letter(l.Criteria[i]).Status()
		if applies && status != rating.NotApplicable && status.Lower() != rating.Made && !slices.Contains(l.OpenGates, c.ID) {
			all = append(all, Failure{Kind: OpenGates, Key: c.ID})
		}
	}
	return all
}

// fell fails for each criterion that rates and of which a line shows more steps as made, and no reason is on record.
func fell(base *batch.Line, now *judge.Judgement) []Failure {
	var all []Failure
	if base.Standing == nil || len(base.Criteria) != len(now.Cat.Criteria) {
		return nil
	}
	for i, c := range now.Cat.Criteria {
		status, applied := batch.Letter(base.Criteria[i]).Status()
		at, applies := now.Find(c.ID)
		if !applied || !applies || !c.Kind.Rated() {
			continue
		}
		is := &now.Criteria[at]
		if made(is.Status()) >= made(status) || reasoned(now, is) || now.Departed(is) != nil {
			continue
		}
		all = append(all, Failure{Kind: Regressions, Key: c.ID, Place: now.PlaceOf(is), Text: fmt.Sprintf("%s (%s): was %s, is %s; say why (`because`) at what it rests on", oneLine(now.Named(c, c.Title)), c.ID, status, is.Standing.Said())})
	}
	return all
}

// reasoned reports whether a criterion rests on statements that each give a reason.
func reasoned(j *judge.Judgement, c *judge.Criterion) bool {
	if len(c.Standing.Used) == 0 {
		answer := j.Doc.Root.Find(paths.Answers).Item(c.ID)
		return answer != nil && answer.Reason() != ""
	}
	return !slices.ContainsFunc(c.Standing.Used, func(v *proposal.Value) bool { return v.Reason() == "" })
}

// made is how many of the steps of a status are surely made. Of what is disputed a line does not tell which.
func made(s rating.Status) int {
	n := 0
	for _, step := range []rating.Step{s.Lower(), s.Upper()} {
		if step == rating.Made {
			n++
		}
	}
	return n
}
