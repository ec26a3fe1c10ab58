package readers

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/desk"
	"partner/testdata/hostile"
)

// TestDesk: Chromium and Firefox open the page that runs in a browser from a file, as a person has it, and work with it:
// the example, edits from the keyboard, completion, errors at their places, files that are opened together, bytes that
// are saved as they came, documents that would get out of the page or are too much for it, and a network that hears
// nothing.
func TestDesk(t *testing.T) {
	t.Parallel()
	page, err := filepath.Abs("../../bin/partner.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, program := range []string{"npm", "node"} {
		if _, err := exec.LookPath(program); err != nil {
			read(t, nil, fmt.Errorf("%s: %w", program, errMissing))
		}
	}
	out, err := ran("make", "-C", "../..", "page")
	read(t, out, err)
	t.Run("size", func(t *testing.T) { // what a server of files has to send
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		var packed bytes.Buffer
		w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		w.Write(text)
		w.Close()
		if most := 3_000_000; packed.Len() >= most {
			t.Errorf("it has %d bytes gzipped, and is to have fewer than %d", packed.Len(), most)
		}
	})
	t.Run("sources", func(t *testing.T) {
		const page = "../../cmd/partner-page/page"
		tests, err := filepath.Glob(page + "/test/*.test.js") // Node 20 takes a folder, Node 22 does not
		if err != nil || len(tests) == 0 {
			t.Fatal("no tests are found", err)
		}
		for i := range tests {
			tests[i] = "test/" + filepath.Base(tests[i])
		}
		c, end := program("node", append([]string{"--test"}, tests...)...)
		defer end()
		c.Dir = page
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	})
	for browser, program := range map[string]string{"chromium": "/usr/bin/chromium", "firefox": "/usr/bin/firefox-esr"} {
		t.Run(browser, func(t *testing.T) {
			for _, needed := range []string{program, "node_modules/playwright-core", "node_modules/puppeteer-core", "node_modules/axe-core"} {
				if _, err := os.Stat(needed); errors.Is(err, os.ErrNotExist) {
					read(t, nil, fmt.Errorf("%s: %w", needed, errMissing))
				}
			}
			out, err := ran("node", "desk.mjs", browser, page, deskFolder(t))
			for _, w := range decoded[[]string](t, read(t, out, err)) {
				t.Error(w)
			}
		})
	}
}

// deskFolder is a folder with what the page is tried with.
func deskFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	file := func(name string) []byte {
		t.Helper()
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	var open desk.Desk
	for _, name := range []string{"proposal.yaml", "organisations/brackwater.yaml", "organisations/thornmere.yaml"} {
		open.Files = append(open.Files, desk.File{Path: "networked-clinic/" + name, Text: file("../../examples/networked-clinic/" + name)})
	}
	sight := open.Look(0, desk.Whole, assessments.Catalogue())
	native, err := sight.Print()
	if err != nil {
		t.Fatal(err)
	}
	write("native.html", native)
	for _, name := range []string{"brackwater.yaml", "thornmere.yaml"} {
		write("views/"+name, string(file("../views/"+name)))
	}
	texts := []string{`<img src=x onerror="window.hit=1"><script>window.hit=1</script>`, `</main></script><script>window.hit=1</script>`, `"><iframe srcdoc="<script>parent.hit=1</script>"></iframe>`, `<meta http-equiv="refresh" content="0;url=http://loopback/">`}
	for _, x := range hostile.Texts() {
		texts = append(texts, x.Text)
	}
	for i, text := range texts {
		name := strconv.Itoa(i) + ".yaml"
		quoted := strconv.QuoteToASCII(text) // YAML reads what Go writes in double quotes
		write("hostile/"+name, strings.Join([]string{
			"partner: 1", "title: Hostile " + name, "about: " + quoted,
			"organisations:", "  a: {name: " + quoted + "}", "  b: {name: B, kind: " + quoted + "}",
			"arrangement: {nature: {is: voluntary, because: " + quoted + ", evidence: [e]}, scale: structural}",
			"evidence:", "  e: {title: " + quoted + ", location: \"http://loopback/x.png\", date: 2026-01-01}", "",
		}, "\n"))
	}
	return dir
}
