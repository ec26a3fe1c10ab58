package front

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// allFavour lists what speaks for it, in the order in which it is told: what happens if it is not done, or the need; benefits;
// the need, where what happens comes first; history that went well; money that adds up; context and essentials that are met; watchpoints
// met with a reason; and where that is little, facts at a good value.
func (p *page) allFavour() []item {
	all, need := p.need()
	all = append(append(all, p.benefits()...), need...)
	all = append(all, p.history()...)
	all = append(all, p.money()...)
	all = append(all, p.granted()...)
	all = append(all, p.otherMeans()...)
	facts := p.goodFacts()
	if len(facts) > 0 && len(facts[0].at) > 1 {
		all, facts = append(all, facts...), nil
	}
	all = append(all, p.metOf(func(c *judge.Criterion) bool { return c.Gate() || c.Kind == catalogue.Context })...)
	all = append(all, p.metOf(func(c *judge.Criterion) bool { return c.Kind == catalogue.Watchpoint })...)
	all = append(all, facts...)
	all = append(all, p.setAside()...)
	if len(all) < 2 && len(p.against) == 0 {
		all = append(all, p.begun()...)
	}
	return all
}

// need tells first a risk of not doing it that is likely and grave, otherwise the need, or the reason to act; and behind it the
// need, where a risk comes first.
func (p *page) need() (first, then []item) {
	root := p.j.Doc.Root
	var worst *proposal.Value
	weight := 0
	for _, v := range root.Find(paths.Risks).Stated() {
		w := 4*level[v.At(paths.Impact).String()] + level[v.At(paths.Likelihood).String()]
		if v.At(paths.Of).Is("not-doing") && w > weight && v.At(paths.Impact).Is("high") {
			worst, weight = v, w
		}
	}
	questions := []string{p.j.Cat.Showing(catalogue.Benefits).ID, p.j.Cat.Showing(catalogue.Risks).ID}
	if worst != nil {
		what := worst.At(paths.What).String()
		text := "Not done: " + p.within(what)
		if g := gradesOf(worst); g != "" {
			text += "; " + g
		}
		first = []item{{text: wording.Sentence(text), quotes: []string{what}, at: []*proposal.Value{worst}, questions: questions}}
	}
	grounds, _ := p.groundsToAct()
	told := p.needBeside(grounds)
	for _, at := range []paths.Path{paths.PatientNeed, paths.Reason} {
		v := root.Find(at)
		if v != nil && v == told { // beside what makes the case for acting
			continue
		}
		text, q := v.String(), questions[:1]
		if at == paths.Reason {
			q = []string{p.j.Cat.Showing(catalogue.Objectives).ID}
		}
		if text == "" || p.toldAlready(text) {
			continue
		}
		x := item{text: shortened(wording.Sentence(text)), quotes: []string{text}, at: []*proposal.Value{v}, questions: q}
		switch {
		case len(first) == 0:
			return []item{x}, nil
		case at == paths.PatientNeed:
			return first, []item{x}
		}
	}
	return first, nil
}

