package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"partner/pkg/compare"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// WriteComparison prints a comparison: as text to read, or as JSON, which heeds no options.
func WriteComparison(w io.Writer, format string, c *compare.Comparison, o Options) error {
	if format == "json" {
		return encode(w, whole(c))
	}
	p := newPage(&result.Result{}, o)
	c = cleaned(c, o.ASCII)
	p.compared(c)
	p.linesCompared(c)
	p.apartCompared(c)
	p.criteriaCompared(c)
	p.section("What this cannot tell")
	for _, l := range c.Limits {
		p.item(2, plain(p.dash), plain(wording.Sentence(l)))
	}
	p.gap()
	first := c.Proposals[0].Catalogue
	p.text(2, p.quiet(fmt.Sprintf("Catalogue %s (%s)", first.Version, first.Hash)))
	_, err := io.WriteString(w, p.out.String())
	return err
}

// compared says which proposals there are.
func (p *page) compared(c *compare.Comparison) {
	p.section(wording.Count(len(c.Proposals), "proposal", "proposals") + " side by side")
	for _, x := range c.Proposals {
		asOf := ""
		if x.AsOf != "" {
			asOf = "as of " + x.AsOf
		}
		p.hang(2, 6, p.bold(x.Letter), p.bold(cmp.Or(x.Title, "A proposal without a title")))
		p.text(6, plain(strings.Join(wording.Given(wording.And(wording.Given(x.Organisations[:]...)), x.Typology, asOf), " "+p.dot+" ")))
		p.text(6, p.quiet(x.File))
	}
}

// narrowest is the least room for what stands under one proposal in a table.
const narrowest = 24

// columnsFit reports whether so many proposals stand side by side in a table.
func (p *page) columnsFit(n int) bool { return (p.width-2-18)/n >= narrowest+between }

// linesCompared are the whole, the verdict, context, enablers and the six questions: a table with a column
// for each proposal where there is room, otherwise a block for each line.
func (p *page) linesCompared(c *compare.Comparison) {
	type line struct {
		title string
		cells []string
	}
	lines := []line{{title: "The whole"}, {title: "Verdict"}, {title: "Context"}, {title: "Enablers"}}
	for _, x := range c.Proposals {
		for i, cell := range []string{p.rated(x.Overall), x.Verdict.Sentence, p.rated(x.Context), p.rated(x.Enablers)} {
			lines[i].cells = append(lines[i].cells, cell)
		}
	}
	for _, q := range c.Questions {
		l := line{title: q.Title}
		for _, a := range q.Answers {
			l.cells = append(l.cells, p.rated(a.Rating)+" "+wording.Sentence(a.Answer))
		}
		lines = append(lines, l)
	}
	p.section("How they stand")
	if p.columnsFit(len(c.Proposals)) {
		columns := []column{{title: ""}}
		for _, x := range c.Proposals {
			columns = append(columns, column{title: x.Letter, wide: true})
		}
		var rows [][]string
		for _, l := range lines {
			rows = append(rows, append([]string{l.title}, l.cells...))
		}
		p.table(2, columns, rows)
		return
	}
	for _, l := range lines {
		p.heading(2, l.title)
		for i, cell := range l.cells {
			p.hang(4, 8, plain(c.Proposals[i].Letter), plain(cell))
		}
	}
}

// rated is a rating in a cell of a table: its mark, its words and how much is known.
func (p *page) rated(r result.Rating) string {
	return p.marks[shown(r)] + " " + strings.TrimSuffix(wording.Sentence(r.Words), ".") + "; " + wording.Sentence(strings.TrimPrefix(r.Counted, ";"))
}

// fewAsks is how many unknowns text names for each line; JSON holds them all.
const fewAsks = 3

// apartCompared says of each line which proposals are better, and what would tell apart those that cannot be.
func (p *page) apartCompared(c *compare.Comparison) {
	p.section("Which is better")
	for _, l := range append([]compare.Line{c.Whole}, c.Questions...) {
		p.heading(2, l.Title)
		p.text(4, plain(l.Sentence))
		if len(l.WouldSay) > 0 {
			p.text(4, p.quiet("It would help to know:"))
		}
		for _, a := range l.WouldSay[:min(fewAsks, len(l.WouldSay))] {
			p.item(4, plain(p.dash), plain(a.Asks), p.quiet(wording.Bracketed("of "+wording.And(a.Proposals)+"; "+a.Of)))
		}
		if more := len(l.WouldSay) - fewAsks; more > 0 {
			p.text(6, p.quiet(fmt.Sprintf("and %d more", more)))
		}
	}
}

// criteriaCompared lists the criteria that do not stand alike.
func (p *page) criteriaCompared(c *compare.Comparison) {
	for _, part := range []struct {
		title string
		rows  []compare.Row
		none  string
	}{
		{"Where they differ", c.Differ, "No criterion that is known of several stands differently."},
		{"Known of some, not of others", c.KnownOfSome, ""},
	} {
		if len(part.rows) == 0 && part.none == "" {
			continue
		}
		p.section(part.title)
		if len(part.rows) == 0 {
			p.text(2, plain(part.none))
			continue
		}
		p.statuses(c, part.rows)
	}
	if len(c.ForSome) == 0 {
		return
	}
	p.section("Asked of some only")
	p.text(2, p.quiet("Which criteria apply hangs on the kind of partnership."))
	var groups []string
	titles := map[string][]string{}
	for _, r := range c.ForSome {
		var letters []string
		for i, s := range r.Statuses {
			if s != compare.NoPart {
				letters = append(letters, c.Proposals[i].Letter)
			}
		}
		of := wording.And(letters)
		if titles[of] == nil {
			groups = append(groups, of)
		}
		titles[of] = append(titles[of], r.Title)
	}
	for _, g := range groups {
		p.heading(2, fmt.Sprintf("Of %s (%d)", g, len(titles[g])))
		p.text(4, plain(wording.Sentence(strings.Join(titles[g], "; "))))
	}
}

// told are the statuses in the order in which a cell tells them.
var told = []compare.Status{
	compare.Status(rating.Met), compare.Status(rating.AtLeastPartly), compare.Status(rating.Partly), compare.Status(rating.AtMostPartly), compare.Status(rating.NotMet),
	compare.Status(rating.Disputed), compare.Status(rating.Unknown), compare.Status(rating.NotApplicable), compare.NoPart,
}

// statuses is a table of criteria with a column for each proposal where there is room, and otherwise with
// the proposals named under each status.
func (p *page) statuses(c *compare.Comparison, rows []compare.Row) {
	n := len(c.Proposals)
	if (p.width-2-36)/n >= 16 {
		columns := []column{{title: "criterion", wide: true}}
		for _, x := range c.Proposals {
			columns = append(columns, column{title: x.Letter})
		}
		var cells [][]string
		for _, r := range rows {
			row := []string{r.Title}
			for _, s := range r.Statuses {
				row = append(row, p.signed(s))
			}
			cells = append(cells, row)
		}
		p.table(2, columns, cells)
		return
	}
	var cells [][]string
	for _, r := range rows {
		var each []string
		for _, s := range told {
			var letters []string
			for i, is := range r.Statuses {
				if is == s {
					letters = append(letters, c.Proposals[i].Letter)
				}
			}
			if len(letters) > 0 {
				each = append(each, s.String()+": "+strings.Join(letters, ", "))
			}
		}
		cells = append(cells, []string{r.Title, strings.Join(each, "; ")})
	}
	p.table(2, []column{{title: "criterion", wide: true}, {title: "status", wide: true}}, cells)
}
