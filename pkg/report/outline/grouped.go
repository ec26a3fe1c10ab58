package outline

import (
	"fmt"
	"slices"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// standings are the groups of options in their order, each with what it is called.
var standings = []struct {
	is    result.Standing
	title string
}{
	{result.Itself, "what the rest stands against"},
	{result.BetterNearer, "serves better, and is nearer"},
	{result.Better, "serves better, and is further off"},
	{result.AsGood, "as good, as far as is known"},
	{result.Worse, "worse, or less is known"},
	{"", "nothing is declared to stand against"},
}

// grouped sets the options in groups, by how they stand against the one that is declared: each in a line, those
// of the standing counted in a line all together.
func grouped(r *result.Options, counted result.Standing) []Block {
	t := Table{Columns: []Column{{Title: "against what is declared", Wide: true}, {Title: "option", Wide: true}, {Title: "context so far"}, {Title: "open"}}}
	var all blocks
	var forms []string // of those that are only counted
	worse := 0
	for _, g := range standings {
		title := g.title
		for i := range r.Options {
			o := &r.Options[i]
			switch {
			case o.Stands != g.is:
				continue
			case counted != "" && g.is == counted:
				if worse++; !slices.Contains(forms, o.Form.Title) {
					forms = append(forms, o.Form.Title)
				}
				continue
			case g.is == result.Itself && o.Declared:
				title = "declared"
			case g.is == result.Itself:
				title = "what the facts point to"
			}
			t.Rows = append(t.Rows, []wording.Text{cell(title), cell(wording.Title(o.Title)), rated(o.Context.Rating), cell(fmt.Sprint(len(o.Gates)))})
			title = ""
		}
	}
	all.add(t)
	if worse > 0 {
		all.add(Break{})
		all.say(plain(wording.Sentence(wording.Number(worse) + " " + wording.Verb(worse, "other serves", "others serve") + " worse, or less is known of " + wording.Verb(worse, "it", "them") + ", by form: " + strings.Join(forms, ", "))))
	}
	all.add(Break{})
	all.say(faint("Context: how far the situation suits that type of partnership; compared by what it is so far or, where that is not known of both, by the range that is open. Open: how many things that a source calls essential are not in place, or not known to be. Nearer: a smaller step, or no more of these open. None is recommended."))
	return all
}
