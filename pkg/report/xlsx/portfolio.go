package xlsx

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/internal/duplicate"
	"partner/pkg/portfolio"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// Portfolio writes what many proposals come to as a workbook: what stands out, how many are rated how, a row for each
// proposal, what was found, what to do, and a legend. Of more proposals than a portfolio lists it holds those that need
// attention first, and says so.
func Portfolio(w io.Writer, p *portfolio.Portfolio, cat *catalogue.Catalogue) error {
	t := &tables{duplicate.Of(p, outline.Clean), cat}
	b := book{title: "Portfolio of " + wording.Count(p.Documents.Told, "proposal", "proposals"), sheets: []sheet{
		{"Overview", []column{{"part", 26}, {"what", 60}, {"says", 44}, {"proposals", 10}, {"which", 60}, {"matched by", 34}}, t.overview},
		{"Ratings", t.ratingColumns(), t.ratings},
		{"Matrix", t.matrixColumns(), t.matrix},
		{"Findings", []column{{"proposal", 44}, {"path", 34}, {"stage", 16}, {"kind", 18}, {"what", 60}}, t.findings},
		{"Actions", []column{{"proposal", 44}, {"path", 34}, {"stage", 16}, {"kind", 12}, {"what", 60}, {"who", 20}, {"effort", 10}, {"criterion", 28}}, t.actions},
		{"Legend", []column{{"word", 30}, {"means", 100}}, t.legend},
	}}
	return b.write(w)
}

// tables are the rows of the sheets.
type tables struct {
	*portfolio.Portfolio
	cat *catalogue.Catalogue
}

func texts(all ...string) []cell {
	cells := make([]cell, len(all))
	for i, text := range all {
		cells[i].text = text
	}
	return cells
}

// names lists proposals by title and path, and how many more there are.
func names(m *portfolio.Members) string {
	var all []string
	for _, n := range m.Names {
		all = append(all, strings.TrimSpace(n.Title+" "+wording.Bracketed(n.Path)))
	}
	list := strings.Join(all, "; ")
	if more := m.Proposals - len(m.Names); more > 0 {
		list += fmt.Sprintf("; and %d more", more)
	}
	return list
}

// overview tells each thing that stands out in a row of its own, under the part that it belongs to.
func (t *tables) overview(yield func([]cell) bool) {
	add := func(part, what, says string, n int, which, match string) bool {
		return yield([]cell{{text: part, style: strong}, {text: what}, {text: says}, {number: n, style: count}, {text: which}, {text: match}})
	}
	d := t.Documents
	rows := [][2]any{{"told here", d.Told}}
	if d.Errors > 0 {
		rows = append(rows, [2]any{"with errors, not rated", d.Errors})
	}
	if d.Passed > 0 {
		rows = append(rows, [2]any{"left out, as they do not fulfil: " + strings.Join(t.Where, " and "), d.Passed})
	}
	if n := t.Unlisted.Proposals; n > 0 {
		rows = append(rows, [2]any{fmt.Sprintf("in no other sheet but this and Ratings: those hold the %d proposals that need attention first", len(t.Proposals)), n})
	}
	for _, r := range rows {
		if !add("Documents", r[0].(string), "", r[1].(int), "", "") {
			return
		}
	}
	for i := range t.Missing {
		c := &t.Missing[i]
		if !add("Most often missing", c.Title, fmt.Sprintf("not met in %d, partly in %d, not known in %d of %d", c.NotMet+c.AtMostPartly, c.Partly, c.Unknown, c.Asked), c.NotMet+c.AtMostPartly+c.Partly, "", "") {
			return
		}
	}
	for i := range t.Unknowns {
		u := &t.Unknowns[i]
		if !add("Most often to find out", u.Asks, "ask: "+u.Of, u.Proposals, "", "") {
			return
		}
	}
	for i := range t.Gates {
		c := &t.Gates[i]
		if !add("Essentials open", c.Title, fmt.Sprintf("not met in %d, not known in %d of %d", c.NotMet+c.AtMostPartly, c.Unknown, c.Asked), c.Open, "", "") {
			return
		}
	}
	t.shared(add)
	for i := range t.Layers {
		of := &t.Layers[i]
		for j := range of.Layers {
			l := &of.Layers[j]
			m := portfolio.Members{Proposals: l.Proposals, Names: l.Names}
			if !add("Layers, and no ranks", fmt.Sprintf("%s: layer %d", wording.Title(outline.StageWords(of.Stage)), l.Number), wording.Count(l.Profiles, "profile", "profiles"), l.Proposals, names(&m), "") {
				return
			}
		}
	}
}

