package outline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// inPlace tells a criterion that is met, on one line where it fits, with the reasons that the document gives for it.
func (p *report) inPlace(b *blocks, c *result.Criterion) {
	on := "claimed"
	if c.Documented {
		on = ""
	}
	if c.Decided == result.ByOtherMeans {
		on = strings.TrimSpace("by other means " + on)
	}
	it := signed(c, plain(wording.Sentence(c.Says)), plain(on), weighed(c))
	in := blocks(openHalf(c))
	in.fact("departed", p.departure(c.ID))
	restsOn(&in, slices.DeleteFunc(slices.Clone(c.Facts), func(f result.Fact) bool { return f.Because == "" }))
	p.besides(&in, c.Supports)
	it.Below = in
	b.add(it)
}

// openHalf says what to ask about a criterion that is known by half.
func openHalf(c *result.Criterion) []Block {
	var in blocks
	if c.Status == rating.AtLeastPartly || c.Status == rating.AtMostPartly {
		in.fact("to ask", strings.Join(wording.Given(c.Asks, wording.Bracketed(c.Of), notKnownSoFar(c.Reasons)), " "))
	}
	return in
}

// otherwise says what the facts say where the document says something else.
func otherwise(c *result.Criterion) string {
	switch {
	case c.Cautious:
		return "The judgement is more cautious than the facts, by which it is " + c.ByFacts.String() + "."
	case c.Decided == result.ByOtherMeans && c.ByFacts != rating.NoStatus:
		return "By the facts it is " + c.ByFacts.String() + "; the other means stand all the same."
	}
	return ""
}

// notInPlace tells a criterion that is not met, or partly: why it matters, what to do, what it rests on.
func (p *report) notInPlace(b *blocks, c *result.Criterion) {
	var in blocks
	in.say(plain(wording.Sentence(c.Why)))
	if !p.told[c.AppliesWhy] { // several criteria may share the reason
		p.told[c.AppliesWhy] = true
		in.fact("why here", wording.Sentence(c.AppliesWhy))
	}
	if c.ByAnalogy {
		in.fact("by analogy", "No source tells of this form; what holds of others is asked of it too.")
	}
	maybe(&in, c)
	in.fact("departed", p.departure(c.ID))
	in.fact("differ", p.viewsOf(c))
	in.fact("facts", otherwise(c))
	if c.Fix != nil && !p.conditioned(c.ID) {
		in.fact("do", wording.Sentence(c.Fix.Do))
		in.fact("who", strings.Join(wording.Given(c.Fix.Who, c.Fix.By, effort(c.Fix.Effort)), ", "))
		in.fact("closed by", wording.Sentence(c.Fix.Closes))
	}
	restsOn(&in, c.Facts)
	p.besides(&in, c.Supports)
	if len(c.Facts) == 0 {
		in.fact("place", c.Place.String())
	}
	in = append(in, openHalf(c)...)
	in.fact("still open", paths(c.SettledBy))
	in.fact("source", cites(c.Cites))
	it := signed(c, strong(wording.Sentence(c.Says)), weighed(c))
	it.Below = in
	b.add(it, Break{})
}

// conditioned reports whether what to do about a criterion is told among the conditions already.
func (p *report) conditioned(id string) bool {
	return slices.ContainsFunc(p.r.Conditions, func(c result.Condition) bool { return c.ID == id })
}

// notKnown tells a criterion of which the document says too little: what to ask, of whom, and where the
// answer goes.
func (p *report) notKnown(b *blocks, c *result.Criterion) {
	var in blocks
	maybe(&in, c)
	where := cmp.Or(paths(c.SettledBy), c.Place.String())
	if c.Of != "" {
		where = "Ask: " + c.Of + " " + dot + " goes to " + where
	}
	in.say(faint(where))
	in.fact("departed", p.departure(c.ID))
	if why := notKnownSoFar(c.Reasons); why != "" {
		in.say(plain(why))
	}
	p.besides(&in, slices.Concat(c.Facts, c.Supports))
	it := signed(c, plain(cmp.Or(c.Asks, wording.Sentence(c.Says))), weighed(c))
	it.Below = in
	b.add(it)
}

