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

// paperSections are the sections of a paper that is circulated to a board, in their order. What only whoever edits the
// document needs (places in it, names of criteria) stands in the appendix and nowhere else.
var paperSections = []struct {
	name, title string
	blocks      func(*report) []Block
	appendix    bool
}{
	{"conditions", Conditions + " that the boards can set", (*report).conditionTables, false},
	{"departures", "Departures, and the rating with and without them", (*report).departures, false},
	{"risks", "The risks of going ahead, and of not", (*report).riskTables, false},
	{"options", "The options", (*report).optionsInBrief, false},
	{"questions", "The six questions", (*report).questionsInChapters, false},
	{"overall", HowRated, (*report).ratings, false},
	{"overlay", "What is laid over the built-in catalogue, and the rating without it", (*report).overlay, false},
	{"path", "What would change it", (*report).stepTable, false},
	{"dates", "The dates, and what is out of date", (*report).dateTable, false},
	{"front", InFull + ": for, against, not told", (*report).inFull, false},
	{"limits", "What this report cannot tell", (*report).limits, false},
	{"criteria", "Criteria", (*report).criteriaTables, true},
	{"findings", "Findings about the document", (*report).findings, true},
	{"evidence", "Evidence", (*report).evidence, true},
	{"places", "Where the summary rests in the document", (*report).frontPlaces, true},
	{"sources", "Sources, and what each is worth", (*report).sourcesAndClosing, true},
}

// Paper is a report as it is circulated to a board.
type Paper struct {
	Sheet    Sheet     // what stands on its front
	Page     Outline   // the first screen as a summary, and the sections
	Appendix []Section // for whoever edits the document
}

// Ranges are the ratings of the whole and of the six questions, beside each other.
type Ranges struct{ Of []Range }

func (Ranges) block() {}

// PaperOf is the report as a paper that is circulated: the first screen as a summary, what can be set as conditions, the
// risks, the options and the six questions, and an appendix of criteria, evidence and sources.
func PaperOf(r *result.Result) Paper {
	p := reporting(r)
	o := Paper{Sheet: sheetOf(p.r), Page: Outline{Front: front(p.r), Lead: p.lead()}}
	for _, s := range paperSections {
		p.board = !s.appendix
		blocks := s.blocks(p)
		switch {
		case len(blocks) == 0:
		case s.appendix:
			o.Appendix = append(o.Appendix, Section{s.name, s.title, blocks})
		default:
			o.Page.Sections = append(o.Page.Sections, Section{s.name, s.title, blocks})
		}
	}
	return o
}

// conditionTables are the conditions that stand open, each with who sees to it, by when, and what closes it; those that
// are accepted or closed follow as they are told elsewhere.
func (p *report) conditionTables() []Block {
	if len(p.r.Conditions) == 0 {
		return nil
	}
	var b blocks
	b.say(faint(conditionsAre))
	for _, g := range conditionGroups {
		t := Table{Columns: []Column{{Title: "condition", Wide: true}, {Title: "who"}, {Title: "by when"}, {Title: "evidence that closes it", Wide: true}}}
		first := true
		for i := range p.r.Conditions {
			c := &p.r.Conditions[i]
			if c.State != g.state {
				continue
			}
			if first {
				b.heading(g.title)
				first = false
			}
			if c.State == result.Closed || c.State == result.Accepted {
				b.add(p.condition(c))
				continue
			}
			what := wording.Text{{Text: wording.Sentence(c.Do), Tone: wording.Strong, Criterion: c.ID}}
			for _, more := range wording.Given(c.Accepted, c.Note, c.Remark) {
				what = append(what, plain(wording.Sentence(more)))
			}
			t.Rows = append(t.Rows, []wording.Text{what, cell(wording.Upper(cmp.Or(c.Owner, c.Who, dash))), cell(wording.Upper(cmp.Or(c.By, dash))), cell(wording.Sentence(c.Closes))})
		}
		if len(t.Rows) > 0 {
			b.add(t)
		}
	}
	return b
}

