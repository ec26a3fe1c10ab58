package outline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// sections are the sections of a whole report, in their order: each with the key that it has in JSON, by which
// it is asked for. One that has nothing to say is left out.
var sections = []struct {
	name, title string
	blocks      func(*report) []Block
	board       func(*report) []Block // as it stands in the report that a board reads; nil where it has no place there
}{
	{"front", InFull + ": for, against, not told", (*report).inFull, (*report).inFull},
	{"overall", HowRated, (*report).ratings, (*report).ratings},
	{"overlay", "What is laid over the built-in catalogue, and the rating without it", (*report).overlay, (*report).overlay},
	{"stage", "The stage, and what is due later", (*report).stage, nil},
	{"settle", "What would settle it", (*report).settle, nil},
	{"path", "What would change it", (*report).path, nil},
	{"conditions", Conditions + " that the boards can set", (*report).conditions, (*report).conditions},
	{"departures", "Departures, and the rating with and without them", (*report).departures, (*report).departures},
	{"questions", "The six questions", (*report).questions, (*report).questionsInBrief},
	{"options", "The options", (*report).options, (*report).optionsInBrief},
	{"boards", "Where the two boards' answers differ", (*report).boards, nil},
	{"views", "What the two say apart", (*report).views, nil},
	{"precedents", "Cases like this one", (*report).precedents, nil},
	{"promises", "What became of such promises elsewhere", (*report).promises, nil},
	{"context", "Context", (*report).context, nil},
	{"enablers", "Enablers", (*report).enablers, nil},
	{"findings", "Findings about the document", (*report).findings, nil},
	{"set_aside", "Set aside by the document", (*report).setAside, nil},
	{"evidence", "Evidence", (*report).evidence, nil},
	{"sources", "Sources, and what each is worth", (*report).sources, nil},
	{"limits", "What this report cannot tell", (*report).limits, (*report).limits},
}

// Names are the names of the sections of a report, in their order.
func Names() []string {
	var names []string
	for _, s := range sections {
		names = append(names, s.name)
	}
	return names
}

// report is an outline of a result in the making. What has been told once is referred to later, so sections
// are made in their order.
type report struct {
	r     *result.Result
	told  map[string]bool // criteria, and sets and reasons, that have been told in full
	board bool            // it is for a board, which knows nothing of ids

	entries map[string]bool // the places of what is told where its entry stands
}

// reporting begins an outline of a result.
func reporting(r *result.Result) *report {
	return &report{r: cleaned(r), told: map[string]bool{}, entries: inEntries(r)}
}

// ids refers to criteria, and to what is named as they are, by their ids, for whoever edits the document.
func (p *report) ids(ids ...string) wording.Text {
	var parts wording.Text
	for _, id := range ids {
		if !p.board {
			parts = append(parts, named(id))
		}
	}
	return parts
}

// Report is the report that a board reads: a first screen that answers, how the rating came about, what can be
// set as conditions, the six questions and the options in brief, and what the report cannot tell.
func Report(r *result.Result) Outline {
	p := reporting(r)
	p.board = true
	o := Outline{Named: true, Front: front(p.r), Lead: p.lead()}
	var more []string
	for _, s := range sections {
		if s.board == nil {
			more = append(more, s.name)
			continue
		}
		o.add(s.name, s.title, s.board(p))
	}
	o.Closing = append(wording.Text{faint("The whole report (--full) tells more, section by section (--only): " + strings.Join(more, ", ") + ".")}, p.closing()...)
	return o
}

// Full is the whole report on a proposal: a first screen that answers, and below it everything that it
// rests on.
func Full(r *result.Result) Outline {
	p := reporting(r)
	o := Outline{Named: true, Front: front(p.r), Lead: p.lead(), Closing: p.closing()}
	for _, s := range sections {
		o.add(s.name, s.title, s.blocks(p))
	}
	return o
}

