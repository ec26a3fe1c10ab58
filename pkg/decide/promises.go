package decide

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Promises lists what became elsewhere of promises like those that the document makes. Nothing is
// remarked where the facts do not surely call for it, and nothing that is remarked enters a rating.
func Promises(j *judge.Judgement) []result.Promise {
	all := []result.Promise{}
	for i := range j.Cat.BaseRates {
		b := &j.Cat.BaseRates[i]
		used, is := j.Surely(b.When)
		if !is {
			continue
		}
		text := b.Text
		if b.Reckon != "" {
			at := slices.IndexFunc(reckonings, func(r reckoning) bool { return r.id == b.Reckon })
			r, known := reckonings[at].of(j, b)
			if !known {
				continue
			}
			text = strings.NewReplacer(r.words...).Replace(text)
			used = r.used
		}
		facts := j.Facts(used)
		if len(facts) == 0 {
			continue
		}
		all = append(all, result.Promise{
			ID: b.ID, Text: wording.Sentence(text), Limits: wording.Sentence(b.Limits), Source: inFull(j.Cat, b.Cites), Facts: facts, Place: facts[0].Place,
		})
	}
	return all
}

// inFull names sources in full: who, what, when and where in it.
func inFull(cat *catalogue.Catalogue, cites []catalogue.Cite) string {
	var all []string
	for _, c := range cites {
		s := cat.Source(c.Source)
		var parts []string
		for _, p := range []string{s.Authors, s.Title} {
			if p != "" {
				parts = append(parts, p)
			}
		}
		if s.Publisher != "" && s.Publisher != s.Authors {
			parts = append(parts, s.Publisher)
		}
		if year := strconv.Itoa(s.Year); s.Year != 0 && !strings.Contains(s.Publisher, year) {
			parts = append(parts, year)
		}
		all = append(all, strings.Join(parts, ", ")+" ("+c.Place+")")
	}
	return strings.Join(all, "; ")
}

// reckoned is what was worked out for a base rate: what its placeholders stand for, as pairs, and the
// statements that this rests on.
type reckoned struct {
	words []string
	used  []*proposal.Value
}

// reckoning works something out for a base rate; it gives false where the facts do not tell.
type reckoning struct {
	id string
	of func(*judge.Judgement, *catalogue.BaseRate) (reckoned, bool)
}

// reckonings are along catalogue.Reckonings.
var reckonings = []reckoning{
	{catalogue.ReckonSavings, savings},
	{catalogue.ReckonDelay, delay},
	{catalogue.ReckonRecovery, recovery},
	{catalogue.ReckonFunding, funding},
	{catalogue.ReckonRatings, ratingsApart},
}

// savings holds the savings that are promised against a share of the merged turnover. Where some may be
// missing from the sum, it says only that the sum is above what is usual, where it is.
func savings(j *judge.Judgement, b *catalogue.BaseRate) (reckoned, bool) {
	var r reckoned
	turnover := 0.0
	for _, o := range j.Doc.Organisations {
		v := o.Own(paths.Turnover)
		if !v.Known() || v.Number <= 0 {
			return r, false
		}
		turnover += v.Number
		r.used = append(r.used, v)
	}
	sum, whole := 0.0, true
	benefits := j.Doc.Root.Find(paths.Benefits)
	if benefits == nil {
		return r, false
	}
	for _, x := range benefits.Items {
		kind, amount := x.At(paths.Kind), x.At(paths.Amount)
		switch {
		case kind.Known() && kind.Word != "savings":
		case kind.Known() && amount.Known():
			sum += amount.Number
			r.used = append(r.used, amount)
		default:
			whole = false // there may be more
		}
	}
	least, most := turnover*float64(b.Percent.Least)/100, turnover*float64(b.Percent.Most)/100
	against, promised := "in line with", wording.Millions(j.Doc.Currency(), sum)
	switch {
	case sum > most:
		against = "more than"
	case sum < least:
		against = "less than"
	}
	if !whole {
		if sum <= most {
			return r, false
		}
		promised = "at least " + promised
	}
	r.words = []string{
		"{promised}", promised, "{against}", against, "{least}", wording.Millions(j.Doc.Currency(), least), "{most}", wording.Millions(j.Doc.Currency(), most),
		"{percent}", strconv.Itoa(b.Percent.Least) + " to " + strconv.Itoa(b.Percent.Most) + " %",
	}
	return r, sum > 0
}

