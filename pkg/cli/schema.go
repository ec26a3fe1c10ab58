package cli

import (
	"github.com/spf13/cobra"

	"partner/pkg/compare"
	"partner/pkg/document"
	"partner/pkg/result"
)

func newSchema(p *program) *cobra.Command {
	schemas := []string{"proposal", "result", "options", "compare", "diff"}
	c := &cobra.Command{
		Use:   "schema proposal|result|options|compare|diff",
		Short: "Print the JSON Schema of proposals, or of what another command prints as JSON",
		Long: `Schema prints a JSON Schema. With that of proposals an editor completes keys, values and the ids of
criteria and shows what each means; that of results describes what assess --format json prints, and those
of options, compare and diff what these commands print.`,
		Example: `  partner schema proposal > proposal.schema.json
  partner schema result > result.schema.json`,
		ValidArgs: schemas,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(c, "one schema is needed: proposal, result, options, compare or diff")
		}
		switch args[0] {
		case "proposal":
			return printProposalSchema(p)
		case "result":
			p.out.Write(result.Schema())
			return nil
		case "options":
			p.out.Write(result.OptionsSchema())
			return nil
		case "compare":
			p.out.Write(compare.ComparisonSchema())
			return nil
		case "diff":
			p.out.Write(compare.DiffSchema())
			return nil
		}
		return unknown(c, "unknown schema", args[0], schemas, "")
	}
	return c
}

// printProposalSchema prints the schema of proposals; the catalogue gives it the ids that can be answered.
func printProposalSchema(p *program) error {
	schema, err := document.Schema(p.catalogue)
	if err != nil {
		return err
	}
	p.out.Write(schema)
	return nil
}
