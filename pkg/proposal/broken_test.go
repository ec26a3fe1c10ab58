package proposal_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"partner/pkg/proposal"
	"partner/pkg/source"
)

const brokenFolder = "../../testdata/broken"

// wanted gives the diagnostics that the comments of a file ask for: `# want: COLUMN: MESSAGE`, on the
// line that they are about, several behind one another.
func wanted(name string, text []byte) []string {
	var all []string
	for i, line := range strings.Split(string(text), "\n") {
		for _, w := range strings.Split(line, " # want: ")[1:] {
			all = append(all, fmt.Sprintf("%s:%d:%s", name, i+1, w))
		}
	}
	return all
}

// TestBroken reads each document that is wrong in some way and compares all that is said of it with
// what its comments want, word by word, and in order.
func TestBroken(t *testing.T) {
	root, err := os.OpenRoot(brokenFolder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	files, _ := filepath.Glob(brokenFolder + "/*.yaml")
	if len(files) < 25 {
		t.Fatalf("only %d broken documents", len(files))
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			text, err := fs.ReadFile(root.FS(), name)
			if err != nil {
				t.Fatal(err)
			}
			want := wanted(name, text)
			_, wrong := proposal.Read(name, text, root.FS())
			for _, d := range wrong {
				if d.File == name {
					continue
				}
				if other, err := fs.ReadFile(root.FS(), d.File); err == nil && !hasFile(want, d.File) {
					want = append(want, wanted(d.File, other)...)
				}
			}
			got := make([]string, len(wrong))
			for i, d := range wrong {
				got[i] = d.Error()
				if !strings.Contains(strings.SplitN(d.Snippet(), "\n", 2)[0], fmt.Sprintf("%5d | ", d.Line)) {
					t.Errorf("no snippet: %q", d.Snippet())
				}
			}
			if len(want) == 0 {
				t.Error("the document wants nothing")
			}
			if missing, extra := difference(want, got), difference(got, want); missing != "" || extra != "" {
				t.Errorf("not said:\n%s\nnot wanted:\n%s", missing, extra)
			}
			for i := 1; i < len(wrong); i++ {
				if a, b := wrong[i-1], wrong[i]; a.File == b.File && (a.Line > b.Line || a.Line == b.Line && a.Column > b.Column) {
					t.Errorf("%s stands before %s", a.Position, b.Position)
				}
			}
		})
	}
}

func hasFile(want []string, file string) bool {
	for _, w := range want {
		if strings.HasPrefix(w, file+":") {
			return true
		}
	}
	return false
}

// difference gives the lines of a that b does not have.
func difference(a, b []string) string {
	var left []string
	rest := append([]string{}, b...)
next:
	for _, x := range a {
		for i, y := range rest {
			if x == y {
				rest = append(rest[:i], rest[i+1:]...)
				continue next
			}
		}
		left = append(left, x)
	}
	return strings.Join(left, "\n")
}

// TestSnippets holds what a person sees of a mistake: the line, and a caret under the rune that it is
// about, whatever stands before it.
func TestSnippets(t *testing.T) {
	for _, c := range []struct{ document, want string }{
		{"partner: 1\ntitel: x", "    2 | titel: x\n      | ^"},
		{"partner: 1\ntitle: {is: 東京の病院, becuase: so}", "    2 | title: {is: 東京の病院, becuase: so}\n      |                         ^"},
		{"partner: 1\ntitle: {is: e\u0301a\u0308, becuase: so}", "    2 | title: {is: e\u0301a\u0308, becuase: so}\n      |                 ^"},
		{"partner: 1\ntitle: {is: \"a\tb\", becuase: so}", "    2 | title: {is: \"a b\", becuase: so}\n      |                    ^"},
		{"partner: 1\ntitle: {is: 🏥, becuase: so}", "    2 | title: {is: 🏥, becuase: so}\n      |                 ^"},
		{"partner: 1\ntitle: {is: \u202eab, becuase: so}", "    2 | title: {is: \\u202eab, becuase: so}\n      |                       ^"},
		{"\ufeffpartner: 1\r\ntitel: x\r\n", "    2 | titel: x\n      | ^"},
		{"\ufefftitle: x", "    1 | title: x\n      | ^"},
		{
			"partner: 1\ntitle: {is: " + strings.Repeat("a", 200) + ", becuase: so, evidence: []} # " + strings.Repeat("b", 100),
			"    2 | …" + strings.Repeat("a", 46) + ", becuase: so, evidence: []} # " + strings.Repeat("b", 19) + "…\n      |                                                  ^",
		},
	} {
		_, wrong := proposal.Read("p.yaml", []byte(c.document), nil)
		if len(wrong) != 1 {
			t.Errorf("%q: %v", c.document, wrong)
			continue
		}
		if got := wrong[0].Snippet(); got != c.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", wrong[0].Error(), got, c.want)
		}
	}
}