// Only is the sections of the whole report that have these names, in the order of the report. Each tells in
// full what it tells, whatever stands in the others.
func Only(r *result.Result, names ...string) Outline {
	p := reporting(r)
	o := Outline{Title: cmp.Or(strings.TrimSpace(p.r.Title), untitled), Named: true, Closing: p.closing()}
	for _, s := range sections {
		if slices.Contains(names, s.name) {
			o.add(s.name, s.title, s.blocks(p))
		}
	}
	return o
}

// Brief is the first screen of a report alone.
func Brief(r *result.Result) Outline {
	p := &report{r: cleaned(r)}
	return Outline{Front: front(p.r), Lead: p.lead()}
}

// lead says, below the first screen, as whose board the questions are answered where it is one's alone, and at
// which stage where another was asked for or the dates do not go together.
func (p *report) lead() []Block {
	var b []Block
	if p.r.For != "" {
		b = append(b, Break{}, says(strong("The six questions as the board of "+p.organisation(p.r.For)+" has to answer them;"), plain("overall and verdict are of the whole partnership.")))
	}
	if p.r.AsOfAsked {
		b = append(b, Break{}, says(strong("Judged as at "+p.r.AsOf+", as asked for;"), plain(statedDay(p.r.AsOfStated))))
	}
	if s := p.r.Stage; s.Asked != result.UnknownStage || s.Silent {
		b = append(b, Break{}, says(strong(stageSentence(s.Words))))
	}
	return b
}

// statedDay says on which day a document itself is true.
func statedDay(inWords string) string {
	if inWords == "" {
		return "the document states no day of its own."
	}
	return "the document states " + inWords + "."
}

// front is the first screen of a result, nil where it has none.
func front(r *result.Result) *result.Front {
	if len(r.Front.Blocks) == 0 {
		return nil
	}
	return &r.Front
}

// closing says what was assessed, and with which catalogue.
func (p *report) closing() wording.Text {
	c := p.r.Catalogue
	if o := p.r.Overlay; o != nil && o.About != "" {
		return wording.Text{faint(fmt.Sprintf("Catalogue %s (%s): %d of its %d criteria apply or may apply %s %s. %s", c.Version, c.Hash, c.Applied, c.Criteria, dot, p.r.File, wording.Sentence(o.About)))}
	}
	return wording.Text{faint(fmt.Sprintf("Catalogue %s (%s): %d of its %d criteria apply or may apply %s %s", c.Version, c.Hash, c.Applied, c.Criteria, dot, p.r.File))}
}

// organisation gives the name of an organisation of which the id is known.
func (p *report) organisation(id string) string { return organisation(p.r.Organisations, id) }

func organisation(of [2]result.Organisation, id string) string {
	for _, o := range of {
		if o.ID == id {
			return cmp.Or(o.Name, id)
		}
	}
	return id
}

// question gives the title of a question of which the id is known.
func (p *report) question(id string) string {
	for _, q := range p.r.Questions {
		if q.ID == id {
			return q.Title
		}
	}
	return id
}

// ratings tells what the document is, and how the rating of the whole came about.
func (p *report) ratings() []Block {
	var b blocks
	if p.r.About != "" {
		b.add(says(plain(p.r.About)), Break{})
	}
	p.ends(&b)
	p.sideBySide(&b)
	b.add(Break{}, Matrix{spanOf(p.r.Context.Rating), spanOf(p.r.Enablers.Rating)})
	if t, differ := p.ratingTable(); differ || !p.board { // a board has read them all above
		b.add(Break{}, t)
	}
	return b
}

// sideBySide tells the rating under each kind of partnership that it may be, a line each.
func (p *report) sideBySide(b *blocks) {
	if len(p.r.Typology.SideBySide) == 0 {
		return
	}
	b.add(Break{})
	b.say(plain("Rated under each kind of partnership that it may be:"))
	for _, x := range p.r.Typology.SideBySide {
		name := strings.Join(wording.Given(x.Type.Title, x.Form.Title), "; ")
		if x.Declared {
			name += " (as declared)"
		}
		b.add(item(append(append(wording.Text{strong(name + ":")}, inFull(x.Overall.Rating)...), glued("."), plain(wording.Sentence(x.Overall.Counted)))...))
	}
}

