package front

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// notTold lists what is missing and would change the answer: what is written as unknown, with its reason; what
// is told of one side and not of the other; half of something that is stated; what a reason says is not told;
// what is open of a criterion of which this document states something; and only where there is none of that, essentials
// that are not known. Two good ones are better than three: it says for how many the page has a line.
func (p *page) notTold() (all []item, shown int) {
	apart := func(x, y item) bool { // a question of the catalogue is one of its own, whatever words it shares
		return len(x.quotes) == 0 && len(x.criteria) > 0 && !slices.Contains(y.criteria, x.criteria[0])
	}
	add := func(items []item) {
		for _, x := range items {
			if !tooLong(x.text) && !p.heard(x) && !slices.ContainsFunc(all, func(y item) bool { return !apart(x, y) && p.alike(x.text, y.text) }) {
				all = append(all, x)
			}
		}
	}
	add(p.formUnknown())
	add(p.sharedUnknown())
	add(p.halves())
	add(p.oneSided())
	add(p.successes())
	add(p.writtenUnknown())
	add(p.fromBoth())
	add(p.clauses())
	good := len(all)
	if good < mostNotTold {
		open := p.nearUnknown()
		add(open[:min(len(open), mostNotTold-good)])
	}
	near := len(all)
	add(p.essentialsUnknown())
	if near == 0 {
		return all, min(len(all), enoughNotTold)
	}
	return all, max(min(good, mostNotTold), min(near, enoughNotTold))
}

// formUnknown asks for the form, where nothing tells it: what hangs on that is not asked before.
func (p *page) formUnknown() []item {
	if p.j.Placement.Form.Known() {
		return nil
	}
	for i := range p.j.Criteria {
		if c := &p.j.Criteria[i]; c.Axis() == catalogue.FormAxis {
			return []item{{text: p.named(c.Criterion, c.Asks), at: p.arrangement(), who: p.of(c.Of, nil), criteria: []*judge.Criterion{c}}}
		}
	}
	return nil
}

// heard reports whether the decision says it already, or a line that stands against it.
func (p *page) heard(x item) bool {
	if slices.ContainsFunc(p.decisionTold, func(t string) bool { return p.shares(t, x.text, 0.6) }) {
		return true
	}
	return slices.ContainsFunc(p.against[:p.againstShown], func(a item) bool {
		return slices.ContainsFunc(a.criteria, func(c *judge.Criterion) bool { return slices.Contains(x.criteria, c) })
	})
}

// of says who can answer: the role, at the organisation that it concerns, otherwise at both.
func (p *page) of(role string, concerns *proposal.Value) string {
	title := p.j.Cat.Words.Role(role)
	if concerns != nil {
		title = p.j.Role(role, p.j.SideOf(concerns.Key))
		return wording.Whose(p.name(concerns)) + " " + title
	}
	return "both " + wording.Plural(title)
}

// concerns gives the organisation that a criterion or a text is about, nil where it is both.
func (p *page) concerns(c *judge.Criterion, text string) *proposal.Value {
	if c != nil {
		if o := p.j.Organisation(c.Concerns); o != nil {
			return o
		}
	}
	if i := p.speaker(text); i >= 0 {
		return p.j.Doc.Organisations[i]
	}
	return nil
}

// writtenUnknown lists what the document says is unknown, with its reason.
func (p *page) writtenUnknown() []item {
	var all []item
	bearing := p.bearing
	p.j.Doc.Root.Walk(func(v *proposal.Value) {
		if v.State != proposal.Unknown || v.Because == "" || p.shown[v] || !v.Field.Leaf() {
			return
		}
		x := item{quotes: []string{v.Because}, at: []*proposal.Value{v}}
		x.text = wording.Sentence(v.Because)
		var c *judge.Criterion
		if i, rests := bearing[v]; rests {
			c = &p.j.Criteria[i]
		}
		if v.Parent.Field.Kind == proposal.Answers {
			if i, applies := p.j.Find(v.Key); applies {
				c = &p.j.Criteria[i]
			}
		}
		if c == nil || !c.Kind.Rated() || c.Status() != rating.Unknown {
			return
		}
		x.criteria, x.who = append(x.criteria, c), p.of(c.Of, p.concerns(c, v.Because))
		if clause, whole := untold(v.Because); clause != "" && whole {
			x.text = clause
		}
		all = append(all, x)
	})
	return all
}

