package judge

import (
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// TakingOn lists, for each organisation, the other's problems that it would take on, and what there is to
// carry them.
func TakingOn(j *Judgement) []result.TakingOn {
	var both []result.TakingOn
	for _, side := range Sides {
		org, other := j.Organisation(side), j.Organisation(side.Other())
		t := result.TakingOn{Organisation: proposal.NameOf(org), From: proposal.NameOf(other), Problems: []result.Problem{}, Capacity: []result.Fact{}}
		if list := other.Own(paths.Issues); list.Known() {
			t.Known = len(list.Stated()) > 0 || len(list.Items) == 0 // a list that only says that there may be some tells nothing
			for _, p := range list.Stated() {
				x := result.Problem{
					ID:   p.At(paths.ID).Written(),
					What: p.At(paths.What).Written(), Area: p.At(paths.Area).Written(), Place: p.Pos,
					Plan: proposal.AnswerWord(p.At(paths.Plan).Written()), Funded: proposal.AnswerWord(p.At(paths.Funded).Written()),
					Why: []result.Reason{},
				}
				p.Each(func(v *proposal.Value) {
					if v.State == proposal.Unknown && v.Half() == "" && v.Because != "" {
						x.Why = append(x.Why, result.Reason{Path: v.Path(), Because: v.Because, Place: v.Pos})
					}
				})
				if c := p.At(paths.Cost); c.Known() {
					cost := c.Number
					x.CostM = &cost
				}
				t.Problems = append(t.Problems, x)
			}
		}
		for _, path := range []paths.Own{paths.FinancePosition, paths.BoardStability, paths.ToHelp, paths.ToCarryChanges} {
			if v := org.Own(path); v.Known() {
				t.Capacity = append(t.Capacity, j.fact(v))
			}
		}
		t.MakesLoss = MakesLoss(org)
		total := 0.0
		for i := range t.Problems {
			if x := &t.Problems[i]; x.CostM != nil {
				x.Weighs, total = Weighs(*x.CostM, org, t.Organisation), total+*x.CostM
			}
		}
		t.Weighs = Weighs(total, org, t.Organisation)
		t.Sentence = j.takingOnSentence(&t, atLeast(other.Own(paths.Issues)))
		both = append(both, t)
	}
	return both
}

func (j *Judgement) takingOnSentence(t *result.TakingOn, more string) string {
	if !t.Known {
		return wording.Sentence("what " + t.Organisation + " would take on is not known: " + wording.Whose(t.From) + " problems are not listed")
	}
	n := len(t.Problems)
	if n == 0 {
		return wording.Sentence(t.Organisation + " would take on no problems of " + t.From)
	}
	cost, costed := 0.0, 0
	plans, funds := make([]proposal.AnswerWord, n), make([]proposal.AnswerWord, n)
	for i, p := range t.Problems {
		if p.CostM != nil {
			cost += *p.CostM
			costed++
		}
		plans[i], funds[i] = p.Plan, p.Funded
	}
	s := t.Organisation + " would take on " + more + wording.Things(n, "problem") + " of " + t.From
	said := 0
	for i := range plans {
		if plans[i] != "" || funds[i] != "" {
			said++
		}
	}
	if costed == 0 && said == 0 {
		return wording.Sentence(s + "; " + wording.Verb(n, "its cost, and whether it is planned for and paid for, is not said", "what they cost, and whether they are planned for and paid for, is not said"))
	}
	switch {
	case costed == n:
		s += ", " + wording.Millions(j.Doc.Currency(), cost) + weighed(t.Weighs)
	case costed > 0:
		s += ", " + wording.Millions(j.Doc.Currency(), cost) + " for the " + wording.Number(costed) + " with a cost" + weighed(t.Weighs)
	default:
		s += ", cost not said"
	}
	s += "; " + howMany(plans, "planned for", "whether planned for is not said") + "; " + howMany(funds, "paid for", "whether paid for is not said")
	if t.MakesLoss && slices.ContainsFunc(t.Problems, Unfunded) {
		s += "; " + t.Organisation + " makes a loss itself"
	}
	return wording.Sentence(s)
}

// weighed says in brackets what a sum comes to for who takes it on.
func weighed(weighs string) string {
	if weighs == "" {
		return ""
	}
	return " (" + weighs + ")"
}

// Unfunded reports whether a problem has a sum, and is known not to be paid for.
func Unfunded(p result.Problem) bool {
	return p.CostM != nil && *p.CostM > 0 && p.Funded == proposal.No
}

// takenOnNote says what an organisation would take on, and what it has to carry it with.
func (j *Judgement) takenOnNote(s Substance, side Side) string {
	t := &s.TakingOn[side.at()]
	if len(t.Problems) == 0 && len(t.Capacity) == 0 {
		return t.Sentence
	}
	return t.Sentence + " " + carries(j.Organisation(side))
}

// howMany says of how many something holds, and of how many in part; where nothing is said of any, that.
func howMany(answers []proposal.AnswerWord, what, notSaid string) string {
	count := map[proposal.AnswerWord]int{}
	for _, a := range answers {
		count[a]++
	}
	n := len(answers)
	switch {
	case count[""] == n:
		return notSaid
	case count[proposal.Yes] == n && n == 1:
		return what
	case count[proposal.Yes] == n:
		return "all " + what
	case n == 1 && count[proposal.Partly] == 1:
		return what + " in part"
	case n == 1:
		return "not " + what
	}
	var parts []string
	for _, p := range []struct {
		word proposal.AnswerWord
		says string
	}{{proposal.Yes, what}, {proposal.Partly, what + " in part"}, {proposal.No, "not " + what}, {"", "not said to be"}} {
		if count[p.word] > 0 {
			parts = append(parts, wording.Number(count[p.word])+" "+p.says)
		}
	}
	return wording.And(parts)
}

// carries says what an organisation has to carry what it takes on, and what helping costs itself.
func carries(org *proposal.Value) string {
	has := map[string]string{
		"strong": "strong finances", "balanced": "balanced finances", "deficit": "a deficit", "distressed": "finances in distress",
		"stable": "a stable board", "changing": "a changing board", "unstable": "an unstable board",
	}
	nouns := wording.Given(has[own(org, paths.FinancePosition)], has[own(org, paths.BoardStability)])
	var parts []string
	if len(nouns) > 0 {
		parts = append(parts, "has "+wording.And(nouns))
	}
	parts = append(parts, wording.Given(
		said(own(org, paths.ToHelp), "can spare what helping takes", "can spare only a part of what helping takes", "cannot spare what helping takes without harm to itself"),
		said(own(org, paths.ToCarryChanges), "has what the changes on its own side take", "has only a part of what the changes on its own side take", "lacks what the changes on its own side take"),
	)...)
	if len(parts) == 0 {
		return wording.Sentence("what " + proposal.NameOf(org) + " has to carry it with is not stated")
	}
	return wording.Sentence(proposal.NameOf(org) + " " + strings.Join(parts, "; it "))
}
