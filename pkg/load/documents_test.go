package load_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partner/pkg/batch"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/load"
)

// TestDocumentsAreOnceAndInOrder, however they are named, and each is found by its path and opened as it was named.
func TestDocumentsAreOnceAndInOrder(t *testing.T) {
	top := t.TempDir()
	t.Chdir(top)
	names := []string{"a.yaml", "a/b.yaml", "a-b/c.yaml", "a/b/c.yaml", "ab.yaml", "a/é.yaml", "a b/c.yaml", "a!.yaml", "b/a.yaml", "b/b/b.yaml"}
	for _, n := range names {
		write(t, n, "partner: 1\n")
	}
	os.Mkdir(filepath.Join(top, "c"), 0o700)
	rapid.Check(t, func(t *rapid.T) {
		var args []string
		named := map[string]bool{}
		for range rapid.IntRange(1, 12).Draw(t, "arguments") {
			name := rapid.SampledFrom(names).Draw(t, "name")
			named[name] = true
			args = append(args, rapid.SampledFrom([]string{"", "./", top + "/", "c/../", "a/..//"}).Draw(t, "before")+name)
		}
		all := rapid.Bool().Draw(t, "folder")
		if all {
			args = slices.Insert(args, rapid.IntRange(0, len(args)).Draw(t, "at"), rapid.SampledFrom([]string{".", top, "c/.."}).Draw(t, "top"))
		}
		corpus, _, err := load.Find(t.Context(), args, nil)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, n := range names {
			if named[n] || all {
				want = append(want, n)
			}
		}
		slices.Sort(want)
		shard := batch.Shard{Number: 1, Of: rapid.IntRange(1, 2).Draw(t, "shards")}
		if corpus.Keep(shard); shard.Of > 1 {
			want = slices.DeleteFunc(want, func(n string) bool { return !shard.Has(n) })
		}
		if got := corpus.Documents.Paths(); !slices.Equal(got, want) || corpus.Documents.Len() != len(want) {
			t.Fatalf("%q: %q, and not %q", args, got, want)
		}
		for i, path := range want {
			d := corpus.Documents.At(i)
			if at, is := corpus.Documents.Number(path); !is || at != i {
				t.Errorf("%q is number %d: %v", path, at, is)
			}
			if abs, _ := filepath.Abs(d.File); abs != filepath.Join(top, path) || named[path] && !slices.Contains(args, d.File) || d.Found == named[path] {
				t.Errorf("%q is opened as %q, and found by itself: %v", path, d.File, d.Found)
			}
		}
		for _, other := range []string{"", "a", "a/", "a/b", "zz", "a.yaml/"} {
			if at, is := corpus.Documents.Number(other); is {
				t.Errorf("%q is number %d", other, at)
			}
		}
	})
}

// TestManyDocumentsTakeLittle memory: their names, and a few bytes for each.
func TestManyDocumentsTakeLittle(t *testing.T) {
	t.Chdir(t.TempDir())
	folder := strings.Repeat("far/", 20)
	for i := range 300 {
		write(t, fmt.Sprintf("%s%06d.yaml", folder, i), "")
	}
	corpus, _, err := load.Find(t.Context(), []string{"far"}, nil)
	if err != nil || corpus.Documents.Len() != 300 {
		t.Fatal(err)
	}
	if took := corpus.Documents.Bytes() / 300; took > 40 {
		t.Errorf("%d bytes a document", took)
	}
}