// onlyOne is how a clause begins that says that one side alone is heard; lifted are the words by which a clause that is
// lifted out of its sentence still hangs on that.
var (
	onlyOne = regexp.MustCompile(`^((?:of staff )?only (.+?)'s?( side| staff)? (?:is|are) (?:told|heard|asked)(?: of)?)(?:,.*)?$`)
	lifted  = regexp.MustCompile(`(?i)\b(it|its|they|them|their|these|those|this|he|she|his|her|none|so|that|each|the other)\b`)
)

// untold gives the clause of a reason that says what is not told, as a question without its mark: whether, what,
// how. It is whole where the clause can stand by itself.
func untold(reason string) (clause string, whole bool) {
	if !strings.Contains(reason, " not ") {
		return "", false
	}
	for _, sentence := range strings.Split(strings.TrimSuffix(reason, "."), ". ") {
		for _, part := range strings.Split(sentence, "; ") {
			for _, c := range clausesOf(part) {
				said, is := saidNotTold(c)
				if !is {
					continue
				}
				said = strings.TrimSpace(said)
				if rest, is := strings.CutPrefix(said, "that "); is {
					said = "whether " + rest
				}
				begin, rest, _ := strings.Cut(said, " ")
				begin = strings.ToLower(begin)
				if slices.Contains([]string{"whether", "what", "how", "who", "whose", "when", "which", "why", "where"}, begin) {
					return wording.Upper(said), !lifted.MatchString(rest)
				}
				return wording.Upper(said), false
			}
		}
	}
	return "", false
}

// saidNotTold gives of what a clause says that it is not told.
func saidNotTold(clause string) (said string, is bool) {
	s := strings.TrimSuffix(strings.TrimSuffix(clause, "."), " yet")
	for _, told := range []string{" not told", " not said", " not stated", " not known", " not spoken of"} {
		before, ends := strings.CutSuffix(s, told)
		if !ends {
			continue
		}
		before = strings.TrimSuffix(before, " still")
		said, is = strings.CutSuffix(before, " is")
		if !is {
			said, is = strings.CutSuffix(before, " are")
		}
		return strings.TrimSuffix(said, ","), is && !strings.Contains(said, "\n")
	}
	return "", false
}

// clausesOf splits a part of a sentence before ", but " and ", and ", so that its last clause can be read alone.
func clausesOf(part string) []string {
	for _, sep := range []string{", but ", ", and ", ": "} {
		if i := strings.LastIndex(part, sep); i > 0 {
			return []string{part[i+len(sep):], part}
		}
	}
	return []string{part}
}

// clauses lists what the reasons of criteria only partly met, or of what is stated, say is not told; essentials
// first.
func (p *page) clauses() []item {
	var all []item
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if !c.Kind.Rated() || c.Status() == rating.Met || c.Status() == rating.NotMet || c.Standing.Disputed() {
			continue
		}
		reason, by := p.reason(c)
		if reason == "" {
			reason, by = p.unknownReason(c)
		}
		clause, whole := untold(reason)
		if clause == "" || by == nil {
			continue
		}
		x := item{quotes: []string{clause, reason}, at: []*proposal.Value{by}, criteria: []*judge.Criterion{c}, text: clause, who: p.of(c.Of, p.concerns(c, clause))}
		if !whole {
			x.text = wording.Sentence(reason)
			if len([]rune(reason)) > 140 {
				continue
			}
		}
		x.weight = len(c.Questions)
		if c.Gate() {
			x.weight += 32
		}
		if whole {
			x.weight += 16
		}
		if c.Kind.Counts() {
			x.weight += 2
		}
		all = append(all, x)
	}
	slices.SortStableFunc(all, func(x, y item) int { return cmp.Compare(y.weight, x.weight) })
	return all
}

