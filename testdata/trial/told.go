package trial

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"partner/pkg/report/finding"
	"partner/pkg/source"
	"partner/testdata/hostile"
)

// AnyTexts adds names of files and texts to what a fuzzing of a format starts from.
func AnyTexts(f *testing.F) {
	f.Add("proposal.yaml", "an unknown key")
	f.Add("prop\xd9sal.yaml", "an unknown \xd9ey")
	for _, text := range hostile.Texts() {
		f.Add("a.yaml", text.Text)
		f.Add(text.Text, "an unknown key")
	}
}

// Told gives what formats for programs are told of a document with two errors of a text, as it would be read from a
// file of a name, and what they are to say of each.
func Told(file, text string) (documents iter.Seq[finding.Document], says []string) {
	name := source.Printable(strings.ReplaceAll(file, "/", "-"))
	if strings.Trim(name, ".") == "" {
		name = "proposal.yaml"
	}
	reader := finding.Reader{Rules: finding.RulesOf(cat), Named: func(label string) string { return "proposals/" + label }}
	d := reader.Checked(name, source.Diagnostics{
		{Position: source.Position{File: name, Line: 2, Column: 3}, Found: "found " + text, Expected: text, Do: text},
		{Position: source.Position{File: name}, Found: "found " + text},
	}, nil)
	for i := range d.Findings {
		says = append(says, d.Findings[i].Says())
	}
	return slices.Values([]finding.Document{d}), says
}
