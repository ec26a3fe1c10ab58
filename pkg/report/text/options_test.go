package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/report/outline"
	"partner/pkg/result"
)

func optionsOf(t *testing.T, name string) *result.Options {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, wrong := proposal.Read(name, data, os.DirFS(filepath.Dir(name)))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return assess.Options(doc, assessments.Catalogue())
}

func optionsText(t *testing.T, o *result.Options, with Options) string {
	t.Helper()
	return drawn(t, outline.FullOptions(o), with)
}

func TestOptionsTextKeepsToThePage(t *testing.T) {
	files, _ := filepath.Glob("../../../examples/*.yaml")
	for _, name := range append(files, "../../../examples/networked-clinic/proposal.yaml") {
		o := optionsOf(t, name)
		plainText := ""
		for _, with := range []Options{{Width: 80, ASCII: true}, {Width: 100}, {Width: 100, Colour: true}, {Width: 160}} {
			text := optionsText(t, o, with)
			for i, line := range strings.Split(text, "\n") {
				if ansi.StringWidth(line) > with.Width || strings.HasSuffix(line, " ") {
					t.Errorf("%s at %d, line %d: %q", name, with.Width, i+1, line)
				}
			}
			if strings.Contains(text, "\n\n\n\n") || strings.Contains(text, "  .") || strings.Contains(strings.ReplaceAll(text, "../", ""), "..") && !with.ASCII {
				t.Errorf("%s: gaps or stops too many", name)
			}
			if with.Colour {
				if ansi.Strip(text) != plainText || text == plainText {
					t.Errorf("%s: colour changes the text", name)
				}
			}
			plainText = text
		}
	}
}

func TestOptionsTextTellsOfEachOption(t *testing.T) {
	o := optionsOf(t, "../../../examples/case-c.yaml")
	text := strings.Join(strings.Fields(optionsText(t, o, Options{Width: 160})), " ")
	for i := range o.Options {
		x := &o.Options[i]
		for _, said := range []string{x.ContextWords, x.OtherWords, x.OnlyIf, x.Roles, x.WhyNot, x.Marks} {
			if !strings.Contains(text, said) {
				t.Errorf("%s: it does not say %q", x.ID, said)
			}
		}
		if x.LikeContext != "" {
			continue
		}
		for _, f := range x.FindOut {
			if !strings.Contains(text, f.Asks) {
				t.Errorf("%s: it does not ask %q", x.ID, f.Asks)
			}
		}
		for _, g := range x.Gates {
			if !strings.Contains(strings.ToLower(text), strings.ToLower(g.Title)) {
				t.Errorf("%s: it does not name %q", x.ID, g.Title)
			}
		}
		if !strings.Contains(text, x.First.Do) || !strings.Contains(text, x.First.Because) {
			t.Errorf("%s: it does not tell the first step", x.ID)
		}
	}
	for _, said := range append([]string{o.Nothing.Sentence, "our reading; no source says it"}, o.Limits...) {
		if !strings.Contains(text, said) {
			t.Errorf("it does not say %q", said)
		}
	}
}

func TestOptionsTextIsHarmless(t *testing.T) {
	doc, wrong := proposal.Read("x.yaml", []byte("partner: 1\ntitle: \"a \\e[31m \\u202e b\"\narrangement: {alternatives: [{form: merger, why_not: \"\\e]0;x\\a\"}]}\n"), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	o := assess.Options(doc, assessments.Catalogue())
	if text := optionsText(t, o, Options{Width: 100}); strings.ContainsAny(text, "\x1b\x07\u202e") {
		t.Error("it lets a command through")
	}
}
