package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"partner/pkg/cli/settings"
	"partner/pkg/internal/textwrap"
	"partner/pkg/report"
)

// runs has a run of every command that prints, and whether it has remarks to make and text to draw.
var runs = map[string]struct {
	args    string
	remarks bool
	noText  bool
	data    string // its format for programs, where that is not json
}{
	"assess":    {args: "assess idea.yaml old.yaml"},
	"check":     {args: "check odd.yaml", remarks: true},
	"batch":     {args: "batch idea.yaml odd.yaml", remarks: true, noText: true, data: "ndjson"},
	"portfolio": {args: "portfolio lines.ndjson", remarks: true},
	"questions": {args: "questions old.yaml"},
	"answer":    {args: "answer --dry-run idea.yaml pack.yaml", remarks: true},
	"explain":   {args: "explain joint-performance-board"},
	"criteria":  {args: "criteria", remarks: true},
	"options":   {args: "options odd.yaml old.yaml"},
	"compare":   {args: "compare idea.yaml odd.yaml old.yaml"},
	"diff":      {args: "diff old.yaml odd.yaml"},
	"trend":     {args: "trend old.yaml odd.yaml"},
	"catalogue": {args: "catalogue check house", remarks: true},
	"schema":    {args: "schema diff", noText: true},
	"settings":  {args: "settings"},
	"version":   {args: "version"},
}

// folder is where the runs take place.
func folder(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	odd := `partner: 1
title: "Ashgrove – Wrenfield: one title… that says rather more than a title of a proposal needs to say, and goes on"
organisations:
  ashgrove: {name: Ashgrove, finance: {position: deficit}}
  wrenfield: {name: Wrenfield, finance: {position: strong}}
arrangement: {nature: voluntary, scale: structural, brokered_by: regulator}
answers: {vs-finances-strong: {is: yes, because: "“quoted”, at a length that no narrow page can hold on a single line of its own"}}
`
	for name, text := range map[string]string{
		"idea.yaml": idea, "odd.yaml": odd,
		"old.yaml":  "partner: 1\ntitle: Old\norganisations: {ashgrove: {name: Ashgrove}, wrenfield: {}}\n",
		"pack.yaml": "format: partner-pack/1\nquestions:\n  key-people-trust: {is: yes, because: \"a reason – of a length that no narrow page can hold on a single line of its own\"}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	if code, _, stderr := ran(t, "catalogue", "new", "--quiet", "house"); code != 0 {
		t.Fatal(stderr)
	}
	if code, _, stderr := ran(t, "batch", "--quiet", "idea.yaml", "odd.yaml", "-o", "lines.ndjson"); code != 0 {
		t.Fatal(stderr)
	}
}

func ran(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Main(args, strings.NewReader(idea), &out, &errs)
	return code, out.String(), errs.String()
}

// printers are the commands that print, all but those whose output is for a shell, is a proposal or is help.
func printers(t *testing.T) []*cobra.Command {
	t.Helper()
	var all []*cobra.Command
	for _, c := range newRoot(newProgram(nil, io.Discard, io.Discard), commands()).Commands() {
		if c.Name() != "completion" && c.Name() != "new" && c.Name() != "help" {
			all = append(all, c)
		}
	}
	return all
}

// TestEveryCommandThatPrintsTakesTheSameFlags walks the commands: each takes all flags of printing, which say the
// same everywhere but for the formats that a command has.
func TestEveryCommandThatPrintsTakesTheSameFlags(t *testing.T) {
	help := map[string]string{}
	for _, c := range printers(t) {
		if runs[c.Name()].args == "" {
			t.Errorf("%s prints, and no run of it is tested", c.Name())
		}
		for _, name := range []string{"format", "output", "to", "width", "color", "ascii", "quiet"} {
			f := c.Flags().Lookup(name)
			if f == nil {
				t.Errorf("%s takes no --%s", c.Name(), name)
				continue
			}
			said := f.Shorthand + " " + f.Value.Type() + " " + f.NoOptDefVal + " "
			if name != "format" {
				said += f.Usage + f.DefValue
			}
			if help[name] == "" {
				help[name] = said
			}
			if said != help[name] {
				t.Errorf("--%s of %s says %q, elsewhere %q", name, c.Name(), said, help[name])
			}
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if k := slices.IndexFunc(settings.Keys(), func(k settings.Key) bool { return k.Name == f.Name }); k >= 0 && f.Name != "format" && f.Usage != settings.Keys()[k].Help {
				t.Errorf("--%s of %s is another than the setting", f.Name, c.Name())
			}
		})
	}
}

