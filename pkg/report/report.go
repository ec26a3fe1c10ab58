// Package report prints what came of proposals: reports on them, and pages such as comparisons. Each format
// has a file of its own and a line in the table of formats; none of them works anything out that it is not
// given, and none knows of a terminal.
package report

import (
	"io"
	"iter"

	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/result"
	"partner/pkg/source"
)

// The narrowest and the widest page of text.
const (
	MinWidth = text.MinWidth
	MaxWidth = text.MaxWidth
)

// Outcome is what came of one document: a result, or what is wrong with it.
type Outcome struct {
	Name        string             // what messages call the document
	Result      *result.Result     // nil where there is none
	Diagnostics source.Diagnostics // why there is none
}

// Page is a value that is shown besides reports, such as a comparison.
type Page struct {
	Value   any                    // a pointer, for programs
	Outline func() outline.Outline // for people
}

// Sections are the names of the sections of a report, in their order.
func Sections() []string { return outline.Names() }

// PageOf is the page of a value.
func PageOf[T any](v *T, of func(*T) outline.Outline) Page {
	return Page{v, func() outline.Outline { return of(v) }}
}

// Options are how a format is to print, and what of it. Formats for machines heed none of them but Only.
type Options struct {
	Width  int      // of the page in cells, brought between MinWidth and MaxWidth
	Colour bool     // with the sixteen colours of a terminal; every colour only adds to a word
	ASCII  bool     // no marks or lines of our own beyond ASCII; letters of the document stay as they are
	Brief  bool     // stop after the first screen
	Full   bool     // the whole report, and not what a board reads of it
	Only   []string // the sections of the whole report that are asked for, by name; nil asks for no choice
}

// Format is a way to print. It is given a stream and prints as it goes, so that the first report need not
// wait for the last document; what stands behind the stream may be read while it prints.
type Format struct {
	Name    string
	Doc     string                                            // what it is for, in a phrase
	Reports func(io.Writer, iter.Seq[Outcome], Options) error // on each document
	Pages   func(io.Writer, iter.Seq[Page], Options) error    // nil where the format is for reports alone
}

// Formats are all formats, in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{"text", "a report to read, on a terminal or on paper", textReports, textPages},
		{"json", "the whole result, for programs", jsonReports, jsonPages},
	}
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

// PageNames are the names of the formats that print pages besides reports, in their order.
func PageNames() []string {
	var names []string
	for _, f := range Formats() {
		if f.Pages != nil {
			names = append(names, f.Name)
		}
	}
	return names
}
