package front

import (
	"cmp"
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

// againstHeading says in which order the block goes.
func (p *page) againstHeading(misfits bool) (heading, aside string) {
	switch {
	case len(p.against) == 0:
		return "Against", ""
	case misfits:
		return "Against, by the facts", ""
	case p.against[0].class >= inPart:
		if p.partOnly() == 0 {
			return "Against", "nothing is told; thinnest places first"
		}
		return "Against", "nothing outright; thinnest places first"
	}
	return "Against, gravest first", ""
}

// allAgainst lists whatever stands against it, in no order but that of the catalogue and the document.
func (p *page) allAgainst() []item {
	all := append(append(p.setAsides(), p.overdue()...), p.problems()...)
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if !c.Kind.Rated() || c.Standing.Disputed() || past(c) || slices.ContainsFunc(all, func(x item) bool { return slices.Contains(x.criteria, c) }) {
			continue
		}
		switch {
		case not(c):
			x := p.notMet(c)
			x.class, x.weight, x.no = p.classOf(c, &x), weightOf(c), true
			if c.When == result.Past {
				x.text = "Decided though " + p.within(x.text) + "."
			}
			all = append(all, x)
		case half(c):
			x, is := p.inPart(c)
			if !is && c.Status() == rating.AtMostPartly && slices.ContainsFunc(c.Standing.Used, disowns) { // a plain no of several facts
				x = p.notMet(c)
				x.class, x.weight, x.no = p.classOf(c, &x), weightOf(c), true
				all = append(all, x)
			} else if is {
				x.class, x.weight = inPart, partWeight(c)
				all = append(all, x)
			}
		}
	}
	all = withRisks(all, p.risksOfDoing())
	all = append(all, p.sums()...)
	all = append(all, p.shortfall()...)
	all = p.withHistory(all)
	all = append(all, p.leadsWithoutTime(all)...)
	noes := p.notAsked()
	all = append(all, p.badFacts()...)
	all = append(all, p.hindrances(all)...)
	all = append(all, p.benefitsGoneBack()...)
	all = append(all, p.benefitsNotShown()...)
	all = append(all, noes...)
	all = append(all, p.approvals(all)...)
	all = append(all, p.opinions()...)
	all = append(all, p.plainNoes()...)
	all = append(all, p.reasonsInPart(all)...)
	if !slices.ContainsFunc(all, func(x item) bool { return x.class < inPart }) {
		all = append(p.thinObjectives(), all...)
	}
	return all
}

// partWeight puts gates first of what is only partly met, then watchpoints, then what reaches more questions.
func partWeight(c *judge.Criterion) int {
	w := len(c.Questions)
	if c.Gate() {
		w += 16
	}
	if c.Kind == catalogue.Watchpoint {
		w += 8
	}
	return w
}

