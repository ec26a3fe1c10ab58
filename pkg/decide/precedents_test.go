package decide_test

import (
	"slices"
	"strings"
	"testing"
)

// TestHalfOfTheTraitsMakeAPrecedentNear: nature, scale, form and sectors are four; a case that surely shares
// two of them is told, one that shares fewer is not, however many traits of its own it shares.
func TestHalfOfTheTraitsMakeAPrecedentNear(t *testing.T) {
	for text, want := range map[string]bool{
		"arrangement: {nature: voluntary}\n":                                                                      false,
		"organisations: {north: {sector: nhs}, south: {sector: nhs}}\n":                                           false,
		"arrangement: {nature: voluntary, scale: structural}\n":                                                   true,
		"organisations: {north: {sector: nhs}, south: {sector: private}}\narrangement: {nature: voluntary}\n":     true,
		"organisations: {north: {sector: nhs}, south: {sector: nhs}}\narrangement: {form: acquisition}\n":         true,
		"organisations: {north: {sector: charity}, south: {sector: charity}}\narrangement: {nature: voluntary}\n": false,
	} {
		text = strings.Replace(text, "charity", "voluntary", -1)
		r := assessText(t, text)
		told := 0
		for _, p := range r.Precedents {
			if p.Nearest {
				told++
			}
		}
		if told > 0 != want {
			t.Errorf("%s: %d precedents are told; the first is like it in %v", text, told, r.Precedents[0].Like)
		}
	}
}

// TestTwoPrecedentsAreTold, and a third only where it is as near as the second.
func TestTwoPrecedentsAreTold(t *testing.T) {
	const nhs = "organisations: {north: {sector: nhs}, south: {sector: nhs}}\n"
	for text, want := range map[string][]string{
		"arrangement: {nature: voluntary, scale: structural}\n":                                                         {"case-d", "case-e"},
		nhs + "arrangement: {nature: voluntary, scale: individual}\n":                                                   {"case-a", "case-b", "case-e"}, // b and e share two each
		nhs + "arrangement: {nature: voluntary, scale: individual, history: [{what: A, kind: working-relationship}]}\n": {"case-a", "case-b"},           // people have worked together, as in b
	} {
		var told []string
		for _, p := range assessText(t, text).Precedents {
			if p.Nearest {
				told = append(told, p.ID)
			}
		}
		if !slices.Equal(told, want) {
			t.Errorf("%s: %v are told, not %v", text, told, want)
		}
	}
}
