package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	for _, e := range os.Environ() { // the settings of whoever runs the tests
		if name, _, _ := strings.Cut(e, "="); name == "NO_COLOR" || strings.HasPrefix(name, "PARTNER_") {
			os.Unsetenv(name)
		}
	}
	testscript.Main(m, map[string]func(){
		"partner": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs whole commands as their users do.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}