// notKnownSoFar says why something is not known, as the document has it; it is empty where that gives no reason.
func notKnownSoFar(reasons []result.Reason) string {
	var parts []string
	for _, r := range reasons {
		text := r.Because
		if r.Of != "" {
			text += " (" + r.Of + ")"
		}
		if !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Not known so far: " + strings.TrimSuffix(strings.Join(parts, "; "), ".") + "."
}

// opinion tells what is shown beside a question and never rated.
func (p *report) opinion(c *result.Criterion) Item {
	text := wording.Text{plain(cmp.Or(c.Asks, wording.Sentence(c.Title)))}
	if c.Status != rating.NoStatus && c.Status != rating.Unknown {
		text = append(text, plain("Here: "+c.Status.String()+"."))
	}
	it := item(append(text, weighed(c))...)
	if !p.told[c.ID] {
		p.told[c.ID] = true
		var in blocks
		in.say(faint(wording.Sentence(c.Why)))
		in.say(faint(cites(c.Cites)))
		it.Below = in
	}
	return it
}

// maybe says where it is not known whether a criterion applies at all.
func maybe(b *blocks, c *result.Criterion) {
	if c.Applies == result.Perhaps {
		b.say(faint("It is not yet known whether this applies here."))
	}
}

// viewsOf are the words of the organisations where they differ.
func (p *report) viewsOf(c *result.Criterion) string {
	var all []string
	for _, v := range c.Views {
		all = append(all, p.organisation(v.Organisation)+": "+v.Status.String())
	}
	return strings.Join(all, "; ")
}

// restsOn tells what a status rests on, each fact with its place.
func restsOn(b *blocks, facts []result.Fact) {
	const most = 5
	var texts []wording.Text
	for i, f := range facts {
		if i == most && len(facts) > most+1 {
			texts = append(texts, wording.Text{faint(fmt.Sprintf("and %d more", len(facts)-most))})
			break
		}
		texts = append(texts, stated(f))
	}
	b.facts("rests on", texts...)
}

// stated is a fact with what the document says for it, how it is supported and where it stands.
func stated(f result.Fact) wording.Text {
	standing := string(f.Standing)
	if f.Standing == proposal.NoEvidence {
		standing = "no evidence"
	}
	text := wording.Text{plain(f.Path + ": " + f.Value)}
	if f.Because != "" {
		text = append(text, glued(" "+dash+" "+wording.Sentence(f.Because)))
	}
	return append(text, faint("("+strings.Join(wording.Given(standing, f.Place.String()), "; ")+")"))
}

// effort is an effort as a phrase.
func effort(e catalogue.Effort) string {
	if e == "" {
		return ""
	}
	return string(e) + " effort"
}

// ifApplies follows what may turn out to be no part of this proposal's kind of partnership.
const ifApplies = " (if it applies)"

// context is the context, criterion by criterion.
func (p *report) context() []Block {
	return p.part("Is it the right form of partnership at the right time?", p.r.Context)
}

// enablers are the enablers, criterion by criterion.
func (p *report) enablers() []Block { return p.part("Is what makes it work in place?", p.r.Enablers) }

func (p *report) part(asks string, of result.Part) []Block {
	var b blocks
	b.say(faint(asks))
	b.say(counted(of.Rating)...)
	b.add(Break{})
	t := Table{Columns: []Column{{Title: "criterion", Wide: true}, {Title: "status"}, {Title: "supported by"}, {Title: "source", Wide: true}}}
	for _, id := range of.Criteria {
		c := p.r.Criterion(id)
		if c == nil {
			continue
		}
		title := cmp.Or(c.Title, id)
		if c.Applies == result.Perhaps {
			title += ifApplies
		}
		t.Rows = append(t.Rows, []wording.Text{cell(title), {{Kind: wording.Sign, Status: c.Status}, plain(cmp.Or(c.Status.String(), dash))}, cell(Support(c)), cell(place(c.Cites))})
	}
	if len(t.Rows) > 0 {
		b.add(t)
	}
	return b
}

// place is the first place in a source, which is the one that says most.
func place(cites []result.Cite) string {
	if len(cites) == 0 {
		return dash
	}
	return strings.Join(wording.Given(cites[0].Source, cites[0].Place), ": ")
}

// Support says whether a status is documented or only claimed.
func Support(c *result.Criterion) string {
	switch c.Status {
	case rating.NoStatus, rating.Unknown, rating.NotApplicable:
		return dash
	}
	if c.Documented {
		return "documents"
	}
	return "assertion"
}
