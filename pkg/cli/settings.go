package cli

import (
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
		Long: `Settings shows how assess prints and what gate it applies. Each setting is looked for in this order:

  1. the flag, such as --width 120
  2. the environment variable, such as PARTNER_WIDTH=120; an empty one counts as not set
  3. the nearest ` + settings.FileName + `, such as "width: 120": the one in the working folder, or in
     the nearest folder above, up to the root of the git checkout or of the file system
  4. the default

A key that does not exist, or a value that it cannot have, is an error (exit code 2) wherever it stands.

` + strings.TrimRight(keys.String(), "\n") + `

width is also a number of columns. The command takes the same flags as assess, so that one can see what
they would do.`,
		Example: `  partner settings
  PARTNER_AT_LEAST=amber-green partner settings
  partner settings --width 120`,
		Args: noArguments,
	}
	c.RunE = func(c *cobra.Command, _ []string) error {
		read, err := p.readSettings(c)
		if err != nil {
			return err
		}
		var list outline.List
		for _, v := range read.Values {
			list.Rows = append(list.Rows, []string{v.Name, v.Text, v.From})
		}
		r := reference{[]outline.Block{list}}
		return p.show("text", report.Page{Outline: r.page})
	}
	settingFlags(c)
	return c
}
