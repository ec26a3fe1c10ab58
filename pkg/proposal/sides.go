package proposal

import (
	"slices"
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Sides are what the two organisations go by where a document names none. Documents used to speak so of
// organisations that they name, by their order, which tools that sort keys do not keep: that is still read,
// and told with the id that is meant.
var Sides = [2]string{"first", "second"}

// sideWords stood for the two organisations where their ids stand now.
var sideWords = [2]string{"first-organisation", "second-organisation"}

// named gives the ids of the organisations that a document names, in its order, two at most: what stands
// before them may speak of them.
func named(root *source.Node) []string {
	root = source.Resolve(root)
	var ids []string
	if root.Kind != source.Mapping {
		return nil
	}
	for i := 0; i < len(root.Content); i += 2 {
		if root.Content[i].Value != string(paths.Organisations) {
			continue
		}
		if of := source.Resolve(root.Content[i+1]); of.Kind == source.Mapping {
			for j := 0; j < len(of.Content) && len(ids) < len(Sides); j += 2 {
				ids = append(ids, of.Content[j].Value)
			}
		}
	}
	return ids
}

// sides gives the ids of the two organisations so far as the proposal names them.
func (p *Proposal) sides() []string {
	var ids []string
	for _, o := range p.Organisations {
		if o != nil && o.Pos.Line > 0 {
			ids = append(ids, o.Key)
		}
	}
	return ids
}

// side gives what the i-th of the two organisations goes by.
func (r *reader) side(i int) string {
	if i < len(r.sides) {
		return r.sides[i]
	}
	return Sides[i]
}

// isSide reports whether a word is what one of the two organisations goes by.
func (r *reader) isSide(word string) bool { return word == r.side(0) || word == r.side(1) }

// wordsOf gives all that may stand at a Word in this document.
func (r *reader) wordsOf(f *Field) []string {
	if f.RefTo == "" {
		return f.words()
	}
	return append(slices.Clone(f.words()), r.sides...)
}

// meantWord asks whether a word of the field was meant by another: what people call it, or what is written alike.
func (r *reader) meantWord(f *Field, written string) string {
	for _, l := range f.Likely {
		if strings.EqualFold(l.Old, written) {
			return "did you mean " + quoted(l.New) + "?"
		}
	}
	if f.Halves() || slices.Equal(f.Words, yesNo.words) {
		for _, l := range toldOtherwise {
			if strings.EqualFold(l.Old, written) {
				return "did you mean " + quoted(l.New) + "?"
			}
		}
	}
	return source.DidYouMean(written, r.wordsOf(f))
}

// toldOtherwise are what people and other tools write for yes and no.
var toldOtherwise = []Renamed{{"y", "yes"}, {"true", "yes"}, {"n", "no"}, {"false", "no"}}

// WordsOf gives the words of a field, with the ids of the document's organisations where it may be one.
func (p *Proposal) WordsOf(f *Field) []string {
	if f.Kind != Word || f.RefTo == "" {
		return f.Words
	}
	return append(slices.Clone(f.Words), p.sides()...)
}

// current gives what has taken the place of an old word, or the word itself.
func (r *reader) current(f *Field, word string) string {
	if i := slices.Index(sideWords[:], word); f.RefTo != "" && i >= 0 {
		return r.side(i)
	}
	return f.current(word)
}

// eachOf gives the id by which something asked of each organisation goes in this document: where the order of
// the organisations tells which of them is meant, that of the organisation. It is false for any other id.
func (r *reader) eachOf(id string) (now string, each bool) {
	for _, stem := range r.p.each {
		side, is := strings.CutPrefix(id, stem+"-")
		if !is {
			continue
		}
		if i := slices.Index(Sides[:], side); i >= 0 && !r.isSide(side) {
			return stem + "-" + r.side(i), true
		}
		return id, true
	}
	return id, false
}

// named reports whether an id is of what is asked of each organisation apart.
func (r *reader) named(id string) bool {
	_, each := r.eachOf(id)
	return each
}

// once tells of an entry that stands under a key which has another name now, and refuses one that stands under
// both: the very same key twice the library refuses.
func (r *reader) once(around, item *Value, key *source.Node) {
	if around.Item(item.Key) != nil {
		r.report(key, "the key "+quoted(key.Value)+whereIs(around)+", and the same under another name", "one of them", "keep "+item.Key+", as it is now called")
	}
	if item.Key != key.Value {
		r.outdated(key, item, key.Value, item.Key)
	}
}

// EachOf gives the id by which something asked of each organisation goes in this document, of any other id that
// id itself.
func (p *Proposal) EachOf(id string) string {
	r := &reader{p: p, sides: p.sides()}
	now, _ := r.eachOf(id)
	return now
}
