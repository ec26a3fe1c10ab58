package decide

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// wanted is something that a condition can bring about: a criterion or an element of governance.
type wanted struct {
	result.Condition
	by         catalogue.Due // when it is due, by its word in the catalogue
	status     rating.Status // how it stands by the rest of the document
	maybe      bool          // it is not known whether it applies
	documented bool          // documents support how it stands
	departed   *judge.Departure
}

// Conditions lists what the boards can set as conditions: each enabler, practice and element of
// governance that is due and not met or partly met, each piece of context that is not met, to be changed or accepted
// knowingly, and whatever the document records as a condition. What is unknown becomes one only where it is recorded:
// before it is a condition, it is a question. What the boards go on without, on the record, is shown as accepted.
func Conditions(j *judge.Judgement, governance []result.Element) []result.Condition {
	recorded := j.Doc.Root.Find(paths.Conditions)
	list := []wanted{}
	listed := map[string]bool{}
	add := func(w wanted, rec *proposal.Value) {
		listed[w.ID] = true
		followUp(j, &w, rec)
		list = append(list, w)
	}
	for i := range j.Criteria {
		s := &j.Criteria[i]
		status := s.Status()
		ready := s.When == result.Now && (s.Kind == catalogue.Enabler || s.Kind == catalogue.Practice)
		rec := recorded.Item(s.ID)
		given := s.When == result.Now && s.Kind == catalogue.Context && status == rating.NotMet
		if rec != nil || ready && status.Short() || given || j.Departed(s) != nil {
			w := ofCriterion(j, s.Criterion)
			if given {
				w.accepting()
			}
			w.departed = j.Departure(s.ID)
			w.status, w.maybe, w.documented, w.Place = status, !s.Sure, j.IsDocumented(s), j.PlaceOf(s)
			add(w, rec)
		}
	}
	for i := range governance {
		e := &governance[i]
		rec, departed := recorded.Item(e.ID), j.Departure(e.ID)
		accepted := departed != nil && departed.State() == result.InForce
		if listed[e.ID] || rec == nil && !accepted && (e.Status != result.Missing && e.Status != result.Different || askedBy(j, e.ID, listed)) {
			continue
		}
		w := ofElement(j, j.Cat.Element(e.ID))
		if rec == nil && !accepted && j.Timing.Due(w.by) == result.Later {
			continue
		}
		w.departed = departed
		w.status, w.maybe = elementStatus[e.Status], e.Recommended != result.Surely
		if len(e.Facts) > 0 {
			w.Place = e.Facts[0].Place
		}
		add(w, rec)
	}
	if recorded != nil {
		for _, rec := range recorded.Items {
			if listed[rec.Key] {
				continue
			}
			var w wanted
			if c := j.Cat.Criterion(rec.Key); c != nil {
				w = ofCriterion(j, c)
			} else if e := j.Cat.Element(rec.Key); e != nil {
				w = ofElement(j, e)
			} else {
				continue // Verify reports it
			}
			w.status = rating.NotApplicable
			add(w, rec)
		}
	}
	due := func(w wanted) int {
		return slices.IndexFunc(j.Cat.Words.Due, func(d catalogue.Word) bool { return d.ID == string(w.by) })
	}
	slices.SortStableFunc(list, func(x, y wanted) int {
		return cmp.Or(cmp.Compare(slices.Index(result.ConditionStates, x.State), slices.Index(result.ConditionStates, y.State)), cmp.Compare(due(x), due(y)))
	})
	conditions := make([]result.Condition, len(list))
	for i := range list {
		conditions[i] = list[i].Condition
	}
	return conditions
}

// elementStatus says how an element of governance stands as a criterion would.
var elementStatus = map[result.ElementStatus]rating.Status{
	result.InPlace: rating.Met, result.OtherMeans: rating.Met, result.Different: rating.Partly, result.Missing: rating.NotMet,
	result.NotKnown: rating.Unknown, result.NotApplicable: rating.NotApplicable,
}

// askedBy reports whether the criterion that asks for an element itself, the first that it names, is
// listed: one condition is then enough for both.
func askedBy(j *judge.Judgement, element string, listed map[string]bool) bool {
	e := j.Cat.Element(element)
	return len(e.Criteria) > 0 && listed[e.Criteria[0]]
}

func ofCriterion(j *judge.Judgement, c *catalogue.Criterion) wanted {
	return wanted{by: c.Due, Condition: result.Condition{
		ID: c.ID, Of: result.OfCriterion, Title: j.Named(c, c.Title), Do: j.ToDo(c), Who: j.Cat.Words.Role(c.Fix.Who),
		Closes: c.Fix.Evidence, Questions: c.Questions, Place: j.Start(),
	}}
}

// accepting makes a condition of context that is not met: it is changed, or accepted knowingly.
func (w *wanted) accepting() {
	if w.Do == "" {
		w.Do = "Change it"
	}
	w.Do += "; or accept it knowingly, with who does so and until when"
	w.Accept = judge.HowToDepart(w.ID)
	minutes := "the minutes of both boards that accept it until a day that they name"
	if w.Closes != "" {
		minutes = w.Closes + "; or " + minutes
	}
	w.Closes = minutes
}

