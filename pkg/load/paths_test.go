package load_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partner/pkg/load"
)

// paths finds documents, and gives their paths; a question mark stands behind those that nobody named.
func paths(t *testing.T, args, listed []string) (found []string, wrong string) {
	t.Helper()
	corpus, amiss, err := load.Find(t.Context(), args, listed)
	if err != nil {
		t.Fatal(err)
	}
	for d := range corpus.Documents.All() {
		if d.Found {
			d.Path += "?"
		}
		found = append(found, d.Path)
	}
	return found, amiss.Error()
}

func TestFind(t *testing.T) {
	top := t.TempDir()
	t.Chdir(top)
	for _, name := range []string{"a.yaml", "b.yml", "c.json", "C2.JSON", "d.txt", ".hidden.yaml", ".git/config.yaml", "deep/er/e.yaml", "deep/E.yaml", "deep/.venv/f.yaml", "deep/g [1].yaml", "other/h.yaml"} {
		write(t, name, "partner: 1\n")
	}
	if err := os.Symlink("..", "deep/loop"); err != nil {
		t.Skip(err)
	}
	os.Symlink("itself.yaml", "itself.yaml")
	os.Symlink("a.yaml", "deep/link.yaml")
	all := []string{"C2.JSON?", "a.yaml?", "b.yml?", "c.json?", "deep/E.yaml?", "deep/er/e.yaml?", "deep/g [1].yaml?", "deep/link.yaml?", "itself.yaml?", "other/h.yaml?"}
	for _, c := range []struct {
		args, listed, want []string
	}{
		{[]string{"."}, nil, all},
		{[]string{top}, nil, all},
		{[]string{"./", "deep", "a.yaml"}, []string{"./other/../b.yml"}, []string{"C2.JSON?", "a.yaml", "b.yml", "c.json?", "deep/E.yaml?", "deep/er/e.yaml?", "deep/g [1].yaml?", "deep/link.yaml?", "itself.yaml?", "other/h.yaml?"}},
		{[]string{"**/*.yaml"}, nil, []string{"a.yaml?", "deep/E.yaml?", "deep/er/e.yaml?", "deep/g [1].yaml?", "deep/link.yaml?", "itself.yaml?", "other/h.yaml?"}},
		{[]string{"deep/**/e.yaml", "{a,b}.y*ml"}, nil, []string{"a.yaml?", "b.yml?", "deep/er/e.yaml?"}},
		{[]string{"deep/g [1].yaml", "d.txt", "gone.yaml"}, nil, []string{"d.txt", "deep/g [1].yaml", "gone.yaml"}},
		{nil, []string{"deep/er", "b.yml", "*.yaml"}, []string{"*.yaml", "b.yml", "deep/er/e.yaml?"}},
	} {
		if got, wrong := paths(t, c.args, c.listed); !slices.Equal(got, c.want) || wrong != "" {
			t.Errorf("%q and %q: %q %s", c.args, c.listed, got, wrong)
		}
	}
	for arg, want := range map[string]string{"x/*.yaml": "no file matches", "[a.yaml": "not a pattern", "empty": "a folder without"} {
		os.Mkdir("empty", 0o700)
		if got, wrong := paths(t, []string{arg, "a.yaml"}, nil); !slices.Equal(got, []string{"a.yaml"}) || !strings.Contains(wrong, want) {
			t.Errorf("%s: %q %s", arg, got, wrong)
		}
	}
	t.Chdir("deep/er") // the path is told from the top, wherever one stands
	if got, _ := paths(t, []string{"e.yaml", "../../a.yaml"}, nil); !slices.Equal(got, []string{"a.yaml", "deep/er/e.yaml"}) {
		t.Errorf("from below: %q", got)
	}
	if err := os.RemoveAll(filepath.Join(top, ".git")); err != nil {
		t.Fatal(err)
	}
	if got, _ := paths(t, []string{"e.yaml", "../../a.yaml"}, nil); !slices.Equal(got, []string{"../../a.yaml", "e.yaml"}) {
		t.Errorf("without a repository: %q", got)
	}
}

