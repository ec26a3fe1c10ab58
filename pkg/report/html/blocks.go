package html

import (
	"fmt"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"

	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// blocks draws blocks: items that follow each other as one list, and facts as one list of terms.
func (d *drawer) blocks(all []outline.Block) g.Node {
	var drawn g.Group
	for i := 0; i < len(all); {
		switch all[i].(type) {
		case outline.Item:
			n := run[outline.Item](all[i:])
			drawn = append(drawn, d.list(all[i:i+n]))
			i += n
		case outline.Fact:
			n := run[outline.Fact](all[i:])
			drawn = append(drawn, d.facts(all[i:i+n]))
			i += n
		default:
			drawn = append(drawn, d.block(all[i]))
			i++
		}
	}
	return drawn
}

// run is how many blocks of one type there are from the first on, over breaks between them.
func run[T outline.Block](all []outline.Block) int {
	n := 0
	for i, b := range all {
		if _, is := b.(T); is {
			n = i + 1
		} else if _, is := b.(outline.Break); !is {
			break
		}
	}
	return n
}

func (d *drawer) block(b outline.Block) g.Node {
	switch b := b.(type) {
	case outline.Break:
		return nil
	case outline.Paragraph:
		return g.El("p", d.places(b.Text), d.text(b.Text))
	case outline.Heading:
		return d.heading(d.level, nil, g.Text(b.Text))
	case outline.Chapter:
		return d.heading(d.level, g.Attr("class", "chapter"), g.Text(strconv.Itoa(b.Number)+". "+b.Title))
	case outline.Below:
		return g.El("div", g.Attr("class", "below"), d.blocks(b.Blocks))
	case outline.Terms:
		var all g.Group
		for _, t := range b.Of {
			all = append(all, g.El("dt", d.part(t.Name)), g.El("dd", d.text(t.Text), d.blocks(t.Below)))
		}
		return g.El("dl", g.Attr("class", "facts"), all)
	case outline.Table:
		return d.table(b)
	case outline.List:
		var rows g.Group
		for _, r := range b.Rows {
			rows = append(rows, g.El("tr", g.Map(r, func(s string) g.Node { return g.El("td", g.Text(s)) })))
		}
		return g.El("table", g.El("tbody", rows))
	case outline.Pair:
		return g.El("div", g.Attr("class", "pair"), d.side(b.Left), d.side(b.Right))
	case outline.Sample:
		return g.El("pre", g.Text(strings.Join(b.Lines, "\n")))
	case outline.Lines:
		return g.El("div", g.Attr("class", "lines"), g.Map(b.Of, func(t wording.Text) g.Node { return g.El("div", d.text(t)) }))
	case outline.Heat:
		return d.heat(b)
	case outline.Matrix:
		return d.matrix(b)
	case outline.Ranges:
		return d.ranges(b)
	case outline.Strips:
		return d.strips(b)
	case outline.Steps:
		return d.steps(b)
	case *outline.Timeline:
		return d.timeline(b)
	}
	panic(fmt.Sprintf("html: a block of no known kind: %T", b))
}

// heading is a heading of a level, none deeper than there is.
func (d *drawer) heading(level int, attr, text g.Node) g.Node {
	return g.El("h"+strconv.Itoa(min(level, 6)), attr, text)
}

// list draws items: numbered where the first is.
func (d *drawer) list(items []outline.Block) g.Node {
	name, class := "ul", "plain"
	var all g.Group
	for _, b := range items {
		it, is := b.(outline.Item)
		if !is {
			continue
		}
		var bullet g.Node
		switch it.Bullet.Kind {
		case outline.Dash, outline.Dot:
			class = "dashes"
		case outline.Numbered:
			bullet = g.El("span", g.Attr("class", "number"), g.Text(strconv.Itoa(it.Bullet.Number)))
		case outline.Marked:
			bullet = g.El("span", g.Attr("class", "number"), g.Text(it.Bullet.Mark))
		case outline.Signed:
			bullet = status(it.Bullet.Sign.Status)
		}
		var id g.Node
		if name := marked(it.Bullet.Mark); name != "" && it.Bullet.Kind == outline.Marked && !d.placed[name] {
			d.placed[name] = true
			id = d.id(name)
		}
		if c := told(it.Text); c != "" && d.annexed != "" && d.targets[c] == d.annexed && !d.placed[c] {
			d.placed[c] = true
			id = d.id(anchor(c))
		}
		said := g.Group{bullet, g.If(bullet != nil, g.Raw(" ")), g.El("span", d.places(it.Text), d.text(it.Text))}
		all = append(all, g.El("li", id, g.If(bullet != nil, g.Attr("class", "behind")), said, g.Iff(len(it.Below) > 0, func() g.Node { return g.El("div", g.Attr("class", "below"), d.blocks(it.Below)) })))
	}
	return g.El(name, g.Attr("class", class), g.Attr("role", "list"), all)
}

// status is how a criterion stands, as a sign and a word.
func status(s rating.Status) g.Node {
	class, known := statuses[s]
	if !known {
		return nil
	}
	return g.El("span", g.Attr("class", "status "+class), g.El("span", g.Attr("aria-hidden", "true"), g.Text(signs[s]+" ")), g.Text(outline.StatusWords(s)))
}

// facts draws texts behind their labels; one without a label goes on where the one before it ended.
func (d *drawer) facts(facts []outline.Block) g.Node {
	var all g.Group
	for _, b := range facts {
		f, is := b.(outline.Fact)
		if !is {
			continue
		}
		if f.Label != "" || len(all) == 0 {
			all = append(all, g.El("dt", g.Text(f.Label)))
		}
		if f.Lines == nil {
			all = append(all, g.El("dd", d.places(f.Text), d.text(f.Text)))
			continue
		}
		var lines g.Group
		for _, l := range f.Lines {
			text := strings.Repeat("\u00a0", l.Depth) + l.Text
			if l.Part {
				text = strings.Repeat("\u00a0", l.Depth) + "– " + l.Text
			}
			lines = append(lines, g.El("div", g.Text(text)))
		}
		all = append(all, g.El("dd", lines))
	}
	return g.El("dl", g.Attr("class", "facts"), all)
}

// table draws a table. In a narrow window each row becomes a list of its cells, each behind the title of its column.
func (d *drawer) table(t outline.Table) g.Node {
	var head, rows g.Group
	for _, c := range t.Columns {
		if c.Title == "" {
			head = append(head, g.El("td"))
			continue
		}
		head = append(head, g.El("th", g.Attr("scope", "col"), g.Text(wording.Upper(c.Title))))
	}
	for n, r := range t.Rows {
		var cells g.Group
		for i, c := range r {
			if i == 0 && n < len(t.Pages) && t.Pages[n] != "" && len(c) > 0 {
				cells = append(cells, g.El("th", g.Attr("scope", "row"), g.El("a", g.Attr("href", beside(t.Pages[n])), d.text(c[:1])), g.Raw(" "), d.text(c[1:])))
				continue
			}
			class := g.If(!t.Columns[i].Wide && i > 0, g.Attr("class", "short"))
			if rest := len(t.Columns) - i; i == len(r)-1 && rest > 1 && i > 0 {
				cells = append(cells, g.El("td", g.Attr("colspan", strconv.Itoa(rest)), d.places(c), d.text(c)))
				continue
			}
			if i == 0 && c.String() != "" {
				cells = append(cells, g.El("th", g.Attr("scope", "row"), d.places(c), d.text(c)))
				continue
			}
			cells = append(cells, g.El("td", class, g.If(t.Columns[i].Title != "", g.Attr("data-label", wording.Upper(t.Columns[i].Title))), d.places(c), d.text(c)))
		}
		rows = append(rows, g.El("tr", cells))
	}
	return g.El("table", g.El("thead", g.El("tr", head)), g.El("tbody", rows))
}

func (d *drawer) side(s outline.Side) g.Node {
	h := d.heading(d.level, nil, g.Text(s.Title))
	return g.El("div", h, d.blocks(s.Blocks))
}

// heat draws counts, the stronger the more of their row they have.
func (d *drawer) heat(h outline.Heat) g.Node {
	head := g.Group{g.El("td")}
	for _, c := range h.Columns {
		head = append(head, g.El("th", g.Attr("scope", "col"), g.El("span", g.Attr("class", "mark "+grades[c.Grade]), g.Attr("aria-hidden", "true"), g.Text(marks[c.Grade])), g.Text(" "+wording.Upper(c.Title))))
	}
	var rows g.Group
	for i := range h.Rows {
		r := &h.Rows[i]
		cells := g.Group{g.El("th", g.Attr("scope", "row"), g.Text(r.Title))}
		for n, count := range r.Counts {
			class := "heat"
			if total := r.Total(); total > 0 && count > 0 {
				class += " heat-" + strconv.Itoa(1+min(3, 4*count/total))
			}
			cells = append(cells, g.El("td", g.Attr("class", class), g.Attr("data-label", wording.Upper(h.Columns[n].Title)), g.Text(strconv.Itoa(count))))
		}
		rows = append(rows, g.El("tr", cells))
	}
	return g.El("table", g.El("thead", g.El("tr", head)), g.El("tbody", rows))
}
