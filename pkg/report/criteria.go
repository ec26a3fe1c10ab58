package report

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

// name is how a criterion is referred to, with what makes it weigh more or less than another.
func (p *page) name(c *result.Criterion) span {
	tags := []string{c.ID}
	if c.Gate {
		tags = append(tags, "essential")
	}
	if c.Kind == catalogue.Watchpoint {
		tags = append(tags, "a warning from a case")
	}
	return p.quiet("[" + strings.Join(tags, ", ") + "]")
}

func (p *page) sign(c *result.Criterion) span { return p.bold(cmp.Or(p.signs[c.Status], p.dash)) }

// inPlace tells a criterion that is met, on one line where it fits.
func (p *page) inPlace(c *result.Criterion) {
	on := "claimed"
	if c.Documented {
		on = ""
	}
	if c.Decided == result.ByOtherMeans {
		on = strings.TrimSpace("by other means " + on)
	}
	p.item(body, p.sign(c), plain(wording.Sentence(c.Says)), plain(on), p.name(c))
}

// notInPlace tells a criterion that is not met, or partly: why it matters, what to do, what it rests on.
func (p *page) notInPlace(c *result.Criterion) {
	p.item(body, p.sign(c), p.bold(wording.Sentence(c.Says)), p.name(c))
	in := body + 2
	p.text(in, plain(wording.Sentence(c.Why)))
	if !p.told[c.AppliesWhy] { // several criteria may share the reason
		p.told[c.AppliesWhy] = true
		p.field(in, "why here", wording.Sentence(c.AppliesWhy))
	}
	p.maybe(in, c)
	p.field(in, "differ", p.views(c))
	if c.Fix != nil && !p.conditioned(c.ID) {
		p.field(in, "do", wording.Sentence(c.Fix.Do))
		p.field(in, "who", strings.Join(wording.Given(c.Fix.Who, c.Fix.By, effort(c.Fix.Effort)), ", "))
		p.field(in, "closed by", wording.Sentence(c.Fix.Closes))
	}
	p.facts(in, c.Facts)
	if len(c.Facts) == 0 {
		p.field(in, "place", c.Place.String())
	}
	p.field(in, "still open", p.paths(c.SettledBy))
	p.field(in, "source", p.cites(c.Cites))
	p.gap()
}

// conditioned reports whether what to do about a criterion is told among the conditions already.
func (p *page) conditioned(id string) bool {
	return slices.ContainsFunc(p.r.Conditions, func(c result.Condition) bool { return c.ID == id })
}

// notKnown tells a criterion of which the document says too little: what to ask, of whom, and where the
// answer goes.
func (p *page) notKnown(c *result.Criterion) {
	p.item(body, p.sign(c), plain(cmp.Or(c.Asks, wording.Sentence(c.Says))), p.name(c))
	in := body + 2
	p.maybe(in, c)
	where := p.paths(c.SettledBy)
	if where == "" {
		where = c.Place.String()
	}
	if c.Of != "" {
		where = "Ask: " + c.Of + " " + p.dot + " goes to " + where
	}
	p.text(in, p.quiet(where))
}

// opinion tells what is shown beside a question and never rated.
func (p *page) opinion(c *result.Criterion) {
	spans := []span{plain(cmp.Or(c.Asks, wording.Sentence(c.Title)))}
	if c.Status != rating.NoStatus && c.Status != rating.Unknown {
		spans = append(spans, plain("Here: "+c.Status.String()+"."))
	}
	p.item(body, span{Text: p.dash, Style: nil}, append(spans, p.name(c))...)
	if !p.told[c.ID] {
		p.told[c.ID] = true
		p.text(body+2, p.quiet(wording.Sentence(c.Why)))
		p.text(body+2, p.quiet(p.cites(c.Cites)))
	}
}

// maybe says where it is not known whether a criterion applies at all.
func (p *page) maybe(in int, c *result.Criterion) {
	if c.Applies == result.Perhaps {
		p.text(in, p.quiet("It is not yet known whether this applies here."))
	}
}

// views are the words of the organisations where they differ.
func (p *page) views(c *result.Criterion) string {
	var all []string
	for _, v := range c.Views {
		all = append(all, p.organisation(v.Organisation)+": "+v.Status.String())
	}
	return strings.Join(all, "; ")
}

// facts tells what a status rests on, each with its place.
func (p *page) facts(in int, facts []result.Fact) {
	const most = 5
	label := "rests on"
	for i, f := range facts {
		if i == most && len(facts) > most+1 {
			p.hang(in, in+fieldWidth, span{}, p.quiet(fmt.Sprintf("and %d more", len(facts)-most)))
			return
		}
		p.hang(in, in+fieldWidth, p.quiet(label), p.fact(f)...)
		label = ""
	}
}

// fact is a statement with what the document says for it, how it is supported and where it stands.
func (p *page) fact(f result.Fact) []span {
	standing := string(f.Standing)
	if f.Standing == proposal.NoEvidence {
		standing = "no evidence"
	}
	spans := []span{plain(f.Path + ": " + f.Value)}
	if f.Because != "" {
		spans = append(spans, glue(" "+p.dash+" "+wording.Sentence(f.Because)))
	}
	return append(spans, p.quiet("("+strings.Join(wording.Given(standing, f.Place.String()), "; ")+")"))
}

// fieldWidth is how wide the labels of fields are.
const fieldWidth = 11

// field adds a labelled text, unless the text is empty.
func (p *page) field(in int, label, text string) {
	if text != "" {
		p.hang(in, in+fieldWidth, p.quiet(label), plain(text))
	}
}

// paths lists places in the document, the first few of many.
func (p *page) paths(paths []string) string {
	const most = 3
	if len(paths) <= most {
		return strings.Join(paths, ", ")
	}
	return strings.Join(paths[:most], ", ") + fmt.Sprintf(" and %d more", len(paths)-most)
}

// cites are places in sources, with what each is worth.
func (p *page) cites(cites []result.Cite) string {
	var all []string
	for _, c := range cites {
		place := c.Source
		if c.Place != "" {
			place += ", " + c.Place
		}
		if c.Strength != "" {
			place += " (" + c.Strength + ")"
		}
		all = append(all, place)
	}
	return strings.Join(all, "; ")
}

// organisation gives the name of an organisation of which the id is known.
func (p *page) organisation(id string) string {
	for _, o := range p.r.Organisations {
		if o.ID == id {
			return cmp.Or(o.Name, id)
		}
	}
	return id
}

// effort is an effort as a phrase.
func effort(e catalogue.Effort) string {
	if e == "" {
		return ""
	}
	return string(e) + " effort"
}
