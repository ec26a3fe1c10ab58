package proposal

import (
	"slices"
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// register is the pieces of evidence that one place of one file holds. The ids of a file are its own: another
// file may give the same id to another piece. In the whole document such a piece goes by the id of its
// organisation and its own, as in north/minutes.
type register struct {
	file    *source.File
	owner   string // the organisation whose it is, "" for the proposal's
	entries []*Value
	ids     map[string]string // by an id of the file, how the whole document calls the piece
}

// entered makes what the registers of the proposal and of its organisations hold the register of the document,
// and refuses an id that stands twice in one file.
func (r *reader) entered() {
	shared := map[string]int{} // how many files of organisations hold an id, each of them another piece
	for i := range r.registers {
		for _, e := range r.registers[i].entries {
			if r.registers[i].owner != "" && !r.held(i, e, (*Value).samePiece) {
				shared[e.Key]++
			}
		}
	}
	for i := range r.registers {
		r.enter(i, shared)
	}
}

// held reports whether a register before the one at a place holds an entry like this.
func (r *reader) held(place int, e *Value, like func(e, other *Value) bool) bool {
	return slices.ContainsFunc(r.registers[:place], func(x register) bool {
		return slices.ContainsFunc(x.entries, func(o *Value) bool { return like(e, o) })
	})
}

// enter takes up one of the registers: what another file holds too is one piece, and what goes by an id that is
// taken, or that several organisations have for pieces of theirs, is called after its organisation.
func (r *reader) enter(place int, shared map[string]int) {
	reg := &r.registers[place]
	reg.ids = map[string]string{}
	for _, e := range reg.entries {
		id := e.Key
		first, taken := r.p.byID[id]
		if taken && r.inFile(place, id) {
			r.reportAt(e, "the evidence "+quoted(id)+" a second time", "each id once (first at "+first.Entry.Pos.String()+")", "give one of them another id")
			continue
		}
		if same := r.known(e); same != "" {
			reg.ids[id] = same
			continue
		}
		if reg.owner != "" && (taken || shared[id] > 1) {
			e.Key = r.p.qualified(reg.owner, id)
		}
		reg.ids[id] = e.Key
		r.p.Register = append(r.p.Register, e)
		r.p.byID[e.Key] = Piece{e, max(1, EvidenceKind(e.At(paths.Kind).String()).rank())}
	}
}

// known gives how the document calls a piece that another file has described already, "" where none has.
func (r *reader) known(e *Value) string {
	for _, called := range append([]string{""}, r.organisations()...) {
		id := e.Key
		if called != "" {
			id = called + "/" + e.Key
		}
		if first, ok := r.p.byID[id]; ok && e.samePiece(first.Entry) {
			return id
		}
	}
	return ""
}

// inFile reports whether a register of the same file before the one at a place, or that one so far, holds an id.
func (r *reader) inFile(place int, id string) bool {
	of := r.registers[place].file
	return slices.ContainsFunc(r.registers[:place+1], func(x register) bool { return x.file == of && x.ids[id] != "" })
}

// qualified gives the id by which the whole document calls a piece whose own id another has.
func (p *Proposal) qualified(owner, id string) string {
	for q := owner + "/"; ; q += "view/" {
		if _, taken := p.byID[q+id]; !taken {
			return q + id
		}
	}
}

// samePiece reports whether two entries describe one and the same piece of evidence: by its title, and in all
// else that either says of it.
func (e *Value) samePiece(o *Value) bool {
	if e.Pos == o.Pos {
		return true // an organisation's file that two organisations come from
	}
	if e.Key != OwnID(o.Key) || !e.At(paths.PieceTitle).Known() {
		return false
	}
	for i := range e.Field.Fields {
		a, b := e.field(i), o.field(i)
		if a.Known() != b.Known() || a.Known() && !a.Same(b) {
			return false
		}
	}
	return true
}

// field gives what stands at a place along the fields of a section, or nil.
func (v *Value) field(i int) *Value {
	if v.fields == nil {
		return nil
	}
	return v.fields[i]
}

// resolve finds the pieces that statements refer to: those of the file in which the reference stands, and
// otherwise those that the document knows by that id.
func (r *reader) resolve() {
	of := r.p
	var pieces []string
	for _, e := range r.p.Register {
		pieces = append(pieces, e.Key)
	}
	if r.around != nil {
		of = r.around
		for _, e := range of.Register {
			pieces = append(pieces, e.Key)
		}
	}
	for _, u := range r.evidenceUses {
		if id := r.own(u); id != "" {
			*u.id = id
			continue
		}
		if _, ok := of.byID[*u.id]; ok || len(r.unread) > 0 || r.enough() {
			continue
		}
		found, do := ", which the register does not hold", addOrUse(*u.id, pieces, "the register `evidence`")
		if several := apart(pieces, *u.id); len(several) > 1 {
			found, do = ", which may be "+source.Listed(several), "write which of them it is"
		}
		d := u.file.At(u.node, "the evidence "+quoted(*u.id)+found, "", do)
		r.wrong = append(r.wrong, pasted(d, u.file, *u.id))
	}
}

// apart gives the pieces of several organisations that have one id in their files.
func apart(pieces []string, id string) []string {
	var several []string
	for _, p := range pieces {
		if strings.HasSuffix(p, "/"+id) {
			several = append(several, p)
		}
	}
	return several
}

// own gives how the whole document calls a piece of the file in which a reference stands, "" where that holds none.
func (r *reader) own(u use) string {
	for _, reg := range r.registers {
		if reg.file == u.file && reg.ids[*u.id] != "" {
			return reg.ids[*u.id]
		}
	}
	return ""
}

// ReadOrganisation reads the file of an organisation by itself, as any proposal may: whatever it refers to has to
// stand in it. It gives what is wrong with it.
func ReadOrganisation(label string, data []byte) source.Diagnostics {
	file, wrong := source.Parse(label, data)
	if len(wrong) > 0 {
		return wrong
	}
	p := &Proposal{Label: label, byID: map[string]Piece{}, files: []*source.File{file}}
	p.Root = &Value{Field: Model, Pos: source.Position{File: label}}
	r := &reader{p: p, file: file}
	organisations := &Value{Field: Model.Find(paths.Organisations), Parent: p.Root, Key: string(paths.Organisations)}
	r.organisationRoot(&Value{Field: organisations.Field, Parent: organisations, Key: "organisation", Pos: r.file.Position(file.Root)}, file)
	r.entered()
	r.resolve()
	r.wrong.Sort()
	return r.wrong.Limited()
}