// notMet tells of a criterion that is not met: by its reason, by what it lacks before the reason, or by the
// facts in words.
func (p *page) notMet(c *judge.Criterion) item {
	used := p.grounds(c)
	x := item{at: used, criteria: []*judge.Criterion{c}}
	lack := p.named(c.Criterion, c.Lack)
	reason, by := p.reason(c)
	var clauses []string
	var facts []*fact
	at := 0
	for _, v := range p.gravestFirst(used) {
		if f := p.factOf(v); f != nil && f.tone != good {
			clause, quote := f.says, ""
			if because := p.why(f); because != "" && (f.of != nil || v == by) {
				quote = firstSentence(because)
				clause += ": " + p.within(quote)
			}
			if at += utf8.RuneCountInString(clause) + len("; "); len(clauses) > 0 && at > long {
				continue // it has a line of its own
			}
			x.quotes = append(x.quotes, wording.Given(quote)...)
			clauses, facts = append(clauses, clause), append(facts, f)
			x.at = append(x.at, f.sums...)
			x.grave, x.dire = x.grave || f.tone >= grave, x.dire || f.tone == dire
			p.shown[v] = true
		}
	}
	switch {
	case len(clauses) > 0 && (by == nil || by != p.answer(c)):
		x.text = wording.Sentence(wording.Upper(strings.Join(clauses, "; ")))
		if len(facts) == 1 {
			x.of, x.bare = facts[0].of, facts[0].says
		}
	case reason == "":
		x.text = wording.Sentence(lack)
		ground := first(used)
		if i := slices.IndexFunc(used, disowns); i >= 0 { // of several entries the one that lacks it
			ground = used[i]
		}
		if by := soonest(used); by != nil {
			_, what := entry(by)
			x.text = p.after(lack, what+" by "+by.InWords())
			x.quotes = append(x.quotes, what)
		} else if at, what := entry(ground); what != "" && p.organisationOf(at) == nil { // one of either organisation's is told as theirs
			if far := at.At(paths.Status); far.Is("applied-for") && far.Because != "" { // how far an approval has got
				what = p.after(what+", applied for", far.Because)
				x.quotes = append(x.quotes, far.Because)
			}
			x.text = p.after(lack, what)
			x.quotes = append(x.quotes, what)
		}
	default:
		x.quotes = append(x.quotes, reason)
		at, what := entry(by)
		switch {
		case at != nil && at.At(paths.Body).Known():
			x.text = wording.Whose(what) + " approval is not planned for" + p.nor(at) + ": " + p.within(reason)
		case at != nil && at != by && by.State == proposal.None:
			x.text = strings.TrimSuffix(what, ".") + ": no " + strings.ReplaceAll(by.Key, "_", " ") + ", as " + p.within(reason)
		case at != nil && at != by:
			x.text = p.after(what, reason)
		case p.namesBody(reason), p.alike(lack, reason):
			x.text = reason
		default:
			x.text = p.after(lack, reason)
			if utf8.RuneCountInString(x.text) > long {
				x.text = p.after(p.brief(c), reason)
			}
		}
		x.text = wording.Sentence(x.text)
	}
	x.text = shortened(x.text)
	return x
}

// gravestFirst puts statements that are facts in the order of their gravity: what has no room in a line has one of its own,
// which is then that of the lesser.
func (p *page) gravestFirst(used []*proposal.Value) []*proposal.Value {
	gravity := func(v *proposal.Value) tone {
		if f := p.factOf(v); f != nil {
			return f.tone
		}
		return 0
	}
	used = slices.Clone(used)
	slices.SortStableFunc(used, func(v, w *proposal.Value) int { return cmp.Compare(gravity(w), gravity(v)) })
	return used
}

