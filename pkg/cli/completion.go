package cli

import "github.com/spf13/cobra"

func newCompletion(p *program) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	c := &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print what teaches a shell to complete partner's commands and words",
		Long: `Completion prints a script for bash, zsh, fish or powershell. With it the shell completes commands,
flags, the words that flags take, and the ids that explain takes.`,
		Example: `  source <(partner completion bash)
  partner completion fish > ~/.config/fish/completions/partner.fish`,
		ValidArgs: shells,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(c, "one shell is needed: bash, zsh, fish or powershell")
		}
		root := c.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(p.out, true)
		case "zsh":
			return root.GenZshCompletion(p.out)
		case "fish":
			return root.GenFishCompletion(p.out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(p.out)
		}
		return unknown(c, "unknown shell", args[0], shells, "")
	}
	return c
}
