package cli

import (
	"github.com/spf13/cobra"

	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// stageWords are the words of --stage, in the order of the stages.
var stageWords = []struct {
	word  string
	stage result.Stage
}{{"decide", result.ToDecide}, {"start", result.ToStart}, {"running", result.Running}}

// stageFlag adds --stage to a command that judges.
func stageFlag(c *cobra.Command) {
	var words []string
	for _, w := range stageWords {
		words = append(words, w.word)
	}
	oneOf(c, "stage", "STAGE", "what is due at this stage counts: "+wording.Or(words)+"; without it, at the stage that the dates show", words)
}

// stageAsked gives the stage that was asked for, UnknownStage where none was.
func stageAsked(c *cobra.Command) result.Stage {
	asked := flag(c, "stage")
	for _, w := range stageWords {
		if w.word == asked {
			return w.stage
		}
	}
	return result.UnknownStage
}

// asAsked gives a document as at the day that was asked for, or as it is where none was; it may be nil.
func (o *printing) asAsked(doc *proposal.Proposal) *proposal.Proposal {
	if doc == nil || !o.AsAsked {
		return doc
	}
	return doc.AsAt(o.AsOf)
}
