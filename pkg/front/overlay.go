package front

import "partner/pkg/result"

// overlay says which catalogue is laid over the built-in one, what it does, how its own block stands and how the built-in
// one alone rates; what is rated better than by that stands in the heading and first. Nothing where the built-in one alone
// is applied.
func (p *page) overlay() (heading string, lines []result.FrontLine) {
	o := p.r.Overlay
	if o == nil {
		return "", nil
	}
	heading = "By a catalogue laid over the built-in one"
	if o.Words.Raised != "" {
		heading = "Rated better by the catalogue " + o.Name + " than by the built-in one alone"
	}
	for _, x := range []struct{ mark, text string }{{"!", o.Words.Raised}, {"-", o.Words.Beside}, {"-", o.Words.Held}, {"-", o.Words.Own}, {"-", o.Words.Which}} {
		if x.text != "" {
			l := p.line(item{text: x.text})
			l.Mark = x.mark
			lines = append(lines, l)
		}
	}
	return heading, lines
}
