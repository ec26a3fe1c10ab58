package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/compare"
	"partner/pkg/judge"
	"partner/pkg/load"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// catalogueDiff is what two catalogues have not alike.
type catalogueDiff struct {
	Old       catalogueNamed           `json:"old"`
	New       catalogueNamed           `json:"new"`
	Criteria  []compare.CriterionMoved `json:"criteria"`
	Proposals []proposalMoved          `json:"proposals"`
	Alike     int                      `json:"alike"` // how many of the proposals are rated alike by both
}

type catalogueNamed struct {
	Is      string `json:"is"` // as it was named
	Version string `json:"version"`
	Hash    string `json:"hash"`
}

// proposalMoved is a proposal that the two catalogues rate otherwise.
type proposalMoved struct {
	Path    string        `json:"path"`
	Moved   []ratingMoved `json:"moved"`
	Wrong   string        `json:"wrong,omitempty"` // why one of them cannot judge it
	Verdict [2]string     `json:"verdict"`         // by the old and by the new one
}

type ratingMoved struct {
	Of   string `json:"of"` // the whole, or a question by its id
	From string `json:"from"`
	To   string `json:"to"`
}

// diff compares two catalogues, and rates proposals by both.
func (o *catalogueOptions) diff(ctx context.Context, _ *cobra.Command, args []string) error {
	var both [2]*catalogue.Catalogue
	for i, arg := range args[:2] {
		cat, is, err := o.named(ctx, arg)
		if err != nil {
			return err
		}
		if !is {
			return said(badInput)
		}
		both[i] = cat
	}
	d := catalogueDiff{Old: catalogueNamed{args[0], both[0].Version, both[0].Hash}, New: catalogueNamed{args[1], both[1].Version, both[1].Hash}, Criteria: compare.Catalogues(both[0], both[1]), Proposals: []proposalMoved{}}
	bad := false
	if len(args) > 2 {
		corpus, wrong, err := load.Find(ctx, args[2:], nil)
		if err != nil {
			return err
		}
		io.WriteString(o.err, wrong.Text())
		if bad = len(wrong) > 0; corpus == nil {
			return said(badInput)
		}
		for doc := range corpus.Documents.All() {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			x, is := o.ratedByBoth(corpus, doc, both)
			switch {
			case !is:
			case x.Wrong != "":
				bad = true
				d.Proposals = append(d.Proposals, x)
			case len(x.Moved) == 0:
				d.Alike++
			default:
				d.Proposals = append(d.Proposals, x)
			}
		}
	}
	if err := o.page(report.PageOf(&d, diffedPage)); err != nil {
		return err
	}
	if bad {
		return said(badInput)
	}
	return nil
}

// ratedByBoth rates a proposal by both catalogues; it is false where the file is none.
func (o *catalogueOptions) ratedByBoth(corpus *load.Corpus, of load.Named, both [2]*catalogue.Catalogue) (proposalMoved, bool) {
	x := proposalMoved{Path: of.Path, Moved: []ratingMoved{}}
	var judged [2]*judge.Judgement
	for i, cat := range both {
		doc, _, is := corpus.Read(of, cat)
		if !is {
			return x, false
		}
		if len(doc.Wrong) > 0 {
			x.Wrong = doc.Wrong[0].Error()
			return x, true
		}
		judged[i] = judge.At(doc.Proposal, cat, result.UnknownStage)
		x.Verdict[i] = judged[i].VerdictClause(judged[i].Claimed.Verdict, judged[i].Timing.Stage)
	}
	moved := func(of string, from, to result.Rating) {
		if from.Words != to.Words {
			x.Moved = append(x.Moved, ratingMoved{of, from.Words, to.Words})
		}
	}
	a, b := judged[0], judged[1]
	moved("the whole", a.Overall(a.Claimed.Whole).Rating, b.Overall(b.Claimed.Whole).Rating)
	for i, q := range a.Cat.Questions {
		moved(q.ID, judge.Words(a.Claimed.Questions[i]), judge.Words(b.Claimed.Questions[i]))
	}
	if x.Verdict[0] != x.Verdict[1] && len(x.Moved) == 0 {
		x.Moved = append(x.Moved, ratingMoved{"the verdict", x.Verdict[0], x.Verdict[1]})
	}
	return x, true
}

func diffedPage(d *catalogueDiff) outline.Outline {
	var r reference
	r.line(fmt.Sprintf("%s: %s (%s)", d.Old.Is, d.Old.Version, d.Old.Hash))
	r.line(fmt.Sprintf("%s: %s (%s)", d.New.Is, d.New.Version, d.New.Hash))
	r.gap()
	r.line(wording.CountOrNo(len(d.Criteria), "criterion differs", "criteria differ") + ".")
	for _, c := range d.Criteria {
		title := map[compare.HowMoved]string{compare.CriterionAdded: "+ ", compare.CriterionGone: "- ", compare.CriterionChanged: "~ "}[c.How] + c.ID + ": " + c.Title
		r.line(title)
		var below []outline.Block
		for _, k := range c.Keys {
			below = append(below, outline.Fact{Label: k.Key, Text: words(orNothing(k.From) + "; now: " + orNothing(k.To))})
		}
		if len(below) > 0 {
			r.add(outline.Below{Blocks: below})
		}
	}
	if n := len(d.Proposals) + d.Alike; n > 0 {
		r.gap()
		r.line(wording.Count(n, "proposal", "proposals") + ", " + numberOrNone(len(d.Proposals)) + " rated otherwise.")
		for _, p := range d.Proposals {
			r.line(p.Path)
			var below []outline.Block
			if p.Wrong != "" {
				below = append(below, outline.Fact{Label: "error", Text: words(p.Wrong)})
			}
			for _, m := range p.Moved {
				below = append(below, outline.Fact{Label: m.Of, Text: words(m.From + "; now: " + m.To)})
			}
			r.add(outline.Below{Blocks: below})
		}
	}
	return r.page()
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}
