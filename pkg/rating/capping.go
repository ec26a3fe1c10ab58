package rating

import "math/bits"

// capping is an entry that caps questions or the verdict, with what it keeps them at as it is and once it is chosen.
type capping struct {
	entry       int
	feeds, home uint64 // the questions that it feeds, and the one where it is at home, a bit each
	is, reached held
}

// held is what an entry keeps ratings at.
type held struct {
	fed, home Grade // each question that it feeds, and the one where it is at home
	enabler   bool  // an enabler is not met
	gate      bool  // a gate stands open
}

// cappingOf lists what may have to be chosen whatever else is: what caps a question or the verdict.
func (w *ways) cappingOf(goal Goal) []capping {
	list := make([]capping, 0, len(w.entries))
	for i := range w.entries {
		e := &w.entries[i]
		if e.absent() || !e.Watchpoint && !e.Gate && !(goal.ByVerdict && e.Part == Enablers) {
			continue
		}
		c := capping{entry: i, is: w.held(e, e.Item), reached: w.held(e, goal.reached(e.Item))}
		for _, q := range e.Feeds {
			c.feeds |= 1 << q
			if e.Gate && e.Home == q {
				c.home = 1 << q
			}
		}
		list = append(list, c)
	}
	return list
}

// held gives what an entry keeps ratings at if it is such an item.
func (w *ways) held(e *Entry, is Item) held {
	h, s, m := held{fed: Green, home: Green}, is.at(w.end), w.method
	if e.Watchpoint && s.Lower() == NotMade {
		h.fed = m.WatchpointNot
	}
	if e.Gate {
		h.home, h.gate = m.gate(s), s.Lower() != Made
		if !s.Known() {
			h.home = min(h.home, m.GateUnknown)
		}
	}
	h.enabler = e.Part == Enablers && s != Met
	return h
}

// keeps reports whether an entry, which keeps ratings at what it does, keeps a demand from being met, which raises some
// questions.
func (c *capping) keeps(d *demand, raised uint64, h *held) bool {
	if d.eachEnabler && h.enabler || d.noOpenGate && h.gate {
		return true
	}
	of := c.home
	if h.fed < Green {
		of = c.feeds
	}
	for of &= raised; of != 0; of &= of - 1 {
		q := bits.TrailingZeros64(of)
		if d.questions[q] > h.fed || c.home>>q&1 != 0 && d.questions[q] > h.home {
			return true
		}
	}
	return false
}
