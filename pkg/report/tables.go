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

// column is a column of a table. A wide one gives way where the page is too narrow for all.
type column struct {
	title string
	wide  bool
}

// between is the room between two columns.
const between = 2

// table draws rows under their headings, no wider than the page. Where a row takes several lines, those
// after the first are indented, so that the eye finds where the next row starts.
func (p *page) table(indent int, columns []column, rows [][]string) {
	widths := fit(p.width-indent, columns, rows)
	starts, across := make([]int, len(columns)), 0
	for i, w := range widths {
		starts[i], across = across, across+w+between
	}
	draw := func(row []string, s style) []string {
		blocks := make([][]string, len(columns))
		for i := range columns {
			if blocks[i] = textwrap.Flow(widths[i], span{Text: row[i], Style: s}); i == 0 && len(blocks[0]) > 1 {
				blocks[0] = textwrap.Hang(widths[0], 2, span{Text: row[0], Style: s})
			}
		}
		return textwrap.Beside(starts, blocks...)
	}
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.title
	}
	p.lines(indent, draw(titles, p.faint))
	p.line(textwrap.Spaces(indent) + textwrap.Render(p.faint, strings.Repeat(p.rule, across-between)))
	for _, row := range rows {
		p.lines(indent, draw(row, nil))
	}
}

// fit gives each column its natural width. Where that is too much, the widest of the wide columns gives
// way first, and when none of them has room to spare, the widest of all.
func fit(room int, columns []column, rows [][]string) []int {
	const narrow = 20 // a narrow column gets no wider
	room -= between * (len(columns) - 1)
	widths := make([]int, len(columns))
	plenty := make([]int, len(columns)) // a wide column gets no narrower while others can give way: its words stay whole
	total := 0
	for i, c := range columns {
		widths[i] = textwrap.Cells(c.title)
		plenty[i] = 14
		for _, row := range rows {
			widths[i] = max(widths[i], textwrap.Cells(row[i]))
			for w := range strings.FieldsSeq(row[i]) {
				plenty[i] = max(plenty[i], min(textwrap.Cells(w), room/3))
			}
		}
		if !c.wide {
			widths[i] = min(widths[i], narrow)
		}
		widths[i] = max(widths[i], 4)
		total += widths[i]
	}
	for ; total > room; total-- {
		at, of := -1, -1
		for i, c := range columns {
			if of < 0 || widths[i] > widths[of] {
				of = i
			}
			if c.wide && widths[i] > plenty[i] && (at < 0 || widths[i] > widths[at]) {
				at = i
			}
		}
		if at < 0 {
			at = of
		}
		widths[at]--
	}
	return widths
}

// tables are context and enablers, criterion by criterion.
func (p *page) tables() {
	for _, part := range []struct {
		title, asks string
		part        result.Part
	}{
		{"Context", "Is it the right form of partnership at the right time?", p.r.Context},
		{"Enablers", "Is what makes it work in place?", p.r.Enablers},
	} {
		p.section(part.title)
		p.text(2, p.quiet(part.asks))
		p.text(2, append(p.words(part.part.Rating), glue(". "+wording.Sentence(part.part.Rating.Counted)))...)
		p.gap()
		var rows [][]string
		for _, id := range part.part.Criteria {
			c := p.r.Criterion(id)
			if c == nil {
				continue
			}
			title := cmp.Or(c.Title, id)
			if c.Applies == result.Perhaps {
				title += ifApplies
			}
			rows = append(rows, []string{title, p.signs[c.Status] + " " + cmp.Or(c.Status.String(), p.dash), p.support(c), p.place(c.Cites)})
		}
		if len(rows) > 0 {
			p.table(2, []column{{title: "criterion", wide: true}, {title: "status"}, {title: "supported by"}, {title: "source", wide: true}}, rows)
		}
	}
}

// ifApplies follows what may turn out to be no part of this proposal's kind of partnership.
const ifApplies = " (if it applies)"

// place is the first place in a source, which is the one that says most.
func (p *page) place(cites []result.Cite) string {
	if len(cites) == 0 {
		return p.dash
	}
	return strings.Join(wording.Given(cites[0].Source, cites[0].Place), ": ")
}

// support says whether a status is documented or only claimed.
func (p *page) support(c *result.Criterion) string {
	switch c.Status {
	case rating.NoStatus, rating.Unknown, rating.NotApplicable:
		return p.dash
	}
	if c.Documented {
		return "documents"
	}
	return "assertion"
}

// governance sets what is recommended against what is proposed.
func (p *page) governance() {
	if len(p.r.Governance) == 0 {
		return
	}
	p.heading(body, "What is recommended, against what is proposed")
	var rows [][]string
	for _, e := range p.r.Governance {
		title, do := e.Title, ""
		if e.Recommended == result.Perhaps {
			title += ifApplies
		}
		switch {
		case e.Status == result.NotKnown && len(e.SettledBy) > 0:
			do = "State it under " + p.paths(e.SettledBy)
		case e.Status == result.Different || e.Status == result.Missing || e.Status == result.NotKnown:
			do = strings.Join(wording.Given(e.Do, wording.Bracketed(e.Who)), " ")
		}
		rows = append(rows, []string{title, string(e.Status), cmp.Or(do, p.dash)})
	}
	p.table(body, []column{{title: "recommended", wide: true}, {title: "proposed"}, {title: "what to do", wide: true}}, rows)
}

// register is the register of evidence as a table; why a piece is out of date is told among the findings.
func (p *page) register() {
	var rows [][]string
	for _, e := range p.r.Evidence.Pieces {
		title := strings.Join(wording.Given(cmp.Or(e.Title, e.ID), e.Place), ", ")
		if e.Stale != "" {
			title += " (out of date)"
		}
		place := e.At.String()
		if e.At.File == p.r.File && e.At.Line > 0 {
			place = fmt.Sprintf("line %d", e.At.Line)
		}
		rows = append(rows, []string{title, string(e.Kind), cmp.Or(e.Date, p.dash), wording.Count(e.Used, "criterion", "criteria"), place})
	}
	p.table(2, []column{{title: "evidence", wide: true}, {title: "kind"}, {title: "date"}, {title: "used for"}, {title: "place", wide: true}}, rows)
}
