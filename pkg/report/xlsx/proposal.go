package xlsx

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/internal/duplicate"
	"partner/pkg/portfolio"
	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Proposal writes the report on one proposal as a workbook: the first screen, the six questions, every criterion, what
// to do and to set as conditions, what is not known as questions to send out, the evidence, what was found about the
// document itself, and a legend. What only an editor of the document needs, ids and places, stands in the last columns.
func Proposal(w io.Writer, r *result.Result) error {
	if !duplicate.Same(r, outline.Clean) {
		r = duplicate.Of(r, outline.Clean)
	}
	p := &proposal{r}
	b := book{title: cmp.Or(p.Title, "A proposal without a title"), sheets: []sheet{
		{"Overview", []column{{"part", 24}, {"mark", 6}, {"says", 84}, {"rating", 17}, {"who", 26}, {"closed by", 44}, placeColumn}, gathered(p.overview)},
		{"Questions", []column{{"question", 34}, {"so far", 17}, {"may prove", 22}, {"on documents", 17}, {"known", 8}, {"of", 6}, {"answer", 60}, {"for", 50}, {"against", 50}, {"kept from better by", 40}, {"id", 16}}, gathered(p.questions)},
		{"Criteria", []column{{"criterion", 54}, {"status", 17}, {"says", 54}, {"supported by", 14}, {"kind", 12}, {"essential", 10}, {"due", 17}, {"due now", 9}, {"questions", 44}, {"why it matters", 54}, {"source", 34}, {"id", 28}, placeColumn}, gathered(p.criteria)},
		{"Actions", []column{{"what", 60}, {"state", 24}, {"who", 28}, {"by when", 24}, {"due", 12}, {"effort", 10}, {"closed by", 50}, {"recorded", 44}, {"questions", 44}, {"evidence", 24}, {"id", 28}, placeColumn}, gathered(p.actions)},
		{"Unknowns", []column{{"question to ask", 66}, {"of whom", 30}, {"answer", 40}, {"evidence", 30}, {"what it would change", 44}, {"why not known so far", 40}, {"essential", 10}, {"questions", 44}, {"id", 28}, {"goes to", 44}}, gathered(p.unknowns)},
		{"Evidence", []column{{"evidence", 54}, {"kind", 20}, {"by whom", 28}, {"date", 12}, {"where", 34}, {"link", 34}, {"used for", 10}, {"weakness", 60}, {"id", 28}, placeColumn}, gathered(p.evidence)},
		{"Document", []column{{"found", 22}, {"what", 84}, {"what to do", 60}, {"questions", 44}, {"about", 40}, placeColumn}, gathered(p.document)},
		{"Legend", []column{{"word", 30}, {"means", 100}}, gathered(p.legend)},
	}}
	return b.write(w)
}

// placeColumn is where in the document something stands.
var placeColumn = column{"place", 36}

// proposal is the rows of the sheets.
type proposal struct{ *result.Result }

// overview is the first screen, a row for each of its lines, those too for which a screen has no room, and above it how
// the whole is rated.
func (p *proposal) overview(yield func([]cell) bool) {
	row := func(part, mark, says string, of cell, who, closes string, places []result.FrontPlace) bool {
		return yield([]cell{{text: part, style: strong}, {text: mark}, {text: says}, of, {text: who}, {text: closes}, {text: placesOf(places)}})
	}
	of := []string{}
	for _, o := range p.Organisations {
		of = append(of, strings.Join(wording.Given(cmp.Or(o.Name, o.ID), wording.Bracketed(o.Role)), " "))
	}
	facts := [][2]string{
		{"Proposal", cmp.Or(p.Title, "A proposal without a title")}, {"Between", wording.And(of)}, {"As at", p.AsOf}, {"Stage", wording.Sentence(p.Stage.Words)},
	}
	for _, f := range facts {
		if f[1] != "" && !row(f[0], "", f[1], cell{}, "", "", nil) {
			return
		}
	}
	for _, x := range []struct {
		part, says string
		rating     result.Rating
	}{
		{"The whole", p.Verdict.Sentence, p.Overall.Rating}, {"The whole, on documents", p.Documented.Sentence, p.Documented.Overall.Rating},
		{"Context", p.Context.Rating.Words, p.Context.Rating}, {"Enablers", p.Enablers.Rating.Words, p.Enablers.Rating},
	} {
		if !row(x.part, "", wording.Sentence(x.says), soFar(x.rating), "", "", nil) {
			return
		}
	}
	for i := range p.Front.Blocks {
		if !p.block(&p.Front.Blocks[i], row) {
			return
		}
	}
	for _, l := range p.Limits {
		if !row("What this cannot tell", "", wording.Sentence(l), cell{}, "", "", nil) {
			return
		}
	}
}

