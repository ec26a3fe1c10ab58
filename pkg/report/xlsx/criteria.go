package xlsx

import (
	"cmp"
	"strings"

	"partner/pkg/portfolio"
	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// statuses are the colours of statuses, which are those of ratings; what is not known, and what has no status, is grey.
var statuses = map[rating.Status]portfolio.Rated{
	rating.Met: portfolio.Green, rating.AtLeastPartly: portfolio.AmberGreen, rating.Partly: portfolio.AmberGreen,
	rating.AtMostPartly: portfolio.AmberRed, rating.Disputed: portfolio.AmberRed, rating.NotMet: portfolio.Red, rating.Unknown: portfolio.TooLittleKnown,
}

// standing is a status in its colour and in words.
func standing(s rating.Status) cell {
	of, is := statuses[s]
	if !is {
		return cell{text: s.String()}
	}
	return cell{text: s.String(), style: rated(of)}
}

// criteria has a row for each criterion that applies or may apply, in the catalogue's order.
func (p *proposal) criteria(yield func([]cell) bool) {
	for i := range p.Criteria {
		c := &p.Criteria[i]
		row := []cell{{text: wording.Upper(c.Title), style: strong}, standing(c.Status)}
		row = append(row, texts(wording.Sentence(c.Says), outline.Support(c), string(c.Kind), yes(c.Gate), strings.ReplaceAll(string(c.Due), "-", " "), string(c.When), p.titles(c.Questions), wording.Sentence(c.Why), cites(c.Cites), c.ID, c.Place.String())...)
		if !yield(row) {
			return
		}
	}
}

// yes is a cell that can be filtered by.
func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// cites are places in sources.
func cites(all []result.Cite) string {
	var places []string
	for _, c := range all {
		places = append(places, strings.Join(wording.Given(c.Source, c.Place), ", "))
	}
	return strings.Join(places, "; ")
}

// actions has a row for each condition, with what has become of it, and for each other thing to do.
func (p *proposal) actions(yield func([]cell) bool) {
	told := map[string]bool{}
	for _, state := range result.ConditionStates {
		for i := range p.Conditions {
			c := &p.Conditions[i]
			if c.State != state {
				continue
			}
			told[c.ID] = true
			effort := ""
			if of := p.Criterion(c.ID); of != nil && of.Fix != nil {
				effort = string(of.Fix.Effort)
			}
			says := strings.Join(wording.Given(wording.Sentence(c.Accepted), wording.Sentence(c.Note), wording.Sentence(c.Remark)), " ")
			row := append([]cell{{text: wording.Sentence(c.Do), style: strong}}, texts(outline.ConditionWords(c.State), cmp.Or(c.Owner, c.Who), c.By, c.Due, effort, wording.Sentence(c.Closes), says, p.titles(c.Questions), strings.Join(c.Evidence, ", "), c.ID, c.Place.String())...)
			if !yield(row) {
				return
			}
		}
	}
	for i := range p.Criteria {
		c := &p.Criteria[i]
		if told[c.ID] || c.Fix == nil || c.When != result.Now || !c.Status.Short() {
			continue
		}
		row := append([]cell{{text: wording.Sentence(c.Fix.Do), style: strong}}, texts("to do", c.Fix.Who, c.Fix.By, "", string(c.Fix.Effort), wording.Sentence(c.Fix.Closes), "", p.titles(c.Questions), "", c.ID, c.Place.String())...)
		if !yield(row) {
			return
		}
	}
}

// unknowns has a row for each question to ask, with room for the answer: of what tells the stage and the kind of
// partnership, then the most decisive first, then whatever else of a criterion that is due is not known.
func (p *proposal) unknowns(yield func([]cell) bool) {
	asked := map[string]bool{}
	ask := func(id, asks, of, moves string, reasons []result.Reason, paths []string) bool {
		asked[id] = true
		essential, about := "", ""
		if c := p.Criterion(id); c != nil {
			essential, about = yes(c.Gate), p.titles(c.Questions)
		}
		var why []string
		for _, x := range reasons {
			why = append(why, strings.Join(wording.Given(x.Of, wording.Sentence(x.Because)), ": "))
		}
		return yield(append([]cell{{text: asks, style: strong}}, texts(of, "", "", wording.Sentence(moves), strings.Join(why, " "), essential, about, id, strings.Join(paths, ", "))...))
	}
	ranked := map[string]bool{}
	for i := range p.Settle.Ranked {
		ranked[p.Settle.Ranked[i].Criterion] = true
	}
	for i := range p.FindOutFirst {
		x := &p.FindOutFirst[i]
		moves := ""
		if x.Criterion == "" {
			moves = "which criteria are due"
		}
		if !ranked[x.Criterion] && !ask(x.Criterion, x.Asks, x.Of, moves, x.Reasons, x.Paths) {
			return
		}
	}
	for i := range p.Settle.Ranked {
		if x := &p.Settle.Ranked[i]; !ask(x.Criterion, x.Asks, x.Of, x.Words, x.Reasons, x.Paths) {
			return
		}
	}
	for i := range p.Criteria {
		c := &p.Criteria[i]
		if asked[c.ID] || c.When != result.Now || !c.Kind.Counts() || c.Status == rating.NoStatus || c.Status.Open() == 0 || c.Asks == "" {
			continue
		}
		if !ask(c.ID, c.Asks, c.Of, "", c.Reasons, c.SettledBy) {
			return
		}
	}
}

// evidence has a row for each piece that is registered, and for each lack of one on which something hangs.
func (p *proposal) evidence(yield func([]cell) bool) {
	weak := map[string][]string{}
	for _, x := range p.Evidence.Weaknesses {
		weak[x.What] = append(weak[x.What], wording.Sentence(string(x.Kind)+": "+x.Why))
	}
	for i := range p.Evidence.Pieces {
		e := &p.Evidence.Pieces[i]
		says := weak[e.ID]
		delete(weak, e.ID)
		if len(says) == 0 && e.Stale != "" {
			says = []string{wording.Sentence("stale: " + e.Stale)}
		}
		row := append([]cell{{text: cmp.Or(e.Title, e.ID), style: strong}}, texts(string(e.Kind), e.Source, e.Date, e.Place, e.Link)...)
		row = append(row, cell{number: e.Used, style: count})
		if !yield(append(row, texts(strings.Join(says, " "), e.ID, e.At.String())...)) {
			return
		}
	}
	for _, x := range p.Evidence.Weaknesses {
		says := weak[x.What]
		if len(says) == 0 {
			continue
		}
		delete(weak, x.What)
		title := x.What
		if c := p.Criterion(x.What); c != nil {
			title = "None for: " + c.Title
		}
		row := append([]cell{{text: title, style: strong}}, texts("none", "", "", "", "")...)
		row = append(row, cell{number: len(x.Criteria), style: count})
		if !yield(append(row, texts(strings.Join(says, " "), x.What, x.Place.String())...)) {
			return
		}
	}
}

// document has a row for whatever was found about the document itself, and for what the boards go on without.
func (p *proposal) document(yield func([]cell) bool) {
	for i := range p.Departures {
		d := &p.Departures[i]
		says := strings.Join(wording.Given(wording.Sentence(d.Title), wording.Sentence(d.Words), wording.Sentence(d.Because)), " ")
		if !yield(append([]cell{{text: "departure, " + string(d.State), style: strong}}, texts(says, "", p.titles(d.Questions), d.ID, d.Place.String())...)) {
			return
		}
	}
	for i := range p.Findings {
		f := &p.Findings[i]
		if !yield(append([]cell{{text: string(f.Kind), style: strong}}, texts(wording.Sentence(f.Text), wording.Sentence(f.Do), p.titles(f.Questions), f.Subject, f.Place.String())...)) {
			return
		}
	}
}

// legend tells what words and colours mean.
func (p *proposal) legend(yield func([]cell) bool) {
	rows := [][]cell{}
	for _, r := range portfolio.AllRated {
		means := map[portfolio.Rated]string{
			portfolio.TooLittleKnown: "Less than half of what counts is known: no rating so far.",
			portfolio.NotRated:       "All that would count has been set aside.",
		}[r]
		rows = append(rows, []cell{{text: r.String(), style: rated(r)}, {text: cmp.Or(means, "The rating so far. What it may prove, as more becomes known, stands beside it.")}})
	}
	for _, s := range []struct {
		is    rating.Status
		means string
	}{
		{rating.Met, "In place."}, {rating.AtLeastPartly, "In place in part; the rest is not known."}, {rating.Partly, "In place in part, and not wholly."},
		{rating.AtMostPartly, "Not wholly in place; whether in part is not known."}, {rating.NotMet, "Not in place."}, {rating.Disputed, "The organisations differ."}, {rating.Unknown, "The document does not tell."},
	} {
		x := standing(s.is)
		rows = append(rows, []cell{x, {text: s.means}})
	}
	rows = append(rows,
		texts("mark", "Other lines of the overview speak of a line by its letter or number."),
		texts("supported by", "Documents: at least an internal document stands behind it. Assertion: somebody says so."),
		texts("essential", "Its source calls it essential."),
		texts("due now", "Whether it is due at the stage of the proposal: now, later, or past, when only a step already taken could have used it. Only what is due now is rated."),
		texts("state", "What has become of a condition, as the document records it. To do: it is no condition, and to be done all the same."),
		texts("answer, evidence", "Room for those who are asked. Answers are read from a question pack (`partner questions`), and not from here."),
		texts("id, about, goes to, place", "For whoever edits the document: what it calls the thing, and its file, line and column."),
		texts("catalogue", p.Catalogue.Version+" ("+p.Catalogue.Hash+")"),
		texts("file", p.File),
	)
	for _, r := range rows {
		if !yield(r) {
			return
		}
	}
}
