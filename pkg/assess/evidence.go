package assess

import (
	"slices"
	"strconv"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

func trimmed(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// staleMonths is the age at which evidence is stale (the method: twelve months before as_of).
const staleMonths = 12

// evidence fills in the register, with the use of each piece and why it is stale, and what is claimed
// without a document.
func (a *assessor) evidence() {
	e := &a.out.Evidence
	e.Pieces, e.Undocumented = []result.Piece{}, []string{}
	used := map[string]int{}
	concerns := map[string][]*proposal.Value{} // what each piece is evidence for
	for i := range a.shown {
		st := a.shown[i].standing
		var ids []string
		for _, v := range st.trace.Used {
			for _, id := range v.EvidenceIDs() {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
					used[id]++
				}
			}
		}
	}
	a.doc.Root.Walk(func(v *proposal.Value) {
		if v.State == proposal.Unknown || !v.Field.Leaf() {
			return
		}
		for _, id := range v.EvidenceIDs() {
			concerns[id] = append(concerns[id], v)
		}
	})
	for _, entry := range a.doc.Register {
		e.Pieces = append(e.Pieces, result.Piece{
			ID: entry.Key, Kind: entry.At("kind").Written(), Title: entry.At("title").Written(), Place: entry.At("place").Written(),
			Date: entry.At("date").InWords(), Used: used[entry.Key], Stale: a.stale(entry, concerns[entry.Key]), At: entry.Pos,
		})
	}
	for _, s := range a.shown {
		status := s.standing.status()
		if (status == rating.Met || status == rating.Partly) && s.standing.onPaper != s.standing.claimed && counts(s.Kind) {
			e.Undocumented = append(e.Undocumented, s.ID)
		}
	}
	stale := 0
	for _, p := range e.Pieces {
		if p.Stale != "" {
			stale++
		}
	}
	sentences := things(len(e.Pieces), "piece") + " of evidence registered"
	if len(e.Pieces) == 0 {
		sentences = "no evidence is registered"
	}
	if stale > 0 {
		sentences += ", " + number(stale) + " stale"
	}
	if n := len(e.Undocumented); n > 0 {
		sentences += "; " + strconv.Itoa(n) + " of the criteria met or partly met rest on assertion alone"
	}
	e.Sentence = sentence(sentences)
}

// counts reports whether a kind has a part in ratings, if only by capping them.
func counts(k catalogue.Kind) bool { return k.Counts() || k == catalogue.Watchpoint }

// stale says why a piece of evidence is stale on the day of the document, "" where it is not, or where
// that cannot be told: by age, or because what it speaks of has changed hands since.
func (a *assessor) stale(entry *proposal.Value, concerns []*proposal.Value) string {
	date, asOf := entry.At("date"), a.doc.Root.At("as_of")
	if !date.Known() || !asOf.Known() {
		return ""
	}
	if least, _ := proposal.Months(date, asOf); least >= staleMonths {
		return "older than twelve months on " + asOf.InWords()
	}
	for _, v := range concerns {
		for _, event := range a.events(v) {
			if event.since.Known() && date.To < event.since.From && event.since.From <= asOf.To {
				return "older than " + event.what + " (" + event.since.InWords() + ")"
			}
		}
	}
	return ""
}

type event struct {
	what  string
	since *proposal.Value
}

// events lists what makes evidence for a statement stale: a change of those who lead, for what rests on
// them; a new rating by the regulator, for what is said of quality.
func (a *assessor) events(v *proposal.Value) []event {
	var section, org *proposal.Value
	for x := v; x != nil && x.Parent != nil; x = x.Parent {
		if x.Parent.Field.Kind == proposal.Organisations && x.Field == x.Parent.Field {
			org = x
			break
		}
		section = x
	}
	var events []event
	leaders := func(o *proposal.Value) {
		for _, l := range []struct{ key, post string }{{"chief_executive_since", "chief executive"}, {"chair_since", "chair"}, {"clinical_lead_since", "clinical lead"}} {
			events = append(events, event{proposal.NameOf(o) + "'s present " + l.post, o.Find("board", l.key)})
		}
	}
	if org != nil {
		switch section.Key {
		case "board", "stance", "capacity", "values", "objectives":
			leaders(org)
		case "quality":
			if v.Key != "rated_on" {
				events = append(events, event{"the regulator's latest rating of " + proposal.NameOf(org), org.Find("quality", "rated_on")})
			}
		}
		return events
	}
	if section != nil && section.Key == "answers" || within(v, "governance", "culture", "engagement", "rationale") {
		leaders(a.doc.Organisations[0])
		leaders(a.doc.Organisations[1])
	}
	return events
}

// within reports whether a value stands in one of some sections of the arrangement.
func within(v *proposal.Value, sections ...string) bool {
	for ; v != nil; v = v.Parent {
		if v.Parent != nil && v.Parent.Key == "arrangement" && slices.Contains(sections, v.Key) {
			return true
		}
	}
	return false
}
