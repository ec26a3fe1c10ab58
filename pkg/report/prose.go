package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence gives text with a capital at its start, unless it starts with a path of the document, and a
// stop at its end; empty stays empty.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	first, _, _ := strings.Cut(s, " ")
	if r, n := utf8.DecodeRuneInString(s); unicode.IsLower(r) && !strings.ContainsAny(strings.TrimRight(first, ".:,;"), "._") {
		s = string(unicode.ToUpper(r)) + s[n:]
	}
	if strings.ContainsAny(s[len(s)-1:], ".!?:") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// list joins words with commas and a last "and".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// given keeps the words that say something.
func given(words ...string) []string {
	var kept []string
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// bracketed puts a word into brackets, unless it is empty.
func bracketed(word string) string {
	if word == "" {
		return ""
	}
	return "(" + word + ")"
}

// number gives a count with its noun.
func number(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// or gives the first word, or the second where the first is empty.
func or(word, other string) string {
	if word == "" {
		return other
	}
	return word
}
