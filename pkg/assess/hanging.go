package assess

import (
	"cmp"
	"slices"

	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// hanging fills in every stale, missing or single-party piece of evidence, with how much the documented
// rating hangs on it: what would be lost without a stale piece, and what would be won if a document stood
// where there is only one party's word, or nothing.
func (a *assessor) hanging() {
	all := []result.Hanging{}
	documented := a.documentedNow()
	for i := range a.out.Evidence.Pieces {
		p := &a.out.Evidence.Pieces[i]
		h := result.Hanging{What: p.ID, Place: p.At}
		switch {
		case p.Stale != "":
			h.Kind, h.Why = result.OutOfDate, p.Stale
			a.hangs(&h, documented, a.restsOn(p.ID, true), rating.Unknown)
		case p.Kind == proposal.Assertion:
			h.Kind, h.Why = result.OneSided, "the word of one party"
			a.hangs(&h, documented, a.restsOn(p.ID, false), rating.Met)
		default:
			continue
		}
		if len(h.Criteria) > 0 || h.Kind == result.OutOfDate {
			all = append(all, h)
		}
	}
	for i := range a.shown {
		s := &a.shown[i]
		if !slices.Contains(a.out.Evidence.Undocumented, s.ID) || a.hasEvidence(s) {
			continue
		}
		h := result.Hanging{What: s.ID, Kind: result.NoneRegistered, Why: "nothing registered stands behind it", Place: a.placeOf(s)}
		a.hangs(&h, documented, []int{i}, rating.Met)
		all = append(all, h)
	}
	slices.SortStableFunc(all, func(x, y result.Hanging) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(len(y.Criteria), len(x.Criteria)), cmp.Compare(x.What, y.What))
	})
	a.out.Evidence.Hanging = all
}

// documentedNow rates what documents support, as it is.
func (a *assessor) documentedNow() rating.Rated {
	return a.rateAs(func(_ int, s *standing) rating.Item { return s.onPaper })
}

// hangs works out what moves in the documented ratings if some criteria are no longer known on paper
// (Unknown), or are as good on paper as claimed (Met).
func (a *assessor) hangs(h *result.Hanging, now rating.Rated, criteria []int, to rating.Status) {
	h.Criteria, h.Questions = []string{}, []string{}
	for _, n := range criteria {
		h.Criteria = append(h.Criteria, a.shown[n].ID)
	}
	if len(criteria) == 0 {
		return
	}
	then := a.rateAs(func(n int, s *standing) rating.Item {
		switch {
		case !slices.Contains(criteria, n):
			return s.onPaper
		case to == rating.Unknown:
			i := s.onPaper
			i.Worse, i.Better = rating.Unknown, rating.Unknown
			return i
		}
		return s.claimed
	})
	apart := func(x, y rating.Grade) int { return max(int(x)-int(y), int(y)-int(x)) }
	if d := apart(now.Whole.Low.Grade, then.Whole.Low.Grade) + apart(now.Whole.High.Grade, then.Whole.High.Grade); d > 0 {
		h.Weight += d * wholeStep
		h.Overall = then.Whole.Low.Grade
	}
	for i := range now.Questions {
		x, y := now.Questions[i], then.Questions[i]
		d := apart(x.Low, y.Low) + apart(x.High, y.High)
		if x.Printed != y.Printed {
			h.Weight += brakeLifted
		}
		if d > 0 || x.Printed != y.Printed {
			h.Weight += d * questionStep
			h.Questions = append(h.Questions, a.cat.Questions[i].ID)
		}
	}
}

// restsOn lists the criteria that rest on a piece of evidence: those that would not be documented without
// it, or, for a piece that is no document, those that are met or partly met and not documented.
func (a *assessor) restsOn(id string, documented bool) []int {
	var list []int
	for i := range a.shown {
		s := &a.shown[i]
		status := s.standing.claimed.Worse
		if !counts(s.Kind) || status != rating.Met && status != rating.Partly {
			continue
		}
		onPaper := s.standing.onPaper == s.standing.claimed
		if onPaper != documented {
			continue
		}
		if slices.ContainsFunc(s.standing.trace.Used, func(v *proposal.Value) bool {
			ids := v.EvidenceIDs()
			return slices.Contains(ids, id) && (!documented || a.rankWithout(ids, id) < proposal.Documented)
		}) {
			list = append(list, i)
		}
	}
	return list
}

// rankWithout gives how good the best of some pieces is, one of them left out.
func (a *assessor) rankWithout(ids []string, without string) int {
	best := 0
	for _, id := range ids {
		if piece, ok := a.doc.Piece(id); ok && id != without {
			best = max(best, piece.Rank)
		}
	}
	return best
}

// hasEvidence reports whether any piece is registered for what a criterion rests on.
func (a *assessor) hasEvidence(s *shown) bool {
	return slices.ContainsFunc(s.standing.trace.Used, func(v *proposal.Value) bool { return len(v.EvidenceIDs()) > 0 })
}