// benefits tells benefits that can be seen: what was reached, or from where to where by when; those shown by an
// outside measure first, with the source where that says what else has part in it.
func (p *page) benefits() []item {
	var all []item
	for _, b := range p.j.Doc.Root.Find(paths.Benefits).Stated() {
		what, measure, baseline := b.At(paths.What).String(), b.At(paths.Measure).String(), b.At(paths.Baseline).String()
		target, by, source := b.At(paths.Target).String(), b.At(paths.By), b.At(paths.Source).String()
		if measure == "" || what == "" || b.At(paths.NeedsLaterStep).Is("yes") || judge.GoneBack(b) || slices.Contains(p.odd, b) {
			continue
		}
		x := item{at: []*proposal.Value{b}, quotes: []string{what, measure, baseline, target, source, firstSentence(b.Because)}, questions: []string{p.j.Cat.Showing(catalogue.Benefits).ID}}
		switch {
		case baseline != "" && target != "":
			text := what + ": " + p.within(baseline) + " to " + p.within(target)
			if bareNumber.MatchString(target) && !p.alike(what, measure) {
				text = what + " (" + p.within(measure) + "): " + p.within(baseline) + " to " + p.within(target)
			}
			if by.Known() {
				text += " by " + by.InWords()
			}
			x.weight = 2
			if reached := b.At(paths.Reached).String(); reached != "" {
				text += "; so far " + p.within(firstSentence(reached))
				x.quotes, x.weight = append(x.quotes, reached), 4
			}
			x.text = text
		case b.At(paths.Reached).String() != "":
			reached := b.At(paths.Reached).String()
			x.quotes = append(x.quotes, reached)
			if x.text = what + ": " + p.within(firstSentence(reached)); baseline != "" {
				x.text = what + ": " + p.within(baseline) + " before; " + p.within(firstSentence(reached))
			}
			x.weight = 4
		case baseline != "" && b.Because != "":
			name := what
			if utf8.RuneCountInString(measure) < utf8.RuneCountInString(what) {
				name = measure
			}
			x.text = name + ": " + p.within(baseline) + " before; " + p.within(firstSentence(b.Because))
			x.weight = 3
		case source != "" && target == "":
			x.text = what + ": " + p.within(source)
			x.weight = 1
		default:
			continue
		}
		x.text = wording.Sentence(x.text)
		all = append(all, x)
	}
	slices.SortStableFunc(all, func(x, y item) int { return y.weight - x.weight })
	if len(all) > 1 && all[0].weight == 2 { // two that are still to come share a line where they fit
		one, two := strings.TrimSuffix(all[0].text, "."), p.within(all[1].text)
		if all[1].weight == 2 && utf8.RuneCountInString(one+two) < long {
			all[0].text = one + "; " + two + "."
			all[0].at, all[0].quotes = append(all[0].at, all[1].at...), append(all[0].quotes, all[1].quotes...)
			return all[:1]
		}
	}
	return all[:min(2, len(all))]
}

// bareNumber is a figure that does not say of what.
var bareNumber = regexp.MustCompile(`^\d[\d,.]*$`)

// history tells past joint work that went well.
func (p *page) history() []item {
	var all []item
	var plain []string
	var at []*proposal.Value
	culture := []string{p.j.Cat.Showing(catalogue.Culture).ID}
	for _, h := range p.j.Doc.Root.Find(paths.History).Stated() {
		what, went := h.At(paths.What).String(), h.At(paths.WentHow)
		if !went.Is("good") || what == "" || len(went.Views) > 0 {
			continue
		}
		if went.Because == "" {
			if since := h.At(paths.Since); since.Known() && !strings.Contains(what, " since ") {
				what += " since " + monthOf(since)
			}
			plain, at = append(plain, what), append(at, h)
			continue
		}
		all = append(all, item{text: p.after(what, went.Because), quotes: []string{what, went.Because}, at: []*proposal.Value{h}, questions: culture})
	}
	if len(plain) > 0 {
		for i := range plain[1:] {
			plain[i+1] = p.within(plain[i+1])
		}
		all = append(all, item{text: wording.And(plain) + map[bool]string{true: ": went well.", false: ": both went well."}[len(plain) == 1], quotes: plain, at: at, questions: culture})
		if len(plain) > 2 {
			all[len(all)-1].text = wording.And(plain) + ": all went well."
		}
	}
	return all
}

// withHistory adds past joint work that did not go well: where what a criterion holds in part for is that it went badly, the
// line on that tells both.
func (p *page) withHistory(all []item) []item {
	for _, h := range p.j.Doc.Root.Find(paths.History).Stated() {
		if went := h.At(paths.WentHow); went.Is("poor") && went.Because != "" && len(went.Views) == 0 {
			all = slices.DeleteFunc(all, func(x item) bool { return x.class == inPart && slices.Contains(x.quotes, went.Because) })
		}
	}
	return append(all, p.mixedHistory(all)...)
}

// happened reports whether a text is a sentence on what has been: by a verb, or by one of the two at its start, of which more
// than a name follows.
func (p *page) happened(text string) bool {
	if verbs.MatchString(text) || hasBeen.MatchString(text) {
		return true
	}
	return slices.ContainsFunc(p.names[:], func(n string) bool {
		rest, is := strings.CutPrefix(text, n+" ")
		first, _ := utf8.DecodeRuneInString(rest)
		word, _, _ := strings.Cut(rest, " ")
		return is && unicode.IsLower(first) && !slices.Contains([]string{"and", "of", "with", "in", "at"}, word)
	})
}

