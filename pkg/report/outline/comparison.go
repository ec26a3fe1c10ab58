package outline

import (
	"cmp"
	"fmt"
	"strings"

	"partner/pkg/compare"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Comparison is the page of proposals side by side.
func Comparison(c *compare.Comparison) Outline {
	c = cleaned(c)
	o := Outline{Sections: []Section{
		{"proposals", wording.Count(len(c.Proposals), "proposal", "proposals") + " side by side", []Block{proposals(c)}},
		{"standing", "How they stand", linesCompared(c)},
		{"better", "Which is better", tellApart(c)},
	}}
	o.add("differ", "Where they differ", differ(c))
	if len(c.KnownOfSome) > 0 {
		o.add("known", "Known of some, not of others", []Block{statuses(c, c.KnownOfSome)})
	}
	o.add("some", "Asked of some only", forSome(c))
	o.Sections = append(o.Sections, limits("What this cannot tell", c.Limits))
	first := c.Proposals[0].Catalogue
	o.Closing = wording.Text{faint(fmt.Sprintf("Catalogue %s (%s)", first.Version, first.Hash))}
	return o
}

// add adds a section, unless it has nothing to say.
func (o *Outline) add(name, title string, b []Block) {
	if len(b) > 0 {
		o.Sections = append(o.Sections, Section{name, title, b})
	}
}

// proposals says which proposals there are.
func proposals(c *compare.Comparison) Terms {
	var t Terms
	for _, x := range c.Proposals {
		t.Of = append(t.Of, Term{
			Name: strong(x.Letter), Text: wording.Text{strong(cmp.Or(x.Title, untitled))},
			Below: append([]Block{
				says(plain(phrases(wording.And(wording.Given(x.Organisations[:]...)), x.Typology, asOf(x.AsOf)))),
				says(plain(stageSentence(x.Stage.Words))),
				says(faint(x.File)),
			}, laidOver(&x.Catalogue)...),
		})
	}
	return t
}

// linesCompared are the whole, the verdict, context, enablers and the six questions: a table with a column
// for each proposal, or a list for each line where a page is too narrow for that.
func linesCompared(c *compare.Comparison) []Block {
	type line struct {
		title string
		cells []wording.Text
	}
	lines := []line{{title: "The whole"}, {title: "Verdict"}, {title: "Context"}, {title: "Enablers"}}
	for _, x := range c.Proposals {
		for i, cell := range []wording.Text{compared(x.Overall), cell(x.Verdict.Sentence), compared(x.Context), compared(x.Enablers)} {
			lines[i].cells = append(lines[i].cells, cell)
		}
	}
	for _, q := range c.Questions {
		l := line{title: q.Title}
		for _, a := range q.Answers {
			l.cells = append(l.cells, append(compared(a.Rating), plain(wording.Sentence(a.Answer))))
		}
		lines = append(lines, l)
	}
	t := Table{Columns: []Column{{Least: 18}}}
	for _, x := range c.Proposals {
		t.Columns = append(t.Columns, Column{Title: x.Letter, Wide: true, Least: 24})
	}
	var each blocks
	for _, l := range lines {
		t.Rows = append(t.Rows, append([]wording.Text{cell(l.title)}, l.cells...))
		each.heading(l.title)
		var terms Terms
		for i, text := range l.cells {
			terms.Of = append(terms.Of, Term{Name: plain(c.Proposals[i].Letter), Text: text})
		}
		each.add(Below{[]Block{terms}})
	}
	t.Else = each
	return []Block{t}
}

// compared is a rating in a cell of a table: its mark, its words and how much is known.
func compared(r result.Rating) wording.Text {
	return wording.Text{mark(r), plain(wording.Title(r.Words) + "; " + wording.Sentence(strings.TrimPrefix(r.Counted, ";")))}
}

// fewAsks is how many unknowns are named for each line; the comparison holds them all.
const fewAsks = 3

// tellApart says of each line which proposals are better, and what would tell apart those that cannot be.
func tellApart(c *compare.Comparison) []Block {
	var b blocks
	for _, l := range append([]compare.Line{c.Whole}, c.Questions...) {
		b.heading(l.Title)
		var in blocks
		in.say(plain(l.Sentence))
		if len(l.WouldSay) > 0 {
			in.say(faint("It would help to know:"))
		}
		for _, a := range l.WouldSay[:min(fewAsks, len(l.WouldSay))] {
			in.add(item(plain(a.Asks), faint(wording.Bracketed("of "+wording.And(a.Proposals)+"; "+a.Of))))
		}
		if more := len(l.WouldSay) - fewAsks; more > 0 {
			in.add(Below{[]Block{says(faint(fmt.Sprintf("and %d more", more)))}})
		}
		b.add(Below{in})
	}
	return b
}

// differ are the criteria that do not stand alike.
func differ(c *compare.Comparison) []Block {
	if len(c.Differ) == 0 {
		return []Block{says(plain("No criterion that is known of several stands differently."))}
	}
	return []Block{statuses(c, c.Differ)}
}

// forSome are the criteria that are asked of some of the proposals only.
func forSome(c *compare.Comparison) []Block {
	if len(c.ForSome) == 0 {
		return nil
	}
	var b blocks
	b.say(faint("Which criteria apply hangs on the kind of partnership."))
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
		b.heading(fmt.Sprintf("Of %s (%d)", g, len(titles[g])))
		b.add(Below{[]Block{says(plain(wording.Sentence(strings.Join(titles[g], "; "))))}})
	}
	return b
}

// toldOrder are the statuses in the order in which a cell tells them.
var toldOrder = []compare.Status{
	compare.Status(rating.Met), compare.Status(rating.AtLeastPartly), compare.Status(rating.Partly), compare.Status(rating.AtMostPartly), compare.Status(rating.NotMet),
	compare.Status(rating.Disputed), compare.Status(rating.Unknown), compare.Status(rating.NotApplicable), compare.NoPart,
}

// statuses is a table of criteria with a column for each proposal, or, where a page is too narrow for that,
// with the proposals named under each status.
func statuses(c *compare.Comparison, rows []compare.Row) Table {
	t := Table{Columns: []Column{{Title: "criterion", Wide: true, Least: 36}}}
	for _, x := range c.Proposals {
		t.Columns = append(t.Columns, Column{Title: x.Letter, Least: 14})
	}
	narrow := Table{Columns: []Column{{Title: "criterion", Wide: true}, {Title: "status", Wide: true}}}
	for _, r := range rows {
		cells := []wording.Text{cell(r.Title)}
		for _, s := range r.Statuses {
			cells = append(cells, status(s))
		}
		t.Rows = append(t.Rows, cells)
		var each []string
		for _, s := range toldOrder {
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
		narrow.Rows = append(narrow.Rows, row(r.Title, strings.Join(each, "; ")))
	}
	t.Else = []Block{narrow}
	return t
}

// status is a status in a cell of a table, with its sign where it says something of the criterion.
func status(s compare.Status) wording.Text {
	of := rating.Status(s)
	if s == compare.NoPart || of == rating.NotApplicable || of == rating.NoStatus {
		return cell(cmp.Or(s.String(), dash))
	}
	return wording.Text{{Kind: wording.Sign, Status: of}, plain(s.String())}
}
