package cli

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// departure is what a document goes on without, on the record.
type departure struct {
	What string `json:"what"` // departure
	result.Departure

	cat *catalogue.Catalogue
}

// explainDepartures explains the departures at a place of a document, or the one from what has that id.
func explainDepartures(of []result.Departure, path string, cat *catalogue.Catalogue) []explanation {
	var all []explanation
	for _, d := range of {
		if at := paths.Departures.Under(d.ID); path == d.ID || within(at, path) || within(path, at) {
			all = append(all, &departure{"departure", d, cat})
		}
	}
	return all
}

func (d *departure) tell(r *reference) {
	r.head(paths.Departures.Under(d.ID), d.Words)
	from := d.Title + " [" + d.ID + "]"
	if d.Gate {
		from += "; its source calls it essential"
	}
	r.entry("From", from)
	if d.Status != rating.NoStatus {
		r.entry("Stands", d.Status.String()+"; the departure does not change that")
	}
	r.entry("Because", d.Because)
	r.entry("Evidence", strings.Join(d.Evidence, ", "))
	r.entry("State", string(d.State))
	r.entry("Stands at", d.Place.String())
}