// hasBeen are verbs of what has been that are no participle as well.
var hasBeen = regexp.MustCompile(` (began|broke|fell|left|ran|took|went|withdrew) `)

// mixedHistory tells past joint work that did not go well, or not wholly, with the document's reason where it gives one, as far as no line on a
// criterion has told it.
func (p *page) mixedHistory(told []item) []item {
	var all []item
	for _, h := range p.j.Doc.Root.Find(paths.History).Stated() {
		what, went := h.At(paths.What).String(), h.At(paths.WentHow)
		if !went.Is("mixed") && !went.Is("poor") || len(went.Views) > 0 ||
			slices.ContainsFunc(told, func(x item) bool { return went.Because != "" && slices.Contains(x.quotes, went.Because) }) {
			continue
		}
		x := item{quotes: wording.Given(what, went.Because), at: []*proposal.Value{h}, entry: h, class: watchpointNotMet, questions: []string{p.j.Cat.Showing(catalogue.Culture).ID, p.j.Cat.Showing(catalogue.Risks).ID}}
		if went.Is("poor") {
			x.class = graveFact
		}
		if what == "" {
			what = "Earlier joint work"
		}
		what = strings.TrimSuffix(what, ".")
		how := map[bool]string{true: "badly", false: "well only in part"}[went.Is("poor")]
		switch {
		case p.happened(what): // a sentence, of which it is said as a whole
			x.text = strings.Join(wording.Given(what+": it went "+how+".", wording.Sentence(went.Because)), " ")
		case strings.Contains(what, ", which "): // a clause that has to end first
			x.text = p.after(what+", went "+how, went.Because)
		default:
			x.text = p.after(what+" went "+how, went.Because)
		}
		x.text = shortened(wording.Sentence(x.text))
		all = append(all, x)
	}
	return all
}

// money tells money that is agreed and adds up to the cost, or that none is needed.
func (p *page) money() []item {
	root := p.j.Doc.Root
	cost, funding := root.Find(paths.TotalCost), root.Find(paths.Funding)
	questions := []string{p.j.Cat.Showing(catalogue.TakingOn).ID}
	total := 0.0
	var parts []string
	var at []*proposal.Value
	for _, f := range funding.Stated() {
		from, amount := f.At(paths.From).String(), f.At(paths.Amount)
		if !f.At(paths.Status).Is("agreed") || !amount.Known() || from == "" || slices.Contains(p.odd, f) {
			return nil
		}
		total += amount.Number
		parts, at = append(parts, p.within(from)+" "+p.sum(amount.Number)), append(at, f)
	}
	if len(parts) > 0 && len(funding.Stated()) == len(funding.Items) && cost.Known() && total >= cost.Number-0.005 {
		return []item{{text: p.sum(total) + " is agreed: " + strings.Join(parts, ", ") + ".", at: append(at, cost), questions: questions}}
	}
	return nil
}

// otherMeans tells an essential that is met by other means on at least a document.
func (p *page) otherMeans() []item {
	var all []item
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if a := p.answer(c); c.Standing.Decided == result.ByOtherMeans && c.Gate() && a != nil && p.j.Doc.Rank(a) >= proposal.Documented {
			all = append(all, item{text: wording.Sentence(a.Because), quotes: []string{a.Because}, at: []*proposal.Value{a}, criteria: []*judge.Criterion{c}})
		}
	}
	return all
}

