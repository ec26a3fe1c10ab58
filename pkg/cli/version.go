package cli

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"partner/pkg/internal/release"
)

func newVersion(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of partner, of Go and of the catalogue",
		Long: `Version prints the version of partner, of the Go that built it, and of the catalogue that it applies.
The catalogue has a version and a hash of the files it was read from; every report names them too.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return printVersion(p) },
	}
}

func printVersion(p *program) error {
	cat := p.catalogue
	fmt.Fprintf(p.out, "partner %s\n%s %s/%s\ncatalogue %s (%s, %d criteria)\n", release.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, cat.Version, cat.Hash, len(cat.Criteria))
	return nil
}
