package compare

import (
	"slices"
	"strings"

	"partner/pkg/result"
)

// Departure is a departure that came, went or stands otherwise.
type Departure struct {
	ID    string `json:"id"`    // of the criterion or the rule that is departed from, in the new document
	Title string `json:"title"` // the criterion's claim, or what the rule says
	Gate  bool   `json:"gate"`  // its source calls it essential, on one side at least
	From  string `json:"from"`  // who departed until when, and what kept it from being in force; empty where there was none
	To    string `json:"to"`    // who departs until when; empty where there is none any more
}

// departures fills in the departures that are not alike on both sides, in the order of their ids.
func (d *Difference) departures(old, new *result.Result, ids names) {
	d.Departures = []Departure{}
	was := map[string]bool{}
	for i := range old.Departures {
		o := &old.Departures[i]
		id := ids.asked(o.ID)
		was[id] = true
		n := new.Departure(id)
		if n == nil {
			d.Departures = append(d.Departures, Departure{ID: id, Title: o.Title, Gate: o.Gate, From: o.Words})
		} else if o.Words != n.Words {
			d.Departures = append(d.Departures, Departure{ID: id, Title: n.Title, Gate: o.Gate || n.Gate, From: o.Words, To: n.Words})
		}
	}
	for i := range new.Departures {
		if n := &new.Departures[i]; !was[n.ID] {
			d.Departures = append(d.Departures, Departure{ID: n.ID, Title: n.Title, Gate: n.Gate, To: n.Words})
		}
	}
	slices.SortFunc(d.Departures, func(x, y Departure) int { return strings.Compare(x.ID, y.ID) })
}
