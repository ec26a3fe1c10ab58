// Package document is the door to a proposal that may be judged: it reads one, lays views over it, and
// verifies both against a catalogue, which the reader of proposals does not know.
package document

import (
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// Read reads a proposal and verifies it. All that is wrong with it comes back at once; the proposal may be
// judged only where nothing is.
func Read(from proposal.File, cat *catalogue.Catalogue) (*proposal.Proposal, source.Diagnostics) {
	from.Each = cat.Each()
	doc, wrong := from.Read()
	wrong = append(wrong, Verify(doc, cat)...)
	wrong.Sort()
	return doc, wrong
}

// Overlay gives a proposal with views laid over it, verified again: a view may answer what the proposal does
// not. The proposal itself is not touched.
func Overlay(doc *proposal.Proposal, views []proposal.View, cat *catalogue.Catalogue) (*proposal.Proposal, source.Diagnostics) {
	over, wrong := doc.Overlay(views)
	if len(wrong) > 0 {
		return nil, wrong
	}
	return over, Verify(over, cat)
}

// Schema gives the JSON Schema of proposals with the ids that the catalogue lets them answer.
func Schema(cat *catalogue.Catalogue) ([]byte, error) { return proposal.Schema(Answers(cat)) }

// Answers gives what an editor shows of the criteria that can be answered.
func Answers(cat *catalogue.Catalogue) []proposal.AnswerHelp {
	var answers []proposal.AnswerHelp
	for _, c := range cat.Criteria {
		if c.Kind != catalogue.Remark {
			answers = append(answers, proposal.AnswerHelp{ID: c.ID, Title: c.Title, Asks: c.Asks, Each: c.Each()})
		}
	}
	return answers
}
