package judge_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"partner/assessments"
	"partner/pkg/catalogue"
	"partner/pkg/judge"
)

// changed loads the catalogue with one text of a file replaced by another.
func changed(t *testing.T, name, from, to string) *catalogue.Catalogue {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(assessments.Files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(assessments.Files, path)
		if path == name {
			if !strings.Contains(string(data), from) {
				t.Fatalf("%s does not hold %q", name, from)
			}
			data = []byte(strings.Replace(string(data), from, to, 1))
		}
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalogue.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryRuleOfTheCatalogueIsProved(t *testing.T) {
	if err := judge.Prove(assessments.Catalogue()); err != nil {
		t.Error(err)
	}
}

func TestARuleThatItsOwnFragmentsDoNotBearOutIsRefused(t *testing.T) {
	const types, rates = "criteria/types.yaml", "base-rates.yaml"
	for _, c := range []struct{ name, file, from, to, want string }{
		{"a rule that its example does not meet", types, "north: {finance: {position: strong}}, south: {}}", "north: {finance: {position: deficit}}, south: {}}", "criteria/types.yaml: ms-acquirer-finances: good is not met and not met"},
		{"a fragment that is no document", types, "acquirer: north", "acquirer: east", "cannot be read: "},
		{"a good example that is none", rates, "kind: savings, amount_gbp_m: 9", "kind: access, amount_gbp_m: 9", "for good it is remarked: false"},
		{"a bad example that is none", rates, "kind: access}]}", "kind: savings}]}", "for bad it is remarked: true"},
	} {
		if err := judge.Prove(changed(t, c.file, c.from, c.to)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %q", c.name, err, c.want)
		}
	}
}

func TestMayApply(t *testing.T) {
	cat := assessments.Catalogue()
	for _, c := range []struct {
		id   string
		typ  judge.Type
		want bool
	}{
		{"ms-acquirer-finances", judge.Type{Nature: "mandated", Scale: "structural"}, true},
		{"ms-acquirer-finances", judge.Type{Nature: "voluntary", Scale: "structural"}, false},
		{"key-people-trust", judge.Type{Nature: "voluntary", Scale: "individual"}, true},
	} {
		if got := judge.MayApply(cat, cat.Criterion(c.id), c.typ); got != c.want {
			t.Errorf("%s under %s: %t", c.id, c.typ.ID(), got)
		}
	}
}
