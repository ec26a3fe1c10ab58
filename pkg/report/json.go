package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/result"
	"partner/pkg/source"
)

// writeJSON prints the whole result, indented, with a newline at the end. Characters that could command
// a terminal stand as escapes, which a program reads as the very same text.
func writeJSON(w io.Writer, r *result.Result, _ Options) error { return encode(w, whole(r)) }

// encode prints a value whose lists are all there.
func encode(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
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
