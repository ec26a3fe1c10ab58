package outline

import (
	"cmp"
	"fmt"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// Sheet is what stands on the front of a paper, beside the first screen.
type Sheet struct {
	Title   string       // of the proposal
	Between string       // the two organisations, with their roles
	AsOf    string       // the day as of which it is judged, in words, or empty
	Kind    string       // of partnership, in a phrase
	Purpose string       // for decision, for assurance
	Stage   string       // with what shows it, in a phrase
	Whole   wording.Text // the rating of the whole, with its mark
	Range   Range        // the same as a picture
	Known   string       // how much is known, in a phrase
	Certain string       // what of the rating is certain already, in a sentence, or empty
	Verdict string       // in a sentence
	Because string       // what stands between it and a better one, in a sentence, or empty
	Asked   []string     // of the boards, each in a sentence

	Questions []Range // the ratings of the six questions as pictures
}

// SheetOf gives the front of a paper on a result.
func SheetOf(r *result.Result) Sheet { return sheetOf(cleaned(r)) }

// sheetOf gives that of a result whose texts are clean.
func sheetOf(r *result.Result) Sheet {
	var names []string
	for _, o := range r.Organisations {
		if name := cmp.Or(o.Name, o.ID); name != "" {
			names = append(names, strings.Join(wording.Given(name, wording.Bracketed(o.Role)), " "))
		}
	}
	s := Sheet{
		Title: cmp.Or(strings.TrimSpace(r.Title), untitled), Between: wording.And(names), AsOf: r.AsOf, Kind: r.Typology.Summary, Purpose: purpose(r.Stage.Is), Stage: r.Stage.Words,
		Whole: inFull(r.Overall.Rating), Known: r.Overall.Counted, Verdict: wording.Sentence(r.Verdict.Sentence), Because: wording.Sentence(r.Verdict.Because), Asked: asked(r),
	}
	s.Range = rangeOf(theWhole, r.Overall.Rating)
	for i := range r.Questions {
		s.Questions = append(s.Questions, rangeOf(r.Questions[i].Title, r.Questions[i].Rating))
	}
	if r.Certain != nil {
		s.Certain = wording.Sentence(r.Certain.Words)
	}
	return s
}

// purpose is what a paper at a stage is for.
func purpose(s result.Stage) string {
	switch s {
	case result.ToDecide:
		return "For decision"
	case result.ToStart:
		return "For assurance before the start"
	case result.Running:
		return "For assurance"
	}
	return "For discussion"
}

// asked is what a report asks of the boards. It recommends no answer: what is decided is theirs.
func asked(r *result.Result) []string {
	all := []string{"To note the rating and the verdict, and what stands for and against the proposal."}
	if r.Stage.Is == result.ToDecide {
		all[0] = "To weigh the rating and the verdict, and what stands for and against the proposal, in deciding on it."
	}
	open := 0
	for i := range r.Conditions {
		switch r.Conditions[i].State {
		case result.Proposed, result.Open, result.Overdue:
			open++
		}
	}
	if open > 0 {
		all = append(all, fmt.Sprintf("To agree which of the %s below to set, with who sees to each and by when.", wording.Count(open, "condition", "conditions")))
	}
	if b := r.Front.Block(result.FrontNotTold); b != nil {
		if n := len(b.Lines) + len(b.More); n > 0 {
			all = append(all, fmt.Sprintf("To have what is not told found out: %s, listed below.", wording.Count(n, "point", "points")))
		}
	}
	return all
}

// FrontPlaces says where in the document a line of the first screen stands, for whoever looks it up.
func FrontPlaces(places []result.FrontPlace) string {
	var all []string
	file := ""
	for _, p := range places {
		lines := fmt.Sprintf("line %d", p.From)
		if p.To > p.From {
			lines = fmt.Sprintf("lines %d to %d", p.From, p.To)
		}
		if p.File != file {
			file, lines = p.File, strings.Join(wording.Given(p.File, lines), ", ")
		}
		all = append(all, lines)
	}
	return strings.Join(all, "; ")
}
