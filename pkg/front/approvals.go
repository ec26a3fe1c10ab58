package front

import (
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// approvals tells which approvals are refused, without which nothing takes effect, and which nobody has applied for.
func (p *page) approvals() []item {
	var all []item
	for _, a := range p.approvalsThatAre("refused", "not-applied-for") {
		status, body := a.At(paths.Status), a.At(paths.Body).String()
		x := item{at: []*proposal.Value{a}, entry: a, quotes: wording.Given(body, status.Because), questions: []string{p.j.Cat.Showing(catalogue.Risks).ID}}
		says := " approval is refused"
		if x.class = essentialNotMet; status.Is("not-applied-for") {
			says, x.class = " approval has not been applied for", poorFact
		}
		x.text = shortened(p.after(wording.Upper(wording.Whose(body)+says), status.Because))
		all = append(all, x)
	}
	return all
}

// granted tells which approvals are there.
func (p *page) granted() []item {
	var bodies []string
	x := item{questions: []string{p.j.Cat.Showing(catalogue.Risks).ID}}
	for _, a := range p.approvalsThatAre("granted") {
		bodies, x.at = append(bodies, p.within(a.At(paths.Body).String())), append(x.at, a)
	}
	if len(bodies) == 0 {
		return nil
	}
	x.text, x.quotes = "Approval is granted by "+wording.And(bodies)+".", bodies
	return []item{x}
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
