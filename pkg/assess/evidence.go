package assess

import (
	"slices"
	"strconv"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
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
	since := a.overtaken()
	for _, entry := range a.doc.Register {
		e.Pieces = append(e.Pieces, result.Piece{
			ID: entry.Key, Kind: proposal.EvidenceKind(entry.At(paths.Kind).Written()), Title: entry.At(paths.PieceTitle).Written(), Place: entry.At(paths.Place).Written(),
			Date: entry.At(paths.Date).InWords(), Used: used[entry.Key], Stale: a.stale(entry, since[entry.Key]), At: entry.Pos,
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
func (a *assessor) stale(entry *proposal.Value, since []event) string {
	date, asOf := entry.At(paths.Date), a.doc.Root.Find(paths.AsOf)
	if !date.Known() || !asOf.Known() {
		return ""
	}
	if least, _ := proposal.Months(date, asOf); least >= staleMonths {
		return "older than twelve months on " + asOf.InWords()
	}
	for _, e := range since {
		if date.To < e.on.From && e.on.From <= asOf.To {
			return "older than " + e.what + " (" + e.on.InWords() + ")"
		}
	}
	return ""
}

// event is something that makes what was written before it stale.
type event struct {
	what string
	on   *proposal.Value
}

// overtaken lists, for each piece of evidence, the events that may have overtaken it: a change of those
// who lead, for what rests on them; a new rating by the regulator, for what is said of quality; the end
// of the financial year that they are for, for figures.
func (a *assessor) overtaken() map[string][]event {
	since := map[string][]event{}
	var both []event
	add := func(v *proposal.Value, events []event) {
		v.Walk(func(v *proposal.Value) {
			if v.State != proposal.Unknown && v.Field.Leaf() && v.Key != "rated_on" && v.Key != "year_end" {
				for _, id := range v.EvidenceIDs() {
					if n := len(since[id]); n == 0 || since[id][n-1] != events[len(events)-1] {
						since[id] = append(since[id], events...)
					}
				}
			}
		})
	}
	for _, o := range a.doc.Organisations {
		var leaders []event
		for _, l := range []struct {
			since paths.Own
			post  string
		}{{paths.ChiefExecutiveSince, "chief executive"}, {paths.ChairSince, "chair"}, {paths.ClinicalLeadSince, "clinical lead"}} {
			if v := o.Own(l.since); v.Known() {
				leaders = append(leaders, event{whose(proposal.NameOf(o)) + " present " + l.post, v})
			}
		}
		both = append(both, leaders...)
		if len(leaders) > 0 {
			for _, section := range []paths.Own{paths.Board, paths.Stance, paths.Capacity, paths.Values, paths.Aims} {
				add(o.Own(section), leaders)
			}
		}
		if v := o.Own(paths.RatedOn); v.Known() {
			add(o.Own(paths.Quality), []event{{"the regulator's latest rating of " + proposal.NameOf(o), v}})
		}
		if v := o.Own(paths.YearEnd); v.Known() {
			add(o.Own(paths.Finance), []event{{"the year end that the figures of " + proposal.NameOf(o) + " are for", v}})
		}
	}
	if leads := a.doc.Root.Find(paths.Leads); leads != nil {
		for _, l := range leads.Stated() {
			if v := l.At(paths.Since); v.Known() {
				both = append(both, event{"the present " + or(l.At(paths.Post).Written(), "lead"), v})
			}
		}
	}
	if len(both) > 0 {
		add(a.doc.Root.Find(paths.Answers), both)
		for _, section := range []paths.Path{paths.Governance, paths.Culture, paths.Engagement, paths.Rationale} {
			add(a.doc.Root.Find(section), both)
		}
	}
	return since
}

func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}
