package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// OptionsFormat is a way to print options.
type OptionsFormat struct {
	Name  string
	Doc   string // what it is for, in a phrase
	Write func(io.Writer, *result.Options, Options) error
}

// OptionsFormats are all formats of options, in the order in which help lists them.
func OptionsFormats() []OptionsFormat {
	return []OptionsFormat{
		{"text", "a table and a paragraph on each option", writeOptionsText},
		{"json", "all of it, for programs", writeOptionsJSON},
	}
}

// writeOptionsJSON prints the options as writeJSON prints a result.
func writeOptionsJSON(w io.Writer, o *result.Options, _ Options) error {
	return encode(w, whole(o))
}

// writeOptionsText prints what is declared, a table of all options, and a paragraph on each.
func writeOptionsText(w io.Writer, r *result.Options, o Options) error {
	p := newPage(&result.Result{File: r.File, Organisations: r.Organisations}, o)
	r = cleaned(r, o.ASCII)
	p.optionsHead(r)
	p.optionsTable(r)
	p.section("Each option")
	for i := range r.Options {
		p.option(r, &r.Options[i])
	}
	p.doingNothing(r)
	p.section("What this cannot tell")
	for _, l := range r.Limits {
		p.item(2, plain(p.dash), plain(wording.Sentence(l)))
	}
	p.gap()
	p.text(2, p.quiet(fmt.Sprintf("Catalogue %s (%s) %s %s", r.Catalogue.Version, r.Catalogue.Hash, p.dot, r.File)))
	_, err := io.WriteString(w, p.out.String())
	return err
}

func (p *page) optionsHead(r *result.Options) {
	p.text(2, p.bold(cmp.Or(r.Title, "A proposal without a title")))
	var names []string
	for _, o := range r.Organisations {
		names = append(names, strings.Join(wording.Given(cmp.Or(o.Name, o.ID), wording.Bracketed(o.Role)), " "))
	}
	asOf := ""
	if r.AsOf != "" {
		asOf = "as of " + r.AsOf
	}
	p.text(2, plain(strings.Join(wording.Given(wording.And(names), asOf), " "+p.dot+" ")))
	p.gap()
	p.text(2, plain(strings.Join(r.Sentences, " ")))
}

// optionsTable sets the options side by side, and doing nothing below them.
func (p *page) optionsTable(r *result.Options) {
	p.section("The options")
	var rows [][]string
	for i := range r.Options {
		o := &r.Options[i]
		c := o.Context.Rating
		known := c.Met + c.Partly + c.NotMet
		rows = append(rows, []string{
			wording.Title(o.Form.Title), o.Type.Title, strings.Join(wording.Given(p.soFar(c), c.MayProve), "; "), fmt.Sprintf("%d of %d", known, known+c.Unknown),
			fmt.Sprint(len(o.Gates)), cmp.Or(o.Marks, p.dash),
		})
	}
	rows = append(rows, []string{"Doing nothing", p.dash, "not rated", p.dash, p.dash, p.dash})
	p.table(2, []column{{title: "option", wide: true}, {title: "type", wide: true}, {title: "context so far; may prove", wide: true}, {title: "known"}, {title: "open"}, {title: "which it is", wide: true}}, rows)
	p.gap()
	p.text(2, p.quiet("Context: whether the situation suits that type of partnership. Known: how many pieces of helpful context are. Open: how many things that a source calls essential are not in place, or not known to be."))
}

