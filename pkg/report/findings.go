package report

import (
	"io"
	"iter"

	"partner/pkg/report/finding"
)

// findingsWriter writes what programs are told of documents, in one of their formats.
type findingsWriter func(io.Writer, iter.Seq[finding.Document]) error

// findingsReports prints reports in a format for findings.
func findingsReports(write findingsWriter) Print[Outcome] {
	return func(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
		reader := o.reader()
		return write(w, func(yield func(finding.Document) bool) {
			for x := range outcomes {
				if !yield(reader.Assessed(x.Name, x.Diagnostics, x.Result)) {
					return
				}
			}
		})
	}
}

// findingsChecks prints checks in a format for findings.
func findingsChecks(write findingsWriter) Print[Check] {
	return func(w io.Writer, checks iter.Seq[Check], o Options) error {
		reader := o.reader()
		return write(w, func(yield func(finding.Document) bool) {
			for c := range checks {
				if !yield(reader.Checked(c.Name, c.Wrong, c.Findings)) {
					return
				}
			}
		})
	}
}

// reader reads findings as the options say.
func (o Options) reader() finding.Reader {
	r := finding.Reader{Named: o.Named, Rules: finding.RulesOf(o.Catalogue)}
	if r.Named == nil {
		r.Named = func(label string) string { return label }
	}
	return r
}
