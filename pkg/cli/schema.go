package cli

import (
	"github.com/spf13/cobra"

	"partner/pkg/compare"
	"partner/pkg/document"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

func newSchema(p *program) *cobra.Command {
	schemas := []string{"proposal", "organisation", "view", "pack", "result", "options", "compare", "diff"}
	c := &cobra.Command{
		Use:   "schema proposal|organisation|view|pack|result|options|compare|diff",
		Short: "Print the JSON Schema of a kind of file, or of what a command prints as JSON",
		Long: `Schema prints a JSON Schema. With that of proposals an editor completes keys, values and the ids of
criteria and shows what each means; organisation, view and pack are for the files beside a proposal, in
which that of proposals would find mistakes that are none. That of results describes what assess --format
json prints, and those of options, compare and diff what these commands print.`,
		Example: `  partner schema proposal > proposal.schema.json
  partner schema result > result.schema.json`,
		ValidArgs: schemas,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(c, "one schema is needed: proposal, organisation, view, pack, result, options, compare or diff")
		}
		switch args[0] {
		case "proposal":
			return p.printSchema(document.Schema(p.catalogue))
		case "organisation":
			return p.printSchema(proposal.SchemaOfOrganisation())
		case "view":
			return p.printSchema(proposal.SchemaOfView(document.Answers(p.catalogue)))
		case "pack":
			return p.printSchema(proposal.SchemaOfPack(pack.Format, document.Answers(p.catalogue)))
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

// printSchema prints a schema that could be made.
func (p *program) printSchema(schema []byte, err error) error {
	if err != nil {
		return err
	}
	p.out.Write(schema)
	return nil
}
