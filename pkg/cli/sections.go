package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/internal/textwrap"
	"partner/pkg/report"
)

// sectionNames lists the sections of a report for help, indented.
func sectionNames() string {
	return "  " + strings.Join(textwrap.Wrap(96, strings.Join(report.Sections(), ", ")), "\n  ")
}

// completeSections completes the last name of a list of sections.
func completeSections(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before := ""
	if i := strings.LastIndex(typed, ","); i >= 0 {
		before = typed[:i+1]
	}
	var all []string
	for _, name := range report.Sections() {
		if !slices.Contains(strings.Split(before, ","), name) {
			all = append(all, before+name)
		}
	}
	return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// whatOf reads which part of a report is asked for. A section may be named with "-" for "_".
func (o *assessOptions) whatOf(c *cobra.Command, only []string) error {
	for _, typed := range only {
		name := strings.ReplaceAll(strings.TrimSpace(typed), "-", "_")
		if !slices.Contains(report.Sections(), name) {
			return unknown(c, "unknown section", typed, report.Sections(), "`partner help assess` lists them")
		}
		o.only = append(o.only, name)
	}
	switch {
	case o.brief && o.full, (o.brief || o.full) && len(o.only) > 0:
		return misused(c, "--brief, --full and --only each say how much is told, and only one of them can")
	case o.brief && o.unread() != "":
		return misused(c, "--brief is for reading, and %s always holds the whole result", o.unread())
	case len(o.only) > 0 && o.unparted() != "":
		return misused(c, "--only chooses sections, and %s has none", o.unparted())
	case c.Flags().Changed("only") && len(o.only) == 0:
		return misused(c, "--only needs the name of a section: `partner help assess` lists them")
	}
	return nil
}

// read are the formats in which a report is for people, and may stop after its first screen.
var read = []string{"text", "html"}

// unread is the first format that is printed and is not for people; "" where there is none.
func (o *printing) unread() string {
	for _, x := range o.printouts {
		if !slices.Contains(read, x.format.Name) {
			return x.format.Name
		}
	}
	return ""
}

// unparted is the first format that is printed and knows no sections; "" where there is none.
func (o *printing) unparted() string {
	for _, x := range o.printouts {
		if !x.format.Parts {
			return x.format.Name
		}
	}
	return ""
}

// wantsOptions reports whether what is asked for tells of the options, which are worked out only then.
func (o *assessOptions) wantsOptions() bool {
	if len(o.only) > 0 {
		return slices.Contains(o.only, "options")
	}
	return !o.brief && slices.ContainsFunc(o.printouts, func(x *printout) bool {
		return slices.Contains(read, x.format.Name) || x.format.Paper || x.format.Name == "markdown" && o.full
	})
}

// optionsInFull reports whether more is told of the options than what a board's report as text has in a table: a page and
// a paper have an annex, too.
func (o *assessOptions) optionsInFull() bool {
	return o.full || len(o.only) > 0 || slices.ContainsFunc(o.printouts, func(x *printout) bool { return x.format.Name != "text" })
}
