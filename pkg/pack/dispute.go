package pack

import (
	"slices"

	"partner/pkg/source"
)

// Dispute is one place of which packs that were filled in apart say different things, though for the same organisation or
// for both.
type Dispute struct {
	Path  string
	Sides []Side // in the order of the packs
}

// Side is what one of them says.
type Side struct {
	Pack    int // its number, from 0
	At      string
	Says    string // in a few words
	Because string
	By, On  string // who says so and when, where the form tells
}

// Disputes finds where packs say different things.
func Disputes(all []*Filled) []Dispute {
	var disputes []Dispute
	for n, f := range all {
		for i := range f.Said {
			s := &f.Said[i]
			at := slices.IndexFunc(disputes, func(d Dispute) bool { return d.Path == s.Path })
			if at >= 0 || s.Place.Item {
				continue // it was found from the first of them; further entries stand beside each other
			}
			d := Dispute{Path: s.Path, Sides: []Side{f.side(n, s)}}
			for m, other := range all[n+1:] {
				for j := range other.Said {
					if o := &other.Said[j]; o.Path == s.Path && other.For == f.For && !agree(s, o) {
						d.Sides = append(d.Sides, other.side(n+1+m, o))
					}
				}
			}
			if len(d.Sides) > 1 {
				disputes = append(disputes, d)
			}
		}
	}
	return disputes
}

// agree reports whether two say the same, for no two reasons.
func agree(a, b *Said) bool {
	if len(a.Value.Views) > 0 || len(b.Value.Views) > 0 {
		return a.Value.Alike(b.Value)
	}
	return (same(a.Value, b.Value) || a.Value.Alike(b.Value)) && (a.Value.Because == "" || b.Value.Because == "" || a.Value.Because == b.Value.Because)
}

func (f *Filled) side(n int, s *Said) Side {
	return Side{n, f.placed(f.file.At(s.key, "", "", "")).Position.String(), written(s.node), s.Value.Because, f.By, f.On}
}

// Without leaves out what a pack says of a place.
func (f *Filled) Without(path string) {
	f.Said = slices.DeleteFunc(f.Said, func(s Said) bool { return s.Path == path })
}

// Settle says that a dispute has to be settled.
func (d *Dispute) Settle() source.Diagnostic {
	said := ""
	for _, s := range d.Sides {
		if said != "" {
			said += ", and "
		}
		said += s.String()
	}
	return source.Diagnostic{Position: source.Position{File: d.Path}, Found: "answered differently: " + said, Do: "ask them, and empty one of the two; or name with --prefer the pack that holds"}
}

// String tells a side: strong (finance.xlsx: Questions!C12; by Jo Park, 2026-05-12).
func (s Side) String() string {
	who := s.At
	if s.By != "" {
		who += "; by " + s.By
	}
	if s.On != "" {
		who += ", " + s.On
	}
	if s.Because != "" {
		return s.Says + ", because " + s.Because + " (" + who + ")"
	}
	return s.Says + " (" + who + ")"
}
