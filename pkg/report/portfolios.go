package report

import (
	"io"
	"iter"
	"slices"

	"partner/pkg/batch"
	"partner/pkg/portfolio"
	"partner/pkg/report/csv"
	"partner/pkg/report/html"
	"partner/pkg/report/json"
	"partner/pkg/report/markdown"
	"partner/pkg/report/outline"
	"partner/pkg/report/xlsx"
)

// Added is a line that a portfolio is made of, or, in the end, what all of them come to.
type Added struct {
	Line  *batch.Line
	Whole *portfolio.Portfolio
}

// portfolios prints what lines come to, and passes over the lines themselves.
func portfolios(print func(io.Writer, *portfolio.Portfolio, Options) error) Print[Added] {
	return func(w io.Writer, all iter.Seq[Added], o Options) error {
		for x := range all {
			if x.Whole != nil {
				if err := print(w, x.Whole, o); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// textPortfolio prints a portfolio as a page.
func textPortfolio(w io.Writer, p *portfolio.Portfolio, o Options) error {
	return drawn(w, o, func(yield func(outline.Outline) bool) { yield(outline.Portfolio(p)) })
}

// htmlPortfolio prints the same page as HTML.
func htmlPortfolio(w io.Writer, p *portfolio.Portfolio, _ Options) error {
	return html.Write(w, slices.Values([]outline.Outline{outline.Portfolio(p)}))
}

// markdownPortfolio prints the same page as Markdown.
func markdownPortfolio(w io.Writer, p *portfolio.Portfolio, _ Options) error {
	return markdown.Page(w, outline.Portfolio(p))
}

// jsonPortfolio prints a portfolio as a JSON document.
func jsonPortfolio(w io.Writer, p *portfolio.Portfolio, _ Options) error { return json.Write(w, p) }

// xlsxPortfolio prints a portfolio as a workbook.
func xlsxPortfolio(w io.Writer, p *portfolio.Portfolio, o Options) error {
	return xlsx.Portfolio(w, p, o.Catalogue)
}

// csvPortfolio prints the lines themselves, a row for each.
func csvPortfolio(w io.Writer, all iter.Seq[Added], o Options) error {
	var questions []string
	for i := range o.Catalogue.Questions {
		questions = append(questions, o.Catalogue.Questions[i].ID)
	}
	return csv.Proposals(w, func(yield func(*batch.Line) bool) {
		for x := range all {
			if x.Line != nil && !yield(x.Line) {
				return
			}
		}
	}, questions)
}
