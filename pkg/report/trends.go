package report

import (
	"io"
	"iter"

	"partner/pkg/report/csv"
	"partner/pkg/report/html"
	"partner/pkg/report/json"
	"partner/pkg/report/outline"
	"partner/pkg/trend"
)

// textTrends prints how proposals stood over time as pages, with an empty line between two.
func textTrends(w io.Writer, trends iter.Seq[*trend.Trend], o Options) error {
	of := outline.Trend
	if o.Full {
		of = outline.FullTrend
	}
	return drawn(w, o, func(yield func(outline.Outline) bool) {
		for t := range trends {
			if !yield(of(t)) {
				return
			}
		}
	})
}

// htmlTrends prints them as one page, with pictures of how they were rated.
func htmlTrends(w io.Writer, trends iter.Seq[*trend.Trend], o Options) error {
	return html.Write(w, func(yield func(outline.Outline) bool) {
		for t := range trends {
			if !yield(outline.TrendPage(t, o.Full)) {
				return
			}
		}
	})
}

// jsonTrends prints each as a JSON document, one after another.
func jsonTrends(w io.Writer, trends iter.Seq[*trend.Trend], _ Options) error {
	for t := range trends {
		if err := json.Write(w, t); err != nil {
			return err
		}
	}
	return nil
}

// csvTrends prints each as a table, a row for each state.
func csvTrends(w io.Writer, trends iter.Seq[*trend.Trend], _ Options) error {
	for t := range trends {
		if err := csv.Trend(w, t); err != nil {
			return err
		}
	}
	return nil
}
