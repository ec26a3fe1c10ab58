//go:build unix

package main

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"partner/pkg/report"
	"partner/testdata/hostile"
	"partner/testdata/readback"
)

// hostileDocuments has a batch print what is made to harm its readers, in files with names that are too, in every
// format: each is read back, and tells of the same documents.
func hostileDocuments(t *testing.T, s *soak) {
	n := 0
	file := func(text string) {
		names := []string{"%03d.yaml", "::error file=x::%03d.yaml", "%03d\n::set-output name=a::b.yaml", "=1+%03d.yaml", "%03d \x1b[2J \u202e.yaml", "<b>%03d&#38;]]>.yaml", "[x](y) @everyone `%03d`.yaml", "##[error]%03d \"a\",b.yaml"}
		write(t, "hostile/"+fmt.Sprintf(names[n%len(names)], n), text)
		n++
	}
	for _, d := range hostile.Documents() {
		file(string(d.Text))
	}
	found := n // of which those are passed over that do not say that they are proposals
	for _, text := range hostile.Texts() {
		quoted := strconv.QuoteToASCII(text.Text) // with the escapes of YAML, too
		file("partner: 1\ntitle: " + quoted + "\n")
		file("partner: 1\ntitle: x\n" + quoted + ": x\narrangement: {form: " + quoted + "}\n")
	}
	args := []string{"batch", "hostile", "-q"}
	for _, format := range report.LineNames() {
		args = append(args, "--output", format+"="+format)
	}
	e := s.partner(t, args...).with(t, 2)
	readback.Harmless(t, []byte(e.err))

	lines := readback.Objects(t, []byte(read(t, "ndjson")))
	if texts := n - found; len(lines) < texts || len(lines) > n {
		t.Fatalf("%d lines for %d files, %d of which say that they are proposals", len(lines), n, texts)
	}
	titles, wrong := map[any]bool{}, map[string]int{}
	for _, l := range lines {
		titles[l["title"]] = true
		if errors, is := l["errors"].([]any); is {
			wrong["errors"] += len(errors)
			wrong["documents"]++
		}
	}
	for _, text := range hostile.Texts() {
		if !titles[text.Text] {
			t.Errorf("no line has the title %q", text.Text)
		}
	}
	if told := strings.Count(e.err, "\n"); told != wrong["documents"] {
		t.Errorf("%d lines tell of %d documents with errors", told, wrong["documents"])
	}
	for format, entries := range map[string]func() []readback.Entry{
		"sarif":  func() []readback.Entry { return readback.SARIF(t, []byte(read(t, "sarif"))) },
		"gitlab": func() []readback.Entry { return readback.GitLab(t, []byte(read(t, "gitlab"))) },
		"junit":  func() []readback.Entry { all, _ := readback.JUnit(t, []byte(read(t, "junit"))); return all },
	} {
		errors := 0
		for _, e := range entries() {
			if e.Level == "error" || e.Level == "critical" || e.Level == "blocker" {
				errors++
			}
		}
		if errors < wrong["errors"] {
			t.Errorf("%s tells %d errors, and there are %d", format, errors, wrong["errors"])
		}
	}
	if annotations, more := readback.GitHub(t, []byte(read(t, "github"))); len(annotations) < 10 || more == "" {
		t.Errorf("%d annotations, and of the others %q", len(annotations), more)
	}
	if rows := readback.CSV(t, []byte(read(t, "csv"))); len(rows) < len(lines) {
		t.Errorf("%d rows for %d documents", len(rows), len(lines))
	}
	if page := readback.Markdown(t, []byte(read(t, "markdown"))); page.Text == "" {
		t.Error("the page is empty")
	}
	t.Logf("%d lines for %d files, %d errors in %d documents", len(lines), n, wrong["errors"], wrong["documents"])
}
