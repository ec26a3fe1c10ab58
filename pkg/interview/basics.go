package interview

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// basics gives the questions without which hardly anything can be told: what it is called, of whom it is, which kind of
// partnership it is and when. Nature and scale are asked for only where form and facts leave them open.
func (c *Conversation) basics(r *result.Result, cat *catalogue.Catalogue) []Question {
	var all []Question
	if !c.known(paths.Title) {
		all = append(all, c.stated(cat, paths.Title, "What is the proposal called?", ""))
	}
	if !c.named() {
		all = append(all, organisations())
	} else {
		for _, o := range c.doc.Organisations {
			at := paths.Path(o.Path())
			if !o.At(paths.Key(name)).Known() {
				all = append(all, c.stated(cat, paths.Path(at.Under(name)), "What is the organisation "+o.Key+" called?", ""))
			}
			if !o.At(paths.Key(sector)).Known() {
				all = append(all, c.stated(cat, paths.Path(at.Under(sector)), "To which sector does "+proposal.NameOf(o)+" belong?",
					"Posts, regulators and the people served are called as that sector calls them, and what only it is asked is asked."))
			}
		}
	}
	if !c.known(paths.Form) {
		q := c.stated(cat, paths.Form, "Which form is the partnership to have?",
			"Which roles there are, and much of what is asked, hangs on the form.")
		q.Cites = cited(cat.Typology.Forms)
		all = append(all, q)
	} else if c.doc.Root.Find(paths.Form).Is(proposal.OtherForm) {
		for _, x := range []struct {
			at   paths.Path
			asks string
		}{{paths.FormInWords, "What is that form, in a sentence?"}, {paths.NearestForm, "Which known form comes nearest?"}} {
			if !c.known(x.at) {
				all = append(all, c.stated(cat, x.at, x.asks, ""))
			}
		}
	}
	if q, ok := c.sides(cat); ok {
		all = append(all, q)
	}
	if open(r.Typology.Nature) {
		q := c.stated(cat, paths.Nature, "Is it mandated, or do the two choose it themselves?",
			"What helps a partnership, and what it needs, hangs on who wanted it.")
		q.Cites = cat.Typology.Natures[0].Cites
		all = append(all, q)
	}
	if open(r.Typology.Scale) {
		q := c.stated(cat, paths.Scale, "How much of the two organisations does it reach?",
			"What helps a partnership, and what it needs, hangs on its scale.")
		q.Cites = cat.Typology.Scales[0].Cites
		all = append(all, q)
	}
	for _, x := range []struct {
		at        paths.Path
		asks, why string
	}{
		{paths.AsOf, "On which day is all this true?", "Ages of evidence, and whether a date has passed, are reckoned from it; the clock is never asked."},
		{paths.Decision, "When do the boards decide?", "It tells at which stage the proposal stands: what is due before the decision is asked first."},
		{paths.Starts, "When does it start?", "It tells at which stage the proposal stands: what is due before the start is asked next."},
	} {
		if !c.known(x.at) {
			all = append(all, c.stated(cat, x.at, x.asks, x.why))
		}
	}
	return all
}

// The keys of an organisation that are asked for first.
const (
	name   = "name"
	sector = "sector"
)

// cited gives where the forms come from, each place once.
func cited(forms []catalogue.Form) []catalogue.Cite {
	for _, f := range forms {
		if len(f.Cites) > 0 {
			return f.Cites
		}
	}
	return nil
}

// stated gives the question for a fact, in these words, with why it is asked.
func (c *Conversation) stated(cat *catalogue.Catalogue, at paths.Path, asks, why string) Question {
	f := proposal.Model.Find(at)
	if place, found, _ := c.doc.Leads(string(at)); found == "" && f == nil {
		f = place.Field
	}
	q := Question{ID: string(at), Asks: asks, Why: why}
	switch f.Kind {
	case proposal.Word:
		q.Choices = c.words(cat, f)
	case proposal.Date:
		q.Write = "a date: 2026-10-01, 2026-10 or 2026"
	default:
		q.Write = "a text"
	}
	q.answer = func(a Answer) []Statement { return []Statement{{Path: string(at), Value: word(a)}} }
	return q
}

// organisations asks for the names of both at once: a proposal of one is none.
func organisations() Question {
	return Question{
		ID: string(paths.Organisations), Asks: "Which two organisations are to partner?",
		Means: "Their names; each gets a short id from its name, by which the document calls it.",
		Parts: []string{"the one", "the other"}, Write: "a name",
		answer: func(a Answer) []Statement {
			ids := IDs([2]string{a.Words[0], a.Words[1]})
			var all []Statement
			for i, id := range ids {
				all = append(all, Statement{Path: paths.Organisations.Under(id) + "." + name, Value: word(Answer{Words: a.Words[i:]})})
			}
			return all
		},
	}
}

// sides asks which organisation has which part, by the roles of the form; false where the form is not known, or one of its
// roles is given already.
func (c *Conversation) sides(cat *catalogue.Catalogue) (Question, bool) {
	form := cat.Typology.Form(c.doc.Root.Find(paths.Form).String())
	if form == nil || !c.named() || !c.known(paths.Form) {
		return Question{}, false
	}
	roles := c.doc.Root.Find(paths.Roles)
	if slices.ContainsFunc(form.Roles, func(role string) bool { return roles.At(paths.Key(role)).Known() }) {
		return Question{}, false
	}
	q := Question{
		ID: string(paths.Roles), Asks: "Which of the two has which part?", Means: proposal.Model.Find(paths.Roles).Doc,
		Why: "What is asked of whoever helps is not asked of whoever is helped.", Cites: form.Cites,
	}
	says := map[string][]Statement{}
	add := func(word, means string, all ...Statement) {
		q.Choices = append(q.Choices, Choice{Word: word, Means: means})
		says[word] = all
	}
	one, other := c.doc.Organisations[0], c.doc.Organisations[1]
	for _, pair := range cat.Typology.Sides {
		if !slices.Contains(form.Roles, pair.Helper) || !slices.Contains(form.Roles, pair.Helped) {
			continue
		}
		for _, by := range [2][2]*proposal.Value{{one, other}, {other, one}} {
			add(pair.Helper+"="+by[0].Key, proposal.NameOf(by[0])+" is the "+pair.Helper+", "+proposal.NameOf(by[1])+" the "+pair.Helped,
				Statement{Path: paths.Roles.Under(pair.Helper), Value: scalar(by[0].Key)}, Statement{Path: paths.Roles.Under(pair.Helped), Value: scalar(by[1].Key)})
		}
	}
	for _, role := range form.Roles {
		if slices.Contains(cat.Typology.Even, role) {
			add(role, "both are equal "+role, Statement{Path: paths.Roles.Under(role), Value: "[" + strings.Join([]string{scalar(one.Key), scalar(other.Key)}, ", ") + "]"})
		}
	}
	if len(q.Choices) == 1 { // no part is another's
		q.Asks, q.Why = "Are the two equal "+q.Choices[0].Word+" in it?", "What is asked of whoever helps is then asked of neither."
	}
	q.answer = func(a Answer) []Statement { return says[a.Words[0]] }
	return q, len(q.Choices) > 0
}
