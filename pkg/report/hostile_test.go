package report_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/report"
	"partner/pkg/report/finding"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/testdata/hostile"
	"partner/testdata/readback"
	"partner/testdata/trial"
)

// hostileName is a file whose name is all that a name can be.
const hostileName = `::error file=x::St Mary's, 50%25 "off" <b>&#38; [x](y) c:d?e#f ü.yaml`

// TestNothingGetsOutOfItsPlace puts texts that would get out of an output into every place of two proposals that takes
// one, and reads each format as its readers do: all that was found is there, in the words that were found, and
// nothing else.
func TestNothingGetsOutOfItsPlace(t *testing.T) {
	cat := assessments.Catalogue()
	for _, x := range []struct {
		file  string
		every int
	}{{"../../examples/contradictory.yaml", 1}, {"../../examples/case-c.yaml", 6}} {
		saying := trial.Saying(t, x.file)
		for n, text := range hostile.Texts() {
			if n%x.every != 0 {
				continue
			}
			doc := saying(hostileName, text.Text)
			j := judge.At(doc, cat, result.UnknownStage)
			r := assess.Result(j)
			found := judge.Findings(j)
			if r.Title != text.Text || len(found) == 0 && x.every == 1 {
				t.Fatalf("the title is %q, and %d findings are found", r.Title, len(found))
			}
			wrong := source.Diagnostics{{Position: source.Position{File: hostileName, Line: 3, Column: 1}, Found: text.Text, Expected: text.Text, Do: text.Text}, {Position: source.Position{File: hostileName}, Found: text.Text}}
			options := report.Options{Width: 100, Catalogue: cat, PDF: func(paper []byte) ([]byte, error) { return paper, nil }}
			reader := finding.Reader{Named: func(s string) string { return s }, Rules: finding.RulesOf(cat)}
			for _, f := range report.Formats() {
				read, is := readers[f.Name]
				if f.Reports == nil {
					continue
				}
				if !is {
					t.Fatalf("no reader of %s", f.Name)
				}
				t.Run(strings.Join([]string{text.Name, f.Name}, "/"), func(t *testing.T) {
					var b bytes.Buffer
					outcomes := []report.Outcome{{Name: hostileName, Result: r}, {Name: hostileName, Diagnostics: wrong}}
					if err := f.Reports(&b, slices.Values(outcomes), options); err != nil {
						t.Fatal(err)
					}
					read(t, b.Bytes(), []finding.Document{reader.Assessed(hostileName, nil, r), reader.Assessed(hostileName, wrong, nil)})
					if f.Checks == nil {
						return
					}
					b.Reset()
					checks := []report.Check{{Name: hostileName, Findings: found}, {Name: hostileName, Wrong: wrong}}
					if err := f.Checks(&b, slices.Values(checks), options); err != nil {
						t.Fatal(err)
					}
					read(t, b.Bytes(), []finding.Document{reader.Checked(hostileName, nil, found), reader.Checked(hostileName, wrong, nil)})
				})
			}
		}
	}
}

