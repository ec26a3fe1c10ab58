package report

import (
	"io"
	"iter"

	"partner/pkg/pack"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/result"
)

// textReports prints a report on each document that has a result, with an empty line between two.
func textReports(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
	of := outline.Report
	switch {
	case o.Brief:
		of = outline.Brief
	case o.Full:
		of = outline.Full
	case len(o.Only) > 0:
		of = func(r *result.Result) outline.Outline { return outline.Only(r, o.Only...) }
	}
	return drawn(w, o, func(yield func(outline.Outline) bool) {
		for x := range outcomes {
			if x.Result != nil && !yield(of(x.Result)) {
				return
			}
		}
	})
}

// textPages prints pages with an empty line between two.
func textPages(w io.Writer, pages iter.Seq[Page], o Options) error {
	return drawn(w, o, func(yield func(outline.Outline) bool) {
		for p := range pages {
			if !yield(p.Outline()) {
				return
			}
		}
	})
}

// textPacks prints packs of questions with an empty line between two.
func textPacks(w io.Writer, packs iter.Seq[*pack.Pack], o Options) error {
	return drawn(w, o, func(yield func(outline.Outline) bool) {
		for p := range packs {
			if !yield(outline.Pack(p)) {
				return
			}
		}
	})
}

// textChecks prints a line for each error and each finding, which begins with its place, as compilers do.
func textChecks(w io.Writer, checks iter.Seq[Check], o Options) error {
	for c := range checks {
		if err := text.Write(w, outline.Check(c.Wrong, c.Findings), o.text()); err != nil {
			return err
		}
	}
	return nil
}

func drawn(w io.Writer, o Options, pages iter.Seq[outline.Outline]) error {
	between := ""
	for page := range pages {
		if _, err := io.WriteString(w, between); err != nil {
			return err
		}
		if err := text.Write(w, page, o.text()); err != nil {
			return err
		}
		between = "\n"
	}
	return nil
}

// text gives the options of text.
func (o Options) text() text.Options {
	return text.Options{Width: o.Width, Colour: o.Colour, ASCII: o.ASCII, Fits: o.Fits}
}