// metOf tells of criteria that are met and for which the document gives a reason that is no one-sided word and
// that nothing contradicts.
func (p *page) metOf(which func(*judge.Criterion) bool) []item {
	var all []item
	noMoney := p.j.Doc.Root.Find(paths.Funding)
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if c.Status() != rating.Met || !c.Kind.Rated() || c.Standing.Disputed() || clashed(c) || c.Standing.SetAside() || !which(c) {
			continue
		}
		reason, by := p.reason(c)
		if reason == "" || p.isAtOdds(c) || p.isGrounds(by) || p.staleAlone(by) || p.j.Doc.Rank(by) == 1 || p.toldAlready(reason) {
			continue
		}
		if clause, _ := untold(reason); clause != "" {
			continue
		}
		if by.Is("no") || by.Is("partly") { // of several facts, one that holds less
			continue
		}
		if o := p.organisationOf(by); o != nil {
			reason = p.reasonOf(o, by)
		}
		if pronoun(reason) {
			continue
		}
		x := item{text: wording.Sentence(reason), quotes: []string{reason}, at: []*proposal.Value{by}, criteria: []*judge.Criterion{c}, weight: len(c.Questions)}
		if at, what := entry(by); at != nil && at != by && !p.alike(what, reason) {
			x.text = p.after(what, reason)
		} else if by == p.answer(c) && saysLittle(reason) {
			x.text = p.after(p.named(c.Criterion, c.Title), reason)
		}
		if noMoney.Known() && len(noMoney.Items) == 0 && slices.Contains(c.Questions, p.j.Cat.Showing(catalogue.TakingOn).ID) && c.Kind == catalogue.Watchpoint && p.answer(c) == by && p.alike(c.Title, "run on existing systems and budgets without new money") {
			x.text, x.at = "No new money: "+p.within(x.text)+".", append(x.at, noMoney)
		}
		if utf8.RuneCountInString(x.text) <= long {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(x, y item) int { return y.weight - x.weight })
	return all
}

// metBarely tells of criteria that are met of which no other line speaks, by their claims alone: what counts most
// first. That what is declared matches the facts is no strength.
func (p *page) metBarely(told []item) []item {
	var all []item
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if c.Status() != rating.Met || !c.Kind.Rated() || c.Kind == catalogue.Consistency || c.Standing.Disputed() || clashed(c) || c.Standing.SetAside() || past(c) {
			continue
		}
		grounds := p.grounds(c)
		if p.isAtOdds(c) || len(grounds) > 0 && !slices.ContainsFunc(grounds, func(v *proposal.Value) bool { return !p.isGrounds(v) }) || slices.ContainsFunc(told, func(x item) bool { return slices.Contains(x.criteria, c) }) {
			continue
		}
		if slices.ContainsFunc(grounds, func(v *proposal.Value) bool { return p.staleAlone(v) || p.factOf(v) != nil }) {
			continue // told as stale, or as a fact
		}
		x := item{text: wording.Sentence(p.named(c.Criterion, c.Title)), at: grounds, criteria: []*judge.Criterion{c}, weight: weightOf(c)}
		if len(grounds) > 0 && !slices.ContainsFunc(grounds, func(v *proposal.Value) bool { return !empty(v) }) {
			x.text = wording.Sentence(strings.TrimSuffix(x.text, ".") + ": there are none") // met by what there is not
		}
		if c.Gate() {
			x.weight += 32
		}
		all = append(all, x)
	}
	slices.SortStableFunc(all, func(x, y item) int { return y.weight - x.weight })
	return all
}

// isAtOdds reports whether a criterion rests on what does not go together with something else that is stated.
func (p *page) isAtOdds(c *judge.Criterion) bool {
	return len(p.odd) > 0 && slices.ContainsFunc(p.grounds(c), func(v *proposal.Value) bool { return slices.Contains(p.odd, v) })
}

// empty reports whether a statement says of a list that there is nothing in it.
func empty(v *proposal.Value) bool {
	return (v.Field.Kind == proposal.Items || v.Field.Kind == proposal.List) && v.Known() && len(v.Items) == 0
}

// pronoun reports whether a text starts with a word that stands for something before it.
func pronoun(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return slices.Contains([]string{"It", "They", "He", "She", "This", "These", "Its", "Their"}, first)
}

// isGrounds reports whether a statement is only what gives ground to act.
func (p *page) isGrounds(v *proposal.Value) bool {
	helped := p.j.Helped()
	if helped == nil || v == nil {
		return false
	}
	for _, at := range []paths.Own{paths.SpecialMeasures, paths.SeeksSupport, paths.RecognisesNeed} {
		if helped.Own(at) == v {
			return true
		}
	}
	return false
}

