package outline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// untitled is what a proposal is called that has no title.
const untitled = "A proposal without a title"

// Options is the page of options: what is declared, and the others in groups, by how they stand against it.
func Options(r *result.Options) Outline {
	r = cleaned(r)
	var nothing blocks
	nothing.say(plain(r.Nothing.Sentence))
	for _, x := range r.Nothing.Risks {
		nothing.add(item(plain(wording.Sentence(x.What))))
	}
	nothing.fact("why not", r.Nothing.WhyNot)
	return optionsPage(r, Section{"options", "The options", grouped(r, false)}, Section{"nothing", "Doing nothing", nothing})
}

// FullOptions is the whole page of options: a table of all, and a paragraph on each.
func FullOptions(r *result.Options) Outline {
	r = cleaned(r)
	return optionsPage(r, Section{"options", "The options", optionsTable(r)}, Section{"each", "Each option", eachOption(r)})
}

func optionsPage(r *result.Options, sections ...Section) Outline {
	return Outline{
		Lead:     append(optionsLead(r), laidOver(&r.Catalogue)...),
		Sections: append(sections, limits("What this cannot tell", r.Limits)),
		Closing:  wording.Text{faint(fmt.Sprintf("Catalogue %s (%s) %s %s", r.Catalogue.Version, r.Catalogue.Hash, dot, r.File))},
	}
}

// eachOption is a paragraph on each option, and on doing nothing.
func eachOption(r *result.Options) []Block {
	var each blocks
	for i := range r.Options {
		option(&each, r, &r.Options[i])
	}
	doingNothing(&each, r)
	return each
}

func optionsLead(r *result.Options) []Block {
	var names []string
	for _, o := range r.Organisations {
		names = append(names, strings.Join(wording.Given(cmp.Or(o.Name, o.ID), wording.Bracketed(o.Role)), " "))
	}
	return []Block{
		says(strong(cmp.Or(r.Title, untitled))),
		says(plain(phrases(wording.And(names), asOf(r.AsOf)))),
		Break{},
		says(plain(strings.Join(r.Sentences, " "))),
	}
}

// phrases sets what is given side by side.
func phrases(all ...string) string { return strings.Join(wording.Given(all...), " "+dot+" ") }

// asOf says on which day something is true, if a day is given.
func asOf(day string) string {
	if day == "" {
		return ""
	}
	return "as of " + day
}

// optionsTable sets the options side by side, and doing nothing below them.
func optionsTable(r *result.Options) []Block {
	t := Table{Columns: []Column{{Title: "option", Wide: true}, {Title: "type", Wide: true}, {Title: "context so far; may prove", Wide: true}, {Title: "known"}, {Title: "open"}, {Title: "which it is", Wide: true}}}
	for i := range r.Options {
		o := &r.Options[i]
		c := o.Context.Rating
		known, all := c.KnownOf()
		context := rated(c)
		if reaches := c.Reaches(); reaches != "" {
			context = append(context, glued("; "+reaches))
		}
		t.Rows = append(t.Rows, []wording.Text{
			cell(wording.Title(o.Form.Title)), cell(o.Type.Title), context, cell(fmt.Sprintf("%d of %d", known, all)),
			cell(fmt.Sprint(len(o.Gates))), cell(cmp.Or(o.Marks, dash)),
		})
	}
	t.Rows = append(t.Rows, row("Doing nothing", dash, "not rated", dash, dash, dash))
	return []Block{t, Break{}, says(faint("Context: whether the situation suits that type of partnership. Known: how many pieces of helpful context are. Open: how many things that a source calls essential are not in place, or not known to be."))}
}

// option is the paragraph on one option.
func option(b *blocks, r *result.Options, o *result.Option) {
	title := o.Title
	if o.Marks != "" {
		title += ": " + o.Marks
	}
	b.heading(wording.Title(title))
	b.say(mark(o.Context.Rating), plain(o.ContextWords), plain(o.OtherWords))
	b.say(plain(strings.Join(wording.Given(o.OnlyIf, o.Roles), " ")))
	var in blocks
	in.fact("why not", o.WhyNot)
	if like := optionOf(r, o.LikeContext); like != nil {
		in.fact("as above", "Context, what is gained and given up, what to find out, the first step and what is essential and open are those of "+like.Title+".")
		in.fact("also open", essentials(o, o.GatesToo))
	} else {
		optionContext(&in, o)
	}
	if o.SmallerStep {
		in.fact("smaller", o.SmallerWhen+" "+sourcesOf(o.SmallerCites))
	}
	b.add(Below{in})
}

// optionContext is what hangs on the type of an option.
func optionContext(b *blocks, o *result.Option) {
	for _, s := range []struct {
		label  string
		status rating.Status
	}{{"helps", rating.Met}, {"at least in part", rating.AtLeastPartly}, {"in part", rating.Partly}, {"at most in part", rating.AtMostPartly}, {"does not", rating.NotMet}, {"disputed", rating.Disputed}} {
		var titles []string
		for _, c := range o.Context.Criteria {
			if c.Status == s.status {
				titles = append(titles, c.Title)
			}
		}
		b.fact(s.label, wording.Sentence(strings.Join(titles, "; ")))
	}
	var asks []wording.Text
	for _, f := range o.FindOut {
		ask := wording.Text{plain(f.Asks), faint(wording.Bracketed(f.Of)), faint(arrow + " " + paths(f.Paths))}
		if why := notKnownSoFar(f.Reasons); why != "" {
			ask = append(ask, plain(why))
		}
		asks = append(asks, ask)
	}
	b.facts("find out", asks...)
	advantages(b, "gained", o.Gained, func(f result.Forgone) string { return f.Title })
	advantages(b, "given up", o.Forgone, func(f result.Forgone) string { return f.Forgone })
	b.fact("open", essentials(o, nil))
	b.fact("first", strings.Join(wording.Given(wording.Sentence(o.First.Do), o.First.Because, o.First.Taken, sourcesOf(o.First.Cites)), " "))
}

// advantages lists what is gained or given up.
func advantages(b *blocks, label string, all []result.Forgone, text func(result.Forgone) string) {
	var words []string
	for _, f := range all {
		words = append(words, text(f))
	}
	b.fact(label, wording.Sentence(strings.Join(words, "; ")))
}

// sourcesOf names the places that say so, or says that it is our reading.
func sourcesOf(cites []result.Cite) string {
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
func doingNothing(b *blocks, r *result.Options) {
	n := r.Nothing
	b.heading("Doing nothing")
	b.say(plain(n.Sentence))
	var in blocks
	in.fact("why not", n.WhyNot)
	in.add(risks(n.Risks, r.Organisations)...)
	advantages(&in, "given up", n.Forgone, func(f result.Forgone) string { return f.Forgone })
	for _, s := range n.Stays {
		in.say(plain(s.Sentence))
		for _, q := range s.Problems {
			in.add(item(plain(wording.Sentence(q.What)), at(q.Place)))
		}
	}
	b.add(Below{in})
}
