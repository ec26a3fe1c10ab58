package report

import (
	"bytes"
	"errors"
	"io"
	"iter"
)

// pdfReports prints the paper on the one document that has a result as a PDF, by what prints those on the machine.
func pdfReports(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
	var paper bytes.Buffer
	if err := docxReports(&paper, outcomes, o); err != nil || paper.Len() == 0 {
		return err
	}
	if o.PDF == nil {
		return errors.New("nothing prints a PDF here")
	}
	pdf, err := o.PDF(paper.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(pdf)
	return err
}
