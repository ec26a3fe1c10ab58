package catalogue

import (
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// names checks the names by which parts of the catalogue, and the program, refer to one another: one that
// leads nowhere would drop out of every report in silence.
func (v *validator) names() {
	v.uses()
	v.axes()
	v.types()
	v.elements()
	v.dates()
	v.verdicts()
	v.answers()
	v.belonging()
	v.cited()
	v.roles()
	v.unique()
}

// uses checks that there is what the program itself asks for by its id.
func (v *validator) uses() {
	if v.c.Criterion(SuccessAligned) == nil {
		v.wrong("criteria", "there is no %s, which the program asks for", SuccessAligned)
	}
	if !strings.HasSuffix(v.c.Words.Dates.Asks, "?") {
		v.wrong("words.yaml: dates", "asks is a question")
	}
	v.word("words.yaml: dates", "of", v.c.Words.Dates.Of, v.c.Words.Roles)
	if v.c.ConsistencyRule(DecisionDayPassed) == nil {
		v.wrong("consistency.yaml", "there is no %s, which the program asks for", DecisionDayPassed)
	}
	if !slices.ContainsFunc(v.c.Typology.Scales, func(a Axis) bool { return a.ID == Individual }) {
		v.wrong("typology.yaml", "there is no scale %s, which the program asks for", Individual)
	}
}

// axes checks that one criterion, of the kind for it, holds what is declared on each axis against the facts,
// and that no other is of that kind.
func (v *validator) axes() {
	holds := map[string]string{}
	for _, c := range v.c.Criteria {
		what, axis := "criteria/"+c.Theme+".yaml: "+c.ID, c.Axis()
		if (axis != "") != (c.Kind == Consistency) {
			v.wrong(what, "the kind %s goes with a rule that is `agrees`, and only with that", Consistency)
		}
		if axis != "" && holds[axis] != "" {
			v.wrong(what, "%s holds the %s against the facts already", holds[axis], axis)
		}
		holds[axis] = c.ID
	}
	for _, axis := range Axes() {
		if holds[axis] == "" {
			v.wrong("criteria", "none holds the declared %s against the facts", axis)
		}
	}
}

// types checks that each nature and each scale make one type.
func (v *validator) types() {
	t := &v.c.Typology
	for _, nature := range t.Natures {
		for _, scale := range t.Scales {
			if id := nature.ID + "-" + scale.ID; t.Type(id) == nil {
				v.wrong("typology.yaml", "there is no type %s", id)
			}
		}
	}
}

// elements checks that an element of governance with the id of a criterion has it as the first of its
// criteria: a condition recorded under that id is about both.
func (v *validator) elements() {
	for _, e := range v.c.Governance {
		if v.c.Criterion(e.ID) != nil && (len(e.Criteria) == 0 || e.Criteria[0] != e.ID) {
			v.wrong("governance.yaml: "+e.ID, "a criterion has the same id; it comes first among the element's criteria")
		}
	}
}

// dates checks that something can be due on the dates that a document has, and on no others.
func (v *validator) dates() {
	var ids []string
	for _, w := range v.c.Words.Due {
		ids = append(ids, w.ID)
	}
	if known := Due("").Words(); !slices.Equal(ids, known) {
		v.wrong("words.yaml: due", "%s; the document knows %s", strings.Join(ids, ", "), strings.Join(known, ", "))
	}
}

// verdicts checks that each verdict can be reached.
func (v *validator) verdicts() {
	reached := map[string]bool{}
	for _, r := range v.c.Rating.Method.VerdictRules {
		reached[r.Verdict.String()] = true
	}
	for _, x := range v.c.Rating.Verdicts {
		if !reached[x.ID.String()] {
			v.wrong("ratings.yaml", "no line of the verdict table leads to %s", x.ID)
		}
	}
}

// answers checks that the sentences that answer a question have places for nothing but what fills them.
func (v *validator) answers() {
	for _, q := range v.c.Questions {
		a := q.Answers
		for _, s := range []string{a.Green, a.AmberGreen, a.Provided, a.Half, a.AmberRed, a.Red, a.Unknown} {
			for _, m := range placeholder.FindAllStringSubmatch(s, -1) {
				if !slices.Contains([]string{"facts", "claim", "lack"}, m[1]) {
					v.wrong("questions.yaml: "+q.ID, "nothing fills {%s} of an answer", m[1])
				}
			}
		}
	}
}

// belonging checks of advantages and precedents whose they are, and of forms where their meanings are from.
func (v *validator) belonging() {
	natures, scales := proposal.Model.Find(paths.Nature).Words, proposal.Model.Find(paths.Scale).Words
	is := func(what, key, word string, words []string) {
		if word != "" && !slices.Contains(words, word) {
			v.wrong(what, "%s: %q is not one of %s", key, word, strings.Join(words, ", "))
		}
	}
	for _, a := range v.c.Advantages {
		what := "advantages.yaml: " + a.ID
		if a.Type != "" && v.c.Typology.Type(a.Type) == nil {
			v.wrong(what, "type: %q does not exist", a.Type)
		}
		is(what, "nature", a.Nature, natures)
		is(what, "scale", a.Scale, scales)
		is(what, "sectors", a.Sectors, []string{AcrossSectors})
	}
	sectors := proposal.Model.Find(paths.Organisations).Find(paths.Path(paths.Sector)).Words
	for _, p := range v.c.Precedents {
		what := "precedents/" + p.ID + ".yaml"
		if p.Nature == "" || p.Scale == "" || p.Form == "" {
			v.wrong(what, "nature, scale and form are needed")
		}
		is(what, "nature", p.Nature, natures)
		is(what, "scale", p.Scale, scales)
		is(what, "form", p.Form, proposal.Forms)
		for _, s := range p.Sectors {
			is(what, "sectors", s, sectors)
		}
		if len(p.Sectors) != 2 {
			v.wrong(what, "sectors has one for each of the two organisations")
		}
	}
	for _, f := range v.c.Typology.Forms {
		is("typology.yaml: "+f.ID, "meaning_is", f.MeaningIs, []string{MeaningInSource, MeaningOurs})
	}
}

// cited checks that each source is one that something rests on, and each strength that of something cited.
func (v *validator) cited() {
	for _, s := range v.c.Sources {
		if s.Kind != MethodSource && !v.citing[s.ID] {
			v.wrong("sources.yaml: "+s.ID, "nothing cites it; what the method rests on is of the kind %s", MethodSource)
		}
	}
	for _, w := range v.c.Words.Strengths {
		if !v.strengths[w.ID] {
			v.wrong("words.yaml: strengths", "nothing that is cited is as strong as %s", w.ID)
		}
	}
}

// roles checks that each role is asked something or told to act.
func (v *validator) roles() {
	busy := map[string]bool{v.c.Words.Dates.Of: true}
	for _, c := range v.c.Criteria {
		busy[c.Of], busy[c.Fix.Who] = true, true
	}
	for _, e := range v.c.Governance {
		busy[e.Who] = true
	}
	for _, w := range v.c.Words.Roles {
		if !busy[w.ID] {
			v.wrong("words.yaml: roles", "nothing asks the %s, or tells it to act", w.ID)
		}
	}
}

// unique checks that no two entries of a list have one id; those of criteria and of base rates are checked
// where they are looked at one by one.
func (v *validator) unique() {
	c := v.c
	once(v, "words.yaml: roles", c.Words.Roles, func(w Word) string { return w.ID })
	once(v, "words.yaml: strengths", c.Words.Strengths, func(w Word) string { return w.ID })
	once(v, "sources.yaml", c.Sources, func(s Source) string { return s.ID })
	once(v, "questions.yaml", c.Questions, func(q Question) string { return q.ID })
	once(v, "ratings.yaml: overall", c.Rating.Rules, func(r RuleText) string { return r.ID })
	once(v, "governance.yaml", c.Governance, func(e Element) string { return e.ID })
	once(v, "advantages.yaml", c.Advantages, func(a Advantage) string { return a.ID })
	once(v, "catalogue.yaml: precedents", c.Precedents, func(p Precedent) string { return p.ID })
}

func once[T any](v *validator, what string, entries []T, id func(T) string) {
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[id(e)] {
			v.wrong(what, "the id %s stands twice", id(e))
		}
		seen[id(e)] = true
	}
}
