package report

import (
	"io"
	"iter"

	"partner/pkg/report/json"
)

// jsonReports prints each result as a JSON document, one after another: the whole, or of it the keys that are
// the names of the sections asked for.
func jsonReports(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
	for x := range outcomes {
		if x.Result == nil {
			continue
		}
		if err := json.Write(w, x.Result, o.Only...); err != nil {
			return err
		}
	}
	return nil
}

// jsonPages prints each value as a JSON document, one after another.
func jsonPages(w io.Writer, pages iter.Seq[Page], _ Options) error {
	for p := range pages {
		if err := json.Write(w, p.Value); err != nil {
			return err
		}
	}
	return nil
}
