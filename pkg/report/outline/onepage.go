package outline

import (
	"cmp"
	"slices"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// The pictures stand as blocks where a page can draw them: what a terminal shows has words in their place.
type (
	// Strips are the criteria of one title after the other.
	Strips struct{ Of []Strip }
	// Steps are ways to better ratings, the shortest first.
	Steps struct{ Of []Step }
)

func (Strips) block()    {}
func (Steps) block()     {}
func (*Timeline) block() {}

// faces are the sections of a page that a board reads, in their order. They name no place of the document and no id.
var faces = []struct {
	name, title string
	blocks      func(*onePage) []Block
}{
	{"front", InFull + ": for, against, not told", func(p *onePage) []Block { return p.inFull() }},
	{"questions", "The six questions", func(p *onePage) []Block { return p.questionsInBrief() }},
	{"overall", HowRated, func(p *onePage) []Block { return p.ratings() }},
	{"overlay", "What is laid over the built-in catalogue, and the rating without it", func(p *onePage) []Block { return p.overlay() }},
	{"path", "What would lift the rating", (*onePage).steps},
	{"conditions", Conditions + " that the boards can set", func(p *onePage) []Block { return p.conditionTables() }},
	{"risks", "The risks of going ahead, and of not", func(p *onePage) []Block { return p.riskTables() }},
	{"departures", "Departures, and the rating with and without them", func(p *onePage) []Block { return p.departures() }},
	{"options", "The options", func(p *onePage) []Block { return p.optionsInBrief() }},
	{"boards", "Where the two boards' answers differ", func(p *onePage) []Block { return p.boards() }},
	{"criteria", "The criteria, question by question", (*onePage).strips},
	{"evidence", "Evidence", (*onePage).evidenceInBrief},
	{"limits", "What this report cannot tell", func(p *onePage) []Block { return p.limits() }},
	{"sources", "Sources, and what each is worth", func(p *onePage) []Block { return p.sources() }},
}

// annexed are the sections of the whole report that are for whoever edits the document, by name.
var annexed = []string{"overlay", "stage", "settle", "path", "conditions", "departures", "questions", "options", "boards", "views", "precedents", "promises", "context", "enablers", "findings", "set_aside", "evidence"}

// onePage is a report on a page of its own, in the making.
type onePage struct {
	*report
	pictures Pictures
}

// OnePage is a report on a page of its own, as long as it takes: a front, what a board reads with its pictures, and an annex for whoever edits the
// document. The first screen is whole on it, with what a terminal has no room for.
func OnePage(r *result.Result) Outline {
	r = cleaned(r)
	entries := inEntries(r)
	face, annex := &report{r: r, told: map[string]bool{}, entries: entries, board: true}, &report{r: r, told: map[string]bool{}, entries: entries}
	p := &onePage{face, picturesOf(r)}
	sheet := sheetOf(r)
	o := Outline{Sheet: &sheet, Front: front(r), Lead: face.lead(), Closing: face.closing()}
	for _, s := range faces {
		o.add(s.name, s.title, s.blocks(p))
	}
	for _, s := range sections {
		if slices.Contains(annexed, s.name) {
			if b := s.blocks(annex); len(b) > 0 {
				o.Annex = append(o.Annex, Section{s.name, s.title, b})
			}
		}
	}
	return o
}

// Front is the front of such a page and its first screen alone.
func Front(r *result.Result) Outline {
	brief := *r // and what takes long to clean, and stands on no first screen, is left out
	brief.Criteria, brief.Statements, brief.Findings, brief.Told, brief.Limits, brief.Sources = nil, nil, nil, nil, nil, nil
	p := &report{r: cleaned(&brief)}
	sheet := sheetOf(p.r)
	return Outline{Sheet: &sheet, Front: front(p.r), Lead: p.lead(), Closing: p.closing()}
}

// steps are the ways to better ratings, and how firmly this one stands.
func (p *onePage) steps() []Block {
	var b blocks
	if len(p.pictures.Steps) > 0 {
		b.add(Steps{p.pictures.Steps})
	}
	b.say(plain(p.r.Path.Sentence))
	return b
}

// strips are the criteria of each question, as they stand.
func (p *onePage) strips() []Block {
	if len(p.pictures.Strips) == 0 {
		return nil
	}
	var b blocks
	b.say(faint("Each criterion stands under every question on which it bears. Warnings come from one or two case studies: they do not count towards a rating, and keep it from green while they are not heeded."))
	b.add(Strips{p.pictures.Strips})
	return b
}

// evidenceInBrief is the register, without its places in the document.
func (p *onePage) evidenceInBrief() []Block {
	e := &p.r.Evidence
	var b blocks
	b.say(plain(wording.Sentence(e.Sentence)))
	if p.pictures.Timeline != nil {
		b.add(p.pictures.Timeline)
	}
	if len(e.Pieces) > 0 {
		t := Table{Columns: []Column{{Title: "evidence", Wide: true}, {Title: "kind"}, {Title: "date"}, {Title: "used for"}}}
		for i := range e.Pieces {
			x := &e.Pieces[i]
			t.Rows = append(t.Rows, append([]wording.Text{piece(x)}, row(string(x.Kind), cmp.Or(x.Date, dash), wording.Count(x.Used, "criterion", "criteria"))...))
		}
		b.add(t)
	}
	return b
}
