package source

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"partner/pkg/wording"
)

// Beyond these nobody has mistyped a word, and looking for it would take long.
const (
	nearestLength     = 64  // bytes of the word
	nearestCandidates = 500 // candidates that are looked at
	mistyped          = 2   // letters by which a candidate differs that is meant, whatever else begins or ends so
)

// Nearest gives the candidate that is most like the word, or "" where none is near enough to be what
// was meant. Of equally near candidates the first wins.
func Nearest(word string, candidates []string) string {
	if len(word) > nearestLength {
		return ""
	}
	word = fold(word)
	best, bestDistance := "", len(word)/3+2
	for _, c := range candidates[:min(len(candidates), nearestCandidates)] {
		if len(c) > 2*nearestLength {
			continue
		}
		plain := fold(c)
		if denies(word, plain) || denies(plain, word) {
			continue
		}
		d := levenshtein.ComputeDistance(word, plain)
		if d >= max(len(word), len(plain)) { // it shares nothing
			continue
		}
		if d >= bestDistance && bestDistance > mistyped && len(word) >= 4 && (strings.HasPrefix(plain, word) || strings.HasSuffix(plain, word)) {
			d = bestDistance - 1 // a beginning or an end of the name, as people remember it
		}
		if d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// denials are what a word begins with that says the contrary of the rest of it.
var denials = []string{"un", "in", "im", "dis", "non-", "non", "not-", "no-"}

// denies reports whether a word says the contrary of another, which is then not what was meant, however near.
func denies(word, of string) bool {
	for _, d := range denials {
		if rest, begins := strings.CutPrefix(word, d); begins && rest == of {
			return true
		}
	}
	return false
}

// fold makes the spellings of one name alike: neither capitals nor hyphen, underscore and space tell words apart.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == ' ' {
			return '-'
		}
		return r
	}, strings.ToLower(s))
}

// DidYouMean gives `did you mean "x"?` for the nearest candidate, or "".
func DidYouMean(word string, candidates []string) string {
	if n := Nearest(word, candidates); n != "" {
		return `did you mean "` + n + `"?`
	}
	return ""
}

// Listed gives candidates as a phrase: `a, b or c`; a long list is cut with the count of the rest.
func Listed(candidates []string) string {
	const most = 14
	switch n := len(candidates); {
	case n == 0:
		return "nothing"
	case n > most:
		return strings.Join(candidates[:most-2], ", ") + ", …"
	}
	return wording.Or(candidates)
}
