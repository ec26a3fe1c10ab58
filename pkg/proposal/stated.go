package proposal

// Statements calls visit for everything that is stated at the value or below it, in the order of the model and
// the document: each leaf that says something, if only by half; of a list each of its items, or that it is
// empty; and where the organisations state something apart, what each of them states. The version of the format
// is no statement.
func (v *Value) Statements(visit func(*Value)) {
	if v == nil || v.Parent != nil && v.Parent.Parent == nil && v.Field == format {
		return
	}
	if len(v.Views) > 0 {
		for _, view := range v.Views {
			view.Statements(visit)
		}
		return
	}
	if v.leaf() {
		if !v.silent() {
			visit(v)
		}
		return
	}
	for _, f := range v.fields {
		if f != nil {
			f.Statements(visit)
		}
	}
	for _, i := range v.Items {
		i.Statements(visit)
	}
}

// format is the place of the version of the format.
var format = Model.Fields[0]

// leaf reports whether what stands at the value is said by itself: not by what it holds.
func (v *Value) leaf() bool {
	switch v.Field.Kind {
	case Word, Text, Number, Date, Reference:
		return true
	case List, Items:
		return !v.item() && len(v.Items) == 0
	}
	return false
}

// Entry gives the entry of a list, of the register or of the conditions that the value belongs to, the answer that
// it is, the organisation that states it, or else the part of the arrangement that it stands in.
func (v *Value) Entry() *Value {
	if v.Parent != nil && len(v.Parent.Views) > 0 && v.Parent.Field == v.Field {
		v = v.Parent
	}
	for w := v; w.Parent != nil; w = w.Parent {
		if w.item() {
			return w
		}
		if p := w.Parent; p.Field.Kind == Answers || p.Parent == nil || p.Parent.Parent == nil && p.Field.Kind == Section {
			return w
		}
	}
	return v
}

// Each calls f for what the value holds directly, in the order of the model or of the document.
func (v *Value) Each(f func(*Value)) {
	for _, w := range v.fields {
		if w != nil {
			f(w)
		}
	}
	for _, w := range v.Items {
		f(w)
	}
}
