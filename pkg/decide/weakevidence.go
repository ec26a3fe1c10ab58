package decide

import (
	"cmp"
	"slices"

	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// WeakEvidence lists every stale, missing or single-party piece of evidence, with how much the documented
// rating hangs on it: what would be lost without a stale piece, and what would be won if a document stood
// where there is only one party's word, or nothing.
func WeakEvidence(j *judge.Judgement, e result.Evidence) []result.Weakness {
	all := []result.Weakness{}
	for _, p := range e.Pieces {
		h := result.Weakness{What: p.ID, Place: p.At}
		switch {
		case p.Stale != "":
			h.Kind, h.Why = result.OutOfDate, p.Stale
			hangs(j, &h, suppose(restOn(j, p.ID, p.StaleFor), judge.Supposition{Status: rating.Unknown}))
		case p.Kind == proposal.Assertion:
			h.Kind, h.Why = result.OneSided, "the word of one party"
			hangs(j, &h, suppose(restOn(j, p.ID, nil), judge.Supposition{Supported: true}))
		default:
			continue
		}
		if len(h.Criteria) > 0 || h.Kind == result.OutOfDate {
			all = append(all, h)
		}
	}
	for _, id := range e.Undocumented {
		n, _ := j.Find(id)
		c := &j.Criteria[n]
		if slices.ContainsFunc(c.Standing.Used, func(v *proposal.Value) bool { return len(v.EvidenceIDs()) > 0 }) {
			continue
		}
		h := result.Weakness{What: id, Kind: result.NoneRegistered, Why: "nothing registered stands behind it", Place: j.PlaceOf(c)}
		hangs(j, &h, suppose([]int{n}, judge.Supposition{Supported: true}))
		all = append(all, h)
	}
	slices.SortStableFunc(all, func(x, y result.Weakness) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(len(y.Criteria), len(x.Criteria)), cmp.Compare(x.What, y.What))
	})
	return all
}

// suppose supposes the same of some criteria.
func suppose(criteria []int, s judge.Supposition) []judge.Supposition {
	all := make([]judge.Supposition, len(criteria))
	for i, n := range criteria {
		s.Criterion = n
		all[i] = s
	}
	return all
}

// hangs fills in what moves in the documented ratings under some suppositions.
func hangs(j *judge.Judgement, h *result.Weakness, supposing []judge.Supposition) {
	h.Criteria, h.Questions = []string{}, []string{}
	if len(supposing) == 0 {
		return
	}
	for _, s := range supposing {
		h.Criteria = append(h.Criteria, j.Criteria[s.Criterion].ID)
	}
	now, then := j.Documented, j.Rate(judge.Reading{Documented: true, Supposing: supposing})
	if d := distance(now.Whole.Low.Grade, then.Whole.Low.Grade) + distance(now.Whole.High.Grade, then.Whole.High.Grade); d > 0 {
		h.Weight += d * wholeStep
		h.Overall = then.Whole.Low.Grade
	}
	for i, x := range now.Questions {
		y := then.Questions[i]
		d := distance(x.Low, y.Low) + distance(x.High, y.High)
		if x.Printed != y.Printed {
			h.Weight += brakeLifted
		}
		if d > 0 || x.Printed != y.Printed {
			h.Weight += d * questionStep
			h.Questions = append(h.Questions, j.Cat.Questions[i].ID)
		}
	}
}

// restOn lists the criteria that rest on a piece of evidence: those that would not be documented without
// it behind some statements, or, for a piece that is no document, those that are met or partly met and not
// documented.
func restOn(j *judge.Judgement, id string, statements []string) []int {
	documented := len(statements) > 0
	return slices.DeleteFunc(j.Rated(rating.Met, rating.AtLeastPartly, rating.Partly), func(n int) bool {
		s := j.Criteria[n].Standing
		return (s.OnPaper == s.Claimed) != documented || !slices.ContainsFunc(s.Used, func(v *proposal.Value) bool {
			ids := v.EvidenceIDs()
			return slices.Contains(ids, id) && (!documented || slices.Contains(statements, v.Path()) && rankWithout(j.Doc, ids, id) < proposal.Documented)
		})
	})
}

// rankWithout gives how good the best of some pieces is, one of them left out.
func rankWithout(doc *proposal.Proposal, ids []string, without string) int {
	best := 0
	for _, id := range ids {
		if piece, ok := doc.Piece(id); ok && id != without {
			best = max(best, piece.Rank)
		}
	}
	return best
}
