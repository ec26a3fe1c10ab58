package compare

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// line compares the proposals on one rating.
func line(all []Judged, id, title string, of func(*result.Result) (result.Rating, string)) Line {
	l := Line{ID: id, Title: title}
	for i, j := range all {
		r, answer := of(j.Result)
		l.Answers = append(l.Answers, Answer{Proposal: letter(i), Rating: r, Answer: answer})
	}
	open := make([]bool, len(all))
	for i, a := range l.Answers {
		for k, b := range l.Answers {
			low, high := a.Rating.Low, a.Rating.High
			switch {
			case i == k:
			case !sameStage(all[i].Result, all[k].Result):
				if i < k {
					l.Staged = append(l.Staged, Pair{a.Proposal, b.Proposal})
				}
			case low > b.Rating.High:
				l.Better = append(l.Better, Better{a.Proposal, b.Proposal})
			case i > k || high < b.Rating.Low:
			case low == high && b.Rating.Low == b.Rating.High:
				l.Alike = append(l.Alike, Pair{a.Proposal, b.Proposal})
			default:
				l.Untold = append(l.Untold, Pair{a.Proposal, b.Proposal})
				open[i] = open[i] || low < high
				open[k] = open[k] || b.Rating.Low != b.Rating.High
			}
		}
	}
	l.WouldSay = wouldSay(all, open, id)
	l.Sentence = l.inWords()
	return l
}

// inWords says which are better, which alike and which cannot be told apart.
func (l *Line) inWords() string {
	var said []string
	for _, a := range l.Answers {
		var than []string
		for _, b := range l.Better {
			if b.Proposal == a.Proposal {
				than = append(than, b.Than)
			}
		}
		if len(than) > 0 {
			said = append(said, a.Proposal+" is better than "+wording.And(than)+", whatever is still unknown.")
		}
	}
	if len(l.Alike) > 0 {
		said = append(said, l.pairs(l.Alike)+" are alike, and no unknown changes that.")
	}
	if len(l.Untold) > 0 {
		said = append(said, l.pairs(l.Untold)+" cannot be told apart yet: their ranges overlap.")
	}
	if len(l.Staged) > 0 {
		said = append(said, l.pairs(l.Staged)+" are judged at different stages, and their ratings are not compared.")
	}
	return strings.Join(said, " ")
}

// pairs names pairs of proposals: as one group where each of them is paired with each, otherwise one by one.
func (l *Line) pairs(of []Pair) string {
	var members []string
	for _, a := range l.Answers {
		if slices.ContainsFunc(of, func(p Pair) bool { return p[0] == a.Proposal || p[1] == a.Proposal }) {
			members = append(members, a.Proposal)
		}
	}
	if n := len(members); len(of) == n*(n-1)/2 {
		return wording.And(members)
	}
	var each []string
	for _, p := range of {
		each = append(each, p[0]+" and "+p[1])
	}
	if n := len(each) - 1; n > 0 {
		return strings.Join(each[:n], ", ") + ", and " + each[n]
	}
	return each[0]
}

// wouldSay lists what is not known of some proposals and bears on a rating: the weightiest of each in turn,
// and what is asked of several once.
func wouldSay(all []Judged, of []bool, id string) []Ask {
	each := make([][]Ask, len(all))
	longest := 0
	for i, j := range all {
		if of[i] {
			each[i] = asks(j.Result, id, letter(i))
			longest = max(longest, len(each[i]))
		}
	}
	joined := []Ask{}
	for n := range longest {
		for _, a := range each {
			if n >= len(a) {
				continue
			}
			same := func(b Ask) bool { return b.Criterion == a[n].Criterion && b.Asks == a[n].Asks }
			if at := slices.IndexFunc(joined, same); at >= 0 {
				joined[at].Proposals = append(joined[at].Proposals, a[n].Proposals...)
			} else {
				joined = append(joined, a[n])
			}
		}
	}
	for i := range joined {
		slices.SortFunc(joined[i].Proposals, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	}
	return joined
}

// asks lists what is unknown of a proposal and bears on a rating: first what by itself moves an end of it,
// then the rest in order of weight.
func asks(r *result.Result, id, letter string) []Ask {
	asks := []Ask{}
	seen := map[string]bool{}
	add := func(criterion string) {
		c := r.Criterion(criterion)
		if c == nil || seen[criterion] || c.Kind == catalogue.Consistency && len(r.Typology.Types) == 1 {
			return
		}
		seen[criterion] = true
		asks = append(asks, Ask{criterion, c.Asks, c.Of, []string{letter}})
	}
	for _, d := range r.Settle.Ranked {
		if id == "overall" && max(d.IfMet.Low, d.IfMet.High, d.IfNotMet.Low, d.IfNotMet.High) != rating.Unrated ||
			slices.Contains(d.IfMet.Questions, id) || slices.Contains(d.IfNotMet.Questions, id) {
			add(d.Criterion)
		}
	}
	if id == "overall" {
		for _, a := range r.FindOutFirst {
			add(a.Criterion)
		}
	}
	for _, q := range r.Questions {
		if id == "overall" || id == q.ID {
			for _, u := range q.Unknown {
				add(u)
			}
		}
	}
	return asks
}