// pairs are facts that are asked of each of the two.
var pairs = []struct {
	at   paths.Own
	asks string // with {one} for the one of whom it is not told and {other} for the other
	role string
}{
	{paths.BacksThisPartner, "Whether {one}'s board backs it; only {other}'s is told", "chair"},
	{paths.FinancePosition, "How {one}'s finances stand; only {other}'s are told", "finance"},
	{paths.ToCarryChanges, "Whether {one} has what the changes take; only {other}'s side is told", "chief-executive"},
	{paths.BoardStability, "How {one}'s board stands; only {other}'s is told", "chair"},
}

// oneSided lists what is told of the one and not of the other.
func (p *page) oneSided() []item {
	var all []item
	orgs := p.j.Doc.Organisations
	both := func(at paths.Own) (one int, told bool) {
		a, b := orgs[0].Own(at).Known(), orgs[1].Own(at).Known()
		if a == b {
			return 0, false
		}
		if a {
			return 1, true
		}
		return 0, true
	}
	if leads := p.j.Doc.Root.Find(paths.Leads); len(leads.Stated()) > 0 {
		led := [2]bool{}
		for _, l := range leads.Stated() {
			of := l.At(paths.Organisation)
			for i, o := range orgs {
				if of.Is(o.Key) || !of.Known() {
					led[i] = true
				}
			}
		}
		for i := range led {
			if !led[i] {
				all = append(all, item{text: "Who leads it at " + p.names[i], at: leads.Stated(), who: p.of("chief-executive", orgs[i])})
			}
		}
	}
	for _, x := range pairs {
		if one, is := both(x.at); is {
			text := strings.NewReplacer("{one}'s", wording.Whose(p.names[one]), "{other}'s", wording.Whose(p.names[1-one]), "{one}", p.names[one], "{other}", p.names[1-one]).Replace(x.asks)
			all = append(all, item{text: text, at: []*proposal.Value{orgs[1-one].Own(x.at)}, who: p.of(x.role, orgs[one])})
			break
		}
	}
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		reason, by := p.reason(c)
		if !c.Kind.Rated() || reason == "" {
			continue
		}
		for _, sentence := range strings.Split(strings.TrimSuffix(reason, "."), "; ") {
			if !strings.Contains(sentence, "nly ") {
				continue
			}
			m := onlyOne.FindStringSubmatch(sentence)
			if m == nil {
				continue
			}
			one := p.speaker(m[2] + "'s")
			if one < 0 {
				continue
			}
			other := orgs[1-one]
			all = append(all, item{text: "What " + p.names[1-one] + " makes of it; " + m[1], quotes: []string{m[1]}, at: []*proposal.Value{by}, criteria: []*judge.Criterion{c}, who: p.of("chair", other)})
		}
	}
	return all
}

// halves lists half of what is stated: a fund without its sum, a position without its figure, a signed contract
// without its end, a mitigation that waits for what has no day.
func (p *page) halves() []item {
	root := p.j.Doc.Root
	var all []item
	if status := root.Find(paths.AgreementStatus); status.Is("signed") {
		var lacks []string
		if !root.Find(paths.AgreementSays).Known() && !root.Find(paths.Funding).Known() {
			lacks = append(lacks, "its money")
		}
		if !root.Find(paths.AgreementReview).Known() {
			lacks = append(lacks, "its review")
		}
		if !root.Find(paths.Ends).Known() {
			lacks = append(lacks, "its end")
		}
		if len(lacks) > 0 {
			all = append(all, item{text: "What the signed agreement says of " + wording.And(lacks), at: []*proposal.Value{status}, who: p.of("governance-lead", nil)})
		}
	}
	all = append(all, p.waitingMitigations()...)
	for i, o := range p.j.Doc.Organisations {
		position := o.Own(paths.FinancePosition)
		if (position.Is("deficit") || position.Is("distressed")) && !o.Own(paths.Surplus).Known() {
			asks := "How large " + wording.Whose(p.names[i]) + " deficit is"
			if position.Is("distressed") {
				asks = "How much support " + p.names[i] + " needs, and from whom it comes"
			}
			all = append(all, item{text: asks, at: []*proposal.Value{position}, who: p.of("finance", o)})
		}
	}
	var nameless, sumless []*proposal.Value
	for _, f := range root.Find(paths.Funding).Stated() {
		from, amount := f.At(paths.From).String(), f.At(paths.Amount)
		switch {
		case from == "" && !amount.Known():
			nameless = append(nameless, f)
		case !amount.Known():
			sumless = append(sumless, f)
		}
	}
	if len(nameless) > 0 {
		all = append(all, item{text: "Which bodies pay for it, and how much", at: nameless, who: p.of("finance", nil)})
	}
	for _, f := range sumless {
		kind := ""
		if k := f.At(paths.Kind).String(); k != "" {
			kind = k + " "
		}
		all = append(all, item{text: "How much " + kind + "money comes from the " + strings.TrimPrefix(p.within(f.At(paths.From).String()), "the "), at: []*proposal.Value{f}, who: p.of("finance", nil)})
	}
	return all
}