// ends tells what the whole and the verdict would be at either end.
func (p *report) ends(b *blocks) {
	o, v := p.r.Overall, p.r.Verdict
	low := fmt.Sprintf("%s (rule %d: %s). The verdict would be: %s.", o.Low, o.LowRule.Number, o.LowRule.If, v.Low.Title)
	high := fmt.Sprintf("%s (rule %d: %s). The verdict would be: %s.", o.High, o.HighRule.Number, o.HighRule.If, v.High.Title)
	if low == high {
		b.say(plain("Whatever every unknown turns out to be:"), plain(low))
	} else {
		b.say(plain("If every unknown turns out badly:"), plain(low))
		b.say(plain("If every one turns out well:"), plain(high))
	}
	if c := p.r.Certain; c != nil && len(c.Criteria) > 0 {
		b.add(Break{})
		b.say(plain(c.Words))
		for _, id := range c.Criteria {
			if x := p.r.Criterion(id); x != nil {
				b.add(signed(x, append(wording.Text{plain(wording.Sentence(x.Says))}, p.ids(x.ID)...)...))
			}
		}
	}
	if v.SoFar != nil {
		b.add(Break{})
		b.say(strong(wording.Sentence(v.SoFar.Title)), plain(wording.Sentence(v.SoFar.Meaning)))
	}
	if len(v.Open) > 0 {
		b.add(Break{})
		b.say(plain("Essential, and not in place or not known:"))
		for _, id := range v.Open {
			if c := p.r.Criterion(id); c != nil {
				text := c.Title
				if c.Status.Short() {
					text = c.Says
				}
				b.add(signed(c, append(wording.Text{plain(wording.Sentence(text)), p.departed(c.ID)}, p.ids(c.ID)...)...))
			}
		}
	}
	if v.Refused != "" {
		b.add(Break{})
		b.say(plain("No verdict is ready while an approval that it needs is refused: by " + v.Refused + "."))
	}
}

// ratingTable sets the ratings as claimed beside those on documents alone, and says whether they differ.
func (p *report) ratingTable() (Table, bool) {
	type line struct {
		name                string
		claimed, documented result.Rating
	}
	all := []line{
		{"the whole", p.r.Overall.Rating, p.r.Documented.Overall.Rating},
		{"context", p.r.Context.Rating, p.r.Documented.Context},
		{"enablers", p.r.Enablers.Rating, p.r.Documented.Enablers},
	}
	for _, q := range p.r.Questions {
		all = append(all, line{q.Title, q.Rating, q.Documented})
	}
	differ := false
	for _, r := range all {
		differ = differ || r.claimed.Words != r.documented.Words
	}
	t := Table{Columns: []Column{{Title: "rating", Wide: true}, {Title: "so far"}, {Title: "may prove", Wide: true}}}
	if differ {
		t.Columns = append(t.Columns, Column{Title: "on documents alone"})
	}
	for _, r := range all {
		cells := []wording.Text{cell(r.name), rated(r.claimed), cell(cmp.Or(r.claimed.Reaches(), dash)), rated(r.documented)}
		t.Rows = append(t.Rows, cells[:len(t.Columns)])
	}
	return t, differ
}

// sources are the sources cited, each with what it is worth.
func (p *report) sources() []Block {
	var b blocks
	for _, s := range p.r.Sources {
		year := ""
		if s.Year != 0 {
			year = fmt.Sprint(s.Year)
		}
		var below blocks
		below.say(faint(wording.Sentence(s.Standing)))
		b.add(Item{
			Bullet: Bullet{Kind: Entry},
			Text:   wording.Text{strong(s.ID + ":"), plain(strings.Join(wording.Given(s.Title, s.Authors, year), ", ") + ".")},
			Below:  below,
		})
	}
	return b
}

// limits tells what the report cannot.
func (p *report) limits() []Block { return limits("", p.r.Limits).Blocks }
