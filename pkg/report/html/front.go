package html

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"

	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// sheet is the front of a paper: what it is, what it is for, what is asked of the boards.
func (d *drawer) sheet(s *outline.Sheet) g.Node {
	var facts g.Group
	say := func(label, text string) {
		facts = append(facts, g.El("dt", g.Text(label)), g.El("dd", g.Text(text)))
	}
	across := func(label string, n g.Node) {
		facts = append(facts, g.El("dt", g.Text(label)), g.El("dd", g.Attr("class", "across"), n))
	}
	say("Purpose", s.Purpose)
	say("Between", s.Between)
	say("As at", cmp.Or(s.AsOf, "no day stated"))
	say("Kind", cmp.Or(wording.Upper(s.Kind), "Not told"))
	across("Stage", g.Text(wording.Upper(s.Stage)))
	across("Asked of the boards", g.El("ul", g.Attr("class", "dashes"), g.Map(s.Asked, func(a string) g.Node { return g.El("li", g.Text(a)) })))
	return g.El("header", g.Attr("class", "sheet"),
		g.El("p", g.Attr("class", "kind"), g.Text("Report to the boards")),
		g.El("h1", g.Text(s.Title)),
		g.El("dl", g.Attr("class", "facts"), facts),
	)
}

// headline is the rating of the whole, as far as it is certain, and the verdict.
func (d *drawer) headline(s *outline.Sheet) g.Node {
	return g.El("div", g.Attr("class", "headline"),
		g.El("p", g.Attr("class", "whole"), g.El("span", g.Attr("class", "label"), g.Text("The whole")), g.Raw(" "), d.text(s.Whole)),
		bar(s.Range),
		g.El("p", g.Text(wording.Sentence(s.Known)), g.Iff(s.Certain != "" && !strings.Contains(s.Whole.String(), s.Certain), func() g.Node { return g.Group{g.Raw(" "), g.El("strong", g.Text(s.Certain))} })),
		g.El("p", g.El("span", g.Attr("class", "label"), g.Text("Verdict")), g.Raw(" "), g.Text(s.Verdict), g.Iff(s.Because != "", func() g.Node { return g.Group{g.Raw(" "), g.El("span", g.Attr("class", "faint"), g.Text(s.Because))} })),
	)
}

// front is the first screen, whole: what it has no room for elsewhere is folded below its block.
func (d *drawer) front(o *outline.Outline) g.Node {
	var all, after, sources g.Group
	if o.Sheet != nil {
		all = append(all, d.headline(o.Sheet))
	} else {
		d.level = 2
	}
	blocks := o.Front.Blocks
	for i := 0; i < len(blocks); i++ {
		b := &blocks[i]
		switch b.ID {
		case result.FrontTitle:
			for n := range b.Lines {
				l := &b.Lines[n]
				all = append(all, g.El("p", g.Attr("class", "opening"), d.frontLine(l))) // which letter stands for which file the places behind it say
			}
		case result.FrontDecision, result.FrontBears:
			var facts g.Group
			for n := range b.Lines {
				l := &b.Lines[n]
				facts = append(facts, g.El("dt", g.Text(l.Label)), g.El("dd", d.frontLine(l)))
			}
			all = append(all, g.El("dl", g.Attr("class", "facts bearing"), facts))
		case result.FrontSources:
			for n := range b.Lines {
				l := &b.Lines[n]
				sources = append(sources, g.El("p", g.El("span", g.Attr("class", "label"), g.Text(l.Label)), g.Raw(" "), d.frontLine(l)))
			}
		case result.FrontQuestions:
			all = append(all, d.frontQuestions(o, b), after) // on the first page, before what is to be done
			after = nil
		case result.FrontFor, result.FrontNotTold: // beside the block that it is weighed against
			pair := g.Group{d.frontBlock(o, b)}
			if next := i + 1; next < len(blocks) && (blocks[next].ID == result.FrontAgainst || blocks[next].ID == result.FrontSettle) {
				pair = append(pair, d.frontBlock(o, &blocks[next]))
				i = next
			}
			both := g.El("div", g.Attr("class", "pair"), pair)
			if b.ID == result.FrontNotTold {
				after = append(after, both)
			} else {
				all = append(all, both)
			}
		default:
			all = append(all, d.frontBlock(o, b))
		}
	}
	return g.El("div", g.Attr("class", "front"), all, after, g.El("div", g.Attr("class", "sourced"), sources))
}

// frontBlock is a block with a heading and its lines, and says where the rest of them stand.
func (d *drawer) frontBlock(o *outline.Outline, b *result.FrontBlock) g.Node {
	var all g.Group
	for i := range b.Lines {
		l := &b.Lines[i]
		var mark g.Node
		if l.Mark != "" {
			mark = g.Group{g.El("span", g.Attr("class", "number"), g.Text(l.Mark)), g.Raw(" ")}
		}
		who := g.Iff(l.Who != "", func() g.Node {
			return g.Group{g.Raw(" "), g.El("span", g.Attr("class", "faint"), g.Text(wording.Bracketed(wording.Upper(l.Who))))}
		})
		all = append(all, g.El("li", g.If(mark != nil, g.Attr("class", "behind")), mark, g.El("span", d.frontLine(l), who)))
	}
	return g.El("section", g.Attr("class", "block "+string(b.ID)),
		frontHeading(b), g.El("ul", g.Attr("class", "plain"), g.Attr("role", "list"), all),
		g.Iff(len(b.More) > 0, func() g.Node { return d.further(o, b) }),
	)
}

