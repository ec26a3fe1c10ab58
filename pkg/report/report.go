// Package report prints what came of proposals: reports on them, and pages such as comparisons. Each format
// has a file of its own and a line in the table of formats; none of them works anything out that it is not
// given, and none knows of a terminal.
package report

import (
	"io"
	"iter"

	"partner/pkg/pack"
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

// Check is what came of reading a document that is not to be rated.
type Check struct {
	Name     string             // what messages call the document
	Wrong    source.Diagnostics // its errors; where it has any, it has no findings
	Findings []result.Finding   // what does not fit together in it
}

// Page is a value that is shown besides reports, such as a comparison.
type Page struct {
	Value   any                    // a pointer, for programs
	Outline func() outline.Outline // for people; nil where the value is for programs alone
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
	Fits   bool     // no line is longer, not even one that other programs read too and that otherwise stays whole
	Brief  bool     // stop after the first screen
	Full   bool     // the whole report, and not what a board reads of it
	Only   []string // the sections of the whole report that are asked for, by name; nil asks for no choice
}

// Print prints a stream of values of one kind. It prints as it goes, so that the first report need not wait
// for the last document; what stands behind the stream may be read while it prints.
type Print[T any] func(io.Writer, iter.Seq[T], Options) error

// Format is a way to print. What it has no way to print is nil, and the commands that print that do not have it.
type Format struct {
	Name    string
	Doc     string            // what it is for, in a phrase
	Reports Print[Outcome]    // on each document
	Checks  Print[Check]      // of each document
	Pages   Print[Page]       // besides reports
	Packs   Print[*pack.Pack] // of questions
	Lines   Print[Line]       // of many documents
}

// Formats are all formats, in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{"text", "to read, on a terminal or on paper", textReports, textChecks, textPages, textPacks, nil},
		{"markdown", "to mail or to print", nil, nil, nil, markdownPacks, nil},
		{"yaml", "to fill in and send back", nil, nil, nil, yamlPacks, nil},
		{"json", "for programs", jsonReports, jsonChecks, jsonPages, jsonPacks, nil},
		{"ndjson", "for programs, a line for each document", nil, nil, nil, nil, ndjsonLines},
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

// ReportNames are the names of the formats that print reports, in their order.
func ReportNames() []string { return names(func(f Format) bool { return f.Reports != nil }) }

// CheckNames are the names of the formats that print checks, in their order.
func CheckNames() []string { return names(func(f Format) bool { return f.Checks != nil }) }

// PageNames are the names of the formats that print pages besides reports, in their order.
func PageNames() []string { return names(func(f Format) bool { return f.Pages != nil }) }

// PackNames are the names of the formats that print packs of questions, in their order.
func PackNames() []string { return names(func(f Format) bool { return f.Packs != nil }) }

// LineNames are the names of the formats that print many documents, the one for their lines first.
func LineNames() []string { return names(func(f Format) bool { return f.Lines != nil }) }

func names(has func(Format) bool) []string {
	var names []string
	for _, f := range Formats() {
		if has(f) {
			names = append(names, f.Name)
		}
	}
	return names
}
