// Package front writes the first screen of a report: what a board has to know if it reads nothing else, in the
// document's own words wherever it has any. A file holds a block; what all blocks share is how a line is
// composed, how lines are ranked, and how a fact is said.
package front

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// Of gives the first screen of a judgement whose result has been worked out.
func Of(j *judge.Judgement, r *result.Result) result.Front {
	p := newPage(j, r)
	f := result.Front{Title: r.Title, AsOf: r.AsOf, Blocks: []result.FrontBlock{}}
	add := func(id result.FrontBlockID, heading, aside string, lines []result.FrontLine, shown int) {
		if len(lines) > 0 {
			shown = min(shown, len(lines))
			f.Blocks = append(f.Blocks, result.FrontBlock{ID: id, Heading: heading, Aside: aside, Lines: lines[:shown:shown], More: lines[shown:]})
		}
	}
	whole := func(id result.FrontBlockID, lines []result.FrontLine) { add(id, "", "", lines, len(lines)) }
	misfits, single := p.misfits()
	whole(result.FrontTitle, p.title(single))
	heading, lines := p.overlay()
	add(result.FrontCatalogue, heading, "", lines, len(lines))
	add(result.FrontMisfits, p.misfitsHeading(), "", p.marked(misfits, "!"), mostMisfits)
	decision := p.decision()
	p.decisionTold = p.told
	p.rank()
	whole(result.FrontDecision, append(decision, p.departures()...))
	whole(result.FrontBears, p.bears(len(misfits) > 0))
	add(result.FrontFor, "For", "", p.orNothing(p.lettered(p.favour)), max(1, p.favourShown))
	heading, aside := p.againstHeading(len(misfits) > 0)
	add(result.FrontAgainst, heading, aside, p.orNothing(p.numbered(p.against)), max(1, p.againstShown))
	if turns := p.turns(); len(turns) > 0 {
		add(result.FrontNotTold, "On what it turns, in this order", "", turns, mostTurns)
	} else {
		items, shown := p.notTold()
		add(result.FrontNotTold, "Not told, and it would change the answer", "who can say", p.marked(items, "?"), shown)
	}
	heading, lines, onPage := p.settle()
	add(result.FrontSettle, heading, "who: what closes it", lines, onPage)
	types := p.types()
	add(result.FrontTypes, "Rated as each kind that it may be", "", types, len(types))
	heading, aside, lines = p.questions()
	add(result.FrontQuestions, heading, aside, lines, len(lines))
	whole(result.FrontSources, append(p.sources(), p.research()...))
	return f
}

// orNothing says of a block without lines that nothing is told.
func (p *page) orNothing(lines []result.FrontLine) []result.FrontLine {
	if len(lines) == 0 {
		return []result.FrontLine{p.line(item{text: "Nothing is told."})}
	}
	return lines
}

// How many items a block has at most.
const (
	mostMisfits   = 6
	mostFavour    = 5
	fewFavour     = 3 // with what is met and has no reason
	mostAgainst   = 6
	mostNotTold   = 3
	enoughNotTold = 2 // with essentials of which nothing is told
	mostTurns     = 5
	mostSettle    = 3
	enoughSettle  = 2 // with what is open of that of which something is stated
)

// page is the first screen in the making.
type page struct {
	j            *judge.Judgement
	r            *result.Result
	names        [2]string        // what the organisations are called on the page
	texts        []string         // all that the document says in sentences
	outside      []string         // the bodies outside that are named
	small        map[string]bool  // of words that have been looked up, whether they are written small
	words        map[string]int   // the numbers of the words that texts have been compared by
	about        map[string][]int // of texts that have been compared, the words that they are about
	told         []string         // what the page has told already
	decisionTold []string         // of that, the decision
	shown        map[*proposal.Value]bool
	odd          []*proposal.Value // what the document says and does not go together: it speaks for nothing

	known                     []fact // what the document states that there are words for
	stated                    judge.Stated
	bearing                   map[*proposal.Value]int
	favour, against           []item // all of what speaks for it, and of what stands against it
	favourShown, againstShown int    // for how many of these the page has a line
	openKind                  bool   // which kind of partnership it is, is open
}

func newPage(j *judge.Judgement, r *result.Result) *page {
	p := &page{j: j, r: r, small: map[string]bool{}, words: map[string]int{}, about: map[string][]int{}, shown: map[*proposal.Value]bool{}, openKind: len(j.Types) > 1 && (j.Placement.Nature.Known() || j.Placement.Scale.Known())}
	for i, o := range j.Doc.Organisations {
		p.names[i] = calledBriefly(o, &j.Cat.Sectors)
	}
	if p.names[0] == p.names[1] { // two of which the kind of body alone tells which is which
		p.names = [2]string{proposal.NameOf(j.Doc.Organisations[0]), proposal.NameOf(j.Doc.Organisations[1])}
	}
	j.Doc.Root.Walk(func(v *proposal.Value) {
		if v.Field.Kind == proposal.Text && v.State == proposal.Given {
			p.texts = append(p.texts, v.Word)
		}
		if v.Because != "" {
			p.texts = append(p.texts, v.Because)
		}
	})
	p.outside = p.bodies()
	if slices.ContainsFunc(r.Findings, func(f result.Finding) bool { return f.Kind == result.Inconsistent }) {
		p.odd = j.AtOdds()
	}
	p.known, p.bearing, p.stated = p.facts(), j.Bearing(), j.Stated()
	return p
}

// unmarked gives words as an id has them.
var unmarked = strings.NewReplacer(" ", "-", "'", "", "’", "", ".", "")

// ofTheName are words that belong to what comes before them in a name: nobody calls Help the Aged "Help".
var ofTheName = []string{"the", "of", "and", "&", "for", "in", "to", "with", "on"}

// calledBriefly gives the beginning of an organisation's name that is its id, or the place that it is of, otherwise the name
// without an article before it and the kind of body behind.
func calledBriefly(o *proposal.Value, kinds *catalogue.Sectors) string {
	name := proposal.NameOf(o)
	words := strings.Fields(name)
	for n := range words {
		brief := strings.Join(words[:n+1], " ")
		if unmarked.Replace(strings.ToLower(brief)) == o.Key {
			if n+1 < len(words) && slices.Contains(ofTheName, words[n+1]) {
				break
			}
			return brief
		}
	}
	if _, place, is := strings.Cut(name, " of "); is && unmarked.Replace(strings.ToLower(place)) == o.Key { // the University of Ashby, whose id is ashby
		return place
	}
	return kinds.Brief(name)
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
