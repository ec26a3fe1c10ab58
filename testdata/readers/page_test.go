package readers

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/testdata/hostile"
	"partner/testdata/readback"
	"partner/testdata/trial"
)

// pages are pages of reports: of some examples, and of documents that say what would get out of a page, or widen it.
func pages(t *testing.T) map[string]*result.Result {
	t.Helper()
	all := map[string]*result.Result{}
	for _, name := range []string{"case-c.yaml", "networked-clinic/proposal.yaml"} {
		all[name] = trial.File(t, "../../examples/"+name)
	}
	saying := trial.Saying(t, "../../examples/contradictory.yaml")
	say := func(name, text string) {
		j := judge.At(saying("hostile.yaml", text), assessments.Catalogue(), result.UnknownStage)
		all[name] = assess.Result(j)
	}
	for _, x := range hostile.Texts() {
		if slices.Contains([]string{"markup", "direction of writing"}, x.Name) {
			say(x.Name, x.Text)
		}
	}
	say("long words", strings.Repeat("Llanfair", 40)+"</style><script>document.title='broken out'</script>")
	return all
}

// browsed has Chromium show and print a page, and gives what is wrong with it, and where it is printed.
func browsed(t *testing.T, html []byte) (wrong []string, pdf string) {
	t.Helper()
	const browser = "/usr/bin/chromium"
	if _, err := os.Stat(browser); err != nil {
		read(t, nil, fmt.Errorf("%s: %w", browser, errMissing))
	}
	for _, name := range []string{"playwright-core", "axe-core"} {
		if _, err := os.Stat(filepath.Join("node_modules", name)); err != nil {
			read(t, nil, fmt.Errorf("%s: %w; run npm ci in testdata/readers", name, errMissing))
		}
	}
	dir := t.TempDir()
	file, pdf := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(file, html, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := ran("node", "page.mjs", file, pdf)
	return decoded[[]string](t, read(t, out, err)), pdf
}

// TestPages: Chromium shows each page at 1280 and at 320 pixels, in the dark, in forced colours and for print, without a
// finding of axe, a request, a script or a violation of its policy, and prints all of it on A4.
func TestPages(t *testing.T) {
	t.Parallel()
	f, _ := report.Find("html")
	for name, r := range pages(t) {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := f.Reports(&b, slices.Values([]report.Outcome{{Name: name, Result: r}}), report.Options{}); err != nil {
				t.Fatal(err)
			}
			page := readback.HTML(t, b.Bytes())
			wrong, pdf := browsed(t, b.Bytes())
			for _, w := range wrong {
				t.Error(w)
			}
			onPaper(t, pdf, page)
		})
	}
}

// TestPagesThatAreWrong: what the tests above look for is found where it is.
func TestPagesThatAreWrong(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	f, _ := report.Find("html")
	if err := f.Reports(&b, slices.Values([]report.Outcome{{Name: "x.yaml", Result: trial.File(t, "../../examples/early-idea.yaml")}}), report.Options{}); err != nil {
		t.Fatal(err)
	}
	html := strings.Replace(b.String(), "</body>", `<pre style="width: 200vw">x</pre><script>alert(1)</script><img src="https://example.invalid/x.png"></body>`, 1)
	wrong, _ := browsed(t, []byte(html))
	all := strings.Join(wrong, "\n")
	for _, want := range []string{"script-src", "style-src", "image-alt"} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is not found: %s", want, all)
		}
	}
}

// onPaper holds a page on paper to what it is on the screen: tagged, in A4, all its words, and links that name no folder.
func onPaper(t *testing.T, pdf string, page readback.Paper) {
	t.Helper()
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		read(t, nil, fmt.Errorf("poppler-utils: %w", errMissing))
	}
	info, err := ran("pdfinfo", pdf)
	if said := string(read(t, info, err)); !strings.Contains(said, "(A4)") || !regexp.MustCompile(`Tagged:\s+yes`).MatchString(said) {
		t.Errorf("it is printed as %s", said)
	}
	out, err := ran("pdftotext", pdf, "-")
	joined := func(s string) string { return strings.ReplaceAll(strings.Join(strings.Fields(s), ""), "-", "") } // pdftotext takes one at the end of a line for a break
	text := joined(string(read(t, out, err)))
	lost := 0
	onScreen := strings.NewReplacer("›", "", "Contents", "") // what leads around in it
	for _, word := range strings.Fields(onScreen.Replace(page.Text)) {
		if !strings.Contains(text, joined(word)) {
			if lost++; lost < 5 {
				t.Errorf("%q is not printed", word)
			}
		}
	}
	links, err := ran("pdfinfo", "-url", pdf)
	if strings.Contains(string(read(t, links, err)), "file:") {
		t.Errorf("a link names a folder: %s", links)
	}
}
