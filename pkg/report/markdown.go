package report

import (
	"io"
	"iter"

	"partner/pkg/pack"
	"partner/pkg/report/finding"
	"partner/pkg/report/markdown"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/trend"
)

// markdownReports prints a summary of each document, with what is wrong where it has no result; or, where all of a report or
// some sections are asked for, those as pages.
func markdownReports(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
	if !o.Full && len(o.Only) == 0 {
		return findingsReports(markdown.Write)(w, outcomes, o)
	}
	of := outline.Whole
	if len(o.Only) > 0 {
		of = func(r *result.Result) outline.Outline { return outline.Only(r, o.Only...) }
	}
	reader := o.reader()
	return parted(w, func(yield func(func(io.Writer) error) bool) {
		for x := range outcomes {
			page := func(w io.Writer) error {
				if x.Result != nil {
					return markdown.Page(w, of(x.Result))
				}
				return markdown.Write(w, func(yield func(finding.Document) bool) { yield(reader.Assessed(x.Name, x.Diagnostics, nil)) })
			}
			if !yield(page) {
				return
			}
		}
	})
}

// markdownPages prints pages with an empty line between two.
func markdownPages(w io.Writer, pages iter.Seq[Page], _ Options) error {
	return parted(w, func(yield func(func(io.Writer) error) bool) {
		for p := range pages {
			if !yield(func(w io.Writer) error { return markdown.Page(w, p.Outline()) }) {
				return
			}
		}
	})
}

// markdownTrends prints how proposals stood over time as pages.
func markdownTrends(w io.Writer, trends iter.Seq[*trend.Trend], o Options) error {
	of := outline.Trend
	if o.Full {
		of = outline.FullTrend
	}
	return parted(w, func(yield func(func(io.Writer) error) bool) {
		for t := range trends {
			if !yield(func(w io.Writer) error { return markdown.Page(w, of(t)) }) {
				return
			}
		}
	})
}

// parted prints one after the other, with an empty line between two.
func parted(w io.Writer, all iter.Seq[func(io.Writer) error]) error {
	between := ""
	for print := range all {
		if _, err := io.WriteString(w, between); err != nil {
			return err
		}
		if err := print(w); err != nil {
			return err
		}
		between = "\n"
	}
	return nil
}

// markdownPacks prints packs of questions as Markdown, with an empty line between two.
func markdownPacks(w io.Writer, packs iter.Seq[*pack.Pack], _ Options) error {
	between := ""
	for p := range packs {
		if _, err := io.WriteString(w, between+p.Markdown()); err != nil {
			return err
		}
		between = "\n"
	}
	return nil
}
