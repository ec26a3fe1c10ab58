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
	"partner/pkg/result"
	"partner/pkg/wording"
)

// settle says what is to be set, on whom, and what closes it: the document's own conditions with their days
// first, then what would mend the gravest of what stands against it, then what would settle the essentials that
// are not known. So many lines are for the page; those after them are what else the conditions list.
func (p *page) settle() (heading string, lines []result.FrontLine, onPage int) {
	var all []item
	add := func(x item) {
		if x.text != "" && !slices.ContainsFunc(all, func(y item) bool {
			return y.text == x.text || len(x.criteria) > 0 && slices.Equal(x.criteria, y.criteria)
		}) {
			all = append(all, x)
		}
	}
	turning := p.underTenth() && !p.j.Placement.Form.Known()
	if turning {
		for _, x := range p.firstSteps() {
			add(x)
		}
		onPage = min(len(all), mostSettle)
		return "The next step", p.numbered(all[:onPage]), onPage
	}
	for _, x := range p.recorded() {
		add(x)
	}
	if p.openKind {
		for i := range p.j.Criteria {
			if c := &p.j.Criteria[i]; c.Kind == catalogue.Consistency && not(c) {
				add(p.setOn(c, p.grounds(c)))
			}
		}
	}
	add(p.accept())
	for _, x := range p.against { // what is given cannot be set
		if len(x.criteria) > 0 {
			if c := x.criteria[0]; p.serves(c) && (not(c) || half(c)) && c.Kind != catalogue.Context && p.j.Departed(c) == nil {
				add(p.setOn(c, x.at))
			}
		}
	}
	for _, c := range p.nearOpen() {
		if c.Kind != catalogue.Context && c.Fix.Do != "" && p.j.Departed(c) == nil && len(all) < enoughSettle { // of the rest the page says nothing
			add(p.setOn(c, p.stated.On(p.j, c)))
		}
	}
	for i := range p.j.Criteria { // what every paper lacks, where this one has nothing nearer
		if c := &p.j.Criteria[i]; len(all) == 0 && c.Gate() && c.Kind.Rated() && c.Status() == rating.Unknown && c.Fix.Do != "" && p.serves(c) {
			add(p.setOn(c, nil))
		}
	}
	shown := all[:min(len(all), mostSettle)]
	slices.SortStableFunc(shown, func(x, y item) int { return cmp.Compare(x.weight, y.weight) })
	return p.settleHeading(shown), p.numbered(append(slices.Clone(shown), p.otherConditions(shown)...)), len(shown)
}

// otherConditions are the conditions that are not closed and that no line tells, as they are listed.
func (p *page) otherConditions(told []item) []item {
	var all []item
	for i := range p.r.Conditions {
		c := &p.r.Conditions[i]
		is := func(of *judge.Criterion) bool { return of.ID == c.ID }
		if c.State == result.Closed || slices.ContainsFunc(told, func(x item) bool { return slices.ContainsFunc(x.criteria, is) }) {
			continue
		}
		x := item{text: wording.Sentence(wording.Upper(c.Who + ": " + lowerInitial(c.Do))), closes: c.Closes}
		if at, applies := p.j.Find(c.ID); applies {
			x.criteria, x.at = []*judge.Criterion{&p.j.Criteria[at]}, p.grounds(&p.j.Criteria[at])
		}
		all = append(all, x)
	}
	return all
}

// accept makes one condition of all context that is not met: it is changed, or accepted knowingly. What the document
// records as a condition already stands before it.
func (p *page) accept() item {
	var x item
	var lacks []string
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if c.Kind != catalogue.Context || !not(c) || c.When != result.Now || !p.serves(c) || c.Standing.Disputed() || p.j.Departed(c) != nil || p.j.Doc.Root.Find(paths.Conditions).Item(c.ID) != nil {
			continue
		}
		x.criteria, x.at = append(x.criteria, c), append(x.at, p.grounds(c)...)
		if len(lacks) < namedContext {
			lacks = append(lacks, p.brief(c))
		}
	}
	if len(lacks) == 0 {
		return item{}
	}
	if more := len(x.criteria) - len(lacks); more > 0 {
		lacks = append(lacks, wording.Number(more)+" more")
	}
	x.text = "Both boards: change, or accept knowingly, by whom and until when: " + strings.Join(lacks, "; ")
	x.closes = "the change, or the minutes of both boards that accept it until a day that they name"
	return x
}

// namedContext is how much of the context that is not met is named.
const namedContext = 2

// settleHeading names the days before which it is to be set, where the document has them.
func (p *page) settleHeading(all []item) string {
	root := p.j.Doc.Root
	decision, starts := root.Find(paths.Decision), root.Find(paths.Starts)
	var days []string
	if p.ahead(decision) && slices.ContainsFunc(all, func(x item) bool { return x.weight == 0 }) {
		days = append(days, "before "+dayMonth(decision))
	}
	if p.ahead(starts) && (len(days) == 0 || slices.ContainsFunc(all, func(x item) bool { return x.weight > 0 })) {
		days = append(days, "before "+dayMonth(starts))
	}
	if len(days) == 0 {
		return "To settle next"
	}
	return "Set " + strings.Join(days, ", and ")
}