// delay says when the first benefits would come if they came as late as elsewhere.
func delay(j *judge.Judgement, b *catalogue.BaseRate) (reckoned, bool) {
	from := j.Doc.Root.Find(paths.BenefitsFrom)
	late := from.Later(b.Months)
	if late == nil {
		return reckoned{}, false
	}
	return reckoned{
		words: []string{"{promised}", from.InWords(), "{months}", strconv.Itoa(b.Months), "{delayed}", late.InWords()},
		used:  []*proposal.Value{from},
	}, true
}

// recovery names who is in special measures, and what is promised within so many months of the start.
func recovery(j *judge.Judgement, b *catalogue.BaseRate) (reckoned, bool) {
	var r reckoned
	var who, what []string
	for _, o := range j.Doc.Organisations {
		if v := o.Own(paths.SpecialMeasures); v.Is(string(proposal.Yes)) {
			who = append(who, proposal.NameOf(o))
			r.used = append(r.used, v)
		}
	}
	starts := j.Doc.Root.Find(paths.Starts)
	if !starts.Known() {
		return r, false
	}
	for _, x := range j.Doc.Root.Find(paths.Benefits).Stated() {
		by := x.At(paths.By)
		if kind := x.At(paths.Kind); !kind.Is("outcome") && !kind.Is("safety") || !by.Known() || !x.At(paths.What).Known() {
			continue
		}
		if _, most := proposal.Months(starts, by); most <= b.Months {
			what = append(what, clause(x.At(paths.What).Written())+", by "+by.InWords())
			r.used = append(r.used, by)
		}
	}
	if len(who) == 0 || len(what) == 0 {
		return r, false
	}
	r.words = []string{"{organisation}", wording.And(who), "{months}", wording.Number(b.Months), "{promised}", strings.Join(what, "; ")}
	return r, true
}

// clause gives a text without its full stop, to stand within a sentence.
func clause(s string) string { return strings.TrimSuffix(strings.TrimSpace(s), ".") }

// funding says what money is counted on for, agreed or sought, and how much where every sum is said.
func funding(j *judge.Judgement, _ *catalogue.BaseRate) (reckoned, bool) {
	var r reckoned
	var kinds []string
	sum, whole := 0.0, true
	list := j.Doc.Root.Find(paths.Funding)
	if list == nil {
		return r, false
	}
	for _, x := range list.Items {
		kind, status := x.At(paths.Kind), x.At(paths.Status)
		switch {
		case !kind.Known() || !status.Known():
			whole = false // there may be more
			continue
		case kind.Is("project") || status.Is("refused"):
			continue
		}
		if word := purposes[kind.Word]; !slices.Contains(kinds, word) {
			kinds = append(kinds, word)
		}
		if m := x.At(paths.Amount); m.Known() {
			sum += m.Number
		} else {
			whole = false
		}
		r.used = append(r.used, kind)
	}
	if len(kinds) == 0 {
		return r, false
	}
	said := wording.And(kinds)
	if whole {
		said += ", " + wording.Millions(j.Doc.Currency(), sum) + " in all"
	}
	r.words = []string{"{purposes}", said}
	return r, true
}

// purposes say what money of a kind is for.
var purposes = map[string]string{
	"transition": "the transition", "bridging": "bridging", "capital": "capital", "revenue": "running costs",
}

// ratingsApart names acquirer and acquired with their ratings by the regulator.
func ratingsApart(j *judge.Judgement, _ *catalogue.BaseRate) (reckoned, bool) {
	var r reckoned
	for _, role := range []paths.Key{paths.Acquired, paths.Acquirer} {
		o := j.Doc.Organisation(j.Doc.Root.Find(paths.Roles).At(role).String())
		if o == nil {
			return r, false
		}
		rated := o.Own(paths.RegulatorRating)
		if !rated.Known() {
			return r, false
		}
		r.words = append(r.words, "{"+string(role)+"}", proposal.NameOf(o), "{"+string(role)+"-rating}", strings.ReplaceAll(rated.Word, "-", " "))
		r.used = append(r.used, rated)
	}
	return r, true
}
