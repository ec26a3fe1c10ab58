package cli

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"partner/pkg/batch"
	"partner/pkg/compare"
	"partner/pkg/document"
	"partner/pkg/pack"
	"partner/pkg/portfolio"
	"partner/pkg/proposal"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/pkg/trend"
)

func newSchema(p *program) *cobra.Command {
	schemas := []string{"proposal", "organisation", "view", "pack", "result", "batch", "portfolio", "options", "compare", "diff", "trend"}
	c := &cobra.Command{
		Use:   "schema proposal|organisation|view|pack|result|batch|portfolio|options|compare|diff|trend",
		Short: "Print the JSON Schema of a kind of file, or of what a command prints as JSON",
		Long: `Schema prints a JSON Schema. With that of proposals an editor completes keys, values and the ids of
criteria and shows what each means; organisation, view and pack are for the files beside a proposal, in
which that of proposals would find mistakes that are none. That of results describes what assess --format
json prints, that of batch a line of what batch prints, and those of portfolio, options, compare, diff
and trend what these commands print.`,
		Example: `  partner schema proposal > proposal.schema.json
  partner schema result -o result.schema.json`,
		ValidArgs: schemas,
	}
	o := p.printing(c, []string{"json"})
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(c, "one schema is needed: proposal, organisation, view, pack, result, batch, portfolio, options, compare, diff or trend")
		}
		return o.run(c, nil, func(context.Context) error {
			schema, err := p.schema(args[0])
			if err != nil {
				return err
			}
			if schema == nil {
				return unknown(c, "unknown schema", args[0], schemas, "")
			}
			raw := json.RawMessage(schema)
			return o.page(report.Page{Value: &raw})
		})
	}
	return c
}

// schema gives the schema of that name, or nil. To those in which answers stand the catalogue gives the ids
// that can be answered.
func (p *program) schema(name string) ([]byte, error) {
	switch name {
	case "proposal":
		return document.Schema(p.catalogue)
	case "organisation":
		return proposal.SchemaOfOrganisation()
	case "view":
		return proposal.SchemaOfView(document.Answers(p.catalogue))
	case "pack":
		return proposal.SchemaOfPack(pack.Format, document.Answers(p.catalogue))
	case "result":
		return result.Schema(), nil
	case "batch":
		return batch.Schema(), nil
	case "portfolio":
		return portfolio.Schema(), nil
	case "options":
		return result.OptionsSchema(), nil
	case "compare":
		return compare.ComparisonSchema(), nil
	case "diff":
		return compare.DiffSchema(), nil
	case "trend":
		return trend.Schema(), nil
	}
	return nil, nil
}
