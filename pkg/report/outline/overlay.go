package outline

import (
	"cmp"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// overlay tells what is laid over the built-in catalogue: the ratings with it and without it beside each other, its own
// criteria, and what it changes and switches off. Nothing where the built-in one alone is applied.
func (p *report) overlay() []Block {
	o := p.r.Overlay
	if o == nil {
		return nil
	}
	var b blocks
	b.say(plain(o.Words.Which))
	b.say(plain(wording.Sentence(o.About)))
	if o.Words.Raised != "" {
		b.say(strong(o.Words.Raised))
	}
	b.say(plain(o.Words.Held))
	b.add(Break{}, p.besideTable(o))
	p.ownBlock(&b, o)
	if len(o.Changed) > 0 {
		b.heading("Changed")
		for _, c := range o.Changed {
			it := item(append(wording.Text{plain(wording.Sentence(c.Title))}, p.ids(c.ID)...)...)
			var in blocks
			in.fact("what", wording.Sentence(c.Words))
			in.fact("why", wording.Sentence(c.Because))
			it.Below = in
			b.add(it)
		}
	}
	if len(o.Off) > 0 {
		b.heading("Switched off")
		for _, c := range o.Off {
			it := item(append(wording.Text{plain(wording.Sentence(c.Title))}, p.ids(c.ID)...)...)
			var in blocks
			in.fact("why", wording.Sentence(c.Because))
			it.Below = in
			b.add(it)
		}
	}
	return b
}

// laidOver says in a few sentences what is laid over the built-in catalogue, and how that alone rates; nothing where that
// alone is applied.
func laidOver(c *result.Catalogue) []Block {
	if c.Overlay == nil {
		return nil
	}
	var b blocks
	if c.Overlay.Raised != "" {
		b.say(strong(c.Overlay.Raised))
	}
	b.say(plain(strings.Join(wording.Given(c.Overlay.Beside, c.Overlay.Held, c.Overlay.Own, c.Overlay.Which), " ")))
	return b
}

// besideTable sets each rating with the overlay beside the one by the built-in catalogue alone.
func (p *report) besideTable(o *result.Overlay) Table {
	t := Table{Columns: []Column{{Title: "rating", Wide: true}, {Title: "with " + o.Name}, {Title: "may prove", Wide: true}, {Title: "built-in alone"}, {Title: "may prove", Wide: true}}}
	add := func(name string, with, alone result.Rating) {
		t.Rows = append(t.Rows, []wording.Text{cell(name), rated(with), cell(cmp.Or(with.Reaches(), dash)), rated(alone), cell(cmp.Or(alone.Reaches(), dash))})
	}
	add("the whole", p.r.Overall.Rating, o.Beside.Overall.Rating)
	for i, q := range p.r.Questions {
		if i < len(o.Beside.Questions) {
			add(q.Title, q.Rating, o.Beside.Questions[i].Rating)
		}
	}
	return t
}

// ownBlock tells the criteria of the overlay's own, what is short first.
func (p *report) ownBlock(b *blocks, o *result.Overlay) {
	own := p.r.Own()
	if len(own) == 0 {
		return
	}
	b.heading("Its own criteria")
	if o.Words.Own != "" {
		b.say(plain(o.Words.Own))
	}
	for _, group := range []struct {
		title string
		is    func(*result.Criterion) bool
	}{
		{"Not in place", func(c *result.Criterion) bool { return c.When == result.Now && c.Status.Short() }},
		{"Seen differently, or not known", func(c *result.Criterion) bool {
			return c.When == result.Now && !c.Status.Short() && c.Status.Open() > 0
		}},
		{"In place", func(c *result.Criterion) bool {
			return c.When == result.Now && !c.Status.Short() && c.Status.Open() == 0
		}},
		{"Due later, or past", func(c *result.Criterion) bool { return c.When != result.Now }},
	} {
		first := true
		for _, c := range own {
			if !group.is(c) {
				continue
			}
			if first {
				b.add(Break{})
				b.say(strong(group.title + ":"))
				first = false
			}
			p.ownCriterion(b, c)
		}
	}
}

func (p *report) ownCriterion(b *blocks, c *result.Criterion) {
	says := c.Says
	if c.Status == rating.Unknown {
		says = c.Title
	}
	it := signed(c, append(wording.Text{plain(wording.Sentence(says))}, p.ids(c.ID)...)...)
	var in blocks
	if c.Kind == "watchpoint" && c.Status != rating.Met {
		caps := "keeps its questions from green"
		if c.Gate {
			caps = "essential: " + caps + ", and the home question lower still"
		}
		in.fact("caps", wording.Sentence(caps))
	}
	switch {
	case c.Status.Open() > 0:
		in.fact("to ask", strings.Join(wording.Given(c.Asks, wording.Bracketed(c.Of)), " "))
	case c.Status != rating.Met && c.Fix != nil:
		in.fact("do", wording.Sentence(c.Fix.Do))
		in.fact("who", strings.Join(wording.Given(c.Fix.Who, c.Fix.By), ", "))
		in.fact("closed by", wording.Sentence(c.Fix.Closes))
	}
	in.fact("source", cites(c.Cites))
	it.Below = in
	b.add(it)
}
