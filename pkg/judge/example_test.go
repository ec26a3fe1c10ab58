package judge_test

import (
	"fmt"

	"partner/assessments"
	"partner/pkg/judge"
	"partner/pkg/proposal"
)

// A judgement says how each criterion stands, and rates any reading of that.
func Example() {
	doc, _ := proposal.Read("proposal.yaml", []byte(`partner: 1
organisations:
  northfield: {finance: {position: deficit}}
  eastmere: {}
arrangement:
  nature: mandated
  scale: structural
  form: acquisition
  roles: {acquirer: northfield, acquired: eastmere}
`), nil)
	j := judge.Judge(doc, assessments.Catalogue())
	at, _ := j.Find("ms-acquirer-finances")
	fmt.Println("the acquirer's finances:", j.Criteria[at].Status())

	claimed := j.Rate(judge.Reading{})
	fmt.Println("the whole:", claimed.Whole.Low.Grade, "to", claimed.Whole.High.Grade)
	// Output:
	// the acquirer's finances: not met
	// the whole: red to green
}
