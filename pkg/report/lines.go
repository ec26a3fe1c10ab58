package report

import (
	"io"
	"iter"
)

// Line is what came of one of many documents.
type Line struct {
	Text  []byte // its line, with a newline at the end
	Check Check  // what is wrong with the document, or was found in it
}

// ndjsonLines prints the line of each document.
func ndjsonLines(w io.Writer, lines iter.Seq[Line], _ Options) error {
	for l := range lines {
		if _, err := w.Write(l.Text); err != nil {
			return err
		}
	}
	return nil
}
