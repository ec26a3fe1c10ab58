package outline

import (
	"cmp"
	"fmt"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// The blocks of the first screen of a report.
const (
	mastheadBlock = iota
	overallBlock
	verdictBlock
	questionsBlock
	actionsBlock
	documentBlock
)

// scant is what each text of the first screen is given in any case.
var scant = Limits{OfTitle: 1, OfPeople: 1, OfAside: 2, OfRating: 1, OfCounted: 1, OfRule: 1, OfVerdict: 1, OfAnswer: 2, OfAction: 1}

// generous is what each block is given beyond that while there is room, the most useful first.
var generous = []Growth{
	{actionsBlock, map[Limit]int{OfAction: 2}},
	{verdictBlock, map[Limit]int{OfVerdict: 2}},
	{mastheadBlock, map[Limit]int{OfTitle: 2, OfPeople: 2}},
	{verdictBlock, map[Limit]int{OfVerdict: 3}},
	{overallBlock, map[Limit]int{OfCounted: 2, OfRule: 2}},
	{actionsBlock, map[Limit]int{OfAction: 3}},
	{mastheadBlock, map[Limit]int{OfPeople: 3}},
	{questionsBlock, map[Limit]int{OfLonger: 1}},
	{questionsBlock, map[Limit]int{OfLonger: 2}},
	{questionsBlock, map[Limit]int{OfLonger: 3}},
	{questionsBlock, map[Limit]int{OfAnswer: 3, OfLonger: 0}},
	{verdictBlock, map[Limit]int{OfVerdict: 4}},
	{mastheadBlock, map[Limit]int{OfAbout: 1}},
	{overallBlock, map[Limit]int{OfRating: 2, OfRule: 3, OfCounted: 3}},
	{actionsBlock, map[Limit]int{OfAction: 4}},
	{questionsBlock, map[Limit]int{OfAnswer: 4}},
	{mastheadBlock, map[Limit]int{OfTitle: 3, OfPeople: 4, OfAbout: 2}},
}

// screen is the first screen: what the boards need to know, if they read nothing else. It ends with what
// there is to say of the document itself, and where that is told.
func (p *report) screen(where string) *Screen {
	return &Screen{
		Blocks: [][]Block{{p.masthead()}, {p.overall()}, {p.verdict(), Matrix{spanOf(p.r.Context.Rating), spanOf(p.r.Enablers.Rating)}}, {p.scores()}, {p.actions()}, {p.document(where)}},
		Scant:  scant, Growth: generous,
	}
}

func (p *report) masthead() Masthead {
	var names []string
	for _, o := range p.r.Organisations {
		name := cmp.Or(o.Name, o.ID)
		if o.Role != "" {
			name += " (" + o.Role + ")"
		}
		names = append(names, name)
	}
	m := Masthead{
		Title: Limited{wording.Text{strong(cmp.Or(p.r.Title, untitled))}, OfTitle},
		AsOf:  asOf(p.r.AsOf),
		Below: []Limited{{wording.Text{plain(phrases(wording.And(wording.Given(names...)), p.r.Typology.Summary))}, OfPeople}},
	}
	if p.r.For != "" {
		m.Below = append(m.Below, Limited{wording.Text{
			strong("The six questions as the board of " + p.organisation(p.r.For) + " has to answer them;"), plain("overall and verdict are of the whole partnership."),
		}, OfAside})
	}
	if s := p.r.Stage; s.Asked != result.UnknownStage || s.Silent {
		m.Below = append(m.Below, Limited{wording.Text{strong(stageSentence(s.Words))}, OfAside})
	}
	if p.r.About != "" {
		m.Below = append(m.Below, Limited{wording.Text{faint(p.r.About)}, OfAbout})
	}
	return m
}

func (p *report) overall() Labelled {
	o := p.r.Overall
	rule := fmt.Sprintf("Decided by rule %d: %s.", o.Rule.Number, strings.TrimSuffix(o.Rule.If, "."))
	if o.TooLittleKnown {
		rule = fmt.Sprintf("The low end is decided by rule %d: %s.", o.Rule.Number, strings.TrimSuffix(o.Rule.If, "."))
	}
	little := wording.And(ids(o.LittleKnownOn))
	if n := len(o.LittleKnownOn); n > 1 && n == len(p.r.Questions) {
		little = "every question"
	}
	switch {
	case little == "":
	case o.HeldBack:
		rule += " Held at that while too little is known on " + little + "."
	default:
		rule += " Too little known on " + little + "."
	}
	texts := []Limited{{inFull(o.Rating), OfRating}}
	if c := p.r.Certain; c != nil {
		texts = append(texts, Limited{wording.Text{strong(c.Words)}, OfRule})
	}
	return Labelled{"OVERALL", append(texts, []Limited{
		{wording.Text{plain(wording.Sentence(o.Counted)), plain(wording.Sentence(p.r.Documented.Sentence))}, OfCounted},
		{wording.Text{plain(rule)}, OfRule},
	}...)}
}

// ids are the ids of words, which for questions are words themselves.
func ids(words []result.Word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.ID)
	}
	return all
}

func (p *report) verdict() Labelled {
	v := p.r.Verdict
	return Labelled{"VERDICT", []Limited{{wording.Text{strong(wording.Sentence(v.Sentence)), plain(wording.Sentence(v.Because))}, OfVerdict}}}
}

func spanOf(r result.Rating) Span { return Span{r.Low, shown(r), r.High, inFull(r)} }

// scores are the six questions, each with its rating, what it may prove, and the answer's one sentence.
func (p *report) scores() Scores {
	s := Scores{Title: "THE SIX QUESTIONS"}
	for n, q := range p.r.Questions {
		score := Score{q.Title, rated(q.Rating), q.Rating.MayProve, wording.Text{plain(wording.Sentence(q.Answer))}, p.boardsOn(n)}
		if q.Rating.TooLittleKnown {
			score.Rating[1].Tone = wording.Strong
		}
		s.Rows = append(s.Rows, score)
	}
	return s
}

// boardsOn gives both boards' ratings of a question, where they differ.
func (p *report) boardsOn(n int) []BoardScore {
	one, two := p.r.Boards[0], p.r.Boards[1]
	if p.r.For != "" || n >= len(one.Answers) || shown(one.Answers[n].Rating) == shown(two.Answers[n].Rating) {
		return nil
	}
	return []BoardScore{{one.Organisation, soFar(one.Answers[n].Rating)}, {two.Organisation, soFar(two.Answers[n].Rating)}}
}

// actions are what to do first and what to find out first.
func (p *report) actions() Actions {
	do, find := ActionList{Title: "DO FIRST"}, ActionList{Title: "FIND OUT FIRST"}
	for _, d := range p.r.DoFirst {
		do.Items = append(do.Items, Action{Limited{wording.Text{plain(d.Do)}, OfAction}, d.Who})
	}
	for _, f := range p.r.FindOutFirst {
		find.Items = append(find.Items, Action{Limited{wording.Text{plain(f.Asks)}, OfAction}, f.Of})
	}
	return Actions{do, find}
}

// document says what stands below the first screen about the document itself.
func (p *report) document(where string) Limited {
	var counts []string
	for _, k := range findingKinds {
		n := 0
		for _, f := range p.r.Findings {
			if f.Kind == k.kind {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, wording.Count(n, k.one, k.many))
		}
	}
	text := "Nothing in the document contradicts itself, nobody disagrees and no evidence is out of date."
	if len(counts) > 0 {
		text = "About the document itself: " + wording.And(counts) + "; " + where
	}
	return Limited{wording.Text{plain(text)}, OfAside}
}
