package finding

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Laid is the kind of what tells that a catalogue of somebody's own is laid over the built-in one: one of each document
// that can be read, so that no format is silent on it.
const Laid = "catalogue"

// Laid says by which catalogues the documents are judged, where one is laid over the built-in one; nil where none is.
func (r *Rules) Laid() *catalogue.Overlay { return r.cat.Overlay }

// Applied names the catalogues that the documents are judged by, with version and hash: what is laid over the built-in one
// first.
func (r *Rules) Applied() string {
	if o := r.cat.Overlay; o != nil {
		return o.Name + " " + o.Version + " (" + o.Hash + ") over " + o.Base.Version + " (" + o.Base.Hash + ")"
	}
	return strings.Join(wording.Given(r.cat.Version, wording.Bracketed(r.cat.Hash)), " ")
}

// Own gives the criteria that it adds, by id.
func (r *Rules) Own() []string {
	ids := []string{}
	for _, c := range r.cat.Own() {
		ids = append(ids, c.ID)
	}
	return ids
}

// BuiltIn is the version of the catalogue that partner brings.
func (r *Rules) BuiltIn() string { return r.cat.BuiltIn().Version }

// Does says what a catalogue that is laid over the built-in one does with a criterion of an assessed document; "" where it
// does nothing.
func (d *Document) Does(id string) string {
	if d.Result == nil || d.Result.Overlay == nil {
		return ""
	}
	if _, _, own := catalogue.Foreign(id); own {
		return "of its own"
	}
	for _, x := range d.Result.Overlay.Changed {
		if x.ID == id {
			return "changed: " + Line(x.Words)
		}
	}
	return ""
}

// laid is the finding that tells what is laid over the built-in catalogue, what that changes and, of a document that was
// assessed, how the built-in one alone rates it.
func (r Reader) laid(d *Document, of *result.Result) []Finding {
	o := r.Rules.Laid()
	if o == nil {
		return nil
	}
	f := Finding{Rule: Laid, Kind: Laid, Level: Note, Key: Laid + " " + o.Name, Text: Sentence("the catalogue " + o.Name + " " + o.Version + " (" + o.Hash + "), " + o.Title + ", is laid over the built-in one, " + o.Base.Version + " (" + o.Base.Hash + ")")}
	f.Place.File = d.Name
	var does []string
	if n := len(r.Rules.Own()); n > 0 {
		does = append(does, wording.Count(n, "criterion", "criteria")+" of its own")
	}
	var changed, off []string
	for _, x := range o.Changed {
		changed = append(changed, x.ID)
	}
	for _, x := range o.Off {
		off = append(off, x.ID)
	}
	if len(changed) > 0 {
		does = append(does, "changes "+wording.And(changed))
	}
	if len(off) > 0 {
		does = append(does, "switches off "+wording.And(off))
	}
	said := []string{Sentence(strings.Join(does, "; "))}
	if of != nil && of.Overlay != nil {
		said = append(said, Line(of.Overlay.Words.Beside), Line(of.Overlay.Words.Raised), Line(of.Overlay.Words.Held))
	}
	f.Do = strings.Join(wording.Given(said...), " ")
	return []Finding{f}
}
