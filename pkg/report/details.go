package report

import (
	"cmp"
	"fmt"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// findingKinds are the kinds of findings about the document itself, in the order in which they are told.
var findingKinds = []struct {
	kind             result.FindingKind
	one, many, title string
}{
	{result.Contradiction, "contradiction", "contradictions", "The document contradicts itself"},
	{result.Mismatch, "mismatch", "mismatches", "What is declared is not what the facts say"},
	{result.Disagreement, "disagreement", "disagreements", "The organisations disagree"},
	{result.Stale, "piece of stale evidence", "pieces of stale evidence", "Evidence is out of date"},
}

// about tells what the document is, and how the rating of the whole came about.
func (p *page) about() {
	p.section("How the rating came about")
	if p.r.About != "" {
		p.text(2, plain(p.r.About))
		p.gap()
	}
	p.ends()
	p.gap()
	p.ratingTable()
}

// ends tells what the whole and the verdict would be at either end.
func (p *page) ends() {
	o, v := p.r.Overall, p.r.Verdict
	low := fmt.Sprintf("%s (rule %d: %s). The verdict would be: %s.", o.Low, o.LowRule.Number, o.LowRule.If, v.Low.Title)
	high := fmt.Sprintf("%s (rule %d: %s). The verdict would be: %s.", o.High, o.HighRule.Number, o.HighRule.If, v.High.Title)
	if low == high {
		p.text(2, plain("Whatever the answers to what is not known:"), plain(low))
	} else {
		p.text(2, plain("If all that is not known turns out badly:"), plain(low))
		p.text(2, plain("If it all turns out well:"), plain(high))
	}
	if v.SoFar != nil {
		p.gap()
		p.text(2, p.bold(wording.Sentence(v.SoFar.Title)), plain(wording.Sentence(v.SoFar.Meaning)))
	}
	if len(v.Open) > 0 {
		p.gap()
		p.text(2, plain("Essential, and not in place or not known:"))
		for _, id := range v.Open {
			if c := p.r.Criterion(id); c != nil {
				p.item(2, p.sign(c), plain(wording.Sentence(c.Title)), p.quiet("["+c.ID+"]"))
			}
		}
	}
}

// ratingTable sets the ratings as claimed beside those on documents alone.
func (p *page) ratingTable() {
	type row struct {
		name                string
		claimed, documented result.Rating
	}
	all := []row{
		{"the whole", p.r.Overall.Rating, p.r.Documented.Overall.Rating},
		{"context", p.r.Context.Rating, p.r.Documented.Context},
		{"enablers", p.r.Enablers.Rating, p.r.Documented.Enablers},
	}
	for _, q := range p.r.Questions {
		all = append(all, row{q.Title, q.Rating, q.Documented})
	}
	columns := []column{{title: "rating", wide: true}, {title: "so far"}, {title: "may prove", wide: true}}
	differ := false
	for _, r := range all {
		differ = differ || r.claimed.Words != r.documented.Words
	}
	if differ {
		columns = append(columns, column{title: "on documents alone"})
	}
	var rows [][]string
	for _, r := range all {
		rows = append(rows, []string{r.name, p.soFar(r.claimed), cmp.Or(r.claimed.MayProve, p.dash), p.soFar(r.documented)})
	}
	p.table(2, columns, rows)
}

// soFar is a rating so far with its mark.
func (p *page) soFar(r result.Rating) string {
	c := shown(r)
	return p.marks[c] + " " + colour(c)
}

// colour is the word for a rating so far, or that there is none.
func colour(g rating.Grade) string { return cmp.Or(g.String(), "too little known") }

// findings tells what a person can act on in the document itself.
func (p *page) findings() {
	p.section("Findings about the document")
	if len(p.r.Findings) == 0 {
		p.text(2, plain("None: nothing contradicts itself, nobody disagrees and no evidence is out of date."))
		return
	}
	for _, k := range findingKinds {
		p.findingsOf(k.title, k.kind)
	}
}

func (p *page) findingsOf(title string, kind result.FindingKind) {
	first := true
	for _, f := range p.r.Findings {
		if f.Kind != kind {
			continue
		}
		if first {
			p.heading(2, title)
			first = false
		}
		p.item(2, plain(p.dash), plain(wording.Sentence(f.Text)), p.quiet("["+f.Subject+"]"))
		if f.Do != "" {
			p.text(4, plain(p.arrow), plain(wording.Sentence(f.Do)))
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
		if s.As == result.ByOtherMeans {
			as = "said to be met by other means"
		}
		p.item(2, plain(p.dash), plain(strings.TrimSuffix(wording.Sentence(s.Title), ".")+": "+as+"."), p.quiet("["+s.Criterion+"]"))
		p.field(4, "because", wording.Sentence(s.Because))
		p.field(4, "evidence", strings.Join(s.Evidence, ", "))
		p.field(4, "place", s.Place.String())
	}
}

// evidence is the register, how far it reaches, and what rests on assertion alone.
func (p *page) evidence() {
	p.section("Evidence")
	if p.r.Evidence.Sentence != "" {
		p.text(2, plain(wording.Sentence(p.r.Evidence.Sentence)))
	}
	if len(p.r.Evidence.Pieces) > 0 {
		p.gap()
		p.register()
	}
	p.hanging()
	if len(p.r.Evidence.Undocumented) > 0 {
		p.gap()
		p.text(2, plain("In place by assertion alone:"), plain(strings.Join(p.r.Evidence.Undocumented, ", ")+"."))
	}
}

// mostHanging is how many gaps in the evidence are told one by one.
const mostHanging = 8

// hanging tells where the evidence is weak, what most hangs on first.
func (p *page) hanging() {
	var all []result.Hanging
	for _, h := range p.r.Evidence.Hanging {
		if h.Kind != result.NoneRegistered || h.Weight > 0 { // what lacks evidence and moves nothing is listed below
			all = append(all, h)
		}
	}
	if len(all) == 0 {
		return
	}
	p.heading(2, "Where evidence is stale, one-sided or missing, what most hangs on it first")
	for i, h := range all {
		if i == mostHanging {
			p.text(2, p.quiet(fmt.Sprintf("and %d more.", len(all)-i)))
			return
		}
		p.item(2, plain(p.dash), plain(wording.Sentence(hangingWords[h.Kind]+": "+h.Why)), p.quiet("["+h.What+"]"), p.quiet(wording.Bracketed(h.Place.String())))
		if h.Kind != "missing" && len(h.Criteria) > 0 {
			p.text(4, p.quiet("Rests on it:"), p.quiet(wording.And(h.Criteria)+"."))
		}
		p.text(4, p.quiet(hangs(p, h)))
	}
}

// hangingWords are the kinds of weak evidence as they are told.
var hangingWords = map[result.Weakness]string{result.OutOfDate: "stale", result.OneSided: "one-sided", result.NoneRegistered: "no evidence"}

// hangs says what would move in the documented ratings.
func hangs(p *page, h result.Hanging) string {
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
			titles = append(titles, p.titleOf(id))
		}
		return without + ", what documents say would move on: " + strings.Join(titles, " ")
	}
	return without + ", no rating would move by that alone."
}

