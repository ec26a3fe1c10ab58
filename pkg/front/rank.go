package front

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// The classes of what stands against, the gravest first.
const (
	essentialNotMet class = iota // or open past its day
	redFlag                      // not met, and of the question of risks
	unownedRisk                  // of doing it, without mitigation or owner
	harmTakenOn                  // a problem of quality that is not wholly planned for
	sumAtStake                   // against a turnover or a surplus
	graveRisk                    // the gravest of the risks that somebody sees to
	graveFact                    // at its worst
	bareEssential                // not met, by a bare word
	watchpointNotMet
	contextNotMet
	problemTakenOn
	enablerNotMet
	plainNo     // that feeds no criterion
	bareRedFlag // a red flag or a watchpoint not met, by a bare word: the line could stand on any paper
	bareNotMet  // context and enablers likewise
	poorFact    // next to its worst
	inPart
)

// rank works out what speaks for it and what stands against it, so that other blocks can speak of both by
// letter and number.
func (p *page) rank() {
	against := p.allAgainst()
	for i := range against { // a reason without an end in sight gives way to what is lacking
		if x := &against[i]; tooLong(x.text) && len(x.criteria) == 1 && !x.ofMoney {
			x.text = wording.Sentence(wording.Upper(p.named(x.criteria[0].Criterion, x.criteria[0].Lack)))
		}
	}
	against = slices.DeleteFunc(against, func(x item) bool { return tooLong(x.text) && !x.no && !x.ofMoney && x.class != essentialNotMet })
	slices.SortStableFunc(against, func(x, y item) int {
		if c := cmp.Or(cmp.Compare(x.class, y.class), cmp.Compare(y.weight, x.weight)); c != 0 {
			return c
		}
		return cmp.Compare(p.telling(&y), p.telling(&x)) // which takes long to find
	})
	against = p.merged(p.sharedLines(against))
	noes := 0
	for _, x := range against {
		if x.class < inPart {
			noes++
		}
	}
	p.against, p.againstShown = against, min(len(against), mostAgainst)
	if noes > 0 { // what holds in part is told where few things stand against it
		p.againstShown = min(p.againstShown, max(noes, min(mostAgainst-1, noes+2)))
	}
	p.keepGravest()
	for _, x := range p.against[:p.againstShown] {
		p.told = append(p.told, x.text)
	}
	favour := p.merged(slices.DeleteFunc(p.allFavour(), func(x item) bool { return tooLong(x.text) }))
	p.favourShown = min(len(favour), mostFavour)
	bare := p.merged(append(favour, p.metBarely(favour)...))
	p.favour, p.favourShown = bare, max(p.favourShown, min(len(bare), fewFavour))
	for _, x := range p.favour[:p.favourShown] {
		p.told = append(p.told, x.text)
	}
}

// keepGravest has the gravest sum that is known stay on the page, and the gravest problem of quality that is taken on without a
// whole plan, whatever else stands before them. Where all that has room is graver still, they come after that, the sum for the
// last.
func (p *page) keepGravest() {
	last := p.againstShown - 1
	sum := func(x item) bool { return x.ofMoney }
	room := last
	if slices.IndexFunc(p.against, sum) >= last {
		room--
	}
	p.keep(func(x item) bool { return x.class == harmTakenOn }, room)
	p.keep(sum, last)
}

// keep has the first of a kind of what stands against it stay on the page: in its place, or in the last that there is for it.
func (p *page) keep(kind func(item) bool, last int) {
	at := slices.IndexFunc(p.against, kind)
	if at < 0 || last < 0 {
		return
	}
	p.against[at].stays = true
	if at > last {
		kept := p.against[at]
		copy(p.against[last+1:at+1], p.against[last:at])
		p.against[last] = kept
	}
}

// merged joins items that say the same: those of one reason, or of half their words. Two noes that rate nothing are two,
// however alike the catalogue puts them.
func (p *page) merged(items []item) []item {
	var kept []item
next:
	for _, x := range items {
		for i := range kept {
			one, two := p.speaker(kept[i].text), p.speaker(x.text)
			apart := one >= 0 && two >= 0 && one != two || // the same of each of the two
				x.entry != nil && kept[i].entry != nil && x.entry != kept[i].entry ||
				x.class == plainNo && kept[i].class == plainNo && len(x.quotes)+len(kept[i].quotes) == 0
			if kept[i].text == x.text || !apart && p.alike(kept[i].text, x.text) {
				kept[i].at = append(kept[i].at, x.at...)
				kept[i].criteria = append(kept[i].criteria, x.criteria...)
				kept[i].no = kept[i].no || x.no
				continue next
			}
		}
		kept = append(kept, x)
	}
	return kept
}

// telling is how much of a line could stand on no other paper: sums, days and the names of the two.
func (p *page) telling(x *item) int {
	if len(x.criteria) == 0 { // in the order of the document's sections
		return 0
	}
	n := 0
	if strings.ContainsAny(x.text, "£€$%") {
		n += len(sum.FindAllString(x.text, -1))
	}
	if mayHoldDate(x.text) {
		n += len(date.FindAllString(x.text, -1))
	}
	for _, name := range p.names {
		n += strings.Count(x.text, name)
	}
	return n
}

// classOf says what harm a criterion does that is not met, with the line that tells of it. One that a bare word says stands
// behind what the document states in words, sums and days of its own.
func (p *page) classOf(c *judge.Criterion, x *item) class {
	risks := p.j.Cat.Question(p.j.Cat.Showing(catalogue.Risks).ID)
	own := len(x.quotes) > 0 || x.bare != "" || c.When == result.Past || slices.ContainsFunc(p.grounds(c), ofItsOwn)
	switch {
	case c.Gate() && own:
		return essentialNotMet
	case c.Gate():
		return bareEssential
	case x.dire:
		return redFlag
	case x.grave && c.Kind == catalogue.Context:
		return graveFact
	case c.Kind == catalogue.Context && own:
		return contextNotMet
	case slices.Contains(c.Feeds, risks) && c.Kind != catalogue.Context && own:
		return redFlag
	case c.Kind == catalogue.Watchpoint && own:
		return watchpointNotMet
	case own:
		return enablerNotMet
	case c.Kind == catalogue.Watchpoint || slices.Contains(c.Feeds, risks) && c.Kind != catalogue.Context:
		return bareRedFlag
	}
	return bareNotMet
}

// ofItsOwn reports whether a statement is a sum, a day or words of the document's own, and no word that many could choose.
func ofItsOwn(v *proposal.Value) bool {
	return v.State == proposal.Given && (v.Field.Kind == proposal.Number || v.Field.Kind == proposal.Date || v.Field.Kind == proposal.Text)
}

// direWeight puts what may not last before all else of its class.
const direWeight = 100

// weightOf puts what reaches more questions first, and of equals enablers before watchpoints.
func weightOf(c *judge.Criterion) int {
	w := 2 * len(c.Questions)
	if c.Kind.Counts() {
		w++
	}
	return w
}

// not reports whether a criterion is known not to be met, whole.
func not(c *judge.Criterion) bool { return c.Status() == rating.NotMet }

// half reports whether a criterion is known not to be met whole: partly, or at most partly.
func half(c *judge.Criterion) bool {
	return c.Status() == rating.Partly || c.Status() == rating.AtMostPartly
}
