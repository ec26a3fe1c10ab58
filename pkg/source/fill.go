package source

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Misplaced is an error of what reads a part of a file by itself, with the node that it is about.
type Misplaced interface {
	error
	At() *Node
	Text() string // what is wrong, without a place
}

// Fill reads a mapping into a struct, by the names in its yaml tags, and says of everything that does not fit where it
// stands. What the struct holds already stays where the mapping says nothing of it. Of lists and structs each part is
// told apart; whatever reads itself says what is wrong with it.
func (f *File) Fill(n *Node, into any) Diagnostics {
	var wrong Diagnostics
	f.fill(n, reflect.ValueOf(into).Elem(), &wrong)
	return wrong
}

// Keys are the keys that a struct can be filled from, by its yaml tags, in its order.
func Keys(of any) []string {
	var keys []string
	t := reflect.Indirect(reflect.ValueOf(of)).Type()
	for i := range t.NumField() {
		if key := keyOf(t.Field(i)); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	if key == "-" {
		return ""
	}
	return key
}

func (f *File) fill(n *Node, to reflect.Value, wrong *Diagnostics) {
	n = Resolve(n)
	if n.Kind == Scalar && n.Tag == "!!null" {
		return
	}
	_, reads := to.Addr().Interface().(yaml.Unmarshaler)
	switch {
	case to.Kind() == reflect.Struct && !reads:
		f.fillStruct(n, to, wrong)
	case to.Kind() == reflect.Slice && to.Type().Elem().Kind() == reflect.Struct:
		if n.Kind != Sequence {
			*wrong = append(*wrong, f.At(n, kindOf(n), "a list", "begin each entry with `- `"))
			return
		}
		to.Set(reflect.MakeSlice(to.Type(), len(n.Content), len(n.Content)))
		for i, c := range n.Content {
			f.fill(c, to.Index(i), wrong)
		}
	default:
		if to.Kind() == reflect.Pointer {
			to.SetZero() // what others may share is not written to
		}
		if err := n.Decode(to.Addr().Interface()); err != nil {
			*wrong = append(*wrong, f.unfit(n, to, err))
		}
	}
}

func (f *File) fillStruct(n *Node, to reflect.Value, wrong *Diagnostics) {
	keys := Keys(to.Interface())
	if n.Kind != Mapping {
		*wrong = append(*wrong, f.At(n, kindOf(n), "a mapping with the keys "+Listed(keys), ""))
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if !slices.Contains(keys, key.Value) {
			do := DidYouMean(key.Value, keys)
			*wrong = append(*wrong, f.At(key, "the unknown key "+Quoted(key.Value), Listed(keys), do))
			continue
		}
		for k := range to.NumField() {
			if keyOf(to.Type().Field(k)) == key.Value {
				f.fill(n.Content[i+1], to.Field(k), wrong)
			}
		}
	}
}

// unfit says why a value cannot stand there.
func (f *File) unfit(n *Node, to reflect.Value, err error) Diagnostic {
	var placed Misplaced
	if errors.As(err, &placed) {
		return f.At(placed.At(), placed.Text(), "", "")
	}
	expected := "a text"
	switch to.Kind() {
	case reflect.Bool:
		expected = "true or false"
	case reflect.Int:
		expected = "a whole number"
	case reflect.Slice:
		expected = "a list of words"
	}
	text := err.Error()
	if first, rest, is := strings.Cut(text, ": "); is && strings.HasPrefix(first, "line ") {
		return f.At(n, rest, "", "")
	}
	return f.At(n, kindOf(n), expected, "")
}

// kindOf says what stands at a node.
func kindOf(n *Node) string {
	switch n.Kind {
	case Mapping:
		return "a mapping"
	case Sequence:
		return "a list"
	}
	return Quoted(n.Value)
}

// ValueOf gives the node behind a key of a mapping, and the key's own; nil where there is none.
func ValueOf(n *Node, key string) (value, at *Node) {
	if n = Resolve(n); n.Kind != Mapping {
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1], n.Content[i]
		}
	}
	return nil, nil
}
