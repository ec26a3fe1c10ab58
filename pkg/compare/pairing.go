package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// pair is an item in the old and in the new document, either may be absent.
type pair struct{ old, new *proposal.Value }

// matched pairs the items of two lists: first those that say the same, then those of one id, and of the rest
// those that are alike, so that the whole of it is as alike as can be. An item like none went or came. One that
// only says that there may be more is like another of its kind.
func (d *differ) matched(old, new []*proposal.Value) []pair {
	var pairs []pair
	oldLeft, newLeft := slices.Clone(old), slices.Clone(new)
	match := func(key func(ids names, v *proposal.Value) string) {
		places := map[string][]int{}
		for k, n := range newLeft {
			if n != nil {
				at := key(names{}, n)
				places[at] = append(places[at], k)
			}
		}
		for i, o := range oldLeft {
			if o == nil {
				continue
			}
			at := key(d.ids, o)
			if len(places[at]) == 0 || at == "" {
				continue
			}
			k := places[at][0]
			places[at] = places[at][1:]
			pairs = append(pairs, pair{o, newLeft[k]})
			oldLeft[i], newLeft[k] = nil, nil
		}
	}
	match(names.content)
	match(func(_ names, v *proposal.Value) string { return v.At(paths.ID).String() })
	gone := func(v *proposal.Value) bool { return v == nil }
	oldLeft, newLeft = slices.DeleteFunc(oldLeft, gone), slices.DeleteFunc(newLeft, gone)
	for i, k := range d.alike(oldLeft, newLeft, d.likeness) {
		if k >= 0 {
			pairs = append(pairs, pair{oldLeft[i], newLeft[k]})
			oldLeft[i], newLeft[k] = nil, nil
		}
	}
	for _, o := range oldLeft {
		if o != nil {
			pairs = append(pairs, pair{o, nil})
		}
	}
	for _, n := range newLeft {
		if n != nil {
			pairs = append(pairs, pair{nil, n})
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		al, ah, at := a.order()
		bl, bh, bt := b.order()
		return cmp.Or(cmp.Compare(al, bl), cmp.Compare(ah, bh), cmp.Compare(at, bt))
	})
	return pairs
}

// order gives what pairs are sorted by, which is the same whichever document is the old one.
func (p pair) order() (least, most int, text string) {
	at := func(v *proposal.Value) int {
		n, _ := strconv.Atoi(v.Key)
		return n
	}
	one := p.old
	if one == nil {
		one = p.new
	}
	switch {
	case p.new != nil && p.old != nil:
	case one.Known():
		return at(one), at(one), first(one)
	default:
		return at(one), at(one), "\x00"
	}
	was, is := names{}.content(p.old), names{}.content(p.new)
	return min(at(p.old), at(p.new)), max(at(p.old), at(p.new)), min(was, is) + max(was, is)
}

// first is the first thing that an item says.
func first(v *proposal.Value) string { return oneLine(v.Written()) }

// mostAlike is how many pairs are weighed against each other at most. In longer lists, which no person writes,
// items are paired only with those of their place.
const mostAlike = 40_000

// alike pairs items by a likeness, of 1000: for each old one the place of a new one, or -1. Which of the two lists is
// the old one makes no difference.
func (d *differ) alike(old, new []*proposal.Value, likeness func(o, n *proposal.Value) int) []int {
	of := make([]int, len(old))
	if len(old)*len(new) > mostAlike {
		for i := range of {
			if of[i] = -1; i < len(new) && likeness(old[i], new[i]) >= enough {
				of[i] = i
			}
		}
		return of
	}
	gain := make([][]int, len(old))
	for i, o := range old {
		gain[i] = make([]int, len(new))
		for k, n := range new {
			if l := likeness(o, n); l >= enough {
				gain[i][k] = l*nearness - max(i-k, k-i)
			}
		}
	}
	if len(old) > len(new) || len(old) == len(new) && after(old, new) {
		for i := range of {
			of[i] = -1
		}
		turned := make([][]int, len(new))
		for k := range new {
			turned[k] = make([]int, len(old))
			for i := range old {
				turned[k][i] = gain[i][k]
			}
		}
		for k, i := range assign(turned) {
			of[i] = k
		}
	} else {
		of = assign(gain)
	}
	for i, k := range of {
		if k >= 0 && gain[i][k] == 0 {
			of[i] = -1
		}
	}
	return of
}

// nearness is how much more likeness weighs than where items stand, which tells those apart that are as alike.
const nearness = 100_000

// after settles which of two lists of one length is weighed as the first, by what they say.
func after(old, new []*proposal.Value) bool {
	return slices.CompareFunc(old, new, func(o, n *proposal.Value) int {
		return strings.Compare(names{}.content(o), names{}.content(n))
	}) > 0
}

// enough is from which likeness on two items are taken for one that has changed, of 1000 for the same.
const enough = 500

// identity is how much more what an item is called, or is, weighs than anything else that is said of it.
const identity = 3

// likeness gives how much alike two items, organisations or pieces of evidence are, of 1000, by what both state:
// of texts how many words they share, of anything else whether it is the same.
func (d *differ) likeness(o, n *proposal.Value) int {
	if !o.Known() || !n.Known() {
		return 0
	}
	same, all := 0, 0
	d.weigh(o, n, identifiedBy(o.Field), &same, &all)
	if all == 0 {
		return 0
	}
	return same / all
}

// identifiedBy is the kind of the fields by which one of several is told from another: texts, where it has any.
func identifiedBy(f *proposal.Field) func(*proposal.Field) bool {
	text := func(f *proposal.Field) bool { return f.Kind == proposal.Text && f.Key != string(paths.ID) }
	if slices.ContainsFunc(f.Fields, text) {
		return text
	}
	return func(x *proposal.Field) bool { return x == f.Fields[0] }
}

// weigh adds up how much alike what two places both state is, and how much that is in all.
func (d *differ) weigh(o, n *proposal.Value, identifies func(*proposal.Field) bool, same, all *int) {
	for _, f := range o.Field.Fields {
		a, b := o.At(paths.Key(f.Key)), n.At(paths.Key(f.Key))
		switch {
		case f.Key == string(paths.ID):
		case f.Kind == proposal.Section:
			if a != nil && b != nil {
				d.weigh(a, b, identifies, same, all)
			}
		case f.Leaf() && a.Known() && b.Known():
			weight := 1
			if identifies(f) {
				weight = identity
			}
			*all += weight
			if f.Kind == proposal.Text {
				*same += weight * shared(a.String(), b.String())
			} else if d.ids.exactly(a) == (names{}).exactly(b) {
				*same += weight * 1000
			}
		}
	}
}

// shared gives how many of the words of two texts stand in both, of 1000. Short ones, which stand in any text,
// are left out where there are others.
func shared(a, b string) int {
	x, y := wordsOf(a), wordsOf(b)
	if len(x)+len(y) == 0 {
		return 1000
	}
	counts, both := map[string]int{}, 0
	for _, w := range x {
		counts[w]++
	}
	for _, w := range y {
		if counts[w] > 0 {
			counts[w]--
			both++
		}
	}
	return 2000 * both / (len(x) + len(y))
}

func wordsOf(text string) []string {
	all := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	const short = 2
	if long := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return len(w) <= short }); len(long) > 0 {
		return long
	}
	return all
}
