package report

import (
	"reflect"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/source"
)

// whole gives a copy of a result, or of anything else that is printed, in which every list that is missing
// is an empty one, so that a program that reads it never meets null where a list belongs.
func whole[T any](r *T) *T {
	c := copied(reflect.ValueOf(*r), func(s string) string { return s }).Interface().(T)
	return &c
}

// cleaned gives a copy of a result, or of anything else that is printed, whose texts are safe to show: each
// on one line, nothing in them that commands a terminal or turns the direction of writing. With ascii,
// typographic punctuation is written in ASCII; letters stay as they are.
func cleaned[T any](r *T, ascii bool) *T {
	c := copied(reflect.ValueOf(*r), cleaning(ascii)).Interface().(T)
	return &c
}

// cleaning makes a text safe to show.
func cleaning(ascii bool) func(string) string {
	return func(s string) string {
		if textwrap.Simple(s) { // and lines are made of its words in any case
			return s
		}
		s = source.Printable(strings.Join(strings.Fields(s), " "))
		if ascii {
			s = punctuation.Replace(s)
		}
		return s
	}
}

var punctuation = strings.NewReplacer(
	"·", "-", "–", "-", "—", "-", "…", "...", "‘", "'", "’", "'", "“", `"`, "”", `"`, "•", "*", "→", "->", "×", "x", "£", "GBP ", "€", "EUR ")

// copied copies structs, lists, pointers and texts, and gives every text to clean.
func copied(v reflect.Value, clean func(string) string) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	mend(c, clean)
	return c
}

// text is what may come from a document. Types of their own hold words of ours alone.
var text = reflect.TypeFor[string]()

// mend gives every text within a value to clean. Lists and what pointers point to are copied first: the
// value was copied, but not what it shares with the one that it was copied from.
func mend(v reflect.Value, clean func(string) string) {
	switch v.Kind() {
	case reflect.String:
		if was := v.String(); was != "" && v.Type() == text {
			if is := clean(was); is != was {
				v.SetString(is)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			mend(v.Field(i), clean)
		}
	case reflect.Array:
		for i := range v.Len() {
			mend(v.Index(i), clean)
		}
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		v.Set(c)
		for i := range v.Len() {
			mend(v.Index(i), clean)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			v.Set(copied(v.Elem(), clean).Addr())
		}
	}
}
