package report_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/batch"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/judge"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/source"
	"partner/testdata/hostile"
	"partner/testdata/readback"
	"partner/testdata/trial"
)

func htmlFolder(t testing.TB) *report.Folder {
	f, _ := report.Find("html")
	if f.Folder == nil {
		t.Fatal("HTML has no folders")
	}
	return f.Folder
}

func TestFileNames(t *testing.T) {
	f := htmlFolder(t)
	for _, c := range []struct{ paths, names string }{
		{"proposals/north/a.yaml proposals/b.yml c.json d", "proposals-north-a.html proposals-b.html c.html d.html"},
		{"../x.yaml /tmp/y.yaml .hidden.yaml a/../b.yaml", "x.html tmp-y.html hidden.html a-..-b.html"},
		{"main:a.yaml C:\\b.yaml a<b>|?*\".yaml", "main-a.html C-b.html a-b.html"},
		{"Zürich.yaml 東京/計画.yaml", "Zürich.html 東京-計画.html"},
		{"index.yaml Index.yaml", "index-*.html Index-*.html"},
		{"con.yaml LPT1.x.yaml company.yaml", "con-*.html LPT1.x-*.html company.html"},
		{"a/b.yaml a-b.yaml A-B.json c.yaml", "a-b-*.html a-b-*.html A-B-*.html c.html"},
		{"e\u0301.yaml \u00e9.yaml", "\u00e9-*.html \u00e9-*.html"},
		{"- ... a.", "proposal-*.html proposal-*.html a.html"},
		{"a.yaml a.yaml", "a-*.html a-*-2.html"},
		{strings.Repeat("é", 100) + ".yaml", strings.Repeat("é", 60) + "-*.html"},
	} {
		got := f.FileNames(strings.Fields(c.paths))
		want := strings.Fields(c.names)
		for i, w := range want {
			before, after, cut := strings.Cut(w, "*")
			if g := got[i]; !cut && g != w || cut && (!strings.HasPrefix(g, before) || !strings.HasSuffix(g, after) || len(g) != len(before)+8+len(after)) {
				t.Errorf("%s: got %q, want %q", c.paths, got, want)
			}
		}
	}
}

// TestFileNamesAreSafe: whatever the paths, no two documents share a file on any system, none is the index, and the order
// of the documents is no part of a name.
func TestFileNamesAreSafe(t *testing.T) {
	f := htmlFolder(t)
	letters := rapid.StringOfN(rapid.OneOf(rapid.RuneFrom([]rune(`aAbé./\:-_ *<"é`)), rapid.Rune()), 0, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		paths := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) string {
			return letters.Draw(t, "path") + rapid.SampledFrom([]string{"", ".yaml", ".json"}).Draw(t, "end")
		}), 0, 12, rapid.ID[string]).Draw(t, "paths")
		names := f.FileNames(paths)
		seen := map[string]string{"index.html": "the index"}
		for i, n := range names {
			key := strings.ToLower(norm.NFC.String(strings.ToUpper(n)))
			if was, is := seen[key]; is {
				t.Fatalf("%q and %q are both %q", was, paths[i], n)
			}
			seen[key] = paths[i]
			for _, r := range n {
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("-._", r) {
					t.Fatalf("%q holds %q", n, r)
				}
			}
			if strings.HasPrefix(n, ".") || !strings.HasSuffix(n, ".html") || len(n) > 200 {
				t.Fatalf("%q", n)
			}
		}
		turned := slices.Clone(paths)
		slices.Reverse(turned)
		again := f.FileNames(turned)
		slices.Reverse(again)
		for i, n := range names {
			if again[i] != n && !strings.Contains(n, "-2.html") && !strings.Contains(again[i], "-2.html") {
				t.Fatalf("%q is %q, or %q in another order", paths[i], n, again[i])
			}
		}
	})
}

// TestIndexOfHostileDocuments: a title, a path or an error that would break out stays text, and each row leads to its page.
func TestIndexOfHostileDocuments(t *testing.T) {
	f, cat := htmlFolder(t), assessments.Catalogue()
	saying := trial.Saying(t, "../../examples/contradictory.yaml")
	index := report.NewIndex(cat, true)
	var paths []string
	for i, text := range hostile.Texts() {
		paths = append(paths, text.Text, hostileName+string(rune('a'+i)))
	}
	names := f.FileNames(paths)
	for i, text := range hostile.Texts() {
		doc := saying(hostileName, text.Text)
		j := judge.Judge(doc, cat)
		made := batch.MadeBy("test", cat, 0, nil)
		made.Path = paths[2*i]
		line := batch.LineOf(made, j, judge.Findings(j))
		if err := index.Add(report.EntryOf(names[2*i], report.Outcome{Name: paths[2*i], Result: assess.Result(j)}, &line)); err != nil {
			t.Fatal(err)
		}
		made.Path = paths[2*i+1]
		wrong := source.Diagnostics{{Position: source.Position{File: paths[2*i+1], Line: 1, Column: 1}, Found: text.Text, Expected: text.Text}}
		line = batch.Failed(made, wrong)
		if err := index.Add(report.EntryOf(names[2*i+1], report.Outcome{Name: paths[2*i+1], Diagnostics: wrong}, &line)); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := index.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	page := readback.HTML(t, b.Bytes())
	for i, n := range names {
		if !slices.Contains(page.Pages, n) {
			t.Errorf("%q is not led to", n)
		}
		if said := strings.Join(strings.Fields(outline.Clean(paths[i])), " "); !strings.Contains(page.Text, said) {
			t.Errorf("%q is not told", said)
		}
	}
	if !f.Owns(b.Bytes()) {
		t.Error("it would not be written over by the next run")
	}
	for _, other := range []string{"", "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\">", "partner: 1\n"} {
		if f.Owns([]byte(other)) {
			t.Errorf("%q would be written over", other)
		}
	}
}
