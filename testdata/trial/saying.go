package trial

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gopkg.in/yaml.v3"

	"partner/pkg/document"
	"partner/pkg/proposal"
)

// Saying gives a way to make a document that says a text wherever a proposal takes one: in place of each value of
// a document that can be read with any text there. The names of its organisations are among them.
func Saying(t testing.TB, file string) func(name, text string) *proposal.Proposal {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	folder := os.DirFS(filepath.Dir(file))
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	values := leaves(&root)
	read := func(name, text string, at ...int) (*proposal.Proposal, error) {
		for _, i := range at {
			was := *values[i]
			defer func() { *values[i] = was }()
			values[i].Value, values[i].Style, values[i].Tag = text, yaml.DoubleQuotedStyle, "!!str"
		}
		changed, err := yaml.Marshal(&root)
		if err != nil {
			t.Fatal(err)
		}
		doc, wrong := document.Read(proposal.Plainly(name, changed, folder), cat)
		if len(wrong) > 0 {
			return nil, wrong
		}
		return doc, nil
	}
	var take []int
	for i := range values {
		if _, err := read("x.yaml", "any text: at all", i); err == nil {
			take = append(take, i)
		}
	}
	if len(take) < 10 {
		t.Fatalf("%s: only %d places take a text", file, len(take))
	}
	return func(name, text string) *proposal.Proposal {
		t.Helper()
		doc, err := read(name, text, take...)
		if err != nil {
			t.Fatalf("%s with the text %q cannot be read: %v", file, text, err)
		}
		return doc
	}
}

// leaves are the values of a document that hold no others, in its order; keys are none of them.
func leaves(n *yaml.Node) []*yaml.Node {
	var all []*yaml.Node
	switch n.Kind {
	case yaml.ScalarNode:
		all = append(all, n)
	case yaml.MappingNode:
		for i := 1; i < len(n.Content); i += 2 {
			all = append(all, leaves(n.Content[i])...)
		}
	default:
		for _, c := range n.Content {
			all = append(all, leaves(c)...)
		}
	}
	return slices.Clip(all)
}
