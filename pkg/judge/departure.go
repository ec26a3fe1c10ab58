package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Departure is a decision, on the record, to go on without something that is asked. It changes no status: every
// rating is without it, and a reading that asks for departures gives the ratings with those in force.
type Departure struct {
	Entry   *proposal.Value            // as the document states it
	Of      *catalogue.Criterion       // the criterion that is departed from, nil for anything else
	At      int                        // its place among Judgement.Criteria, -1 where it does not apply here
	Rule    *catalogue.ConsistencyRule // the consistency rule that is departed from, nil for anything else
	Element *catalogue.Element         // the element of governance that is departed from, nil for anything else
	Lacks   []string                   // what it would need to count: a kind, a reason, who accepts it, until when
	Expired bool                       // the last day on which it holds has passed, or may have
	Idle    string                     // why there is nothing to depart from; empty where there is
}

// State is where a departure stands. Of several things that keep it from being in force it is the first.
func (d *Departure) State() result.DepartureState {
	switch {
	case len(d.Lacks) > 0:
		return result.Incomplete
	case d.Expired:
		return result.Expired
	case d.Idle != "":
		return result.NotNeeded
	}
	return result.InForce
}

// ID is the id of what is departed from.
func (d *Departure) ID() string { return d.Entry.Key }

// Departure gives the departure from a criterion, a rule or an element of governance, nil where the document states none.
func (j *Judgement) Departure(id string) *Departure {
	for i := range j.Departures {
		if j.Departures[i].ID() == id {
			return &j.Departures[i]
		}
	}
	return nil
}

// Departed gives the departure from a criterion that is in force, nil where there is none.
func (j *Judgement) Departed(c *Criterion) *Departure {
	if d := j.Departure(c.ID); d != nil && d.State() == result.InForce {
		return d
	}
	return nil
}

// depart works out where the document's departures stand.
func (j *Judgement) depart() {
	recorded := j.Doc.Root.Find(paths.Departures)
	if recorded == nil {
		return
	}
	asOf := j.Doc.Root.Find(paths.AsOf)
	for _, entry := range recorded.Items {
		if _, is := j.foreign(entry.Key); is {
			continue // of another catalogue: it is told as that
		}
		d := Departure{Entry: entry, At: -1, Of: j.Cat.Criterion(entry.Key)}
		if i, applies := j.Find(entry.Key); applies {
			d.At = i
		}
		if d.Of == nil {
			d.Rule = j.Cat.ConsistencyRule(entry.Key)
		}
		if d.Of == nil && d.Rule == nil {
			d.Element = j.Cat.Element(entry.Key)
		}
		until := entry.At(paths.Until)
		for _, of := range []struct {
			missing bool
			said    string
		}{
			{!settled(entry.At(paths.Kind)), "a kind"},
			{entry.Because == "", "a reason"},
			{!settled(entry.At(paths.AcceptedBy)), "who accepts it"},
			{!settled(until), "until when"},
			{settled(until) && !isDate(asOf), "the day on which the document is true"},
		} {
			if of.missing {
				d.Lacks = append(d.Lacks, of.said)
			}
		}
		d.Expired = settled(until) && isDate(asOf) && until.To < asOf.To
		d.Idle = j.idle(&d)
		j.Departures = append(j.Departures, d)
	}
}

// settled reports whether a leaf says something that both organisations say.
func settled(v *proposal.Value) bool {
	return v != nil && v.State == proposal.Given && len(v.Views) == 0
}

