package judge

import (
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// staleMonths is the age at which evidence is stale (the method: twelve months before as_of).
const staleMonths = 12

// Staleness is why a piece of evidence is stale on the day of the document.
type Staleness struct {
	Why string          // in words; empty where it is not stale, or where that cannot be told
	By  *proposal.Value // the date that overtook it, nil where it is its age
}

// event is something that makes what was written before it stale.
type event struct {
	what string
	on   *proposal.Value
}

// succession is a post whose change makes stale what rests on who holds it.
type succession struct {
	since paths.Own
	post  string
}

// What can overtake evidence: that an organisation's board is led by others, for what rests on its leaders; a
// date that its own section is as of, for what else the section says; that a lead of the arrangement is
// another, with the boards', for what the two have agreed on and judge.
var (
	successions = []succession{{paths.ChiefExecutiveSince, "chief executive"}, {paths.ChairSince, "chair"}, {paths.ClinicalLeadSince, "clinical lead"}}
	onLeaders   = []paths.Own{paths.Board, paths.Stance, paths.Capacity, paths.Values, paths.Aims}
	asOfDates   = []struct {
		section, date paths.Own
		before, after string // what the date is, around the organisation's name
	}{
		{paths.Quality, paths.RatedOn, "the regulator's latest rating of ", ""},
		{paths.Finance, paths.YearEnd, "the year end that the figures of ", " are for"},
	}
	onBothBoards = []paths.Path{paths.Answers, paths.Governance, paths.Culture, paths.Engagement, paths.Rationale}
)

// overtaken lists, for each piece of evidence by its id, the events that may have overtaken it.
func (j *Judgement) overtaken() map[string][]event {
	since := map[string][]event{}
	add := func(v *proposal.Value, events []event) {
		if len(events) == 0 {
			return
		}
		v.Walk(func(v *proposal.Value) {
			if v.State == proposal.Unknown || !v.Field.Leaf() || isAsOfDate(v) {
				return
			}
			for _, id := range v.EvidenceIDs() {
				if n := len(since[id]); n == 0 || since[id][n-1] != events[len(events)-1] {
					since[id] = append(since[id], events...)
				}
			}
		})
	}
	var both []event
	for _, o := range j.Doc.Organisations {
		var leaders []event
		for _, s := range successions {
			if v := o.Own(s.since); v.Known() {
				leaders = append(leaders, event{wording.Whose(proposal.NameOf(o)) + " present " + s.post, v})
			}
		}
		both = append(both, leaders...)
		for _, section := range onLeaders {
			add(o.Own(section), leaders)
		}
		for _, d := range asOfDates {
			if v := o.Own(d.date); v.Known() {
				add(o.Own(d.section), []event{{d.before + proposal.NameOf(o) + d.after, v}})
			}
		}
	}
	for _, l := range j.Doc.Root.Find(paths.Leads).Stated() {
		if v := l.At(paths.Since); v.Known() {
			post := l.At(paths.Post).Written()
			if post == "" {
				post = "lead"
			}
			both = append(both, event{"the present " + post, v})
		}
	}
	for _, section := range onBothBoards {
		add(j.Doc.Root.Find(section), both)
	}
	return since
}

// isAsOfDate reports whether a statement is itself the date that its section is as of.
func isAsOfDate(v *proposal.Value) bool {
	for _, d := range asOfDates {
		if strings.HasSuffix(string(d.date), "."+v.Key) {
			return true
		}
	}
	return false
}

// Stale gives why each piece of evidence is stale that is, by its id: by age, or because what it speaks of has
// changed hands since.
func (j *Judgement) Stale() map[string]Staleness {
	stale := map[string]Staleness{}
	asOf := j.Doc.Root.Find(paths.AsOf)
	if !asOf.Known() {
		return stale
	}
	since := j.overtaken()
	for _, piece := range j.Doc.Register {
		date := piece.At(paths.Date)
		if !date.Known() {
			continue
		}
		if least, _ := proposal.Months(date, asOf); least >= staleMonths {
			stale[piece.Key] = Staleness{Why: "older than twelve months on " + asOf.InWords()}
			continue
		}
		for _, e := range since[piece.Key] {
			if date.To < e.on.From && e.on.From <= asOf.To {
				stale[piece.Key] = Staleness{"older than " + e.what + " (" + e.on.InWords() + ")", e.on}
				break
			}
		}
	}
	return stale
}
