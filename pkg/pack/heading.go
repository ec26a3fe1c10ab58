package pack

import "strconv"

// Heading says on what and for whom a pack is.
func (p *Pack) Heading() string {
	text := "Questions on " + p.called()
	if a := p.Addressee(); a != "" {
		text += ", for " + a
	}
	return text
}

// Counted says how many questions there are, for how many.
func (p *Pack) Counted() string {
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

// Says tells what may be written at a place, or which question asks for it already.
func (x *Place) Says() string {
	if x.Asked > 0 {
		return "see question " + strconv.Itoa(x.Asked)
	}
	said := x.Write
	if x.Of != "" && x.Name == "" {
		said += " (" + x.Of + ")"
	}
	return said + x.whose()
}

// whose says who is asked, where the other has stated its own view already.
func (x *Place) whose() string {
	if x.Board == "" {
		return ""
	}
	return ", as " + x.Board + " sees it"
}
