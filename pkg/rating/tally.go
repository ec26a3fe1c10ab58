package rating

// Tally counts items as a rating needs them counted. A sheet takes items out again, so that what a single
// change would do is known without counting all the others anew.
type Tally struct {
	all, known          int
	low2, high2, soFar2 int // met counts two, partly met one
	counts              Counts
	watchLow            int    // watchpoints that are not met, or not known, at the low end
	watchSoFar          int    // watchpoints known not to be met
	watchHigh           int    // watchpoints not met at the high end
	gateLow, gateHigh   [3]int // gates by what they are at either end: not met, partly met, met
	gateSoFar           [4]int // gates by what they are so far: the three, or unknown
	openLow, openHigh   int    // items that are short of met at either end
	openSoFar           int    // items that are short of met so far, or not known
}

// Add counts an item.
func (t *Tally) Add(i Item) { t.count(i, 1) }

func (t *Tally) count(i Item, by int) {
	if i.absent() {
		return
	}
	low, high := i.low(), i.high()
	s, known := i.known()
	if i.Gate {
		t.gateLow[made(low)] += by
		if !i.MaybeGate {
			t.gateHigh[made(high)] += by
		}
		if known {
			t.gateSoFar[made(s)] += by
		} else {
			t.gateSoFar[3] += by
		}
	}
	if i.Watchpoint {
		if low == NotMet {
			t.watchLow += by
		}
		if known && s == NotMet {
			t.watchSoFar += by
		}
		if high == NotMet {
			t.watchHigh += by
		}
		return
	}
	t.all += by
	t.low2 += by * made(low)
	t.high2 += by * made(high)
	if low < Met {
		t.openLow += by
	}
	if high < Met {
		t.openHigh += by
	}
	if !known || s < Met {
		t.openSoFar += by
	}
	if !known {
		t.counts.Unknown += by
		return
	}
	t.known += by
	t.soFar2 += by * made(s)
	switch s {
	case Met:
		t.counts.Met += by
	case Partly:
		t.counts.Partly += by
	default:
		t.counts.NotMet += by
	}
}

// Plain rates by the share alone, without caps: so context and enablers are rated.
func (m *Method) Plain(t *Tally) Range {
	r := Range{Low: m.share(t.low2, t.all), High: m.share(t.high2, t.all), Counts: t.counts}
	r.SoFar = r.High
	if t.known > 0 {
		r.SoFar = m.share(t.soFar2, t.known)
	}
	if !m.Brake.atLeast(t.known, t.all) || t.all > 0 && t.known == 0 {
		r.SoFar = min(r.SoFar, m.BrakeTo)
	}
	r.Printed = m.Print.atLeast(t.known, t.all)
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
	for i, s := range [...]Status{NotMet, Partly} {
		if t.gateLow[i] > 0 {
			r.Low = min(r.Low, m.gate(s))
		}
		if t.gateHigh[i] > 0 {
			r.High = min(r.High, m.gate(s))
		}
		if t.gateSoFar[i] > 0 {
			r.SoFar = min(r.SoFar, m.gate(s))
		}
	}
	if t.gateSoFar[3] > 0 {
		r.SoFar = min(r.SoFar, m.GateUnknown)
	}
	return r
}

// made counts the steps that are made.
func made(s Status) int {
	n := 0
	for _, step := range [...]Step{s.Lower(), s.Upper()} {
		if step == Made {
			n++
		}
	}
	return n
}

// share grades half/2 of all.
func (m *Method) share(half, all int) Grade {
	g := Red
	for i, f := range m.Shares {
		if f.atLeast(half, 2*all) {
			g = AmberRed + Grade(i)
		}
	}
	return g
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
