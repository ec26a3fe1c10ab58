// Package json writes values as JSON, for programs: the same bytes wherever they are written to.
package json

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"strings"

	"partner/pkg/internal/duplicate"
	"partner/pkg/internal/letters"
	"partner/pkg/source"
)

// Write writes what a pointer points to, indented, with a newline at the end: the whole of it or, where keys are
// named, of an object those keys alone, in their own order. A list that is missing is an empty one, so that
// a program never meets null where a list belongs. Characters that could command a terminal stand as
// escapes, which a program reads as the very same text.
func Write(w io.Writer, v any, keys ...string) error {
	return write(w, "  ", v, keys)
}

// Line writes the same on a single line.
func Line(w io.Writer, v any, keys ...string) error { return write(w, "", v, keys) }

// Part writes the same on a single line without a newline, as a part of something larger.
func Part(w io.Writer, v any) error {
	var b bytes.Buffer
	if err := Line(&b, v); err != nil {
		return err
	}
	_, err := w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	return err
}

func write(w io.Writer, indent string, v any, keys []string) error {
	v = duplicate.Of(v, func(s string) string { return s })
	if len(keys) > 0 {
		v = only(v, keys)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, harmless(b.String()))
	return err
}

// only is a struct of the fields of a struct that have these keys.
func only(v any, keys []string) any {
	of := reflect.ValueOf(v).Elem()
	var fields []reflect.StructField
	var values []reflect.Value
	for i := range of.NumField() {
		f := of.Type().Field(i)
		if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); slices.Contains(keys, key) {
			fields, values = append(fields, f), append(values, of.Field(i))
		}
	}
	part := reflect.New(reflect.StructOf(fields)).Elem()
	for i, value := range values {
		part.Field(i).Set(value)
	}
	return part.Interface()
}

// harmless writes each character that could command a terminal or a runner of workflows as JSON writes it in a
// string, where alone it can stand.
func harmless(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		line, end := strings.CutSuffix(line, "\n")
		if !letters.Simple(line) || strings.Contains(line, "##[") {
			line = source.Printable(line)
		}
		b.WriteString(line)
		if end {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
