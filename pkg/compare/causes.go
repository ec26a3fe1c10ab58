package compare

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// criteria fills in the criteria that moved, each with the changes that it rests on.
func (d *Difference) criteria(old, new Judged, ids names) {
	was := map[string]string{} // by their ids now, what went by another organisation's id
	for i := range old.Cat.Criteria {
		if c := old.Cat.Criteria[i]; ofOneSide(c) && ids.asked(c.ID) != c.ID {
			was[ids.asked(c.ID)] = c.ID
		}
	}
	for _, at := range inOrder(old.Cat, new.Cat) {
		before := at
		if id := was[at]; id != "" {
			before = id
		} else if ids.asked(at) != at && was[ids.asked(at)] == at {
			continue // told by the id that it has now
		}
		o, n := old.Result.Criterion(before), new.Result.Criterion(at)
		if o == nil && n == nil {
			continue
		}
		c := moved(at, o, n)
		if c == nil {
			continue
		}
		for _, i := range d.causes(c, o, n, old, new) {
			ch := &d.Changes[i]
			ch.Criteria = append(ch.Criteria, at)
			c.Because = append(c.Because, ch.path())
			if !slices.Contains(c.Causes, ch.Kind) {
				c.Causes = append(c.Causes, ch.Kind)
			}
		}
		slices.SortFunc(c.Causes, func(a, b ChangeKind) int { return slices.Index(Kinds, a) - slices.Index(Kinds, b) })
		d.Criteria = append(d.Criteria, *c)
	}
}

// inOrder gives the ids of the criteria of both catalogues: in the catalogue's order, where both are one
// or hold the same; otherwise by the nearer of the two places, so that the order does not hang on which
// of the two is the old one.
func inOrder(old, new *catalogue.Catalogue) []string {
	place := map[string]int{}
	var ids []string
	for _, c := range []*catalogue.Catalogue{old, new} {
		for i := range c.Criteria {
			id := c.Criteria[i].ID
			if at, there := place[id]; !there {
				ids = append(ids, id)
				place[id] = i
			} else {
				place[id] = min(at, i)
			}
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		if place[a] != place[b] {
			return place[a] - place[b]
		}
		return strings.Compare(a, b)
	})
	return ids
}

