package assess

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// benefits fills in the promised benefits, each with what it lacks.
func (a *assessor) benefits() {
	a.out.Benefits = []result.Benefit{}
	list := a.doc.Root.Find(paths.Benefits)
	if list == nil {
		return
	}
	for _, b := range list.Stated() {
		x := result.Benefit{
			What: b.At(paths.What).Written(), For: b.At(paths.For).Written(), Measure: b.At(paths.Measure).Written(), Baseline: b.At(paths.Baseline).Written(),
			Target: b.At(paths.Target).Written(), By: b.At(paths.By).InWords(), Source: b.At(paths.Source).Written(), PatientReported: proposal.AnswerWord(b.At(paths.PatientReported).Written()),
			Missing: []string{}, Place: b.Pos,
		}
		for _, m := range []struct{ name, value string }{{"measure", x.Measure}, {"baseline", x.Baseline}, {"target", x.Target}, {"date", x.By}, {"source", x.Source}} {
			if m.value == "" || m.value == "none" {
				x.Missing = append(x.Missing, m.name)
			}
		}
		a.out.Benefits = append(a.out.Benefits, x)
	}
}

// objectives fills in what the arrangement is for, and whose own objectives that serves.
func (a *assessor) objectives() {
	a.out.Objectives = []result.Objective{}
	list := a.doc.Root.Find(paths.Objectives)
	if list == nil {
		return
	}
	for _, o := range list.Stated() {
		x := result.Objective{ID: o.At(paths.ID).Written(), Text: o.At(paths.Text).Written()}
		for _, org := range a.doc.Organisations {
			serves := o.At(paths.Serves).Item(org.Key)
			s := result.Serving{Organisation: proposal.NameOf(org), Known: serves.Known(), Objectives: []string{}}
			if serves != nil {
				for _, ref := range serves.Items {
					s.Objectives = append(s.Objectives, objectiveText(org, ref.Word))
				}
			}
			x.Serves = append(x.Serves, s)
		}
		a.out.Objectives = append(a.out.Objectives, x)
	}
}

func objectiveText(org *proposal.Value, id string) string {
	if list := org.Own(paths.Aims); list != nil {
		for _, o := range list.Items {
			if o.At(paths.ID).Is(id) && o.At(paths.Text).Known() {
				return o.At(paths.Text).Written()
			}
		}
	}
	return id
}

// takingOn fills in, for each organisation, the other's problems that it would take on, and what there
// is to carry them.
func (a *assessor) takingOn() {
	for i, org := range a.doc.Organisations {
		other := a.doc.Organisations[1-i]
		t := result.TakingOn{Organisation: proposal.NameOf(org), From: proposal.NameOf(other), Problems: []result.Problem{}, Capacity: []result.Fact{}}
		if list := other.Own(paths.Issues); list.Known() {
			t.Known = len(list.Stated()) > 0 || len(list.Items) == 0 // a list that only says that there may be some tells nothing
			for _, p := range list.Stated() {
				x := result.Problem{What: p.At(paths.What).Written(), Area: p.At(paths.Area).Written(), Plan: proposal.AnswerWord(p.At(paths.Plan).Written()), Funded: proposal.AnswerWord(p.At(paths.Funded).Written()), Place: p.Pos}
				if c := p.At(paths.Cost); c.Known() {
					cost := c.Number
					x.CostM = &cost
				}
				t.Problems = append(t.Problems, x)
			}
		}
		for _, path := range []paths.Own{paths.FinancePosition, paths.BoardStability, paths.ToHelp, paths.ToCarryChanges} {
			if v := org.Own(path); v.Known() {
				t.Capacity = append(t.Capacity, a.fact(v))
			}
		}
		t.Sentence = takingOnSentence(&t, atLeast(other.Own(paths.Issues)))
		a.out.TakingOn = append(a.out.TakingOn, t)
	}
}

