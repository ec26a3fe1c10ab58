package readers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/load"
	"partner/pkg/report/docx"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/testdata/hostile"
	"partner/testdata/trial"
)

// paper is a Word paper on a file, in a house template or none, with its options.
func paper(t *testing.T, file string, house *docx.Template) (*result.Result, []byte) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	j := judge.At(trial.Read(t, filepath.Base(file), data, filepath.Dir(file)), assessments.Catalogue(), result.UnknownStage)
	r := assess.Result(j)
	r.Options = assess.OptionsOf(j)
	return r, inWord(t, r, house)
}

func inWord(t *testing.T, r *result.Result, house *docx.Template) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, outline.PaperOf(r), docx.Options{Template: house, Fields: docx.Fields{docx.Meeting: "The Board in public"}}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bare is text without spaces, hyphens and marks of lists, which readers set as they like.
func bare(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n\t\f-‐‑’'“”\"…", r) || r == '\u00a0' || r == '\u200b' {
			return -1
		}
		return r
	}, s))
}

// tellsSummary holds what a reader has of a paper to every sentence of its summary and front sheet.
func tellsSummary(t *testing.T, r *result.Result, text string) {
	t.Helper()
	text = bare(text)
	p := outline.PaperOf(r)
	said := append([]string{p.Sheet.Verdict, p.Sheet.Certain, p.Sheet.Between, "The Board in public"}, p.Sheet.Asked...)
	for _, b := range r.Front.Blocks {
		for _, l := range b.Lines {
			said = append(said, result.FrontText(l.Text))
		}
	}
	for _, s := range said {
		if !strings.Contains(text, bare(s)) {
			t.Errorf("%q is not told", s)
		}
	}
}

// TestWordByPandoc: every sentence of each summary, and a heading of each section.
func TestWordByPandoc(t *testing.T) {
	t.Parallel()
	for _, file := range trial.Examples(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r, word := paper(t, file, nil)
			name := filepath.Join(t.TempDir(), "paper.docx")
			if err := os.WriteFile(name, word, 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := ran("pandoc", "--to", "plain", "--wrap", "none", name)
			tellsSummary(t, r, string(read(t, out, err)))
			out, err = ran("pandoc", "--to", "markdown", "--wrap", "none", "--markdown-headings", "atx", name)
			markdown := string(read(t, out, err))
			for _, s := range outline.PaperOf(r).Page.Sections {
				if !strings.Contains(markdown, "\n# "+s.Title) {
					t.Errorf("%q is no heading", s.Title)
				}
			}
			if n := strings.Count(markdown, "\n## "); n < 10 {
				t.Errorf("%d headings of the second level", n)
			}
		})
	}
}

// markup is a tag of HTML.
var markup = regexp.MustCompile(`<[^>]*>`)