// further counts the lines of a block for which the front has no room, and leads to the section that lists them.
func (d *drawer) further(o *outline.Outline, b *result.FrontBlock) g.Node {
	name, title := "front", outline.InFull
	if b.ID == result.FrontSettle {
		name, title = "conditions", outline.Conditions
	}
	said := g.Node(g.Text(strconv.Itoa(len(b.More)) + " more under “" + title + "”"))
	if hasSection(o, name) {
		said = d.link(name, said)
	}
	return g.El("p", g.Attr("class", "further"), said)
}

func hasSection(o *outline.Outline, name string) bool {
	return slices.ContainsFunc(o.Sections, func(s outline.Section) bool { return s.Name == name })
}

// frontHeading is the heading of a block. What a terminal sets apart by a gap stands behind it, smaller.
func frontHeading(b *result.FrontBlock) g.Node {
	title, more, _ := strings.Cut(b.Heading, "   ")
	aside := strings.Join(wording.Given(strings.TrimSpace(more), b.Aside), "; ")
	return g.El("h2", g.Text(title), g.Iff(aside != "", func() g.Node {
		return g.Group{g.Raw(" "), g.El("span", g.Attr("class", "aside"), g.Text(wording.Bracketed(aside)))}
	}))
}

// marked is the id of a line that other lines speak of by its mark; empty where none does.
func marked(mark string) string {
	if mark == "" || mark == "?" || mark == "!" || strings.ContainsAny(mark, " \t\n\f\r") {
		return ""
	}
	return "line-" + mark
}

// frontLine is the text of a line. Where it stands in the document is shown to whoever points at it, and the criterion
// on which it bears is a link behind it.
func (d *drawer) frontLine(l *result.FrontLine) g.Node {
	said := g.El("span", g.If(len(l.Places) > 0, g.Attr("title", outline.FrontPlaces(l.Places))), g.Text(result.FrontText(l.Text)))
	for _, id := range l.Criteria {
		if d.targets[id] != "" {
			return g.Group{said, g.Raw(" "), d.link(anchor(id), g.Attr("class", "more"), g.Attr("title", id), g.Attr("aria-label", "The criterion of this line, in the annex"), g.Text("›"))}
		}
	}
	return said
}

// frontQuestions are the six questions: how each is rated, and what bears on it.
func (d *drawer) frontQuestions(o *outline.Outline, b *result.FrontBlock) g.Node {
	marks := map[string]bool{}
	for _, id := range []result.FrontBlockID{result.FrontFor, result.FrontAgainst} {
		if b := o.Front.Block(id); b != nil {
			for i := range b.Lines {
				marks[b.Lines[i].Mark] = true
			}
		}
	}
	var rows g.Group
	for i := range b.Lines {
		l := &b.Lines[i]
		said := result.FrontText(l.Text)
		pointers := result.FrontPointers(l, func(m string) bool { return marks[m] })
		if said != "" && pointers != "" {
			said += "; "
		}
		var picture g.Node
		if o.Sheet != nil && i < len(o.Sheet.Questions) {
			picture = bar(o.Sheet.Questions[i])
		}
		rows = append(rows, g.El("tr",
			g.El("th", g.Attr("scope", "row"), g.Text(l.Label)),
			g.El("td", g.El("div", g.Attr("class", "rated"), g.El("span", g.Attr("class", "grade "+grades[l.Rating]), g.Text(l.Rated)), picture)),
			g.El("td", g.El("span", g.If(len(l.Places) > 0, g.Attr("title", outline.FrontPlaces(l.Places))), g.Text(said)), d.pointers(pointers, marks, hasSection(o, "front"))),
		))
	}
	return g.El("section", g.Attr("class", "block questions"),
		frontHeading(b),
		g.El("table", g.Attr("class", "six"), g.El("thead", g.El("tr", g.El("th", g.Attr("scope", "col"), g.Text("Question")), g.El("th", g.Attr("scope", "col"), g.Text("So far, and what it may prove")), g.El("th", g.Attr("scope", "col"), g.Text("What bears on it")))), g.El("tbody", rows)),
		g.If(o.Sheet != nil, g.El("p", g.Attr("class", "legend"), g.Text(legend))),
	)
}

// pointers are the marks of lines that bear on a question, each a link to its line where that stands on the page.
func (d *drawer) pointers(said string, marks map[string]bool, linked bool) g.Node {
	var all g.Group
	for i, word := range strings.Split(said, " ") {
		if i > 0 {
			all = append(all, g.Raw(" "))
		}
		mark := strings.TrimSuffix(word, ",")
		if name := marked(mark); name != "" && marks[mark] && linked {
			all = append(all, d.link(name, g.Text(mark)), g.Text(strings.TrimPrefix(word, mark)))
			continue
		}
		all = append(all, g.Text(word))
	}
	return all
}
