package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/internal/enum"
	"partner/pkg/judge"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

type criteriaOptions struct {
	*printing
	typ, question, kind string // "" for any
}

func newCriteria(p *program) *cobra.Command {
	var o criteriaOptions
	c := &cobra.Command{
		Use:   "criteria",
		Short: "List the criteria",
		Long: `Criteria lists what partner asks of a partnership: for each criterion its id, its kind and the claim that
holds when it is met. Each stands once, under the first question that it feeds, in the catalogue's
order; with --question, all that feed that question. A gate is marked: its source itself calls it
essential.

With --type only those stay that apply to that type of partnership or, depending on the facts, may.`,
		Example: `  partner criteria
  partner criteria --type mandated-structural --kind context
  partner criteria --question culture --format json`,
		Args: noArguments,
	}
	c.RunE = func(c *cobra.Command, _ []string) error {
		o.typ, o.question, o.kind = flag(c, "type"), flag(c, "question"), flag(c, "kind")
		return o.run(c, nil, o.list)
	}
	cat := p.catalogue
	oneOf(c, "type", "TYPE", "only those that may apply to this type", typeIDs(cat))
	oneOf(c, "question", "QUESTION", "only those that feed this question", questionIDs(cat))
	oneOf(c, "kind", "KIND", "only those of this kind", enum.Words(catalogue.Kinds))
	o.printing = p.printing(c, report.PageNames())
	return c
}

// listed is a criterion as `criteria --format json` prints it.
type listed struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Kind      string   `json:"kind"`
	Gate      bool     `json:"gate"`
	Theme     string   `json:"theme"`
	Questions []string `json:"questions"`
	Applies   string   `json:"applies"` // in words
}

func (o *criteriaOptions) list(context.Context) error {
	picked := o.pick(o.catalogue)
	all := []listed{}
	for _, c := range picked {
		all = append(all, listed{c.ID, c.Title, string(c.Kind), c.Gate.Is(), c.Theme, c.Questions, c.Applies.String()})
	}
	counted := o.prints("text") // as JSON a program counts them
	if err := o.page(report.PageOf(&all, func(*[]listed) outline.Outline { return o.grouped(picked) })); err != nil {
		return err
	}
	if counted {
		o.remark("%s", wording.CountOrNo(len(picked), "criterion", "criteria"))
	}
	return nil
}

// grouped lists criteria under the questions, each under the first that it feeds.
func (o *criteriaOptions) grouped(picked []*catalogue.Criterion) outline.Outline {
	under := map[string][]*catalogue.Criterion{}
	for _, c := range picked {
		q := o.question
		if q == "" {
			q = c.Questions[0]
		}
		under[q] = append(under[q], c)
	}
	var r reference
	for _, q := range o.catalogue.Questions {
		if len(under[q.ID]) == 0 {
			continue
		}
		if len(r.blocks) > 0 {
			r.gap()
		}
		r.line(fmt.Sprintf("%s: %s (%d)", q.ID, q.Title, len(under[q.ID])))
		var list outline.List
		for _, c := range under[q.ID] {
			list.Rows = append(list.Rows, []string{c.ID, kindOf(c), c.Title})
		}
		r.add(outline.Below{Blocks: []outline.Block{list}})
	}
	return r.page()
}

// pick gives the criteria that were asked for, in the catalogue's order.
func (o *criteriaOptions) pick(cat *catalogue.Catalogue) []*catalogue.Criterion {
	var picked []*catalogue.Criterion
	for i := range cat.Criteria {
		c := cat.Criteria[i]
		switch {
		case o.kind != "" && string(c.Kind) != o.kind:
		case o.question != "" && !slices.Contains(c.Questions, o.question):
		case o.typ != "" && !mayApply(cat, c, o.typ):
		default:
			picked = append(picked, c)
		}
	}
	return picked
}

// mayApply reports whether a criterion applies to a type of partnership, or may.
func mayApply(cat *catalogue.Catalogue, c *catalogue.Criterion, typ string) bool {
	t := cat.Typology.Type(typ)
	return judge.MayApply(cat, c, judge.Type{Nature: t.Nature, Scale: t.Scale})
}

// kindOf gives the kind of a criterion, with the mark of a gate.
func kindOf(c *catalogue.Criterion) string {
	if c.Gate.Is() {
		return string(c.Kind) + ", gate"
	}
	return string(c.Kind)
}

func typeIDs(cat *catalogue.Catalogue) []string {
	var ids []string
	for _, t := range cat.Typology.Types {
		ids = append(ids, t.ID)
	}
	return ids
}

func questionIDs(cat *catalogue.Catalogue) []string {
	var ids []string
	for _, q := range cat.Questions {
		ids = append(ids, q.ID)
	}
	return ids
}
