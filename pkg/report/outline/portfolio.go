package outline

import (
	"cmp"
	"fmt"
	"strings"

	"partner/pkg/portfolio"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// How many of each list a page of a portfolio tells; how many more there are it says.
const (
	fewGroups   = 12
	fewCriteria = 10
	fewShared   = 10
	fewNames    = 5 // of what shares something
	fewLayers   = 5
	fewWrong    = 20
)

// FewProposals is how many proposals such a page tells by name.
const FewProposals = 20

// Portfolio is the page of what many proposals come to together.
func Portfolio(p *portfolio.Portfolio) Outline { return portfolioPage(p, nil) }

// portfolioPage is that page, on which proposals lead to their reports by their paths.
func portfolioPage(p *portfolio.Portfolio, pages map[string]string) Outline {
	few := *p
	few.Proposals = p.Proposals[:min(FewProposals, len(p.Proposals))]
	few.Unlisted.Proposals += len(p.Proposals) - len(few.Proposals)
	p = cleaned(&few)
	o := Outline{Sections: []Section{{"documents", "Portfolio of " + wording.Count(p.Documents.Told, "proposal", "proposals"), documents(p)}}}
	for i := range p.Groups[:min(fewGroups, len(p.Groups))] {
		g := &p.Groups[i]
		o.add(fmt.Sprint("ratings-", i+1), groupTitle(g)+": "+wording.Count(g.Proposals, "proposal", "proposals"), group(g))
	}
	if n := len(p.Groups) - fewGroups + p.Unlisted.Groups; n > 0 {
		last := &o.Sections[len(o.Sections)-1]
		last.Blocks = append(last.Blocks, Break{}, says(faint(more(n, "more group", "more groups")+"; --where narrows, and JSON tells more of them.")))
	}
	o.add("attention", "What needs attention first", attention(p, pages))
	o.add("missing", "Most often missing", missing(p))
	o.add("find-out", "Most often to find out first", unknowns(p))
	o.add("gates", "Essentials most often open", gates(p))
	o.add("do", "Most often to do first", actions(p))
	o.add("organisations", "In several partnerships at once", organisations(p))
	o.add("lent", "Lent several times", lent(p))
	o.add("evidence", "Evidence that several rest on", sharedEvidence(p))
	o.add("layers", "Layers, and no ranks", layers(p))
	o.add("wrong", "Documents with errors", wrongDocuments(p))
	o.Sections = append(o.Sections, limits("What this cannot tell", p.Limits))
	o.Closing = wording.Text{faint(fmt.Sprintf("Catalogue %s (%s)", p.Catalogue.Version, p.Catalogue.Hash))}
	return o
}

func more(n int, one, many string) string { return "and " + wording.Count(n, one, many) }

// unlisted says how many more there are of what is told in a list: those that the portfolio holds, and those that it counts.
func unlisted(b *blocks, held, told, counted int, one, many string) {
	if n := held - min(held, told) + counted; n > 0 {
		b.add(Break{})
		b.say(faint(more(n, one, many)))
	}
}

// documents says how many documents there are, and which are told.
func documents(p *portfolio.Portfolio) []Block {
	var b blocks
	d := p.Documents
	said := wording.Count(d.All, "document", "documents")
	if d.Errors > 0 {
		said += ", of which " + wording.Count(d.Errors, "has errors and is", "have errors and are") + " not rated"
	}
	b.say(plain(said + "."))
	if len(p.Where) > 0 {
		b.say(plain(fmt.Sprintf("Told: %s with %s; %s left out.", wording.Count(d.Told, "proposal", "proposals"), strings.Join(p.Where, " and "), wording.Count(d.Passed, "other is", "others are"))))
	}
	if len(p.Groups) > 1 {
		b.say(faint("Ratings of different stages stand apart: other things are due there."))
	}
	return b
}

// StageWords say at which stage proposals are.
func StageWords(s result.Stage) string {
	if s == result.UnknownStage {
		return "stage not known"
	}
	return s.String()
}

func groupTitle(g *portfolio.Group) string {
	return wording.Title(strings.Join(wording.Given(StageWords(g.Stage), g.Title), ", "))
}

// group is the table of a group, and what of it is certain.
func group(g *portfolio.Group) []Block {
	var b blocks
	rows := []struct {
		title string
		of    portfolio.Ratings
	}{{"the whole", g.Whole}, {"on documents", g.Documented}}
	if g.BuiltIn != nil {
		rows = append(rows, struct {
			title string
			of    portfolio.Ratings
		}{"the whole, built-in", *g.BuiltIn})
	}
	for _, q := range g.Questions {
		rows = append(rows, struct {
			title string
			of    portfolio.Ratings
		}{q.Title, q.Ratings})
	}
	unrated := false
	for _, r := range rows {
		unrated = unrated || r.of.NotRated > 0
	}
	h := Heat{}
	for _, x := range portfolio.AllRated {
		if x != portfolio.NotRated || unrated {
			h.Columns = append(h.Columns, HeatColumn{x.String(), x.Grade()})
		}
	}
	for _, r := range rows {
		row := HeatRow{Title: r.title}
		for _, x := range portfolio.AllRated[:len(h.Columns)] {
			row.Counts = append(row.Counts, r.of.Of(x))
		}
		h.Rows = append(h.Rows, row)
	}
	b.add(h, Break{})
	var verdicts, certain []string
	for _, v := range g.Verdicts {
		verdicts = append(verdicts, fmt.Sprint(v.Proposals, " ", v.Title))
	}
	for _, c := range g.Certain {
		certain = append(certain, fmt.Sprint(c.Proposals, " ", c.End, " ", c.Bound))
	}
	b.fact("Verdict", wording.Sentence(strings.Join(verdicts, "; ")))
	b.fact("Certain", wording.Sentence(strings.Join(certain, "; ")))
	if g.Raised > 0 {
		b.fact("Raised", wording.Sentence(wording.Count(g.Raised, "proposal", "proposals")+" with something rated better than by the built-in catalogue alone"))
	}
	return b
}

// AttentionWords say why a proposal needs attention.
func AttentionWords(p *portfolio.Proposal) string {
	switch p.Attention {
	case portfolio.Certainly:
		return fmt.Sprintf("%s %s, whatever is found out", p.Certain.End, p.Certain.Bound)
	case portfolio.Low:
		return portfolio.RatedSoFar(p.Overall).String() + " so far"
	case portfolio.GateOpen:
		return wording.Count(len(p.OpenGates), "essential open", "essentials open")
	case portfolio.Against:
		return "does not fit together"
	case portfolio.LittleTold:
		return portfolio.TooLittleKnown.String()
	}
	return dash
}

// attention lists the proposals that need attention first, with the first thing to do or to find out. They lead to
// their reports where these have pages.
func attention(p *portfolio.Portfolio, pages map[string]string) []Block {
	t := Table{Columns: []Column{{Title: "proposal", Wide: true}, {Title: "stage"}, {Title: "why", Wide: true}, {Title: "first", Wide: true}}}
	told := 0
	for i := range p.Proposals {
		x := &p.Proposals[i]
		if x.Attention == portfolio.Nothing {
			break
		}
		told++
		first := dash
		switch {
		case len(x.DoFirst) > 0:
			first = x.DoFirst[0].Do + " " + wording.Bracketed(x.DoFirst[0].Who)
		case len(x.FindOutFirst) > 0:
			first = x.FindOutFirst[0].Asks + " " + wording.Bracketed(x.FindOutFirst[0].Of)
		}
		t.Rows = append(t.Rows, row(cmp.Or(x.Title, untitled)+" "+wording.Bracketed(x.Path), StageWords(x.Stage), AttentionWords(x), strings.TrimSpace(first)))
		if pages != nil {
			t.Pages = append(t.Pages, pages[x.Path])
		}
	}
	if told == 0 {
		return nil
	}
	b := blocks{t}
	unlisted(&b, len(p.Proposals), told, p.Unlisted.Proposals, "more proposal", "more proposals")
	return b
}

// number is a count in a cell, which is empty for none.
func number(n int) string {
	if n == 0 {
		return dash
	}
	return fmt.Sprint(n)
}

func missing(p *portfolio.Portfolio) []Block {
	t := Table{Columns: []Column{{Title: "criterion", Wide: true}, {Title: "at most partly"}, {Title: "partly"}, {Title: "not known"}, {Title: "asked of"}}}
	for _, c := range p.Missing[:min(fewCriteria, len(p.Missing))] {
		t.Rows = append(t.Rows, append([]wording.Text{{plain(c.Title), named(c.ID)}}, row(number(c.NotMet+c.AtMostPartly), number(c.Partly), number(c.Unknown), fmt.Sprint(c.Asked))...))
	}
	return listOf(t, len(p.Missing), fewCriteria, 0, "more criterion", "more criteria")
}

// listOf is a table, unless it is empty, and how many more rows it might have.
func listOf(t Table, held, told, counted int, one, many string) []Block {
	if len(t.Rows) == 0 {
		return nil
	}
	b := blocks{t}
	unlisted(&b, held, told, counted, one, many)
	return b
}

func unknowns(p *portfolio.Portfolio) []Block {
	t := Table{Columns: []Column{{Title: "what to ask", Wide: true}, {Title: "whom"}, {Title: "first in"}, {Title: "not known in"}}}
	for _, u := range p.Unknowns[:min(fewCriteria, len(p.Unknowns))] {
		t.Rows = append(t.Rows, row(u.Asks, u.Of, number(u.Proposals), number(u.Unknown)))
	}
	return listOf(t, len(p.Unknowns), fewCriteria, 0, "more thing to find out", "more things to find out")
}

func gates(p *portfolio.Portfolio) []Block {
	t := Table{Columns: []Column{{Title: "essential", Wide: true}, {Title: "open in"}, {Title: "at most partly"}, {Title: "not known"}, {Title: "asked of"}}}
	for _, c := range p.Gates[:min(fewCriteria, len(p.Gates))] {
		t.Rows = append(t.Rows, append([]wording.Text{{plain(c.Title), named(c.ID)}}, row(number(c.Open), number(c.NotMet+c.AtMostPartly), number(c.Unknown), fmt.Sprint(c.Asked))...))
	}
	return listOf(t, len(p.Gates), fewCriteria, 0, "more essential", "more essentials")
}

func actions(p *portfolio.Portfolio) []Block {
	t := Table{Columns: []Column{{Title: "what to do", Wide: true}, {Title: "who"}, {Title: "effort"}, {Title: "first in"}}}
	for _, a := range p.Actions[:min(fewCriteria, len(p.Actions))] {
		t.Rows = append(t.Rows, row(a.Do, a.Who, string(a.Effort), number(a.Proposals)))
	}
	return listOf(t, len(p.Actions), fewCriteria, 0, "more thing to do", "more things to do")
}

// names lists the first few proposals by their titles, and by their paths where titles are alike.
func names(of []portfolio.Name, few, all int) string {
	count := map[string]int{}
	for _, n := range of {
		count[n.Title]++
	}
	var said []string
	for _, n := range of[:min(few, len(of))] {
		title := cmp.Or(n.Title, untitled)
		if count[n.Title] > 1 {
			title += " " + wording.Bracketed(n.Path)
		}
		said = append(said, title)
	}
	list := strings.Join(said, "; ")
	if n := all - len(said); n > 0 {
		list += fmt.Sprintf("; and %d more", n)
	}
	return list
}

// organisations lists those that are in several proposals, against what they say of their capacity.
func organisations(p *portfolio.Portfolio) []Block {
	var b blocks
	for i := range p.Organisations[:min(fewShared, len(p.Organisations))] {
		x := &p.Organisations[i]
		b.add(shared(called(x), "in "+wording.Count(x.Proposals, "proposal", "proposals")+"; "+LoadWords(x), string(x.Match), x.File, &x.Members))
	}
	unlisted(&b, len(p.Organisations), fewShared, p.Unlisted.Organisations, "more organisation", "more organisations")
	return b
}

func called(x *portfolio.SharedOrganisation) string {
	return strings.Join(wording.Given(x.Name, wording.Bracketed(x.Kind)), " ")
}

// LoadWords say how an organisation stands against what it says of its capacity.
func LoadWords(x *portfolio.SharedOrganisation) string {
	said := []string{string(x.Load)}
	if x.Said > 0 {
		said = append(said, fmt.Sprintf("says that it is in %s", wording.Count(x.Others, "other", "others")))
	}
	for _, s := range x.Short {
		said = append(said, fmt.Sprintf("short of %s in %d", s.Of, s.Proposals))
	}
	return strings.Join(said, "; ")
}

// shared is one thing that several proposals share, with how that was told.
func shared(what, says, match, file string, of *portfolio.Members) Item {
	it := item(strong(what), glued(": "+says))
	it.Below = []Block{
		Paragraph{wording.Text{plain(names(of.Names, fewNames, of.Proposals))}},
		Paragraph{wording.Text{faint(strings.Join(wording.Given(match, file), ": "))}},
	}
	return it
}

// lent lists those who are to help, and posts, on whom several proposals rest.
func lent(p *portfolio.Portfolio) []Block {
	var b blocks
	if len(p.Supporters) > 0 {
		b.heading("Supporters")
	}
	for i := range p.Supporters[:min(fewShared, len(p.Supporters))] {
		x := &p.Supporters[i]
		b.add(shared(called(x), "is to help in "+wording.Count(x.Proposals, "proposal", "proposals")+"; "+string(x.Load), string(x.Match), x.File, &x.Members))
	}
	unlisted(&b, len(p.Supporters), fewShared, p.Unlisted.Supporters, "more supporter", "more supporters")
	if len(p.Leads) > 0 {
		b.heading("Leads")
	}
	for i := range p.Leads[:min(fewShared, len(p.Leads))] {
		x := &p.Leads[i]
		says := "leads in " + wording.Count(x.Proposals, "proposal", "proposals")
		if x.NoTime > 0 {
			says += fmt.Sprintf("; said to be short of time in %d", x.NoTime)
		}
		b.add(shared(x.Post+" of "+x.Organisation, says, string(x.Match), "", &x.Members))
	}
	unlisted(&b, len(p.Leads), fewShared, p.Unlisted.Leads, "more lead", "more leads")
	return b
}

func sharedEvidence(p *portfolio.Portfolio) []Block {
	var b blocks
	for i := range p.Evidence[:min(fewShared, len(p.Evidence))] {
		x := &p.Evidence[i]
		what := strings.Join(wording.Given(cmp.Or(x.Title, x.Link), x.Date), ", ")
		link := x.Link
		if x.Title == "" {
			link = ""
		}
		b.add(shared(what, "behind "+wording.Count(x.Proposals, "proposal", "proposals"), string(x.Match), link, &x.Members))
	}
	unlisted(&b, len(p.Evidence), fewShared, p.Unlisted.Evidence, "more piece", "more pieces")
	return b
}

// layers are the profiles in layers, stage by stage.
func layers(p *portfolio.Portfolio) []Block {
	if len(p.Layers) == 0 {
		return nil
	}
	var b blocks
	b.say(faint("A proposal is above another of the same stage where each of its six ratings, at its low end, so far and at its high end, is at least as good, and one is better. Above those of layer 1 there is none. Within a layer nothing is told apart; proposals that are rated so far on different questions are not set against each other."))
	for i := range p.Layers {
		of := &p.Layers[i]
		b.heading(wording.Title(StageWords(of.Stage)))
		for j := range of.Layers {
			l := &of.Layers[j]
			last := j == len(of.Layers)-1
			switch {
			case j >= fewLayers && !last:
				continue
			case j > fewLayers && last:
				b.add(Below{[]Block{says(faint(fmt.Sprintf("and %s between", wording.Count(j-fewLayers, "layer", "layers"))))}})
			}
			of := wording.Count(l.Proposals, "proposal", "proposals")
			if l.Profiles > 1 || l.Proposals > 1 {
				of += " of " + wording.Count(l.Profiles, "profile", "profiles")
			}
			it := item(strong(fmt.Sprintf("Layer %d", l.Number)), glued(": "+of))
			it.Below = []Block{says(plain(names(l.Names, portfolio.MostNames, l.Proposals)))}
			b.add(it)
		}
	}
	return b
}

func wrongDocuments(p *portfolio.Portfolio) []Block {
	var b blocks
	for _, w := range p.Wrong[:min(fewWrong, len(p.Wrong))] {
		parts := wording.Text{plain(w.Found)}
		if w.Errors > 1 {
			parts = append(parts, faint(wording.Bracketed("and "+wording.Count(w.Errors-1, "more error", "more errors"))))
		}
		b.add(item(parts...))
	}
	unlisted(&b, len(p.Wrong), fewWrong, p.Unlisted.Wrong, "more document", "more documents")
	return b
}
