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
	if textwrap.Simple(s) && !strings.Contains(s, "##[") { // and lines are made of its words in any case
		return s
	}
	clean := source.Printable(strings.Join(strings.Fields(s), " "))
	if strings.HasPrefix(s, " ") { // of a part of a line, whose neighbours it stands apart from
		clean = " " + clean
	}
	if strings.HasSuffix(s, " ") && clean != " " {
		clean += " "
	}
	return clean
}
