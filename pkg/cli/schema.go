package cli

import (
	"github.com/spf13/cobra"
)

func newSchema(s *streams) *cobra.Command {
	schemas := []string{"proposal", "result"}
	c := &cobra.Command{
		Use:   "schema proposal|result",
		Short: "Print the JSON Schema of proposals, or of results",
		Long: `Schema prints a JSON Schema. With that of proposals an editor completes keys, values and the ids of
criteria and shows what each means; that of results describes what assess --format json prints.`,
		Example: `  partner schema proposal > proposal.schema.json
  partner schema result > result.schema.json`,
		ValidArgs: schemas,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(c, "one schema is needed: proposal or result")
		}
		switch args[0] {
		case "proposal":
			return printProposalSchema(s)
		case "result":
			return printResultSchema(s)
		}
		return unknown(c, "unknown schema", args[0], schemas, "")
	}
	return c
}

func printProposalSchema(s *streams) error { return nil }
func printResultSchema(s *streams) error   { return nil }
