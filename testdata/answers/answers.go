// Package answers makes documents in which the criteria are answered in turn: well, badly and not at all. Tests
// use it; the program does not.
package answers

import (
	"fmt"
	"slices"
	"strings"

	"partner/assessments"
	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Document is one of them, without its first line.
type Document struct{ Name, Text string }

// Pathway is the kind of partnership of a document that says no more.
const Pathway = "arrangement: {nature: voluntary, scale: individual, form: pathway}\n"

// heads are documents that say which kind of partnership it is, and two that do not, so that some criteria
// apply and others may.
var heads = [...]string{
	Pathway,
	"arrangement: {nature: voluntary, scale: structural, form: networked-care, shares: [sites], roles: {provider: north, host: south}}\norganisations: {north: {name: North}, south: {name: South}}\n",
	"arrangement: {nature: mandated, scale: structural, form: acquisition, roles: {acquirer: north, acquired: south}}\norganisations: {north: {name: North}, south: {name: South}}\n",
	"arrangement: {nature: mandated}\n",
	"",
}

// InTurn answers the criteria, in the catalogue's order, in turn with some words from one of them on; an empty
// word leaves one open.
func InTurn(head string, words []string, from int) string {
	var b strings.Builder
	b.WriteString(head + "answers:\n")
	for _, c := range assessments.Catalogue().Criteria {
		if !c.Kind.Counts() && c.Kind != catalogue.Watchpoint {
			continue
		}
		if word := words[from%len(words)]; word != "" {
			b.WriteString("  " + c.ID + ": " + word + "\n")
		}
		from++
	}
	return b.String()
}

// Documents are many of all kinds, with answers better, worse and open.
func Documents() []Document {
	var all []Document
	for h, head := range heads {
		for n, words := range [][]string{{"no", "partly", "yes", "", "no"}, {"partly", "no", "partly"}, {"", "no", "", "yes", "partly", "", "yes"}, {"unknown"}} {
			for from := range min(3, len(words)) {
				all = append(all, Document{fmt.Sprintf("%d/%d/%d", h, n, from), InTurn(head, words, from)})
			}
		}
	}
	return all
}

// Rank is where a criterion stands in the order of a question, the first first: what is essential here, then what
// counts, then what warns; each not met before it is partly met or unknown, and a warning that is not met before
// what counts and is met in part.
func Rank(c *result.Criterion, question string) int {
	order := []string{"essential not met", "essential", "counts not met", "warns not met", "counts", "warns"}
	what := "counts"
	switch {
	case c.Gate && c.Home == question:
		what = "essential"
	case c.Kind == catalogue.Watchpoint:
		what = "warns"
	case c.Kind == catalogue.Consistency:
		return len(order)
	}
	if c.Status == rating.NotMet {
		what += " not met"
	}
	return slices.Index(order, what)
}

// Place is where a criterion stands in the catalogue; what is asked of each organisation apart, where that stands.
func Place(id string) int {
	cat := assessments.Catalogue()
	return slices.IndexFunc(cat.Criteria, func(c *catalogue.Criterion) bool {
		return c.ID == id || c.Each() != "" && strings.HasPrefix(id, c.Each()+"-")
	})
}
