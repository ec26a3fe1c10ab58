package interview

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"partner/pkg/source"
)

// Clean gives a text as one line without what commands a terminal: what is pasted brings its blanks, its ends of lines and
// its colours along.
func Clean(text string) string {
	text = commands.ReplaceAllString(strings.ToValidUTF8(text, "�"), "")
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text)), " ")
}

// commands matches what a terminal takes for a command, the marks around a pasted text among it.
var commands = regexp.MustCompile("\x1b(\\[[0-?]*[ -/]*[@-~]|\\][^\a\x1b]*(\a|\x1b\\\\)?|[ -/]*[0-~])")

// bare matches what may stand in YAML without quotes, whatever is around it.
var bare = regexp.MustCompile(`^(-?[0-9.]+|[A-Za-z0-9][A-Za-z0-9_.+%()/-]*( [A-Za-z0-9(][A-Za-z0-9_.+%()/-]*)*)$`)

// scalar gives a text as YAML reads it back.
func scalar(text string) string {
	if bare.MatchString(text) && source.PlainTag(text) != "!!null" {
		return text
	}
	return strconv.Quote(text)
}

// lower begins a sentence small, where it does not begin with a name, and leaves its stop away.
func lower(text string) string {
	text = strings.TrimSuffix(text, ".")
	first, size := utf8.DecodeRuneInString(text)
	if next, _ := utf8.DecodeRuneInString(text[size:]); unicode.IsUpper(next) {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}

// idLetters keeps of a name what an id may hold.
var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// IDs gives short ids for two names: as few of their first words as tell them apart.
func IDs(names [2]string) [2]string {
	var words [2][]string
	for i, n := range names {
		words[i] = strings.FieldsFunc(notInID.ReplaceAllString(strings.ToLower(strings.ReplaceAll(n, "'", "")), " "), unicode.IsSpace)
		if len(words[i]) > 1 && words[i][0] == "the" {
			words[i] = words[i][1:]
		}
	}
	for n := 1; n <= max(len(words[0]), len(words[1])); n++ {
		one, other := id(words[0], n), id(words[1], n)
		if one != other && usable(one) && usable(other) {
			return [2]string{one, other}
		}
	}
	return [2]string{"first", "second"}
}

func id(words []string, n int) string { return strings.Join(words[:min(n, len(words))], "-") }

// usable reports whether an id reads as one, and as no word that a document uses for something else.
func usable(id string) bool {
	return utf8.RuneCountInString(id) > 1 && unicode.IsLetter(rune(id[0])) && source.PlainTag(id) == "!!str" &&
		!slices.Contains([]string{"yes", "no", "on", "off", "none", "unknown", "first", "second", "patients", "staff", "system", "clinicians", "executives", "regulator", "commissioner"}, id)
}
