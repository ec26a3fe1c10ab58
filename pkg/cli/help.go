package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"partner/pkg/proposal"
	"partner/pkg/source"
)

func newHelp(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:   "help COMMAND|TOPIC",
		Short: "Show the help of a command, or of a topic",
		Long: `Help shows what a command does, which flags it takes and how it is used; or it explains one of the topics
that concern several commands.`,
		Example: "  partner help assess\n  partner help exit-codes",
	}
	c.ValidArgsFunction = func(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		return append(names(c.Root()), topicNames()...), cobra.ShellCompDirectiveNoFileComp
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			printHelp(p.out, p, c.Root())
			return nil
		case 1:
		default:
			return misused(c, "one command or topic at a time")
		}
		for _, sub := range c.Root().Commands() {
			if sub.Name() == args[0] {
				printHelp(p.out, p, sub)
				return nil
			}
		}
		for _, t := range topics() {
			if t.name == args[0] {
				io.WriteString(p.out, strings.Trim(t.text(p.catalogue), "\n")+"\n")
				return nil
			}
		}
		if len(proposal.PlacesCalled(args[0])) > 0 {
			return misused(c, "unknown command or topic %s; `partner explain %s` says what may stand there in a document", source.Quoted(args[0]), args[0])
		}
		return unknown(c, "unknown command or topic", args[0], append(names(c.Root()), topicNames()...), "")
	}
	return c
}

// printHelp prints the help of a command: what it does, how it is called, its flags, its examples.
func printHelp(to io.Writer, p *program, c *cobra.Command) {
	fmt.Fprintf(to, "%s\n", c.Long)
	root := !c.HasParent()
	if root {
		fmt.Fprintf(to, "\nUsage\n  partner COMMAND [ARGUMENTS] [FLAGS]\n\nCommands\n")
		for _, newCommand := range commands() {
			sub := newCommand(p)
			fmt.Fprintf(to, "  %-11s %s\n", sub.Name(), sub.Short)
		}
		fmt.Fprintf(to, "\nTopics\n")
		for _, t := range topics() {
			fmt.Fprintf(to, "  %-11s %s\n", t.name, t.short)
		}
	} else {
		usage := c.UseLine()
		if c.HasAvailableLocalFlags() {
			usage += " [FLAGS]"
		}
		fmt.Fprintf(to, "\nUsage\n  %s\n", usage)
	}
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	flags.SortFlags = false
	flags.AddFlagSet(c.LocalFlags())
	fmt.Fprintf(to, "\nFlags\n%s", flags.FlagUsagesWrapped(defaultWidth))
	if c.Example != "" {
		fmt.Fprintf(to, "\nExamples\n%s\n", c.Example)
	}
}
