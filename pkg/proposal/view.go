package proposal

import (
	"maps"
	"slices"
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// View is a file in which one organisation states apart how it sees things: answers, and statements on the
// arrangement and the organisations, written as in a proposal.
type View struct {
	Organisation string // its id in the proposal
	Name         string // the file's name, for messages
	Data         []byte
}

// viewKeys are what a view may hold.
var viewKeys = []string{"partner", "organisations", "arrangement", "answers", "evidence"}

// LayOver lays views over the proposal, each organisation's at most once: what a view states becomes that
// organisation's view of the statement, beside which what the proposal states stands as the other's until its
// own view says otherwise. What a view leaves out, or says is unknown, stays as it is. Where anything is wrong
// with a view, with places in its own file, the proposal must not be used.
func (p *Proposal) LayOver(views []View) source.Diagnostics {
	var wrong source.Diagnostics
	for _, o := range p.Organisations {
		for _, v := range views {
			if v.Organisation == o.Key {
				wrong = append(wrong, p.layOver(v)...)
			}
		}
	}
	return wrong
}

func (p *Proposal) layOver(v View) source.Diagnostics {
	file, wrong := source.Parse(v.Name, v.Data)
	if len(wrong) > 0 {
		return wrong
	}
	own := &Proposal{Name: v.Name, Organisations: p.Organisations, byID: maps.Clone(p.byID), files: []*source.File{file}}
	r := &reader{p: own, file: file, around: p}
	own.Root = r.read(Model, file.Root, nil, "")
	r.view()
	r.references()
	if r.wrong.Sort(); len(r.wrong) > 0 {
		return r.wrong.Limited()
	}
	p.files, p.byID = append(p.files, file), own.byID
	p.Register = append(p.Register, own.Register...)
	p.lay(p.Root, own.Root, v.Organisation)
	return nil
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
	root.Walk(func(v *Value) {
		switch {
		case len(v.Views) > 0:
			r.reportAt(v, "`views` in one organisation's view", leafExpected(v.Field), "state what this organisation says; the other has a file of its own")
		case v.Field.Kind == Items && !v.item() && v.State != Unknown:
			r.reportAt(v, "the list "+v.Path()+" in one organisation's view", "", "leave the list to the proposal; where the two see it differently, answer the criterion under `answers`")
		}
	})
}

// lay lays what an organisation states below a value over the same place of the proposal.
func (p *Proposal) lay(onto, view *Value, organisation string) {
	onto.State = Given
	if onto.fields == nil && view.fields != nil {
		onto.fields = make([]*Value, len(onto.Field.Fields))
	}
	for i, f := range view.fields {
		if f == nil || f.State == Unknown || view.Parent == nil && (f.Key == "partner" || f.Key == "evidence") {
			continue
		}
		if onto.fields[i] == nil {
			onto.fields[i] = &Value{Field: f.Field, Parent: onto, Key: f.Key, Pos: f.Pos}
		}
		p.layOne(onto.fields[i], f, organisation)
	}
	for _, item := range view.Items {
		if item.State == Unknown {
			continue
		}
		at := onto.Item(item.Key)
		if at == nil {
			at = &Value{Field: item.Field, Parent: onto, Key: item.Key, Pos: item.Pos}
			onto.Items = append(onto.Items, at)
		}
		p.layOne(at, item, organisation)
	}
}

func (p *Proposal) layOne(onto, view *Value, organisation string) {
	if view.Field.Leaf() {
		p.state(onto, view, organisation)
	} else {
		p.lay(onto, view, organisation)
	}
}

// state adds what an organisation states to what the proposal has at a place.
func (p *Proposal) state(onto, stated *Value, organisation string) {
	view, given := stated.viewOf(onto, organisation), onto.EvidenceIDs()
	view.Evidence = append([]string{}, stated.EvidenceIDs()...) // its own file's, and none of what stands around the place
	if onto.State != Unknown && len(onto.Views) == 0 {
		for _, o := range p.Organisations {
			if o.Key != organisation {
				other := onto.viewOf(onto, o.Key)
				other.Evidence = nil // the proposal's, which stands on the value itself
				onto.Views = []*Value{other}
			}
		}
	}
	onto.Views = slices.DeleteFunc(onto.Views, func(v *Value) bool { return v.Key == organisation })
	if len(view.Evidence) == 0 && slices.ContainsFunc(onto.Views, view.Same) {
		view.Evidence = nil // what is agreed rests on what the proposal gives for it
	}
	onto.Views = append(onto.Views, view)
	slices.SortFunc(onto.Views, func(a, b *Value) int { return strings.Compare(p.order(a.Key), p.order(b.Key)) })
	if !slices.ContainsFunc(onto.Views, onto.Same) {
		for _, v := range onto.Views {
			if v.Evidence == nil {
				v.Evidence = append([]string{}, given...) // of its own from now on
			}
		}
		said := onto.say(onto.Views)
		onto.Because, onto.Evidence = said.Because, said.Evidence
	}
}

// order gives a key that sorts an organisation into the order of the document.
func (p *Proposal) order(organisation string) string {
	if p.Organisations[0].Key == organisation {
		return "1"
	}
	return "2"
}

// viewOf gives a statement as the view that an organisation has of it.
func (v *Value) viewOf(around *Value, organisation string) *Value {
	view := *v
	view.Parent, view.Key, view.Views = around, organisation, nil
	return &view
}

// say makes a statement what the first of some views says that says anything, and gives that one.
func (v *Value) say(views []*Value) *Value {
	said := views[0]
	for _, view := range views {
		if view.State != Unknown {
			said = view
			break
		}
	}
	v.State, v.Word, v.Number, v.From, v.To, v.Items = said.State, said.Word, said.Number, said.From, said.To, said.Items
	return said
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
