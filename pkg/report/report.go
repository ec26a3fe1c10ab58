// Package report prints a result. Each format has a file of its own and a line in the table of formats;
// none of them works anything out that the result does not hold, and none knows of a terminal.
package report

import (
	"io"

	"partner/pkg/result"
)

// The narrowest and the widest page of text.
const (
	MinWidth = 80
	MaxWidth = 160
)

// Options are how a format is to print. Formats for machines heed none of them.
type Options struct {
	Width  int  // of the page in cells, brought between MinWidth and MaxWidth
	Colour bool // with the sixteen colours of a terminal; every colour only adds to a word
	ASCII  bool // no marks or lines of our own beyond ASCII; letters of the document stay as they are
	Brief  bool // stop after the first screen
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
		{"json", "the whole result, for programs", writeJSON},
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
