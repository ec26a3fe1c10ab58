package cli

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"partner/pkg/cli/settings"
	"partner/pkg/report"
	"partner/pkg/source"
)

// oneOf adds a flag that takes one of some words.
func oneOf(c *cobra.Command, name, short, placeholder, help, standard string, words []string) {
	k := settings.Key{Name: name, Placeholder: placeholder, Help: help, Words: words, Default: standard}
	k.Flag(c.Flags(), short)
	complete(c, name, words)
}

// textOrJSON adds --format to a command whose output is no report.
func textOrJSON(c *cobra.Command) {
	oneOf(c, "format", "f", "FORMAT", "text, or json for programs", "text", report.PageNames())
}

// flag gives the text of a flag.
func flag(c *cobra.Command, name string) string { return c.Flags().Lookup(name).Value.String() }

func complete(c *cobra.Command, name string, words []string) {
	// It can only fail for a flag that is not there.
	_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// settingFlags adds the flags of all settings.
func settingFlags(c *cobra.Command) {
	settings.Flags(c.Flags())
	for _, k := range settings.Keys() {
		complete(c, k.Name, k.Words)
	}
}

// readSettings works out the settings, and says whatever is wrong with them.
func (p *program) readSettings(c *cobra.Command) (*settings.Settings, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, amiss("the working folder cannot be told: %s", reason(err))
	}
	read, wrong := settings.Read(c.Flags(), dir)
	if len(wrong) > 0 {
		io.WriteString(p.err, wrong.Text())
		return nil, said(badInput)
	}
	return read, nil
}

// atLeastOneFile refuses a command line that names no proposal, or standard input twice.
func atLeastOneFile(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return misused(c, "no proposal is named")
	}
	stdin := 0
	for _, a := range args {
		if a == "-" {
			stdin++
		}
	}
	if stdin > 1 {
		return misused(c, "standard input is named %d times, and can be read once", stdin)
	}
	return nil
}

// noArguments refuses arguments.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused(c, "%s takes no argument, and was given %s", c.Name(), source.Quoted(args[0]))
	}
	return nil
}
