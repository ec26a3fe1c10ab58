package proposal

import (
	"slices"
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Place is a place that a document may have, whether or not it says anything there.
type Place struct {
	Path  string   // arrangement.governance.boards[1].meets
	Keys  []string // the keys that lead to it; an item of a list is its index from 0
	Field *Field   // what may stand there
	Item  bool     // it is an item of the list that Field describes
	chain []*Field // along Keys: what each of them is a key of
}

// Leads finds the place of a path, as Value.Path writes them. Where there is none it says what is wrong
// with the path, and what to do about it.
func (p *Proposal) Leads(path string) (place Place, found, do string) {
	place = Place{Path: path, Field: Model}
	if strings.TrimSpace(path) == "" {
		return place, "an empty path", "write one such as arrangement.form"
	}
	for _, step := range strings.Split(strings.ReplaceAll(path, "[", ".["), ".") {
		f := place.Field
		key, index := strings.CutPrefix(step, "[")
		if index {
			key = strings.TrimSuffix(key, "]")
		}
		next, item, valid := (*Field)(nil), false, []string(nil)
		switch {
		case index:
			if (f.Kind == List || f.Kind == Items) && !place.Item && strings.HasSuffix(step, "]") && key != "" && strings.Trim(key, "0123456789") == "" && (key == "0" || key[0] != '0') {
				next, item = f, true
			}
		case f.Kind == Organisations && len(place.Keys) == 1:
			for _, o := range p.Root.Find(paths.Organisations).items() {
				valid = append(valid, o.Key)
			}
			if slices.Contains(valid, key) {
				next = f
			}
		case f.Kind == ByOrganisation:
			for _, o := range p.Organisations {
				valid = append(valid, o.Key)
			}
			if slices.Contains(valid, key) {
				next = f.Of
			}
		case f.Kind == List || f.Kind == Items && !place.Item || f.Kind == Answers || f.Kind == Entries:
		default:
			valid = keysOf(f)
			next = f.Field(key)
			if i := slices.IndexFunc(f.Fields, func(f *Field) bool { return slices.Contains(f.Was, key) }); i >= 0 {
				valid = []string{f.Fields[i].Key}
			}
		}
		if next == nil {
			found = "the unknown place " + quoted(path)
			if len(place.Keys) > 0 {
				found += ": nothing called " + quoted(step) + " in " + strings.Join(place.Keys, ".")
			}
			if len(valid) > 0 {
				do = oneOf(step, valid)
			}
			return place, found, do
		}
		place.Field, place.Item = next, item
		place.Keys, place.chain = append(place.Keys, key), append(place.chain, f)
	}
	return place, "", ""
}

// ReadAt reads what a file states for a place, as Read reads it in a document. What an item of a list is to
// be is read as a list. Ids of evidence are looked up in the document's register and among further ids;
// those of objectives are not, as they may be stated in the same file.
func (p *Proposal) ReadAt(file *source.File, place Place, n *source.Node, further []string) (*Value, source.Diagnostics) {
	r := &reader{p: p, file: file, sides: p.sides()}
	around := &Value{Field: Model}
	last := len(place.Keys) - 1
	for i, k := range place.Keys[:last] {
		around = &Value{Field: place.chain[i+1], Parent: around, Key: k}
	}
	v := r.read(place.Field, n, around, place.Keys[last])
	r.evidenceUses = slices.DeleteFunc(r.evidenceUses, func(u use) bool { return slices.Contains(further, *u.id) })
	r.referenceUses = slices.DeleteFunc(r.referenceUses, func(v *Value) bool { return v.Field.RefTo == "objectives" })
	r.references()
	for i := range r.wrong {
		r.wrong[i].Source = file.AtPosition(r.wrong[i].Line, r.wrong[i].Column, "", "", "").Source
	}
	r.wrong.Sort()
	return v, r.wrong.Limited()
}

// ReadRegister reads entries of a register of evidence, as Read reads them.
func (p *Proposal) ReadRegister(file *source.File, n *source.Node) ([]*Value, source.Diagnostics) {
	r := &reader{p: p, file: file}
	v := r.read(Model.Find(paths.Evidence), n, &Value{Field: Model}, "evidence")
	return v.Items, r.wrong.Limited()
}

// ReadAnswer reads what a file answers to a criterion, as Read reads it.
func (p *Proposal) ReadAnswer(file *source.File, id string, n *source.Node, further []string) (*Value, source.Diagnostics) {
	answers := Model.Find(paths.Answers)
	v, wrong := p.ReadAt(file, Place{Keys: []string{"answers", id}, Field: answers.Of, chain: []*Field{Model, answers}}, n, further)
	r := &reader{p: p, file: file}
	r.setAside(v, v)
	for i := range r.wrong {
		r.wrong[i].Source = file.AtPosition(r.wrong[i].Line, r.wrong[i].Column, "", "", "").Source
	}
	return v, append(wrong, r.wrong...)
}
