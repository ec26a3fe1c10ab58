package assess

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// criteria fills in every criterion that applies or may apply.
func (a *assessor) criteria() {
	a.out.Criteria = make([]result.Criterion, len(a.shown))
	for i := range a.shown {
		a.criterion(&a.shown[i], &a.out.Criteria[i])
	}
}

func (a *assessor) criterion(s *shown, out *result.Criterion) {
	c, st := s.Criterion, s.standing
	*out = result.Criterion{
		ID: c.ID, Title: a.named(c, c.Title), Kind: c.Kind, Questions: c.Questions,
		Gate: st.gate != logic.False, Applies: result.Surely, AppliesWhy: strings.TrimSpace(c.AppliesBecause), Decided: st.decided,
		Facts: a.facts(st.trace.Used), SettledBy: a.settledBy(s), Why: strings.TrimSpace(c.Why),
		Asks: a.named(c, c.Asks), Of: a.cat.Words.Role(c.Of), Views: []result.View{}, Cites: a.citesOf(c.Cites),
	}
	if out.Gate {
		out.Home = a.cat.Questions[c.HomeAt].ID
	}
	if !s.sure {
		out.Applies = result.Perhaps
	}
	if c.Kind != catalogue.Remark {
		a.status(s, out)
	} else {
		out.Says = out.Title
	}
	if c.Fix.Do != "" {
		out.Fix = &result.Fix{Do: a.named(c, c.Fix.Do), Who: a.cat.Words.Role(c.Fix.Who), Effort: c.Fix.Effort, By: a.cat.Words.Date(c.Due), Closes: c.Fix.Evidence}
	}
	if s.alone != nil {
		out.Board = s.alone.Key
	}
	out.Place = a.placeOf(s)
}

func (a *assessor) status(s *shown, out *result.Criterion) {
	st := s.standing
	status := st.status()
	out.Status, out.Says = st.said(), out.Title
	switch status {
	case rating.NotMet:
		out.Says = a.named(s.Criterion, s.Lack)
	case rating.Partly:
		out.Says = "only in part: " + out.Title
	case rating.Unknown:
		out.Says = "not known: " + out.Title
	}
	if st.differ() {
		out.Says = "the two see it differently: " + out.Title
		for i, o := range a.doc.Organisations {
			out.Views = append(out.Views, result.View{Organisation: proposal.NameOf(o), Status: st.views[i]})
		}
	}
	onPaper := st.onPaper
	out.Documented = onPaper == st.claimed && status != rating.Unknown && (status != rating.NotMet || a.documented(st.trace.Used))
}

// documented reports whether at least an internal document stands behind each of some statements.
func (a *assessor) documented(used []*proposal.Value) bool {
	for _, v := range used {
		if a.doc.Rank(v) < proposal.Documented {
			return false
		}
	}
	return len(used) > 0
}

// named puts the organisations' names into a text of a criterion, which calls them first and second.
func (a *assessor) named(c *catalogue.Criterion, text string) string {
	if !c.NamesSides {
		return text
	}
	text = strings.ReplaceAll(text, catalogue.FirstSide, proposal.NameOf(a.doc.Organisations[0]))
	return strings.ReplaceAll(text, catalogue.SecondSide, proposal.NameOf(a.doc.Organisations[1]))
}

// citesOf says where the sources ask for something, and how strong they are there.
func (a *assessor) citesOf(cites []catalogue.Cite) []result.Cite {
	out := make([]result.Cite, len(cites))
	for i, c := range cites {
		out[i] = result.Cite{Source: c.Source, Place: c.Place, Strength: a.cat.Words.Strength(c.Strength)}
	}
	return out
}

// facts lists statements that were used, each once, in the order of use.
func (a *assessor) facts(used []*proposal.Value) []result.Fact {
	facts := make([]result.Fact, 0, len(used))
	for i, v := range used {
		if !slices.Contains(used[:i], v) {
			facts = append(facts, a.fact(v))
		}
	}
	return facts
}

func (a *assessor) fact(v *proposal.Value) result.Fact {
	f := result.Fact{Path: v.Path(), Label: label(v), Value: v.Written(), Because: v.Because, Place: v.Pos, Evidence: v.EvidenceIDs(), Standing: proposal.KindOf(a.doc.Rank(v))}
	if f.Evidence == nil {
		f.Evidence = []string{}
	}
	if w := v.Parent; w != nil && w.Field == v.Field && len(w.Views) > 0 {
		f.Path = w.Path() // one organisation's view of the statement
		f.Value += " (" + v.Key + ")"
	}
	return f
}

// label names a place of the document in plain words: its key after that of the section around it.
func label(v *proposal.Value) string {
	words := v.Key
	if p := v.Parent; p != nil && p.Parent != nil && p.Field.Kind == proposal.Section && p.Key != "arrangement" {
		words = p.Key + " " + words
	}
	return strings.ReplaceAll(words, "_", " ")
}

// settledBy lists the places in the document that would settle an unknown, a section once.
func (a *assessor) settledBy(s *shown) []string {
	paths := make([]string, 0, len(s.standing.trace.Missing))
	if s.Kind == catalogue.Remark || s.standing.status() != rating.Unknown {
		return paths
	}
	add := func(p string) {
		if !slices.Contains(paths, p) {
			paths = append(paths, p)
		}
	}
	for _, x := range []struct {
		axis   string
		placed judge.Axis
	}{{"nature", a.placed.Nature}, {"scale", a.placed.Scale}, {"form", a.placed.Form}} {
		itself := s.ID == x.axis+"-consistent"
		if itself && x.placed.Declared == "" || !s.sure && len(x.placed.Possible) > 1 {
			add("arrangement." + x.axis)
		}
		if itself {
			for _, m := range x.placed.Missing {
				add(m.Path())
			}
			return paths
		}
	}
	for _, m := range s.standing.trace.Missing {
		add(m.Path())
	}
	if s.UsesAnswer() || len(paths) == 0 {
		add("answers." + s.ID)
	}
	return paths
}

// placeOf gives where in the document a criterion is decided, or the nearest place to where it would be.
func (a *assessor) placeOf(s *shown) source.Position {
	for _, v := range s.standing.trace.Used {
		return v.Pos
	}
	for _, m := range s.standing.trace.Missing {
		if m.Near != nil && m.Near.Pos.Line > 0 && m.Near.Parent != nil {
			return m.Near.Pos
		}
	}
	if answers := a.doc.Root.Find(paths.Answers); answers != nil && s.UsesAnswer() {
		return answers.Pos
	}
	return source.Position{File: a.doc.Name}
}
