package result

import (
	"cmp"

	"partner/pkg/rating"
	"partner/pkg/wording"
)

// Phrases are the rating in words, part by part.
func (r Rating) Phrases() wording.Text {
	switch {
	case r.NotRated:
		return wording.Text{{Text: "not rated: nothing is left that has not been set aside"}}
	case r.TooLittleKnown && r.High <= rating.AmberRed:
		return wording.Text{{Text: string(AtBest)}, named(r.High), {Text: "; too little known to rate" + orProve(r), Glued: true}}
	case r.TooLittleKnown && r.Low >= rating.AmberGreen:
		return wording.Text{{Text: string(AtWorst)}, named(r.Low), {Text: "; too little known to rate" + orProve(r), Glued: true}}
	case r.TooLittleKnown:
		return wording.Text{{Text: "too little known to rate; " + r.Ends()}}
	case r.Ends() == "":
		return wording.Text{named(r.SoFar)}
	}
	return wording.Text{named(r.SoFar), {Text: "so far; " + r.Ends()}}
}

// KnownOf is how many of all that counts are known, what is known by half counting half, and how many that is of:
// the one count that every page prints.
func (r Rating) KnownOf() (known, all int) {
	return rating.Counts{
		Met: r.Met, Partly: r.Partly, NotMet: r.NotMet, AtLeastPartly: r.AtLeastPartly, AtMostPartly: r.AtMostPartly, Unknown: r.Unknown,
	}.KnownOf()
}

// orProve says the range of what is too little known to rate, where it has more than one grade.
func orProve(r Rating) string {
	if r.Low == r.High {
		return ""
	}
	return "; " + r.Ends()
}

func named(g rating.Grade) wording.Part { return wording.Part{Text: g.String(), Grade: g} }

// Ends says what the rating may prove and what bounds it, empty where it is one colour.
func (r Rating) Ends() string { return wording.Ends(r.MayProve, r.Bound) }

// Reaches says the same under a heading that says that it may prove so.
func (r Rating) Reaches() string {
	if r.MayProve != "" && r.Bound != "" {
		return r.MayProve + "; " + r.Bound
	}
	return cmp.Or(r.MayProve, r.Bound)
}
