package decide

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

// Precedents lists the case studies, nearest first: by how many of nature, scale, form and sectors
// they surely share with this proposal, then by how many of their own traits, then as in the catalogue.
// How a case went says nothing of how this will go.
func Precedents(j *judge.Judgement) []result.Near {
	places := make(map[string]int, len(j.Criteria))
	for i := range j.Criteria {
		places[j.Criteria[i].ID] = i
	}
	standAs := func(ids []string, statuses ...rating.Status) []string { return standAs(j, places, ids, statuses) }
	all := make([]near, len(j.Cat.Precedents))
	for i := range j.Cat.Precedents {
		p := &j.Cat.Precedents[i]
		x := near{Near: result.Near{
			ID: p.ID, Title: p.Title, Like: []string{}, Unlike: []string{}, What: strings.TrimSpace(p.What), Outcome: strings.TrimSpace(p.Outcome),
			WentBadly: strings.TrimSpace(p.WentBadly), Watch: standAs(p.Watch, rating.NotMet, rating.AtMostPartly, rating.Unknown),
			Shared: standAs(p.Lacked, rating.NotMet, rating.AtMostPartly, rating.Partly),
			Had:    standAs(p.Had, rating.NotMet, rating.AtMostPartly, rating.Partly), Cites: j.Cites(p.Cites),
		}}
		for _, l := range likenesses(j, p) {
			x.shares += x.take(l)
		}
		for _, t := range p.Likeness {
			x.more += x.take(likeness{j.Truth(t.Here), t.Like, t.Unlike})
		}
		all[i] = x
	}
	slices.SortStableFunc(all, func(x, y near) int {
		return cmp.Or(cmp.Compare(y.shares, x.shares), cmp.Compare(y.more, x.more))
	})
	list := make([]result.Near, len(all))
	for i, x := range all {
		tie := i >= nearestFew && x.shares == all[nearestFew-1].shares && x.more == all[nearestFew-1].more
		x.Nearest = x.shares >= nearEnough && (i < nearestFew || tie)
		list[i] = x.Near
	}
	return list
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

// likenesses holds a precedent's place in the typology, and its two sectors, against the proposal's.
func likenesses(j *judge.Judgement, p *catalogue.Precedent) []likeness {
	t := &j.Cat.Typology
	all := []likeness{axisLikeness(t, p.Nature, j.Placement.Nature), axisLikeness(t, p.Scale, j.Placement.Scale), axisLikeness(t, p.Form, j.Placement.Form)}
	here := [2]*proposal.Value{j.Doc.Organisations[0].Own(paths.Sector), j.Doc.Organisations[1].Own(paths.Sector)}
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

// axisLikeness compares nature, scale or form: the same where this proposal can be nothing else, not the
// same where it cannot be that.
func axisLikeness(t *catalogue.Typology, there string, here judge.Axis) likeness {
	l := likeness{shared: logic.Unknown, like: judge.TitleOn(t, here.ID, there)}
	switch {
	case !slices.Contains(here.Possible, there):
		l.shared = logic.False
		l.unlike = l.like + " there, " + here.Words(t) + " here"
	case len(here.Possible) == 1:
		l.shared = logic.True
	}
	return l
}

// standAs gives those of some criteria that apply here, by their places, and have one of some statuses.
func standAs(j *judge.Judgement, places map[string]int, ids []string, statuses []rating.Status) []string {
	list := []string{}
	for _, id := range ids {
		i, applies := places[id]
		if !applies {
			continue
		}
		c := &j.Criteria[i]
		if s := c.Status(); slices.Contains(statuses, s) && (s != rating.Unknown || c.When != result.Past) {
			list = append(list, id)
		}
	}
	return list
}
