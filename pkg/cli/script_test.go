package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){
		"partner": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// tests runs the tests without the settings of whoever runs them.
type tests struct{ *testing.M }

func (t tests) Run() int {
	for _, e := range os.Environ() {
		if name, _, _ := strings.Cut(e, "="); name == "NO_COLOR" || name == "CLICOLOR_FORCE" || strings.HasPrefix(name, "PARTNER_") {
			os.Unsetenv(name)
		}
	}
	return t.M.Run()
}

// TestScripts runs whole commands as their users do.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}
