// Package rating turns the statuses of criteria into ratings: pure arithmetic, with every threshold
// taken from a Method. A status is two steps, and ratings count steps. A rating is a range from the low end,
// where a step that is not known counts as not made, to the high end, where it counts as made, with a rating
// so far in between.
package rating

// Fraction is a share such as three quarters.
type Fraction struct{ Of, In int }

// atLeast reports whether a/b is at least the fraction; b may be 0, which is nothing at all.
func (f Fraction) atLeast(a, b int) bool { return a*f.In >= f.Of*b }

// Method holds every number and table of the rating; the catalogue states it as data.
type Method struct {
	Shares        [3]Fraction // the least share for amber-red, amber-green and green
	Outright      Fraction    // amber-green and green also need this share of items met outright; without it, OutrightNot
	OutrightNot   Grade       // at most
	NothingLeft   Grade       // what stands for a tally of which all has been set aside
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

// Counts says how the counted items stand so far.
type Counts struct {
	Met, Partly, NotMet, Unknown int
	AtLeastPartly, AtMostPartly  int
}

// All is how many items count.
func (c Counts) All() int { return c.Known() + c.AtLeastPartly + c.AtMostPartly + c.Unknown }

// Known is how many of them are wholly known.
func (c Counts) Known() int { return c.Met + c.Partly + c.NotMet }

// KnownOf is how many of them are known, what is known by half counting half, and how many there are.
func (c Counts) KnownOf() (known, all int) {
	return c.Known() + (c.AtLeastPartly+c.AtMostPartly)/2, c.All()
}

// steps is how many steps they have, and how many of these are known.
func (c *Counts) steps() (known, all int) {
	whole, half := c.Met+c.Partly+c.NotMet, c.AtLeastPartly+c.AtMostPartly
	return 2*whole + half, 2 * (whole + half + c.Unknown)
}

// KnownFrom reports whether at least a share of all steps is known.
func (c Counts) KnownFrom(f Fraction) bool {
	known, all := c.steps()
	return f.atLeast(known, all)
}

// Short is how many more steps would have to be known to make a share of all.
func (c Counts) Short(f Fraction) int {
	known, all := c.steps()
	return max(0, (f.Of*all+f.In-1)/f.In-known)
}

// Range is a rating: both ends, the rating so far, and whether enough is known to print that.
type Range struct {
	Low, SoFar, High Grade
	Printed          bool
	NothingLeft      bool // all that would count has been set aside: there is nothing to rate, and the grades only stand for it
	Counts           Counts
	Bounds
}

// Bounds says of which ends of a range it was looked for and not found that what is unknown can give them all at once. The
// arithmetic leaves them open, and they are no more than bounds. Rating itself sets neither: it knows of no facts.
type Bounds struct {
	AtLeast bool // of the low end
	AtMost  bool // of the high end
}