// block tells the lines of a block of the first screen.
func (p *proposal) block(b *result.FrontBlock, row func(part, mark, says string, of cell, who, closes string, places []result.FrontPlace) bool) bool {
	part := b.Heading
	switch b.ID {
	case result.FrontTitle:
		part = "In brief"
	case result.FrontQuestions:
		part = "Six questions"
	}
	all := func(string) bool { return true }
	for _, lines := range [][]result.FrontLine{b.Lines, b.More} {
		for i := range lines {
			l := &lines[i]
			says, of := wording.Sentence(result.FrontText(l.Text)), cell{}
			if b.ID == result.FrontQuestions {
				says = strings.Join(wording.Given(l.Label+": "+strings.TrimSuffix(says, "."), result.FrontPointers(l, all)), "; ") + "."
				of = soFar(result.Rating{SoFar: l.Rating, NotRated: l.Rated == "not rated"})
			} else if part == "" || b.Heading == "" && l.Label != "" {
				part = l.Label
			}
			if !row(wording.Upper(part), l.Mark, says, of, l.Who, l.Closes, l.Places) {
				return false
			}
		}
	}
	return true
}

// placesOf names lines of files, each file once.
func placesOf(places []result.FrontPlace) string {
	var b strings.Builder
	file := ""
	for _, p := range places {
		switch {
		case p.File != file && file != "":
			b.WriteString("; " + p.File + ":")
		case p.File != file:
			b.WriteString(p.File + ":")
		default:
			b.WriteByte(',')
		}
		file = p.File
		b.WriteString(strconv.Itoa(p.From))
		if p.To > p.From {
			b.WriteString("-" + strconv.Itoa(p.To))
		}
	}
	return b.String()
}

// soFar is a rating so far in its colour and in words.
func soFar(r result.Rating) cell {
	of := batch.Range{SoFar: r.SoFar, NotRated: r.NotRated}
	if r.TooLittleKnown {
		of.SoFar = rating.Unrated
	}
	x := portfolio.RatedSoFar(of)
	return cell{text: x.String(), style: rated(x)}
}

// questions has a row for each of the six.
func (p *proposal) questions(yield func([]cell) bool) {
	for i := range p.Questions {
		q := &p.Questions[i]
		known, all := q.Rating.KnownOf()
		row := []cell{{text: q.Title, style: strong}, soFar(q.Rating), {text: q.Rating.Reaches()}, soFar(q.Documented), {number: known, style: count}, {number: all, style: count}}
		row = append(row, texts(wording.Sentence(q.Answer), p.say(q.For), p.say(q.Against), p.say(q.HeldBy), q.ID)...)
		if !yield(row) {
			return
		}
	}
}

// say tells how some criteria stand.
func (p *proposal) say(ids []string) string {
	var all []string
	for _, id := range ids {
		if c := p.Criterion(id); c != nil {
			all = append(all, wording.Sentence(c.Says))
		}
	}
	return strings.Join(all, " ")
}

// titles are the titles of the questions with those ids.
func (p *proposal) titles(ids []string) string {
	var all []string
	for _, id := range ids {
		for i := range p.Questions {
			if p.Questions[i].ID == id {
				all = append(all, p.Questions[i].Title)
			}
		}
	}
	return strings.Join(all, " ")
}