func first(values []*proposal.Value) *proposal.Value {
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

// nothingNotMet reports whether nothing that rates is known not to be met.
func (p *page) nothingNotMet() bool { return len(p.j.Rated(rating.NotMet)) == 0 }

// overdue lists the document's own conditions that are open past their day.
func (p *page) overdue() []item {
	var all []item
	for _, c := range p.r.Conditions {
		if c.State != result.Overdue {
			continue
		}
		rec := p.j.Doc.Root.Find(paths.Conditions).Item(c.ID)
		x := item{class: essentialNotMet, at: []*proposal.Value{rec}, no: true}
		text := wording.Sentence(c.Title)
		if i, applies := p.j.Find(c.ID); applies {
			of := &p.j.Criteria[i]
			x.criteria, x.weight = append(x.criteria, of), weightOf(of)
			text = "Still to be settled: that " + p.within(p.named(of.Criterion, of.Title)) + "."
			if !of.Gate() {
				x.class = redFlag
			}
			if reason, by := p.unknownReason(of); reason != "" {
				text = wording.Sentence(reason)
				x.quotes, x.at = append(x.quotes, reason), append(x.at, by)
			}
		}
		due := rec.At(paths.Due)
		if due.Known() {
			text += " Due by " + dayMonth(due) + ago(p.distance(due)) + "; open."
		} else {
			text += " Its day has passed; it is open."
		}
		x.text = text
		all = append(all, x)
	}
	return all
}

func ago(distance string) string {
	if distance == "" {
		return ""
	}
	return ", " + distance
}

// dayMonth gives a day in words without its year, where it is a day.
func dayMonth(d *proposal.Value) string {
	if d.From != d.To {
		return d.InWords()
	}
	words := d.InWords()
	return words[:strings.LastIndex(words, " ")]
}

// unknownReason gives the reason for which the document says that something is not known.
func (p *page) unknownReason(c *judge.Criterion) (string, *proposal.Value) {
	for _, m := range c.Standing.Missing {
		if m.Near != nil && m.Key == "" && m.Near.Because != "" {
			return m.Near.Because, m.Near
		}
	}
	if a := p.answer(c); a != nil && !a.Known() && a.Because != "" {
		return a.Because, a
	}
	return "", nil
}

// leadsWithoutTime tells which of those who lead it is said not to have enough time for it, with the reason where the
// document gives one.
func (p *page) leadsWithoutTime(told []item) []item {
	var all []item
	for _, l := range p.j.Doc.Root.Find(paths.Leads).Stated() {
		time, post := l.At(paths.EnoughTime), l.At(paths.Post).String()
		if !time.Is("no") || post == "" || slices.ContainsFunc(told, func(x item) bool { return slices.Contains(x.at, time) }) {
			continue
		}
		claim := post + " has not enough time to lead it"
		for i, o := range p.j.Doc.Organisations {
			if l.At(paths.Organisation).Is(o.Key) {
				claim = wording.Whose(p.names[i]) + " " + p.within(claim)
			}
		}
		x := item{text: p.after(claim, time.Because), at: []*proposal.Value{l}, entry: l, class: enablerNotMet, questions: []string{p.j.Cat.Showing(catalogue.Oversight).ID}}
		if time.Because == "" {
			x.text, x.class = wording.Sentence(claim), poorFact
		}
		x.quotes = append(x.quotes, post, time.Because)
		x.text = shortened(x.text)
		all = append(all, x)
	}
	return all
}

// sharedLines puts facts of one organisation that are equally grave into one line, whichever of the two is named first in the
// document, as long as one line holds them with their reasons.
func (p *page) sharedLines(items []item) []item {
	var kept []item
	for _, x := range items {
		n := len(kept) - 1
		for n >= 0 && (x.of == nil || kept[n].of != x.of || kept[n].class != x.class) {
			n--
		}
		if n >= 0 {
			last := &kept[n]
			if strings.Contains(last.bare, x.bare) { // another criterion asks for the same
				last.criteria, last.no = append(last.criteria, x.criteria...), last.no || x.no
				continue
			}
			joined := strings.TrimSuffix(last.text, ".") + "; " + p.withinOrg(x.of, x.text)
			if utf8.RuneCountInString(joined) <= long {
				last.text, last.bare = joined, last.bare+"; "+p.withinOrg(x.of, x.bare)
				last.at, last.quotes = append(last.at, x.at...), append(last.quotes, x.quotes...)
				last.criteria, last.questions, last.no = append(last.criteria, x.criteria...), append(last.questions, x.questions...), last.no || x.no
				continue
			}
		}
		kept = append(kept, x)
	}
	return kept
}

// badFacts tells what the document calls grave or poor and no line has told; what is the ground for acting is
// no harm.
func (p *page) badFacts() []item {
	var all []item
	facts := slices.Clone(p.known)
	for i := range facts {
		f := &facts[i]
		if f.tone == good || p.shown[f.v] || p.isGround(f) {
			continue
		}
		x := p.said(f)
		x.class = poorFact
		switch {
		case f.tone == dire:
			x.class, x.weight = redFlag, direWeight
		case f.of != nil && f.v == f.of.Own(paths.BacksThisPartner) && f.v.Because != "": // who of a board is against it, or on what it hangs
			x.class, x.weight = redFlag, gravestRisk-1
		case f.tone == grave, f.of != nil && f.v == f.of.Own(paths.BacksThisPartner):
			x.class = graveFact
		}
		switch {
		case f.of == nil:
			x.questions = []string{p.j.Cat.Showing(catalogue.Risks).ID}
		default:
			x.questions = []string{p.j.Cat.Showing(catalogue.TakingOn).ID}
		}
		all = append(all, x)
	}
	return all
}

// isGround reports whether a fact is what gives ground to act: how the one fares that is to be helped.
func (p *page) isGround(f *fact) bool {
	if f.of == nil || f.tone != grave || f.of != p.j.Helped() {
		return false
	}
	for _, at := range []paths.Own{paths.RegulatorRating, paths.SpecialMeasures, paths.Performance, paths.StaffSurvey} {
		if f.of.Own(at) == f.v {
			return true
		}
	}
	return false
}

// form reports whether it may be of one of some forms.
func (p *page) form(forms ...string) bool {
	return slices.ContainsFunc(p.j.Placement.Form.Possible, func(f string) bool { return slices.Contains(forms, f) }) && p.j.Placement.Form.Known()
}

// noHarm are places where a no is no harm.
var noHarm = []paths.Key{"special_measures", "needs_later_step", "first_networked_site", "escalation", "looking_for_partner"}

// plainNoes tells what is stated not to be so, with its reason, and feeds no criterion.
func (p *page) plainNoes() []item {
	var all []item
	bearing := p.bearing
	arrangement := p.j.Doc.Root.Find(paths.Arrangement)
	arrangement.Walk(func(v *proposal.Value) {
		no := v.Is("no") || v.State == proposal.None
		if _, rests := bearing[v]; !no || rests || v.Because == "" || len(v.Views) > 0 || slices.Contains(noHarm, paths.Key(v.Key)) || p.shown[v] {
			return
		}
		reason := v.Because
		x := item{at: []*proposal.Value{v}, quotes: []string{reason}, class: plainNo}
		x.text = wording.Sentence(reason)
		if v.Key == string(paths.PatientReported) {
			x.text = p.after("Not told by "+p.j.Cat.Words.Say("people")+" themselves", reason)
			x.questions = []string{p.j.Cat.Showing(catalogue.Benefits).ID}
		} else if !p.alike(strings.ReplaceAll(v.Key, "_", " "), reason) {
			at, what := entry(v)
			if at != nil && !p.alike(what, reason) {
				x.text = p.after(what, reason)
			}
		}
		all = append(all, x)
	})
	return all
}

// thinObjectives tells of objectives that lack what would carry them, where nothing else stands against it.
func (p *page) thinObjectives() []item {
	root := p.j.Doc.Root
	money := root.Find(paths.Funding).Known() || root.Find(paths.TotalCost).Known()
	dated := root.Find(paths.Starts).Known() || root.Find(paths.BenefitsFrom).Known()
	benefits := len(root.Find(paths.Benefits).Stated()) > 0
	var lacks []string
	if !money {
		lacks = append(lacks, "no sum, no funding")
	}
	if !dated {
		lacks = append(lacks, "no date")
	}
	if !benefits {
		lacks = append(lacks, "no benefit listed")
	}
	var all []item
	objectives := root.Find(paths.Objectives).Stated()
	for _, o := range objectives {
		text := o.At(paths.Text).String()
		if text == "" || len(lacks) == 0 {
			continue
		}
		x := item{at: []*proposal.Value{o}, quotes: []string{text}, class: inPart, weight: 40, questions: []string{p.j.Cat.Showing(catalogue.Objectives).ID}}
		if strings.ContainsAny(text, "0123456789") {
			x.weight++
		}
		x.text = text
		all = append(all, x)
	}
	slices.SortStableFunc(all, func(x, y item) int { return y.weight - x.weight })
	all = all[:min(2, len(all))]
	for i := range all {
		says := lacks
		if len(all) == 2 && !benefits && len(lacks) > 1 { // what carries it by the one, what it brings by the other
			says = [][]string{lacks[:len(lacks)-1], lacks[len(lacks)-1:]}[i]
		}
		all[i].text = wording.Sentence(all[i].text + ": " + strings.Join(says, ", "))
	}
	return all
}

func numberOf(v *proposal.Value) float64 {
	if !v.Known() {
		return 0
	}
	return v.Number
}
