// Package wording is how things are said: counts with their nouns, lists, sentences, ranges, and text in
// parts that a format can set off from each other. It knows nothing of partnerships and depends on no other
// package, so that whatever says something can say it in the same way.
package wording

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is said of the ends of a range: what a rating may still prove to be, and what an open list or an
// open status is not less and not more than.
const (
	MayProve = "may prove"
	AtLeast  = "at least"
	AtMost   = "at most"
	// AsClaimed says of a rating that documents do not bear it out.
	AsClaimed = "as claimed"
)

// Number gives a count in words up to twelve, in figures above.
func Number(n int) string {
	words := [...]string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// Things gives a count in words with its noun, which takes an s for more than one: no benefits, one
// benefit, three benefits.
func Things(n int, noun string) string {
	switch n {
	case 0:
		return "no " + Plural(noun)
	case 1:
		return "one " + noun
	}
	return Number(n) + " " + Plural(noun)
}

// Count gives a count in figures with its noun: 0 criteria, 1 criterion, 3 criteria.
func Count(n int, one, many string) string { return strconv.Itoa(n) + " " + Verb(n, one, many) }

// CountOrNo is Count, but for none: no criteria.
func CountOrNo(n int, one, many string) string {
	if n == 0 {
		return "no " + many
	}
	return Count(n, one, many)
}

// Verb gives the word that goes with a count: one risk falls, two risks fall.
func Verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// And joins phrases: a, b and c.
func And(phrases []string) string { return joined(phrases, " and ") }

// Or joins phrases: a, b or c.
func Or(phrases []string) string { return joined(phrases, " or ") }

func joined(phrases []string, last string) string {
	n := len(phrases) - 1
	if n < 1 {
		return strings.Join(phrases, "")
	}
	return strings.Join(phrases[:n], ", ") + last + phrases[n]
}

// Given keeps the phrases that say something.
func Given(phrases ...string) []string {
	var kept []string
	for _, p := range phrases {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// Bracketed puts a phrase into brackets; empty stays empty.
func Bracketed(phrase string) string {
	if phrase == "" {
		return ""
	}
	return "(" + phrase + ")"
}

// Plural gives several of what a phrase calls one of: company secretaries, directors of finance. What is several already stays.
func Plural(one string) string {
	head, rest := one, ""
	for _, of := range []string{" of ", " for ", " in ", " at ", " to ", ", "} {
		if i := strings.Index(head, of); i > 0 {
			head, rest = head[:i], head[i:]+rest
		}
	}
	stem, y := strings.CutSuffix(head, "y")
	switch {
	case y && stem != "" && !strings.ContainsAny(stem[len(stem)-1:], "aeiou"):
		head = stem + "ies"
	case strings.HasSuffix(head, "ss"), strings.HasSuffix(head, "x"), strings.HasSuffix(head, "ch"), strings.HasSuffix(head, "sh"):
		head += "es"
	case !strings.HasSuffix(head, "s"):
		head += "s"
	}
	return head + rest
}

// Whose gives a name as an owner: Riverside's, Services'.
func Whose(name string) string {
	switch {
	case strings.HasSuffix(name, "'"), strings.HasSuffix(name, "’"), strings.HasSuffix(name, "'s"), strings.HasSuffix(name, "’s"): // St Thomas' is whose already, and St Hilda's
		return name
	case strings.HasSuffix(name, "s"):
		return name + "'"
	}
	return name + "'s"
}

// Upper writes the first letter large, so that a clause starts a sentence or a title.
func Upper(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Sentence makes a clause a sentence: with a capital at its start, unless it starts with a path of a
// document, and a stop at its end, unless it has one. Empty stays empty.
func Sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	first, _, _ := strings.Cut(s, " ")
	stop := "."
	if strings.ContainsAny(s[len(s)-1:], ".!?:") || strings.HasSuffix(s, "…") {
		stop = ""
	}
	if r, size := utf8.DecodeRuneInString(s); unicode.IsLower(r) && !strings.ContainsAny(strings.TrimRight(first, ".:,;"), "._") {
		return string(unicode.ToUpper(r)) + s[size:] + stop
	}
	return s + stop
}

// Fill puts words for the blanks of a template, {lack}; a blank for which there are none stays as it is.
func Fill(template string, words func(blank string) (string, bool)) string {
	var filled strings.Builder
	rest := template
	for {
		before, after, opens := strings.Cut(rest, "{")
		blank, behind, closes := strings.Cut(after, "}")
		if !opens || !closes {
			break
		}
		said, is := words(blank)
		if !is {
			said, behind = "{", after
		}
		filled.WriteString(before)
		filled.WriteString(said)
		rest = behind
	}
	if rest == template {
		return template
	}
	filled.WriteString(rest)
	return filled.String()
}

// Title gives a clause as a title: with a capital, and without a stop.
func Title(s string) string { return strings.TrimSuffix(Sentence(s), ".") }
