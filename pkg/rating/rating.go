// Package rating turns the statuses of criteria into ratings: pure arithmetic, with every threshold
// taken from a Method. A rating is a range from the low end, where whatever is unknown counts as not
// met, to the high end, where it counts as met, with a rating so far in between.
package rating

// Item is a criterion as it enters a rating. Where the two organisations differ, Worse and Better are
// the two views; elsewhere they are the same. An unknown among them makes the whole unknown so far.
type Item struct {
	Worse, Better Status
	Watchpoint    bool // not counted, but caps
	Gate          bool // is, or may be, a gate that caps the question at hand
	MaybeGate     bool // whether it is a gate is not known: at the high end it is not
}

// absent reports whether the item does not apply.
func (i Item) absent() bool { return i.Worse == NotApplicable && i.Better == NotApplicable }

// known reports whether the item counts as known, and the status that it has so far: the worse one.
func (i Item) known() (Status, bool) {
	return i.Worse, i.Worse != Unknown && i.Better != Unknown
}

func (i Item) low() Status {
	if i.Worse == Unknown {
		return NotMet
	}
	return i.Worse
}

func (i Item) high() Status {
	if i.Better == Unknown {
		return Met
	}
	return i.Better
}

// Fraction is a share such as three quarters.
type Fraction struct{ Of, In int }

// atLeast reports whether a/b is at least the fraction; b may be 0, which is nothing at all.
func (f Fraction) atLeast(a, b int) bool { return a*f.In >= f.Of*b }

// Method holds every number and table of the rating; the catalogue states it as data.
type Method struct {
	Shares        [3]Fraction // the least share for amber-red, amber-green and green
	Brake         Fraction    // so far is at most BrakeTo while less than this share is known
	BrakeTo       Grade
	Print         Fraction      // the rating so far is printed from this share of known
	WatchpointNot Grade         // a watchpoint not met: at most
	GateNot       Grade         // a gate not met: at most
	GatePartly    Grade         // a gate partly met: at most
	GateUnknown   Grade         // a gate unknown: so far at most
	Rules         []Rule        // the overall table: the first that holds decides
	LittleKnownTo Grade         // the overall so far is at most this while a question has less than Print known
	VerdictRules  []VerdictRule // the first that holds decides
}

// Counts says how the counted items stand.
type Counts struct {
	Met     int `json:"met"`
	Partly  int `json:"partly"`
	NotMet  int `json:"not_met"`
	Unknown int `json:"unknown"`
}

// All is how many items count.
func (c Counts) All() int { return c.Met + c.Partly + c.NotMet + c.Unknown }

// Known is how many of them are known.
func (c Counts) Known() int { return c.Met + c.Partly + c.NotMet }

// Range is a rating: both ends, the rating so far, and whether enough is known to print that.
type Range struct {
	Low, SoFar, High Grade
	Printed          bool
	Counts           Counts
}
