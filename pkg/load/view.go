package load

import (
	"context"

	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/proposal"
)

// View names a file that one organisation filled in apart.
type View struct {
	Organisation string // its id in the proposal
	Path         string // "-" is standard input
}

// Overlay loads views and lays them over a document that nothing is wrong with. Whatever is wrong with their
// files or with what they hold comes back with the document.
func (l Loader) Overlay(ctx context.Context, doc Document, views []View, cat *catalogue.Catalogue) (Document, error) {
	if len(views) == 0 {
		return doc, nil
	}
	var laid []proposal.View
	for _, v := range views {
		t, err := l.Text(ctx, v.Path)
		if err != nil {
			return doc, err
		}
		doc.Wrong = append(doc.Wrong, t.Wrong...)
		if len(t.Wrong) == 0 {
			laid = append(laid, proposal.View{Organisation: v.Organisation, Label: t.Label, Data: t.Data})
		}
	}
	over, wrong := document.Overlay(doc.Proposal, laid, cat)
	doc.Proposal, doc.Wrong = over, append(doc.Wrong, wrong...)
	return doc, nil
}
