package front

import (
	"slices"
	"strings"
	"unicode/utf8"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// misfits lists what does not fit together: first where the two differ on what no partnership can do without, then what
// decides which kind of partnership it is, answers that are better than the facts, views apart, answers that are worse and
// give no reason, what rests on stale evidence alone, and one side's word on the other. A single one
// opens the page instead, as does none of them where all that is amiss is the age of evidence.
func (p *page) misfits() (all []item, single *item) {
	differ, foremost := p.disagreements(), func(x item) bool {
		return slices.ContainsFunc(x.criteria, func(c *judge.Criterion) bool { return c.Foremost })
	}
	for _, x := range differ {
		if foremost(x) {
			all = append(all, x)
		}
	}
	for _, a := range p.j.Placement.Axes() {
		if x, is := p.mismatch(a); is {
			all = append(all, x)
		}
	}
	all = append(all, p.weakSigns()...)
	better, cautious := p.contradictions()
	all = append(append(append(all, better...), slices.DeleteFunc(differ, foremost)...), cautious...)
	var worse []*proposal.Value // benefits of which a line says that they have got worse
	for _, f := range p.r.Findings {
		switch f.Kind {
		case result.Mismatch, result.Contradiction, result.Disagreement, result.Stale, result.Renamed, result.Unpaired, result.Unused, result.DepartureIncomplete, result.DepartureExpired, result.DepartureUnused:
		default:
			at := p.valueAt(f)
			if p.toldAgainst(at) {
				continue
			}
			x := item{text: wording.Sentence(f.Text), at: []*proposal.Value{at}}
			if b, what := entry(at); what != "" && b == at && b.Parent.Path() == string(paths.Benefits) && judge.GoneBack(b) && !slices.Contains(worse, b) {
				x, worse = p.goneBack(b, what), append(worse, b)
			}
			x.closes = f.Do
			all = append(all, x)
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	all = append(all, p.staleGrounds()...)
	all = append(all, p.hearsay()...)
	if len(all) == 1 && utf8.RuneCountInString(all[0].text) <= long-len(doesNotFit) { // what one says is nothing without the other
		return nil, &all[0]
	}
	return all, nil
}

// toldAgainst reports whether what is wrong at a place stands among what is against it in any case: a risk that nobody sees to,
// an approval that is refused.
func (p *page) toldAgainst(at *proposal.Value) bool {
	e, what := entry(at)
	if e == nil || what == "" {
		return false
	}
	switch e.Parent.Path() {
	case string(paths.Risks):
		return unseenTo(e)
	case string(paths.Approvals):
		return slices.Contains(p.approvalsThatAre("refused"), e)
	}
	return false
}

// misfitsHeading says before what it must fit together: that may have been decided already.
func (p *page) misfitsHeading() string {
	if s := p.r.Stage.Is; s == result.ToStart || s == result.Running {
		return "What does not fit together, and must before more is built on it"
	}
	return "What does not fit together, and must before anything is decided"
}

// valueAt finds the statement at the place of a finding, nil where there is none.
func (p *page) valueAt(f result.Finding) *proposal.Value {
	var found *proposal.Value
	p.j.Doc.Root.Walk(func(v *proposal.Value) {
		if found == nil && v.Pos == f.Place {
			found = v
		}
	})
	return found
}

// factWords are how the facts that tell the kind of partnership are said where they have no reason.
var factWords = map[string]string{
	"regulator": "the regulator proposed it", "commissioner": "the commissioner proposed it", "national-body": "a national body proposed it", "regional-authority": "a regional authority proposed it", "funder": "a funder proposed it", "government": "government proposed it",
	"organisations": "the two began it themselves", "clinicians": "clinicians began it",
	"few-people": "it reaches a few people", "few-services": "it reaches a few services", "many-services": "it reaches many services", "whole-organisation": "it is the whole organisation",
	"informally": "informally", "by-agreement": "by agreement", "by-contract": "by contract", "by-legal-change": "by legal change",
	"new-organisation": "the two become a new organisation", "one-absorbed": "one is absorbed by the other", "one-helps-other": "one helps the other", "contract-between-two": "a contract binds two that stay",
	"shared-pathway": "services are redesigned along one pathway", "service-at-host": "one's service runs at the other's site", "third-body": "a third body is formed", "one-leadership": "both stay, under leaders whom they share", "shared-service": "one service is run for both", "something-else": "something else becomes of the two", "one-runs-other": "one runs the other",
}

// mismatch says what is called one thing and by the facts is another.
func (p *page) mismatch(a *judge.Axis) (item, bool) {
	if a.Agrees() != logic.False {
		return item{}, false
	}
	article := ""
	if a.ID == catalogue.FormAxis {
		article = "a "
		if strings.ContainsAny(a.Declared[:1], "aeiou") {
			article = "an "
		}
	}
	x := item{at: []*proposal.Value{a.At}}
	var facts []string
	used := slices.Clone(a.Used)
	order := func(v *proposal.Value) int {
		return slices.Index([]paths.Path{paths.BrokeredBy, paths.Mandate, paths.Extent, paths.Constituted, paths.Outcome}, paths.Path(v.Path()))
	}
	slices.SortStableFunc(used, func(v, w *proposal.Value) int { return order(v) - order(w) })
	for _, v := range used {
		said := factWords[v.Word]
		if reason := besides(v.Because); reason != "" {
			said = p.within(reason)
			x.quotes = append(x.quotes, reason)
		}
		if said != "" && !slices.Contains(facts, said) {
			facts = append(facts, said)
		}
		x.at = append(x.at, v)
	}
	if len(facts) == 0 {
		facts = append(facts, "by the facts it is "+strings.ReplaceAll(a.Derived, "-", " "))
	}
	x.text = "Called " + article + strings.ReplaceAll(a.Declared, "-", " ") + "; " + strings.Join(facts, ", ") + "."
	if c := p.j.Cat.Agreement(a.ID); c != nil {
		if i, applies := p.j.Find(c.ID); applies {
			x.criteria = append(x.criteria, &p.j.Criteria[i])
		}
		x.closes = p.named(c, c.Fix.Do)
	}
	return x, true
}

// weakSigns tells what by itself points to another kind of partnership, and what outweighs it.
func (p *page) weakSigns() []item {
	var all []item
	for _, a := range p.j.Placement.Axes() {
		for _, s := range a.Signs {
			var said []string
			for _, v := range s.Used {
				words := factWords[v.Word]
				if v.Path() == string(paths.Constituted) {
					words = "constituted " + words
				}
				if words != "" && v.Known() {
					said = append(said, words)
				}
			}
			if len(said) > 0 {
				all = append(all, item{
					text: wording.Upper(wording.And(said)) + ", which by itself points to " + strings.ReplaceAll(s.Of, "-", " ") + "; the other facts outweigh it, and it is taken as " + strings.ReplaceAll(a.Possible[0], "-", " ") + ".",
					at:   s.Used,
				})
			}
		}
	}
	return all
}

// contradictions set an answer with its reason beside the fact that says otherwise; answers that give one reason
// are told once. Those that are more cautious than the facts, and do not say why, come apart.
func (p *page) contradictions() (all, cautious []item) {
	var reasons []string
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if !clashed(c) {
			continue
		}
		answer := p.answer(c)
		facts := slices.DeleteFunc(slices.Clone(c.Standing.Used), func(v *proposal.Value) bool { return v == answer || v.Parent == answer })
		if answer.Because != "" {
			if n := slices.Index(reasons, answer.Because); n >= 0 {
				all[n].criteria = append(all[n].criteria, c)
				all[n].at = append(all[n].at, answer)
				continue
			}
		}
		x := item{at: append([]*proposal.Value{answer}, facts...), criteria: []*judge.Criterion{c}, quotes: []string{answer.Because}}
		said := "answered " + strings.ReplaceAll(answer.Word, "-", " ")
		if reason := besides(answer.Because); reason != "" {
			said += ", as " + p.within(reason)
		}
		x.text = wording.Upper(p.named(c.Criterion, c.Title)) + ": " + said + "; by the facts " + p.byFacts(facts, &x) + "."
		if c.Standing.Clash == judge.Overruled {
			cautious = append(cautious, x)
			continue
		}
		reasons = append(reasons, answer.Because)
		all = append(all, x)
	}
	return all, cautious
}

// byFacts says in a clause what some statements say.
func (p *page) byFacts(facts []*proposal.Value, x *item) string {
	var clauses []string
	for _, v := range facts {
		said := "the " + judge.Label(v) + " is " + strings.ReplaceAll(v.Written(), "-", " ")
		if v.State == proposal.None || v.Field.Kind == proposal.Items {
			said = "no " + strings.TrimSuffix(judge.Label(v), "s") + " is told"
		}
		if _, what := entry(v); v.Parent != nil && v.Parent.Field == v.Field {
			if what == "" && v.Because == "" {
				continue // an entry of which nothing is said tells nothing by itself
			}
			said = what + " is told"
		}
		if words := factWords[v.Word]; words != "" && v.Because == "" {
			said = words
		}
		if serves := p.serving(v, x); serves != "" {
			said = serves
		}
		if f := p.factOf(v); f != nil {
			said = f.says
			x.at = append(x.at, f.sums...)
		} else if reason := besides(v.Because); reason != "" {
			said = p.within(reason)
			x.quotes = append(x.quotes, reason)
		}
		if len(clauses) < 2 && !slices.Contains(clauses, said) {
			clauses = append(clauses, said)
		}
	}
	if len(clauses) == 0 {
		return "it is not so"
	}
	return wording.And(clauses)
}

// serving says which of an organisation's objectives are served, where a statement says that; "" for any other.
func (p *page) serving(v *proposal.Value, x *item) string {
	if v.Parent == nil || v.Parent.Field.Kind != proposal.ByOrganisation || v.Field.Kind != proposal.List || v.Field.Of.RefTo != "objectives" {
		return ""
	}
	o := p.j.Doc.Organisation(v.Key)
	var texts []string
	for _, aim := range o.Own(paths.Aims).Stated() {
		if slices.ContainsFunc(v.Items, func(id *proposal.Value) bool { return id.Is(aim.At(paths.ID).String()) }) {
			text := aim.At(paths.Text).String()
			texts, x.quotes = append(texts, quotedTitle(strings.TrimSuffix(text, "."))), append(x.quotes, text)
		}
	}
	if len(texts) == 0 {
		return "it serves nothing that " + p.name(o) + " wants"
	}
	return "it serves " + wording.And(texts)
}

// disagreements set what the one says beside what the other says.
func (p *page) disagreements() []item {
	var all []item
	p.j.Doc.Root.Walk(func(v *proposal.Value) {
		if len(v.Views) < 2 || v.Views[0].Same(v.Views[1]) && v.Views[0].State == v.Views[1].State {
			return
		}
		x := item{at: []*proposal.Value{v}}
		about := wording.Upper(strings.TrimPrefix(p.j.About(v), "the "))
		var c *judge.Criterion
		if i, rests := p.bearing[v]; rests {
			c = &p.j.Criteria[i]
			x.criteria, about = append(x.criteria, c), wording.Upper(p.named(c.Criterion, c.Title))
			x.closes = c.Fix.Evidence
		} else if of := p.elsewhere(v); of != nil {
			about = wording.Upper(p.named(of, of.Title))
		}
		if _, what := entry(v); what != "" {
			if x.quotes = append(x.quotes, what); c != nil {
				about += " (" + p.within(strings.TrimSuffix(what, ".")) + ")"
			}
		}
		var said []string
		for i, o := range p.j.Doc.Organisations {
			view := v.In(o.Key)
			if view.Key != o.Key {
				continue
			}
			word := strings.ReplaceAll(view.Written(), "-", " ")
			if word == "" {
				word = "it is not known"
			}
			clause := p.names[i] + " says " + word
			if reason := besides(view.Because); reason != "" && view.Written() != string(proposal.Yes) {
				clause += ", as " + p.within(reason)
				x.quotes = append(x.quotes, reason)
			}
			said = append(said, clause)
			x.at = append(x.at, view)
		}
		x.text = about + ": " + strings.Join(said, "; ") + "."
		all = append(all, x)
	})
	return all
}

// elsewhere gives the criterion that asks for what a statement says and for nothing else, in whatever kind of partnership it
// does; nil where there is none.
func (p *page) elsewhere(v *proposal.Value) *catalogue.Criterion {
	if v.Parent.Path() == string(paths.Answers) {
		return p.j.Cat.Criterion(v.Key)
	}
	for i := range p.j.Cat.Criteria {
		c := p.j.Cat.Criteria[i]
		if c.Met.Uses(logic.Answer) {
			continue
		}
		if fields := c.Met.Fields(); len(fields) == 1 && fields[0] == v.Field {
			return c
		}
	}
	return nil
}

// staleGrounds names what is said on stale evidence alone, the backing of boards and the like before the rest,
// once for each piece of evidence.
func (p *page) staleGrounds() []item {
	var all []item
	for _, e := range p.r.Evidence.Pieces {
		if e.Stale == "" || e.Used == 0 {
			continue
		}
		v := p.restsOnAlone(e.ID)
		if v == nil {
			continue
		}
		about := judge.Label(v)
		if i, rests := p.bearing[v]; rests {
			about = p.named(p.j.Criteria[i].Criterion, p.j.Criteria[i].Title)
		}
		var x item
		why := "that is " + strings.TrimPrefix(e.Stale, "is ")
		if o := p.organisationOf(v); o != nil {
			if o.Own(paths.BacksThisPartner) == v {
				about = wording.Whose(p.name(o)) + " backing"
			}
			since, written := o.Own(paths.ChiefExecutiveSince), p.j.Doc.Root.Find(paths.Evidence).Item(e.ID).At(paths.Date)
			if since.Known() && written.Known() && since.From > written.To {
				why = "since " + since.InWords() + " there is another chief executive"
				x.at = append(x.at, since)
			}
		}
		x.text = wording.Upper(about) + ": said on " + quotedTitle(e.Title) + dated(e.Date) + " alone; " + why + "."
		if reason := besides(v.Because); reason != "" {
			x.text = wording.Upper(about) + ": " + p.within(reason) + " (" + e.Title + dated(e.Date) + "); " + why + "."
			x.quotes = append(x.quotes, reason)
		}
		x.at = append(x.at, v)
		all = append(all, x)
	}
	return all
}

func quotedTitle(title string) string { return "“" + title + "”" }

func dated(day string) string {
	if day == "" {
		return ""
	}
	return " of " + day
}

// restsOnAlone gives the first statement that counts for something and rests on one piece of evidence alone.
func (p *page) restsOnAlone(id string) *proposal.Value {
	for _, o := range p.j.Doc.Organisations {
		if v := o.Own(paths.BacksThisPartner); v.Is(string(proposal.Yes)) && slices.Equal(v.EvidenceIDs(), []string{id}) {
			return v
		}
	}
	for i := range p.j.Criteria {
		for _, v := range p.j.Criteria[i].Standing.Used {
			if ids := v.EvidenceIDs(); v.Parent != nil && v.Parent.Field != v.Field && len(ids) == 1 && ids[0] == id && v.Is(string(proposal.Yes)) && !clashed(&p.j.Criteria[i]) {
				return v
			}
		}
	}
	return nil
}

// hearsay names answers in which one side alone speaks, by its own assertion, of what concerns the other's
// people as much.
func (p *page) hearsay() []item {
	var all []item
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		answer := p.answer(c)
		if c.Status() != rating.Met || clashed(c) || !answer.Known() || answer.Because == "" || c.Concerns != judge.Both || !slices.Contains(c.Standing.Used, answer) {
			continue
		}
		if p.j.Doc.Rank(answer) >= proposal.Documented {
			continue
		}
		one := p.speaker(answer.Because)
		if one < 0 || c.Kind != catalogue.Watchpoint {
			continue
		}
		if besides(answer.Because) == "" {
			continue
		}
		x := item{text: wording.Upper(p.named(c.Criterion, c.Title)) + ": " + p.within(besides(answer.Because)) + "; " + p.names[1-one] + " is not heard on it.",
			at: []*proposal.Value{answer}, criteria: []*judge.Criterion{c}, quotes: []string{answer.Because}}
		all = append(all, x)
	}
	return all
}

// speaker gives the place of the organisation that a text names where it names one of the two alone, -1
// otherwise.
func (p *page) speaker(text string) int {
	names := func(i int) bool { // at the start of a sentence with a capital
		return strings.Contains(text, p.names[i]) || strings.HasPrefix(text, wording.Upper(p.names[i]))
	}
	one, two := names(0), names(1)
	switch {
	case one && !two:
		return 0
	case two && !one:
		return 1
	}
	return -1
}
