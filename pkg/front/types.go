package front

import (
	"slices"
	"strings"

	"partner/pkg/judge"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// types rates the proposal under each kind of partnership that it may be, a line each, the declared one first. It
// is empty where one kind alone is possible, or it is the same under all of them.
func (p *page) types() []result.FrontLine {
	var lines []result.FrontLine
	all := p.r.Typology.SideBySide
	if !slices.ContainsFunc(all, func(x result.UnderType) bool { return !judge.Alike(x.Overall.Rating, all[0].Overall.Rating) }) {
		return nil
	}
	for _, x := range all {
		name := strings.Join(wording.Given(x.Type.Title, x.Form.Title), "; ")
		if x.Declared {
			name += " (declared)"
		}
		some, all := knownOf(x.Overall.Rating)
		l := p.line(item{text: wording.Upper(name) + ": " + rated(x.Overall.Rating) + "; " + some + " of " + all + " known."})
		l.Mark = "-"
		lines = append(lines, l)
	}
	return lines
}
