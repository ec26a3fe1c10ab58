package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/cli/settings"
	"partner/pkg/internal/textwrap"
	"partner/pkg/report"
	"partner/pkg/report/outline"
)

func newSettings(p *program) *cobra.Command {
	var keys strings.Builder
	for _, k := range settings.Keys() {
		words := k.Words
		if k.Also.Is != "" {
			words = append(words[:len(words):len(words)], k.Placeholder)
		}
		for i, l := range textwrap.Wrap(72, strings.Join(words, " | ")) {
			name, env := k.Name, k.Env()
			if i > 0 {
				name, env = "", ""
			}
			fmt.Fprintf(&keys, "  %-9s %-17s %s\n", name, env, l)
		}
	}
	c := &cobra.Command{
		Use:   "settings",
		Short: "Show each setting, its value and where that came from",
		Long: `Settings shows how commands print and what check, assess and batch fail for. Each is looked for so:

  1. the flag, such as --width 120
  2. the environment variable, such as PARTNER_WIDTH=120; an empty one counts as not set
  3. the nearest ` + settings.FileName + `, such as "width: 120": the one in the working folder, or in
     the nearest folder above, up to the root of the git checkout or of the file system
  4. the default

A key that does not exist, or a value that it cannot have, is an error (exit code 2) wherever it stands.

` + strings.TrimRight(keys.String(), "\n") + `

format is any that assess has: a command that does not have it keeps its own. A DAY is such as 2026-06-10.
fail-on may be several of its words with commas between them, or a list in a file. All before fail-on hold
for every command that prints, stage for all that judge, and the others for check, assess and batch. The
command takes the flags of all, so that one can see what they would do. For a repository that keeps
partnership documents a file may say

  fail-on: [contradictions, open-gates, regressions]
  base: origin/main`,
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