// TestFlagsOfPrintingHaveEffect holds on every command that prints that each flag does what it says.
func TestFlagsOfPrintingHaveEffect(t *testing.T) {
	for _, name := range []string{"NO_COLOR", "CLICOLOR_FORCE"} {
		t.Setenv(name, "")
	}
	t.Setenv("TERM", "xterm")
	folder(t)
	for _, c := range printers(t) {
		name, of := c.Name(), runs[c.Name()]
		with := func(flags ...string) (string, string) {
			t.Helper()
			code, stdout, stderr := ran(t, append(strings.Fields(of.args), flags...)...)
			if code != 0 {
				t.Fatalf("%s %v: exit code %d; %s", of.args, flags, code, stderr)
			}
			return stdout, stderr
		}
		set := func(variable, value string, then func()) {
			os.Setenv(variable, value)
			then()
			os.Setenv(variable, "")
		}
		another := func(a, b string) bool { return a != b && name != "settings" } // which says how it was asked
		plain, remarks := with()
		if plain == "" || (remarks != "") != of.remarks {
			t.Errorf("%s prints %q and remarks %q", name, plain, remarks)
		}

		// Remarks are left out, and nothing else is.
		if still, left := with("--quiet"); another(still, plain) || left != "" {
			t.Errorf("%s --quiet remarks %q", name, left)
		}
		if still, left := with("-q"); another(still, plain) || left != "" {
			t.Errorf("%s -q remarks %q", name, left)
		}
		set("PARTNER_QUIET", "true", func() {
			if _, left := with(); left != "" {
				t.Errorf("PARTNER_QUIET: %s remarks %q", name, left)
			}
		})

		// The page is as wide as that, whatever is on it.
		for _, width := range []int{40, 60, 80, 100, 160} {
			if of.noText {
				break
			}
			narrow, _ := with("--width", strconv.Itoa(width))
			longest := 0
			for line := range strings.Lines(narrow) {
				longest = max(longest, textwrap.Cells(strings.TrimSuffix(line, "\n")))
			}
			if longest > width || width == 60 && len(strings.Fields(narrow)) > 45 && longest < 50 {
				t.Errorf("%s --width %d: the longest line has %d", name, width, longest)
			}
			set("PARTNER_WIDTH", strconv.Itoa(width), func() {
				if same, _ := with(); another(same, narrow) {
					t.Errorf("PARTNER_WIDTH=%d: %s prints another page", width, name)
				}
			})
		}

		// ASCII alone, where the letters of the document are.
		if !of.noText {
			ascii, _ := with("--ascii")
			if at := strings.IndexFunc(ascii, func(r rune) bool { return r > 0x7e }); at >= 0 {
				t.Errorf("%s --ascii prints %q", name, ascii[at:min(at+20, len(ascii))])
			}
			set("PARTNER_ASCII", "true", func() {
				if same, _ := with(); another(same, ascii) {
					t.Errorf("PARTNER_ASCII: %s prints another page", name)
				}
			})
		}

		// Colours as asked for, by flags, settings or what all programs heed.
		colours := func(want bool, why string, flags ...string) {
			t.Helper()
			got, _ := with(flags...)
			if strings.Contains(got, "\x1b") != (want && !of.noText) {
				t.Errorf("%s %v, %s: coloured is %t", name, flags, why, !want)
			}
		}
		colours(false, "not on a terminal")
		colours(true, "", "--color=always")
		set("PARTNER_COLOR", "always", func() {
			colours(true, "PARTNER_COLOR")
			colours(false, "PARTNER_COLOR and a flag", "--color=never")
		})
		set("CLICOLOR_FORCE", "1", func() {
			colours(true, "CLICOLOR_FORCE")
			colours(false, "CLICOLOR_FORCE and a flag", "--color=never")
			set("NO_COLOR", "1", func() {
				colours(false, "CLICOLOR_FORCE and NO_COLOR")
				colours(true, "NO_COLOR and a flag", "--color=always")
			})
		})
		set("CLICOLOR_FORCE", "0", func() { colours(false, "CLICOLOR_FORCE=0") })

		outputs(t, c, plain, with)
	}
}