// readers read each format, and hold what they read to what was found in the documents.
var readers = map[string]func(*testing.T, []byte, []finding.Document){
	"text": func(t *testing.T, out []byte, _ []finding.Document) { readback.Harmless(t, out) },
	"json": func(t *testing.T, out []byte, _ []finding.Document) { readback.Harmless(t, out) },
	"docx": papers,
	"pdf":  papers, // by a printer that leaves the paper as it is
	"html": func(t *testing.T, out []byte, all []finding.Document) {
		page := readback.HTML(t, out)
		squeezed := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		if title := outline.Clean(hostileName); !strings.Contains(page.Text, squeezed("What is wrong with "+title)) {
			t.Errorf("the file with errors is not told")
		}
		if r := all[0].Result; r != nil && !strings.Contains(page.Text, squeezed(outline.Clean(r.Title))) {
			t.Errorf("%q is not told", r.Title)
		}
		for i := range all[1].Findings {
			found, _, _ := strings.Cut(strings.TrimSuffix(all[1].Findings[i].Text, "."), "; expected")
			for _, want := range strings.Fields(strings.ToLower(source.Printable(found))) {
				if !strings.Contains(strings.ToLower(page.Text), want) {
					t.Errorf("%q is not told", want)
				}
			}
		}
	},
	"ndjson": func(t *testing.T, out []byte, all []finding.Document) {
		objects := readback.Objects(t, out)
		want := len(all)
		if all[0].Result == nil {
			want = len(all[0].Findings) + len(all[1].Findings)
		} else if objects[0]["title"] != all[0].Result.Title {
			t.Errorf("the title is %q", objects[0]["title"])
		}
		if len(objects) != want {
			t.Errorf("%d lines, not %d", len(objects), want)
		}
	},
	"xlsx": func(t *testing.T, out []byte, all []finding.Document) {
		for sheet, rows := range readback.Workbook(t, out) {
			if len(rows) == 0 || len(rows[0]) < 2 {
				t.Errorf("%s has no header", sheet)
			}
		}
	},
	"sarif":  func(t *testing.T, out []byte, all []finding.Document) { same(t, readback.SARIF(t, out), all) },
	"gitlab": func(t *testing.T, out []byte, all []finding.Document) { same(t, readback.GitLab(t, out), all) },
	"github": func(t *testing.T, out []byte, all []finding.Document) {
		entries, more := readback.GitHub(t, out)
		byLevel := map[finding.Level][]string{}
		for _, d := range all {
			for _, f := range d.Findings {
				byLevel[f.Level] = append(byLevel[f.Level], f.Says())
			}
		}
		at := 0
		for _, level := range finding.Levels {
			for _, says := range byLevel[level][:min(10, len(byLevel[level]))] {
				if runes := []rune(says); len(runes) > 4096 {
					says = string(runes[:4095]) + "…"
				}
				if entries[at].Says != says {
					t.Errorf("%+v, not %q", entries[at], says)
				}
				at++
			}
		}
		if left := len(all[0].Findings) + len(all[1].Findings) - at; at != len(entries) || (left > 0) != (more != "") {
			t.Errorf("%d annotations and %q; %d are left", len(entries), more, left)
		}
	},
	"junit": func(t *testing.T, out []byte, all []finding.Document) {
		entries, passed := readback.JUnit(t, out)
		met, n := 0, 0
		for _, d := range all {
			for i := range d.Findings {
				f := &d.Findings[i]
				// What XML has no way to write stands as an escape.
				want := strings.NewReplacer("\ufffe", `\ufffe`, "\uffff", `\uffff`, "\ufdd0", `\ufdd0`, "\U0001ffff", `\u1ffff`).Replace(f.Says())
				if !strings.HasSuffix(entries[n].Says, ": "+want) {
					t.Errorf("%q, not %q", entries[n].Says, want)
				}
				n++
			}
			if d.Result != nil {
				for i := range d.Result.Criteria {
					if c := &d.Result.Criteria[i]; finding.Rates(c) && c.Status == rating.Met {
						met++
					}
				}
			}
			if len(d.Findings) == 0 {
				met++
			}
		}
		if n != len(entries) || met != passed {
			t.Errorf("%d entries and %d passed, not %d and %d", len(entries), passed, n, met)
		}
	},
	"csv": func(t *testing.T, out []byte, all []finding.Document) {
		said := map[string]bool{}
		for _, row := range readback.CSV(t, out) {
			said[strings.TrimPrefix(row["says"], "'")] = true
			if strings.TrimPrefix(row["file"], "'") != hostileName {
				t.Errorf("the file is %q", row["file"])
			}
		}
		for _, d := range all {
			for i := range d.Findings {
				if !said[d.Findings[i].Text] {
					t.Errorf("%q is not told", d.Findings[i].Text)
				}
			}
		}
	},
	"markdown": func(t *testing.T, out []byte, all []finding.Document) {
		page := readback.Markdown(t, out)
		squeezed := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		text := squeezed(page.Text)
		for _, d := range all {
			for i := range d.Findings {
				f := &d.Findings[i]
				if d.Result != nil && d.Result.Criterion(f.Rule) != nil {
					continue // it is among what to do or to find out
				}
				if want := squeezed(strings.ReplaceAll(f.Says(), "\u200b", "")); !strings.Contains(text, want) {
					t.Errorf("%q is not told", want)
				}
			}
		}
	},
}

// papers holds a Word paper to its sections.
func papers(t *testing.T, out []byte, _ []finding.Document) {
	if w := readback.Word(t, out); len(w.Headings[1]) < 5 {
		t.Errorf("the headings are %q", w.Headings[1])
	}
}

// same holds the entries of a format to what was found, in its order.
func same(t *testing.T, entries []readback.Entry, all []finding.Document) {
	t.Helper()
	at := 0
	for _, d := range all {
		for i := range d.Findings {
			f := &d.Findings[i]
			if at >= len(entries) {
				t.Fatalf("only %d entries", len(entries))
			}
			if e := entries[at]; e.Says != f.Says() || e.Rule != f.Rule || e.File != f.Place.File || e.Line != max(1, f.Place.Line) {
				t.Errorf("%+v, not %+v", e, f)
			}
			at++
		}
	}
	if at != len(entries) {
		t.Errorf("%d entries, not %d", len(entries), at)
	}
}
