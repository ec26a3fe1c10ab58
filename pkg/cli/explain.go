package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/report"
	"partner/pkg/report/outline"
)

func newExplain(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:   "explain {ID | PATH | FILE PATH | FILE ID}",
		Short: "Explain a criterion, another word of a report, a key, or what became of a statement",
		Long: `Explain says everything about one criterion: what it asks and of whom, what goes wrong without it, when
it applies, which facts decide it and how, what part it plays in the ratings, what to do where it is
not met, and the place in its sources with how strong they are.

It also explains the questions, types, forms, verdicts, elements of governance and sources that a
report names, each by its id. With --format json it prints a list, because an element of governance may
share its id with a criterion.

With the path of a place, or its end, explain says what may stand there in any document: what it means,
the words to choose from, the keys of a section or of each entry of a list, and which criteria read it.
Ids and the numbers of entries may be any.

With a document and a place in it, explain says what became of each statement there: which criteria it
decides, which only look at it, where the report tells it, and why nothing asks for it, where that is so.
With a document and the id of a criterion or a rule it says who departs from that, why and until when.`,
		Example: `  partner explain formal-agreement
  partner explain networked-care
  partner explain arrangement.benefits
  partner explain organisations.ID.finance
  partner explain proposal.yaml arrangement.governance.boards[0]
  partner explain --format json formal-agreement`,
		ValidArgsFunction: func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			return append(explainable(p.catalogue), slots(typed)...), cobra.ShellCompDirectiveNoFileComp
		},
	}
	o := p.printing(c, report.PageNames())
	c.RunE = func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 1:
		case 2:
			return o.run(c, args[:1], func(ctx context.Context) error {
				all, err := o.explainStatements(ctx, c, args[0], args[1])
				if err != nil {
					return err
				}
				return o.page(report.PageOf(&all, explanations))
			})
		default:
			return misused(c, "one id is needed: `partner criteria` lists those of the criteria; or a place, such as arrangement.benefits; or a document and a place in it")
		}
		return o.run(c, nil, func(context.Context) error {
			all := explained(p.catalogue, args[0])
			if len(all) == 0 {
				all = explainPlaces(p.catalogue, args[0])
			}
			if len(all) == 0 {
				valid := append(explainable(p.catalogue), slots(args[0])...)
				if strings.Contains(args[0], ".") {
					valid = slots(args[0])
				}
				return unknown(c, "unknown id or place", args[0], valid, "`partner criteria` lists the ids of the criteria, `partner explain arrangement` the keys of a part")
			}
			return o.page(report.PageOf(&all, explanations))
		})
	}
	return c
}

// explanation is what explain prints: as JSON the value itself, as text what it tells.
type explanation interface{ tell(*reference) }

// explanations is the page of what has one id.
func explanations(all *[]explanation) outline.Outline {
	var r reference
	for i, e := range *all {
		if i > 0 {
			r.gap()
		}
		e.tell(&r)
	}
	return r.page()
}

// explained explains whatever has that id, a criterion first: an element of governance may share its id
// with the criterion that asks for it.
func explained(cat *catalogue.Catalogue, id string) []explanation {
	var all []explanation
	if c := cat.Criterion(id); c != nil {
		all = append(all, explainCriterion(cat, c))
	}
	if i := cat.Question(id); i >= 0 {
		all = append(all, explainQuestion(cat, i))
	}
	for _, e := range cat.Governance {
		if e.ID == id {
			all = append(all, explainElement(cat, e))
		}
	}
	for _, e := range entries(cat) {
		if e.ID == id {
			all = append(all, e)
		}
	}
	if s := cat.Source(id); s != nil {
		all = append(all, sourceEntry(*s))
	}
	return all
}

// explainable gives all ids that can be explained, each once.
func explainable(cat *catalogue.Catalogue) []string {
	ids := append(cat.CriterionIDs(), questionIDs(cat)...)
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, e := range cat.Governance {
		add(e.ID)
	}
	for _, e := range entries(cat) {
		add(e.ID)
	}
	for _, s := range cat.Sources {
		add(s.ID)
	}
	return ids
}
