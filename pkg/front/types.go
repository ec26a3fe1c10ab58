package front

import (
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// types rates the proposal under each kind of partnership that it may be, a line each, the declared one first. It
// is empty where one kind alone is possible, or it is the same under all of them.
func (p *page) types() []result.FrontLine {
	var lines []result.FrontLine
	differ, same := false, ""
	for _, x := range p.r.Typology.SideBySide {
		name := strings.Join(wording.Given(x.Type.Title, x.Form.Title), "; ")
		if x.Declared {
			name += " (declared)"
		}
		some, all := knownOf(x.Overall.Rating)
		said := rated(x.Overall.Rating) + "; " + some + " of " + all + " known."
		differ, same = differ || same != "" && same != said, said
		l := p.line(item{text: wording.Upper(name) + ": " + said})
		l.Mark = "-"
		lines = append(lines, l)
	}
	if !differ {
		return nil
	}
	return lines
}
