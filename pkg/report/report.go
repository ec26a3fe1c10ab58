// Package report prints what came of proposals: reports on them, and pages such as comparisons. Each format
// has a file of its own and a line in the table of formats; none of them works anything out that it is not
// given, and none knows of a terminal.
package report

import (
	"io"
	"iter"

	"partner/pkg/catalogue"
	"partner/pkg/pack"
	"partner/pkg/report/csv"
	"partner/pkg/report/docx"
	"partner/pkg/report/github"
	"partner/pkg/report/gitlab"
	"partner/pkg/report/junit"
	"partner/pkg/report/markdown"
	"partner/pkg/report/outline"
	"partner/pkg/report/sarif"
	"partner/pkg/report/text"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/trend"
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

// Options are how a format is to print, and what of it. Formats for programs heed none of the first five.
type Options struct {
	Width  int      // of the page in cells, brought between MinWidth and MaxWidth
	Colour bool     // with the sixteen colours of a terminal; every colour only adds to a word
	ASCII  bool     // no marks or lines of our own beyond ASCII; letters of the document stay as they are
	Fits   bool     // no line is longer, not even one that other programs read too and that otherwise stays whole
	Brief  bool     // stop after the first screen
	Full   bool     // the whole report, and not what a board reads of it
	Only   []string // the sections of the whole report that are asked for, by name; nil asks for no choice

	// Of papers.
	Paper docx.Options                               // the house template, and what the front sheet says
	PDF   func(paper []byte) (pdf []byte, err error) // prints a Word paper; nil where nothing does

	// Of formats for other programs.
	Catalogue *catalogue.Catalogue      // documents what finds
	Named     func(label string) string // names a file from what messages call it; nil keeps that
}

// Print prints a stream of values of one kind. It prints as it goes, so that the first report need not wait
// for the last document; what stands behind the stream may be read while it prints.
type Print[T any] func(io.Writer, iter.Seq[T], Options) error

// Format is a way to print. What it has no way to print is nil, and the commands that print that do not have it.
type Format struct {
	Name    string
	Doc     string              // what it is for, in a phrase
	Parts   bool                // it prints the sections of a report that are asked for
	Tells   bool                // it tells in a report, too, what is wrong with documents that have none
	Binary  bool                // it is not for a terminal
	Single  bool                // a file of it holds the report on one document
	Paper   bool                // it is a paper, with a front sheet and perhaps in a house template
	Reports Print[Outcome]      // on each document
	Checks  Print[Check]        // of each document
	Pages   Print[Page]         // besides reports
	Packs   Print[*pack.Pack]   // of questions
	Lines   Print[Line]         // of many documents
	Added   Print[Added]        // what lines of many documents come to
	Trends  Print[*trend.Trend] // of one document over time
	Folder  *Folder             // of a report on each of many documents
}

// Formats are all formats, in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{Name: "text", Doc: "to read, on a terminal or on paper", Parts: true, Reports: textReports, Checks: textChecks, Pages: textPages, Packs: textPacks, Added: portfolios(textPortfolio), Trends: textTrends},
		{Name: "markdown", Doc: "to mail, or to paste into a ticket, a pull request or a wiki", Parts: true, Tells: true, Reports: markdownReports, Checks: findingsChecks(markdown.Write), Pages: markdownPages, Packs: markdownPacks, Lines: findingsLines(markdown.Write), Added: portfolios(markdownPortfolio), Trends: markdownTrends},
		{Name: "html", Doc: "a page that stands by itself, for a board to read or to print", Parts: true, Tells: true, Reports: htmlReports, Checks: htmlChecks, Pages: htmlPages, Added: portfolios(htmlPortfolio), Trends: htmlTrends, Folder: htmlFolder},
		{Name: "yaml", Doc: "to fill in and send back", Packs: yamlPacks},
		{Name: "json", Doc: "for programs", Parts: true, Reports: jsonReports, Checks: jsonChecks, Pages: jsonPages, Packs: jsonPacks, Added: portfolios(jsonPortfolio), Trends: jsonTrends},
		{Name: "ndjson", Doc: "for programs, an object a line", Parts: true, Tells: true, Reports: ndjsonReports, Checks: ndjsonChecks, Lines: ndjsonLines},
		{Name: "csv", Doc: "for spreadsheets, a row for each criterion and finding, or for each of many documents", Tells: true, Reports: findingsReports(csv.Write), Checks: findingsChecks(csv.Write), Lines: findingsLines(csv.Write), Added: csvPortfolio, Trends: csvTrends},
		{Name: "xlsx", Doc: "a workbook to filter and to print", Binary: true, Single: true, Reports: xlsxReports, Packs: xlsxPacks, Added: portfolios(xlsxPortfolio)},
		{Name: "docx", Doc: "a Word paper to circulate to a board", Binary: true, Single: true, Paper: true, Reports: docxReports, Packs: docxPacks},
		{Name: "pdf", Doc: "the same paper as a PDF, printed by the LibreOffice on the machine", Binary: true, Single: true, Paper: true, Reports: pdfReports},
		{Name: "sarif", Doc: "for code scanning", Tells: true, Reports: findingsReports(sarif.Write), Checks: findingsChecks(sarif.Write), Lines: findingsLines(sarif.Write)},
		{Name: "junit", Doc: "for build servers", Tells: true, Reports: findingsReports(junit.Write), Checks: findingsChecks(junit.Write), Lines: findingsLines(junit.Write)},
		{Name: "github", Doc: "to annotate pull requests on GitHub", Tells: true, Reports: findingsReports(github.Write), Checks: findingsChecks(github.Write), Lines: findingsLines(github.Write)},
		{Name: "gitlab", Doc: "for code quality on GitLab", Tells: true, Reports: findingsReports(gitlab.Write), Checks: findingsChecks(gitlab.Write), Lines: findingsLines(gitlab.Write)},
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

// Lines is the name of the format for the lines of many documents.
const Lines = "ndjson"

// LineNames are the names of the formats that print many documents, the one for their lines first.
func LineNames() []string {
	return append([]string{Lines}, names(func(f Format) bool { return f.Lines != nil && f.Name != Lines })...)
}

// PortfolioNames are the names of the formats that print what many documents come to, in their order.
func PortfolioNames() []string { return names(func(f Format) bool { return f.Added != nil }) }

// TrendNames are the names of the formats that print how a proposal stood over time, in their order.
func TrendNames() []string { return names(func(f Format) bool { return f.Trends != nil }) }

// FolderNames are the names of the formats that print many documents as a folder, in their order.
func FolderNames() []string { return names(func(f Format) bool { return f.Folder != nil }) }

func names(has func(Format) bool) []string {
	var names []string
	for _, f := range Formats() {
		if has(f) {
			names = append(names, f.Name)
		}
	}
	return names
}
