package report

import (
	"fmt"
	"strings"
)

// findingKinds are the kinds of findings about the document itself, in the order in which they are told.
var findingKinds = []struct{ kind, one, many, title string }{
	{"contradiction", "contradiction", "contradictions", "The document contradicts itself"},
	{"mismatch", "mismatch of what is declared and what the facts say", "mismatches of what is declared and what the facts say", "What is declared is not what the facts say"},
	{"disagreement", "point on which the organisations disagree", "points on which the organisations disagree", "The organisations disagree"},
	{"stale", "piece of stale evidence", "pieces of stale evidence", "Evidence is out of date"},
	{"undocumented", "statement without evidence", "statements without evidence", "Evidence is missing"},
}

// about tells what the document is, and how the rating of the whole came about.
func (p *page) about() {
	p.section("How the rating came about")
	if p.r.About != "" {
		p.text(2, plain(p.r.About))
		p.gap()
	}
	o, v := p.r.Overall, p.r.Verdict
	p.text(2, plain(fmt.Sprintf("Should everything that is not known turn out badly: %s, by rule %d (%s); the verdict would be: %s.", o.Low, o.LowRule.Number, o.LowRule.If, v.Low.Title)))
	p.text(2, plain(fmt.Sprintf("Should it all turn out well: %s, by rule %d (%s); the verdict would be: %s.", o.High, o.HighRule.Number, o.HighRule.If, v.High.Title)))
	p.gap()
	if v.SoFar != nil {
		p.item(2, p.bold("So far"), plain(v.SoFar.Title+": "+sentence(v.SoFar.Meaning)))
	}
	if len(v.Open) > 0 {
		p.text(2, plain("Essential, and not in place or not known:"), plain(list(v.Open)+"."))
	}
	p.gap()
	rows := [][]string{{"the whole", o.Words, p.r.Documented.Overall.Words}}
	rows = append(rows, []string{"context", p.r.Context.Rating.Words, p.r.Documented.Context.Words}, []string{"enablers", p.r.Enablers.Rating.Words, p.r.Documented.Enablers.Words})
	for _, q := range p.r.Questions {
		rows = append(rows, []string{q.Title, q.Rating.Words, q.Documented.Words})
	}
	p.table(2, []column{{title: "rating"}, {title: "as claimed", wide: true}, {title: "on documents alone", wide: true}}, rows)
}

// findings tells what a person can act on in the document itself.
func (p *page) findings() {
	p.section("Findings about the document")
	if len(p.r.Findings) == 0 {
		p.text(2, plain("None: nothing contradicts itself, nobody disagrees and no evidence is out of date."))
		return
	}
	known := map[string]bool{}
	for _, k := range findingKinds {
		known[k.kind] = true
		p.findingsOf(k.title, func(kind string) bool { return kind == k.kind })
	}
	p.findingsOf("Also", func(kind string) bool { return !known[kind] })
}

func (p *page) findingsOf(title string, is func(string) bool) {
	first := true
	for _, f := range p.r.Findings {
		if !is(f.Kind) {
			continue
		}
		if first {
			p.heading(2, title)
			first = false
		}
		p.item(2, plain(p.dash), plain(sentence(f.Text)), p.quiet("["+f.Subject+"]"))
		if f.Do != "" {
			p.text(4, plain(p.arrow), plain(sentence(f.Do)))
		}
		p.text(4, p.quiet(f.Place.String()))
	}
}

// setAside lists what the document declares not applicable, or met by other means.
func (p *page) setAside() {
	if len(p.r.SetAside) == 0 {
		return
	}
	p.section("Set aside by the document")
	for _, s := range p.r.SetAside {
		as := "declared not applicable"
		if s.As == "other means" {
			as = "said to be met by other means"
		}
		p.item(2, plain(p.dash), plain(sentence(s.Title)), p.quiet(as), p.quiet("["+s.Criterion+"]"))
		p.field(4, "because", sentence(s.Because))
		p.field(4, "evidence", strings.Join(s.Evidence, ", "))
		p.field(4, "place", s.Place.String())
	}
}

// evidence is the register, how far it reaches, and what rests on assertion alone.
func (p *page) evidence() {
	p.section("Evidence")
	if p.r.Evidence.Sentence != "" {
		p.text(2, plain(sentence(p.r.Evidence.Sentence)))
	}
	if len(p.r.Evidence.Pieces) > 0 {
		p.gap()
		p.register()
	}
	if len(p.r.Evidence.Undocumented) > 0 {
		p.gap()
		p.text(2, plain("In place by assertion alone:"), plain(strings.Join(p.r.Evidence.Undocumented, ", ")+"."))
	}
}

// sources are the sources cited, each with what it is worth.
func (p *page) sources() {
	p.section("Sources, and what each is worth")
	for _, s := range p.r.Sources {
		year := ""
		if s.Year != 0 {
			year = fmt.Sprint(s.Year)
		}
		p.item(2, p.bold(s.ID), plain(strings.Join(given(s.Title, s.Authors, year), ", ")+"."))
		p.text(4, p.quiet(sentence(s.Standing)))
	}
}

// limits tells what the report cannot.
func (p *page) limits() {
	p.section("What this report cannot tell")
	for _, l := range p.r.Limits {
		p.item(2, plain(p.dash), plain(sentence(l)))
	}
}

// closing says what was assessed, and with which catalogue.
func (p *page) closing() {
	c := p.r.Catalogue
	p.gap()
	p.text(2, p.quiet(fmt.Sprintf("%s %s catalogue %s, %d of its %d criteria apply or may apply %s %s",
		p.r.File, p.dot, c.Version, c.Applied, c.Criteria, p.dot, c.Hash)))
}
