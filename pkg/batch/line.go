// Package batch makes the line that stands for one document where there are many: small enough to keep, to sort and to
// add up, and the same bytes wherever it is made. It judges nothing itself and touches no file: values go in, values
// come out.
package batch

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// Format names the shape of a line; it changes when a reader of lines would have to.
const Format = "partner-batch/1"

// Line is what came of one document, as one line of JSON: how it stands, or what is wrong with it. Whatever a line holds
// of how a document stands, the result of the same document holds too, with the same values; a line alone has what
// it was made by and from.
type Line struct {
	Made
	*Standing         // nil where the document has errors
	Errors    []Wrong `json:"errors,omitempty"` // what is wrong with the document; then there is nothing else of it
}

// Made is what a line was made by and from. Where all of it is the same, so is the line.
type Made struct {
	Format    string    `json:"format"`    // always partner-batch/1
	Path      string    `json:"path"`      // of the document from the top of the git repository, or else from the working folder, with / between names
	Program   string    `json:"program"`   // the version of the program
	Catalogue Catalogue `json:"catalogue"` // the catalogue that was applied
	Flags     []string  `json:"flags"`     // the flags of the run that change what a line says, as --stage=start; mostly none
	Files     []File    `json:"files"`     // every file that was read for it, the document first
}

// StageFlag is how the flag begins that says at which stage a document was judged.
const StageFlag = "--stage="

// AsOfFlag is how the flag begins that says as at which day documents were judged.
const AsOfFlag = "--as-of="

// MadeBy gives what every line of a run is made by: the program, the catalogue, the stage that was asked for or the
// unknown one, and the day as at which documents are judged where one was asked for.
func MadeBy(program string, cat *catalogue.Catalogue, stage result.Stage, asOf *proposal.Day) Made {
	m := Made{Format: Format, Program: program, Catalogue: CatalogueOf(cat), Flags: []string{}}
	if asOf != nil {
		m.Flags = append(m.Flags, AsOfFlag+asOf.String())
	}
	if stage != result.UnknownStage {
		m.Flags = append(m.Flags, StageFlag+stage.Asked())
	}
	return m
}

// Catalogue identifies a catalogue.
type Catalogue struct {
	Version string `json:"version"`
	Hash    string `json:"hash"`
	Name    string `json:"name,omitempty"` // of what is laid over the built-in one; absent where that alone was applied
}

// CatalogueOf identifies a catalogue.
func CatalogueOf(cat *catalogue.Catalogue) Catalogue {
	c := Catalogue{Version: cat.Version, Hash: cat.Hash}
	if cat.Overlay != nil {
		c.Name = cat.Overlay.Name
	}
	return c
}

// File is a file that was read, or that could not be.
type File struct {
	Path string `json:"path"`
	Hash string `json:"hash"` // SHA-256 of its bytes, in hexadecimal; empty where it could not be read
}

// Wrong is one error of a document.
type Wrong struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"` // from 1; absent where the error is of the file as a whole
	Column   int    `json:"column,omitempty"`
	Found    string `json:"found"`
	Expected string `json:"expected,omitempty"`
	Do       string `json:"do,omitempty"`
}

// Standing is how a document stands.
type Standing struct {
	Title         string          `json:"title"`
	AsOf          string          `json:"as_of"`                  // the day on which the document is true, in words, or empty
	AsOfStated    string          `json:"as_of_stated,omitempty"` // what the document states, in words, where another day was asked for
	Organisations [2]Organisation `json:"organisations"`
	Types         []string        `json:"types"` // the possible types, by id: one where nature and scale are settled
	Forms         []string        `json:"forms"` // the possible forms, by id; empty where nothing tells the form
	Stage         Stage           `json:"stage"`
	Overlay       *Overlay        `json:"overlay,omitempty"` // what is laid over the built-in catalogue; absent where that alone was applied
	Overall       Range           `json:"overall"`           // the rating of the whole, as claimed
	Documented    Range           `json:"documented"`        // the same on documents alone
	Certain       *Certain        `json:"certain,omitempty"` // what of the rating of the whole no answer can change; absent where nothing is
	Verdict       Verdict         `json:"verdict"`
	Questions     []Question      `json:"questions"` // the six, in order
	Criteria      string          `json:"criteria"`  // a letter for each criterion of the catalogue, in its order: M met, L at least partly met, P partly met, H at most partly met, N not met, U unknown, D disputed, X set aside, R a remark, - not asked here; a small letter where it is not due at this stage
	Counts        Counts          `json:"counts"`    // of the criteria that count towards the rating of the whole
	OpenGates     []string        `json:"open_gates"`
	Overdue       []string        `json:"overdue,omitempty"` // the conditions that are open though their day has passed, by id
	Findings      []Findings      `json:"findings"`          // by kind; a kind without any is left out
	Leads         []Lead          `json:"leads"`
	Evidence      []Piece         `json:"evidence"`
	DoFirst       []Action        `json:"do_first"`
	FindOutFirst  []Ask           `json:"find_out_first"`
}

