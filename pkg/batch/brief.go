package batch

import (
	"errors"

	quick "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"partner/pkg/source"
)

// Brief is what a run that goes on after another needs of a line that it takes over: what that was made by and from, and what
// it is counted as.
type Brief struct {
	Made
	Overall *Range  // nil where the document has errors
	Errors  []Wrong // what is wrong with the document
}

// brief has the keys of a line, all of them, with values for those of a Brief.
type brief struct {
	Made
	Title         *passed `json:"title"`
	AsOf          passed  `json:"as_of"`
	AsOfStated    passed  `json:"as_of_stated"`
	Organisations passed  `json:"organisations"`
	Types         passed  `json:"types"`
	Forms         passed  `json:"forms"`
	Stage         passed  `json:"stage"`
	Overlay       passed  `json:"overlay"`
	Overall       *Range  `json:"overall"`
	Documented    passed  `json:"documented"`
	Certain       passed  `json:"certain"`
	Verdict       passed  `json:"verdict"`
	Questions     passed  `json:"questions"`
	Criteria      passed  `json:"criteria"`
	Counts        passed  `json:"counts"`
	OpenGates     passed  `json:"open_gates"`
	Overdue       passed  `json:"overdue"`
	Findings      passed  `json:"findings"`
	Leads         passed  `json:"leads"`
	Evidence      passed  `json:"evidence"`
	DoFirst       passed  `json:"do_first"`
	FindOutFirst  passed  `json:"find_out_first"`
	Errors        []Wrong `json:"errors"`
}

// passed is a value that is passed over.
type passed struct{}

// UnmarshalJSONFrom reads the value as a whole: to skip it would be to look at each part of it by itself.
func (*passed) UnmarshalJSONFrom(d *jsontext.Decoder) error {
	_, err := d.ReadValue()
	return err
}

// DecodeBrief reads a line as Decode does, in a third of the time. Of what it passes over it sees that it is JSON and under
// which key it stands, and no more.
func DecodeBrief(text []byte) (Brief, error) {
	var b brief
	err := quick.Unmarshal(text, &b, quick.RejectUnknownMembers(true), jsontext.AllowDuplicateNames(true))
	if err == nil && (b.Format != Format || b.Path == "" || (b.Title == nil) == (len(b.Errors) == 0) || (b.Title == nil) != (b.Overall == nil)) {
		err = errors.New("another line than one that this program wrote")
	}
	if err == nil {
		return Brief{b.Made, b.Overall, b.Errors}, nil
	}
	l, err := Decode(text) // says what is wrong with it, or what it is all the same
	return l.Brief(), err
}

// Brief gives the same of a line that is read already.
func (l *Line) Brief() Brief {
	b := Brief{Made: l.Made, Errors: l.Errors}
	if l.Standing != nil {
		b.Overall = &l.Overall
	}
	return b
}

// Wrong gives the errors of a line.
func (b *Brief) Wrong() source.Diagnostics { return diagnostics(b.Errors) }
