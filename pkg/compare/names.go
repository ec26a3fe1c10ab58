package compare

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// names are the ids that organisations, pieces of evidence and objectives of the old document have in the new one, where
// they are others: what is called otherwise is the same, and so is what refers to it.
type names struct {
	organisations, evidence map[string]string
	objectives              map[objective]string
}

// objective is an objective of an organisation of the old document, by the ids of both.
type objective struct{ of, id string }

// objectiveOf gives the id in the new document of an objective of an organisation, both by their old ids.
func (n names) objectiveOf(organisation, id string) string {
	if now, is := n.objectives[objective{organisation, id}]; is {
		return now
	}
	return id
}

func (n names) organisation(id string) string { return renamed(n.organisations, id) }

func (n names) piece(id string) string { return renamed(n.evidence, id) }

func renamed(ids map[string]string, id string) string {
	if now, is := ids[id]; is {
		return now
	}
	return id
}

// asked gives the id of a criterion as it is in the new document: what is asked of each organisation apart goes by
// the organisation's.
func (n names) asked(id string) string {
	for old, now := range n.organisations {
		if stem, is := strings.CutSuffix(id, "-"+old); is {
			return stem + "-" + now
		}
	}
	return id
}

// pieces gives the ids of evidence, in order.
func (n names) pieces(ids []string) []string {
	now := make([]string, len(ids))
	for i, id := range ids {
		now[i] = n.piece(id)
	}
	slices.Sort(now)
	return now
}

// namesOf finds the organisations and the pieces of evidence that are the same under another id: of those whose
// ids only one of the documents has, the ones that are called the same and, where both have a date or a place, have the same.
func namesOf(old, new *proposal.Proposal) names {
	n := names{map[string]string{}, map[string]string{}, map[objective]string{}}
	find := func(into map[string]string, was, is []*proposal.Value) {
		without := func(all, others []*proposal.Value) []*proposal.Value {
			all = slices.DeleteFunc(slices.Clone(all), func(v *proposal.Value) bool {
				return called(v) == "" || slices.ContainsFunc(others, func(o *proposal.Value) bool { return o.Key == v.Key })
			})
			slices.SortFunc(all, func(a, b *proposal.Value) int { return strings.Compare(a.Key, b.Key) })
			return all
		}
		was, is = without(was, is), without(is, was)
		d := &differ{old: old, new: new}
		for i, k := range d.alike(was, is, d.oneAndTheSame) {
			if k >= 0 {
				into[was[i].Key] = is[k].Key
			}
		}
	}
	find(n.organisations, old.Organisations[:], new.Organisations[:])
	find(n.evidence, old.Register, new.Register)
	for _, o := range old.Organisations {
		if now := new.Organisation(n.organisation(o.Key)); now != nil {
			n.reads(o.Key, o.Own(paths.Aims).Stated(), now.Own(paths.Aims).Stated())
		}
	}
	return n
}

// reads finds the objectives of an organisation that read the same under another id: of those whose ids only one of the
// documents has.
func (n names) reads(organisation string, was, is []*proposal.Value) {
	id := func(v *proposal.Value) string { return v.At(paths.ID).String() }
	has := func(all []*proposal.Value, of *proposal.Value) bool {
		return slices.ContainsFunc(all, func(v *proposal.Value) bool { return id(v) == id(of) })
	}
	text := func(v *proposal.Value) string { return strings.ToLower(oneLine(v.At(paths.Text).String())) }
	taken := map[*proposal.Value]bool{}
	for _, o := range was {
		if id(o) == "" || text(o) == "" || has(is, o) {
			continue
		}
		i := slices.IndexFunc(is, func(v *proposal.Value) bool { return !taken[v] && id(v) != "" && text(v) == text(o) && !has(was, v) })
		if i >= 0 {
			taken[is[i]] = true
			n.objectives[objective{organisation, id(o)}] = id(is[i])
		}
	}
}

// oneAndTheSame gives how much alike two things are that are called the same, and 0 for others.
func (d *differ) oneAndTheSame(o, n *proposal.Value) int {
	for _, key := range []paths.Key{paths.Date, paths.Place} {
		if a, b := o.At(key), n.At(key); a.Known() && b.Known() && !a.Same(b) {
			return 0
		}
	}
	if called(o) != called(n) {
		return 0
	}
	return enough + d.likeness(o, n)/2
}

// called gives the first text that something is called by, or nothing.
func called(v *proposal.Value) string {
	for _, f := range v.Field.Fields {
		if x := v.At(paths.Key(f.Key)); f.Kind == proposal.Text && x.Known() {
			return strings.ToLower(oneLine(x.String()))
		}
	}
	return ""
}

// content gives all that an item says in a form in which two are alike exactly if they say the same on the same
// evidence and for the same reasons.
func (n names) content(v *proposal.Value) string {
	var b strings.Builder
	v.Walk(func(x *proposal.Value) {
		if x.Parent != nil && x.Parent.Field.Kind == proposal.List {
			return // told with the list
		}
		if said := n.exactly(x); said != "" || len(x.Evidence) > 0 || x.Because != "" {
			key := x.Key
			if x == v { // its place in the list says nothing
				key = ""
			}
			b.WriteString(key + "\x02" + said + "\x02" + strings.Join(n.pieces(x.Evidence), "\x03") + "\x02" + oneLine(x.Because) + "\n")
		}
	})
	if b.Len() == 0 {
		return "\x00" // it only says that there may be more
	}
	return b.String()
}

// exactly gives what a leaf says in a form in which two leaves are alike exactly if they say the same,
// however it is written; "" where it says nothing.
func (n names) exactly(v *proposal.Value) string {
	if v == nil || !v.Field.Leaf() {
		return ""
	}
	if len(v.Views) > 0 {
		var each []string
		for _, view := range v.Views {
			each = append(each, n.organisation(view.Key)+"\x01"+n.exactly(view))
		}
		slices.Sort(each)
		return "views\x00" + strings.Join(each, "\x00")
	}
	if v.State == proposal.Unknown {
		return v.Half()
	}
	if v.State == proposal.None {
		return "none"
	}
	switch v.Field.Kind {
	case proposal.Number:
		return strconv.FormatFloat(v.Number, 'g', -1, 64)
	case proposal.List:
		var each []string
		for _, i := range v.Items {
			each = append(each, n.exactly(i))
		}
		if v.NoneElse {
			each = append(each, "\x01")
		}
		slices.Sort(each) // a list of words says the same in any order
		return "list\x00" + strings.Join(each, "\x00")
	case proposal.Reference:
		switch v.Field.RefTo {
		case "organisations":
			return n.organisation(v.Word)
		case "evidence":
			return n.piece(v.Word)
		case "objectives": // in the list for the organisation whose they are
			return n.objectiveOf(v.Parent.Key, v.Word)
		}
	}
	return oneLine(v.Word)
}