// staleAlone reports whether all the evidence for a statement is stale.
func (p *page) staleAlone(v *proposal.Value) bool {
	ids := v.EvidenceIDs()
	for _, id := range ids {
		for _, e := range p.r.Evidence.Pieces {
			if e.ID == id && e.Stale == "" {
				return false
			}
		}
	}
	return len(ids) > 0
}

// goodFacts tells what is good of the two, in one line: first of the one that helps, otherwise by their ids, whichever of
// them the document names first.
func (p *page) goodFacts() []item {
	giver := p.j.Helper()
	var clauses []string
	x := item{questions: []string{p.j.Cat.Showing(catalogue.TakingOn).ID}}
	facts := slices.Clone(p.known)
	slices.SortStableFunc(facts, func(a, b fact) int {
		rank := func(f fact) int {
			if f.of == giver && giver != nil {
				return 0
			}
			return 1
		}
		if a.of == nil || b.of == nil {
			return rank(a) - rank(b)
		}
		return cmp.Or(rank(a)-rank(b), strings.Compare(a.of.Key, b.of.Key))
	})
	var last *proposal.Value
	for i := range facts {
		f := &facts[i]
		if f.tone != good || slices.Contains(p.odd, f.v) || p.staleAlone(f.v) && !p.isRating(f) || f.of == nil || len(clauses) == 3 {
			continue
		}
		if giver != nil && f.of != giver && len(clauses) > 1 {
			continue
		}
		clause := f.says
		if f.of.Own(paths.FinancePosition) == f.v && f.v.Is("balanced") { // on what it hangs, which may be no strength
			because := p.because(f)
			if reason := besides(because); reason != "" {
				clause += ": " + p.within(reason)
				x.quotes = append(x.quotes, reason)
			} else if because != "" {
				continue
			}
		}
		if f.v.Because != "" && utf8.RuneCountInString(f.v.Because) < 90 && p.isResult(f) {
			clause = f.says + ": " + p.within(f.v.Because)
			x.quotes = append(x.quotes, f.v.Because)
		}
		if last == f.of {
			clause = p.withinOrg(f.of, clause)
		}
		last = f.of
		clauses = append(clauses, clause)
		x.at = append(append(x.at, f.v), f.sums...)
	}
	if len(clauses) == 0 {
		return nil
	}
	x.text = wording.Sentence(wording.Upper(strings.Join(clauses, "; ")))
	return []item{x}
}

func (p *page) isRating(f *fact) bool { return f.of != nil && f.of.Own(paths.RegulatorRating) == f.v }
func (p *page) isResult(f *fact) bool { return f.of != nil && f.of.Own(paths.Performance) == f.v }

// setAside tells that what else was weighed was set aside with a reason each.
func (p *page) setAside() []item {
	var names []string
	var at []*proposal.Value
	list := p.j.Doc.Root.Find(paths.Alternatives).Stated()
	for _, a := range list {
		if a.At(paths.WhyNot).String() == "" || a.At(paths.What).String() == "" || a.At(paths.FormWeighed).Is("do-nothing") {
			continue
		}
		names, at = append(names, a.At(paths.What).String()), append(at, a)
	}
	if len(names) == 0 {
		return nil
	}
	for i := range names[1:] {
		names[i+1] = p.within(names[i+1])
	}
	text := wording.And(names) + wording.Verb(len(names), " was set aside, with its reason.", " were set aside, each with its reason.")
	return []item{{text: text, quotes: names, at: at, questions: []string{p.j.Cat.Showing(catalogue.Objectives).ID}}}
}

// begun tells who began it, where hardly anything else speaks for it.
func (p *page) begun() []item {
	by := p.j.Doc.Root.Find(paths.BrokeredBy)
	switch by.String() {
	case "clinicians":
		return []item{{text: wording.Upper(p.j.Cat.Words.Say("professionals")) + " began it.", at: []*proposal.Value{by}, questions: []string{p.j.Cat.Showing(catalogue.Culture).ID}}}
	case "organisations":
		return []item{{text: "The two began it themselves.", at: []*proposal.Value{by}, questions: []string{p.j.Cat.Showing(catalogue.Culture).ID}}}
	}
	return nil
}