// ofElement makes a condition of an element of governance. When it is due and what closes it, its first
// criterion says; where it has none, it is due before the start and closed by the boards' minutes.
func ofElement(j *judge.Judgement, e *catalogue.Element) wanted {
	w := wanted{by: catalogue.BeforeStart, Condition: result.Condition{
		ID: e.ID, Of: result.OfGovernance, Title: e.Title, Do: e.Do, Who: j.Cat.Words.Role(e.Who),
		Closes: "the minutes of both boards that set it up", Questions: []string{j.Cat.Showing(catalogue.Oversight).ID}, Place: j.Start(),
	}}
	if len(e.Criteria) > 0 {
		if c := j.Cat.Criterion(e.Criteria[0]); c != nil && c.Fix.Do != "" {
			w.by, w.Closes = c.Due, c.Fix.Evidence
			if left := j.Remaining(c); left != "" {
				w.Do = left
			}
		}
	}
	return w
}

// followUp says when a condition is due and where it stands, given what the document records of it (nil
// where it records nothing) and how the matter stands by the rest of the document.
func followUp(j *judge.Judgement, w *wanted, rec *proposal.Value) {
	w.Evidence = []string{}
	due := j.DueBy(w.by)
	w.By = j.DueWords(w.by)
	var remarks []string
	if w.maybe {
		remarks = append(remarks, "it is not yet known whether this applies here")
	}
	if set := rec.At(paths.Due); set.Known() {
		if due != nil && set.From > due.To {
			remarks = append(remarks, "set for later than it is wanted, "+w.By)
		}
		due, w.By = set, "by "+set.InWords()
	}
	if due != nil {
		w.Due = due.Word
	}
	accepted := w.departed != nil && w.departed.State() == result.InForce
	if d := w.departed; d != nil {
		w.Accepted = strings.Join(wording.Given(wording.Sentence(j.DepartureWords(d)), wording.Sentence(d.Entry.Because)), " ")
	}
	asOf := j.Doc.Root.Find(paths.AsOf)
	passed := due != nil && asOf.Known() && due.To < asOf.From
	switch {
	case rec == nil && accepted:
		w.State, w.Accept, w.Place = result.Accepted, "", w.departed.Entry.Pos
		w.Remark = wording.Sentence(strings.Join(remarks, "; "))
		return
	case rec == nil:
		w.State = result.Proposed
		switch {
		case passed:
			remarks = append(remarks, "that day has passed: set another, or record as a departure that it goes on without")
		case due == nil && stepTaken(j, w.by):
			remarks = append(remarks, "that step is taken: set a day, or record as a departure that it goes on without")
		}
		w.Remark = wording.Sentence(strings.Join(remarks, "; "))
		return
	}
	w.Place, w.Owner, w.Note, w.Because = rec.Pos, rec.At(paths.Owner).String(), rec.At(paths.Note).String(), rec.Because
	w.Recorded = rec.At(paths.State).String()
	w.Evidence = append(w.Evidence, rec.EvidenceIDs()...)
	closed := rec.At(paths.State).Is(string(result.Closed))
	if said := standsAgainst(w, closed); said != "" {
		remarks = append(remarks, said)
	}
	w.State = result.Open
	switch {
	case closed && (w.status == rating.Met || w.status == rating.NotApplicable):
		w.State = result.Closed
	case !closed && passed && w.status != rating.Met && w.status != rating.NotApplicable:
		w.State = result.Overdue
	}
	w.Remark = wording.Sentence(strings.Join(remarks, "; "))
}

// stepTaken reports whether the step before which something is due is known to be taken, though no day of it is told.
func stepTaken(j *judge.Judgement, by catalogue.Due) bool {
	switch stage := j.Timing.Dated.Earliest; by {
	case catalogue.BeforeDecision:
		return stage >= result.ToStart
	case catalogue.BeforeStart:
		return stage >= result.Running
	}
	return false
}

// standsAgainst says where what is recorded of a condition does not go together with the rest of the
// document, or nothing where it does.
func standsAgainst(w *wanted, closed bool) string {
	switch w.status {
	case rating.NotApplicable:
		return "this does not apply to the partnership as it is described, or the document sets it aside"
	case rating.Met:
		switch {
		case !closed:
			return "recorded as open, but by the document it is in place: it can be closed"
		case len(w.Evidence) == 0 && !w.documented:
			return "closed without evidence"
		}
	case rating.AtLeastPartly:
		if closed {
			return "recorded as closed, but the document shows it in place only in part so far"
		}
	case rating.AtMostPartly:
		if closed {
			return "recorded as closed, but by the document it is in place at most in part"
		}
	case rating.Unknown:
		if closed {
			return "recorded as closed, but the document does not say that it is in place"
		}
		if !w.maybe { // otherwise it is told that it may not apply at all
			return "not known whether it is in place"
		}
	case rating.Partly:
		if closed {
			return "recorded as closed, but by the document it is in place only in part"
		}
	case rating.NotMet:
		if closed {
			return "recorded as closed, but by the document it is not in place"
		}
	}
	return ""
}
