package decide

import (
	"cmp"
	"slices"

	"partner/pkg/rating"
	"partner/pkg/result"
)

// stand says of each option how it stands against the one that is declared or, where none is, against the one
// that the facts point to. Where there is neither, none stands against anything.
func stand(all []result.Option) {
	base := slices.IndexFunc(all, func(x result.Option) bool { return x.Declared })
	if base < 0 {
		base = slices.IndexFunc(all, func(x result.Option) bool { return x.FactsPoint })
	}
	if base < 0 {
		return
	}
	for i := range all {
		all[i].Stands = standing(&all[i], &all[base])
	}
}

func standing(x, base *result.Option) result.Standing {
	suits := suits(x.Context.Rating, base.Context.Rating)
	switch {
	case x.ID == base.ID:
		return result.Itself
	case suits > 0 && (x.SmallerStep || len(x.Gates) <= len(base.Gates)):
		return result.BetterNearer
	case suits > 0:
		return result.Better
	case suits < 0:
		return result.Worse
	}
	return result.AsGood
}

// suits compares how far two contexts suit: by the ratings so far, where enough is known for both, otherwise by what
// they may prove. One that may prove more only because less is known of it suits no better.
func suits(x, y result.Rating) int {
	if x.SoFar != rating.Unrated && y.SoFar != rating.Unrated {
		return cmp.Compare(x.SoFar, y.SoFar)
	}
	low, high := cmp.Compare(x.Low, y.Low), cmp.Compare(x.High, y.High)
	if low*high < 0 {
		return 0
	}
	return cmp.Or(low, high)
}