func takingOnSentence(t *result.TakingOn, more string) string {
	if !t.Known {
		return sentence("what " + t.Organisation + " would take on is not known: " + whose(t.From) + " problems are not listed")
	}
	n := len(t.Problems)
	if n == 0 {
		return sentence(t.Organisation + " would take on no problems of " + t.From)
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
	s := t.Organisation + " would take on " + more + things(n, "problem") + " of " + t.From
	switch {
	case costed == n:
		s += ", £" + millions(cost) + "m"
	case costed > 0:
		s += ", £" + millions(cost) + "m for the " + number(costed) + " with a cost"
	default:
		s += ", cost not said"
	}
	return sentence(s + "; " + howMany(plans, "planned for", "whether planned for is not said") + "; " + howMany(funds, "paid for", "whether paid for is not said"))
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
			parts = append(parts, number(count[p.word])+" "+p.says)
		}
	}
	return listed(parts)
}

// share says how many of all: all, none, two.
func share(some, all int) string {
	if some == all {
		return "all"
	}
	return number(some)
}

func millions(x float64) string { return strings.TrimSuffix(trimmed(x), ".0") }

// risks fills in both lists, the red flags and what is forgone by not doing it.
func (a *assessor) risks() {
	r := &a.out.Risks
	r.Doing, r.NotDoing, r.RedFlags, r.Forgone = []result.Risk{}, []result.Risk{}, []string{}, []result.Forgone{}
	list := a.doc.Root.Find(paths.Risks)
	if list.Known() {
		r.Known = true
		for _, v := range list.Stated() {
			x := result.Risk{
				What: v.At(paths.What).Written(), For: a.whom(v.At(paths.For).Written()), Likelihood: v.At(paths.Likelihood).Written(), Impact: v.At(paths.Impact).Written(),
				Mitigation: v.At(paths.Mitigation).Written(), Owner: v.At(paths.Owner).Written(), Place: v.Pos,
			}
			if !v.At(paths.Of).Known() {
				x.What += " (whether of doing it or of not doing it is not said)"
			}
			if v.At(paths.Of).Is("not-doing") {
				r.NotDoing = append(r.NotDoing, x)
			} else {
				r.Doing = append(r.Doing, x)
			}
		}
	}
	for _, s := range a.shown {
		if a.redFlag(s) {
			r.RedFlags = append(r.RedFlags, s.ID)
		}
	}
	for _, x := range a.cat.Advantages {
		if a.hasAdvantage(x.Type, x.Nature, x.Scale, x.Sectors) {
			r.Forgone = append(r.Forgone, result.Forgone{Title: x.Title, Forgone: x.Forgone, Cites: a.citesOf(x.Cites)})
		}
	}
}

// redFlag reports whether a criterion that is not met is one that no board should pass over: a gate, a
// watchpoint, or anything that feeds the question of risks.
func (a *assessor) redFlag(s shown) bool {
	if s.standing.status() != rating.NotMet || !counts(s.Kind) {
		return false
	}
	return s.standing.gate != logic.False || s.Kind == catalogue.Watchpoint || slices.Contains(s.Questions, a.cat.Showing(catalogue.Risks).ID)
}

// whom puts the organisations' names for the words of the document.
func (a *assessor) whom(word string) string {
	switch word {
	case "first-organisation":
		return proposal.NameOf(a.doc.Organisations[0])
	case "second-organisation":
		return proposal.NameOf(a.doc.Organisations[1])
	}
	return strings.ReplaceAll(word, "-", " ")
}

// hasAdvantage reports whether an advantage of a type, nature, scale or pair of sectors is surely this
// proposal's: what it may have to gain is not promised.
func (a *assessor) hasAdvantage(ofType, nature, scale, sectors string) bool {
	types := a.placed.Types()
	if len(types) != 1 {
		return false
	}
	t := types[0]
	if ofType != "" && ofType != t.ID() || nature != "" && nature != t.Nature || scale != "" && scale != t.Scale {
		return false
	}
	if sectors != "" {
		one, two := a.doc.Organisations[0].Own(paths.Sector), a.doc.Organisations[1].Own(paths.Sector)
		return one.Known() && two.Known() && one.Word != two.Word
	}
	return true
}
