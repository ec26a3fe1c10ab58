package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/enum"
	"partner/pkg/judge"
	"partner/pkg/wording"
)

type criteriaOptions struct {
	*program
	typ, question, kind string // "" for any
	json                bool
}

func newCriteria(p *program) *cobra.Command {
	o := criteriaOptions{program: p}
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
		o.json = flag(c, "format") == "json"
		return o.run()
	}
	cat := p.catalogue
	oneOf(c, "type", "", "TYPE", "only those that may apply to this type", "", typeIDs(cat))
	oneOf(c, "question", "", "QUESTION", "only those that feed this question", "", questionIDs(cat))
	oneOf(c, "kind", "", "KIND", "only those of this kind", "", enum.Words(catalogue.Kinds))
	textOrJSON(c)
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

func (o *criteriaOptions) run() error {
	cat := o.catalogue
	picked := o.pick(cat)
	if o.json {
		all := []listed{}
		for _, c := range picked {
			all = append(all, listed{c.ID, c.Title, string(c.Kind), c.Gate.Is(), c.Theme, c.Questions, c.Applies.String()})
		}
		printJSON(o.out, all)
		return nil
	}
	under := map[string][]*catalogue.Criterion{}
	for _, c := range picked {
		q := o.question
		if q == "" {
			q = c.Questions[0]
		}
		under[q] = append(under[q], c)
	}
	var b strings.Builder
	for _, q := range cat.Questions {
		if len(under[q.ID]) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s: %s (%d)\n", q.ID, q.Title, len(under[q.ID]))
		var rows [][]string
		for _, c := range under[q.ID] {
			rows = append(rows, []string{c.ID, kindOf(c), c.Title})
		}
		if err := table(&b, "  ", rows); err != nil {
			return err
		}
	}
	o.out.Write([]byte(b.String()))
	fmt.Fprintln(o.err, wording.CountOrNo(len(picked), "criterion", "criteria"))
	return nil
}

// pick gives the criteria that were asked for, in the catalogue's order.
func (o *criteriaOptions) pick(cat *catalogue.Catalogue) []*catalogue.Criterion {
	var picked []*catalogue.Criterion
	for i := range cat.Criteria {
		c := &cat.Criteria[i]
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
