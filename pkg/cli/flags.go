package cli

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"partner/pkg/cli/settings"
	"partner/pkg/source"
)

// oneOf adds a flag that takes one of some words, or none of them.
func oneOf(c *cobra.Command, name, placeholder, help string, words []string) {
	settings.Key{Name: name, Placeholder: placeholder, Help: help, Words: words}.Flag(c.Flags())
	complete(c, name, words)
}

// flag gives the text of a flag.
func flag(c *cobra.Command, name string) string { return c.Flags().Lookup(name).Value.String() }

func complete(c *cobra.Command, name string, words []string) {
	// It can only fail for a flag that is not there.
	_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// gateFlags adds the flags of the settings that say what a report has to come to.
func gateFlags(c *cobra.Command) {
	for _, k := range settings.Keys() {
		if !k.Prints {
			k.Flag(c.Flags())
			switch k.Name {
			case "fail-on":
				_ = c.RegisterFlagCompletionFunc(k.Name, completeKinds)
			case "base": // a file, as the shell completes one
			default:
				complete(c, k.Name, k.Words)
			}
		}
	}
}

// catalogueFlag adds the flag of the setting that names a catalogue of one's own, for a command that prints nothing.
func catalogueFlag(c *cobra.Command) {
	for _, k := range settings.Keys() {
		if k.Name == "catalogue" {
			k.Flag(c.Flags())
			_ = c.RegisterFlagCompletionFunc(k.Name, completeFolders)
		}
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
