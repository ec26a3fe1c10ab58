package result

import "partner/pkg/source"

// Statement is what the document says at one place, and what became of it. One without a use is among the findings:
// nothing asks for it here.
type Statement struct {
	Path  string          `json:"path"`
	Value string          `json:"value"`
	Place source.Position `json:"place"`
	Uses  []Use           `json:"uses"`
}

// Use is one thing that became of a statement.
type Use struct {
	As UseKind `json:"as"` // decided, supported, past, told
	In string  `json:"in"` // the id of a criterion, an element of governance or a question; nature, scale, form, stage; or the part of the report that tells it: front, conditions, departures, evidence
}

// Told is what of the document is told whole, entry by entry, under a question.
type Told struct {
	Path     string  `json:"path"`
	Title    string  `json:"title"`
	Question string  `json:"question"` // by id
	Entries  []Entry `json:"entries"`
}

// Entry is one entry of the document: a board, a lead, one of the two organisations.
type Entry struct {
	Path  string          `json:"path"`
	Says  []Said          `json:"says"` // in the order of the document's model; empty where a list says that there is none
	Place source.Position `json:"place"`
}

// Said is one thing that an entry says.
type Said struct {
	Label   string `json:"label"`
	Value   string `json:"value"`
	Because string `json:"because,omitempty"` // the document's reason, where it gives one
}
