// Package json writes values as JSON, for programs: the same bytes wherever they are written to.
package json

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"partner/pkg/internal/duplicate"
	"partner/pkg/internal/textwrap"
	"partner/pkg/source"
)

// Write writes what a pointer points to, indented, with a newline at the end. A list that is missing is an empty one, so that
// a program never meets null where a list belongs. Characters that could command a terminal stand as
// escapes, which a program reads as the very same text.
func Write(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(duplicate.Of(v, func(s string) string { return s })); err != nil {
		return err
	}
	_, err := io.WriteString(w, harmless(b.String()))
	return err
}

// harmless writes each character that could command a terminal as JSON writes it in a string, where alone
// it can stand.
func harmless(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		line, end := strings.CutSuffix(line, "\n")
		if !textwrap.Simple(line) {
			line = source.Printable(line)
		}
		b.WriteString(line)
		if end {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
