package catalogue_test

import (
	"fmt"

	"partner/assessments"
)

// The catalogue is data: a criterion says what it asks, of whom, and where that comes from.
func Example() {
	c := assessments.Catalogue().Criterion("ms-acquirer-finances")
	fmt.Println(c.Kind, c.Questions)
	for _, cite := range c.Cites {
		fmt.Println(cite.Source, "-", cite.Place)
	}
	// Output:
	// context [sustainability]
	// table-2 - mandated structural, helpful context
	// briefing - case study C
}