// TestPastedOverLines holds what is said of pasted texts that run over several lines, where a comment could
// not stand between them.
func TestPastedOverLines(t *testing.T) {
	for _, c := range []struct{ document, want string }{
		{"partner: 1\narrangement:\n  shares:\n    – services\n    – sites\n",
			"p.yaml:4:5: the en dash – (U+2013) in \"– services – sites\" for arrangement.shares; expected a list, or [] where there is none; type a hyphen and a space (- ); put each on a line of its own after `- `, or all in [ ]"},
		{"partner: 1\narrangement:\n  shares: services\n    •\u00a0sites\n",
			"p.yaml:4:6: the no-break space (U+00A0) in \"services •\\u00a0sites\" for arrangement.shares; expected a list, or [] where there is none; delete it, and type a plain space; put each on a line of its own after `- `, or all in [ ]"},
		{"partner: 1\n\t\ntitle: North\n", "p.yaml:2:1: a line of only a tab; remove the tab"},
		{"partner: 1\narrangement:\n  nature:\u00a0voluntary\n  form:\u00a0merger\n",
			"p.yaml:3:10: the no-break space (U+00A0) in \"nature:\\u00a0voluntary form:\\u00a0merger\" for arrangement; expected a mapping with the keys nature, brokered_by, mandate, scale, extent, constituted, form, form_in_words, nearest_form, outcome, shares, state, …; delete it, and type a plain space"},
		{"– partner: 1\n", "p.yaml:1:1: the en dash – (U+2013) in the key \"– partner\"; type a hyphen and a space (- )"},
		{"partner:\u00a01\n",
			"p.yaml:1:9: the no-break space (U+00A0) in \"partner:\\u00a01\" for the whole document; expected a mapping with the keys partner, title, about, as_of, currency, organisations, arrangement, answers, conditions, departures, evidence or catalogue; delete it, and type a plain space"},
		{"partner: 1\ntitle: “North” and “South”\nas_of: “2027”\n",
			"p.yaml:3:8: the typographic quote “ (U+201C) in \"“2027”\" for as_of; expected a date such as 2014-06-01, 2014-06 or 2014; write 2027"},
		{"partner: 1\nas_of: \"\\u201c2027\\u201d\"\n",
			"p.yaml:2:8: the typographic quote “ (U+201C) in \"“2027”\" for as_of; expected a date such as 2014-06-01, 2014-06 or 2014; write 2027"},
	} {
		_, wrong := proposal.Read("p.yaml", []byte(c.document), nil)
		if len(wrong) != 1 || wrong[0].Error() != c.want {
			t.Errorf("%q: got\n%v\nwant\n%s", c.document, wrong, c.want)
		}
	}
}

func TestFromInADocumentWithoutAFolder(t *testing.T) {
	_, wrong := proposal.Read("-", []byte("partner: 1\norganisations: {a: {from: a.yaml}, b: {}}"), nil)
	want := "-:2:27: `from` in a document that has no folder; expected the organisation inline; write its keys here, or read the proposal from a file"
	if len(wrong) != 1 || wrong[0].Error() != want {
		t.Errorf("got %v, want %s", wrong, want)
	}
}

