// Package report prints a result. Each format has a line in the table of formats; none of them works
// anything out that the result does not hold, and none knows of a terminal.
package report

import (
	"io"

	"partner/pkg/compare"
	"partner/pkg/report/json"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/result"
)

// The narrowest and the widest page of text.
const (
	MinWidth = text.MinWidth
	MaxWidth = text.MaxWidth
)

// Options are how a format is to print. Formats for machines heed none of them.
type Options struct {
	Width  int  // of the page in cells, brought between MinWidth and MaxWidth
	Colour bool // with the sixteen colours of a terminal; every colour only adds to a word
	ASCII  bool // no marks or lines of our own beyond ASCII; letters of the document stay as they are
	Brief  bool // stop after the first screen
}

func (o Options) text() text.Options {
	return text.Options{Width: o.Width, Colour: o.Colour, ASCII: o.ASCII}
}

// Format is a way to print a result.
type Format struct {
	Name  string
	Doc   string // what it is for, in a phrase
	Write func(io.Writer, *result.Result, Options) error
}

// Formats are all formats, in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{"text", "a report to read, on a terminal or on paper", writeText},
		{"json", "the whole result, for programs", func(w io.Writer, r *result.Result, _ Options) error { return json.Write(w, r) }},
	}
}

func writeText(w io.Writer, r *result.Result, o Options) error {
	page := outline.Report
	if o.Brief {
		page = outline.Brief
	}
	return text.Write(w, page(r), o.text())
}

// Find gives the format of that name.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Names are the names of the formats, in their order.
func Names() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// OptionsFormat is a way to print options.
type OptionsFormat struct {
	Name  string
	Doc   string // what it is for, in a phrase
	Write func(io.Writer, *result.Options, Options) error
}

// OptionsFormats are all formats of options, in the order in which help lists them.
func OptionsFormats() []OptionsFormat {
	return []OptionsFormat{
		{"text", "a table and a paragraph on each option", func(w io.Writer, r *result.Options, o Options) error {
			return text.Write(w, outline.Options(r), o.text())
		}},
		{"json", "all of it, for programs", func(w io.Writer, r *result.Options, _ Options) error { return json.Write(w, r) }},
	}
}

// WriteComparison prints a comparison: as text to read, or as JSON, which heeds no options.
func WriteComparison(w io.Writer, format string, c *compare.Comparison, o Options) error {
	if format == "json" {
		return json.Write(w, c)
	}
	return text.Write(w, outline.Comparison(c), o.text())
}

// WriteDifference prints what moved between two states of a proposal: as text to read, or as JSON, which
// heeds no options.
func WriteDifference(w io.Writer, format string, d *compare.Difference, o Options) error {
	if format == "json" {
		return json.Write(w, d)
	}
	return text.Write(w, outline.Difference(d), o.text())
}
