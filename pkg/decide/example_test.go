package decide_test

import (
	"fmt"

	"partner/assessments"
	"partner/pkg/decide"
	"partner/pkg/judge"
	"partner/pkg/proposal"
)

// What helps to decide is worked out from a judgement, each part by itself: here the smaller steps that the
// document's own facts leave open.
func ExampleOptions() {
	doc, _ := proposal.Read("proposal.yaml", []byte(`partner: 1
organisations: {northfield: {}, eastmere: {}}
arrangement:
  nature: voluntary
  scale: structural
  form: merger
`), nil)
	j := judge.Judge(doc, assessments.Catalogue())
	for _, o := range decide.Options(j).Options {
		if o.SmallerStep {
			fmt.Println(o.ID)
		}
	}
	// Output:
	// voluntary-individual-pathway
	// voluntary-individual-buddying
	// voluntary-individual-networked-care
	// voluntary-individual-shared-service
	// voluntary-structural-contract
	// voluntary-structural-networked-care
	// voluntary-structural-joint-venture
	// voluntary-structural-management-contract
	// voluntary-structural-group
	// voluntary-structural-shared-service
}
