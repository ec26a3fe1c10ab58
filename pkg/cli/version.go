package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"partner/assessments"
)

// version is the release, set when one is built: -ldflags "-X partner/pkg/cli.version=1.0.0".
var version = ""

func newVersion(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of partner, of Go and of the catalogue",
		Long: `Version prints the version of partner, of the Go that built it, and of the catalogue that it applies.
The catalogue has a version and a hash of the files it was read from; every report names them too.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return printVersion(s) },
	}
}

func printVersion(s *streams) error {
	cat := assessments.Catalogue()
	fmt.Fprintf(s.out, "partner %s\n%s %s/%s\ncatalogue %s (%s, %d criteria)\n", release(), runtime.Version(), runtime.GOOS, runtime.GOARCH, cat.Version, cat.Hash, len(cat.Criteria))
	return nil
}

// release gives the version that was set, or what Go recorded of the sources.
func release() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	text := info.Main.Version
	if text == "" || text == "(devel)" {
		text = "(development)"
	}
	var revision, modified string
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value[:min(12, len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				modified = ", modified"
			}
		}
	}
	if revision != "" {
		text += " " + revision + modified
	}
	return text
}
