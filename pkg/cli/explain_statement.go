package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// statement is what a document says at one place, and what became of it.
type statement struct {
	What string `json:"what"` // statement
	result.Statement
	Unused   string   `json:"unused,omitempty"`   // why nothing asks for it here
	Because  string   `json:"because,omitempty"`  // the reason that the document states for it
	Evidence []string `json:"evidence,omitempty"` // the pieces that it rests on, by their ids

	doc *proposal.Proposal
	cat *catalogue.Catalogue
}

// explainStatements explains what a document states at a place and below it. What is wrong with a document is told
// otherwise, and gives none.
func (o *printing) explainStatements(ctx context.Context, c *cobra.Command, file, path string) ([]explanation, error) {
	doc, err := o.proposal(ctx, file)
	if err != nil {
		return nil, err
	}
	if !o.usable(doc) {
		return nil, said(badInput)
	}
	j := judge.Judge(doc.Proposal, o.catalogue)
	why := map[string]string{}
	for _, u := range j.Unheard() {
		for _, v := range u.Statements {
			why[judge.PathOf(v)] = j.WhyUnused(&u)
		}
	}
	all := explainDepartures(judge.Departures(j), path, o.catalogue)
	values := map[string]*proposal.Value{}
	doc.Proposal.Root.Walk(func(v *proposal.Value) { values[judge.PathOf(v)] = v })
	var places []string
	for _, s := range judge.Statements(j) {
		places = append(places, s.Path)
		if within(s.Path, path) {
			v := values[s.Path]
			all = append(all, &statement{"statement", s, why[s.Path], v.Reason(), v.EvidenceIDs(), doc.Proposal, o.catalogue})
		}
	}
	if len(all) == 0 {
		for _, p := range proposal.PlacesCalled(path) {
			of := explainPlace(o.catalogue, p)
			of.Stated = "nothing, in " + doc.Proposal.Label
			all = append(all, of)
		}
	}
	if len(all) == 0 {
		return nil, unknown(c, "the document states nothing at", path, places, "`partner explain FILE arrangement` tells all of a part")
	}
	return all, nil
}

// within reports whether a place is another or lies within it.
func within(path, of string) bool {
	rest, is := strings.CutPrefix(path, of)
	return is && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

func (s *statement) tell(r *reference) {
	r.head(s.Path, s.Value)
	r.entry("Stands at", s.Place.String())
	r.entry("Because", s.Because)
	label := "Evidence"
	for _, id := range s.Evidence {
		text := id
		if piece, is := s.doc.Piece(id); is {
			text = strings.TrimSuffix(piece.Entry.At(paths.PieceTitle).String()+" ["+id+"], "+piece.Entry.At(paths.Kind).String(), ", ")
		}
		r.entry(label, strings.TrimSpace(text))
		label = ""
	}
	for _, k := range []struct {
		as    result.UseKind
		label string
	}{
		{result.Decided, "Decides"}, {result.Supported, "Looked at"}, {result.WasAsked, "Past"}, {result.IsTold, "Told under"},
	} {
		for _, u := range s.Uses {
			if u.As == k.as {
				r.entry(k.label, s.named(u.In))
			}
		}
	}
	r.entry("Not asked", s.Unused)
}

// named names what a statement served, with its title where it has one.
func (s *statement) named(id string) string {
	if c := s.cat.Criterion(id); c != nil {
		return c.Title + " [" + id + "]"
	}
	if e := s.cat.Element(id); e != nil {
		return e.Title + " [" + id + "]"
	}
	if i := s.cat.Question(id); i >= 0 {
		return s.cat.Questions[i].Title
	}
	return "the " + id
}