// shared tells what several proposals share.
func (t *tables) shared(add func(part, what, says string, n int, which, match string) bool) {
	for i := range t.Organisations {
		o := &t.Organisations[i]
		add("In several partnerships", strings.TrimSpace(o.Name+" "+wording.Bracketed(o.Kind)), outline.LoadWords(o), o.Proposals, names(&o.Members), matched(o.Match, o.File))
	}
	for i := range t.Supporters {
		o := &t.Supporters[i]
		add("Lent several times", strings.TrimSpace(o.Name+" "+wording.Bracketed(o.Kind)), "is to help; "+string(o.Load), o.Proposals, names(&o.Members), matched(o.Match, o.File))
	}
	for i := range t.Leads {
		l := &t.Leads[i]
		says := "leads"
		if l.NoTime > 0 {
			says += fmt.Sprintf("; short of time in %d", l.NoTime)
		}
		add("Lent several times", l.Post+" of "+l.Organisation, says, l.Proposals, names(&l.Members), string(l.Match))
	}
	for i := range t.Evidence {
		e := &t.Evidence[i]
		add("Evidence of several", strings.Join(wording.Given(e.Title, e.Date, e.Link), ", "), "", e.Proposals, names(&e.Members), string(e.Match))
	}
}

func matched(m portfolio.Match, file string) string {
	return strings.Join(wording.Given(string(m), file), ": ")
}

func (t *tables) ratingColumns() []column {
	all := []column{{"stage", 18}, {"group", 40}, {"proposals", 11}, {"rated on", 24}}
	for _, r := range portfolio.AllRated {
		all = append(all, column{r.String(), 14})
	}
	return all
}

// ratings tells how many are rated how, a row for each question of each group.
func (t *tables) ratings(yield func([]cell) bool) {
	for i := range t.Groups {
		g := &t.Groups[i]
		of := []portfolio.QuestionSums{{Title: "the whole", Ratings: g.Whole}, {Title: "the whole, on documents", Ratings: g.Documented}}
		if g.BuiltIn != nil {
			of = append(of, portfolio.QuestionSums{Title: "the whole, built-in", Ratings: *g.BuiltIn})
		}
		for _, q := range append(of, g.Questions...) {
			row := append(texts(outline.StageWords(g.Stage), cmp.Or(g.Title, "all")), cell{number: g.Proposals, style: count}, cell{text: q.Title, style: strong})
			for _, r := range portfolio.AllRated {
				row = append(row, cell{number: q.Of(r), style: shade(r, q.Of(r), g.Proposals)})
			}
			if !yield(row) {
				return
			}
		}
	}
}

func (t *tables) matrixColumns() []column {
	all := []column{{"proposal", 34}, {"path", 26}, {"stage", 11}, {"attention", 18}, {"type", 14}, {"organisations", 24}, {"the whole", 14}, {"on documents", 14}}
	for i := range t.cat.Questions {
		all = append(all, column{t.cat.Questions[i].Short, 14})
	}
	return append(all, column{"verdict so far", 18}, column{"essentials open", 11}, column{"found", 9}, column{"known", 9}, column{"of", 7})
}

// matrix has a row for each proposal, those first that need attention first.
func (t *tables) matrix(yield func([]cell) bool) {
	for i := range t.Proposals {
		p := &t.Proposals[i]
		row := append([]cell{{text: p.Title, style: strong}}, texts(p.Path, outline.StageWords(p.Stage), outline.AttentionWords(p), t.types(p.Types), wording.And(p.Organisations[:]))...)
		row = append(row, inRange(p.Overall), inRange(p.Documented))
		for _, q := range p.Questions {
			row = append(row, inRange(q.Range))
		}
		verdict := portfolio.TooLittleKnown.String()
		if p.Verdict.SoFar > 0 {
			verdict = t.cat.Rating.Verdict(p.Verdict.SoFar).For("").Title
		}
		c := p.Counts
		all := c.Met + c.AtLeastPartly + c.Partly + c.AtMostPartly + c.NotMet + c.Unknown
		row = append(row, cell{text: verdict}, cell{number: len(p.OpenGates), style: count}, cell{number: p.Found(), style: count}, cell{number: all - c.Unknown, style: count}, cell{number: all, style: count})
		if !yield(row) {
			return
		}
	}
}

