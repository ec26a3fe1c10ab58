package catalogue

import (
	"strings"

	"partner/pkg/source"
)

// Overlay is a catalogue of somebody's own, laid over another one: it adds criteria, changes some in their words, their
// thresholds or their dates, and switches some off. What it adds goes by its name and an id, as in duties/call-in, counts
// in a block of its own and can cap; it never counts towards a question.
type Overlay struct {
	Name    string // its ids begin with it
	Title   string // what reports call it
	About   string // where it comes from, and what it cannot carry; or ""
	Version string
	Extends string // the version of the catalogue that it was written for
	Hash    string // of its files, and of the catalogue that it is laid over
	Base    *Catalogue
	Changed []Changed
	Off     []SwitchedOff
}

// Changed is a criterion that an overlay changes.
type Changed struct {
	ID      string
	Keys    []string // what of it, by the keys of a criterion
	Because string   // or ""
}

// SwitchedOff is a criterion that an overlay switches off.
type SwitchedOff struct{ ID, Because string }

// Own reports whether the criterion is one that an overlay adds.
func (c *Criterion) Own() bool { return c.Within != "" }

// Caps reports whether a criterion of an overlay caps what it feeds, besides its part in its own block.
func (c *Criterion) Caps() bool { return c.Own() && c.Kind == Watchpoint }

// Foreign splits the id of a criterion of an overlay into the overlay's name and the rest. It is false for any other:
// an id with a slash is of no other catalogue than one laid over this.
func Foreign(id string) (name, rest string, is bool) {
	name, rest, is = strings.Cut(id, "/")
	return name, rest, is && idForm.MatchString(name) && idForm.MatchString(rest)
}

// BuiltIn gives the catalogue itself, or what an overlay was laid over.
func (c *Catalogue) BuiltIn() *Catalogue {
	if c.Overlay == nil {
		return c
	}
	return c.Overlay.Base
}

// Own gives the criteria that an overlay adds, in their order.
func (c *Catalogue) Own() []*Criterion {
	var own []*Criterion
	for _, x := range c.Criteria {
		if x.Own() {
			own = append(own, x)
		}
	}
	return own
}

// laid lays what was read over the catalogue. Its texts have the places for the words of sectors, as those of the
// catalogue itself have.
func (r *overlayReader) laid() *Catalogue {
	of := r.overlay
	raw := *r.base.Places
	raw.Overlay = of
	raw.Version, raw.Hash = of.Name+" "+of.Version+" over "+r.base.Version, of.Hash
	raw.Sources = append(raw.Sources[:len(raw.Sources):len(raw.Sources)], r.file.Sources...)
	raw.Words.Strengths = append(raw.Words.Strengths[:len(raw.Words.Strengths):len(raw.Words.Strengths)], r.file.Strengths...)
	raw.Criteria = append([]*Criterion(nil), raw.Criteria...)
	for i, c := range raw.Criteria {
		for _, off := range of.Off {
			if off.ID == c.ID {
				own := *c
				own.Off, raw.Criteria[i] = off.Because, &own
			}
		}
		for _, e := range r.changes {
			if e.criterion.ID == c.ID {
				raw.Criteria[i] = e.criterion
				raw.deriveOf(e.criterion)
			}
		}
	}
	for _, e := range r.own {
		raw.deriveOf(e.criterion)
		raw.Criteria = append(raw.Criteria, e.criterion)
	}
	return &raw
}

// blocked makes of the kinds of an overlay's criteria what they are in the whole: in no question's count, and caps where
// they are said to cap.
func (e *overlayEntry) blocked() {
	c := e.criterion
	c.Within = c.Kind
	if c.Kind = Own; c.Gate.Is() || c.Within == Watchpoint {
		c.Kind = Watchpoint
	}
}

// Lay reads an overlay from its folder and lays it over a catalogue, which does not change. Whatever is wrong with it is
// told at its place in one of its files, whose names begin with the label; the catalogue is given out where nothing is.
// Whether its rules say what their fragments say is for those who judge.
func (c *Catalogue) Lay(files Files, label string) (*Catalogue, Places, source.Diagnostics) {
	r := &overlayReader{files: files, label: label, base: c}
	r.read()
	if len(r.wrong) > 0 && !r.whole {
		return nil, nil, r.ordered()
	}
	raw := r.laid()
	r.validate(raw)
	if len(r.wrong) > 0 {
		return nil, nil, r.ordered()
	}
	for _, e := range r.own {
		e.blocked()
	}
	return raw.Spoken(), r.places(), nil
}
