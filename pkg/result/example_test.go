package result_test

import (
	"encoding/json"
	"fmt"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
)

// The result is one value in typed words; as JSON each is the word that readers know.
func Example() {
	doc, _ := proposal.Read("proposal.yaml", []byte("partner: 1\norganisations: {north: {}, south: {}}\n"), nil)
	r := assess.Assess(doc, assessments.Catalogue())
	ends, err := json.Marshal(map[string]any{"low": r.Overall.Low, "high": r.Overall.High, "too_little_known": r.Overall.TooLittleKnown})
	fmt.Println(string(ends), err)
	// Output:
	// {"high":"green","low":"red","too_little_known":true} <nil>
}
