package report

import (
	"fmt"
	"io"
	"iter"

	"partner/pkg/report/xlsx"
)

// xlsxReports prints the report on a document as a workbook, which holds one.
func xlsxReports(w io.Writer, outcomes iter.Seq[Outcome], _ Options) error {
	printed := false
	for x := range outcomes {
		switch {
		case x.Result == nil:
			continue
		case printed:
			return fmt.Errorf("a workbook holds the report on one document, and %s is another", x.Name)
		}
		printed = true
		if err := xlsx.Proposal(w, x.Result); err != nil {
			return err
		}
	}
	return nil
}
