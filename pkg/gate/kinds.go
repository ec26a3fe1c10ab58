package gate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"partner/pkg/decide"
	"partner/pkg/judge"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// early fails what is judged at an earlier stage than that of its dates, or as at a day before its own: less would be
// asked of it than is due.
func early(j *judge.Judgement) []Failure {
	var all []Failure
	if s := judge.Staged(j); s.Early {
		all = append(all, Failure{Kind: Early, Key: "stage", Place: j.Start(), Text: "no gate passes at an earlier stage than that of the dates: " + s.Words})
	}
	if d := j.Doc.Dated; d.Asked != nil && d.Stated.Known() && d.Asked.To < d.Stated.From {
		all = append(all, Failure{Kind: Early, Key: "day", Place: d.Stated.Pos, Text: "no gate passes as at " + d.Asked.InWords() + ", a day before the one that the document states, " + d.Stated.InWords()})
	}
	return all
}

// found fails for findings of some kinds, but for those that only note something.
func found(k Kind, findings []result.Finding, of ...result.FindingKind) []Failure {
	var all []Failure
	for i := range findings {
		if f := &findings[i]; !f.Note() && slices.Contains(of, f.Kind) {
			all = append(all, Failure{Kind: k, Key: Key(f.Key), Place: f.Place, Text: oneLine(f.Text), exact: f.Key})
		}
	}
	return all
}

var (
	entry  = regexp.MustCompile(`\[[0-9]+\]`)
	number = regexp.MustCompile(` [0-9]+$`)
)

// Key gives the key of a finding without what tells equal ones apart: which entry of a list it is, and the number of one
// among several. Equal keys are counted, so that an entry that moves within its list is none that is new.
func Key(of string) string { return number.ReplaceAllString(entry.ReplaceAllString(of, "[]"), "") }

// openGates fails for what is essential, due, and not met or not known.
func openGates(j *judge.Judgement) []Failure {
	var all []Failure
	for _, id := range judge.OpenGates(j) {
		at, _ := j.Find(id)
		all = append(all, openGate(j, &j.Criteria[at]))
	}
	return all
}

func openGate(j *judge.Judgement, c *judge.Criterion) Failure {
	text := j.Named(c.Criterion, c.Title) + " (" + c.ID + "): "
	switch status := c.Status(); {
	case c.When == result.Past:
		text += "decided without"
	case status == rating.Unknown:
		text += "not known"
	default:
		text += status.String()
	}
	return Failure{Kind: OpenGates, Key: c.ID, Place: j.PlaceOf(c), Text: text}
}

// overdue fails for conditions that are open though their day has passed.
func overdue(j *judge.Judgement) []Failure {
	if len(j.Doc.Root.Find(paths.Conditions).Stated()) == 0 {
		return nil // none is recorded
	}
	var all []Failure
	for _, c := range decide.Conditions(j, judge.Governance(j)) {
		if c.State == result.Overdue {
			all = append(all, Failure{Kind: OverdueConditions, Key: c.ID, Place: c.Place, Text: c.Title + " (" + c.ID + "): open, and due " + c.By})
		}
	}
	return all
}

// whole is the key of what fails for the rating of the whole.
const whole = "overall"

// impossible fails what comes to no good rating, or not to the one that is asked for, however the unknown turns out.
func (g Gate) impossible(j *judge.Judgement) []Failure {
	least, w := rating.AmberGreen, &j.Claimed.Whole
	if g.AtLeast != rating.Unrated {
		least = g.AtLeast
	}
	if w.High.Grade >= least {
		return nil
	}
	return []Failure{{Kind: Impossible, Key: whole, Place: j.Start(), grade: w.High.Grade, Text: fmt.Sprintf("the whole is at best %s, whatever is still unknown; at least %s is out of reach%s", w.High.Grade, least, at(j))}}
}

// old fails what has stood as it is for too long.
func (g Gate) old(j *judge.Judgement) []Failure {
	d := j.Doc.Dated
	if d.Asked == nil {
		return nil // it is reckoned from the day that was asked for
	}
	if !d.Stated.Known() {
		return []Failure{{Kind: Old, Key: "as_of", Place: j.Start(), Text: "it states no day on which it is true"}}
	}
	if days := int(d.Asked.To - d.Stated.To); days > g.OldAfter {
		return []Failure{{Kind: Old, Key: "as_of", Place: d.Stated.Pos, Text: fmt.Sprintf("it is true as at %s, %s before %s; at most %d are allowed", d.Stated.InWords(), wording.Count(days, "day", "days"), d.Asked.InWords(), g.OldAfter)}}
	}
	return nil
}

// rated fails a rating that is lower than the one that is asked for. Where all that would count has been set aside
// nothing is rated, and that is not enough.
func (g Gate) rated(j *judge.Judgement) []Failure {
	if g.AtLeast == rating.Unrated {
		return nil
	}
	of, read := j.Claimed.Whole, "the low end of the overall range"
	if g.Of == Documented {
		of, read = j.Documented.Whole, "on documents alone "+read
	}
	is, said := of.Low.Grade, read+at(j)+" is "+of.Low.Grade.String()
	if g.Of == SoFar {
		is, said = of.SoFar.Grade, "so far the whole"+at(j)+" is "+of.SoFar.Grade.String()
		if !of.Printed {
			is, said = rating.Unrated, "too little is known for a rating so far"
		}
	}
	if of.NothingLeft {
		is, said = rating.Unrated, "all that would count has been set aside"
	}
	if is >= g.AtLeast {
		return nil
	}
	return []Failure{{Kind: AtLeast, Key: whole, Place: j.Start(), grade: is, Text: fmt.Sprintf("at least %s was asked for; %s", g.AtLeast, said)}}
}

// at says in brackets at which stage the proposal is judged, where that is known.
func at(j *judge.Judgement) string {
	if j.Timing.Stage == result.UnknownStage {
		return ""
	}
	return " (" + j.Timing.Stage.String() + ")"
}

// oneLine joins a text's words by single spaces, with nothing in it that commands a terminal.
func oneLine(s string) string { return source.Printable(strings.Join(strings.Fields(s), " ")) }
