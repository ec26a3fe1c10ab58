package cli

import (
	"bytes"
	"encoding/json"
	"strings"

	"partner/pkg/source"
)

// printJSON prints a value, indented, with characters that could command a terminal as escapes.
func printJSON(to *output, v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // nothing that is printed here holds what JSON cannot
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = source.Printable(lines[i])
	}
	to.Write([]byte(strings.Join(lines, "\n")))
}
