package proposal

import (
	"fmt"
	"maps"
	"slices"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// View is a file in which one organisation states apart how it sees things: answers, and statements on the
// arrangement and the organisations, written as in a proposal.
type View struct {
	Organisation string // its id in the proposal
	Label        string // what messages call the file
	Data         []byte
}

// viewKeys are what a view may hold.
var viewKeys = []string{"partner", "organisations", "arrangement", "answers", "evidence"}

// CheckOrganisation says what is wrong with an id that is to name one of the two organisations, nil where it
// does. One that the document does not name has no id yet.
func (p *Proposal) CheckOrganisation(id string) error {
	var ids []string
	for _, o := range p.Organisations {
		if o.Pos.Line > 0 {
			ids = append(ids, o.Key)
		}
	}
	if slices.Contains(ids, id) {
		return nil
	}
	do := "it names no organisation"
	if near := source.DidYouMean(id, ids); near != "" {
		do = near
	} else if len(ids) > 0 {
		do = "use " + source.Listed(ids)
	}
	return fmt.Errorf("%s is not an organisation of %s; %s", source.Quoted(id), p.Label, do)
}

// read reads a view of the proposal. What it holds is a tree of its own; its register goes on that of the
// proposal.
func (v View) read(p *Proposal) (*Proposal, source.Diagnostics) {
	file, wrong := source.Parse(v.Label, v.Data)
	if len(wrong) > 0 {
		return nil, wrong
	}
	own := &Proposal{Label: v.Label, Organisations: p.Organisations, byID: maps.Clone(p.byID), each: p.each, files: []*source.File{file}}
	r := &reader{p: own, file: file, around: p, sides: p.sides()}
	own.Root = r.read(Model, file.Root, nil, "")
	r.view()
	r.references()
	r.wrong.Sort()
	return own, r.wrong.Limited()
}

// view checks what concerns a view as a whole.
func (r *reader) view() {
	root := r.p.Root
	if source.Resolve(r.file.Root).Kind != source.Mapping {
		if len(r.wrong) == 0 {
			r.reportAt(root, "no mapping", "a view with the keys "+source.Listed(viewKeys[1:]), "")
		}
		return
	}
	for _, f := range root.fields {
		if f != nil && !slices.Contains(viewKeys, f.Key) {
			r.reportAt(f, "`"+f.Key+"` in one organisation's view", "the keys "+source.Listed(viewKeys[1:]), "leave it to the proposal")
		}
	}
	r.version(root.Find(paths.Version))
	for _, o := range root.Find(paths.Organisations).items() {
		if r.p.Organisation(o.Key) == nil {
			r.reportAt(o, "the organisation "+quoted(o.Key)+", which is not one of the two", "", oneOf(o.Key, r.organisations()))
		}
	}
	r.entered(append(root.Find(paths.Evidence).items(), r.p.Register...))
	r.owed()
	r.roles()
	root.Walk(func(v *Value) {
		switch {
		case len(v.Views) > 0:
			r.reportAt(v, "`views` in one organisation's view", leafExpected(v.Field), "state what this organisation says; the other has a file of its own")
		case v.Field.Kind == Items && !v.item() && v.State != Unknown:
			r.reportAt(v, "the list "+v.Path()+" in one organisation's view", "", "leave the list to the proposal; where the two see it differently, answer the criterion under `answers`")
		}
	})
}

// Apart reports whether the two organisations state anything differently; that one of them is silent is no
// difference.
func (p *Proposal) Apart() bool {
	apart := false
	p.Root.Walk(func(v *Value) {
		for _, view := range v.Views {
			apart = apart || view.State != v.Views[0].State || !view.Same(v.Views[0])
		}
	})
	return apart
}
