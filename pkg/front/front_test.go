package front_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/result"
)

// read reads a proposal that is to be without fault.
func read(t *testing.T, file string) *proposal.Proposal {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, wrong := proposal.Read(filepath.Base(file), data, os.DirFS(filepath.Dir(file)))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return doc
}

// drawn is the first screen of a result as it is read.
func drawn(t interface{ Fatal(...any) }, r *result.Result, width int) string {
	var b strings.Builder
	if err := text.Write(&b, outline.Brief(r), text.Options{Width: width}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// whole is all that a page holds, if it had room without end.
func whole(f *result.Front) string {
	var b strings.Builder
	for _, block := range f.Blocks {
		b.WriteString(block.Heading + " " + block.Aside + "\n")
		for _, l := range block.Lines {
			b.WriteString(strings.Join([]string{l.Mark, l.Rated, l.Label, result.FrontText(l.Text), l.Who, l.Closes}, " ") + "\n")
		}
	}
	return b.String()
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestExamplesStateTheirFacts holds the page of each example to the facts that a board has to find on it: those
// of the example's own list.
func TestExamplesStateTheirFacts(t *testing.T) {
	lists, _ := filepath.Glob("testdata/front/*.yaml")
	if len(lists) < 8 {
		t.Fatalf("%d lists", len(lists))
	}
	for _, list := range lists {
		name := strings.TrimSuffix(filepath.Base(list), ".yaml")
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("../../examples", name+".yaml")
			if _, err := os.Stat(file); err != nil {
				file = filepath.Join("../../examples", name, "proposal.yaml")
			}
			r := assess.Assess(read(t, file), assessments.Catalogue())
			data, err := os.ReadFile(list)
			if err != nil {
				t.Fatal(err)
			}
			var facts []string
			if err := yaml.Unmarshal(data, &facts); err != nil {
				t.Fatal(err)
			}
			page, screen := strings.ToLower(flat(whole(&r.Front))), drawn(t, r, 100)
			missing := 0
			for _, f := range facts {
				if !strings.Contains(page, strings.ToLower(f)) {
					t.Errorf("the page does not state %q", f)
				}
				if !strings.Contains(strings.ToLower(flat(screen)), strings.ToLower(f)) && !strings.Contains(f, "no date") {
					missing++ // below the screen, and counted there
				}
			}
			if missing*6 > len(facts) {
				t.Errorf("%d of %d facts are not on the screen:\n%s", missing, len(facts), screen)
			}
			checkScreen(t, r)
			if t.Failed() {
				t.Log(screen)
			}
		})
	}
}

type failing interface {
	Errorf(string, ...any)
	Fatal(...any)
}

// checkScreen holds what is drawn to its size at both widths: whole lines, none cut, and none missing of what stays.
func checkScreen(t failing, r *result.Result) {
	for _, width := range []int{80, 100} {
		page := drawn(t, r, width)
		lines := strings.Split(strings.TrimSuffix(page, "\n"), "\n")
		if len(lines) > 45 {
			t.Errorf("%d lines at %d columns:\n%s", len(lines), width, page)
		}
		for _, l := range lines {
			if n := len([]rune(l)); n > width {
				t.Errorf("a line of %d at %d columns: %s", n, width, l)
			}
		}
		checkReferences(t, page)
		if b := r.Front.Block(result.FrontAgainst); b != nil {
			for _, l := range append(slices.Clone(b.Lines), b.More...) {
				if l.Stays && !strings.Contains(flat(page), flat(l.Mark+" "+result.FrontText(l.Text))) {
					t.Errorf("the gravest sum is not on the page at %d columns:\n%s\n%s", width, result.FrontText(l.Text), page)
				}
			}
		}
		if strings.Contains(page, "…") {
			t.Errorf("a line is cut:\n%s", page)
		}
	}
}
