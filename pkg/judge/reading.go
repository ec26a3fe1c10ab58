package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Reading is one way to read a judgement: which criteria count, and how they are taken to stand. The zero
// value is the headline: everything as claimed, for both boards, over all possible types, at the stage at
// which the proposal is judged.
type Reading struct {
	Moment     Moment        // what is due then counts; the zero value is the moment of the judgement
	Documented bool          // what no document supports counts as unknown
	Board      Side          // as that organisation sees it, without what concerns the other board alone
	Under      *Type         // of the possible types this alone; nil for all of them
	Departing  bool          // what the boards depart from, on the record and in force, is taken as met
	Supposing  []Supposition // criteria that are taken to stand otherwise
}

// Supposition takes a criterion to stand otherwise than it does.
type Supposition struct {
	Criterion int           // its place among Judgement.Criteria
	Status    rating.Status // the status that it is taken to have
	Supported bool          // instead of that: documents are taken to support all that is claimed of it
}

// Rate gives every rating of a reading: the hull over the possible types where there are several.
func (j *Judgement) Rate(r Reading) rating.Rated {
	over := j.Unbounded(r)
	if len(r.Supposing) > 0 { // one of the many that a search tries, whose ends nobody is told
		return over
	}
	return j.bound(r, over)
}

// Unbounded does so for who tells nobody the ends: they are held against no ways of filling in what is unknown.
func (j *Judgement) Unbounded(r Reading) rating.Rated {
	if r.Departing {
		r.Supposing = j.departing(r)
	}
	each, most := make([]rating.Rated, 0, len(j.Types)), len(r.Supposing)
	if r.Board != Both {
		most += len(j.Criteria) / 8 // mostly there are fewer that concern one board alone
	}
	changes := make([]rating.Change, 0, most)
	for i := range j.Types {
		if a := &j.Types[i]; r.Under == nil || *r.Under == a.Type {
			each = append(each, a.read(j, r, changes))
		}
	}
	return j.counted(rating.HullRated(each), each)
}

// Sheet gives the sheet of the headline where only one type is possible, for searches, with the entry that
// each of Criteria has on it, -1 for none. The sheet is the caller's own.
func (j *Judgement) Sheet() (*rating.Sheet, []int) {
	return j.Types[0].claimed.sheet.Clone(), j.Types[0].claimed.entries
}

// read reads the judgement under one type. Changes is room for what is otherwise in this reading than as it is claimed, or
// as it stands on documents.
func (a *Assumption) read(j *Judgement, r Reading, changes []rating.Change) rating.Rated {
	of := &a.claimed
	if r.Documented {
		of = &a.onPaper
	}
	byBoard, is := j.asBoard(changes[:0], a, r, of.entries)
	if !is || r.moment(j) != j.Timing.Moment {
		anew := a.rate(j, r)
		of, byBoard = &anew, nil
	}
	changes = j.changes(byBoard, a, r, of.entries)
	if len(changes) == 0 {
		return of.as
	}
	return of.sheet.RateIf(changes...)
}

// asBoard adds to changes of the sheet of both boards what is otherwise as one of them sees it: only what concerns the other
// alone, or what the two see differently. It is false where that takes a sheet of its own.
func (j *Judgement) asBoard(changes []rating.Change, a *Assumption, r Reading, entries []int) ([]rating.Change, bool) {
	if r.Board == Both {
		return changes, true
	}
	for _, i := range j.differing {
		c := &j.Criteria[i]
		s := &a.standings[c.at]
		if c.Concerns != r.Board.Other() && !s.Disputed() && s.Papers[0] == s.Papers[1] {
			continue
		}
		if c.When == result.Past && s.Gate != logic.False {
			return nil, false // what is past has no entry of its own
		}
		if e := entries[i]; e >= 0 {
			item := r.item(c, s)
			changes = append(changes, rating.Change{Entry: e, Worse: item.Worse, Better: item.Better})
		}
	}
	return changes, true
}

// plain reports whether it is the headline.
func (r Reading) plain() bool {
	return r.Moment == (Moment{}) && !r.Documented && r.Board == Both && r.Under == nil && !r.Departing && len(r.Supposing) == 0
}

// moment is that at which a reading looks.
func (r Reading) moment(j *Judgement) Moment {
	if r.Moment == (Moment{}) {
		return j.Timing.Moment
	}
	return r.Moment
}

