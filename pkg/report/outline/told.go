package outline

import (
	"fmt"
	"slices"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// tells tells what of the document a question tells whole: a list entry by entry, and the two organisations side by
// side.
func (p *report) tells(b *blocks, question string) {
	for _, t := range p.r.Told {
		switch {
		case t.Question != question:
			continue
		case len(t.Entries) == 2 && t.Entries[0].Path == "organisations."+p.r.Organisations[0].ID:
			b.heading(t.Title)
			b.add(p.sideBySideStated(t.Entries))
			continue
		}
		b.heading(t.Title)
		for _, e := range t.Entries {
			b.add(item(append(entry(e), at(e.Place))...))
		}
	}
}

// entry tells an entry in a line: of one of a list what it is, and what is said of it.
func entry(e result.Entry) wording.Text {
	says, text := e.Says, wording.Text{}
	switch {
	case len(says) == 0:
		return wording.Text{plain("None.")}
	case strings.HasSuffix(e.Path, "]") || says[0].Label == "":
		text, says = append(text, plain(wording.Sentence(withReason(says[0])))), says[1:]
	}
	var more []string
	for _, s := range says {
		more = append(more, s.Label+": "+withReason(s))
	}
	return append(text, faint(wording.Sentence(strings.Join(more, "; "))))
}

// withReason is what an entry says, with the document's reason for it behind a dash.
func withReason(s result.Said) string {
	said := strings.TrimSuffix(s.Value, ".")
	if s.Because != "" {
		said += " " + dash + " " + strings.TrimSuffix(s.Because, ".")
	}
	return said
}

// sideBySideStated sets what the two organisations state of themselves side by side.
func (p *report) sideBySideStated(of []result.Entry) Table {
	t := Table{Columns: []Column{{Title: "stated"}, {Title: p.r.Organisations[0].Name, Wide: true}, {Title: p.r.Organisations[1].Name, Wide: true}}}
	var labels []string
	says := [2]map[string]string{{}, {}}
	for i, e := range of {
		after := 0
		for _, s := range e.Says {
			says[i][s.Label] = withReason(s)
			if at := slices.Index(labels, s.Label); at >= 0 {
				after = at + 1
				continue
			}
			labels = slices.Insert(labels, after, s.Label) // where the model has it, whichever of the two states it
			after++
		}
	}
	for _, l := range labels {
		cells := [2]string{dash, dash}
		for i := range cells {
			if said := says[i][l]; said != "" {
				cells[i] = said
			}
		}
		t.Rows = append(t.Rows, row(l, cells[0], cells[1]))
	}
	return t
}

// besides tells what rules look at here and do not need, but for what is told where its entry stands.
func (p *report) besides(b *blocks, facts []result.Fact) {
	const most = 3
	var said []string
	for _, f := range facts {
		if !p.entries[f.Path] {
			said = append(said, f.Path+": "+strings.TrimSuffix(f.Value, "."))
		}
	}
	if more := len(said) - most; more > 1 {
		said = append(said[:most], fmt.Sprintf("and %d more", more))
	}
	b.fact("besides", strings.Join(said, "; "))
}

// inEntries are the places of what is told where its entry stands.
func inEntries(r *result.Result) map[string]bool {
	places := map[string]bool{}
	for _, s := range r.Statements {
		if slices.ContainsFunc(s.Uses, func(u result.Use) bool { return u.As == result.IsTold }) {
			places[s.Path] = true
		}
	}
	return places
}

// notRated tells under a question what is stated not to be so and is rated elsewhere, but not of this type, form and
// stage.
func (p *report) notRated(b *blocks, question string) {
	first := true
	for _, f := range p.r.Findings {
		if f.Kind != result.Unused || !f.No || !slices.Contains(f.Questions, question) {
			continue
		}
		if first {
			b.heading("Stands against it too, and is not rated here")
			first = false
		}
		b.add(notAsked(f))
	}
}

// notAsked tells what nothing asks for here, with the document's reasons for it.
func notAsked(f result.Finding) Item {
	text := wording.Text{plain(wording.Sentence(f.Text))}
	if f.Because != "" {
		text = append(text, plain(dash+" "+f.Because))
	}
	return item(append(text, at(f.Place))...)
}

// mostUnused is how many of what nothing asks for are told one by one.
const mostUnused = 10

// unused tells what is stated and nothing asks for here, what is a no before the rest.
func (p *report) unused(b *blocks) {
	var all []result.Finding
	for _, no := range []bool{true, false} {
		for _, f := range p.r.Findings {
			if f.Kind == result.Unused && f.No == no {
				all = append(all, f)
			}
		}
	}
	if len(all) == 0 {
		return
	}
	b.heading("Stated, and not asked for of this type, form and stage")
	for i, f := range all {
		if i == mostUnused-1 && len(all) > mostUnused {
			b.say(faint(fmt.Sprintf("and %d more: a check of the document lists them all.", len(all)-i)))
			return
		}
		b.add(notAsked(f))
	}
}
