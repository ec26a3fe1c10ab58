package report

import (
	"io"
	"iter"

	"partner/pkg/report/finding"
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

// findingsLines prints what was found in each document in a format for findings.
func findingsLines(write findingsWriter) Print[Line] {
	return func(w io.Writer, lines iter.Seq[Line], o Options) error {
		reader := o.reader()
		return write(w, func(yield func(finding.Document) bool) {
			for l := range lines {
				if !yield(reader.Checked(l.Check.Name, l.Check.Wrong, l.Check.Findings)) {
					return
				}
			}
		})
	}
}