func TestFromALinkOutOfTheFolder(t *testing.T) {
	outside, folder := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "secret.yaml"), "name: Secret\n")
	write(filepath.Join(folder, "inside.yaml"), "name: Inside\n")
	if err := os.Symlink(filepath.Join(outside, "secret.yaml"), filepath.Join(folder, "out.yaml")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("inside.yaml", filepath.Join(folder, "in.yaml")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	p, wrong := proposal.Read("p.yaml", []byte("partner: 1\norganisations: {a: {from: in.yaml}, b: {from: out.yaml}}"), root.FS())
	if len(wrong) != 1 || wrong[0].Column != 47 || !strings.HasPrefix(wrong[0].Found, `the file "out.yaml" cannot be read`) {
		t.Errorf("got %v", wrong)
	}
	if strings.Contains(wrong.Error(), outside) || strings.Contains(wrong.Error(), "Secret") {
		t.Errorf("tells what is outside: %v", wrong)
	}
	if got := proposal.NameOf(p.Organisations[0]); got != "Inside" {
		t.Errorf("the link inside gives %q", got)
	}
}

// opened counts the files that are opened.
type opened struct {
	fs.FS
	names []string
}

func (o *opened) Open(name string) (fs.File, error) {
	o.names = append(o.names, name)
	return o.FS.Open(name)
}

func TestFromOpensNoMoreThanTwoFiles(t *testing.T) {
	var b strings.Builder
	b.WriteString("partner: 1\norganisations:\n")
	for i := range 500 {
		fmt.Fprintf(&b, "  o%d: {from: north.yaml}\n", i)
	}
	files := &opened{FS: os.DirFS(path.Join(brokenFolder, "organisations"))}
	if _, wrong := proposal.Read("p.yaml", []byte(b.String()), files); len(wrong) == 0 {
		t.Error("nothing is wrong")
	}
	if len(files.names) > 4 {
		t.Errorf("%d files were opened", len(files.names))
	}
}

func TestNoMoreDiagnosticsThanAPersonReads(t *testing.T) {
	document := "partner: 1\nevidence:\n"
	for i := range 3000 {
		document += fmt.Sprintf("  r%d: {kin: internal}\n", i)
	}
	_, wrong := proposal.Read("p.yaml", []byte(document), nil)
	if len(wrong) != source.MaxDiagnostics+1 {
		t.Fatalf("%d diagnostics", len(wrong))
	}
	if last := wrong[len(wrong)-1].Error(); last != "p.yaml: more is wrong than the 100 places listed; mend these first" {
		t.Error(last)
	}
	if wrong[0].Line != 3 || wrong[99].Line != 102 {
		t.Errorf("from %s to %s", wrong[0].Position, wrong[99].Position)
	}
}

// TestAnOrganisationThatCannotBeReadGivesOneError and none that only follows from it.
func TestAnOrganisationThatCannotBeReadGivesOneError(t *testing.T) {
	const text = `partner: 1
organisations:
  north: {from: north.yaml}
  south: {objectives: [{id: safe, text: Be safe}]}
arrangement:
  objectives: [{id: care, text: Care, serves: {north: [growth, reach], south: [saef]}}]
answers: {a: {is: yes, evidence: [survey]}}
`
	for north, want := range map[string]string{
		"":           "p.yaml:3:17: the file \"north.yaml\" cannot be read (file does not exist); expected a file below the proposal's folder",
		"just words": `north.yaml:1:1: "just words"; expected an organisation`,
		"a: [":       "north.yaml:1:5: not YAML",
		"version https://git-lfs.github.com/spec/v1\noid sha256:1\n": "north.yaml: a Git LFS pointer, not the text that it stands for; run `git lfs pull`",
	} {
		files := fstest.MapFS{}
		if north != "" {
			files["north.yaml"] = &fstest.MapFile{Data: []byte(north)}
		}
		_, wrong := proposal.Read("p.yaml", []byte(text), files)
		of := func(part string) int {
			return slices.IndexFunc(wrong, func(d source.Diagnostic) bool { return strings.Contains(d.Error(), part) })
		}
		if len(wrong) != 2 || of(want) < 0 || of(`the objective "saef", which south does not have`) < 0 {
			t.Errorf("%q: %v", north, wrong)
		}
	}
	_, wrong := proposal.Read("p.yaml", []byte(text), fstest.MapFS{"north.yaml": {Data: []byte("name: North")}})
	if len(wrong) != 4 {
		t.Errorf("of one that can be read: %v", wrong)
	}
}

// refusing is a folder whose files cannot be read, for a reason that it knows.
type refusing struct{}

func (refusing) Open(string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: "x", Err: &source.Unreadable{Reason: "it is elsewhere", Do: "fetch it"}}
}

func TestAFolderSaysWhyAndWhatToDo(t *testing.T) {
	_, wrong := proposal.Read("p.yaml", []byte("partner: 1\norganisations: {north: {from: north.yaml}, south: {}}\n"), refusing{})
	if len(wrong) != 1 || wrong[0].Error() != `p.yaml:2:31: the file "north.yaml" cannot be read (it is elsewhere); fetch it` {
		t.Errorf("%v", wrong)
	}
}

// TestLabelAndFolderAreApart: what a proposal is called says nothing of what the files beside it are called.
func TestLabelAndFolderAreApart(t *testing.T) {
	files := fstest.MapFS{"sub/north.yaml": {Data: []byte("nam: North")}}
	f := proposal.File{Label: "feature/x:p.yaml", Data: []byte("partner: 1\norganisations: {north: {from: sub/north.yaml}, south: {}}\n"), Files: files, Folder: "feature/x:"}
	if _, wrong := f.Read(); len(wrong) != 1 || wrong[0].File != "feature/x:sub/north.yaml" {
		t.Errorf("%v", wrong)
	}
	for name, want := range map[string]string{"p.yaml": "sub/north.yaml", "./p.yaml": "sub/north.yaml", "a/p.yaml": "a/sub/north.yaml", "/p.yaml": "/sub/north.yaml", "/a/b/p.yaml": "/a/b/sub/north.yaml"} {
		if _, wrong := proposal.Read(name, f.Data, files); len(wrong) != 1 || wrong[0].File != want {
			t.Errorf("beside %s: %v", name, wrong)
		}
	}
}
