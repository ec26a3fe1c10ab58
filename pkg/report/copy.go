package report

import (
	"reflect"
	"strings"

	"partner/pkg/result"
	"partner/pkg/source"
)

// whole gives a copy of the result in which every list that is missing is an empty one, so that a
// program that reads it never meets null where a list belongs.
func whole(r *result.Result) *result.Result {
	c := copied(reflect.ValueOf(*r), func(s string) string { return s }).Interface().(result.Result)
	return &c
}

// cleaned gives a copy of the result whose texts are safe to show: each on one line, nothing in them
// that commands a terminal or turns the direction of writing. With ascii, typographic punctuation is
// written in ASCII; letters stay as they are.
func cleaned(r *result.Result, ascii bool) *result.Result {
	clean := func(s string) string {
		if simple(s) { // and lines are made of its words in any case
			return s
		}
		s = source.Printable(strings.Join(strings.Fields(s), " "))
		if ascii {
			s = punctuation.Replace(s)
		}
		return s
	}
	c := copied(reflect.ValueOf(*r), clean).Interface().(result.Result)
	return &c
}

var punctuation = strings.NewReplacer(
	"·", "-", "–", "-", "—", "-", "…", "...", "‘", "'", "’", "'", "“", `"`, "”", `"`, "•", "*", "→", "->", "×", "x", "£", "GBP ", "€", "EUR ")

// copied copies structs, lists, pointers and texts, and gives every text to clean.
func copied(v reflect.Value, clean func(string) string) reflect.Value {
	switch v.Kind() {
	case reflect.String:
		c := reflect.New(v.Type()).Elem()
		c.SetString(clean(v.String()))
		return c
	case reflect.Struct:
		c := reflect.New(v.Type()).Elem()
		for i := range v.NumField() {
			c.Field(i).Set(copied(v.Field(i), clean))
		}
		return c
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			c.Index(i).Set(copied(v.Index(i), clean))
		}
		return c
	case reflect.Array:
		c := reflect.New(v.Type()).Elem()
		for i := range v.Len() {
			c.Index(i).Set(copied(v.Index(i), clean))
		}
		return c
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		c := reflect.New(v.Type().Elem())
		c.Elem().Set(copied(v.Elem(), clean))
		return c
	default:
		return v
	}
}
