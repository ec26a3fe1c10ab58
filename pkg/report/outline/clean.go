package outline

import (
	"strings"

	"partner/pkg/internal/duplicate"
	"partner/pkg/internal/letters"
	"partner/pkg/source"
)

// cleaned gives a result, or anything else that is shown, with clean texts: itself where they all are, as mostly, and
// otherwise a copy.
func cleaned[T any](r *T) *T {
	if duplicate.Same(r, Clean) {
		return r
	}
	return duplicate.Of(r, Clean)
}

// Clean gives a text on one line, with nothing in it that commands a terminal or turns the direction of
// writing.
func Clean(s string) string {
	if (letters.Simple(s) || tidy(s)) && !strings.Contains(s, "##[") { // and lines are made of its words in any case
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

// tidy reports whether a text surely is clean: of characters that are known to be shown as they are, and of words with
// one space between them.
func tidy(s string) bool {
	return letters.Singly(s) && !strings.Contains(s, "  ")
}
