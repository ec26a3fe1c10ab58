package report

import (
	"errors"
	"io"
	"iter"

	"partner/pkg/report/docx"
	"partner/pkg/report/outline"
)

// errOne is that a format which prints one report was given more.
var errOne = errors.New("a paper is of one proposal, and there are several")

// docxReports prints the paper on the one document that has a result.
func docxReports(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
	printed := false
	for x := range outcomes {
		switch {
		case x.Result == nil:
		case printed:
			return errOne
		default:
			printed = true
			if err := docx.Write(w, outline.PaperOf(x.Result), o.Paper); err != nil {
				return err
			}
		}
	}
	return nil
}
