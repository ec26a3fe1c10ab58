package rating

import "slices"

const (
	enoughToWeigh = 12      // nodes: a search that ends sooner is not worth weighing its needs
	weighings     = 24      // how often the weights are bettered
	weightOfOne   = 1 << 12 // what a candidate is worth
	takenBack     = 4       // how many amounts are tried that a unit of effort takes back
)

// weigh weighs the needs so that those who fill much of what is hard to fill are worth one each, and others no more:
// what all needs are then worth together is what must be chosen at least. Any weights give a bound that holds; these
// come near the best, by steps towards what is over- or underrated (a subgradient method on the relaxed problem's
// dual). They start from what the needs weighed in a problem before. Most is the most candidates that are of interest.
func (s *search) weigh(most int) {
	rows := len(s.needs)
	all := s.room.scratch((len(s.groups) + 4) * rows)
	next := func() (row []float64) {
		row, all = all[:rows:rows], all[rows:]
		return row
	}
	needs, weights, best, slope := next(), next(), next(), next()
	gains := all
	for r, need := range s.needs {
		if need <= 0 {
			continue
		}
		needs[r] = float64(need)
		largest := 1
		for i, g := range s.groups {
			gains[i*rows+r] = float64(g.gains[r])
			largest = max(largest, g.gains[r])
		}
		if weights[r] = 1 / float64(largest*rows); s.weighed != nil && *s.weighed[r] > 0 {
			weights[r] = *s.weighed[r]
		}
	}
	bound := 0.0
	for range weighings {
		worth := 0.0
		for r, need := range needs {
			slope[r] = need
			worth += float64(weights[r] * need)
		}
		for i, g := range s.groups {
			adds, of := 0.0, gains[i*rows:][:rows]
			for r, n := range of {
				adds += float64(weights[r] * n)
			}
			if adds > 1 {
				size := float64(len(g.members))
				worth -= float64(size * (adds - 1))
				for r, n := range of {
					slope[r] -= float64(size * n)
				}
			}
		}
		if worth > bound {
			bound = worth
			copy(best, weights)
		}
		if bound > float64(most)+0.1 {
			break // more are needed than are of interest, whatever better weights would tell
		}
		steep := 0.0
		for r, n := range slope {
			if needs[r] > 0 {
				steep += float64(n * n)
			}
		}
		if steep == 0 {
			break
		}
		step := (float64(1.05*bound) + 0.5 - worth) / steep
		for r, n := range slope {
			if needs[r] > 0 {
				weights[r] = max(0, weights[r]+float64(step*n))
			}
		}
	}
	s.weights = s.room.take(rows)
	for r, w := range best {
		s.weights[r] = int(w*weightOfOne + 0.5)
		if s.weighed != nil {
			*s.weighed[r] = w
		}
	}
}

// heaviest gives, from each group on, the most that so many candidates add to the needs, weighed, where each unit of
// their effort takes some of it back.
func (s *search) heaviest(most, takesBack int) rows {
	heavy, adds := s.room.rows(len(s.groups)+1, most+1), s.room.take(most + 1)[:0]
	for i := len(s.groups) - 1; i >= 0; i-- {
		adds = s.joined(adds, s.groups[i], most, takesBack)
		sum, sums := 0, heavy.at(i)
		for n := range most {
			if n < len(adds) {
				sum += adds[n]
			}
			sums[n+1] = sum
		}
	}
	return heavy
}

// heaviestOfAll gives the most that so many of all candidates add to the needs, weighed in the same way.
func (s *search) heaviestOfAll(most, takesBack int) int {
	adds := s.room.take(most + 1)[:0]
	for _, g := range s.groups {
		adds = s.joined(adds, g, most, takesBack)
	}
	sum := 0
	for _, n := range adds {
		sum += n
	}
	return sum
}

// joined joins what the candidates of a group add, weighed in the same way, to what those add that add most, so many at
// most and the most first.
func (s *search) joined(adds []int, g *group, most, takesBack int) []int {
	worth, at := s.worth(g.gains), 0
	for n := range min(len(g.members), most) { // the later ones take more effort, and are no heavier
		w := worth - takesBack*(g.efforts[n+1]-g.efforts[n])
		for at < len(adds) && adds[at] >= w {
			at++
		}
		if w <= 0 || at == most {
			break
		}
		adds = slices.Insert(adds[:min(len(adds), most-1)], at, w)
	}
	return adds
}

// worth is what filling so much of each need is worth.
func (s *search) worth(of []int) int {
	worth := 0
	for r, n := range of {
		if n > 0 {
			worth += s.weights[r] * n
		}
	}
	return worth
}

// tooFew reports whether so many candidates of the groups from one on cannot fill what is left, of a worth.
func (s *search) tooFew(from, worth, more int) bool {
	if s.heavy.all == nil {
		s.heavy = s.heaviest(s.size, 0)
	}
	return worth > s.heavy.at(from)[min(more, s.size)]
}

// tooHeavy reports whether they cannot fill it with less effort than the best set takes. Whatever each unit of effort
// takes back gives a bound that holds: of some, the one that tells most of the whole is taken.
func (s *search) tooHeavy(from, worth, more, spent int) bool {
	if s.bestEffort == noLimit {
		return false
	}
	if s.light.all == nil {
		least := 0
		for of := range takenBack {
			takesBack := (of + 1) * weightOfOne / (2 * takenBack)
			if bound := s.heaviestOfAll(s.size, takesBack) + takesBack*(s.bestEffort-1); of == 0 || bound < least {
				s.takesBack, least = takesBack, bound
			}
		}
		s.light = s.heaviest(s.size, s.takesBack)
	}
	return worth > s.light.at(from)[min(more, s.size)]+s.takesBack*(s.bestEffort-1-spent)
}
