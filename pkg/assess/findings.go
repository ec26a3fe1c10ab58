package assess

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// findings fills in what is amiss with the document itself, and what it sets aside.
func (a *assessor) findings() {
	a.out.Findings, a.out.SetAside = []result.Finding{}, []result.SetAside{}
	for _, x := range []struct {
		axis   string
		placed judge.Axis
	}{{"nature", a.placed.Nature}, {"scale", a.placed.Scale}, {"form", a.placed.Form}} {
		a.mismatch(x.axis, x.placed)
	}
	for i := range a.shown {
		a.clash(&a.shown[i])
		a.setAside(&a.shown[i])
	}
	a.doc.Root.Walk(a.disagreement)
	for _, p := range a.out.Evidence.Pieces {
		if p.Stale != "" {
			a.find(result.Finding{ID: "stale-" + p.ID, Kind: result.Stale, Subject: p.ID, Place: p.At, Text: "the evidence " + p.ID + " is " + p.Stale, Do: "replace it by something newer, or say why it still holds", Cites: []result.Cite{}, Questions: []string{}})
		}
	}
	a.inOrder()
}

func (a *assessor) find(f result.Finding) { a.out.Findings = append(a.out.Findings, f) }

// inOrder puts the findings in the order of the document, those of its own file first. Before all else comes
// a disagreement on what no partnership can do without: trust, or what success is.
func (a *assessor) inOrder() {
	slices.SortStableFunc(a.out.Findings, func(x, y result.Finding) int {
		other := func(f result.Finding) int {
			if f.Place.File == a.doc.Name {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.foremost(x), a.foremost(y)), cmp.Compare(other(x), other(y)), cmp.Compare(x.Place.File, y.Place.File), cmp.Compare(x.Place.Line, y.Place.Line), cmp.Compare(x.Place.Column, y.Place.Column))
	})
}

// foremost is 0 for a disagreement that is told before all other findings, otherwise 1.
func (a *assessor) foremost(f result.Finding) int {
	if c := a.cat.Criterion(f.Subject); f.Kind == result.Disagreement && c != nil && c.Foremost {
		return 0
	}
	return 1
}

// mismatch reports that what is declared of nature, scale or form is not what the facts say.
func (a *assessor) mismatch(axis string, p judge.Axis) {
	if p.Agrees() != logic.False {
		return
	}
	var facts []string
	for _, v := range p.Used {
		if said := v.Path() + " " + v.Written(); !slices.Contains(facts, said) {
			facts = append(facts, said)
		}
	}
	f := result.Finding{
		ID: "mismatch-" + axis, Kind: result.Mismatch, Subject: axis + "-consistent", Place: p.At.Pos,
		Text: "declared " + p.Declared + ", but the facts say " + p.Derived + " (" + listed(facts) + "); rated as if it could be either",
		Do:   "declare what the facts say, or mend the facts", Cites: []result.Cite{}, Questions: []string{},
	}
	if c := a.cat.Criterion(axis + "-consistent"); c != nil {
		f.Cites, f.Questions = a.citesOf(c.Cites), c.Questions
	}
	a.find(f)
}

// clash reports an answer that the facts contradict.
func (a *assessor) clash(s *shown) {
	said := s.standing.clash
	if said == rating.Unknown {
		return
	}
	answer := a.answers[s.ID]
	var facts []string
	for _, v := range s.standing.trace.Used {
		if said := v.Path() + " " + v.Written(); v != answer && v.Parent != answer && !slices.Contains(facts, said) {
			facts = append(facts, said)
		}
	}
	status := s.standing.status().String()
	if s.standing.status() == rating.Unknown {
		status = "at most " + rating.Partly.String()
	}
	text := "answered " + answer.Word + ", but by the facts it is " + status
	if len(facts) > 0 {
		text += " (" + listed(facts) + ")"
	}
	a.find(result.Finding{
		ID: "contradiction-" + s.ID, Kind: result.Contradiction, Subject: s.ID, Place: answer.Pos, Text: a.named(s.Criterion, s.Title) + ": " + text + "; the facts decide",
		Do: "remove the answer, or mend the facts", Cites: a.citesOf(s.Cites), Questions: s.Questions,
	})
}

// setAside lists a criterion that the document declares not applicable, or met by other means.
func (a *assessor) setAside(s *shown) {
	if s.standing.decided != result.ByNotApplying && s.standing.decided != result.ByOtherMeans {
		return
	}
	answer := a.answers[s.ID]
	x := result.SetAside{Criterion: s.ID, Title: a.named(s.Criterion, s.Title), As: s.standing.decided, Because: answer.Because, Evidence: []string{}, Place: answer.Pos}
	x.Evidence = append(x.Evidence, answer.EvidenceIDs()...)
	a.out.SetAside = append(a.out.SetAside, x)
}

