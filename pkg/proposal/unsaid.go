package proposal

// Unsaid calls see for each field of which the proposal leaves something unsaid, which may be filled in: a leaf that
// is unknown, known by half or stated apart, and of a list that may have other entries the list and all that one may
// hold. It may come to the same field several times. Answers, which each criterion has for itself, are left out.
func (p *Proposal) Unsaid(see func(*Field)) {
	u := unsaid{p.Organisations, see}
	for i, f := range p.Root.Field.Fields {
		u.at(p.Root.below(i), f)
	}
}

type unsaid struct {
	organisations [2]*Value
	see           func(*Field)
}

// at sees what is unsaid at a place, of which v is what stands there, or nil, and below it.
func (u *unsaid) at(v *Value, f *Field) {
	apart := v != nil && len(v.Views) > 0
	switch f.Kind {
	case Answers:
	case Section:
		u.entry(v, f)
	case Organisations:
		for _, o := range u.organisations {
			u.entry(o, f)
		}
	case ByOrganisation:
		for _, o := range u.organisations {
			u.at(v.Item(o.Key), f.Of)
		}
	case List, Items, Entries:
		if apart || !v.Known() || v.GoesOn() {
			u.see(f)
			u.entry(nil, f)
			return
		}
		for _, i := range v.Items {
			u.entry(i, f)
		}
	default:
		if apart || !v.Known() {
			u.see(f)
		}
	}
}

// entry sees what is unsaid of an entry of a list or a mapping, or of a section.
func (u *unsaid) entry(v *Value, f *Field) {
	if f.Kind == List {
		u.at(v, f.Of)
		return
	}
	for i, of := range f.Fields {
		u.at(v.below(i), of)
	}
}

// below gives what stands under a key, by the key's place in the model; nil where nothing does.
func (v *Value) below(at int) *Value {
	if v == nil || v.fields == nil {
		return nil
	}
	return v.fields[at]
}
