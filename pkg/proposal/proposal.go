// Package proposal reads the document: two organisations, one arrangement, answers and a register of
// evidence. Its model is one table, from which the reader, the schema and the paths of criteria follow;
// its values say what stands where, with places, reasons and evidence.
package proposal

import (
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Proposal is one document: two organisations, one arrangement, answers and a register of evidence.
type Proposal struct {
	Label         string           // what messages and reports call its file
	Root          *Value           // the whole document, along Model
	Organisations [2]*Value        // the two organisations in the order of the document; never nil
	Register      []*Value         // the register of evidence, those of organisations' own files included
	ByHalf        bool             // whether anything in it is known by half
	Dated         Dated            // the day that it is read as of, where one was asked for
	Outdated      []Outdated       // the keys and words that have new names, in the order of the document
	Unpaired      []Unpaired       // the quotes that end a text and begin none, in the order of the document
	each          []string         // see File
	files         []*source.File   // the proposal's file first, then the organisations'
	byID          map[string]Piece // the register by id
}

// Files gives what messages call the files that it was read from: its own first, then those of its organisations.
func (p *Proposal) Files() []string {
	names := make([]string, len(p.files))
	for i, f := range p.files {
		names[i] = f.Name
	}
	return names
}

// Currency gives the currency of the document's sums, by its ISO 4217 code.
func (p *Proposal) Currency() string {
	if code := p.Root.Find(paths.Currency).String(); code != "" {
		return code
	}
	return "GBP"
}

// Outdated is a key or a word in a document that another has taken the place of.
type Outdated struct {
	Place    *Value // what stands there
	Old, New string
	ByOrder  bool // Old says by the order of the organisations which of them is meant
	Pos      source.Position
}

// Unpaired is a quote that ends a text and never began it.
type Unpaired struct {
	Place *Value // what the text is said of
	Quote rune
	Pos   source.Position
}

// Piece is an entry of the register, looked up.
type Piece struct {
	Entry *Value
	Rank  int // 0 for none, then from an assertion of one party (1) to independent (len(EvidenceKinds))
}

// Documented is the lowest rank at which a piece counts as a document: an internal one.
var Documented = Internal.rank()

// Piece gives the entry of the register under an id, and whether there is one.
func (p *Proposal) Piece(id string) (Piece, bool) {
	piece, ok := p.byID[id]
	return piece, ok
}

// Rank gives how good the best evidence for a value is, 0 for none.
func (p *Proposal) Rank(v *Value) int {
	best := 0
	for _, id := range v.EvidenceIDs() {
		best = max(best, p.byID[id].Rank)
	}
	return best
}

// Organisation gives the organisation of an id, or nil.
func (p *Proposal) Organisation(id string) *Value {
	for _, o := range p.Organisations {
		if o.Key == id {
			return o
		}
	}
	return nil
}

// NameOf gives what an organisation is called: its name, otherwise its id.
func NameOf(organisation *Value) string {
	if n := organisation.Own(paths.Name).String(); n != "" {
		return n
	}
	if organisation.Pos.Line == 0 {
		return "the " + organisation.Key + " organisation"
	}
	return organisation.Key
}

// Diagnostic makes a diagnostic at a value, with its source line.
func (p *Proposal) Diagnostic(v *Value, found, expected, do string) source.Diagnostic {
	if f := p.file(v.Pos.File); f != nil {
		return f.AtPosition(v.Pos.Line, v.Pos.Column, found, expected, do)
	}
	return source.Diagnostic{Position: v.Pos, Found: found, Expected: expected, Do: do}
}

// file gives the file of a name that the proposal has been read from, or nil.
func (p *Proposal) file(name string) *source.File {
	for _, f := range p.files {
		if f.Name == name {
			return f
		}
	}
	return nil
}
