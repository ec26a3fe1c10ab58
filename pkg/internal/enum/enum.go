// Package enum holds what closed lists of words have in common. A list is a type with its values as
// constants; the word for each stands once, beside the type. In JSON a value is its word, and the schema
// takes the words from here.
package enum

import (
	"fmt"
	"slices"
	"strings"
)

// Table holds the words of a type whose values are numbers, by value. A value without a word has "".
type Table[T ~uint8] []string

// Word gives the word for a value.
func (t Table[T]) Word(v T) string {
	if int(v) < len(t) {
		return t[v]
	}
	return ""
}

// Words gives all words in the order of their values.
func (t Table[T]) Words() []string {
	return slices.DeleteFunc(slices.Clone(t), func(w string) bool { return w == "" })
}

// Find gives the value of a word. The empty word is the zero value.
func (t Table[T]) Find(word string) (T, bool) {
	if word == "" {
		return 0, true
	}
	i := slices.Index(t, word)
	return T(max(i, 0)), i >= 0
}

// Read puts the value of a word into v. It refuses any other text.
func (t Table[T]) Read(v *T, text []byte) error {
	of, ok := t.Find(string(text))
	if !ok {
		return unknown(string(text), t.Words())
	}
	*v = of
	return nil
}

// Words gives the words of a type whose values are the words themselves.
func Words[T ~string](all []T) []string {
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	return words
}

// Read puts a word into v, unless it is none of all. The empty word says nothing, and may stand for any.
func Read[T ~string](v *T, text []byte, all []T) error {
	if len(text) > 0 && !slices.Contains(all, T(text)) {
		return unknown(string(text), Words(all))
	}
	*v = T(text)
	return nil
}

func unknown(word string, all []string) error {
	return fmt.Errorf("%q is none of %s", word, strings.Join(all, ", "))
}
