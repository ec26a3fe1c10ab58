package settings

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"partner/pkg/gate"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/report"
	"partner/pkg/result"
)

// read reads settings in a folder that holds a settings file with that text.
func read(t *testing.T, file string, args ...string) (*Settings, string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	addFlags(flags)
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	s, wrong := Read(flags, dir)
	return s, wrong.Error()
}

// addFlags adds the flags of all settings.
func addFlags(to *pflag.FlagSet) {
	for _, k := range Keys() {
		k.Flag(to)
	}
}

// sample gives a value of the key that is not its default; other gives another one.
func samples(k Key) (sample, other string) {
	switch {
	case k.Name == "base":
		return "HEAD~1", "v1"
	case k.Name == "fail-on":
		return "errors,open-gates", "old"
	case k.Name == "as-of":
		return "2026-06-10", "2026-06-11"
	case k.Also.Is != "":
		return "90", "91"
	case len(k.Words) == 2 && !k.List:
		for _, w := range k.Words {
			if w != k.Default {
				return w, k.Default
			}
		}
	}
	return k.Words[1], k.Words[2]
}

// TestPrecedence holds, for every setting: flag, environment, file, default.
func TestPrecedence(t *testing.T) {
	for _, k := range Keys() {
		t.Run(k.Name, func(t *testing.T) {
			sample, other := samples(k)
			find := func(s *Settings) Value {
				for _, v := range s.Values {
					if v.Name == k.Name {
						return v
					}
				}
				t.Fatal("it is not among the values")
				return Value{}
			}
			expect := func(s *Settings, wrong, text, from string) {
				t.Helper()
				if s == nil {
					t.Fatal(wrong)
				}
				if v := find(s); v.Text != text || v.From != from {
					t.Errorf("it is %q from %q, want %q from %q", v.Text, v.From, text, from)
				}
			}
			s, wrong := read(t, "")
			expect(s, wrong, k.Default, "default")
			s, wrong = read(t, k.Name+": "+sample)
			expect(s, wrong, sample, FileName+":1:1")
			s, wrong = read(t, k.Name+": "+other, "--"+k.Name+"="+sample)
			expect(s, wrong, sample, "--"+k.Name)
			t.Setenv(k.Env(), sample)
			s, wrong = read(t, k.Name+": "+other)
			expect(s, wrong, sample, k.Env())
			s, wrong = read(t, "", "--"+k.Name+"="+other)
			expect(s, wrong, other, "--"+k.Name)
			t.Setenv(k.Env(), "")
			s, wrong = read(t, "")
			expect(s, wrong, k.Default, "default")
		})
	}
}

// TestOneWrongWordOfSeveral is named, from each side.
func TestOneWrongWordOfSeveral(t *testing.T) {
	for wrong, want := range map[string]string{
		"open-gate":               `did you mean "open-gates"?`,
		"contradictions,open-gat": `for "open-gat" did you mean "open-gates"?`,
		"errors, xyzzyplugh":      `"xyzzyplugh" is none of these`,
		"none,errors":             "none goes with no other",
	} {
		flags := pflag.NewFlagSet("", pflag.ContinueOnError)
		addFlags(flags)
		if err := flags.Parse([]string{"--fail-on=" + wrong}); err == nil || !strings.HasSuffix(err.Error(), "; "+want) {
			t.Errorf("flag: %q gives %v", wrong, err)
		}
		if _, errs := read(t, "fail-on: '"+wrong+"'"); !strings.Contains(errs, "; "+want) {
			t.Errorf("file: %q gives %q", wrong, errs)
		}
		t.Setenv("PARTNER_FAIL_ON", wrong)
		if _, errs := read(t, ""); !strings.Contains(errs, "; "+want) {
			t.Errorf("environment: %q gives %q", wrong, errs)
		}
		os.Unsetenv("PARTNER_FAIL_ON")
	}
}

// TestValuesAreCheckedAlike gives each setting a wrong value from each side.
func TestValuesAreCheckedAlike(t *testing.T) {
	for _, k := range Keys() {
		for _, wrong := range []string{"nonsense", "Text", "9", "0x64", "true ", "-1", "2026-06", "2026-02-30", "10/06/2026"} {
			expected := "expected " + k.Expected()
			if k.Allows(wrong) {
				continue // a number of days, or the name of a base
			}
			if _, errs := read(t, k.Name+": '"+wrong+"'"); !strings.Contains(errs, expected) || !strings.HasPrefix(errs, FileName+":1:") {
				t.Errorf("file, %s: %q gives %q", k.Name, wrong, errs)
			}
			flags := pflag.NewFlagSet("", pflag.ContinueOnError)
			addFlags(flags)
			if err := flags.Parse([]string{"--" + k.Name + "=" + wrong}); err == nil || !strings.Contains(err.Error(), expected) {
				t.Errorf("flag, %s: %q gives %v", k.Name, wrong, err)
			}
			t.Setenv(k.Env(), wrong)
			if _, errs := read(t, ""); !strings.Contains(errs, expected) || !strings.HasPrefix(errs, k.Env()+": ") {
				t.Errorf("environment, %s: %q gives %q", k.Name, wrong, errs)
			}
			os.Unsetenv(k.Env())
		}
	}
}

