package rating

// Item is a criterion as it enters a rating. Where the two organisations differ, Worse and Better are
// the two views; elsewhere they are the same. So far the worse view counts.
type Item struct {
	Worse, Better Status
	Watchpoint    bool // not counted, but caps
	Gate          bool // is, or may be, a gate that caps the question at hand
	MaybeGate     bool // whether it is a gate is not known: at the high end it is not
}

// Views joins what the two organisations say of a criterion, step by step: a step that is not known to one of
// them is not known, and otherwise the worse view does not make it where the two differ. Where only one sets
// the criterion aside, nothing of it is known.
func Views(a, b Status) Item {
	switch {
	case a == b:
		return Item{Worse: a, Better: a}
	case a == NotApplicable || b == NotApplicable:
		return Item{Worse: Unknown, Better: Unknown}
	}
	worse, better := [2]Step{}, [2]Step{}
	for i, of := range [...][2]Step{{a.Lower(), b.Lower()}, {a.Upper(), b.Upper()}} {
		if worse[i], better[i] = min(of[0], of[1]), max(of[0], of[1]); of[0] == NotKnown || of[1] == NotKnown {
			worse[i], better[i] = NotKnown, NotKnown
		}
	}
	if worse[0] == NotMade {
		worse[1] = NotMade // the upper step is never made without the lower
	}
	if better[1] == Made {
		better[0] = Made
	}
	return Item{Worse: of(worse), Better: of(better)}
}

// of is the status of a lower and an upper step.
func of(steps [2]Step) Status { return Status(steps[0]) | Status(steps[1])<<upperBits }

// absent reports whether the item does not apply, or has no part in the rating at all.
func (i Item) absent() bool {
	return i.Worse == i.Better && (i.Worse == NotApplicable || i.Worse == NoStatus)
}

// setAside reports whether it would have a part in the rating, and was set aside.
func (i Item) setAside() bool { return i.Worse == NotApplicable && i.Better == NotApplicable }

// low, soFar and high are the statuses that count at the ends and so far. At the ends both steps are known.
func (i Item) low() Status   { return worst[i.Worse] }
func (i Item) soFar() Status { return i.Worse }
func (i Item) high() Status  { return best[i.Better] }
