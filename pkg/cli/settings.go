package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/cli/settings"
	"partner/pkg/report"
	"partner/pkg/report/outline"
)

func newSettings(p *program) *cobra.Command {
	var keys strings.Builder
	for _, k := range settings.Keys() {
		fmt.Fprintf(&keys, "  %-9s %-17s %s\n", k.Name, k.Env(), strings.Join(k.Words, " | "))
	}
	c := &cobra.Command{
		Use:   "settings",
		Short: "Show each setting, its value and where that came from",
		Long: `Settings shows how commands print and what gate assess applies. Each setting is looked for in this order:

  1. the flag, such as --width 120
  2. the environment variable, such as PARTNER_WIDTH=120; an empty one counts as not set
  3. the nearest ` + settings.FileName + `, such as "width: 120": the one in the working folder, or in
     the nearest folder above, up to the root of the git checkout or of the file system
  4. the default

A key that does not exist, or a value that it cannot have, is an error (exit code 2) wherever it stands.

` + strings.TrimRight(keys.String(), "\n") + `

width is also a number of columns, format any that assess has: a command that does not have it keeps its own.
as-of is also a day, such as 2026-06-10. All but at-least, evidence and as-of hold for every command that
prints. The command takes the flags of all, so that one can see what they would do.`,
		Example: `  partner settings
  PARTNER_AT_LEAST=amber-green partner settings
  partner settings --width 120`,
		Args: noArguments,
	}
	o := p.printing(c, report.PageNames())
	c.RunE = func(c *cobra.Command, _ []string) error {
		return o.run(c, nil, func(context.Context) error { return o.page(report.PageOf(&o.Values, listSettings)) })
	}
	gateFlags(c)
	return c
}

// listSettings is the page of the settings that hold.
func listSettings(values *[]settings.Value) outline.Outline {
	var list outline.List
	for _, v := range *values {
		list.Rows = append(list.Rows, []string{v.Name, v.Text, v.From})
	}
	r := reference{[]outline.Block{list}}
	return r.page()
}
