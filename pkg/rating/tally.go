package rating

// Tally counts items as a rating needs them counted, step by step. A sheet takes items out again, so that
// what a single change would do is known without counting all the others anew.
type Tally struct {
	all               int      // steps: two of each item that counts
	unknown           int      // steps that are not known so far
	low, soFar, high  int      // steps made at either end and so far
	uppers            outright // items met outright
	setAside          int      // items set aside, which count nowhere else
	counts            Counts
	watchLow          int  // watchpoints of which the lower step is not made, or not known, at the low end
	watchSoFar        int  // watchpoints of which it is known not to be made
	watchHigh         int  // watchpoints of which it is not made at the high end
	gateLow, gateHigh caps // gates by what they keep a question from at either end
	gateSoFar         caps // and so far, by what is known of them
	gateUnknown       int  // gates of which a step is not known
	gateMaybeOpen     int  // gates of which the lower step is not made or not known so far
	shortLow          int  // items that are short of met at the low end
	shortHigh         int  // and at the high end
	shortSoFar        int  // items that are short of met so far, or not wholly known
}

// outright counts the upper steps of items: those made at either end and so far, and those not known so far.
// Of each item that counts there is one.
type outright struct{ low, soFar, high, unknown int }

// upper is 1 where the upper step of a status is made.
func upper(s Status) int {
	if s.Upper() == Made {
		return 1
	}
	return 0
}

// upperUnknown is 1 where it is not known whether it is made.
func upperUnknown(s Status) int {
	if s.Upper() == NotKnown {
		return 1
	}
	return 0
}

// caps counts gates of which the lower step is not made, and those of which only the upper is not.
type caps struct{ not, partly int }

// count counts a gate by a status of which what is not known keeps it from nothing.
func (c *caps) count(s Status, by int) {
	switch {
	case s.Lower() == NotMade:
		c.not += by
	case s.Upper() == NotMade:
		c.partly += by
	}
}

// Add counts an item.
func (t *Tally) Add(i Item) { t.count(i, 1) }

func (t *Tally) count(i Item, by int) {
	if i.absent() {
		if i.setAside() && !i.Watchpoint {
			t.setAside += by
		}
		return
	}
	low, soFar, high := i.low(), i.soFar(), i.high()
	if i.Gate {
		t.gateLow.count(low, by)
		t.gateSoFar.count(soFar, by)
		if !i.MaybeGate {
			t.gateHigh.count(high, by)
		}
		if !soFar.Known() {
			t.gateUnknown += by
		}
		if soFar.Lower() != Made {
			t.gateMaybeOpen += by
		}
	}
	if i.Watchpoint {
		if low.Lower() == NotMade {
			t.watchLow += by
		}
		if soFar.Lower() == NotMade {
			t.watchSoFar += by
		}
		if high.Lower() == NotMade {
			t.watchHigh += by
		}
		return
	}
	t.all += 2 * by
	t.unknown += by * unknown[soFar]
	t.low += by * made[low]
	t.soFar += by * made[soFar]
	t.high += by * made[high]
	t.uppers.low += by * upper(low)
	t.uppers.soFar += by * upper(soFar)
	t.uppers.high += by * upper(high)
	t.uppers.unknown += by * upperUnknown(soFar)
	if low != Met {
		t.shortLow += by
	}
	if soFar != Met {
		t.shortSoFar += by
	}
	if high != Met {
		t.shortHigh += by
	}
	switch soFar {
	case Met:
		t.counts.Met += by
	case Partly:
		t.counts.Partly += by
	case NotMet:
		t.counts.NotMet += by
	case AtLeastPartly:
		t.counts.AtLeastPartly += by
	case AtMostPartly:
		t.counts.AtMostPartly += by
	default:
		t.counts.Unknown += by
	}
}

// nothingLeft reports whether all that would count has been set aside.
func (t *Tally) nothingLeft() bool { return t.all == 0 && t.setAside > 0 }

// items is how many items count.
func (t *Tally) items() int { return t.all / 2 }

// Plain rates by the share of steps made, and of items met outright, without caps: so context and enablers are
// rated.
func (m *Method) Plain(t *Tally) Range {
	if t.nothingLeft() {
		return Range{Low: m.NothingLeft, SoFar: m.NothingLeft, High: m.NothingLeft, Printed: true, NothingLeft: true}
	}
	known, n := t.all-t.unknown, t.items()
	r := Range{Low: m.outright(m.share(t.low, t.all), t.uppers.low, n), High: m.outright(m.share(t.high, t.all), t.uppers.high, n), Counts: t.counts}
	r.SoFar = r.High
	if known > 0 {
		r.SoFar = m.outright(m.share(t.soFar, known), t.uppers.soFar, n-t.uppers.unknown)
	}
	if !m.Brake.atLeast(known, t.all) || t.all > 0 && known == 0 {
		r.SoFar = min(r.SoFar, m.BrakeTo)
	}
	r.Printed = m.Print.atLeast(known, t.all)
	return r
}

// Question rates a question: the share, capped by its watchpoints and by the gates that have their home there.
func (m *Method) Question(t *Tally) Range {
	r := m.Plain(t)
	if t.watchLow > 0 {
		r.Low = min(r.Low, m.WatchpointNot)
	}
	if t.watchSoFar > 0 {
		r.SoFar = min(r.SoFar, m.WatchpointNot)
	}
	if t.watchHigh > 0 {
		r.High = min(r.High, m.WatchpointNot)
	}
	r.Low, r.SoFar, r.High = m.gated(r.Low, t.gateLow), m.gated(r.SoFar, t.gateSoFar), m.gated(r.High, t.gateHigh)
	if t.gateUnknown > 0 {
		r.SoFar = min(r.SoFar, m.GateUnknown)
	}
	return r
}

// gated caps a grade by gates.
func (m *Method) gated(g Grade, by caps) Grade {
	if by.not > 0 {
		g = min(g, m.GateNot)
	}
	if by.partly > 0 {
		g = min(g, m.GatePartly)
	}
	return g
}

// share grades so many steps of all.
func (m *Method) share(made, all int) Grade {
	g := Red
	for i, f := range m.Shares {
		if f.atLeast(made, all) {
			g = AmberRed + Grade(i)
		}
	}
	return g
}

// outright caps a grade where too few items of all are met outright; of none it asks nothing.
func (m *Method) outright(g Grade, met, all int) Grade {
	if m.Outright.atLeast(met, all) {
		return g
	}
	return min(g, m.OutrightNot)
}

// gate is what a gate keeps its question at, by a status of which what is not known keeps it from nothing.
func (m *Method) gate(s Status) Grade {
	switch {
	case s.Lower() == NotMade:
		return m.GateNot
	case s.Upper() == NotMade:
		return m.GatePartly
	}
	return Green
}
