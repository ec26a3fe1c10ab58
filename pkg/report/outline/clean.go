package outline

import (
	"strings"

	"partner/pkg/internal/duplicate"
	"partner/pkg/internal/textwrap"
	"partner/pkg/source"
)

// cleaned gives a copy of a result, or of anything else that is shown, whose texts are clean.
func cleaned[T any](r *T) *T { return duplicate.Of(r, Clean) }

// Clean gives a text on one line, with nothing in it that commands a terminal or turns the direction of
// writing.
func Clean(s string) string {
	if textwrap.Simple(s) { // and lines are made of its words in any case
		return s
	}
	return source.Printable(strings.Join(strings.Fields(s), " "))
}