// rate puts a reading on a sheet and rates it: what applies, has a part in ratings and is due. An essential that
// is past and was not met counts nowhere any more, and no single change moves it; it keeps the verdict from ready, and so does an
// approval that is refused.
func (a *Assumption) rate(j *Judgement, r Reading) rated {
	list, entries, moment := make([]rating.Entry, 0, len(j.Criteria)), make([]int, len(j.Criteria)), r.moment(j)
	for i := range j.Criteria {
		c := &j.Criteria[i]
		s := &a.standings[c.at]
		entries[i] = -1
		if s.Applies == logic.False || !c.Kind.Rated() {
			continue
		}
		item, when := r.item(c, s), c.When
		if moment != j.Timing.Moment {
			when = moment.When(c.Criterion)
		}
		switch when {
		case result.Now:
			entries[i] = len(list)
			list = append(list, rating.Entry{Item: item, Feeds: c.Feeds, Home: c.HomeAt, Part: partOf(c.Kind)})
		case result.Past:
			if item.Gate && item.Worse.Lower() == rating.NotMade {
				item.Watchpoint = true // it caps, and does not count
				list = append(list, rating.Entry{Item: item})
			}
		}
	}
	sheet := rating.NewSheet(&j.Cat.Rating.Method, len(j.Cat.Questions), append(list, j.refusals()...))
	return rated{sheet, sheet.Rate(), entries}
}

// item is how a criterion enters the ratings of a reading.
func (r Reading) item(c *Criterion, s *Standing) rating.Item {
	item, views := s.Claimed, s.Views
	if r.Documented {
		item, views = s.OnPaper, s.Papers
	}
	if r.Board != Both {
		if c.Concerns == r.Board.Other() {
			return rating.Item{} // no part of it, and nobody has set it aside
		}
		own := views[r.Board.at()]
		item.Worse, item.Better = own, own
	}
	return item
}

// changes adds what a reading supposes to changes of the sheet.
func (j *Judgement) changes(changes []rating.Change, a *Assumption, r Reading, entries []int) []rating.Change {
	for _, s := range r.Supposing {
		e := entries[s.Criterion]
		if e < 0 {
			continue
		}
		change := rating.Change{Entry: e, Worse: s.Status, Better: s.Status}
		if s.Supported {
			supported := r
			supported.Documented = false
			c := &j.Criteria[s.Criterion]
			item := supported.item(c, &a.standings[c.at])
			change.Worse, change.Better = item.Worse, item.Better
		}
		if at := slices.IndexFunc(changes, func(c rating.Change) bool { return c.Entry == e }); at >= 0 {
			changes[at] = change
			continue
		}
		changes = append(changes, change)
	}
	return changes
}

// rate prepares the sheets that most readings start from, and works out the two ratings of every report.
func (j *Judgement) rate() {
	documented := true // documents support all that is claimed
	for t := range j.Types {
		a := &j.Types[t]
		for i := range j.Criteria {
			s := &a.standings[j.Criteria[i].at]
			documented = documented && (j.claimedAlone || s.OnPaper == s.Claimed)
		}
	}
	for t := range j.Types {
		a := &j.Types[t]
		a.claimed = a.rate(j, Reading{})
		if a.onPaper = a.claimed; !documented {
			a.onPaper = a.rate(j, Reading{Documented: true})
		}
	}
	j.Claimed = j.Rate(Reading{})
	if j.Documented = j.Claimed; !documented {
		j.Documented = j.Rate(Reading{Documented: true})
	}
}

// partOf says which of the two parts a kind belongs to.
func partOf(k catalogue.Kind) rating.Part {
	switch k {
	case catalogue.Context:
		return rating.Context
	case catalogue.Enabler, catalogue.Practice:
		return rating.Enablers
	}
	return rating.Neither
}

// SeenBy gives the criteria that concern a board, as that organisation sees them.
func (j *Judgement) SeenBy(board Side) []Criterion {
	seen := make([]Criterion, 0, len(j.Criteria))
	for _, c := range j.Criteria {
		if c.Concerns == board.Other() {
			continue
		}
		if c.Standing.Disputed() {
			own := *c.Standing
			view := own.Views[board.at()]
			own.Views = [2]rating.Status{view, view}
			own.Claimed.Worse, own.Claimed.Better = view, view
			c.Standing = &own
		}
		seen = append(seen, c)
	}
	return seen
}

// BoardsDiffer says of each question whether something that it rests on is not the same for both boards, or was decided
// without that concerns one of them.
func (j *Judgement) BoardsDiffer() []bool {
	differ := make([]bool, len(j.Cat.Questions))
	for _, i := range j.differing {
		c := &j.Criteria[i]
		if (c.When == result.Now || c.Without()) && (c.Standing.Disputed() || c.Concerns != Both) {
			for _, q := range c.Feeds {
				differ[q] = true
			}
		}
	}
	return differ
}

// Rated lists the criteria, by their places, that have a part in ratings now and have one of some statuses.
func (j *Judgement) Rated(statuses ...rating.Status) []int {
	var list []int
	for i := range j.Criteria {
		if c := &j.Criteria[i]; c.Kind.Rated() && c.When == result.Now && slices.Contains(statuses, c.Status()) {
			list = append(list, i)
		}
	}
	return list
}
