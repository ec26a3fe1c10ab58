package html

import (
	"fmt"
	"strconv"

	g "maragu.dev/gomponents"

	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// All that is drawn is drawn in percentages of the width, so that letters keep their size in any window, and in
// shapes and words: no picture says by a colour what it does not say otherwise.

// scale are the grades from the worst to the best.
var scale = [...]rating.Grade{rating.Red, rating.AmberRed, rating.AmberGreen, rating.Green}

// picture is a drawing with what it shows in words.
func picture(class, title, says string, height int, shapes ...g.Node) g.Node {
	return g.El("svg", g.Attr("class", class), g.Attr("role", "img"), g.Attr("aria-label", title+": "+says), g.Attr("width", "100%"), g.Attr("height", strconv.Itoa(height)),
		g.El("title", g.Text(title)), g.El("desc", g.Text(says)), g.Group(shapes))
}

// percent is a place or a length along the width.
func percent(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) + "%" }

func rect(class string, x, width float64, y, height int) g.Node {
	return g.El("rect", g.Attr("class", class), g.Attr("x", percent(x)), g.Attr("y", strconv.Itoa(y)), g.Attr("width", percent(width)), g.Attr("height", strconv.Itoa(height)))
}

func circle(class string, x float64, y, r int) g.Node {
	return g.El("circle", g.Attr("class", class), g.Attr("cx", percent(x)), g.Attr("cy", strconv.Itoa(y)), g.Attr("r", strconv.Itoa(r)))
}

func line(class string, x1 float64, y1 int, x2 float64, y2 int) g.Node {
	return g.El("line", g.Attr("class", class), g.Attr("x1", percent(x1)), g.Attr("y1", strconv.Itoa(y1)), g.Attr("x2", percent(x2)), g.Attr("y2", strconv.Itoa(y2)))
}

// The places of a label in regard to where it stands.
const (
	starts = "start"
	middle = "middle"
	ends   = "end"
)

func label(anchor string, x float64, y int, text string) g.Node {
	return g.El("text", g.Attr("text-anchor", anchor), g.Attr("x", percent(x)), g.Attr("y", strconv.Itoa(y)), g.Text(text))
}

// quarter is where a grade begins on a scale of all.
func quarter(grade rating.Grade) float64 { return 25 * float64(grade-rating.Red) }

// bar is a rating on the scale: the range as a box over those that it may prove, and a mark where it stands so far.
func bar(r outline.Range) g.Node {
	shapes := g.Group{}
	for _, x := range scale {
		class := "step"
		if x >= r.Of.Low && x <= r.Of.High {
			class += " may " + grades[x]
		}
		shapes = append(shapes, rect(class, quarter(x), 25, 4, 14))
	}
	if r.Of.Low >= rating.Red && r.Of.High >= r.Of.Low {
		shapes = append(shapes, rect("box", quarter(r.Of.Low)+0.4, quarter(r.Of.High)-quarter(r.Of.Low)+24.2, 3, 16))
	}
	if r.Of.SoFar != rating.Unrated {
		shapes = append(shapes, circle("here", quarter(r.Of.SoFar)+12.5, 11, 6))
	}
	return picture("bar", "Range", r.Says(), 22, shapes)
}

// legend says what the shapes of the scale are.
const legend = "Red at the left, then amber-red, amber-green and green. The box spans what it may prove; the dot is where it stands so far."

// ranges are ratings one below the other.
func (d *drawer) ranges(r outline.Ranges) g.Node {
	var rows g.Group
	for _, x := range r.Of {
		rows = append(rows, g.El("div", g.Attr("class", "way"), g.El("p", g.El("strong", g.Text(x.Title)), g.Raw(" "), d.text(x.Of.Words)), bar(x)))
	}
	return g.El("figure", rows, g.El("figcaption", g.Text(legend)))
}