// disagreement reports a statement that the organisations make differently.
func (a *assessor) disagreement(v *proposal.Value) {
	var said []string
	differ := false
	for _, o := range a.doc.Organisations {
		i := slices.IndexFunc(v.Views, func(view *proposal.Value) bool { return view.Key == o.Key })
		if i < 0 {
			continue
		}
		view := v.Views[i]
		word := view.Written()
		if word == "" {
			word = "unknown"
		}
		said = append(said, a.nameOf(view.Key)+" says "+word)
		differ = differ || !view.Same(v.Views[0])
	}
	if !differ {
		return
	}
	f := result.Finding{ID: "disagreement-" + strings.ReplaceAll(v.Path(), ".", "-"), Kind: result.Disagreement, Subject: v.Path(), Place: v.Pos, Text: "the " + label(v) + ": " + listed(said) + "; rated from the worse to the better", Do: "settle it between the two before anything rests on it", Cites: []result.Cite{}, Questions: []string{}}
	if c := a.cat.Criterion(v.Key); c != nil && v.Parent.Field.Kind == proposal.Answers {
		f.Subject, f.Questions, f.Cites = c.ID, c.Questions, a.citesOf(c.Cites)
		f.Text = a.named(c, c.Title) + ": " + listed(said) + "; rated from the worse to the better"
	}
	a.find(f)
}

// firstFew is how many things to do first, and to find out first, the first screen has room for.
const firstFew = 3

// first fills in what to do first and what to find out first, over all questions: what the path to the
// next rating needs, and what would settle most. Which kind of partnership it is comes before all that.
func (a *assessor) first() {
	a.out.DoFirst, a.out.FindOutFirst = []result.Action{}, []result.Ask{}
	for _, s := range a.doFirst() {
		a.out.DoFirst = append(a.out.DoFirst, result.Action{Criterion: s.ID, Do: a.named(s.Criterion, s.Fix.Do), Who: a.cat.Words.Role(s.Fix.Who), By: a.cat.Words.Date(s.Due), Effort: s.Fix.Effort})
	}
	for i := range a.shown {
		if s := &a.shown[i]; s.Kind == catalogue.Consistency && s.standing.status() == rating.Unknown && a.hinders(s) {
			a.out.FindOutFirst = append(a.out.FindOutFirst, result.Ask{Criterion: s.ID, Asks: a.named(s.Criterion, s.Asks), Of: a.cat.Words.Role(s.Of), Paths: a.settledBy(s)})
		}
	}
	for _, d := range a.out.Settle.Ranked {
		a.out.FindOutFirst = append(a.out.FindOutFirst, result.Ask{Criterion: d.Criterion, Asks: d.Asks, Of: d.Of, Paths: d.Paths})
	}
	a.out.FindOutFirst = a.out.FindOutFirst[:min(firstFew, len(a.out.FindOutFirst))]
}

// doFirst gives the few criteria to act on first: mismatches, then what the shortest path needs and is
// known to be lacking, then the weightiest of the rest.
func (a *assessor) doFirst() []*shown {
	var few []*shown
	add := func(s *shown) {
		if len(few) < firstFew && !slices.Contains(few, s) {
			few = append(few, s)
		}
	}
	weightiest := a.weightiest(rating.NotMet, rating.Partly)
	for _, s := range weightiest {
		if s.Kind == catalogue.Consistency {
			add(s)
		}
	}
	if len(a.out.Path.Steps) > 0 {
		for _, id := range a.out.Path.Steps[0].Criteria {
			if s := &a.shown[a.places[id]]; s.standing.status() != rating.Unknown {
				add(s)
			}
		}
	}
	for _, s := range weightiest {
		add(s)
	}
	return few
}

// weightiest gives the few weightiest criteria of one of two statuses.
func (a *assessor) weightiest(one, two rating.Status) []*shown {
	type weighed struct {
		*shown
		weight int
	}
	var all []weighed
	for i := range a.shown {
		s := &a.shown[i]
		if status := s.standing.status(); status != one && status != two || !counts(s.Kind) && !a.hinders(s) {
			continue
		}
		all = append(all, weighed{s, weigh(s, "")})
	}
	slices.SortStableFunc(all, func(x, y weighed) int { return cmp.Compare(y.weight, x.weight) })
	few := make([]*shown, min(firstFew, len(all)))
	for i := range few {
		few[i] = all[i].shown
	}
	return few
}

// hinders reports whether a criterion is one of consistency that stands in the way: declared and derived
// differ, or neither is known. That only one of the two is stated hinders nothing.
func (a *assessor) hinders(s *shown) bool {
	return s.Kind == catalogue.Consistency && (s.standing.status() != rating.Unknown || !a.declaredOrDerived(s.ID))
}

// declaredOrDerived reports whether nature, scale or form is known from either side.
func (a *assessor) declaredOrDerived(id string) bool {
	for axis, p := range map[string]judge.Axis{"nature": a.placed.Nature, "scale": a.placed.Scale, "form": a.placed.Form} {
		if id == axis+"-consistent" {
			return p.Declared != "" || p.Derived != ""
		}
	}
	return false
}

// sources lists the sources that the shown criteria cite, in the catalogue's order.
func (a *assessor) sources() {
	cited := map[string]bool{}
	for _, s := range a.shown {
		for _, c := range s.Cites {
			cited[c.Source] = true
		}
	}
	a.out.Sources = []result.Source{}
	for _, s := range a.cat.Sources {
		if cited[s.ID] {
			a.out.Sources = append(a.out.Sources, result.Source{ID: s.ID, Title: s.Title, Authors: s.Authors, Year: s.Year, Standing: s.Standing})
		}
	}
}