// outputs holds that each format goes where it is sent, several in one run.
func outputs(t *testing.T, c *cobra.Command, plain string, with func(...string) (string, string)) {
	t.Helper()
	text, name := plain, c.Name()
	wrote := func(path string) string {
		t.Helper()
		b, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return string(b)
	}
	same := func(how, got, want string) {
		t.Helper()
		if name == "settings" { // says how it was asked
			return
		}
		if got != want || want == "" {
			t.Errorf("%s %s gives another output of %d for %d bytes", name, how, len(got), len(want))
		}
	}
	own := cmp.Or(runs[name].data, "json")
	data, _ := with("--format=" + own)
	d := json.NewDecoder(strings.NewReader(data))
	for d.More() {
		var v any
		if err := d.Decode(&v); err != nil {
			t.Fatalf("%s --format=%s: %v", name, own, err)
		}
	}
	if out, _ := with("-o", name+".own"); out != "" {
		t.Errorf("%s -o prints %q all the same", name, out)
	}
	same("-o", wrote(name+".own"), text)
	if out, _ := with("-o", name+".json", "-f", own); out != "" {
		t.Errorf("%s -o prints %q all the same", name, out)
	}
	same("-o -f json", wrote(name+".json"), data)
	out, _ := with("--output", own)
	same("--output json", out, data)
	out, _ = with("--output", own+"=-")
	same("--output json=-", out, data)

	args := []string{"-f", c.Flag("format").DefValue}
	for range 2 {
		args = append(args, "--output", own+"="+name+strconv.Itoa(len(args))+".out")
	}
	out, _ = with(args...)
	same("in three places", out, text)
	same("in three places", wrote(name+"2.out"), data)
	same("in three places", wrote(name+"4.out"), data)

	_, completed, _ := ran(t, "__complete", name, "--output", "")
	for _, format := range strings.Fields(formatsOf(c)) {
		if !strings.Contains(completed, "\n"+format+"\n") && !strings.HasPrefix(completed, format+"\n") || !strings.Contains(completed, format+"=\n") {
			t.Errorf("%s --output is completed to %q, without %s", name, completed, format)
		}
		if f, _ := report.Find(format); f.Single && name == "assess" {
			continue // which is of two documents here
		}
		with("--format", format)
	}
	entries, _ := os.ReadDir(".")
	for _, e := range entries {
		if strings.Contains(e.Name(), ".partial") {
			t.Errorf("%s leaves %s", name, e.Name())
		}
	}

	// What cannot be is refused before any work: nothing is said of a file that is not there, and nothing is written.
	for flags, want := range map[string]string{
		"--output rtf":                       "unknown format",
		"--output " + own + "=no/where.json": "there is no folder",
		"-o same --output " + own + "=same":  "named twice",
	} {
		args := append(strings.Fields(runs[name].args), strings.Fields(flags)...)
		for i, a := range args {
			if strings.HasSuffix(a, ".yaml") {
				args[i] = "absent.yaml"
			}
		}
		if name == "answer" {
			args[2], args[3] = "absent.yaml", "missing.yaml"
		}
		code, stdout, stderr := ran(t, args...)
		if code != 2 || stdout != "" || !strings.Contains(stderr, want) || strings.Contains(stderr, "such file") {
			t.Errorf("%s %s: exit code %d, %q, %q", name, flags, code, stdout, stderr)
		}
		if _, err := os.Stat("same"); err == nil {
			t.Errorf("%s %s writes a file", name, flags)
		}
	}
}

// formatsOf gives the formats that a command has, as its completion does.
func formatsOf(c *cobra.Command) string {
	complete, _ := c.GetFlagCompletionFunc("format")
	words, _ := complete(c, nil, "")
	return strings.Join(words, " ")
}

// TestNothingIsWrittenWhereNothingCameOfIt holds that a file keeps what it held where a run fails, in every format.
func TestNothingIsWrittenWhereNothingCameOfIt(t *testing.T) {
	folder(t)
	if err := os.WriteFile("broken.yaml", []byte("partner: 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"assess broken.yaml", "options broken.yaml", "compare broken.yaml idea.yaml", "diff broken.yaml idea.yaml", "questions broken.yaml", "explain nothing", "answer broken.yaml pack.yaml"} {
		if err := os.WriteFile("before", []byte("before"), 0o600); err != nil {
			t.Fatal(err)
		}
		code, stdout, _ := ran(t, append(strings.Fields(args), "--output", "json=before", "-o", "new")...)
		if b, _ := os.ReadFile("before"); code != 2 || stdout != "" || string(b) != "before" {
			t.Errorf("%s: exit code %d, %q, %q", args, code, stdout, b)
		}
		if _, err := os.Stat("new"); err == nil {
			t.Errorf("%s writes a file", args)
		}
	}
}