// matrix sets context against enablers: a box over both ranges, and a dot where both stand so far.
func (d *drawer) matrix(m outline.Matrix) g.Node {
	const left, row, top = 26.0, 34, 8
	step := (100 - left) / 4
	across := func(x rating.Grade) float64 { return left + step*float64(x-rating.Red) }
	down := func(y rating.Grade) int { return top + row*int(rating.Green-y) }
	up, over := m.Context, m.Enablers
	var shapes g.Group
	for _, y := range scale {
		shapes = append(shapes, label(ends, left-2, down(y)+21, y.String()))
		for _, x := range scale {
			class := "step"
			if y >= up.Low && y <= up.High && x >= over.Low && x <= over.High {
				class += " may " + grades[min(x, y)]
			}
			shapes = append(shapes, rect(class, across(x), step, down(y), row))
		}
	}
	if up.Low >= rating.Red && over.Low >= rating.Red {
		shapes = append(shapes, rect("box", across(over.Low), across(over.High)-across(over.Low)+step, down(up.High), down(up.Low)-down(up.High)+row))
	}
	if up.SoFar != rating.Unrated && over.SoFar != rating.Unrated {
		shapes = append(shapes, circle("here", across(over.SoFar)+step/2, down(up.SoFar)+row/2, 8))
	}
	foot := top + 4*row + 16
	for _, x := range scale {
		words := x.String()
		shapes = append(shapes, label(middle, across(x)+step/2, foot, words))
	}
	says := m.Says()
	return g.El("figure", g.Attr("class", "matrix"),
		g.El("div", g.Attr("class", "axis"), g.Text("Context ↑")),
		picture("grid", "Context against enablers", says, foot+8, shapes),
		g.El("div", g.Attr("class", "axis over"), g.Text("Enablers →")),
		g.El("figcaption", g.El("p", g.El("strong", g.Text("Context")), g.Raw(" "), d.text(up.Words)), g.El("p", g.El("strong", g.Text("Enablers")), g.Raw(" "), d.text(over.Words)),
			g.El("p", g.Text("The box spans what both may prove; the dot is where both stand so far."))),
	)
}

// strips are the criteria of each question as cells with their signs, with counts in words, and the claims folded.
func (d *drawer) strips(s outline.Strips) g.Node {
	var all g.Group
	for _, x := range s.Of {
		all = append(all, g.El("div", g.Attr("class", "strip"),
			d.heading(d.level, nil, g.Text(x.Title)),
			strip(x),
			g.El("p", g.Text(x.Says())),
			g.El("details", g.El("summary", g.Text(wording.Count(len(x.Cells)+len(x.Warnings), "criterion", "criteria"))), d.claims(x.Cells), g.Iff(len(x.Warnings) > 0, func() g.Node {
				return g.Group{g.El("p", g.Attr("class", "label"), g.Text("Warnings from cases")), d.claims(x.Warnings)}
			})),
		))
	}
	return all
}

// claims lists criteria with how they stand, each a link to where it is told.
func (d *drawer) claims(cells []outline.Cell) g.Node {
	var all g.Group
	for _, c := range cells {
		said := g.Node(g.Text(wording.Sentence(c.Claim)))
		if d.targets[c.Criterion] != "" {
			said = d.link(anchor(c.Criterion), g.Attr("title", c.Criterion), said)
		}
		all = append(all, g.El("li", g.Attr("class", "behind"), status(c.Status), g.Raw(" "), g.El("span", said, g.If(c.Perhaps, g.Text(" (if it applies)")))))
	}
	return g.El("ul", g.Attr("class", "plain"), g.Attr("role", "list"), all)
}

// strip draws the cells; those that only warn stand apart at the end.
func strip(s outline.Strip) g.Node {
	const size, gap = 20, 4
	var shapes g.Group
	x := 1
	cell := func(c outline.Cell) {
		shapes = append(shapes,
			g.El("rect", g.Attr("class", "cell "+statuses[c.Status]), g.Attr("x", strconv.Itoa(x)), g.Attr("y", "1"), g.Attr("width", strconv.Itoa(size-2)), g.Attr("height", strconv.Itoa(size-2))),
			g.El("text", g.Attr("text-anchor", middle), g.Attr("x", strconv.Itoa(x+size/2-1)), g.Attr("y", "15"), g.Text(signs[c.Status])))
		x += size
	}
	for _, c := range s.Cells {
		cell(c)
	}
	if len(s.Warnings) > 0 && len(s.Cells) > 0 {
		x += gap * 3
	}
	for _, c := range s.Warnings {
		cell(c)
	}
	return g.El("svg", g.Attr("class", "cells"), g.Attr("role", "img"), g.Attr("aria-label", s.Title+": "+s.Says()), g.Attr("viewBox", fmt.Sprintf("0 0 %d %d", x, size)), g.Attr("width", strconv.Itoa(x)), g.Attr("height", strconv.Itoa(size)),
		g.El("title", g.Text(s.Title)), g.El("desc", g.Text(s.Says())), shapes)
}