// recorded lists the document's own conditions that are not closed.
func (p *page) recorded() []item {
	var all []item
	for _, c := range p.r.Conditions {
		rec := p.j.Doc.Root.Find(paths.Conditions).Item(c.ID)
		if rec == nil || c.State == result.Closed || c.State == result.Proposed {
			continue
		}
		due := rec.At(paths.Due)
		who := c.Who
		if owner := rec.At(paths.Owner).String(); owner != "" {
			who = owner
		}
		x := item{at: []*proposal.Value{rec}, quotes: []string{who}, closes: c.Closes}
		prefix := ""
		if due.Known() && !p.passed(due) {
			prefix = "By " + dayMonth(due) + ", "
			if starts := p.j.Doc.Root.Find(paths.Decision); starts.Known() && due.From > starts.To {
				x.weight = 1
			}
			who = p.within(who)
		}
		x.text = wording.Upper(prefix+who) + ": " + brieflyClosed(c.Closes, utf8.RuneCountInString(prefix+who))
		if i, applies := p.j.Find(c.ID); applies {
			x.criteria = append(x.criteria, &p.j.Criteria[i])
		}
		all = append(all, x)
	}
	return all
}

// terse is under how many letters evidence says nothing by itself, but only beside what it is evidence of.
const terse = 34

// beside is how such evidence begins: the page, the sentence, its terms.
var beside = regexp.MustCompile(`(?i)^(the \w+,|its )`)

// setOn makes a condition of what would mend a criterion: the party, and what closes it.
func (p *page) setOn(c *judge.Criterion, at []*proposal.Value) item {
	closes := c.Fix.Evidence
	if utf8.RuneCountInString(closes) < terse || beside.MatchString(closes) || c.Kind == catalogue.Consistency {
		closes = p.j.ToDo(c.Criterion)
	}
	if closes == "" {
		return item{}
	}
	x := item{text: p.party(c) + ": " + brieflyClosed(lowerInitial(p.named(c.Criterion, closes)), utf8.RuneCountInString(p.party(c))), at: at, criteria: []*judge.Criterion{c}, closes: c.Fix.Evidence}
	if len(at) == 0 {
		if v, by := p.unknownReason(c); v != "" {
			x.at = []*proposal.Value{by}
		}
	}
	if dueLater(c.Criterion) {
		x.weight = 1
	}
	return x
}

// brieflyClosed keeps what closes something short: without what comes after ", with", where it is long.
func brieflyClosed(s string, before int) string {
	s = strings.TrimSuffix(s, ".")
	for _, end := range []string{", with", ","} {
		if i := strings.LastIndex(s, end); i > 30 && before+utf8.RuneCountInString(s) > 84 {
			s = s[:i]
		}
	}
	return s
}

// party is who is to see to it: the post at the one organisation that it concerns or that takes the other in,
// a lead by the post that the document gives, otherwise the post at both.
func (p *page) party(c *judge.Criterion) string {
	role := p.j.Role(c.Fix.Who, c.Concerns)
	if o := p.j.Organisation(c.Concerns); o != nil {
		return wording.Whose(p.name(o)) + " " + role
	}
	if c.Fix.Who == "clinical-lead" {
		var posts []string
		for _, l := range p.j.Doc.Root.Find(paths.Leads).Stated() {
			if post := l.At(paths.Post).String(); post != "" && l.At(paths.Kind).Is("clinical") && !slices.Contains(posts, post) {
				posts = append(posts, post)
			}
		}
		switch len(posts) {
		case 1:
			return "Both " + wording.Plural(posts[0])
		case 2, 3:
			return wording.Upper(wording.And(posts))
		}
	}
	if p.role("acquirer") != nil && !p.openKind && p.form("acquisition", "merger") {
		return wording.Upper(role)
	}
	return "Both " + wording.Plural(role)
}

// firstSteps are what an early idea can do next.
func (p *page) firstSteps() []item {
	var all []item
	for _, id := range []string{"form-consistent", "vi-prior-joint-work", "benefits-measured"} {
		if c := p.j.Cat.Criterion(id); c != nil && c.Fix.Do != "" {
			x := item{text: "Both " + wording.Plural(p.j.Cat.Words.Role(c.Fix.Who)) + ": " + lowerInitial(p.named(c, c.Fix.Do)), at: p.arrangement(), closes: c.Fix.Evidence}
			if c.Fix.Who == "clinical-lead" {
				x.text = wording.Upper(p.starters()) + ": " + lowerInitial(p.named(c, c.Fix.Do))
			}
			if i, applies := p.j.Find(id); applies {
				x.criteria = append(x.criteria, &p.j.Criteria[i])
			}
			all = append(all, x)
		}
	}
	return all
}
