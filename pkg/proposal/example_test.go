package proposal_test

import (
	"fmt"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// A document is read whole. What it states is found by its place, with the reason and the line it has there.
func Example() {
	doc, wrong := proposal.Read("proposal.yaml", []byte(`partner: 1
title: Northfield acquires Eastmere
organisations:
  northfield:
    name: Northfield
    finance: {position: {is: strong, because: A surplus in each of five years.}}
  eastmere: {name: Eastmere}
`), nil)
	if len(wrong) > 0 {
		fmt.Println(wrong)
		return
	}
	position := doc.Organisations[0].Own(paths.FinancePosition)
	fmt.Println(position.Word, "-", position.Because)
	fmt.Println(position.Path(), "in line", position.Pos.Line)
	fmt.Println(doc.Organisations[1].Own(paths.FinancePosition).Known())
	// Output:
	// strong - A surplus in each of five years.
	// organisations.northfield.finance.position in line 6
	// false
}

// Whatever is wrong with a document comes back at once, each error with its place and what to do.
func Example_wrong() {
	_, wrong := proposal.Read("proposal.yaml", []byte("partner: 1\norganisations: {north: {}, south: {}}\narrangment: {form: merger}\n"), nil)
	for _, d := range wrong {
		fmt.Println(d.Position, "·", d.Do)
	}
	// Output:
	// proposal.yaml:3:1 · did you mean "arrangement"?
}
