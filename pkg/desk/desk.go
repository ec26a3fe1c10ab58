// Package desk is what lies open in the page: files in memory, of which one proposal is looked at, together with the
// files of its organisations and what they filled in apart. The page that runs in a browser shows it; nothing here knows
// of browsers.
package desk

import (
	"bytes"
	"strings"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/internal/release"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/report/html"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Version is that of the program that looks.
func Version() string { return release.Version() }

// File is a file that is open.
type File struct {
	Path string // with / between names; a name alone is that of a file whose folder nobody knows
	Text []byte // as it would be saved
	Role Role
	View string // of what an organisation filled in apart, its id; "" where nobody said which
}

// Desk is files that are open together, each under a path of its own.
type Desk struct{ Files []File }

// Sight is what there is to see of one of the files.
type Sight struct {
	Result        *result.Result // nil where something is wrong with the document
	Page          outline.Outline
	Problems      []Problem
	Made          []int    // the files, besides that which is looked at, that it is made of
	Organisations []string // ids of those that may have filled in a view of it
}

// Problem is an error of a document, or a finding, with its place in the text of a file as an editor counts: in lines
// that end at line feeds, and in UTF-16.
type Problem struct {
	File     int // -1 where it is of none of those that are open
	Line     int // from 1; 0 is the file as a whole
	From, To int // columns, from 0
	Kind     Kind
	Text     string
}

// Kind is how grave a problem is.
type Kind string

// The kinds of problems.
const (
	Wrong   Kind = "error"   // the document cannot be assessed
	Finding Kind = "warning" // something does not go together
	Note    Kind = "info"    // nothing has to be done about it
)

// Part is how much of a report is asked for.
type Part string

// The parts of a report.
const (
	Front Part = "front" // the first screen, which takes a fraction of the time
	Whole Part = "whole"
)

// Look reads, judges and draws one of the files as a proposal, with all views laid over it that may be.
func (d Desk) Look(at int, part Part, cat *catalogue.Catalogue) Sight {
	f := d.Files[at]
	around := &around{files: d.Files, at: at, called: map[string]int{label(f.Path): at}}
	from := proposal.Plainly(label(f.Path), f.Text, around)
	around.folder, around.before = folderOf(f.Path), from.Folder
	s := Sight{}
	doc, wrong := document.Read(from, cat)
	for _, o := range doc.Organisations {
		if o != nil && o.Key != "" {
			s.Organisations = append(s.Organisations, o.Key)
		}
	}
	if len(wrong) == 0 {
		doc, wrong = d.laidOver(doc, around, cat)
	}
	if len(wrong) > 0 {
		s.Page = outline.Check(wrong, nil).Called("What is wrong with " + from.Label)
		for _, w := range wrong {
			s.Problems = append(s.Problems, d.problem(around.called, w.Position, Wrong, whole(w)))
		}
	} else {
		j := judge.At(doc, cat, result.UnknownStage)
		if part == Front {
			s.Result = assess.FirstScreen(j)
			s.Page = outline.Front(s.Result)
		} else {
			s.Result = assess.Result(j)
			s.Result.Options = assess.OptionsOf(j)
			s.Page = outline.OnePage(s.Result)
		}
		for i := range s.Result.Findings {
			f := &s.Result.Findings[i]
			kind := Finding
			if f.Note() {
				kind = Note
			}
			text := strings.Join(wording.Given(wording.Sentence(strings.TrimSuffix(f.Text, ".")), wording.Sentence(f.Do)), " ")
			s.Problems = append(s.Problems, d.problem(around.called, f.Place, kind, text))
		}
	}
	for i := range d.Files {
		if i != at && around.has(i) {
			s.Made = append(s.Made, i)
		}
	}
	return s
}

// laidOver lays the views over a proposal that are of one of its organisations.
func (d Desk) laidOver(doc *proposal.Proposal, around *around, cat *catalogue.Catalogue) (*proposal.Proposal, source.Diagnostics) {
	var views []proposal.View
	for i, f := range d.Files {
		if f.Role != View || f.View == "" || i == around.at || doc.CheckOrganisation(f.View) != nil {
			continue
		}
		around.called[label(f.Path)] = i
		views = append(views, proposal.View{Organisation: f.View, Label: label(f.Path), Data: f.Text})
	}
	if len(views) == 0 {
		return doc, nil
	}
	return document.Overlay(doc, views, cat)
}

// LookShared reads one of the files as that of an organisation alone, and finds nothing in it but what is wrong.
func (d Desk) LookShared(at int) []Problem {
	name := label(d.Files[at].Path)
	var all []Problem
	for _, w := range proposal.ReadOrganisation(name, d.Files[at].Text) {
		all = append(all, d.problem(map[string]int{name: at}, w.Position, Wrong, whole(w)))
	}
	return all
}

// label is what messages call a file. A path that a terminal would take for a command is none here, but it is said as
// the program says it.
func label(path string) string { return source.Printable(path) }

// whole says all of what is wrong but its place.
func whole(d source.Diagnostic) string {
	return wording.Sentence(strings.TrimPrefix(source.Printable(d.Error()), source.Printable(d.Position.String())+": "))
}

// Draw draws what is seen as the inside of a page.
func (s *Sight) Draw() (string, error) {
	var b bytes.Buffer
	err := html.Article(&b, &s.Page)
	return b.String(), err
}

// Print draws what is seen as a page that stands by itself.
func (s *Sight) Print() (string, error) {
	var b bytes.Buffer
	err := html.Write(&b, func(yield func(outline.Outline) bool) { yield(s.Page) })
	return b.String(), err
}

// Says says in a line how the proposal stands; "" where that is not known.
func (s *Sight) Says() string {
	if s.Result == nil {
		return ""
	}
	return strings.Join(wording.Given(wording.Sentence("The whole: "+s.Page.Sheet.Whole.String()), s.Page.Sheet.Verdict), " ")
}