// waits is how a mitigation says that it waits for something.
var waits = regexp.MustCompile(`(?i)\b(?:only )?(?:once|until|after|when) (.+)$`)

func (p *page) waitingMitigations() []item {
	var all []item
	for _, v := range p.j.Doc.Root.Find(paths.Risks).Stated() {
		if v.At(paths.Of).Is("not-doing") {
			continue
		}
		m := v.At(paths.Mitigation)
		if found := waits.FindStringSubmatch(strings.TrimSuffix(m.String(), ".")); found != nil && !date.MatchString(found[1]) && !strings.Contains(found[1], "service starts") {
			who := v.At(paths.Owner).String()
			if who == "" {
				who = p.of("chief-executive", nil)
			}
			all = append(all, item{text: "By when " + found[1], quotes: []string{found[1]}, at: []*proposal.Value{m}, who: who})
		}
	}
	return all
}

// oneLine is how many letters of a question and of who can answer it stand in one line of the page, with its mark and the
// place in the document.
const oneLine = 84

// asks gives what is to be found out of a criterion: as its question where one line holds that and who can answer it,
// otherwise by its claim.
func (p *page) asks(c *judge.Criterion, who string) string {
	question := wording.Upper(strings.TrimSuffix(p.named(c.Criterion, c.Asks), "?")) + "?"
	claim := "Whether " + p.within(p.named(c.Criterion, c.Title))
	if utf8.RuneCountInString(question+who) > oneLine && utf8.RuneCountInString(claim) < utf8.RuneCountInString(question) {
		return claim
	}
	return question
}

// nearUnknown lists what is open of criteria on which the document states something of its own, those first on which it
// states most, with what it states.
func (p *page) nearUnknown() []item {
	var all []item
	for _, c := range p.nearOpen() {
		who := p.of(c.Of, p.concerns(c, ""))
		all = append(all, item{text: p.asks(c, who), at: p.stated.On(p.j, c), criteria: []*judge.Criterion{c}, who: who})
	}
	return all
}

// nearOpen gives the criteria that are not known, or known by half, and of which the document states something: those
// first of which it states most.
func (p *page) nearOpen() []*judge.Criterion {
	var all []*judge.Criterion
	weight := map[*judge.Criterion]int{}
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if !c.Kind.Rated() || c.Status().Known() || c.Standing.Disputed() || !p.serves(c) {
			continue
		}
		if n := len(p.stated.On(p.j, c)); n > 0 {
			all, weight[c] = append(all, c), n
		}
	}
	slices.SortStableFunc(all, func(x, y *judge.Criterion) int { return cmp.Compare(weight[y], weight[x]) })
	return all
}

// essentialsUnknown lists the essentials that are not known, in the order in which they would settle the rating.
func (p *page) essentialsUnknown() []item {
	var all []item
	for _, d := range p.r.Settle.Ranked {
		i, applies := p.j.Find(d.Criterion)
		if !applies {
			continue
		}
		c := &p.j.Criteria[i]
		if !c.Gate() || !p.serves(c) {
			continue
		}
		who := p.of(c.Of, p.concerns(c, ""))
		all = append(all, item{text: p.asks(c, who), criteria: []*judge.Criterion{c}, who: who})
	}
	return all
}
