package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// sharing is which criteria hang on the same facts that are not known, where the document is of one type. What shares
// none of them with another turns out as it may, whatever the others do: something gives each end of a single criterion.
// Only what is shared has to be filled in to see whether all of it can be had at once.
type sharing struct {
	under *Assumption
	alone []*Criterion // of these something is open, and nothing of that is shared
	open  []*Criterion // of these too, and it is: first those that cap, for nothing outweighs that
	bound []answered   // what the document answers, which facts that are filled in must not contradict
	moved []*Criterion // what may stand otherwise once those are filled in, they among it

	filled *proposal.Completion // the document as it was filled in last, nil where it has not been
}

// completion gives the document to be filled in. Once it has been and was judged, nothing of it is needed any more.
func (s *sharing) completion(doc *proposal.Proposal) *proposal.Completion {
	if s.filled == nil {
		s.filled = doc.Completed()
	} else {
		s.filled.Again()
	}
	return s.filled
}

// reader is a criterion with the fields that its rules read, as far as they may still move it.
type reader struct {
	*Criterion
	open     bool // something of how it stands is not known
	answered bool
	reads    []*proposal.Field
}

// sharing works it out for one of the possible types.
func (j *Judgement) sharing(under *Assumption) *sharing {
	readers, placed := j.readers(under), j.surelyPlaced()
	const once, several, unsaid = 1, 2, 4 // it is read by one, by others too, and may be filled in
	of := proposal.NoMarks()
	read := func(fields []*proposal.Field) {
		for _, f := range fields {
			m := of.Of(f)
			*m |= *m<<1&several | once
		}
	}
	for i := range readers {
		read(readers[i].reads)
	}
	if !placed {
		for i := range under.standings { // what does not apply so far may
			if c := j.Cat.Criteria[i]; c.Kind.Rated() && under.standings[i].Applies == logic.False {
				read(j.Cat.Reads().Rules(i))
			}
		}
	}
	j.Doc.Unsaid(func(f *proposal.Field) { *of.Of(f) |= unsaid })
	for _, f := range moving {
		*of.Of(f) = 0
	}
	s := &sharing{under: under}
	for i := range readers {
		r := &readers[i]
		shares := slices.ContainsFunc(r.reads, func(f *proposal.Field) bool { return *of.Of(f)&(several|unsaid) == several|unsaid })
		fill := r.open && r.When != result.Past
		switch {
		case fill && !shares && (!r.answered || j.halfSaid(r.Criterion)) && under.standings[r.at].single() && (placed || r.Steady):
			s.alone = append(s.alone, r.Criterion)
			continue
		case fill:
			s.open = append(s.open, r.Criterion)
		case !shares:
			continue
		}
		s.moved = append(s.moved, r.Criterion)
		if r.answered {
			s.bound = append(s.bound, answered{r.Criterion, r.reads})
		}
	}
	slices.SortStableFunc(s.open, func(x, y *Criterion) int { return x.capping() - y.capping() })
	return s
}

// capping puts what may cap before all else.
func (c *Criterion) capping() int {
	if c.Gate() || c.Kind == catalogue.Watchpoint {
		return 0
	}
	return 1
}

// readers lists the criteria that may stand otherwise once more is known, and what the document answers. What is known of
// one stays so whatever else turns out.
func (j *Judgement) readers(under *Assumption) []reader {
	list := make([]reader, 0, len(j.Criteria))
	var room [4]*logic.Condition
	for i := range j.Criteria {
		c := &j.Criteria[i]
		s := &under.standings[c.at]
		r := reader{Criterion: c, open: s.open(), answered: j.answers[c.ID] != nil && !c.Judged && !c.Standing.Disputed()}
		if !c.Kind.Rated() || s.Applies == logic.False && !r.answered {
			continue
		}
		rules := room[:0]
		if s.Applies == logic.Unknown {
			rules = append(rules, c.Applies)
		}
		if s.Gate == logic.Unknown {
			rules = append(rules, c.Criterion.Gate.When)
		}
		facts := r.open || r.answered
		switch {
		case facts && len(rules) == 0:
			r.reads = j.Cat.Reads().Facts(c.at)
		case facts && s.Applies == logic.Unknown && (s.Gate == logic.Unknown || c.Criterion.Gate.When == nil):
			r.reads = j.Cat.Reads().Rules(c.at)
		case facts:
			r.reads = logic.Fields(append(rules, c.Met, c.Partly)...)
		default:
			r.reads = logic.Fields(rules...)
		}
		if facts || len(rules) > 0 {
			list = append(list, r)
		}
	}
	return list
}

// halfSaid reports whether all that is known of a criterion is the half that its answer tells: the answer may turn out to
// be either of the two words that it leaves.
func (j *Judgement) halfSaid(c *Criterion) bool {
	answer := j.answers[c.ID]
	return answer.Half() != "" && len(answer.Views) == 0 && !c.UsesAnswer() && c.Status() == saidBy(answer)
}

// single reports whether it is known that it applies and whether it is a gate, and both organisations see it alike.
func (s *Standing) single() bool {
	return s.Applies == logic.True && s.Gate != logic.Unknown && s.Views[0] == s.Views[1]
}