// TestWhatIsFoundIsAProposal or is passed over; what was named is read in any case.
func TestWhatIsFoundIsAProposal(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, is := range map[string]bool{
		"partner: 1\n": true, "# a\n\ntitle: x\npartner: 1\n": true, "\"partner\": 1\n": true, "'partner' : 1": true, "\ufeffpartner: 1\n": true,
		`{"title": "x", "partner": 1}`: true, "{partner: 1}": true, "\n{\n  title: a \"partner\": b,\n  partner : 1\n}": true, `{"a":{"b":1},"partner":1}`: true, "partner: {": true,
		"# a\n\n  title: x\n  partner: 1\n": true, "---\n\tpartner: 1\n": true, "\xff\xfep\x00a\x00r\x00t\x00n\x00e\x00r\x00:\x00 \x001\x00": true,
		"\xfe\xff\x00p\x00a\x00r\x00t\x00n\x00e\x00r\x00:\x00 \x001\x00\r\x00\n": true,
		"  x:\n    partner: 1\n": false, "\xff\xfen\x00a\x00m\x00e\x00:\x00 \x001\x00": false, "text: |\n  partner: 1\n": false,
		"name: North\n": false, "x:\n  partner: 1\n": false, "": false, `{"format":"partner-result/1"}`: false, `{"properties":{"partner":{}}}`: false, "partners: 1\n": false,
		"- partner: 1\n": false, `{"a":"\"partner\":1"}`: false, `{"a":["partner", 1]}`: false, "{": false, `{"partner`: false,
	} {
		write(t, "x.yaml", name)
		corpus, _, err := load.Find(t.Context(), []string{"."}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, got := corpus.Read(corpus.Documents.At(0), cat); got != is {
			t.Errorf("%q is a proposal: %v", name, got)
		}
		corpus, _, _ = load.Find(t.Context(), []string{"x.yaml"}, nil)
		if _, _, got := corpus.Read(corpus.Documents.At(0), cat); !got {
			t.Errorf("%q was named, and is passed over", name)
		}
	}
}

// TestWhatWasReadIsNoted with its bytes, the files of organisations too; and seen to be the same, or another.
func TestWhatWasReadIsNoted(t *testing.T) {
	folder(t)
	write(t, "below/proposal.yaml", strings.Replace(together, "south: {name: South}", "south: {from: south.yaml}", 1))
	write(t, "below/organisations/north.yaml", "name: North\n")
	find := func() *load.Corpus {
		corpus, wrong, err := load.Find(t.Context(), []string{"proposal.yaml", "below"}, nil)
		if err != nil || len(wrong) > 0 || corpus.Documents.Len() != 3 {
			t.Fatal(err, wrong, corpus.Documents)
		}
		return corpus
	}
	corpus := find()
	broken, files, _ := corpus.Read(corpus.Documents.At(1), cat)
	if len(broken.Wrong) != 1 || len(files) != 3 || files[2].Path != "below/south.yaml" || files[2].Hash != "" || corpus.Same(corpus.Documents.At(1), files) {
		t.Errorf("what cannot be read: %v, %v", broken.Wrong, files)
	}
	d := corpus.Documents.At(2)
	doc, files, _ := corpus.Read(d, cat)
	if len(doc.Wrong) > 0 || len(files) != 2 || files[0].Path != "proposal.yaml" || files[1].Path != "organisations/north.yaml" || len(files[0].Hash) != 64 {
		t.Fatalf("%v, %v", doc.Wrong, files)
	}
	if !corpus.Same(d, files) || !find().Same(d, files) {
		t.Error("it is not the same though nothing has changed")
	}
	write(t, "organisations/north.yaml", "name: Nord\n")
	if !corpus.Same(d, files) {
		t.Error("what is read together is read once, and has changed meanwhile")
	}
	if find().Same(d, files) {
		t.Error("the file of an organisation has changed, and it is the same")
	}
	os.Remove("organisations/north.yaml")
	if find().Same(d, files) {
		t.Error("the file of an organisation is gone, and it is the same")
	}
	write(t, "organisations/north.yaml", "name: North\n")
	write(t, "proposal.yaml", together+"\n")
	if find().Same(d, files) {
		t.Error("the document has changed, and it is the same")
	}
}
