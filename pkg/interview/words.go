package interview

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"partner/pkg/source"
)

// Clean gives a text as one line without what commands a terminal: what is pasted brings its blanks, its ends of lines and
// its colours along.
func Clean(text string) string {
	text = ansi.Strip(strings.ToValidUTF8(text, "�"))
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

// Phrase reports whether a text says something in words: a yes, a no or the like does not, where no such word was asked for.
func Phrase(text string) bool {
	return !slices.Contains([]string{"yes", "y", "no", "n", "partly", "true", "false", "ok", "okay", "maybe"}, strings.ToLower(strings.Trim(text, ".!\"' ")))
}

// bare reports whether a text may stand in YAML without quotes, whatever is around it: words of letters and digits, and a
// number below nothing.
func bare(text string) bool {
	if number := strings.TrimPrefix(text, "-"); number != "" && strings.Trim(number, "0123456789.") == "" {
		return true
	}
	for word := range strings.SplitSeq(text, " ") {
		if word == "" || !letter(rune(word[0])) || strings.ContainsFunc(word, func(r rune) bool { return !letter(r) && !strings.ContainsRune("_.+%/-", r) }) {
			return false
		}
	}
	return true
}

// letter reports whether a rune is one of those that ids and bare words are made of, whatever their case.
func letter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// scalar gives a text as YAML reads it back.
func scalar(text string) string {
	if bare(text) && source.PlainTag(text) != "!!null" {
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

// IDs gives short ids for two names: as few of their first words as tell them apart, and no saint by that word alone.
func IDs(names [2]string) [2]string {
	var words [2][]string
	for i, n := range names {
		words[i] = strings.FieldsFunc(strings.ToLower(apostrophes.Replace(n)), func(r rune) bool { return !letter(r) })
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

func id(words []string, n int) string {
	if len(words) > 0 && (words[0] == "st" || words[0] == "saint") {
		n++
	}
	return strings.Join(words[:min(n, len(words))], "-")
}

var apostrophes = strings.NewReplacer("'", "", "’", "")

// usable reports whether an id reads as one, and as no word that a document uses for something else.
func usable(id string) bool {
	return utf8.RuneCountInString(id) > 1 && unicode.IsLetter(rune(id[0])) && source.PlainTag(id) == "!!str" &&
		!slices.Contains([]string{"yes", "no", "on", "off", "none", "unknown", "first", "second", "patients", "staff", "system", "clinicians", "executives", "regulator", "commissioner"}, id)
}