// riskTables are the risks of doing it and of not doing it, what is given up by not doing it, and the red flags.
func (p *report) riskTables() []Block {
	r := &p.r.Risks
	var b blocks
	for _, side := range []struct {
		title string
		all   []result.Risk
	}{{risksOfDoing, r.Doing}, {risksOfNotDoing, r.NotDoing}} {
		b.heading(side.title)
		if len(side.all) == 0 {
			b.add(noRisks(r.Known))
			continue
		}
		t := Table{Columns: []Column{{Title: "risk", Wide: true}, {Title: "likelihood"}, {Title: "impact"}, {Title: "against it", Wide: true}, {Title: "owner"}}}
		for _, x := range side.all {
			what := wording.Text{plain(wording.Sentence(x.What))}
			if x.For != "" {
				what = append(what, faint("For "+organisation(p.r.Organisations, x.For)+"."))
			}
			t.Rows = append(t.Rows, append([]wording.Text{what}, row(cmp.Or(x.Likelihood, "not said"), cmp.Or(x.Impact, "not said"), cmp.Or(wording.Sentence(x.Mitigation), dash), cmp.Or(wording.Upper(x.Owner), "not named"))...))
		}
		b.add(t)
	}
	if len(r.Forgone) > 0 {
		b.heading("Given up by not doing it")
	}
	for _, f := range r.Forgone {
		b.add(item(plain(wording.Sentence(cmp.Or(f.Forgone, f.Title)))))
	}
	if len(r.RedFlags) > 0 {
		b.heading("Red flags")
	}
	for _, id := range r.RedFlags {
		if c := p.r.Criterion(id); c != nil {
			b.add(signed(c, plain(wording.Sentence(c.Says))))
		}
	}
	return b
}

// questionsInChapters answers the six questions, each under a heading of its own, behind their ratings and how many of
// their criteria stand how.
func (p *report) questionsInChapters() []Block {
	var b blocks
	pictures := picturesOf(p.r)
	b.add(Ranges{pictures.Ranges})
	if t := stripTable(pictures.Strips); len(t.Rows) > 0 {
		b.say(faint("How many of the criteria of each question stand how; one may bear on several questions."))
		b.add(t)
	}
	for i, q := range p.r.Questions {
		known, all := q.Rating.KnownOf()
		b.add(Chapter{i + 1, q.Title})
		b.say(append(inFull(q.Rating), glued(fmt.Sprintf(". %d of %d known.", known, all)))...)
		b.say(plain(wording.Sentence(q.Answer)))
	}
	return b
}

