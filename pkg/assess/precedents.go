package assess

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// A report tells the two nearest precedents, and others that are as near as the second, but of none that
// shares less than half of the four traits of the typology.
const (
	nearestFew = 2
	nearEnough = 2
)

// precedents fills in the case studies, nearest first: by how many of nature, scale, form and sectors
// they surely share with this proposal, then by how many of their own traits, then as in the catalogue.
// How a case went says nothing of how this will go.
func (a *assessor) precedents() {
	all := make([]near, len(a.cat.Precedents))
	for i := range a.cat.Precedents {
		p := &a.cat.Precedents[i]
		x := near{Near: result.Near{
			ID: p.ID, Title: p.Title, Like: []string{}, Unlike: []string{}, What: strings.TrimSpace(p.What), Outcome: strings.TrimSpace(p.Outcome),
			WentBadly: strings.TrimSpace(p.WentBadly), Watch: a.standingAt(p.Watch, rating.NotMet, rating.Unknown),
			Shared: a.standingAt(p.Lacked, rating.NotMet, rating.Partly), Cites: a.citesOf(p.Cites),
		}}
		for _, l := range a.likeness(p) {
			x.shares += x.take(l)
		}
		for _, t := range p.Likeness {
			x.more += x.take(likeness{a.truth(t.Here), t.Like, t.Unlike})
		}
		all[i] = x
	}
	slices.SortStableFunc(all, func(x, y near) int {
		return cmp.Or(cmp.Compare(y.shares, x.shares), cmp.Compare(y.more, x.more))
	})
	a.out.Precedents = make([]result.Near, len(all))
	for i, x := range all {
		tie := i >= nearestFew && x.shares == all[nearestFew-1].shares && x.more == all[nearestFew-1].more
		x.Nearest = x.shares >= nearEnough && (i < nearestFew || tie)
		a.out.Precedents[i] = x.Near
	}
}

// near is a precedent in the making.
type near struct {
	result.Near
	shares, more int // how many traits of the typology, and how many of its own, this proposal shares
}

// take says that a trait is shared, or that it is not, and gives how much that makes the case nearer.
func (n *near) take(l likeness) int {
	switch l.shared {
	case logic.True:
		n.Like = append(n.Like, l.like)
		return 1
	case logic.False:
		n.Unlike = append(n.Unlike, l.unlike)
	}
	return 0
}

// likeness is one trait of a precedent: whether this proposal shares it, and how either is said.
type likeness struct {
	shared       logic.Truth
	like, unlike string
}

// truth gives the truth of a condition over all possible types: unknown where they differ.
func (a *assessor) truth(c *logic.Condition) logic.Truth {
	all, one := logic.True, logic.False
	for i := range a.types {
		t := a.evaluate(c, i, nil)
		all, one = min(all, t), max(one, t)
	}
	if all != one {
		return logic.Unknown
	}
	return all
}

// likeness holds a precedent's place in the typology, and its two sectors, against the proposal's.
func (a *assessor) likeness(p *catalogue.Precedent) []likeness {
	t := &a.cat.Typology
	all := []likeness{
		axisLikeness(p.Nature, a.placed.Nature, titlesOf(t.Natures)),
		axisLikeness(p.Scale, a.placed.Scale, titlesOf(t.Scales)),
		axisLikeness(p.Form, a.placed.Form, formTitles(t.Forms)),
	}
	here := [2]*proposal.Value{a.doc.Organisations[0].Own(paths.Sector), a.doc.Organisations[1].Own(paths.Sector)}
	if !here[0].Known() || !here[1].Known() || len(p.Sectors) != 2 {
		return all
	}
	there, these := sectorsOf(p.Sectors[0], p.Sectors[1]), sectorsOf(here[0].Word, here[1].Word)
	l := likeness{logic.False, these, there + " there, " + these + " here"}
	if these == there {
		l.shared = logic.True
	}
	return append(all, l)
}

// sectorsOf says which sectors two organisations belong to, in whichever order.
func sectorsOf(one, two string) string {
	say := func(s string) string {
		switch s {
		case "nhs":
			return "in the NHS"
		case "private":
			return s
		}
		return "in the " + strings.ReplaceAll(s, "-", " ") + " sector"
	}
	switch {
	case one == two:
		return "both " + say(one)
	case two == "nhs" || one != "nhs" && two < one:
		one, two = two, one
	}
	return "one " + say(one) + " and one " + say(two)
}

func titlesOf(axes []catalogue.Axis) map[string]string {
	titles := map[string]string{}
	for _, x := range axes {
		titles[x.ID] = strings.ToLower(x.Title)
	}
	return titles
}

func formTitles(forms []catalogue.Form) map[string]string {
	titles := map[string]string{}
	for _, x := range forms {
		titles[x.ID] = strings.ToLower(x.Title)
	}
	return titles
}

// axisLikeness compares nature, scale or form: the same where this proposal can be nothing else, not the
// same where it cannot be that.
func axisLikeness(there string, here judge.Axis, titles map[string]string) likeness {
	l := likeness{shared: logic.Unknown, like: titles[there]}
	switch {
	case !slices.Contains(here.Possible, there):
		l.shared = logic.False
		var words []string
		for _, id := range here.Possible {
			words = append(words, titles[id])
		}
		l.unlike = titles[there] + " there, " + strings.Join(words, " or ") + " here"
	case len(here.Possible) == 1:
		l.shared = logic.True
	}
	return l
}

// standingAt gives those of some criteria that apply here and have one of two statuses.
func (a *assessor) standingAt(ids []string, one, two rating.Status) []string {
	list := []string{}
	for _, id := range ids {
		i, applies := a.places[id]
		if !applies {
			continue
		}
		if s := a.shown[i].standing.status(); s == one || s == two {
			list = append(list, id)
		}
	}
	return list
}
