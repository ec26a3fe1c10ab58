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

// few is how many options are listed one by one though too little is known of any of them to tell them apart.
const few = 4

// grouped sets the options in groups, by how they stand against the one that is declared: each in a line. In brief, those
// that are worse, and those of which too little is known to tell them apart where they are more than a few, are counted in
// a line all together.
func grouped(r *result.Options, brief bool) []Block {
	t := Table{Columns: []Column{{Title: "against what is declared", Wide: true}, {Title: "option", Wide: true}, {Title: "context so far"}, {Title: "open"}}}
	var all blocks
	var worse, dim tally
	isDim := func(o *result.Option) bool { return o.Stands == result.AsGood && o.Context.Rating.TooLittleKnown }
	dims := 0
	for i := range r.Options {
		if isDim(&r.Options[i]) {
			dims++
		}
	}
	for _, g := range standings {
		title := g.title
		for i := range r.Options {
			o := &r.Options[i]
			switch {
			case o.Stands != g.is:
				continue
			case brief && g.is == result.Worse:
				worse.add(o)
				continue
			case brief && dims > few && isDim(o):
				dim.add(o)
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
	if worse.n > 0 || dim.n > 0 {
		all.add(Break{})
	}
	if dim.n > 0 {
		all.say(plain(dim.sentence(wording.Verb(dim.n, "other cannot be told from it", "others cannot be told from it") + ": too little of " + wording.Verb(dim.n, "its", "their") + " context is known")))
	}
	if worse.n > 0 {
		all.say(plain(worse.sentence(wording.Verb(worse.n, "other serves", "others serve") + " worse, or less is known of " + wording.Verb(worse.n, "it", "them"))))
	}
	all.add(Break{})
	all.say(faint("Context: how far the situation suits that type of partnership; compared by what it is so far or, where that is not known of both, by the range that is open. Open: how many things that a source calls essential are not in place, or not known to be. Nearer: a smaller step, or no more of these open. None is recommended."))
	return all
}

// tally counts options, by their forms.
type tally struct {
	n     int
	forms []string
}

func (t *tally) add(o *result.Option) {
	if t.n++; !slices.Contains(t.forms, o.Form.Title) {
		t.forms = append(t.forms, o.Form.Title)
	}
}

// sentence says how many options are what is said of them, and of which forms.
func (t *tally) sentence(are string) string {
	return wording.Sentence(wording.Number(t.n) + " " + are + ", by form: " + strings.Join(t.forms, ", "))
}
