//go:build unix

package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"partner/testdata/fill"
)

// TestAnswerAsksWhichHolds: where two forms answer differently, a terminal is asked, and what is chosen is written.
func TestAnswerAsksWhichHolds(t *testing.T) {
	t.Chdir(t.TempDir())
	const before = "partner: 1\ntitle: T\norganisations: {north: {name: North}, south: {name: South}}\n"
	write := func(name string, text []byte) {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("p.yaml", []byte(before))
	var out, errs bytes.Buffer
	if code := Main([]string{"questions", "p.yaml", "--format", "markdown"}, strings.NewReader(""), &out, &errs); code != 0 {
		t.Fatal(errs.String())
	}
	for name, answers := range map[string]fill.Answers{"one.md": {"A1": "Jo", "A2": "2026-05-12", "1.1": "voluntary"}, "two.md": {"1.1": "mandated", "2.1": "structural"}} {
		filled, err := fill.Form(out.Bytes(), answers)
		if err != nil {
			t.Fatal(err)
		}
		write(name, filled)
	}
	c := talks(t, 24, 80, "answer", "p.yaml", "one.md", "two.md")
	c.sees("arrangement.nature is answered differently:")
	c.sees(`1 "voluntary" (one.md:`)
	c.sees("by Jo, 2026-05-12)")
	c.sees(`2 "mandated" (two.md:`)
	c.sees("which ends here:")
	c.types("3")
	c.sees("A number from 1 to 2 is needed.")
	c.types("2")
	c.exits(0)
	text, err := os.ReadFile("p.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "nature: mandated") || !strings.Contains(string(text), "scale: structural") {
		t.Errorf("written is\n%s", text)
	}

	write("p.yaml", []byte(before))
	c = talks(t, 24, 80, "answer", "p.yaml", "one.md", "two.md")
	c.sees("which ends here:")
	c.types("")
	c.sees("nothing was written")
	c.exits(badInput)
	if text, err := os.ReadFile("p.yaml"); err != nil || string(text) != before {
		t.Errorf("written is\n%s%v", text, err)
	}
}