// types says of which types a proposal may be.
func (t *tables) types(ids []string) string {
	var types []string
	for _, id := range ids {
		if x := t.cat.Typology.Type(id); x != nil {
			types = append(types, x.Title)
		}
	}
	if len(types) == 0 || len(types) == len(t.cat.Typology.Types) {
		return "not known"
	}
	return strings.Join(types, " or ")
}

// inRange is a rating so far in its colour and in words, with the range that is left open.
func inRange(r batch.Range) cell {
	of := portfolio.RatedSoFar(r)
	text := of.String()
	if r.Low != r.High && of != portfolio.NotRated {
		text += fmt.Sprintf(" (%s to %s)", r.Low, r.High)
	}
	return cell{text: text, style: rated(of)}
}

// findings has a row for each essential that is open, each thing that was found and each document with errors.
func (t *tables) findings(yield func([]cell) bool) {
	for i := range t.Wrong {
		w := &t.Wrong[i]
		if !yield(texts("", w.Path, "", "error", w.Found+more(w.Errors-1))) {
			return
		}
	}
	if n := t.Unlisted.Wrong; n > 0 && !yield(texts("", "", "", "error", wording.Count(n, "more document has errors", "more documents have errors"))) {
		return
	}
	for i := range t.Proposals {
		p := &t.Proposals[i]
		for _, id := range p.OpenGates {
			if !yield(texts(p.Title, p.Path, outline.StageWords(p.Stage), "essential open", t.criterion(id))) {
				return
			}
		}
		for _, f := range p.Findings {
			for _, key := range f.Keys {
				if !yield(texts(p.Title, p.Path, outline.StageWords(p.Stage), string(f.Kind), strings.TrimPrefix(key, string(f.Kind)+" "))) {
					return
				}
			}
		}
	}
}

func more(errors int) string {
	if errors < 1 {
		return ""
	}
	return " (and " + wording.Count(errors, "more error", "more errors") + ")"
}

// criterion says what a criterion asks, with its id.
func (t *tables) criterion(id string) string {
	for i := range t.cat.Criteria {
		c := t.cat.Criteria[i]
		if stem := c.Each(); c.ID == id || stem != "" && strings.HasPrefix(id, stem+"-") {
			return c.Title + " [" + id + "]"
		}
	}
	return id
}

// actions has a row for each thing to do and to find out first.
func (t *tables) actions(yield func([]cell) bool) {
	for i := range t.Proposals {
		p := &t.Proposals[i]
		stage := outline.StageWords(p.Stage)
		for _, a := range p.DoFirst {
			if !yield(texts(p.Title, p.Path, stage, "to do", a.Do, a.Who, string(a.Effort), a.Criterion)) {
				return
			}
		}
		for _, a := range p.FindOutFirst {
			if !yield(texts(p.Title, p.Path, stage, "to find out", a.Asks, a.Of, "", a.Criterion)) {
				return
			}
		}
	}
}

// legend tells what words and colours mean.
func (t *tables) legend(yield func([]cell) bool) {
	rows := [][]cell{}
	for _, r := range portfolio.AllRated {
		means := map[portfolio.Rated]string{
			portfolio.TooLittleKnown: "Less than half of what counts is known: no rating so far. The range that is left open stands in brackets.",
			portfolio.NotRated:       "All that would count has been set aside.",
		}[r]
		rows = append(rows, []cell{{text: r.String(), style: rated(r)}, {text: cmp.Or(means, "The rating so far. The range that is left open until more is known stands in brackets. Ratings of different stages are not compared.")}})
	}
	rows = append(rows,
		texts("attention", "Why a proposal needs attention, the gravest reason. It compares no proposals."),
		texts("essential", "A criterion that its source calls essential. Open: not in place, or not known to be."),
		texts("layer", "A proposal is above another of the same stage where each of its six ratings, at the low end, so far and at the high end, is at least as good, and one is better. Above those of layer 1 there is none."),
		texts("perhaps", "What stands in several proposals is taken from what they write: where it is known by a name or a title alone, it may be another."),
		texts("shades in Ratings", "The stronger the colour, the larger the part of the group."),
		texts("catalogue", t.Catalogue.Version+" ("+t.Catalogue.Hash+")"),
	)
	for _, l := range t.Limits {
		rows = append(rows, texts("limits", l))
	}
	for _, r := range rows {
		if !yield(r) {
			return
		}
	}
}
