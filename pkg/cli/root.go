package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"partner/pkg/cli/settings"
	"partner/pkg/source"
)

// command makes one of the commands.
type command func(*program) *cobra.Command

// commands gives all commands, in the order in which help lists them.
func commands() []command {
	return []command{newAssess, newCheck, newNew, newBatch, newPortfolio, newQuestions, newAnswer, newExplain, newCriteria, newOptions, newCompare, newDiff, newTrend, newCatalogue, newSchema, newSettings, newVersion, newCompletion, newHelp}
}

// newRoot makes partner itself with its commands.
func newRoot(p *program, commands []command) *cobra.Command {
	root := &cobra.Command{
		Use:   "partner",
		Short: "partner tells two boards whether a proposed partnership between them is ready.",
		Long: `partner tells the boards of two NHS organisations whether a proposed partnership between them is
ready: which kind of partnership it is, whether that kind suits them, whether what makes it work is in
place, and how the six questions that boards ask are answered with today, on the evidence given.`,
		Example:           "  partner assess proposal.yaml\n  partner explain formal-agreement\n  partner help exit-codes",
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	version := root.Flags().Bool("version", false, "show the version, as the command does")
	root.PersistentFlags().BoolP("help", "h", false, "show this help")
	root.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) > 0:
			return unknown(c, "unknown command", args[0], names(c), "")
		case *version:
			for _, l := range p.version().lines() {
				fmt.Fprintln(p.out, l[0], l[1])
			}
			return nil
		}
		printHelp(p.err, p, c)
		return said(badInput)
	}
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { printHelp(p.out, p, c) })
	for _, newCommand := range commands {
		c := newCommand(p)
		c.DisableFlagsInUseLine = true
		c.Flags().SortFlags = false
		if c.Name() == "help" {
			root.SetHelpCommand(c)
		}
		root.AddCommand(c)
	}
	return root
}

// execute runs the command that the arguments name.
func execute(ctx context.Context, root *cobra.Command, args []string) error {
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take the process's own
	return root.ExecuteContext(ctx)
}

// names gives the names of the commands below one.
func names(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			names = append(names, sub.Name())
		}
	}
	return names
}

// flagError says what is wrong with a flag, with the nearest one where there is none of that name.
func flagError(c *cobra.Command, err error) error {
	var (
		missing *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		setting *settings.WrongValue
	)
	switch {
	case errors.As(err, &missing):
		if short := missing.GetSpecifiedShortnames(); short != "" {
			return misused(c, "unknown flag %s", source.Quoted("-"+missing.GetSpecifiedName()))
		}
		var known []string
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
		return unknown(c, "unknown flag", "--"+missing.GetSpecifiedName(), known, "")
	case errors.As(err, &bare):
		return misused(c, "--%s needs a value: %s", bare.GetFlag().Name, bare.GetFlag().Value.Type())
	case errors.As(err, &setting):
		return misused(c, "%s", setting.Error())
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int":
		return misused(c, "--%s %s; expected a whole number", invalid.GetFlag().Name, source.Quoted(invalid.GetValue()))
	case errors.As(err, &invalid):
		return misused(c, "--%s %s: %v", invalid.GetFlag().Name, source.Quoted(invalid.GetValue()), invalid.Unwrap())
	}
	return misused(c, "%s", strings.TrimSpace(err.Error()))
}