// TestTyped holds that a value arrives the same from each side.
func TestTyped(t *testing.T) {
	day, _ := proposal.ParseDay("2026-06-10")
	want := Settings{Format: "json", Width: 120, Color: Never, ASCII: true, Stage: result.ToStart, Base: "HEAD~1", AsOf: day, AsAsked: true,
		Gate: gate.Gate{FailOn: []gate.Kind{gate.Errors, gate.OpenGates}, AtLeast: rating.AmberGreen, Of: gate.Documented, OldAfter: 30}}
	expect := func(s *Settings, wrong string) {
		t.Helper()
		if s == nil {
			t.Fatal(wrong)
		}
		s.Values = nil
		if !reflect.DeepEqual(*s, want) {
			t.Errorf("%+v, want %+v", *s, want)
		}
	}
	expect(read(t, "format: json\nwidth: 120\ncolor: never\nascii: true\nat-least: amber-green\nof: documented\nfail-on: [errors, open-gates]\nstage: start\nold-after: 30\nbase: HEAD~1\nas-of: 2026-06-10\n"))
	expect(read(t, "", "-f", "json", "--width=120", "--color=never", "--ascii", "--at-least=amber-green", "--of=documented", "--fail-on=errors,open-gates", "--stage=start", "--old-after=30", "--base=HEAD~1", "--as-of=2026-06-10"))
	for name, value := range map[string]string{"FORMAT": "json", "WIDTH": "120", "COLOR": "never", "ASCII": "true", "AT_LEAST": "amber-green", "OF": "documented", "FAIL_ON": "errors,open-gates", "STAGE": "start", "OLD_AFTER": "30", "BASE": "HEAD~1", "AS_OF": "2026-06-10"} {
		t.Setenv("PARTNER_"+name, value)
	}
	expect(read(t, ""))
	if s, _ := read(t, "", "--ascii=false", "--width=auto"); s.ASCII || s.Width != 0 {
		t.Errorf("flags do not win: %+v", s)
	}
}

func TestWrongFiles(t *testing.T) {
	for text, says := range map[string]string{
		"Format: text":                `did you mean "format"`,
		"at_least: red":               `did you mean "at-least"`,
		"at-least.low: red":           "the setting",
		"width: 100\nwidth: 100":      "a second time",
		"- width":                     "not a mapping",
		"width":                       "not a mapping",
		"width: [100]":                "a mapping or list for `width`",
		"width:":                      `"" for `,
		"width: {is: 100}":            "a mapping or list for `width`",
		"a: &a [x]\nformat: *a":       "the setting",
		"format: text\n---\nwidth: 9": "second document",
		"format: \x00":                "NUL",
		"format: \xff":                "UTF-8",
		"format: !!str text":          "the tag",
		"<<: {format: text}":          "merge key",
		"fail-on: [errors, old ones]": `"old ones" for `,
		"fail-on: [none, errors]":     `"none,errors" for `,
		"fail-on: errors old":         `"errors old" for `,
	} {
		if s, wrong := read(t, text); s != nil || !strings.Contains(wrong, says) {
			t.Errorf("%q gives %q, want %q in it", text, wrong, says)
		}
	}
	if s, wrong := read(t, strings.Repeat("# far too much\n", 1<<17)+"width: 100"); s != nil || !strings.Contains(wrong, "bytes") {
		t.Errorf("a huge file gives %q", wrong)
	}
}

func TestNearest(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b", "c")
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	put := func(parts ...string) string {
		path := filepath.Join(append([]string{root}, parts...)...)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	top := put(FileName)
	if got := nearest(deep); got != top {
		t.Errorf("nearest is %q, want %q", got, top)
	}
	put("a", ".git") // of a worktree, where .git is a file
	if got := nearest(deep); got != "" {
		t.Errorf("beyond the checkout %q was found", got)
	}
	in := put("a", FileName)
	if got := nearest(deep); got != in {
		t.Errorf("nearest is %q, want %q", got, in)
	}
}

func TestEveryFormatIsASetting(t *testing.T) {
	k, _ := find("format")
	for _, name := range report.ReportNames() {
		if !k.Allows(name) {
			t.Errorf("%s cannot be set", name)
		}
	}
	for _, k := range Keys() {
		if !k.Allows(k.Default) {
			t.Errorf("the default of %s cannot be set", k.Name)
		}
	}
}

// FuzzParse reads hostile settings files: whatever is accepted is allowed, and whatever is not is told.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "# nothing", "width: 100", "format: json\nat-least: amber-red\n", "width: &a 100\nformat: *a", "a: &a [*a]", "{", "\xff", "width: !!int 100",
		"? [a]\n: b", "width: 1e2", "ascii: yes", "%YAML 1.1\n---\nwidth: 100", "---\n...\n", "width: |\n  100\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		values, wrong := parse("settings", text)
		for name, s := range values {
			if k, ok := find(name); !ok || !k.Allows(s.value) || s.at.Line < 1 {
				t.Errorf("%q was accepted as %q at %v", s.value, name, s.at)
			}
		}
		for _, d := range wrong {
			if d.Found == "" || strings.ContainsAny(d.Error(), "\x1b\x00") {
				t.Errorf("%q", d.Error())
			}
			_ = d.Snippet()
		}
	})
}
