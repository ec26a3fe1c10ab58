package cli

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/cli/settings"
	"partner/pkg/internal/release"
	"partner/pkg/load"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// baseLines are the lines of a stored run that documents are held against, by their paths.
type baseLines struct {
	name  string
	lines map[string]*batch.Line
	met   map[string]bool // the paths of documents of this run
	named func(label string) string
}

// holdsLines reports whether a file is one of lines of a batch.
func holdsLines(path string) bool {
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	start := make([]byte, 64)
	n, _ := io.ReadFull(f, start)
	return strings.HasSuffix(path, ".ndjson") || bytes.HasPrefix(start[:n], []byte(`{"format":"partner-batch/`))
}

// readBase reads the lines of a stored run. It must have been made by the same program, catalogue and stage, or what it
// says could not be held against what is judged now.
func (o *printing) readBase(path string) (*baseLines, error) {
	name := source.Printable(path)
	anew := "make it anew: partner batch … --output ndjson=" + name
	f, err := os.Open(path)
	if err != nil {
		return nil, amiss("the base %s cannot be read: %s", name, reason(err))
	}
	defer f.Close()
	b := &baseLines{name: name, lines: map[string]*batch.Line{}, met: map[string]bool{}, named: load.Naming(".")}
	for l, err := range batch.Lines(f) {
		if err != nil {
			return nil, amiss("the base %s cannot be read: %v; %s", name, err, anew)
		}
		is := func(what, was, now string) error {
			if was == now {
				return nil
			}
			return amiss("the base %s was made with %s %s, and this is %s; %s", name, what, source.Printable(was), now, anew)
		}
		for _, err := range []error{
			is("version", l.Program, release.Version()),
			is("catalogue", l.Catalogue.Version+" ("+l.Catalogue.Hash+")", o.gateCatalogue().Version+" ("+o.gateCatalogue().Hash+")"),
			is("stage", stageOf(l.Flags), stageAsked(o.Stage)),
		} {
			if err != nil {
				return nil, err
			}
		}
		kept := l
		b.lines[l.Path] = &kept
	}
	if len(b.lines) == 0 {
		return nil, amiss("the base %s holds no line, and so no document; %s", name, anew)
	}
	return b, nil
}

// stageOf gives the stage that the flags of a line ask for.
func stageOf(flags []string) string {
	for _, f := range flags {
		if stage, is := strings.CutPrefix(f, batch.StageFlag); is {
			return stage
		}
	}
	return settings.Dated
}

// stageAsked gives the word for a stage that was asked for.
func stageAsked(s result.Stage) string {
	if s == result.UnknownStage {
		return settings.Dated
	}
	return settings.StageWords()[s-1]
}

// shares refuses documents of which the base has none: their paths begin somewhere else.
func (b *baseLines) shares(paths []string) error {
	if len(b.lines) == 0 || len(paths) == 0 {
		return nil
	}
	for _, p := range paths {
		if b.lines[p] != nil {
			return nil
		}
	}
	return amiss("the base %s has none of the documents, such as %s; it has %s: run partner in the repository in which it was made, or make it anew",
		b.name, source.Printable(paths[0]), source.Printable(slices.Min(slices.Collect(maps.Keys(b.lines)))))
}

// within holds the documents of a batch to be those of the base, and leaves out of it what another part of them is to do.
func (b *baseLines) within(documents *load.Documents, part bool) error {
	if part {
		maps.DeleteFunc(b.lines, func(path string, _ *batch.Line) bool {
			_, is := documents.Number(path)
			return !is
		})
		return nil
	}
	return b.shares(documents.Paths())
}

// unmet says which documents of the base were not in the run; "" where all were.
func (b *baseLines) unmet() string {
	var rest []string
	for path := range b.lines {
		if !b.met[path] {
			rest = append(rest, source.Printable(path))
		}
	}
	if len(rest) == 0 {
		return ""
	}
	slices.Sort(rest)
	said := fmt.Sprintf("%s of the base %s not in this run: %s", wording.Count(len(rest), "document", "documents"), wording.Verb(len(rest), "is", "are"), strings.Join(rest[:min(len(rest), 5)], ", "))
	if len(rest) > 5 {
		said += ", …"
	}
	return said
}
