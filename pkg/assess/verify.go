package assess

import (
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// Verify checks what the reader cannot, because it does not know the catalogue: that answers go to
// criteria that exist, and that none sets aside what a source itself calls essential.
func Verify(doc *proposal.Proposal, cat *catalogue.Catalogue) source.Diagnostics {
	var wrong source.Diagnostics
	answers := doc.Root.At("answers")
	if answers == nil {
		return nil
	}
	for _, a := range answers.Items {
		c := cat.Criterion(a.Key)
		switch {
		case c == nil:
			do := "`partner criteria` lists them"
			if near := source.DidYouMean(a.Key, cat.CriterionIDs()); near != "" {
				do = near
			}
			wrong = append(wrong, doc.Diagnostic(a, "an answer to "+quote(a.Key)+", which is not a criterion", "the id of a criterion", do))
		case c.Kind == catalogue.Remark:
			wrong = append(wrong, doc.Diagnostic(a, "an answer to "+quote(a.Key)+", which is a remark and asks nothing", "", "remove it"))
		case c.Gate.Always && a.Is("not-applicable"):
			wrong = append(wrong, doc.Diagnostic(a, "`not-applicable` for "+quote(a.Key)+", which its source calls essential", "yes, partly, no, other-means or unknown", "answer it; where its aim is reached in another way, say how under other-means"))
		}
	}
	wrong.Sort()
	return wrong
}

func quote(s string) string { return `"` + source.Printable(s) + `"` }
