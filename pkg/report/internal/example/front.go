package example

import (
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Front is a made-up first screen on which everything that one can hold occurs, and more than fits one.
func Front() result.Front {
	text := func(s string) []result.FrontPart { return []result.FrontPart{{Text: s, Kind: result.FrontOwn}} }
	at := []result.FrontPlace{{File: "proposals/northfield-eastmere.yaml", From: 40, To: 43}, {File: "proposals/northfield.yaml", Mark: "n", From: 12, To: 12}}
	line := func(mark, s string) result.FrontLine {
		return result.FrontLine{Mark: mark, Text: text(s), Shorter: [][]result.FrontPart{}, Places: at, Criteria: []string{"not-one"}, For: []string{}, Against: []string{}}
	}
	labelled := func(label, s string) []result.FrontLine {
		l := line("", s)
		l.Label = label
		return []result.FrontLine{l}
	}
	asked := func(mark, s, who string) result.FrontLine {
		l := line(mark, s)
		l.Who = who
		return l
	}
	question := func(label, rated string, g rating.Grade, s string, shorter ...string) result.FrontLine {
		l := line("", s)
		l.Label, l.Rated, l.Rating = label, rated, g
		for _, x := range shorter {
			l.Shorter = append(l.Shorter, text(x))
		}
		return l
	}
	bears := func(l result.FrontLine, favour, against []string) result.FrontLine {
		l.For, l.Against = favour, against
		return l
	}
	long := "Eastmere's theatres stand empty on two days of the week, and Northfield's surgeons cannot reach them before ten in the morning by any road that there is"
	var favour, against, misfits []result.FrontLine
	for i := range 5 {
		favour = append(favour, line(string(rune('a'+i)), long+"."))
		misfits = append(misfits, line("!", "Called voluntary; the regulator asked both chairs to a meeting and proposed it."))
	}
	for i := range 6 {
		against = append(against, line(string(rune('1'+i)), long+", £25.5m."))
	}
	f := result.Front{
		Title: "Northfield acquires Eastmere, which has been in special measures for three years", AsOf: "1 June 2014",
		Blocks: []result.FrontBlock{
			{ID: result.FrontTitle, Lines: []result.FrontLine{line("", "Eastmere becomes a part of Northfield. Mandated; an acquisition.")}},
			{ID: result.FrontMisfits, Heading: "What does not fit together, and must before anything is decided", Lines: misfits},
			{ID: result.FrontDecision, Lines: labelled("Decision", "On 1 September 2014, in three months. The agreement is drafted.")},
			{ID: result.FrontBears, Lines: labelled("Case made", "For acting: yes, care is poor. For this way: not shown; "+long+".")},
			{ID: result.FrontFor, Heading: "For", Lines: favour},
			{ID: result.FrontAgainst, Heading: "Against, gravest first", Lines: against, More: []result.FrontLine{line("7", "No one leads it."), line("8", "Recruitment is strained.")}},
			{ID: result.FrontNotTold, Heading: "Not told, and it would change the answer", Aside: "who can say", Lines: []result.FrontLine{
				asked("?", "How large Eastmere's deficit is", "Eastmere's finance director"), asked("?", long, "both chief executives"), asked("?", "Who leads it", "both chairs")}},
			{ID: result.FrontSettle, Heading: "To settle next", Aside: "who: what closes it", Lines: []result.FrontLine{
				line("1", "Both chairs: the minutes of both boards"), line("2", "Both HR directors: what staff say"), line("3", "Both finance directors: the accounts")}},
			{ID: result.FrontQuestions, Heading: "Six questions   the whole: amber-green so far; may prove red to green", Aside: "24 of 40 known", Lines: []result.FrontLine{
				bears(question("For patients", "green", rating.Green, "Two benefits, one not measured"), []string{"a", "e"}, []string{"2", "7"}),
				question("Strategy", "too little known", rating.Unrated, long, "Nothing is told"),
				question("Culture", "amber-red", rating.AmberRed, long, long),
				question("Risks", "at best red", rating.Unrated, "None is listed"),
				question("Sustainable", "red", rating.Red, "1 against it"),
				question("Governance", "amber-green", rating.AmberGreen, "2 of the 7 kinds needed in place")}},
			{ID: result.FrontSources, Lines: labelled("Sources", "2: none independent; 1 stale: minutes.")},
		},
	}
	for i := range f.Blocks {
		if f.Blocks[i].More == nil {
			f.Blocks[i].More = []result.FrontLine{}
		}
	}
	return f
}
