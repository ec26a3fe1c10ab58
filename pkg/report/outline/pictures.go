package outline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Pictures are what a report can show at a glance, as values. A format that draws decides how each of them looks, one
// that does not sets it as a table or leaves it out: each says in words all that it shows.
type Pictures struct {
	Matrix   Matrix    // context against enablers
	Ranges   []Range   // the whole, and then the six questions
	Strips   []Strip   // the criteria of each of the six questions
	Timeline *Timeline // nil where nothing that it would show has a date
	Steps    []Step    // to the next ratings, and to the next verdict
}

// Range is a rating that has a title.
type Range struct {
	Title      string
	Of         Span
	Known, All int // of the criteria that count
}

// Strip is the criteria under one title, in the order of how they stand, the best first.
type Strip struct {
	Title    string
	Cells    []Cell // those that count
	Warnings []Cell // those that do not, and keep a rating from green while they are not met
}

// Cell is one criterion.
type Cell struct {
	Criterion string
	Claim     string // what is claimed, or what it lacks, as it stands
	Status    rating.Status
	Perhaps   bool // whether it applies here is not known
}

// Timeline is what has a date, in the order of the dates.
type Timeline struct {
	Moments []Moment
	Undated int // pieces of evidence without a date
}

// Moment is something with a date.
type Moment struct {
	Is       result.Event // of a day on which the proposal turns; empty for evidence
	Title    string
	Times    int          // for how many pieces of evidence it stands: those of one title and day
	From, To proposal.Day // the first and the last day that the date may mean
	Date     string       // in words
	Stale    string       // why it is out of date, or empty
}

// Step is a way to a better rating or verdict.
type Step struct {
	Of       string // what rises: a rating, or the verdict
	From, To string
	Grades   [2]rating.Grade // the same as grades, Unrated where they are verdicts
	Cells    []Cell          // what is to be met on the way
	Words    string          // the step in a sentence
	Efforts  string          // how much effort it takes, in a phrase
}

// PicturesOf gives the pictures of a result.
func PicturesOf(r *result.Result) Pictures { return picturesOf(cleaned(r)) }

// picturesOf gives those of a result whose texts are clean.
func picturesOf(r *result.Result) Pictures {
	p := Pictures{Matrix: Matrix{spanOf(r.Context.Rating), spanOf(r.Enablers.Rating)}, Timeline: timelineOf(r)}
	p.Ranges = append(p.Ranges, rangeOf(theWhole, r.Overall.Rating))
	for i := range r.Questions {
		q := &r.Questions[i]
		p.Ranges = append(p.Ranges, rangeOf(q.Title, q.Rating))
		if s := stripOf(r, q); len(s.Cells)+len(s.Warnings) > 0 {
			p.Strips = append(p.Strips, s)
		}
	}
	for _, s := range r.Path.Steps {
		p.Steps = append(p.Steps, stepOf(r, s))
	}
	return p
}

// theWhole is what the rating of the whole is called where the questions have names.
const theWhole = "The whole"

func rangeOf(title string, r result.Rating) Range {
	known, all := r.KnownOf()
	return Range{title, spanOf(r), known, all}
}

// byStanding are the statuses from the best to the worst, and then what is not known.
var byStanding = []rating.Status{rating.Met, rating.AtLeastPartly, rating.Partly, rating.AtMostPartly, rating.NotMet, rating.Disputed, rating.Unknown}

func stripOf(r *result.Result, q *result.Question) Strip {
	s := Strip{Title: q.Title}
	seen := map[string]bool{}
	for _, status := range byStanding {
		for _, id := range slices.Concat(q.For, q.Against, q.Unknown) {
			c := r.Criterion(id)
			switch {
			case c == nil || c.Status != status || seen[id]:
				continue
			case c.Kind.Counts():
				s.Cells = append(s.Cells, cellOf(c))
			case c.Kind == catalogue.Watchpoint:
				s.Warnings = append(s.Warnings, cellOf(c))
			}
			seen[id] = true
		}
	}
	return s
}

func cellOf(c *result.Criterion) Cell {
	claim := c.Says
	if c.Status == rating.Unknown {
		claim = c.Title
	}
	return Cell{c.ID, wording.Title(claim), c.Status, c.Applies == result.Perhaps}
}

