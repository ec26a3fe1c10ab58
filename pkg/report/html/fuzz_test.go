package html_test

import (
	"testing"

	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/testdata/trial"
)

// FuzzWrite puts any text and any name of a file into a report, and reads it as a browser does: nothing gets out of its
// place.
func FuzzWrite(f *testing.F) {
	trial.AnyTexts(f)
	f.Fuzz(func(t *testing.T, file, text string) {
		r := example.Boarded()
		r.File, r.Title, r.About, r.AsOf = file, text, text, text
		r.Organisations[0].Name, r.Organisations[1].Role = text, text
		r.Front = example.Front()
		r.Front.Title = text
		for i := range r.Front.Blocks {
			b := &r.Front.Blocks[i]
			for n := range b.Lines {
				b.Lines[n].Text = []result.FrontPart{{Text: text}}
				b.Lines[n].Who, b.Lines[n].Label, b.Lines[n].Closes, b.Lines[n].Places = text, text, text, []result.FrontPlace{{File: file, From: 1}}
			}
		}
		for i := range r.Criteria {
			r.Criteria[i].Says, r.Criteria[i].Title, r.Criteria[i].Why = text, text, text
			r.Criteria[i].Place = source.Position{File: file, Line: 1, Column: 1}
		}
		for i := range r.Evidence.Pieces {
			r.Evidence.Pieces[i].Link, r.Evidence.Pieces[i].Title, r.Evidence.Pieces[i].Dated = text, text, text
		}
		written(t, outline.OnePage(r), outline.Check(source.Diagnostics{{Position: source.Position{File: file, Line: 3, Column: 1}, Found: text, Do: text}}, r.Findings).Called(file))
	})
}
