package load_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/load"
	"partner/pkg/source"
)

var cat = assessments.Catalogue()

const together = `partner: 1
title: Together
organisations:
  north: {from: organisations/north.yaml}
  south: {name: South}
arrangement: {nature: voluntary, scale: structural}
answers: {key-people-trust: yes}
`

// folder makes a folder of its own with a proposal, which becomes the working folder.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	write(t, "proposal.yaml", together)
	write(t, "organisations/north.yaml", "name: North\n")
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// door is where documents come from when nothing stands on standard input.
var door = load.Loader{Stdin: strings.NewReader("")}

func TestProposal(t *testing.T) {
	dir := folder(t)
	for _, path := range []string{"proposal.yaml", "./proposal.yaml", filepath.Join(dir, "proposal.yaml"), "organisations/../proposal.yaml"} {
		doc, err := door.Proposal(t.Context(), path, cat)
		if err != nil || len(doc.Wrong) > 0 || doc.Proposal.Label != path || doc.Proposal.Organisations[0].At("name").String() != "North" {
			t.Errorf("%s: %v, %v", path, err, doc.Wrong)
		}
	}
	write(t, "organisations/north.yaml", "nam: North\n")
	for path, want := range map[string]string{"proposal.yaml": "organisations/north.yaml", "./proposal.yaml": "organisations/north.yaml", dir + "/proposal.yaml": dir + "/organisations/north.yaml"} {
		if doc, _ := door.Proposal(t.Context(), path, cat); len(doc.Wrong) != 1 || doc.Wrong[0].File != want {
			t.Errorf("beside %s: %v", path, doc.Wrong)
		}
	}
}

func TestStandardInputHasNoFolder(t *testing.T) {
	folder(t)
	doc, err := load.Loader{Stdin: strings.NewReader(together)}.Proposal(t.Context(), "-", cat)
	if err != nil || len(doc.Wrong) != 1 || !strings.HasPrefix(doc.Wrong[0].Error(), "<stdin>:4:17: `from` in a document that has no folder") {
		t.Errorf("%v, %v", err, doc.Wrong)
	}
	doc, err = load.Loader{Stdin: strings.NewReader("partner: 1\nanswers: {key-peple-trust: yes}\n")}.Proposal(t.Context(), "-", cat)
	if err != nil || len(doc.Wrong) != 1 || !strings.Contains(doc.Wrong[0].Error(), `did you mean "key-people-trust"?`) {
		t.Errorf("it is not verified: %v, %v", err, doc.Wrong)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	folder(t)
	write(t, "large.yaml", "partner: 1\n#"+strings.Repeat("x", source.MaxBytes))
	write(t, "result.json", `{"format": "partner-result/1"}`)
	write(t, "out.yaml", strings.Replace(together, "organisations/north.yaml", "../north.yaml", 1))
	for path, want := range map[string]string{
		"propsal.yaml":  `propsal.yaml: there is no such file; did you mean "proposal.yaml"?`,
		"*.yaml":        "*.yaml: no file matches",
		"organisations": "organisations: a folder; expected a proposal; name the files in it",
		"large.yaml":    "large.yaml: the file has 1048577 bytes",
		"out.yaml":      `out.yaml:4:17: the path "../north.yaml" for ` + "`from`",
		"a\x1bb.yaml":   `a\u001bb.yaml: there is no such file`,
	} {
		for _, of := range []func(context.Context, string) (load.Document, error){
			func(ctx context.Context, path string) (load.Document, error) { return door.Proposal(ctx, path, cat) },
			func(ctx context.Context, path string) (load.Document, error) { return door.State(ctx, path, cat) },
		} {
			if doc, err := of(t.Context(), path); err != nil || len(doc.Wrong) == 0 || !strings.HasPrefix(doc.Wrong[0].Error(), want) {
				t.Errorf("%q: %v, %v; want %s", path, err, doc.Wrong, want)
			}
		}
	}
	if doc, _ := door.Proposal(t.Context(), "plan.yaml", cat); len(doc.Wrong) != 1 || doc.Wrong[0].Do != "" { // out.yaml ends alike, and no more
		t.Errorf("a file that is not there, and like no other: %v", doc.Wrong)
	}
	if doc, _ := door.State(t.Context(), "result.json", cat); len(doc.Wrong) != 1 || doc.Wrong[0].Found != "a result as JSON" {
		t.Errorf("a result in the place of a proposal: %v", doc.Wrong)
	}
}

// TestNothingWaitsForInputThatNeverComes once the context is done.
func TestNothingWaitsForInputThatNeverComes(t *testing.T) {
	folder(t)
	never, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	l := load.Loader{Stdin: never}
	if _, err := l.Proposal(ctx, "-", cat); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := l.State(ctx, "HEAD:proposal.yaml", cat); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	doc, err := l.Proposal(t.Context(), "proposal.yaml", cat)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Overlay(ctx, doc, []load.View{{Organisation: "north", Path: "-"}}, cat); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestOverlay(t *testing.T) {
	folder(t)
	write(t, "north.yaml", "answers: {key-people-trust: no}\n")
	doc, err := door.Proposal(t.Context(), "proposal.yaml", cat)
	if err != nil || len(doc.Wrong) > 0 {
		t.Fatal(err, doc.Wrong)
	}
	over, err := door.Overlay(t.Context(), doc, []load.View{{Organisation: "north", Path: "north.yaml"}}, cat)
	if err != nil || len(over.Wrong) > 0 || !over.Proposal.Apart() || doc.Proposal.Apart() {
		t.Errorf("%v, %v", err, over.Wrong)
	}
	same, err := door.Overlay(t.Context(), doc, nil, cat)
	if err != nil || same.Proposal != doc.Proposal {
		t.Errorf("without views: %v", err)
	}
	write(t, "south.yaml", "answers: {key-peple-trust: no}\n")
	for name, want := range map[string][]string{
		"nowhere.yaml": {"nowhere.yaml: there is no such file", `south.yaml:1:11: an answer to "key-peple-trust"`},
		"north.yaml":   {`south.yaml:1:11: an answer to "key-peple-trust"`},
	} {
		over, err := door.Overlay(t.Context(), doc, []load.View{{Organisation: "north", Path: name}, {Organisation: "south", Path: "south.yaml"}}, cat)
		if err != nil || len(over.Wrong) != len(want) {
			t.Errorf("%s: %v, %v", name, err, over.Wrong)
			continue
		}
		for i, w := range want {
			if !strings.HasPrefix(over.Wrong[i].Error(), w) {
				t.Errorf("%s: %v, want %s", name, over.Wrong[i], w)
			}
		}
	}
}

func TestCatalogue(t *testing.T) {
	own, err := filepath.Abs("../../assessments")
	if err != nil {
		t.Fatal(err)
	}
	folder(t)
	loaded, err := load.Catalogue(t.Context(), own)
	if err != nil || loaded.Hash != cat.Hash {
		t.Errorf("%v", err)
	}
	for arg, want := range map[string]string{"nowhere": "the catalogue nowhere cannot be read: there is no such folder", "organisations": "the catalogue organisations cannot be read: ", "proposal.yaml": "there is no such folder"} {
		if _, err := load.Catalogue(t.Context(), arg); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", arg, err)
		}
	}
}
