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
	More  bool   // what came of the next document is there already
}

// atOnce is how many bytes of lines are written at once, if so many are there.
const atOnce = 64 << 10

// ndjsonLines prints the line of each document. Lines that are there together are written together; none waits for a
// document that is still being worked on.
func ndjsonLines(w io.Writer, lines iter.Seq[Line], _ Options) error {
	var text []byte
	for l := range lines {
		if text = append(text, l.Text...); l.More && len(text) < atOnce {
			continue
		}
		if _, err := w.Write(text); err != nil {
			return err
		}
		text = text[:0]
	}
	if len(text) == 0 {
		return nil
	}
	_, err := w.Write(text)
	return err
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
