package judge

import (
	"math"
	"strconv"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// Weighs says in words what a sum comes to for an organisation, called as the text has it: against its turnover in a
// year, and its surplus. Sums are set beside each other and never scored. It is empty where the sum is nothing, or
// neither is known.
func Weighs(sum float64, org *proposal.Value, called string) string {
	if sum <= 0 {
		return ""
	}
	turnover, surplus, whose := numberOf(org, paths.Turnover), numberOf(org, paths.Surplus), wording.Whose(called)
	switch {
	case turnover <= 0 && surplus <= 0:
		return ""
	case surplus <= 0:
		return portionOf(sum / turnover).of(whose + " yearly turnover")
	case turnover <= 0:
		return portionOf(sum / surplus).of(whose + " yearly surplus")
	}
	ofTurnover, ofSurplus := portionOf(sum/turnover), portionOf(sum/surplus)
	if ofTurnover.about && ofSurplus.fraction && !ofSurplus.about { // "over a tenth of the one and a quarter of the other" is read as over a quarter
		return ofSurplus.of(whose+" yearly surplus") + " and " + ofTurnover.of("its yearly turnover")
	}
	return ofTurnover.of(whose+" yearly turnover") + " and " + ofSurplus.of("its yearly surplus")
}

// Small reports whether a sum is known to be under a hundredth of what an organisation turns over in a year.
func Small(sum float64, org *proposal.Value) bool {
	turnover := numberOf(org, paths.Turnover)
	return turnover > 0 && sum < turnover/100
}

// Slight reports whether a sum is small beside what an organisation turns over in a year, and is not known to be over a quarter
// of its surplus either.
func Slight(sum float64, org *proposal.Value) bool {
	surplus := numberOf(org, paths.Surplus)
	return Small(sum, org) && (surplus <= 0 || sum <= surplus/4)
}

// MakesLoss reports whether an organisation is known to make a loss: a deficit in its last full year, or finances that
// it calls so.
func MakesLoss(org *proposal.Value) bool {
	position := own(org, paths.FinancePosition)
	return position == "deficit" || position == "distressed" || numberOf(org, paths.Surplus) < 0
}

// numberOf gives a number that an organisation states of itself, 0 where it states none.
func numberOf(org *proposal.Value, at paths.Own) float64 {
	if v := org.Own(at).In(org.Key); v.Known() && v.State == proposal.Given {
		return v.Number
	}
	return 0
}

// fractions are the parts of a whole that have a word, the largest first.
var fractions = []struct {
	size float64
	word string
}{
	{1, ""}, {3.0 / 4, "three quarters of "}, {2.0 / 3, "two thirds of "}, {1.0 / 2, "half of "}, {1.0 / 3, "a third of "}, {1.0 / 4, "a quarter of "},
	{1.0 / 5, "a fifth of "}, {1.0 / 10, "a tenth of "}, {1.0 / 20, "a twentieth of "}, {1.0 / 50, "a fiftieth of "}, {1.0 / 100, "a hundredth of "},
}

// exact is how far a ratio may lie from a part, of that part, to be called by its word alone.
const exact = 0.04

// portion says how much of a whole something is.
type portion struct {
	words    string // what stands before the whole
	fraction bool   // it is a part of it, and not so many times
	about    bool   // it is near that, and not it
}

func (p portion) of(whole string) string { return p.words + whole }

// portionOf gives the nearest part of a whole that has a word, or how many times it a ratio is.
func portionOf(ratio float64) portion {
	if ratio >= 10 { // then a tenth of one says nothing
		return portion{words: strconv.Itoa(int(math.Round(ratio))) + " times "}
	}
	if ratio >= 1.25 {
		return portion{words: strings.TrimSuffix(strconv.FormatFloat(math.Round(10*ratio)/10, 'f', 1, 64), ".0") + " times "}
	}
	nearest := fractions[0]
	for _, p := range fractions {
		if math.Abs(math.Log(ratio/p.size)) < math.Abs(math.Log(ratio/nearest.size)) {
			nearest = p
		}
	}
	off := ratio/nearest.size - 1
	switch {
	case ratio < fractions[len(fractions)-1].size*(1-exact):
		return portion{"under a hundredth of ", true, true}
	case off < -exact:
		return portion{"nearly " + nearest.word, true, true}
	case off > exact && nearest.word == "":
		return portion{"more than ", true, true}
	case off > exact:
		return portion{"over " + nearest.word, true, true}
	case nearest.word == "":
		return portion{"as much as ", true, false}
	}
	return portion{nearest.word, true, false}
}