// Organisation is one of the two.
type Organisation struct {
	ID       string            `json:"id"` // local to the document
	Name     string            `json:"name"`
	Role     string            `json:"role,omitempty"`
	Kind     string            `json:"kind,omitempty"`
	File     string            `json:"file,omitempty"`     // its own file, which other documents may share; absent where it is described in the document
	Capacity map[string]string `json:"capacity,omitempty"` // what the document says of its capacity, by key, as written; of what the two state apart both, each with its organisation
}

// Stage is at which stage the document is judged.
type Stage struct {
	Is    result.Stage `json:"is"`              // to decide, to start, running; unknown where everything counts that may
	Dated result.Stage `json:"dated"`           // the stage that the dates show
	Asked result.Stage `json:"asked,omitempty"` // the stage that was asked for; absent where none was
	Early bool         `json:"early,omitempty"` // the stage asked for is earlier than the dates have it, or may have it
}

// Range is a rating.
type Range struct {
	Low      rating.Grade `json:"low"`
	SoFar    rating.Grade `json:"so_far,omitempty"` // absent where too little is known
	High     rating.Grade `json:"high"`
	NotRated bool         `json:"not_rated,omitempty"` // all that would count has been set aside
}

// Certain is an end of the rating of the whole that is certain.
type Certain struct {
	End   result.End   `json:"end"`
	Bound rating.Grade `json:"bound"`
}

// Verdict is the verdict at both ends and so far.
type Verdict struct {
	Low   rating.Verdict `json:"low"`
	SoFar rating.Verdict `json:"so_far,omitempty"` // absent where too little is known
	High  rating.Verdict `json:"high"`
}

// Question is the rating of one of the six questions.
type Question struct {
	ID string `json:"id"`
	Range
}

// Counts are how many criteria stand how.
type Counts struct {
	Met           int `json:"met"`
	AtLeastPartly int `json:"at_least_partly"`
	Partly        int `json:"partly"`
	AtMostPartly  int `json:"at_most_partly"`
	NotMet        int `json:"not_met"`
	Unknown       int `json:"unknown"`
}

// Findings are the keys of the findings of one kind: what each finds, and at which path of the document. They stay the
// same when lines move or wording changes.
type Findings struct {
	Kind result.FindingKind `json:"kind"`
	Keys []string           `json:"keys"`
	No   []string           `json:"no,omitempty"` // of what nothing asks for, those that are a no: they are no notes
}

// Lead is one of those on whose collaboration it rests, as written.
type Lead struct {
	Post         string `json:"post,omitempty"`
	Organisation string `json:"organisation,omitempty"` // its id in the document
	Kind         string `json:"kind,omitempty"`
	EnoughTime   string `json:"enough_time,omitempty"`
}

// Piece is a piece of evidence, with what tells it from others in another document: its id is local to this one.
type Piece struct {
	ID    string                `json:"id"`
	Kind  proposal.EvidenceKind `json:"kind,omitempty"`
	Title string                `json:"title,omitempty"`
	Date  string                `json:"date,omitempty"` // in words
	Link  string                `json:"link,omitempty"`
}

// Action is something to do first.
type Action struct {
	Criterion string           `json:"criterion"`
	Do        string           `json:"do"`
	Who       string           `json:"who"`
	Effort    catalogue.Effort `json:"effort"`
}

// Ask is something to find out first.
type Ask struct {
	Criterion string `json:"criterion"` // by id; empty where it is about the dates
	Asks      string `json:"asks"`
	Of        string `json:"of"`
}

// MadeAlike reports whether a line was made by the same program, catalogue and flags as others are, of the same document.
func (m *Made) MadeAlike(other Made) bool {
	return m.Format == other.Format && m.Path == other.Path && m.Program == other.Program && m.Catalogue == other.Catalogue && slices.Equal(m.Flags, other.Flags)
}

// Wrong gives the errors of a line.
func (l *Line) Wrong() source.Diagnostics { return diagnostics(l.Errors) }

func diagnostics(errors []Wrong) source.Diagnostics {
	var all source.Diagnostics
	for _, w := range errors {
		all = append(all, source.Diagnostic{Position: source.Position{File: w.File, Line: w.Line, Column: w.Column}, Found: w.Found, Expected: w.Expected, Do: w.Do})
	}
	return all
}
