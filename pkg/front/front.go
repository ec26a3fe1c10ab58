// Package front writes the first screen of a report: what a board has to know if it reads nothing else, in the
// document's own words wherever it has any. A file holds a block; what all blocks share is how a line is
// composed, how lines are ranked, and how a fact is said.
package front

import (
	"strings"

	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// Of gives the first screen of a judgement whose result has been worked out.
func Of(j *judge.Judgement, r *result.Result) result.Front {
	p := newPage(j, r)
	f := result.Front{Title: r.Title, AsOf: r.AsOf, Blocks: []result.FrontBlock{}}
	add := func(id result.FrontBlockID, heading, aside string, lines []result.FrontLine, below int) {
		if len(lines) > 0 {
			f.Blocks = append(f.Blocks, result.FrontBlock{ID: id, Heading: heading, Aside: aside, Lines: lines, Below: below})
		}
	}
	misfits, single := p.misfits()
	add(result.FrontTitle, "", "", p.title(single), 0)
	shown, below := most(misfits, mostMisfits)
	add(result.FrontMisfits, "What does not fit together, and must before anything is decided", "", p.marked(shown, "!"), below)
	decision := p.decision()
	p.decisionTold = p.told
	p.rank()
	add(result.FrontDecision, "", "", decision, 0)
	add(result.FrontBears, "", "", p.bears(len(misfits) > 0), 0)
	add(result.FrontFor, "For", "", p.lettered(p.favour), p.favourBelow)
	heading, aside := p.againstHeading(len(misfits) > 0)
	against := p.numbered(p.against)
	if len(against) == 0 {
		against = []result.FrontLine{p.line(item{text: "Nothing is told."})}
	}
	add(result.FrontAgainst, heading, aside, against, p.againstBelow)
	if turns := p.turns(); len(turns) > 0 {
		add(result.FrontNotTold, "On what it turns, in this order", "", turns, 0)
	} else {
		add(result.FrontNotTold, "Not told, and it would change the answer", "who can say", p.marked(p.notTold(), "?"), 0)
	}
	heading, lines := p.settle()
	add(result.FrontSettle, heading, "who: what closes it", lines, 0)
	heading, aside, lines = p.questions()
	add(result.FrontQuestions, heading, aside, lines, 0)
	add(result.FrontSources, "", "", p.sources(), 0)
	return f
}

// How many items a block has at most.
const (
	mostMisfits = 6
	mostFavour  = 5
	mostAgainst = 6
	mostNotTold = 3
	mostTurns   = 5
	mostSettle  = 3
)

// page is the first screen in the making.
type page struct {
	j            *judge.Judgement
	r            *result.Result
	names        [2]string           // what the organisations are called on the page
	texts        []string            // all that the document says in sentences
	small        map[string]bool     // of words that have been looked up, whether they are written small
	words        map[string][]string // of texts that have been compared, what they are about
	told         []string            // what the page has told already
	decisionTold []string            // of that, the decision
	shown        map[*proposal.Value]bool

	known                     []fact // what the document states that there are words for
	bearing                   map[*proposal.Value]int
	favour, against, ranked   []item // of what stands against it: what has a line, and all of it
	favourBelow, againstBelow int
	openKind                  bool // which kind of partnership it is, is open
}

func newPage(j *judge.Judgement, r *result.Result) *page {
	p := &page{j: j, r: r, small: map[string]bool{}, words: map[string][]string{}, shown: map[*proposal.Value]bool{}, openKind: len(j.Types) > 1 && (j.Placement.Nature.Known() || j.Placement.Scale.Known())}
	for i, o := range j.Doc.Organisations {
		p.names[i] = calledBriefly(o)
	}
	j.Doc.Root.Walk(func(v *proposal.Value) {
		if v.Field.Kind == proposal.Text && v.State == proposal.Given {
			p.texts = append(p.texts, v.Word)
		}
		if v.Because != "" {
			p.texts = append(p.texts, v.Because)
		}
	})
	p.known, p.bearing = p.facts(), j.Bearing()
	return p
}

// calledBriefly gives the beginning of an organisation's name that is its id, otherwise the name.
func calledBriefly(o *proposal.Value) string {
	name := proposal.NameOf(o)
	words := strings.Fields(name)
	for n := range words {
		brief := strings.Join(words[:n+1], " ")
		if strings.ReplaceAll(strings.ToLower(brief), " ", "-") == o.Key {
			return brief
		}
	}
	return name
}

// name gives what an organisation is called on the page.
func (p *page) name(o *proposal.Value) string {
	for i, known := range p.j.Doc.Organisations {
		if known == o {
			return p.names[i]
		}
	}
	return proposal.NameOf(o)
}

// most keeps the first of some items, and says how many are left.
func most(items []item, n int) ([]item, int) {
	if len(items) <= n {
		return items, 0
	}
	return items[:n], len(items) - n
}
