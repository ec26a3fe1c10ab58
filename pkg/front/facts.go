package front

import (
	"math"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// tone is what a fact says of an organisation or of what is around the partnership.
type tone uint8

const (
	good  tone = iota + 1
	poor       // it weighs against
	grave      // the document calls it grave: the worst that may stand there, or next to it
	dire       // by itself a reason not to go ahead: who it is said of may not last, or does not want it
)

// saying is how a fact is said where the document gives no reason for it.
type saying struct {
	word string
	says string // after the organisation's name where the fact is one of an organisation
	tone tone
}

// sayings are how the facts of an organisation are said, in the order in which they are told.
var sayings = []struct {
	at    paths.Own
	words []saying
}{
	{paths.FinancePosition, []saying{{"strong", "'s finances are strong", good}, {"balanced", "'s finances are balanced", good}, {"deficit", " is in deficit", grave}, {"distressed", " cannot go on without financial support", dire}}},
	{paths.BoardStability, []saying{{"stable", "'s board is stable", good}, {"changing", "'s board is changing", poor}, {"unstable", "'s board is unstable", grave}}},
	{paths.BacksThisPartner, []saying{{"no", "'s board does not back this partner", dire}, {"partly", "'s board backs this partner only in part", poor}}},
	{paths.RegulatorRating, []saying{{"outstanding", " is rated outstanding", good}, {"good", " is rated good", good}, {"requires-improvement", " is rated requires improvement", poor}, {"inadequate", " is rated inadequate", grave}}},
	{paths.SpecialMeasures, []saying{{"yes", " is in special measures", grave}}},
	{paths.Performance, []saying{{"high", "'s performance is high", good}, {"low", "'s performance is low", grave}}},
	{paths.StaffSurvey, []saying{{"top-20%", " is in the top 20% of the staff survey", good}, {"below-average", " is below average in the staff survey", poor}, {"bottom-20%", " is in the bottom 20% of the staff survey", grave}}},
	{paths.Recruitment, []saying{{"strained", "'s recruitment is strained", poor}, {"failing", "'s recruitment is failing", grave}}},
	{paths.RecognisesNeed, []saying{{"no", " does not see that it must change", grave}}},
	{paths.SeeksSupport, []saying{{"no", " is not looking for support", poor}}},
	{paths.ToHelp, []saying{{"no", " cannot spare what helping takes without harm to itself", grave}}},
	{paths.ToCarryChanges, []saying{{"no", " lacks the people and money that the changes take", grave}}},
	{paths.ForOwnCulture, []saying{{"no", " has too little time left for its own culture", grave}}},
}

// aroundSayings are how facts of the arrangement are said.
var aroundSayings = []struct {
	at    paths.Path
	words []saying
}{
	{paths.Mandate, []saying{{"imposed", "it was imposed", poor}}},
	{paths.CulturePower, []saying{{"uneven", "power between the two is uneven", poor}}},
	{paths.Expectations, []saying{{"simplistic", "outside bodies expect too much, or too soon", grave}}},
	{paths.Reporting, []saying{{"heavy", "reporting to outside bodies is heavy", poor}, {"distracting", "reporting to outside bodies distracts from the work", grave}}},
}

// fact is something that the document states of an organisation, or around the partnership.
type fact struct {
	of   *proposal.Value // the organisation; nil where it is none of the two
	says string          // a clause that names it
	tail string          // the same after the name, where it is of an organisation: 's board is stable
	tone tone
	v    *proposal.Value
	sums []*proposal.Value // what else of it stands in the clause
}

// facts lists what the document states, as far as there are words for it.
func (p *page) facts() []fact {
	var all []fact
	for _, o := range p.j.Doc.Organisations {
		for _, s := range sayings {
			v := o.Own(s.at)
			if !v.Known() || len(v.Views) > 0 {
				continue
			}
			for _, w := range s.words {
				if v.Is(w.word) {
					f := fact{of: o, tail: w.says, tone: w.tone, v: v}
					if f.tone == dire && s.at == paths.FinancePosition && o == p.j.Helped() { // which is why the other is to help
						f.tone = grave
					}
					if s.at == paths.FinancePosition {
						p.withSurplus(&f)
					}
					if s.at == paths.RegulatorRating {
						if on := o.Own(paths.RatedOn); on.Known() {
							f.tail, f.sums = strings.Replace(f.tail, " is ", " was ", 1)+" in "+monthOf(on), append(f.sums, on)
						}
					}
					f.says = p.joined(o, f.tail)
					all = append(all, f)
				}
			}
		}
	}
	for _, s := range aroundSayings {
		v := p.j.Doc.Root.Find(s.at)
		for _, w := range s.words {
			if v.Known() && len(v.Views) == 0 && v.Is(w.word) {
				all = append(all, fact{says: w.says, tone: w.tone, v: v})
			}
		}
	}
	return all
}

// joined puts what is said of an organisation after its name.
func (p *page) joined(o *proposal.Value, tail string) string {
	if rest, of := strings.CutPrefix(tail, "'s "); of {
		return wording.Whose(p.name(o)) + " " + rest
	}
	return p.name(o) + tail
}

// withinOrg writes a fact after another of the same organisation: its board is unstable.
func (p *page) withinOrg(o *proposal.Value, text string) string {
	rest := strings.TrimPrefix(text, p.name(o))
	for _, own := range []string{"'s ", "' "} {
		if r, is := strings.CutPrefix(rest, own); is {
			return "its " + r
		}
	}
	if name := p.name(o); wording.Whose(name) == name && isOwned(rest) {
		return "its" + rest
	}
	return "it" + rest
}

// isOwned reports whether what is said behind a name is said of what is of the organisation: its board.
func isOwned(rest string) bool {
	for _, s := range sayings {
		for _, w := range s.words {
			if of, is := strings.CutPrefix(w.says, "'s"); is && strings.HasPrefix(rest, of) {
				return true
			}
		}
	}
	return false
}

// withSurplus puts the sum beside a financial position, and the day that it is for.
func (p *page) withSurplus(f *fact) {
	sum, on := f.of.Own(paths.Surplus), f.of.Own(paths.YearEnd)
	if !sum.Known() || len(sum.Views) > 0 {
		return
	}
	f.sums = append(f.sums, sum)
	if strings.Contains(firstSentence(f.v.Because), p.sum(sum.Number)) { // the reason says it
		return
	}
	if f.v.Is("deficit") && sum.Number < 0 {
		f.tail += " by " + p.sum(sum.Number)
	} else {
		f.tail += ", with " + p.result(sum.Number)
	}
	if on.Known() {
		f.tail += " in the year to " + on.InWords()
		f.sums = append(f.sums, on)
	}
}

// result is what a year came to, in words: a surplus of £4.1m.
func (p *page) result(m float64) string {
	switch {
	case m < 0:
		return "a deficit of " + p.sum(m)
	case m > 0:
		return "a surplus of " + p.sum(m)
	}
	return "neither surplus nor deficit"
}

// said is a fact with its reason.
func (p *page) said(f *fact) item {
	because := p.why(f)
	reason := firstSentence(because)
	x := item{text: p.after(wording.Upper(f.says), reason), at: append([]*proposal.Value{f.v}, f.sums...), quotes: []string{reason}, of: f.of, bare: f.says}
	if because != "" && p.namesBody(because) && p.alike(f.says, because) {
		x.text = wording.Sentence(because)
	}
	x.text = shortened(x.text)
	return x
}

// because gives the reason of a fact of an organisation, or of the section in which it stands.
func (p *page) because(f *fact) string {
	if section := f.v.Parent; f.v.Because == "" && f.of != nil && section != nil && section != f.of {
		return section.Because
	}
	return f.v.Because
}

// why gives the reason of a fact: its own, otherwise that of the section of an organisation in which it stands, for the first
// fact of that section alone that a line tells.
func (p *page) why(f *fact) string {
	section := f.v.Parent
	if f.v.Because != "" || f.of == nil || section == nil || section == f.of || section.Because == "" || p.shown[section] {
		return f.v.Because
	}
	p.shown[section] = true
	return section.Because
}

// factOf gives the fact that a statement is, nil where there are no words for it.
func (p *page) factOf(v *proposal.Value) *fact {
	for i := range p.known {
		if p.known[i].v == v {
			return &p.known[i]
		}
	}
	return nil
}

// reasonOf gives the reason of a fact of an organisation: its first sentence, with the organisation's name for an
// "it" at its start.
func (p *page) reasonOf(o, v *proposal.Value) string {
	reason := firstSentence(v.Because)
	if rest, is := strings.CutPrefix(reason, "It "); is && o != nil {
		reason = p.name(o) + " " + rest
	}
	return reason
}

// organisationOf gives the organisation of which a statement is, nil where it is of neither alone.
func (p *page) organisationOf(v *proposal.Value) *proposal.Value {
	for ; v != nil; v = v.Parent {
		for _, o := range p.j.Doc.Organisations {
			if v == o {
				return o
			}
		}
	}
	return nil
}

// sum writes a sum in millions, whatever its sign: £6.2m.
func (p *page) sum(m float64) string { return wording.Millions(p.j.Doc.Currency(), math.Abs(m)) }

// monthOf gives the month of a day in words, or what is known of it: November 2024.
func monthOf(v *proposal.Value) string {
	words := strings.Fields(v.InWords())
	if len(words) == 3 {
		return words[1] + " " + words[2]
	}
	return v.InWords()
}