// sources are the sources cited, each with what it is worth.
func (p *page) sources() {
	p.section("Sources, and what each is worth")
	for _, s := range p.r.Sources {
		year := ""
		if s.Year != 0 {
			year = fmt.Sprint(s.Year)
		}
		p.lines(2, textwrap.Hang(p.measure-2, 2, p.bold(s.ID+":"), plain(strings.Join(wording.Given(s.Title, s.Authors, year), ", ")+".")))
		p.text(4, p.quiet(wording.Sentence(s.Standing)))
	}
}

// limits tells what the report cannot.
func (p *page) limits() {
	p.section("What this report cannot tell")
	for _, l := range p.r.Limits {
		p.item(2, plain(p.dash), plain(wording.Sentence(l)))
	}
}

// closing says what was assessed, and with which catalogue.
func (p *page) closing(brief bool) {
	c := p.r.Catalogue
	text := fmt.Sprintf("Catalogue %s (%s): %d of its %d criteria apply or may apply %s %s", c.Version, c.Hash, c.Applied, c.Criteria, p.dot, p.r.File)
	lines := textwrap.Flow(p.width-2, p.quiet(text))
	if brief {
		lines = p.clip(lines, 1, p.width-2)
	} else {
		p.gap()
	}
	p.lines(2, lines)
}