// moved says how a criterion moved, or gives nil where it did not. One of the two may be nil: it does not
// apply there.
func moved(id string, o, n *result.Criterion) *Criterion {
	c := &Criterion{ID: id, Causes: []ChangeKind{}, Because: []string{}}
	var from, to bool
	for _, side := range []struct {
		of         *result.Criterion
		status     *Status
		documented *bool
	}{{o, &c.From, &from}, {n, &c.To, &to}} {
		*side.status = NoPart
		if side.of != nil {
			c.Title, c.Kind, c.Questions, c.Gate = side.of.Title, side.of.Kind, side.of.Questions, c.Gate || side.of.Gate
			*side.status, *side.documented = Status(side.of.Status), side.of.Documented
		}
	}
	if c.From == c.To && from == to || c.Kind == catalogue.Remark {
		return nil
	}
	c.Documented = FromTo{yesNo(from), yesNo(to)}
	c.Direction = turn(c.From, c.To, from, to)
	return c
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// turn names the way from one status to another.
func turn(from, to Status, wasDocumented, isDocumented bool) Turn {
	steps := []rating.Status{rating.NotMet, rating.AtMostPartly, rating.Partly, rating.AtLeastPartly, rating.Met}
	was, is := rating.Status(from), rating.Status(to)
	a, b := slices.Index(steps, was), slices.Index(steps, is)
	const unknown, disputed = Status(rating.Unknown), Status(rating.Disputed)
	switch {
	case from == to && isDocumented:
		return NowDocumented
	case from == to:
		return NoLongerDocumented
	case from == NoPart:
		return NowApplies
	case to == NoPart:
		return NoLongerApplies
	case a >= 0 && b >= 0 && !was.Known() && was.Worst() <= is.Worst() && is.Best() <= was.Best():
		return NowKnown // the half that was open
	case a >= 0 && b >= 0 && !is.Known() && is.Worst() <= was.Worst() && was.Best() <= is.Best():
		return NoLongerKnown
	case a >= 0 && b > a:
		return TurnedBetter
	case b >= 0 && a > b:
		return TurnedWorse
	case to == disputed:
		return NowDisputed
	case from == disputed:
		return Settled
	case from == unknown:
		return NowKnown
	case to == unknown:
		return NoLongerKnown
	}
	return OtherTurn
}

// causes gives the changes, by their places in the list, for which a criterion moved. First those of the
// statements that it rests on, as the two results name them; where there are none, those of statements
// that its rule reads (whether it applies at all, say); then those of the kind of partnership and of the
// roles, on which everything hangs; and where no statement explains it, the catalogue.
func (d *Difference) causes(c *Criterion, o, n *result.Criterion, old, new Judged) []int {
	status := c.From != c.To
	pick := func(is func(*Change) bool) []int {
		var picked []int
		for i := range d.Changes {
			ch := &d.Changes[i]
			rates := ch.Kind != Reworded && ch.Kind != NewCatalogue && (ch.Kind != NewEvidence || !status)
			if rates && is(ch) {
				picked = append(picked, i)
			}
		}
		return picked
	}
	if picked := pick(func(ch *Change) bool { return ch.restedOn(o, n, c.ID) }); len(picked) > 0 {
		return picked
	}
	var rules []*logic.Condition
	for _, j := range []Judged{old, new} {
		if of := j.Cat.Criterion(c.ID); of != nil {
			rules = append(rules, of.Rules()...)
		}
	}
	scope := logic.ScopeOf(rules...)
	if picked := pick(func(ch *Change) bool {
		return scope.Holds(ch.path()) || scope.Sides && settlesSides(ch.path())
	}); len(picked) > 0 {
		return picked
	}
	if picked := pick(func(ch *Change) bool { return settlesKind(ch, old, new) }); len(picked) > 0 {
		return picked
	}
	if i := slices.IndexFunc(d.Changes, func(ch Change) bool { return ch.Kind == NewCatalogue }); i >= 0 {
		return []int{i}
	}
	return nil
}

// restedOn reports whether a change is of a statement that a criterion rests on, or that would settle it.
func (c *Change) restedOn(o, n *result.Criterion, id string) bool {
	for _, x := range []*result.Criterion{o, n} {
		if x == nil {
			continue
		}
		said := c.Old
		if said == nil || x == n && c.New != nil {
			said = c.New
		}
		for _, f := range x.Facts {
			if within(said.Path, f.Path) || c.Kind == NewEvidence && slices.ContainsFunc(f.Evidence, func(id string) bool { return within(said.Path, paths.Evidence.Under(id)) }) {
				return true
			}
		}
		for _, p := range x.SettledBy {
			if within(said.Path, p) {
				return true
			}
		}
		if said.Path == paths.Answers.Under(id) {
			return true
		}
	}
	return false
}

// within reports whether one of two paths is the other or lies below it.
func within(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || strings.HasPrefix(b, a) && (a == "" || b[len(a)] == '.' || b[len(a)] == '[')
}

// settlesSides reports whether a place tells who has which role.
func settlesSides(path string) bool { return within(path, string(paths.Roles)) }

// settlesKind reports whether a change is of one of those that tell the kind of partnership, or who has which
// role in it.
func settlesKind(c *Change, sides ...Judged) bool {
	path := c.path()
	if settlesSides(path) {
		return true
	}
	for _, axis := range []paths.Path{paths.Nature, paths.Scale, paths.Form} {
		if within(path, string(axis)) {
			return true
		}
	}
	for _, j := range sides {
		for i := range j.Result.Criteria {
			if x := &j.Result.Criteria[i]; x.Kind == catalogue.Consistency && c.restedOn(x, x, x.ID) {
				return true
			}
		}
	}
	return false
}
