// Package rating turns the statuses of criteria into ratings: pure arithmetic, with every threshold
// taken from a Method. A rating is a range from the low end, where whatever is unknown counts as not
// met, to the high end, where it counts as met, with a rating so far in between.
package rating

// Grade is one of the four steps that NHS boards know.
type Grade uint8

// The grades, worst first.
const (
	Red Grade = iota
	AmberRed
	AmberGreen
	Green
)

// Grades are the words for the grades, by Grade.
var Grades = [...]string{"red", "amber-red", "amber-green", "green"}

func (g Grade) String() string { return Grades[g] }

// Status is how a criterion stands.
type Status uint8

// The statuses, worst first among those that say something.
const (
	NotMet Status = iota
	Partly
	Met
	Unknown
	NotApplicable
)

// Statuses are the words for the statuses, by Status.
var Statuses = [...]string{"not met", "partly met", "met", "unknown", "not applicable"}

func (s Status) String() string { return Statuses[s] }

// Item is a criterion as it enters a rating. Where the two organisations differ, Worse and Better are
// the two views; elsewhere they are the same. An unknown among them makes the whole unknown so far.
type Item struct {
	Worse, Better Status
	Watchpoint    bool // not counted, but caps
	Gate          bool // is, or may be, a gate that caps the question at hand
	MaybeGate     bool // whether it is a gate is not known: at the high end it is not
}

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
	Shares          [3]Fraction // the least share for amber-red, amber-green and green
	Brake           Fraction    // so far is at most BrakeTo while less than this share is known
	BrakeTo         Grade
	Print           Fraction // the rating so far is printed from this share of known
	WatchpointNot   Grade    // a watchpoint not met: at most
	GateNot         Grade    // a gate not met: at most
	GatePartly      Grade    // a gate partly met: at most
	GateUnknown     Grade    // a gate unknown: so far at most
	Rules           []Rule   // the overall table: the first that holds decides
	LittleKnownTo   Grade    // the overall so far is at most this while a question has less than Print known
	VerdictRules    []VerdictRule
	VerdictsInOrder []string // ids of the verdicts, worst first
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

// Plain rates items by their share alone, without caps: so context and enablers are rated.
func (m *Method) Plain(items []Item) Range {
	var all, low2, high2, soFar2 int // doubled, so that a half is whole
	var c Counts
	for _, i := range items {
		if i.Watchpoint || i.Worse == NotApplicable && i.Better == NotApplicable {
			continue
		}
		all++
		low2 += double(i.low())
		high2 += double(i.high())
		s, known := i.known()
		if !known {
			c.Unknown++
			continue
		}
		soFar2 += double(s)
		switch s {
		case Met:
			c.Met++
		case Partly:
			c.Partly++
		default:
			c.NotMet++
		}
	}
	r := Range{Low: m.share(low2, all), High: m.share(high2, all), Counts: c}
	r.SoFar = r.High
	if c.Known() > 0 {
		r.SoFar = m.share(soFar2, c.Known())
	}
	if !m.Brake.atLeast(c.Known(), all) || all > 0 && c.Known() == 0 {
		r.SoFar = min(r.SoFar, m.BrakeTo)
	}
	r.Printed = m.Print.atLeast(c.Known(), all)
	return r
}

func double(s Status) int { return int(min(s, Met)) }

// share grades half/2 of all.
func (m *Method) share(half, all int) Grade {
	g := Red
	for i, f := range m.Shares {
		if f.atLeast(half, 2*all) {
			g = Grade(i + 1)
		}
	}
	return g
}

// Question rates a question: the share, capped by its watchpoints and by the gates that have their home there.
func (m *Method) Question(items []Item) Range {
	r := m.Plain(items)
	for _, i := range items {
		if i.Worse == NotApplicable && i.Better == NotApplicable {
			continue
		}
		s, known := i.known()
		if i.Watchpoint {
			if i.low() == NotMet {
				r.Low = min(r.Low, m.WatchpointNot)
			}
			if i.high() == NotMet {
				r.High = min(r.High, m.WatchpointNot)
			}
			if known && s == NotMet {
				r.SoFar = min(r.SoFar, m.WatchpointNot)
			}
		}
		if i.Gate {
			r.Low = min(r.Low, m.gate(i.low()))
			if !i.MaybeGate {
				r.High = min(r.High, m.gate(i.high()))
			}
			if known {
				r.SoFar = min(r.SoFar, m.gate(s))
			} else {
				r.SoFar = min(r.SoFar, m.GateUnknown)
			}
		}
	}
	return r
}

func (m *Method) gate(s Status) Grade {
	switch s {
	case NotMet:
		return m.GateNot
	case Partly:
		return m.GatePartly
	}
	return Green
}
