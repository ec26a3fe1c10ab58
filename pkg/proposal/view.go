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

// parsed is a view's file, or what is wrong with it.
type parsed struct {
	View
	*source.File
	wrong source.Diagnostics
}

// parse parses the file of a view. One that holds nothing yet, as it was handed out, is a view of nothing.
func (v View) parse() parsed {
	file, wrong := source.Parse(v.Label, v.Data)
	if file.Empty {
		wrong = nil
	}
	return parsed{v, file, wrong}
}

// pieces gives the ids of the evidence that the file holds.
func (v parsed) pieces() []string {
	var ids []string
	if v.Root == nil || v.Root.Kind != source.Mapping {
		return nil
	}
	for i := 0; i+1 < len(v.Root.Content); i += 2 {
		if e := source.Resolve(v.Root.Content[i+1]); v.Root.Content[i].Value == string(paths.Evidence) && e.Kind == source.Mapping {
			for j := 0; j < len(e.Content); j += 2 {
				ids = append(ids, e.Content[j].Value)
			}
		}
	}
	return ids
}

// read reads a view of a proposal. What it holds is a tree of its own, and so is its register: its pieces get ids
// under which neither the whole so far, with the views that were read before, nor any other view has one.
func (v parsed) read(of, whole *Proposal, shared map[string]int) (*Proposal, source.Diagnostics) {
	own := &Proposal{Label: v.Label, Organisations: of.Organisations, byID: maps.Clone(whole.byID), each: of.each, files: []*source.File{v.File}}
	r := &reader{p: own, file: v.File, around: of, sides: of.sides()}
	own.Root = r.read(Model, v.Root, nil, "")
	r.view(v.Organisation, shared)
	r.references()
	r.wrong.Sort()
	return own, r.wrong.Limited()
}

// view checks what concerns a view as a whole.
func (r *reader) view(organisation string, shared map[string]int) {
	root := r.p.Root
	if n := source.Resolve(r.file.Root); unknown(n) {
		return
	} else if n.Kind != source.Mapping {
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
	r.registers = append([]register{{file: r.file, entries: root.Find(paths.Evidence).items()}}, r.registers...)
	for i := range r.registers {
		r.registers[i].owner = organisation
		r.enter(i, shared)
	}
	r.owed()
	r.roles()
	root.Walk(func(v *Value) {
		switch {
		case len(v.Views) > 0:
			r.reportAt(v, "`views` in one organisation's view", leafExpected(v.Field), "state what this organisation says; the other has a file of its own")
		case v.Field.Kind == Items && !v.item() && v.State != Unknown:
			r.ofEntries(v)
		}
	})
}

// Apart reports whether the two organisations state anything differently; that one of them is silent is no
// difference.
func (p *Proposal) Apart() bool {
	return p.Root.apart()
}

func (v *Value) apart() bool {
	if v == nil {
		return false
	}
	for _, view := range v.Views {
		if view.State != v.Views[0].State || !view.Same(v.Views[0]) {
			return true
		}
	}
	for _, f := range v.fields {
		if f.apart() {
			return true
		}
	}
	return slices.ContainsFunc(v.Items, (*Value).apart)
}
