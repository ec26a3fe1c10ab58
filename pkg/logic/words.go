package logic

import (
	"strconv"
	"strings"

	"partner/pkg/source"
)

// String gives the condition in words, on one line. Facts are named by their paths, so that a reader
// finds them in a document.
func (c *Condition) String() string {
	if c == nil {
		return "always"
	}
	return c.words(false)
}

// Lines gives the condition in words as an outline: what is joined by `all` and `any` stands on lines of
// its own, two spaces deeper.
func (c *Condition) Lines() []string {
	if c == nil {
		return []string{"always"}
	}
	if c.Op != All && c.Op != Any || len(c.Of) == 1 {
		return []string{c.words(false)}
	}
	head := "all of these:"
	if c.Op == Any {
		head = "one of these:"
	}
	lines := []string{head}
	for _, of := range c.Of {
		for i, l := range of.Lines() {
			if i == 0 {
				l = "- " + l
			} else {
				l = "  " + l
			}
			lines = append(lines, "  "+l)
		}
	}
	return lines
}

// words gives the condition, or what it comes to where it is denied.
func (c *Condition) words(denied bool) string {
	is, not := "is ", ""
	if denied {
		is, not = "is not ", "not "
	}
	switch c.Op {
	case All, Any:
		return c.joined(denied)
	case Not:
		return c.Of[0].words(!denied)
	case Known:
		return "it " + is + "known that " + c.Of[0].bracketed(false)
	case Is:
		return named(c.Path) + " " + is + source.Listed(c.Words)
	case Number:
		return named(c.Path) + " " + is + c.bounds("")
	case Given:
		return named(c.Path) + " " + is + "given"
	case Includes:
		if denied {
			return named(c.Path) + " does not include " + source.Listed(c.Words)
		}
		return named(c.Path) + " includes " + source.Listed(c.Words)
	case Before:
		return named(c.Path) + " " + is + "before " + named(c.Path2)
	case After:
		return named(c.Path) + " " + is + "after " + named(c.Path2)
	case Months:
		return "from " + named(c.Path) + " to " + named(c.Path2) + " it " + is + c.bounds(" months")
	case Fewer:
		return "from " + named(c.Path) + " to " + named(c.Path2) + " it " + is + "fewer " + c.Of[0].unit() + " than " + named(c.Of[0].Path)
	case Behind:
		return named(c.Path) + " " + is + "behind " + named(c.Path2) + ", seen towards " + named(c.Of[0].Path)
	case Ratio:
		return named(c.Path) + " " + is + c.bounds(" times") + " " + named(c.Path2)
	case Some, Every, Count:
		return c.quantified(denied)
	case Answer:
		return "the answer " + is + source.Listed(c.Words)
	case Type:
		return "the type " + is + source.Listed(c.Words)
	case Nature:
		return "the nature " + is + source.Listed(c.Words)
	case Scale:
		return "the scale " + is + source.Listed(c.Words)
	case Form:
		return "the form " + is + source.Listed(c.Words)
	case Agrees:
		return "the " + c.Words[0] + " that is declared is " + not + "the one that the facts tell"
	}
	panic("logic: a condition of no known kind")
}

// joined joins the parts of all and any; denied, each part is denied and the one becomes the other.
func (c *Condition) joined(denied bool) string {
	parts := make([]string, len(c.Of))
	for i, of := range c.Of {
		parts[i] = of.bracketed(denied)
	}
	if (c.Op == All) == denied {
		return strings.Join(parts, ", or ")
	}
	return strings.Join(parts, ", and ")
}

// bracketed gives the words of a part, in brackets where it is itself joined or says something of entries.
func (c *Condition) bracketed(denied bool) string {
	inner := c
	for inner.Op == Not {
		inner = inner.Of[0]
	}
	joined := (inner.Op == All || inner.Op == Any) && len(inner.Of) > 1
	quantified := (inner.Op == Some || inner.Op == Every || inner.Op == Count) && len(inner.Of) > 0
	if joined || quantified {
		return "(" + c.words(denied) + ")"
	}
	return c.words(denied)
}

func (c *Condition) quantified(denied bool) string {
	where := ""
	if len(c.Of) > 0 {
		where = c.Of[0].words(false)
	}
	list, one := named(c.Path), "an entry of "+named(c.Path)
	if c.Named {
		list, one = "what "+list+" names", one+" that is named"
	}
	if c.overOrganisations() {
		list, one = "the organisations", "one of the organisations"
	}
	switch {
	case c.Op == Some && where == "" && denied:
		return list + " is empty"
	case c.Op == Some && where == "":
		return list + " is not empty"
	case c.Greatest && denied:
		return "of " + list + " that with the greatest " + c.Of[1].Path[1] + " is not one where " + where
	case c.Greatest:
		return "of " + list + " that with the greatest " + c.Of[1].Path[1] + ": " + where
	case c.Op == Some && denied:
		return "of " + list + " there is none where " + where
	case c.Op == Some:
		return one + ": " + where
	case c.Op == Every && denied:
		return "not for each of " + list + c.ofNothing() + ": " + where
	case c.Op == Every:
		return "for each of " + list + c.ofNothing() + ": " + where
	}
	counted := "of " + list + " there are "
	if denied {
		counted += "not "
	}
	counted += c.bounds("")
	if where != "" {
		counted += " where " + where
	}
	return counted
}

// ofNothing says what it means for `every` that a list holds nothing.
func (c *Condition) ofNothing() string {
	switch {
	case c.overOrganisations():
		return ""
	case c.Empty == Holds:
		return ", where there are any"
	case c.Empty == Fails:
		return ", of which there is at least one"
	}
	return ", which tells nothing where there are none"
}

// bounds gives the bounds in words, the unit last.
func (c *Condition) bounds(unit string) string {
	number := func(b Bound) string { return strconv.FormatFloat(b.N, 'f', -1, 64) }
	switch {
	case c.Least.Set && c.Most.Set && c.Least.N == c.Most.N:
		return number(c.Least) + unit
	case c.Least.Set && c.Most.Set:
		return "between " + number(c.Least) + " and " + number(c.Most) + unit
	case c.Least.Set:
		return "at least " + number(c.Least) + unit
	}
	return "at most " + number(c.Most) + unit
}

// named gives a path as it is written; inside a quantifier what the entry holds is `its`.
func named(path []string) string {
	switch {
	case path[0] == "item" && len(path) == 1:
		return "it"
	case path[0] == "item":
		return "its " + strings.Join(path[1:], ".")
	}
	return strings.Join(path, ".")
}

// unit gives what the numbers count that a condition reads.
func (c *Condition) unit() string {
	if len(c.Path) > 0 && strings.HasSuffix(c.Path[len(c.Path)-1], "years") {
		return "years"
	}
	return "months"
}
