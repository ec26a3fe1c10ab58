package logic

import "partner/pkg/proposal"

// IsSide reports whether a word names one of the two organisations: first, second, helper, helped or a
// role of the arrangement.
func IsSide(word string) bool { return namesOrganisation(word) }

// Side gives the organisation that a side such as first, helper or acquirer stands for, or nil where the
// document does not say which of the two that is.
func (e Environment) Side(side string) *proposal.Value {
	o, _ := e.organisation(side)
	return o
}