// idle says why there is nothing to depart from, and nothing where there is. What is not known to be met may be
// departed from as what is known not to be.
func (j *Judgement) idle(d *Departure) string {
	if d.Rule != nil {
		if slices.ContainsFunc(j.mismatches(), func(m Mismatch) bool { return m.Rule == d.Rule }) {
			return ""
		}
		return "the document says nothing that goes against the rule"
	}
	if d.Element != nil {
		recommended, env := j.recommended(d.Element)
		if recommended == logic.False || !j.askedIn(d.Element.Sectors) {
			return "it is not recommended for this kind of partnership"
		}
		if j.element(d.Element, recommended, env).Status == result.InPlace {
			return "it is in place"
		}
		return ""
	}
	if d.At < 0 {
		return "it is not asked of this kind of partnership"
	}
	c := &j.Criteria[d.At]
	switch s := c.Standing; {
	case c.When == result.Past && !c.Without():
		return "the step is taken that it was for"
	case s.Said() == rating.Met:
		return "it is met"
	case s.Said() == rating.NotApplicable:
		return "it is set aside as not applicable"
	}
	return ""
}

// departing gives what a reading with departures supposes: that what is departed from is met, and otherwise what it
// supposes anyhow. What concerns the other board alone has no part in a board's own reading, departed from or not.
func (j *Judgement) departing(r Reading) []Supposition {
	var all []Supposition
	for i := range j.Departures {
		d := &j.Departures[i]
		if d.State() != result.InForce || d.At < 0 || r.Board != Both && j.Criteria[d.At].Concerns == r.Board.Other() {
			continue
		}
		all = append(all, Supposition{Criterion: d.At, Status: rating.Met})
	}
	departed := all
	for _, s := range r.Supposing {
		if !slices.ContainsFunc(departed, func(d Supposition) bool { return d.Criterion == s.Criterion }) {
			all = append(all, s)
		}
	}
	return all
}

// asDeparted is what a document states of a departure.
const asDeparted = "{kind: accepted, because: …, accepted_by: …, until: …}"

// HowToDepart says how a document goes on without something, on the record.
func HowToDepart(id string) string { return "departures: {" + id + ": " + asDeparted + "}" }

// Departures tells the departures of the document, in its order.
func Departures(j *Judgement) []result.Departure {
	all := []result.Departure{}
	for i := range j.Departures {
		all = append(all, j.told(&j.Departures[i]))
	}
	return all
}

func (j *Judgement) told(d *Departure) result.Departure {
	x := result.Departure{
		ID: d.ID(), Of: result.FromRule, Kind: proposal.DepartureKind(d.Entry.At(paths.Kind).String()), Because: d.Entry.Because,
		AcceptedBy: j.apartly(d.Entry.At(paths.AcceptedBy)), Until: j.apartly(d.Entry.At(paths.Until)), Evidence: []string{},
		State: d.State(), Words: j.DepartureWords(d), Lacks: append([]string{}, d.Lacks...), Idle: d.Idle, Questions: []string{}, Place: d.Entry.Pos,
	}
	x.Evidence = append(x.Evidence, d.Entry.EvidenceIDs()...)
	switch {
	case d.Rule != nil:
		x.Title = strings.TrimSuffix(strings.ReplaceAll(d.Rule.Text, "{item}", "an entry"), ".")
		return x
	case d.Element != nil:
		x.Of, x.Title, x.Questions = result.FromElement, d.Element.Title, []string{j.Cat.Showing(catalogue.Oversight).ID}
		return x
	}
	x.Of, x.Title, x.Questions = result.FromCriterion, j.Named(d.Of, d.Of.Title), d.Of.Questions
	if d.At >= 0 {
		c := &j.Criteria[d.At]
		x.Gate, x.Status, x.When = c.Gate(), c.Standing.Said(), c.When
	}
	return x
}

// apartly gives what a leaf says in words; where the organisations state it apart, what each of them says.
func (j *Judgement) apartly(v *proposal.Value) string {
	if v == nil || len(v.Views) == 0 {
		return j.value(v)
	}
	var each []string
	for _, view := range v.Views {
		each = append(each, strings.TrimSpace(j.NameOf(view.Key)+": "+j.value(view)))
	}
	return strings.Join(each, "; ")
}

