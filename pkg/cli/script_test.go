package cli

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"partner/testdata/fill"
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
		Condition: func(name string) (bool, error) {
			if name != "terminals" {
				return false, fmt.Errorf("no condition is called %q", name)
			}
			return terminals() == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"fill": fillIn},
	})
}

// terminals is nil where the machine can make a terminal: some containers have no /dev/pts.
func terminals() error {
	f, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

// fillIn fills in a form: fill FORM NUMBER=ANSWER…
func fillIn(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fill form number=answer...")
	}
	answers := fill.Answers{}
	for _, a := range args[1:] {
		number, says, found := strings.Cut(a, "=")
		if !found {
			ts.Fatalf("%s is no answer", a)
		}
		answers[number] = says
	}
	file := ts.MkAbs(args[0])
	data, err := os.ReadFile(file)
	ts.Check(err)
	filled, err := fill.Form(data, answers)
	ts.Check(err)
	ts.Check(os.WriteFile(file, filled, 0o600))
}