// timeline draws what has a date on a line: a dot for evidence, a ring where it is out of date, and a rule for the days
// on which the proposal turns.
func (d *drawer) timeline(t *outline.Timeline) g.Node {
	first, last := t.Moments[0].From, t.Moments[0].To
	for _, m := range t.Moments {
		first, last = min(first, m.From), max(last, m.To)
	}
	span := max(float64(last-first), 30)
	at := func(day proposal.Day) float64 { return 4 + 92*float64(day-first)/span }
	const axis = 66
	var shapes, rules, words g.Group
	shapes = append(shapes, line("axis", 2, axis, 98, axis))
	from, _, _ := first.Calendar()
	to, _, _ := last.Calendar()
	every := 1 + (to-from)/6
	for year := from; year <= to+1; year += every {
		if day, ok := proposal.ParseDay(fmt.Sprintf("%04d-01-01", year)); ok && day >= first && day <= last {
			shapes = append(shapes, line("tick", at(day), axis, at(day), axis+6), label(middle, at(day), axis+20, strconv.Itoa(year)))
		}
	}
	row := 14
	for _, m := range t.Moments {
		x := (at(m.From) + at(m.To)) / 2
		switch {
		case m.Is != "":
			anchor := starts
			if x > 50 {
				anchor = ends
			}
			rules = append(rules, line("turn "+string(m.Is), x, row-8, x, axis+8))
			words = append(words, label(anchor, x+map[string]float64{starts: 0.8, ends: -0.8}[anchor], row, m.Title+", "+m.Date))
			row += 16
		case m.Stale != "":
			shapes = append(shapes, circle("piece stale", x, axis, 6))
		default:
			if m.To > m.From {
				shapes = append(shapes, rect("during", at(m.From), at(m.To)-at(m.From), axis-3, 6))
			}
			shapes = append(shapes, circle("piece", x, axis, 5))
		}
	}
	return g.El("figure", g.Attr("class", "dated"), picture("timeline", "Evidence in time", t.Says(), axis+28, rules, shapes, words),
		g.El("figcaption", g.Text("A filled dot is evidence, a ring evidence that is out of date, a bar the time that its date may mean; a rule is a day on which the proposal turns.")),
		g.Iff(stale(t), func() g.Node {
			var all g.Group
			for _, m := range t.Moments {
				if m.Stale != "" {
					all = append(all, g.El("li", g.Text(m.Says())))
				}
			}
			return g.El("ul", g.Attr("class", "dashes"), all)
		}))
}

func stale(t *outline.Timeline) bool {
	for _, m := range t.Moments {
		if m.Stale != "" {
			return true
		}
	}
	return false
}

// steps draws the way to each better rating: from where to where, and what is to be met on it.
func (d *drawer) steps(s outline.Steps) g.Node {
	var all g.Group
	for _, x := range s.Of {
		var drawn g.Node
		if from, to := x.Grades[0], x.Grades[1]; from != rating.Unrated && to != rating.Unrated {
			drawn = way(x)
		}
		all = append(all, g.El("div", g.Attr("class", "way"), g.El("p", g.El("strong", g.Text(x.Words)), g.Iff(x.Efforts != "", func() g.Node {
			return g.Group{g.Raw(" "), g.El("span", g.Attr("class", "faint"), g.Text(wording.Bracketed(x.Efforts)))}
		})), drawn, d.claims(x.Cells)))
	}
	return all
}

// way draws a step on the scale, as an arrow.
func way(s outline.Step) g.Node {
	var shapes g.Group
	for _, x := range scale {
		class := "step"
		if x == s.Grades[0] || x == s.Grades[1] {
			class += " may " + grades[x]
		}
		shapes = append(shapes, rect(class, quarter(x), 25, 4, 14))
	}
	from, to := quarter(s.Grades[0])+12.5, quarter(s.Grades[1])+12.5
	shapes = append(shapes, line("arrow", from, 11, to-2.5, 11), circle("from", from, 11, 5), circle("here", to, 11, 6))
	return picture("bar", "Step", s.Of+": from "+s.From+" to "+s.To, 22, shapes)
}
