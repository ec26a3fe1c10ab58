package report

import (
	"io"
	"iter"
	"slices"

	"partner/pkg/report/json"
)

// Errors is the line of a document that has no result.
type Errors struct {
	Format string    `json:"format"` // always partner-errors/1
	File   string    `json:"file"`
	Errors []checked `json:"errors"`
}

// ErrorsFormat names the shape of that line.
const ErrorsFormat = "partner-errors/1"

// ndjsonReports prints a line for each document: its whole result, or what is wrong with it.
func ndjsonReports(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
	for x := range outcomes {
		if x.Result == nil {
			if err := json.Line(w, &Errors{ErrorsFormat, x.Name, listed(Check{Wrong: x.Diagnostics})}); err != nil {
				return err
			}
			continue
		}
		r := *x.Result
		if !slices.Contains(o.Only, "options") {
			r.Options = nil
		}
		if err := json.Line(w, &r, o.Only...); err != nil {
			return err
		}
	}
	return nil
}

// ndjsonChecks prints a line for each error and finding.
func ndjsonChecks(w io.Writer, checks iter.Seq[Check], _ Options) error {
	for c := range checks {
		for _, x := range listed(c) {
			if err := json.Line(w, &x); err != nil {
				return err
			}
		}
	}
	return nil
}
