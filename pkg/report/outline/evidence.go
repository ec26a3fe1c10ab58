package outline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// findingKinds are the kinds of findings about the document itself, in the order in which they are told.
var findingKinds = []struct {
	kind  result.FindingKind
	title string
}{
	{result.Contradiction, "The document contradicts itself"},
	{result.Mismatch, "What is declared is not what the facts say"},
	{result.Inconsistent, "What is stated does not go together"},
	{result.Disagreement, "The organisations disagree"},
	{result.Stale, "Evidence is out of date"},
	{result.DepartureIncomplete, "Departures that do not say all"},
	{result.DepartureExpired, "Departures whose day has passed"},
	{result.DepartureUnused, "Departures from nothing"},
	{result.Renamed, "What stands there has a new name"},
	{result.Unpaired, "Texts that end with a quote alone"},
}

// findings tells what a person can act on in the document itself.
func (p *report) findings() []Block {
	var b blocks
	if !slices.ContainsFunc(p.r.Findings, func(f result.Finding) bool { return f.Kind != result.Unused }) {
		b.say(plain("None: what is stated goes together, nobody disagrees and no evidence is out of date."))
	}
	for _, k := range findingKinds {
		first := true
		for _, f := range p.r.Findings {
			if f.Kind != k.kind {
				continue
			}
			if first {
				b.heading(k.title)
				first = false
			}
			b.add(finding(f))
		}
	}
	p.unused(&b)
	return b
}

func finding(f result.Finding) Item {
	var in blocks
	if f.Do != "" {
		in.say(plain(arrow), plain(wording.Sentence(f.Do)))
	}
	in.say(faint(f.Place.String()))
	it := item(plain(wording.Sentence(f.Text)), faint("["+f.Subject+"]"))
	it.Below = in
	return it
}

// setAside lists what the document declares not applicable, or met by other means.
func (p *report) setAside() []Block {
	var b blocks
	for _, s := range p.r.SetAside {
		as := "declared not applicable"
		if s.As == result.ByOtherMeans {
			as = "said to be met by other means"
		}
		var in blocks
		in.fact("because", wording.Sentence(s.Because))
		in.fact("but", wording.Sentence(s.Remark))
		in.fact("evidence", strings.Join(s.Evidence, ", "))
		in.fact("place", s.Place.String())
		it := item(plain(wording.Title(s.Title)+": "+as+"."), named(s.Criterion))
		it.Below = in
		b.add(it)
	}
	return b
}

// evidence is the register, how far it reaches, and what rests on assertion alone.
func (p *report) evidence() []Block {
	e := &p.r.Evidence
	var b blocks
	b.say(plain(wording.Sentence(e.Sentence)))
	if len(e.Pieces) > 0 {
		b.add(Break{}, p.register())
	}
	p.weak(&b)
	if len(e.Undocumented) > 0 {
		b.add(Break{})
		b.say(plain("In place by assertion alone:"), plain(strings.Join(e.Undocumented, ", ")+"."))
	}
	return b
}

// register is the register of evidence; why a piece is out of date is told among the findings.
func (p *report) register() Table {
	t := Table{Columns: []Column{{Title: "evidence", Wide: true}, {Title: "kind"}, {Title: "date"}, {Title: "used for"}, {Title: "place", Wide: true}}}
	for _, e := range p.r.Evidence.Pieces {
		place := e.At.String()
		if e.At.File == p.r.File && e.At.Line > 0 {
			place = fmt.Sprintf("line %d", e.At.Line)
		}
		t.Rows = append(t.Rows, append([]wording.Text{piece(&e)}, row(string(e.Kind), cmp.Or(e.Date, dash), wording.Count(e.Used, "criterion", "criteria"), place)...))
	}
	return t
}

// piece names a piece of evidence, with the address at which it is.
func piece(e *result.Piece) wording.Text {
	said := strings.Join(wording.Given(cmp.Or(e.Title, e.ID), e.Source, e.Place), ", ")
	if e.Link != "" {
		said += ","
	}
	text := cell(said)
	if e.Link != "" {
		text = append(text, wording.Part{Text: e.Link, Link: e.Link})
	}
	if e.Stale != "" {
		text = append(text, plain("(out of date)"))
	}
	return text
}

// mostWeak is how many gaps in the evidence are told one by one.
const mostWeak = 8

// weak tells where the evidence is weak, what most hangs on first.
func (p *report) weak(b *blocks) {
	var all []result.Weakness
	for _, h := range p.r.Evidence.Weaknesses {
		if h.Kind != result.NoneRegistered || h.Weight > 0 { // what lacks evidence and moves nothing is listed below
			all = append(all, h)
		}
	}
	if len(all) == 0 {
		return
	}
	b.heading("Where evidence is stale, one-sided or missing, what most hangs on it first")
	for i, h := range all {
		if i == mostWeak {
			b.say(faint(fmt.Sprintf("and %d more.", len(all)-i)))
			return
		}
		var in blocks
		if h.Kind != result.NoneRegistered && len(h.Criteria) > 0 {
			in.say(faint("Rests on it:"), faint(wording.And(h.Criteria)+"."))
		}
		in.say(faint(p.hangsOn(h)))
		it := item(plain(wording.Sentence(weaknesses[h.Kind]+": "+h.Why)), faint("["+h.What+"]"), at(h.Place))
		it.Below = in
		b.add(it)
	}
}

// weaknesses are the kinds of weak evidence as they are told.
var weaknesses = map[result.WeaknessKind]string{result.OutOfDate: "stale", result.OneSided: "one-sided", result.NoneRegistered: "no evidence"}

// hangsOn says what would move in the documented ratings.
func (p *report) hangsOn(h result.Weakness) string {
	without := "With a document"
	if h.Kind == result.OutOfDate {
		without = "Without it"
	}
	switch {
	case h.Overall != rating.Unrated:
		return without + ", the documented rating of the whole would be " + h.Overall.String() + " at worst."
	case len(h.Questions) > 0:
		var titles []string
		for _, id := range h.Questions {
			titles = append(titles, p.question(id))
		}
		return without + ", what documents say would move on: " + strings.Join(titles, " ")
	}
	return without + ", no rating would move by that alone."
}