// TestHostileWordByPandoc: texts that would get out of their places are read as they stand.
func TestHostileWordByPandoc(t *testing.T) {
	t.Parallel()
	saying := trial.Saying(t, "../../examples/contradictory.yaml")
	for _, x := range hostile.Texts() {
		t.Run(x.Name, func(t *testing.T) {
			r := assess.Result(judge.At(saying("h.yaml", x.Text), assessments.Catalogue(), result.UnknownStage))
			name := filepath.Join(t.TempDir(), "paper.docx")
			if err := os.WriteFile(name, inWord(t, r, nil), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := ran("pandoc", "--to", "html", "--wrap", "none", name) // it takes minutes to set long texts in tables of plain text
			text := html.UnescapeString(markup.ReplaceAllString(string(read(t, out, err)), ""))
			want := strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd").Replace(strings.ToValidUTF8(outline.Clean(x.Text), "\ufffd"))
			if !strings.Contains(bare(text), bare(want)) {
				t.Errorf("%q is not told", want)
			}
		})
	}
}

// printed is a paper as LibreOffice prints it: the file, what pdftotext has of each page, and the tags that pdfinfo has.
func printed(t *testing.T, word []byte) (pages []string, tags, info string) {
	t.Helper()
	office, err := load.FindOffice()
	if err != nil {
		read(t, nil, errors.Join(err, errMissing))
	}
	pdf, err := office.PDF(context.Background(), word)
	if err != nil && strings.Contains(err.Error(), "needs its Writer") {
		err = errors.Join(err, errMissing)
	}
	read(t, pdf, err)
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := ran("pdftotext", "-layout", file, "-")
	pages = strings.Split(strings.TrimSuffix(string(read(t, out, err)), "\f"), "\f")
	out, err = ran("pdfinfo", "-struct-text", file)
	tags = string(read(t, out, err))
	out, err = ran("pdfinfo", file)
	return pages, tags, string(read(t, out, err))
}

// tagged holds the tags of a PDF to those that a person needs who hears it read.
func tagged(t *testing.T, r *result.Result, tags, info string) {
	t.Helper()
	for _, tag := range []string{"H1", "H2", "H3", "TH", "TD", "Table", "L", "LI", "TOCI", "Link"} {
		if !regexp.MustCompile(`(?m)^ *` + tag + `\b`).MatchString(tags) {
			t.Errorf("nothing is tagged as %s", tag)
		}
	}
	if !strings.Contains(info, "Tagged:          yes") || !strings.Contains(info, "Title:           "+r.Front.Title) {
		t.Errorf("%s", info)
	}
}

// number is the foot of a page.
var number = regexp.MustCompile(`Page (\d+) of (\d+)\s*$`)

// TestWordByLibreOffice: it opens the paper on each example and prints it tagged, with every sentence of the summary, that
// on two pages at most, no page that is nearly empty, and the number of each at its foot.
func TestWordByLibreOffice(t *testing.T) {
	t.Parallel()
	for _, file := range trial.Examples(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r, word := paper(t, file, nil)
			pages, tags, info := printed(t, word)
			tagged(t, r, tags, info)
			tellsSummary(t, r, strings.Join(untabled(pages), "\n"))
			begins := func(title string) int {
				return slices.IndexFunc(pages[1:], func(p string) bool { return regexp.MustCompile(`(?m)^ *` + title + `$`).MatchString(p) }) + 1
			}
			first, last := begins("Summary"), begins(outline.PaperOf(r).Page.Sections[0].Title)
			if first != 1 || last < first || last > first+2 {
				t.Errorf("the summary begins on page %d, and what follows on page %d", first+1, last+1)
			}
			for i, p := range pages {
				if m := number.FindStringSubmatch(p); m == nil || m[1] != fmt.Sprint(i+1) || m[2] != fmt.Sprint(len(pages)) {
					t.Errorf("the foot of page %d of %d is %q", i+1, len(pages), m)
				}
				if n := len(strings.Fields(p)); n < 40 && i < len(pages)-1 {
					t.Errorf("page %d has %d words", i+1, n)
				}
			}
		})
	}
}

// untabled are pages read line by line and, besides, column by column: what stands in a cell of several lines is not one
// sentence in lines across.
func untabled(pages []string) []string {
	all := slices.Clone(pages)
	for _, p := range pages {
		lines := strings.Split(p, "\n")
		for at := range 140 {
			var column []string
			for _, l := range lines {
				if runes := []rune(l); at < len(runes) && (at == 0 || at > 1 && runes[at-1] == ' ' && runes[at-2] == ' ') && runes[at] != ' ' {
					text, _, _ := strings.Cut(string(runes[at:]), "   ")
					column = append(column, text)
				}
			}
			all = append(all, strings.Join(column, " "))
		}
	}
	return all
}

// TestWordInAHouseTemplate that LibreOffice made, and in a paper of our own taken for one: the same tags and sentences.
func TestWordInAHouseTemplate(t *testing.T) {
	t.Parallel()
	file := "../../examples/case-c.yaml"
	_, own := paper(t, file, nil)
	dir := t.TempDir()
	page := filepath.Join(dir, "house.html")
	if err := os.WriteFile(page, []byte(`<html lang="de"><body><h1>Haus</h1><p>Text</p><ul><li>Punkt</li></ul><table><tr><th>Kopf</th></tr></table></body></html>`), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := ran("soffice", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "dotx:MS Word 2007 XML Template", "--outdir", dir, page)
	read(t, out, err)
	made, err := os.ReadFile(filepath.Join(dir, "house.dotx"))
	if err != nil {
		read(t, nil, errors.Join(err, errMissing))
	}
	for name, house := range map[string][]byte{"of LibreOffice": made, "our own": own} {
		t.Run(name, func(t *testing.T) {
			h, err := docx.ReadTemplate(house)
			if err != nil {
				t.Fatal(err)
			}
			r, word := paper(t, file, h)
			pages, tags, info := printed(t, word)
			tagged(t, r, tags, info)
			tellsSummary(t, r, strings.Join(untabled(pages), "\n"))
		})
	}
}
