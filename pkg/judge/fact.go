package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/source"
)

// Facts lists statements that were used, each once, in the order of use.
func (j *Judgement) Facts(used []*proposal.Value) []result.Fact {
	facts := make([]result.Fact, 0, len(used))
	for i, v := range used {
		if !slices.Contains(used[:i], v) {
			facts = append(facts, j.fact(v))
		}
	}
	return facts
}

// PathOf gives the place of a statement: of what one organisation states apart, that of what it is about.
func PathOf(v *proposal.Value) string {
	if w := v.Parent; w != nil && w.Field == v.Field && len(w.Views) > 0 {
		return w.Path()
	}
	return v.Path()
}

func (j *Judgement) fact(v *proposal.Value) result.Fact {
	f := result.Fact{Path: PathOf(v), Label: Label(v), Value: v.Written(), Because: because(v), Place: v.Pos, Evidence: v.EvidenceIDs(), Standing: proposal.KindOf(j.Doc.Rank(v))}
	if f.Evidence == nil {
		f.Evidence = []string{}
	}
	if w := v.Parent; w != nil && w.Field == v.Field && len(w.Views) > 0 {
		f.Value += " (" + v.Key + ")"
	}
	if v == j.Doc.Dated.Asked {
		f.Value += ", as asked for"
	}
	return f
}

// because is the reason of a statement: its own, otherwise that of the section in which it stands.
func because(v *proposal.Value) string {
	if section := v.Parent; v.Because == "" && section != nil && section.Field.Kind == proposal.Section {
		return section.Because
	}
	return v.Because
}

// Label names a place of the document in plain words: its key after that of the section around it.
func Label(v *proposal.Value) string {
	words := v.Key
	if p := v.Parent; p != nil && p.Parent != nil && p.Field.Kind == proposal.Section && p.Key != string(paths.Arrangement) {
		words = p.Key + " " + words
	}
	return strings.ReplaceAll(words, "_", " ")
}

// documented reports whether at least an internal document stands behind each of some statements.
func (j *Judgement) documented(used []*proposal.Value) bool {
	for _, v := range used {
		if j.Doc.Rank(v) < proposal.Documented {
			return false
		}
	}
	return len(used) > 0
}

// Start is the place of what stands nowhere in the document: its file.
func (j *Judgement) Start() source.Position { return source.Position{File: j.Doc.Label} }

// Cites says where the sources ask for something, and how strong they are there.
func (j *Judgement) Cites(of []catalogue.Cite) []result.Cite { return cites(j.Cat, of) }

func cites(cat *catalogue.Catalogue, of []catalogue.Cite) []result.Cite {
	out := make([]result.Cite, len(of))
	for i, c := range of {
		out[i] = result.Cite{Source: c.Source, Place: c.Place, Strength: cat.Words.Strength(c.Strength)}
	}
	return out
}

// Sources lists the sources that the criteria cite, in the catalogue's order.
func Sources(j *Judgement) []result.Source {
	cited := map[string]bool{}
	for _, c := range j.Criteria {
		for _, cite := range c.Cites {
			cited[cite.Source] = true
		}
	}
	return Cited(j.Cat, cited)
}

// Cited gives those sources of a catalogue whose ids are cited, in its order.
func Cited(cat *catalogue.Catalogue, ids map[string]bool) []result.Source {
	sources := []result.Source{}
	for _, s := range cat.Sources {
		if ids[s.ID] {
			sources = append(sources, result.Source{ID: s.ID, Title: s.Title, Authors: s.Authors, Year: s.Year, Standing: s.Standing})
		}
	}
	return sources
}
