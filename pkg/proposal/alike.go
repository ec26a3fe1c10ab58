package proposal

import (
	"slices"
	"strings"
)

// Alike reports whether two values say the same all the way down, with the same reasons and evidence: lists and
// their entries in whichever order, and texts whichever way they are spaced, quoted and ended.
func (v *Value) Alike(o *Value) bool {
	if v == nil || o == nil {
		return v.silentThrough() && o.silentThrough()
	}
	if !SameText(v.Because, o.Because) || !sameEvidence(v.Evidence, o.Evidence) || !inAnyOrder(v.Views, o.Views) {
		return false
	}
	if v.Field.Leaf() {
		return v.Same(o) || v.Field.Kind == Text && v.State == Given && o.State == Given && SameText(v.Word, o.Word)
	}
	for i := range v.Field.Fields {
		if !v.field(i).Alike(o.field(i)) {
			return false
		}
	}
	return v.State == o.State && inAnyOrder(v.Items, o.Items)
}

// silentThrough reports whether there is nothing, or nothing is said.
func (v *Value) silentThrough() bool { return v.silent() && (v == nil || v.Because == "") }

// inAnyOrder reports whether each of some values has its like among others: under its own key, where they go by
// keys and not by numbers.
func inAnyOrder(all, others []*Value) bool {
	if len(all) != len(others) {
		return false
	}
	left := slices.Clone(others)
	for _, v := range all {
		i := slices.IndexFunc(left, func(o *Value) bool { return (numeral(v.Key) || v.Key == o.Key) && v.Alike(o) })
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return true
}

// sameEvidence reports whether two statements name the same pieces, in whichever order.
func sameEvidence(a, b []string) bool {
	own := func(ids []string) []string {
		var of []string
		for _, id := range ids {
			of = append(of, OwnID(id))
		}
		slices.Sort(of)
		return slices.Compact(of)
	}
	return slices.Equal(own(a), own(b))
}

// OwnID gives the id that a piece of evidence has in its own file, whichever way the whole document calls it.
func OwnID(id string) string { return id[strings.LastIndexByte(id, '/')+1:] }

// SameText reports whether two texts say the same, whichever way they are spaced, quoted and ended.
func SameText(a, b string) bool { return spelled(a) == spelled(b) }

func spelled(s string) string {
	return strings.TrimSuffix(strings.Join(strings.Fields(straight.Replace(s)), " "), ".")
}

// straight writes what word processors make of quotes and dashes as a keyboard has them.
var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "\u00a0", " ")
