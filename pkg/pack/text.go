package pack

import (
	"strconv"
	"strings"

	"partner/pkg/internal/textwrap"
)

// Text gives the pack for a terminal of that width.
func (p *Pack) Text(width int) string {
	var b strings.Builder
	write := func(first, further, text string) {
		for i, l := range textwrap.Wrap(width-len(first), clean(text)) {
			if i > 0 {
				first = further
			}
			b.WriteString(strings.TrimRight(first+l, " ") + "\n")
		}
	}
	write("", "", p.heading())
	write("", "", p.counted())
	for _, g := range p.Roles {
		b.WriteString("\n" + strings.ToUpper(clean(g.Title)) + "\n")
		for _, q := range g.Questions {
			number := strconv.Itoa(q.Number)
			label := strings.Repeat(" ", max(4-len(number), 0)) + number + "  "
			write(label, "      ", q.Asks)
			for _, said := range q.told() {
				write("      ", "      ", said)
			}
			for _, x := range q.Places {
				write("      - ", "        ", x.called()+": "+x.says())
				if x.SoFar != "" && x.Asked == 0 {
					write("        ", "        ", soFar(x.SoFar))
				}
			}
		}
	}
	return b.String()
}

// whose says who is asked, where the other has stated its own view already.
func (x *Place) whose() string {
	if x.Board == "" {
		return ""
	}
	return ", as " + x.Board + " sees it"
}

// says tells what may be written at a place, or which question asks for it already.
func (x *Place) says() string {
	if x.Asked > 0 {
		return "see question " + strconv.Itoa(x.Asked)
	}
	said := x.Write
	if x.Of != "" && x.Name == "" {
		said += " (" + x.Of + ")"
	}
	return said + x.whose()
}

// counted says how many questions there are, for how many.
func (p *Pack) counted() string {
	switch {
	case p.Count == 0:
		return "Nothing is left to ask."
	case p.Count == 1:
		return "One question."
	case len(p.Roles) == 1:
		return strconv.Itoa(p.Count) + " questions, the most decisive first."
	}
	return strconv.Itoa(p.Count) + " questions for " + strconv.Itoa(len(p.Roles)) + " people, the most decisive first for each."
}
