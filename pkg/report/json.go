package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"partner/pkg/result"
	"partner/pkg/source"
)

// writeJSON prints the whole result, indented, with a newline at the end. Characters that could command
// a terminal stand as escapes, which a program reads as the very same text.
func writeJSON(w io.Writer, r *result.Result, _ Options) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(whole(r)); err != nil {
		return err
	}
	// Such a character can only stand inside a string, and Printable writes it as JSON does.
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = source.Printable(lines[i])
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n"))
	return err
}
