package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"partner/pkg/cli"
)

// TestPages holds that there is a page for each command and each topic, that it tells each flag and each line
// that the help tells, and that the same sources give the same bytes.
func TestPages(t *testing.T) {
	folder, again := t.TempDir(), t.TempDir()
	for _, f := range []string{folder, again} {
		if err := write(f, "1790000000"); err != nil {
			t.Fatal(err)
		}
	}
	pages := map[string]string{}
	names, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		page, err := os.ReadFile(filepath.Join(folder, n.Name()))
		if err != nil {
			t.Fatal(err)
		}
		other, err := os.ReadFile(filepath.Join(again, n.Name()))
		if err != nil || !bytes.Equal(page, other) {
			t.Errorf("%s is another page at the second run: %v", n.Name(), err)
		}
		// As a reader of man pages shows it: without the marks that keep characters from meaning anything.
		pages[n.Name()] = strings.NewReplacer(`\-`, "-", `\&`, "", `\(aq`, "'", `\fB`, "", `\fP`, "", `\\`, `\`).Replace(string(page))
	}
	root := cli.Commands()
	if !strings.Contains(pages["partner.1"], root.Short) {
		t.Errorf("partner.1 does not say what partner is")
	}
	for _, c := range root.Commands() {
		if c.Name() == "help" {
			continue // it shows what the pages are
		}
		page := pages["partner-"+c.Name()+".1"]
		if !strings.Contains(page, c.Short) || !strings.Contains(page, "Sep 2026") {
			t.Errorf("the page of %s lacks what it does, or its date:\n%s", c.Name(), page)
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden && !strings.Contains(page, "--"+f.Name) {
				t.Errorf("the page of %s says nothing of --%s", c.Name(), f.Name)
			}
		})
	}
	for _, topic := range cli.Topics() {
		page := pages["partner-"+topic.Name+".7"]
		for line := range strings.Lines(topic.Text) {
			if line = strings.TrimSpace(line); !strings.Contains(page, line) {
				t.Errorf("the page of %s lacks %q", topic.Name, line)
			}
		}
	}
}

func TestDateOfTheSources(t *testing.T) {
	if err := write(t.TempDir(), "yesterday"); err == nil || !strings.Contains(err.Error(), "seconds since 1970") {
		t.Errorf("a date that is none: %v", err)
	}
}
