package proposal

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/wording"
)

// Places gives all that any document may have, in the order of the model: ID stands for an id, and what is true of an
// entry of a list is said of the list.
func Places() []Place {
	var all []Place
	var below func(path string, f *Field)
	below = func(path string, f *Field) {
		for _, c := range f.Fields {
			at := strings.TrimPrefix(path+"."+cmp.Or(c.Also, c.Key), ".")
			all = append(all, Place{Path: at, Field: c})
			switch c.Kind {
			case Organisations, Entries:
				below(at+".ID", c)
			case ByOrganisation, Answers:
				all = append(all, Place{Path: at + ".ID", Field: c.Of})
			default:
				below(at, c)
			}
		}
	}
	below("", Model)
	return all
}

// PlacesCalled gives the places of any document that a path leads to: one where it is whole, with whatever ids and
// numbers of entries; where it is none, all whose paths end so.
func PlacesCalled(path string) []Place {
	keys := strings.Split(unnumbered(path), ".")
	if whole := Model.leadsTo(keys); whole != nil {
		return []Place{{Path: path, Field: whole}}
	}
	var all []Place
	if keys[0] == "" {
		return nil
	}
	for _, p := range Places() {
		at := strings.Split(p.Path, ".")
		if len(at) > len(keys) && slices.Equal(at[len(at)-len(keys)+1:], keys[1:]) && p.Field.under(keys, at[len(at)-len(keys)]) {
			all = append(all, p)
		}
	}
	return all
}

// under reports whether the first of some keys is the one at which a path to the field, or to what is around it, begins.
func (f *Field) under(keys []string, first string) bool {
	return keys[0] == first || len(keys) == 1 && (f.Called(keys[0]) || slices.Contains(f.Was, keys[0]))
}

// unnumbered gives a path without the numbers of entries.
func unnumbered(path string) string {
	var b strings.Builder
	for {
		before, rest, is := strings.Cut(path, "[")
		b.WriteString(before)
		if !is {
			return b.String()
		}
		_, path, _ = strings.Cut(rest, "]")
	}
}

// leadsTo gives the field to which keys lead, nil where they lead to none.
func (f *Field) leadsTo(keys []string) *Field {
	if len(keys) == 0 {
		return f
	}
	if i := f.called(keys[0]); i >= 0 {
		next := f.Fields[i]
		if rest := keys[1:]; len(rest) > 0 {
			switch id := next.leadsTo(rest[1:]); {
			case next.Kind == Organisations && next.called(rest[0]) < 0, next.Kind == Entries:
				return id
			case next.Kind == ByOrganisation, next.Kind == Answers:
				return next.Of.leadsTo(rest[1:])
			}
		}
		return next.leadsTo(keys[1:])
	}
	return nil
}

// Takes says in words what may stand at a field.
func (f *Field) Takes() string {
	switch f.Kind {
	case Section:
		return "a section with keys of its own"
	case Items:
		return "a list of entries with keys of their own, or [] where there is none"
	case Organisations, Entries:
		return "entries with keys of their own, each under an id"
	case ByOrganisation:
		return "under the id of each organisation, " + f.Of.Takes()
	case Answers:
		return "under the id of each criterion, " + f.Of.Takes()
	case List:
		each := f.Of.Takes()
		if f.Bare {
			return each + "; or a list of such"
		}
		return "a list, each " + each + "; or [] where there is none"
	case Word:
		words := slices.Clone(f.words())
		if f.RefTo != "" {
			words = append(words, "an id from `"+f.RefTo+"`")
		}
		return wording.Or(words)
	}
	return leafExpected(f)
}

// Meaning is what a word means.
type Meaning struct {
	Word  string `json:"word"`
	Means string `json:"means"`
}

// Meanings gives those of the words of a field of which its description says what they mean.
func (f *Field) Meanings() []Meaning {
	var all []Meaning
	for i, means := range meaningsOf(f) {
		if means != "" {
			all = append(all, Meaning{f.Words[i], means})
		}
	}
	return all
}