// stripTable counts the criteria that count, under each question, by how they stand.
func stripTable(strips []Strip) Table {
	t := Table{Columns: []Column{{Title: "criteria", Wide: true}}}
	var stand []rating.Status
	for _, status := range byStanding {
		if slices.ContainsFunc(strips, func(s Strip) bool {
			return slices.ContainsFunc(s.Cells, func(c Cell) bool { return c.Status == status })
		}) {
			stand = append(stand, status)
			t.Columns = append(t.Columns, Column{Title: StatusWords(status)})
		}
	}
	for _, s := range strips {
		if len(s.Cells) == 0 {
			continue
		}
		cells := []wording.Text{cell(s.Title)}
		for _, status := range stand {
			n := 0
			for _, c := range s.Cells {
				if c.Status == status {
					n++
				}
			}
			if n == 0 {
				cells = append(cells, cell(dash))
				continue
			}
			cells = append(cells, cell(fmt.Sprint(n)))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// stepTable are the ways to a better rating or verdict.
func (p *report) stepTable() []Block {
	var b blocks
	t := Table{Columns: []Column{{Title: "what rises", Wide: true}, {Title: "from", Wide: true}, {Title: "to", Wide: true}, {Title: "what is to be met", Wide: true}, {Title: "effort"}}}
	for _, set := range p.r.Path.Steps {
		s := stepOf(p.r, set)
		var claims []string
		for _, c := range s.Cells {
			claims = append(claims, wording.Sentence(c.Claim))
		}
		ends := [2]wording.Text{}
		for i, word := range []string{s.From, s.To} {
			ends[i] = wording.Text{{Text: word, Grade: s.Grades[i]}}
		}
		t.Rows = append(t.Rows, []wording.Text{cell(wording.Upper(s.Of)), ends[0], ends[1], cell(strings.Join(claims, " ")), cell(wording.Upper(strings.TrimPrefix(s.Efforts, "effort: ")))})
	}
	if p.r.Path.TypeFirst || len(t.Rows) == 0 {
		b.say(plain(p.r.Path.Sentence))
	}
	if len(t.Rows) > 0 {
		b.add(t)
		if !p.r.Path.TypeFirst {
			b.say(plain(p.r.Path.Sentence))
		}
	}
	return b
}

// dateTable is what has a date, in its order.
func (p *report) dateTable() []Block {
	of := timelineOf(p.r)
	if of == nil {
		return nil
	}
	t := Table{Columns: []Column{{Title: "date"}, {Title: "what", Wide: true}, {Title: "out of date", Wide: true}}}
	for _, m := range of.Moments {
		what := m.Title
		if m.Times > 1 {
			what += " (" + wording.Count(m.Times, "piece", "pieces") + ")"
		}
		text := cell(what)
		if m.Is != "" {
			text = wording.Text{strong(what)}
		}
		t.Rows = append(t.Rows, []wording.Text{cell(m.Date), text, cell(cmp.Or(wording.Sentence(m.Stale), dash))})
	}
	b := blocks{t}
	if of.Undated > 0 {
		b.say(plain(wording.Sentence(wording.Count(of.Undated, "piece", "pieces") + " of evidence without a date")))
	}
	return b
}

// criteriaTables are all criteria that rate, with how each stands, what supports that and where it is decided.
func (p *report) criteriaTables() []Block {
	var b blocks
	for _, part := range []struct {
		title string
		of    []string
	}{{"Context", p.r.Context.Criteria}, {"Enablers", p.r.Enablers.Criteria}} {
		t := Table{Columns: []Column{{Title: "criterion", Wide: true}, {Title: "status"}, {Title: "supported by"}, {Title: "source", Wide: true}, {Title: "in the document"}}}
		for _, id := range part.of {
			if c := p.r.Criterion(id); c != nil {
				title := cmp.Or(c.Title, id)
				if c.Applies == result.Perhaps {
					title += ifApplies
				}
				t.Rows = append(t.Rows, []wording.Text{{plain(wording.Upper(title)), weighed(c)}, cell(wording.Upper(cmp.Or(StatusWords(c.Status), dash))), cell(Support(c)), cell(place(c.Cites)), cell(p.decidedAt(c))})
			}
		}
		if len(t.Rows) > 0 {
			b.heading(part.title)
			b.add(t)
		}
	}
	return b
}

// decidedAt is where in the document a criterion is decided; of one that is not known there is no such place.
func (p *report) decidedAt(c *result.Criterion) string {
	switch {
	case c.Status == rating.Unknown || c.Place.File == "":
		return dash
	case c.Place.File == p.r.File && c.Place.Line > 0:
		return fmt.Sprintf("line %d", c.Place.Line)
	}
	return c.Place.String()
}

// frontPlaces says where in the document, and in the organisations' own files, the lines of the summary rest.
func (p *report) frontPlaces() []Block {
	t := Table{Columns: []Column{{Title: "in the summary", Wide: true}, {Title: "lines of the document"}}}
	files := map[string]string{}
	for i := range p.r.Front.Blocks {
		f := &p.r.Front.Blocks[i]
		for n := range f.Lines {
			l := &f.Lines[n]
			var at []string
			for _, x := range l.Places {
				lines := fmt.Sprint(x.From)
				if x.To > x.From {
					lines += "–" + fmt.Sprint(x.To)
				}
				if x.Mark != "" {
					lines = x.Mark + " " + lines
					files[x.Mark] = x.File
				}
				at = append(at, lines)
			}
			if len(at) > 0 {
				is := strings.Join(wording.Given(frontBlockIs(f), l.Mark, l.Label), ", ")
				if l.Mark == "?" {
					is = frontBlockIs(f) + ": " + result.FrontText(l.Text)
				}
				t.Rows = append(t.Rows, row(is, strings.Join(at, ", ")))
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	b := blocks{t}
	var marks []string
	for mark := range files {
		marks = append(marks, mark)
	}
	slices.Sort(marks)
	for _, mark := range marks {
		b.say(faint("Lines behind " + mark + " are of " + files[mark] + "."))
	}
	return b
}

// frontBlockIs names a block of the first screen: its heading up to where running text begins.
func frontBlockIs(f *result.FrontBlock) string {
	name, _, _ := strings.Cut(f.Heading, "   ")
	name, _, _ = strings.Cut(name, ",")
	if name == "" && f.ID == result.FrontTitle {
		return "Title"
	}
	return name
}

// sourcesAndClosing are the sources cited and, as the last of the paper, what was assessed and with which catalogue.
func (p *report) sourcesAndClosing() []Block {
	b := blocks(p.sources())
	b.add(Break{})
	b.say(p.closing()...)
	return b
}
