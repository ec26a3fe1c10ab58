package cli

import (
	"github.com/spf13/cobra"

	"partner/pkg/cli/settings"
	"partner/pkg/load"
	"partner/pkg/proposal"
)

// stageFlag adds --stage, which is a setting, to a command that judges and is no gate.
func stageFlag(c *cobra.Command) {
	for _, k := range settings.Keys() {
		if k.Name == "stage" {
			k.Flag(c.Flags())
			complete(c, k.Name, k.Words)
		}
	}
}

// asAsked gives a document as at the day that was asked for, or as it is where none was; it may be nil.
func (o *printing) asAsked(doc *proposal.Proposal) *proposal.Proposal {
	if doc == nil || !o.AsAsked {
		return doc
	}
	return doc.AsAt(o.AsOf)
}

// howJudged is how a run judges its documents.
func (o *printing) howJudged() load.How {
	h := load.How{Catalogue: o.catalogue, Stage: o.Stage}
	if o.AsAsked {
		h.AsOf = &o.AsOf
	}
	return h
}
