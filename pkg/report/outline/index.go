package outline

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/portfolio"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Listed is a document in an index of reports, with no more of it than a row tells.
type Listed struct {
	Path    string // what messages call it
	Page    string // the file of its report, beside the index
	Title   string
	Stage   result.Stage
	Verdict string
	Ratings []listedRating // of the whole, and of the six questions
	Wrong   []string       // the first of its errors; where it has any, there is nothing of it but these
	More    int            // how many more there are
}

// listedRating is a rating as a cell of an index tells it.
type listedRating struct {
	soFar    rating.Grade
	notRated bool
	left     string // what is left open
}

// ListedOf takes from a result what an index tells of it.
func ListedOf(path, page string, r *result.Result) Listed {
	l := Listed{Path: path, Page: page, Title: r.Title, Stage: r.Stage.Is, Verdict: portfolio.TooLittleKnown.String()}
	if v := r.Verdict.SoFar; v != nil {
		l.Verdict = v.Title
	}
	add := func(x result.Rating) {
		l.Ratings = append(l.Ratings, listedRating{shown(x), x.NotRated, x.Ends()})
	}
	add(r.Overall.Rating)
	for i := range r.Questions {
		add(r.Questions[i].Rating)
	}
	return l
}

// WrongOf takes from what is wrong with a document what an index tells of it.
func WrongOf(path, page string, wrong source.Diagnostics) Listed {
	l := Listed{Path: path, Page: page, More: max(len(wrong)-fewWrong, 0)}
	for _, d := range wrong[:len(wrong)-l.More] {
		l.Wrong = append(l.Wrong, d.Error())
	}
	return l
}

// Index is the page that leads to the reports on many documents: a matrix with a row for each, which questions stand
// in by their short titles; and what those that are rated come to together, where p has it.
func Index(p *portfolio.Portfolio, all []Listed, questions []string) Outline {
	pages := map[string]string{}
	rated := 0
	for i := range all {
		if path := Clean(all[i].Path); pages[path] == "" {
			pages[path] = all[i].Page
		}
		if len(all[i].Wrong) == 0 {
			rated++
		}
	}
	matrix := Section{"proposals", "Each proposal, with its report", []Block{listing(all, questions)}}
	if p == nil {
		return Outline{Title: "Reports on " + wording.Count(rated, "proposal", "proposals"), Sections: []Section{matrix}}
	}
	o := portfolioPage(p, pages)
	o.Sections = slices.Insert(o.Sections, 1, matrix)
	o.Sections = slices.DeleteFunc(o.Sections, func(s Section) bool { return s.Name == "wrong" }) // the matrix has them with all that is wrong
	return o
}

// listing is the matrix. A document with errors has these in its row.
func listing(all []Listed, questions []string) Table {
	t := Table{Columns: []Column{{Title: "proposal", Wide: true}, {Title: "the whole"}}}
	for _, q := range questions {
		t.Columns = append(t.Columns, Column{Title: q})
	}
	for i := range all {
		l := &all[i]
		path := Clean(l.Path)
		row := []wording.Text{{strong(path)}, wrongWords(l)}
		if len(l.Wrong) == 0 {
			stands := wording.Sentence(StageWords(l.Stage)) + " " + wording.Sentence(l.Verdict)
			row = []wording.Text{{strong(cmp.Or(Clean(l.Title), untitled)), plain(stands), faint(wording.Bracketed(path))}}
		}
		for _, x := range l.Ratings {
			row = append(row, x.words())
		}
		t.Rows, t.Pages = append(t.Rows, row), append(t.Pages, l.Page)
	}
	return t
}

// wrongWords are what is wrong with a document, each error with its place.
func wrongWords(l *Listed) wording.Text {
	said := wording.Text{strong("Not rated: " + wording.Count(len(l.Wrong)+l.More, "error", "errors") + ".")}
	for _, w := range l.Wrong {
		if w = Clean(w); !strings.ContainsAny(w[len(w)-1:], ".!?") {
			w += "."
		}
		said = append(said, plain(w))
	}
	if l.More > 0 {
		said = append(said, faint(wording.Sentence(more(l.More, "more error", "more errors"))))
	}
	return said
}

// words are a rating in a cell: its mark, its word, and what is left open.
func (x listedRating) words() wording.Text {
	if x.notRated {
		return cell(portfolio.NotRated.String())
	}
	said := wording.Text{{Kind: wording.Mark, Grade: x.soFar}, plain(portfolio.TooLittleKnown.String())}
	if x.soFar != rating.Unrated {
		said[1] = plain(x.soFar.String())
	}
	if x.left != "" {
		said = append(said, faint(wording.Bracketed(x.left)))
	}
	return said
}
