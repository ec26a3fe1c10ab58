package outline

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// conditionGroups are the states of conditions in the order of the result, each with its heading.
var conditionGroups = []struct {
	state result.ConditionState
	title string
}{
	{result.Overdue, "Overdue"},
	{result.Open, "Set, and open"},
	{result.Proposed, "Not set yet"},
	{result.Accepted, "Accepted, and gone on without"},
	{result.Closed, "Closed"},
}

// ConditionWords says what has become of a condition, in words.
func ConditionWords(s result.ConditionState) string {
	for _, g := range conditionGroups {
		if g.state == s {
			return strings.ToLower(g.title)
		}
	}
	return string(s)
}

// conditionsAre says what conditions are.
const conditionsAre = "Each enabler and element of governance that is not wholly in place, and the context that is known not to be so, with who sees to it, by when, and the evidence that closes it. What the boards accept knowingly is recorded as a departure, by whom and until when. Once the boards have set one, and the document records it, the next report says what has become of it."

// conditions tells what the boards can set as conditions, and what has become of those that are set.
func (p *report) conditions() []Block {
	if len(p.r.Conditions) == 0 {
		return nil
	}
	var b blocks
	b.say(faint(conditionsAre))
	for _, g := range conditionGroups {
		first := true
		for i := range p.r.Conditions {
			c := &p.r.Conditions[i]
			if c.State != g.state {
				continue
			}
			if first {
				b.heading(g.title)
				first = false
			}
			b.add(p.condition(c))
		}
	}
	return b
}

func (p *report) condition(c *result.Condition) Item {
	do := c.Do
	if c.State == result.Closed || c.State == result.Accepted {
		do = c.Title
	}
	who, open := cmp.Or(c.Owner, c.Who), c.State != result.Closed && c.State != result.Accepted
	var below blocks
	if open && !p.board {
		below.say(plain("Evidence that closes it: " + wording.Sentence(c.Closes)))
		if c.Accept != "" {
			below.say(plain("To accept it: " + c.Accept))
		}
	}
	if c.Accepted != "" {
		below.say(plain(wording.Sentence(c.Accepted)))
	}
	if len(c.Evidence) > 0 {
		below.say(plain("Evidence: " + strings.Join(p.pieces(c.Evidence), ", ") + "."))
	}
	if c.Because != "" {
		below.say(plain("Set because: " + wording.Sentence(c.Because)))
	}
	if c.Note != "" {
		below.say(plain(wording.Sentence(c.Note)))
	}
	if c.Remark != "" {
		below.say(faint(arrow), plain(wording.Sentence(c.Remark)))
	}
	it := item(strong(wording.Sentence(do)))
	if c.State != result.Accepted {
		it.Text = append(it.Text, plain(wording.Sentence(strings.Join(wording.Given(who, c.By), ", "))))
	}
	if open && p.board { // in as few lines as it takes
		it.Text = append(it.Text, plain("Evidence that closes it: "+wording.Sentence(c.Closes)))
	}
	it.Text = append(it.Text, p.ids(c.ID)...)
	it.Below = below
	return it
}

// pieces are pieces of evidence by their ids or, for a board, by their titles.
func (p *report) pieces(ids []string) []string {
	if !p.board {
		return ids
	}
	names := slices.Clone(ids)
	for i, id := range ids {
		if at := slices.IndexFunc(p.r.Evidence.Pieces, func(x result.Piece) bool { return x.ID == id }); at >= 0 {
			names[i] = cmp.Or(p.r.Evidence.Pieces[at].Title, id)
		}
	}
	return names
}
