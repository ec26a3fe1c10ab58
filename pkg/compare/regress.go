package compare

import (
	"slices"

	"partner/pkg/judge"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// Regression is something that was met, in whole or in part, and is less now, without a reason on record.
type Regression struct {
	Criterion string // its id, as it is now
	Title     string
	From, To  string          // how it stood and how it stands, in words
	Place     source.Position // in the new document
	Unsaid    []string        // the places of the changes that moved it and for which the new document gives no reason, or none that is new
}

// Regressions lists what of an old state of a proposal may not have become less, and has: of what rates, each criterion of
// which fewer steps are surely made, or, where as many are, which documents no longer support. It is none where the new
// document says why with each changed statement that the criterion rests on, or departs from the criterion since. Whether a
// criterion is due plays no part, so no stage makes or hides one. One that no longer applies is none. Both are to be judged as at one day by one catalogue.
func Regressions(old, new *judge.Judgement) []Regression {
	apart := differing(old.Doc, new.Doc)
	d, ids := &Difference{Changes: apart.changes}, apart.ids
	criteria := func(j *judge.Judgement) Judged { return Judged{j, &result.Result{Criteria: judge.Criteria(j)}} }
	d.criteria(criteria(old), criteria(new), ids)
	was := map[string]*judge.Criterion{} // by their ids now
	for i := range old.Criteria {
		c := &old.Criteria[i]
		was[ids.asked(c.ID)] = c
	}
	var all []Regression
	for _, moved := range d.Criteria {
		at, applies := new.Find(moved.ID)
		before := was[moved.ID]
		if !applies || before == nil || !moved.Kind.Rated() {
			continue
		}
		now := &new.Criteria[at]
		if !less(old, before, new, now) || departedSince(old, before, new, now) {
			continue
		}
		r := Regression{Criterion: moved.ID, Title: moved.Title, From: moved.From.String(), To: moved.To.String(), Place: new.PlaceOf(now)}
		if moved.From == moved.To {
			r.From, r.To = r.From+", documented", r.To+", not documented"
		}
		reasons := 0
		for i := range d.Changes {
			switch ch := &d.Changes[i]; {
			case !slices.Contains(ch.Criteria, moved.ID):
			case apart.reasoned[i]:
				reasons++
			default:
				r.Unsaid = append(r.Unsaid, ch.path())
			}
		}
		if reasons == 0 || len(r.Unsaid) > 0 {
			all = append(all, r)
		}
	}
	return all
}

// departedSince reports whether the new document departs from a criterion, in force, and the old one does not do so in the
// same words: what was accepted before something became less does not speak of that.
func departedSince(old *judge.Judgement, before *judge.Criterion, new *judge.Judgement, now *judge.Criterion) bool {
	is, was := new.Departed(now), old.Departure(before.ID)
	return is != nil && (was == nil || was.Entry.Because != is.Entry.Because || was.Entry.At(paths.Until).String() != is.Entry.At(paths.Until).String())
}

// less reports whether of a criterion less is surely in place than was, or less on documents.
func less(old *judge.Judgement, before *judge.Criterion, new *judge.Judgement, now *judge.Criterion) bool {
	was, is := made(before.Status()), made(now.Status())
	return is < was || is == was && is > 0 && old.IsDocumented(before) && !new.IsDocumented(now)
}

// made is how many of the steps of a status are surely made.
func made(s rating.Status) int {
	n := 0
	for _, step := range []rating.Step{s.Lower(), s.Upper()} {
		if step == rating.Made {
			n++
		}
	}
	return n
}
