package report

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/olekukonko/tablewriter"
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
	widths := fit(p.width-indent, columns, rows)
	var head []string
	for i, c := range columns {
		head = append(head, strings.Join(wrap(widths[i], p.quiet(c.title)), "\n"))
	}
	var b strings.Builder
	t := tablewriter.NewTable(&b, p.tableOptions()...)
	t.Header(head)
	for _, row := range rows {
		cells := make([]string, len(columns))
		for i := range columns {
			lines := wrap(widths[i], plain(row[i]))
			if i == 0 { // so that the eye finds where a row starts
				lines = wrap(widths[i], plain(row[i]))
				if len(lines) > 1 {
					rest := wrap(widths[i]-2, plain(strings.Join(lines[1:], " ")))
					lines = append(lines[:1], shifted(2, rest)...)
				}
			}
			cells[i] = strings.Join(lines, "\n")
		}
		_ = t.Append(cells) // writes to memory, which does not fail
	}
	_ = t.Render()
	p.lines(indent, strings.Split(strings.TrimRight(b.String(), "\n"), "\n"))
}

// fit gives each column its natural width, and makes wide ones narrower where that is too much.
func fit(room int, columns []column, rows [][]string) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = ansi.StringWidth(c.title)
		for _, row := range rows {
			widths[i] = max(widths[i], ansi.StringWidth(row[i]))
		}
	}
	room -= between * (len(columns) - 1)
	total, wide := 0, 0
	for i, c := range columns {
		if !c.wide {
			widths[i] = min(widths[i], 20)
		} else {
			wide++
		}
		total += widths[i]
	}
	for total > room && wide > 0 { // the widest gives way first
		at := -1
		for i, c := range columns {
			if c.wide && (at < 0 || widths[i] > widths[at]) {
				at = i
			}
		}
		widths[at]--
		total--
	}
	for i := range widths {
		widths[i] = max(widths[i], 4)
	}
	return widths
}

// tableOptions: a line under the headings and none elsewhere, cells as they are given, and widths that
// do not depend on the language of the environment.
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
		tablewriter.WithConfig(tablewriter.Config{
			Header:   as(),
			Row:      as(),
			Behavior: tw.Behavior{TrimSpace: tw.Off, TrimLine: tw.Off, AutoHide: tw.Off},
		}),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithEastAsian(tw.Off),
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
			rows = append(rows, []string{or(c.Title, id), or(c.Status, p.dash), p.support(c), p.cites(c.Cites)})
		}
		if len(rows) > 0 {
			p.table(2, []column{{title: "criterion", wide: true}, {title: "status"}, {title: "supported by"}, {title: "place in the source", wide: true}}, rows)
		}
	}
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
			title += " (if it applies)"
		}
		if e.Status != "in place" {
			do = e.Do
			if e.Who != "" {
				do += " (" + e.Who + ")"
			}
		}
		rows = append(rows, []string{title, e.Status, or(do, p.dash)})
	}
	p.table(body, []column{{title: "recommended", wide: true}, {title: "proposed"}, {title: "what to do", wide: true}}, rows)
}

// register is the register of evidence as a table.
func (p *page) register() {
	var rows [][]string
	for _, e := range p.r.Evidence.Pieces {
		title := strings.Join(given(or(e.Title, e.ID), e.Place), ", ")
		rows = append(rows, []string{title, e.Kind, or(e.Date, p.dash), fmt.Sprint(e.Used), or(e.Stale, p.dash), e.At.String()})
	}
	p.table(2, []column{{title: "evidence", wide: true}, {title: "kind"}, {title: "date"}, {title: "used"}, {title: "stale", wide: true}, {title: "at", wide: true}}, rows)
}
