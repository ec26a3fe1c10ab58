package assess

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// opinion is what the two say of one thing.
type opinion struct {
	result.Stated
	question int  // the place of the question that it bears on, -1 for none
	foremost bool // told before all else
	kind     int  // an index of result.Opinions' three lists
}

// The three lists.
const (
	theyAgree = iota
	theyDiffer
	oneIsSilent
)

// statedApart fills in what the organisations say apart, question by question: what bears on trust and on
// what success is comes before all else, and otherwise the order is that of the questions and the document.
func (a *assessor) statedApart() {
	a.out.Apart = []result.Opinions{}
	all := a.opinions()
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(x, y opinion) int { return rank(x) - rank(y) })
	order := make([]int, 0, len(a.cat.Questions)+1)
	for _, o := range all { // a question with something foremost comes first
		if o.foremost && !slices.Contains(order, o.question) {
			order = append(order, o.question)
		}
	}
	for q := range len(a.cat.Questions) {
		if !slices.Contains(order, q) {
			order = append(order, q)
		}
	}
	for _, q := range append(order, -1) {
		a.apartOn(q, all)
	}
}

// rank orders opinions: the foremost first, and of these the disagreements.
func rank(o opinion) int {
	switch {
	case o.foremost && o.kind == theyDiffer:
		return 0
	case o.foremost:
		return 1
	}
	return 2
}

// apartOn fills in what is said apart on one question, if anything is.
func (a *assessor) apartOn(question int, all []opinion) {
	x := result.Opinions{Agree: []result.Stated{}, Differ: []result.Stated{}, Silent: []result.Stated{}}
	if question >= 0 {
		x.Question = a.cat.Questions[question].ID
	}
	for _, o := range all {
		if o.question != question {
			continue
		}
		list := [...]*[]result.Stated{&x.Agree, &x.Differ, &x.Silent}[o.kind]
		*list = append(*list, o.Stated)
	}
	if s := apartSentence(len(x.Differ), len(x.Agree), len(x.Silent)); s != "" {
		x.Sentence = s
		a.out.Apart = append(a.out.Apart, x)
	}
}

// apartSentence says on how many points the two differ and agree, and on how many one of them is silent; it
// is empty where there is nothing to say.
func apartSentence(differ, agree, silent int) string {
	var parts []string
	if differ > 0 {
		parts = append(parts, "the two differ on "+things(differ, "point"))
	}
	if agree > 0 {
		parts = append(parts, "they agree on "+things(agree, "point"))
	}
	if silent > 0 {
		parts = append(parts, "on "+things(silent, "point")+" only one of them has spoken")
	}
	return sentence(strings.Join(parts, "; "))
}

// opinions collects whatever is stated apart, in the order of the document: what each would call a success
// is always, for each says it for itself.
func (a *assessor) opinions() []opinion {
	var all []opinion
	var bearing map[*proposal.Value]int
	a.doc.Root.Walk(func(v *proposal.Value) {
		if len(v.Views) == 0 {
			return
		}
		o := opinion{Stated: result.Stated{Subject: v.Path(), Title: label(v), Place: v.Pos}, question: -1}
		for i, org := range a.doc.Organisations {
			for _, view := range v.Views {
				if view.Key == org.Key {
					o.Says[i] = view.Written()
				}
			}
		}
		if o.Says == [2]string{} {
			return
		}
		o.kind = theyAgree
		switch {
		case o.Says[0] == "" || o.Says[1] == "":
			o.kind = oneIsSilent
		case !v.Views[0].Same(v.Views[1]):
			o.kind = theyDiffer
		}
		if c := a.cat.Criterion(v.Key); c != nil && v.Parent.Field.Kind == proposal.Answers {
			o.Subject, o.Title, o.question, o.foremost = c.ID, a.named(c, c.Title), mainQuestion(c), c.Foremost
		} else {
			if bearing == nil {
				bearing = a.bearing()
			}
			if c, ok := bearing[v]; ok {
				o.question, o.foremost = mainQuestion(a.shown[c].Criterion), a.shown[c].Foremost
			}
		}
		all = append(all, o)
	})
	if o, ok := a.successes(); ok {
		all = append(all, o)
	}
	return all
}

// mainQuestion is the question under which a criterion is told: the one that it caps, or its first.
func mainQuestion(c *catalogue.Criterion) int {
	if c.HomeAt >= 0 {
		return c.HomeAt
	}
	return c.Feeds[0]
}

// bearing gives, for each statement that a criterion rests on, the first such criterion by its place.
func (a *assessor) bearing() map[*proposal.Value]int {
	of := map[*proposal.Value]int{}
	for i := range a.shown {
		add := func(v *proposal.Value) {
			if w := v.Parent; w != nil && slices.Contains(w.Views, v) {
				v = w
			}
			if _, ok := of[v]; !ok {
				of[v] = i
			}
		}
		for _, v := range a.shown[i].standing.trace.Used {
			add(v)
		}
		for _, m := range a.shown[i].standing.trace.Missing {
			if m.Key == "" && m.Near != nil {
				add(m.Near)
			}
		}
	}
	return of
}

// successCriterion asks whether the two understand success alike.
const successCriterion = "success-aligned"

// successes sets side by side what each would call a success, where either says so. Different words need
// not mean different things: where it has been judged whether they do, that decides.
func (a *assessor) successes() (opinion, bool) {
	o := opinion{Stated: result.Stated{Subject: "stance.success", Title: "what each would call a success, in its own words"}, question: -1, foremost: true}
	for i, org := range a.doc.Organisations {
		if v := org.Own(paths.Success); v.Known() && len(v.Views) == 0 {
			o.Says[i] = v.Written()
			if o.Place.Line == 0 {
				o.Place = v.Pos
			}
		}
	}
	c := a.cat.Criterion(successCriterion)
	if o.Says == [2]string{} || c == nil {
		return o, false
	}
	o.question = mainQuestion(c)
	judged := rating.Unknown
	if at, ok := a.places[c.ID]; ok {
		judged = a.shown[at].standing.status()
	}
	switch {
	case o.Says[0] == "" || o.Says[1] == "":
		o.kind = oneIsSilent
	case judged == rating.Met || judged != rating.NotMet && judged != rating.Partly && strings.EqualFold(o.Says[0], o.Says[1]):
		o.kind = theyAgree
	default:
		o.kind = theyDiffer
	}
	return o, true
}