func timelineOf(r *result.Result) *Timeline {
	var t Timeline
	for _, m := range r.Calendar {
		title := map[result.Event]string{result.AsOfDay: "Judged as at", result.DecisionDay: "Decision", result.StartDay: "Start"}[m.Is]
		if from, to, ok := proposal.ParseDays(m.Date); ok {
			t.Moments = append(t.Moments, Moment{Is: m.Is, Title: title, Times: 1, From: from, To: to, Date: m.Words})
		}
	}
	turning := len(t.Moments)
	for _, e := range r.Evidence.Pieces {
		from, to, ok := proposal.ParseDays(e.Dated)
		if !ok {
			t.Undated++
			continue
		}
		m := Moment{Title: cmp.Or(e.Title, e.ID), Times: 1, From: from, To: to, Date: e.Date, Stale: e.Stale}
		if i := slices.IndexFunc(t.Moments, func(o Moment) bool {
			return o.Is == "" && o.Title == m.Title && o.Date == m.Date && o.Stale == m.Stale
		}); i >= 0 {
			t.Moments[i].Times++
			continue
		}
		t.Moments = append(t.Moments, m)
	}
	if len(t.Moments) == turning || !slices.ContainsFunc(t.Moments, func(m Moment) bool { return m.From != t.Moments[0].From || m.To != t.Moments[0].To }) {
		return nil // what all lies on one day, or in one year, makes no line
	}
	slices.SortStableFunc(t.Moments, func(a, b Moment) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return &t
}

// rises are what a step raises, in words.
var rises = map[result.Effect]string{result.RaisesSoFar: "the rating so far", result.RaisesLow: "the guaranteed rating", result.RaisesVerdict: "the verdict"}

func stepOf(r *result.Result, set result.Set) Step {
	s := Step{Of: rises[set.Does], From: set.From, To: set.To, Words: set.Words, Efforts: efforts(set.Efforts)}
	for i, word := range []string{set.From, set.To} {
		s.Grades[i], _ = rating.FindGrade(word)
	}
	for _, id := range set.Criteria {
		if c := r.Criterion(id); c != nil {
			s.Cells = append(s.Cells, Cell{id, wording.Title(c.Title), c.Status, c.Applies == result.Perhaps})
		}
	}
	return s
}

// Says says what the matrix shows.
func (m Matrix) Says() string {
	return "Context: " + m.Context.Words.String() + ". Enablers: " + m.Enablers.Words.String() + "."
}

// Says says what a range shows.
func (r Range) Says() string {
	return fmt.Sprintf("%s: %s. %d of %d known.", strings.TrimRight(r.Title, "?"), r.Of.Words, r.Known, r.All)
}

// Says counts how the criteria of a strip stand: 2 met, 1 partly met, 5 not known.
func (s Strip) Says() string {
	said := counts(s.Cells)
	if len(s.Warnings) > 0 {
		said = strings.Join(wording.Given(said, "of "+wording.Count(len(s.Warnings), "warning", "warnings")+" from cases: "+counts(s.Warnings)), "; ")
	}
	return wording.Sentence(said)
}

func counts(cells []Cell) string {
	var parts []string
	for _, status := range byStanding {
		n := 0
		for _, c := range cells {
			if c.Status == status {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprint(n, " ", StatusWords(status)))
		}
	}
	perhaps := 0
	for _, c := range cells {
		if c.Perhaps {
			perhaps++
		}
	}
	said := strings.Join(parts, ", ")
	if perhaps > 0 {
		said += fmt.Sprintf(" (%d of them if it applies)", perhaps)
	}
	return said
}

// StatusWords are a status as a board reads it.
func StatusWords(s rating.Status) string {
	if s == rating.Unknown {
		return "not known"
	}
	return s.String()
}

// Says says what a moment shows.
func (m Moment) Says() string {
	said := m.Title
	if m.Times > 1 {
		said += ", " + wording.Count(m.Times, "piece", "pieces")
	}
	said += ": " + m.Date
	if m.Stale != "" {
		said += " (out of date: " + m.Stale + ")"
	}
	return wording.Sentence(said)
}

// Says says what a timeline shows.
func (t *Timeline) Says() string {
	var all []string
	for _, m := range t.Moments {
		all = append(all, m.Says())
	}
	if t.Undated > 0 {
		all = append(all, wording.Sentence(wording.Count(t.Undated, "piece", "pieces")+" of evidence without a date"))
	}
	return strings.Join(all, " ")
}

// Says says what a step shows.
func (s Step) Says() string {
	return strings.Join(wording.Given(s.Words, wording.Bracketed(s.Efforts)), " ")
}
