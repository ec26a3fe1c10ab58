package report

import (
	"io"
	"iter"
	"slices"

	"partner/pkg/report/html"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// htmlReports prints a paper on each document, or what is wrong with it, on one page.
func htmlReports(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
	of := outline.OnePage
	switch {
	case o.Brief:
		of = outline.Front
	case len(o.Only) > 0:
		of = func(r *result.Result) outline.Outline { return outline.Only(r, o.Only...) }
	}
	return html.Write(w, func(yield func(outline.Outline) bool) {
		for x := range outcomes {
			page := outline.Check(x.Diagnostics, nil).Called("What is wrong with " + x.Name)
			if x.Result != nil {
				page = of(x.Result)
			}
			if !yield(page) {
				return
			}
		}
	})
}

// htmlPages prints pages below each other.
func htmlPages(w io.Writer, pages iter.Seq[Page], _ Options) error {
	return html.Write(w, func(yield func(outline.Outline) bool) {
		for p := range pages {
			if !yield(p.Outline()) {
				return
			}
		}
	})
}

// htmlChecks prints what is wrong with each document, or was found in it.
func htmlChecks(w io.Writer, checks iter.Seq[Check], _ Options) error {
	return html.Write(w, func(yield func(outline.Outline) bool) {
		for c := range checks {
			title := "What was found in " + c.Name
			if len(c.Wrong) > 0 {
				title = "What is wrong with " + c.Name
			}
			page := outline.Check(c.Wrong, c.Findings).Called(title)
			if len(page.Lead) == 0 {
				page.Lead = []outline.Block{outline.Paragraph{Text: wording.Text{{Text: "Nothing: it can be read, and goes together."}}}}
			}
			if !yield(page) {
				return
			}
		}
	})
}

// htmlFolder is a folder of such pages. What began as one of them may be written over.
var htmlFolder = &Folder{
	Ends: ".html", Owns: html.Begins,
	Index: func(w io.Writer, o outline.Outline) error { return html.Write(w, slices.Values([]outline.Outline{o})) },
}
