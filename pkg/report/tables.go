package report

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twcache"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"partner/pkg/result"
)

// column is a column of a table. A wide one gives way where the page is too narrow for all.
type column struct {
	title string
	wide  bool
}

// between is the room between two columns.
const between = 2

// table draws rows under their headings, no wider than the page.
func (p *page) table(indent int, columns []column, rows [][]string) {
	twwidth.SetEastAsian(false) // tablewriter would ask the language of the environment how wide a mark is
	widths := fit(p.width-indent, columns, rows)
	var head []string
	height := 1
	for i, c := range columns {
		lines := wrap(widths[i], plain(c.title))
		height = max(height, len(lines))
		head = append(head, strings.Join(lines, "\n"))
	}
	if p.tabular == nil { // one for all tables of a page: each new one would bring a cache of its own
		p.tabular = tablewriter.NewTable(&p.drawn, p.tableOptions()...)
	}
	t := p.tabular
	p.drawn.Reset()
	t.Reset()
	t.Header(head)
	for _, row := range rows {
		cells := make([]string, len(columns))
		for i := range columns {
			lines := lay(widest, widths[i], plain(row[i]))
			if i == 0 && len(lines) > 1 { // so that the eye finds where a row starts
				lines = append(lines[:1:1], shifted(2, lay(widest, widths[i]-2, plain(strings.Join(lines[1:], " "))))...)
			}
			cells[i] = strings.Join(lines, "\n")
		}
		_ = t.Append(cells) // writes to memory, which does not fail
	}
	_ = t.Render()
	lines := strings.Split(strings.TrimRight(p.drawn.String(), "\n"), "\n")
	for i := range min(height+1, len(lines)) { // the headings and the line under them
		lines[i] = render(p.faint, strings.TrimRight(lines[i], " "))
	}
	p.lines(indent, lines)
}

// widest measures text as the terminal does and as tablewriter does, which counts some emoji in pieces.
func widest(s string) int {
	if simple(s) {
		return len(s)
	}
	return max(cells(s), twwidth.Width(s))
}

// fit gives each column its natural width. Where that is too much, the widest of the wide columns gives
// way first, and when none of them has room to spare, the widest of all.
func fit(room int, columns []column, rows [][]string) []int {
	const narrow = 20 // a narrow column gets no wider
	room -= between * len(columns)
	widths := make([]int, len(columns))
	plenty := make([]int, len(columns)) // a wide column gets no narrower while others can give way: its words stay whole
	total := 0
	for i, c := range columns {
		widths[i] = cells(c.title)
		plenty[i] = 14
		for _, row := range rows {
			widths[i] = max(widths[i], widest(row[i]))
			for w := range strings.FieldsSeq(row[i]) {
				plenty[i] = max(plenty[i], min(widest(w), room/3))
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

// tableOptions: a line under the headings and none elsewhere, and cells as they are given.
func (p *page) tableOptions() []tablewriter.Option {
	padding := tw.CellPadding{Global: tw.Padding{Left: tw.Empty, Right: spaces(between), Overwrite: true}}
	symbols := tw.NewSymbolCustom("report").WithRow(p.rule).WithCenter(p.rule).WithMidLeft(p.rule).WithMidRight(p.rule).WithColumn("")
	as := func() tw.CellConfig {
		return tw.CellConfig{
			Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
			Alignment:  tw.CellAlignment{Global: tw.AlignLeft},
			Padding:    padding,
		}
	}
	return []tablewriter.Option{
		tablewriter.WithStringerCacheCustom(twcache.NewLRU[reflect.Type, reflect.Value](1)), // cells are texts already
		tablewriter.WithConfig(tablewriter.Config{
			Header:   as(),
			Row:      as(),
			Behavior: tw.Behavior{TrimSpace: tw.Off, TrimLine: tw.Off, AutoHide: tw.Off},
		}),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders: tw.BorderNone,
			Symbols: symbols,
			Settings: tw.Settings{
				Separators: tw.Separators{ShowHeader: tw.On, ShowFooter: tw.Off, BetweenRows: tw.Off, BetweenColumns: tw.Off},
				Lines:      tw.Lines{ShowTop: tw.Off, ShowBottom: tw.Off, ShowHeaderLine: tw.On, ShowFooterLine: tw.Off},
			},
		})),
	}
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
		p.text(2, append(p.words(part.part.Rating), glue(". "+sentence(part.part.Rating.Counted)))...)
		p.gap()
		var rows [][]string
		for _, id := range part.part.Criteria {
			c := p.r.Criterion(id)
			if c == nil {
				continue
			}
			title := or(c.Title, id)
			if c.Applies == "maybe" {
				title += ifApplies
			}
			rows = append(rows, []string{title, p.signs[c.Status] + " " + or(c.Status, p.dash), p.support(c), p.place(c.Cites)})
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
	return strings.Join(given(cites[0].Source, cites[0].Place), ": ")
}

// support says whether a status is documented or only claimed.
func (p *page) support(c *result.Criterion) string {
	switch c.Status {
	case "", "unknown", "not applicable":
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
		if e.Recommended == "maybe" {
			title += ifApplies
		}
		switch {
		case e.Status == "not known" && len(e.SettledBy) > 0:
			do = "Say whether it is, at " + p.paths(e.SettledBy)
		case e.Status != "in place":
			do = strings.Join(given(e.Do, bracketed(e.Who)), " ")
		}
		rows = append(rows, []string{title, e.Status, or(do, p.dash)})
	}
	p.table(body, []column{{title: "recommended", wide: true}, {title: "proposed"}, {title: "what to do", wide: true}}, rows)
}

// register is the register of evidence as a table; why a piece is out of date is told among the findings.
func (p *page) register() {
	var rows [][]string
	for _, e := range p.r.Evidence.Pieces {
		title := strings.Join(given(or(e.Title, e.ID), e.Place), ", ")
		if e.Stale != "" {
			title += " (out of date)"
		}
		place := e.At.String()
		if e.At.File == p.r.File && e.At.Line > 0 {
			place = fmt.Sprintf("line %d", e.At.Line)
		}
		rows = append(rows, []string{title, e.Kind, or(e.Date, p.dash), number(e.Used, "criterion", "criteria"), place})
	}
	p.table(2, []column{{title: "evidence", wide: true}, {title: "kind"}, {title: "date"}, {title: "used for"}, {title: "place", wide: true}}, rows)
}
