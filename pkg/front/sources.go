package front

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// sources says in a line how many there are, who of them is independent, and what is stale or undated.
func (p *page) sources() []result.FrontLine {
	register := p.j.Doc.Register
	x := item{}
	if len(register) == 0 {
		x.text = "None is given; all of it is the paper's own word."
		return p.labelled("Sources", x)
	}
	type work struct{ title, source, date string }
	works := map[work]int{}
	independent, assertions, undated := 0, 0, 0
	var stale []string
	for _, e := range register {
		works[work{e.At(paths.PieceTitle).String(), e.At(paths.Source).String(), e.At(paths.Date).InWords()}]++
		switch kind := proposal.EvidenceKind(e.At(paths.Kind).String()); kind {
		case proposal.Independent:
			independent++
		case proposal.Assertion:
			assertions++
		}
		if !e.At(paths.Date).Known() {
			undated++
		}
		if e.Pos.File == p.j.Doc.Label {
			x.at = append(x.at, e)
		}
	}
	for _, e := range p.r.Evidence.Pieces {
		if e.Stale != "" {
			stale = append(stale, p.within(e.Title))
		}
	}
	slices.Sort(stale) // and not in the order of the register, which says nothing
	n := len(register)
	if len(works) == 1 && n > 1 {
		e := register[0]
		kind := strings.ReplaceAll(e.At(paths.Kind).String(), "-", " ")
		x.text = strings.TrimSpace("One "+kind) + " document"
		if d := e.At(paths.Date); d.Known() {
			x.text += ", " + d.InWords()
		}
		x.text += ", in " + wording.Number(n) + " places; all that is known rests on it."
		return p.labelled("Sources", x)
	}
	parts := []string{}
	if independent > 0 {
		parts = append(parts, strconv.Itoa(independent)+" independent")
	} else {
		parts = append(parts, "none independent")
	}
	if assertions > 0 {
		parts = append(parts, wording.Count(assertions, "assertion", "assertions"))
	}
	x.text = wording.Upper(wording.Things(n, "piece")) + ": " + strings.Join(parts, ", ")
	if len(stale) > 0 {
		x.text += "; " + strconv.Itoa(len(stale)) + " stale: " + wording.And(stale[:min(len(stale), 3)])
		if more := len(stale) - 3; more > 0 {
			x.text += " and " + strconv.Itoa(more) + " more"
		}
	}
	if undated > 0 {
		x.text += "; " + strconv.Itoa(undated) + " undated"
	}
	x.text += "."
	return p.labelled("Sources", x)
}