// option is the paragraph on one option.
func (p *page) option(r *result.Options, o *result.Option) {
	title := o.Title
	if o.Marks != "" {
		title += ": " + o.Marks
	}
	p.heading(2, wording.Title(title))
	p.text(2, p.mark(shown(o.Context.Rating)), plain(o.ContextWords), plain(o.OtherWords))
	if words := wording.Given(o.OnlyIf, o.Roles); len(words) > 0 {
		p.text(2, plain(strings.Join(words, " ")))
	}
	if o.WhyNot != "" {
		p.field(4, "why not", o.WhyNot)
	}
	if like := optionOf(r, o.LikeContext); like != nil {
		p.field(4, "as above", "Context, what is gained and given up, what to find out, the first step and what is essential and open are those of "+like.Title+".")
		p.field(4, "also open", essentials(o, o.GatesToo))
	} else {
		p.optionContext(o)
	}
	if o.SmallerStep {
		p.field(4, "smaller", o.SmallerWhen+" "+p.sourcesOf(o.SmallerCites))
	}
}

// optionContext is what hangs on the type of an option.
func (p *page) optionContext(o *result.Option) {
	for _, s := range []struct {
		label  string
		status rating.Status
	}{{"helps", rating.Met}, {"in part", rating.Partly}, {"does not", rating.NotMet}, {"disputed", rating.Disputed}} {
		var titles []string
		for _, c := range o.Context.Criteria {
			if c.Status == s.status {
				titles = append(titles, c.Title)
			}
		}
		p.field(4, s.label, wording.Sentence(strings.Join(titles, "; ")))
	}
	for i, f := range o.FindOut {
		label := ""
		if i == 0 {
			label = "find out"
		}
		p.hang(4, 4+fieldWidth, p.quiet(label), plain(f.Asks), p.quiet(wording.Bracketed(f.Of)), p.quiet(p.arrow+" "+p.paths(f.Paths)))
	}
	p.advantages("gained", o.Gained, func(f result.Forgone) string { return f.Title })
	p.advantages("given up", o.Forgone, func(f result.Forgone) string { return f.Forgone })
	p.field(4, "open", essentials(o, nil))
	p.field(4, "first", strings.Join(wording.Given(wording.Sentence(o.First.Do), o.First.Because, o.First.Taken, p.sourcesOf(o.First.Cites)), " "))
}

// advantages lists what is gained or given up.
func (p *page) advantages(label string, all []result.Forgone, text func(result.Forgone) string) {
	var words []string
	for _, f := range all {
		words = append(words, text(f))
	}
	p.field(4, label, wording.Sentence(strings.Join(words, "; ")))
}

// sourcesOf names the places that say so, or says that it is our reading.
func (p *page) sourcesOf(cites []result.Cite) string {
	if len(cites) == 0 {
		return "(our reading; no source says it)"
	}
	var places []string
	for _, c := range cites {
		places = append(places, c.Source+", "+c.Place)
	}
	return "(" + strings.Join(places, "; ") + ")"
}

// essentials lists what is essential and open under an option: what stands among ids, or all of it where
// there are none.
func essentials(o *result.Option, ids []string) string {
	var words []string
	for _, g := range o.Gates {
		if ids == nil || slices.Contains(ids, g.Criterion) {
			status := g.Status.String()
			if g.Status == rating.Unknown {
				status = "not known"
			}
			words = append(words, g.Title+" ("+status+")")
		}
	}
	return wording.Sentence(strings.Join(words, "; "))
}

func optionOf(r *result.Options, id string) *result.Option {
	for i := range r.Options {
		if id != "" && r.Options[i].ID == id {
			return &r.Options[i]
		}
	}
	return nil
}

// doingNothing is the paragraph on doing nothing.
func (p *page) doingNothing(r *result.Options) {
	n := r.Nothing
	p.heading(2, "Doing nothing")
	p.text(2, plain(n.Sentence))
	p.field(4, "why not", n.WhyNot)
	for _, line := range p.riskList(n.Risks) {
		p.lines(4, line(p.measure-4))
	}
	p.advantages("given up", n.Forgone, func(f result.Forgone) string { return f.Forgone })
	for _, s := range n.Stays {
		p.text(4, plain(s.Sentence))
		for _, q := range s.Problems {
			p.item(4, plain(p.dash), plain(wording.Sentence(q.What)), p.quiet("("+q.Place.String()+")"))
		}
	}
}
