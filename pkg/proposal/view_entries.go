package proposal

import (
	"slices"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Which entries a list has, the proposal tells, which names what either organisation names: a list that one of them wrote
// anew would be no more theirs than the other's. Of an entry that is there each can say in its own file how it sees it.

// ofEntries finds for each entry that a view's list holds the one of the proposal's list that it speaks of, by its id or by
// its words, and puts it in the place of that one. What calls it is then no statement of the view.
func (r *reader) ofEntries(list *Value) {
	path := list.Path()
	if len(list.Items) == 0 || list.NoneElse || slices.ContainsFunc(list.Items, func(i *Value) bool { return i.State != Given }) {
		r.reportAt(list, "what all of the list "+path+" is, in one organisation's view", "", "put what either of the two names into the proposal's own list, and say here of an entry how this organisation sees it, by its id or its words; where they differ on what the list comes to, answer the criterion under `answers`")
		return
	}
	of := r.around.Root.Find(paths.Path(path))
	taken := map[int]bool{}
	for _, entry := range list.Items {
		key, name := entry.calledBy()
		if name == "" {
			r.reportAt(entry, "an entry of "+path+" that nothing names", "its id, or its words", "call it as the proposal does")
			continue
		}
		switch is := of.named(name); {
		case len(is) == 0:
			do := "put it into the proposal's own list, which names what either of the two names"
			if near := source.DidYouMean(name, of.calls()); near != "" {
				do = near
			}
			r.reportAt(entry, "the entry "+quoted(name)+" in one organisation's view, which "+path+" of the proposal does not have", "", do)
		case len(is) > 1:
			r.reportAt(entry, "the entry "+quoted(name)+" in one organisation's view, which several of "+path+" may be", "", "give that entry an id in the proposal, and call it by that")
		case taken[is[0]]:
			r.reportAt(entry, "the entry "+quoted(name)+" a second time in one organisation's view", "", "say all of it in one place")
		default:
			taken[is[0]] = true
			entry.Key, entry.fields[key] = of.Items[is[0]].Key, nil
		}
	}
}

// calledBy gives by which of its fields an entry of a view is called, and what it is called: by its id, or else by what
// tells entries of its kind apart, which is the first text that they have, or what stands before that; "" where it has
// none of these.
func (v *Value) calledBy() (field int, name string) {
	last := max(0, slices.IndexFunc(v.Field.Fields, func(f *Field) bool { return f.Kind == Text && f.Key != string(paths.ID) }))
	for i := range min(last+1, len(v.fields)) {
		if f := v.fields[i]; f.Known() && f.State == Given {
			return i, f.Written()
		}
	}
	return 0, ""
}
