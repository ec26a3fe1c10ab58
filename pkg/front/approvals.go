package front

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// approvals tells which approvals are refused, without which nothing takes effect, which nobody has applied for, and what the
// document says of those that are not given yet, as far as no line before has told it.
func (p *page) approvals(told []item) []item {
	var all []item
	for _, a := range p.approvalsThatAre("refused", "applied-for", "not-applied-for") {
		status, body := a.At(paths.Status), a.At(paths.Body).String()
		if status.Is("applied-for") && (status.Because == "" || slices.ContainsFunc(told, func(x item) bool { return slices.Contains(x.quotes, status.Because) })) {
			continue
		}
		x := item{at: []*proposal.Value{a}, entry: a, quotes: wording.Given(body, status.Because), questions: []string{p.j.Cat.Showing(catalogue.Risks).ID}}
		says := " approval is refused"
		switch x.class = essentialNotMet; {
		case status.Is("not-applied-for"):
			says, x.class = " approval has not been applied for", poorFact
		case status.Is("applied-for"):
			says, x.class = " approval is applied for, and not given yet", plainNo
		}
		x.text = shortened(p.after(wording.Upper(wording.Whose(body)+says), status.Because))
		all = append(all, x)
	}
	return all
}

// granted tells which approvals are there, those that are granted on a condition, or for a reason, each by itself.
func (p *page) granted() []item {
	var all []item
	var bodies []string
	x := item{questions: []string{p.j.Cat.Showing(catalogue.Risks).ID}}
	for _, a := range p.approvalsThatAre("granted") {
		body, because := a.At(paths.Body).String(), a.At(paths.Status).Because
		if because != "" {
			all = append(all, item{text: shortened(p.after("Approval is granted by "+p.within(body), because)), quotes: []string{body, because}, at: []*proposal.Value{a}, entry: a, questions: x.questions})
			continue
		}
		bodies, x.at = append(bodies, p.within(body)), append(x.at, a)
	}
	if len(bodies) > 0 {
		x.text, x.quotes = "Approval is granted by "+wording.And(bodies)+".", bodies
		all = append([]item{x}, all...)
	}
	return all
}

// approvalsThatAre gives the approvals by somebody who is named that have got so far, each board saying the same.
func (p *page) approvalsThatAre(status ...string) []*proposal.Value {
	var all []*proposal.Value
	for _, a := range p.j.Doc.Root.Find(paths.Approvals).Stated() {
		for _, s := range status {
			if v := a.At(paths.Status); v.Is(s) && len(v.Views) == 0 && a.At(paths.Body).String() != "" {
				all = append(all, a)
			}
		}
	}
	return all
}

// refused says whose approval is refused, "" where none is.
func (p *page) refused() string {
	var bodies []string
	for _, a := range p.approvalsThatAre("refused") {
		bodies = append(bodies, p.within(a.At(paths.Body).String()))
	}
	if len(bodies) == 0 {
		return ""
	}
	return "approval is refused by " + wording.And(bodies)
}

// nor adds to what is said of one approval those of others that are not planned for either.
func (p *page) nor(one *proposal.Value) string {
	var others []string
	for _, a := range p.j.Doc.Root.Find(paths.Approvals).Stated() {
		if body := a.At(paths.Body).String(); a != one && a.At(paths.Planned).Is("no") && body != "" {
			others = append(others, wording.Whose(p.within(body)))
		}
	}
	if len(others) == 0 {
		return ""
	}
	return ", nor is " + wording.And(others)
}