// DepartureWords says in a phrase who departs until when, and what keeps it from being in force.
func (j *Judgement) DepartureWords(d *Departure) string {
	kind, by, until := j.apartly(d.Entry.At(paths.Kind)), j.apartly(d.Entry.At(paths.AcceptedBy)), j.apartly(d.Entry.At(paths.Until))
	var said []string
	if kind != string(proposal.Accepted) && kind != "" {
		said = append(said, kind+",")
	}
	said = append(said, "accepted")
	if by != "" {
		for _, begins := range []string{"Both ", "The ", "Each "} { // a name keeps its capital
			if rest, is := strings.CutPrefix(by, begins); is {
				by = strings.ToLower(begins) + rest
			}
		}
		said = append(said, "by", by)
	}
	if until != "" {
		said = append(said, "until", until)
	}
	words := strings.Join(said, " ")
	switch d.State() {
	case result.Incomplete:
		return words + "; it does not count, as it is not said: " + wording.And(d.Lacks)
	case result.Expired:
		return words + ", which has passed"
	case result.NotNeeded:
		return words + "; there is nothing to depart from: " + d.Idle
	}
	if d.At >= 0 && j.Criteria[d.At].When == result.Later {
		words += "; not due yet"
	}
	return words
}

// WithDepartures gives the ratings with the departures in force, beside those without; nil where none of them is from
// something that rates now.
func WithDepartures(j *Judgement) *result.WithDepartures {
	w := result.WithDepartures{Criteria: []string{}, Gates: []string{}}
	for i := range j.Departures {
		d := &j.Departures[i]
		if d.State() != result.InForce || d.At < 0 {
			continue
		}
		c := &j.Criteria[d.At]
		if c.Kind.Rated() && c.When == result.Now {
			w.Criteria = append(w.Criteria, c.ID)
			if c.Gate() {
				w.Gates = append(w.Gates, c.ID)
			}
		}
	}
	if len(w.Criteria) == 0 {
		return nil
	}
	r := j.Rate(Reading{Departing: true})
	w.Overall, w.Context, w.Enablers = j.Overall(r.Whole), Words(r.Context), Words(r.Enablers)
	w.Verdict = wording.Sentence(j.VerdictClause(r.Verdict, j.Timing.Stage))
	for _, q := range r.Questions {
		w.Questions = append(w.Questions, Words(q))
	}
	n := len(w.Criteria)
	w.Sentence = wording.Sentence("with " + wording.Things(n, "departure") + ", as if what " + wording.Verb(n, "it departs", "they depart") + " from were met: " + w.Overall.Words)
	return &w
}

// astray finds the departures that do not count as they stand: those that lack something, whose day has passed, or
// that depart from nothing.
func (j *Judgement) astray() []result.Finding {
	var all []result.Finding
	for i := range j.Departures {
		d := &j.Departures[i]
		x := j.told(d)
		about := "the departure from " + d.ID() + " (" + x.Title + ")"
		add := func(is bool, kind result.FindingKind, text, do string) {
			if !is {
				return
			}
			f := result.Finding{ID: string(kind) + "-" + d.ID(), Kind: kind, Subject: d.ID(), Place: d.Entry.Pos, Text: about + " " + text, Do: do}
			switch {
			case d.Of != nil:
				f = j.of(d.Of, f)
			case d.Rule != nil:
				f.Cites = j.Cites(d.Rule.Cites)
			default:
				f.Cites, f.Questions = j.Cites(d.Element.Cites), x.Questions
			}
			all = append(all, finding(f, paths.Departures.Under(d.ID())))
		}
		add(len(d.Lacks) > 0, result.DepartureIncomplete, "does not say "+wording.Or(d.Lacks)+"; it counts nowhere",
			"state it, "+asDeparted+", and `as_of`; or remove it")
		add(d.Expired, result.DepartureExpired, "held until "+x.Until+", which has passed", "see to what it departs from, or have it accepted anew until another day")
		add(d.Idle != "", result.DepartureUnused, "departs from nothing: "+d.Idle, "remove it")
	}
	return all
}
