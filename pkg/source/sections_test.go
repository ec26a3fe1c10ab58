package source

import (
	"strings"
	"testing"
)

// TestOtherSectionsAreReadAllTheSame: a fault of one section is told at its place there, and says nothing of others.
func TestOtherSectionsAreReadAllTheSame(t *testing.T) {
	f, wrong := Parse("p.yaml", []byte("a: [1\nb: {c: 1, c: 2}\nd: \"open\ne: 5\nf: *gone\n"))
	var at []string
	for _, d := range wrong {
		at = append(at, d.Position.String())
	}
	if got, want := strings.Join(at, " "), "p.yaml:1:4 p.yaml:2:11 p.yaml:3:4"; got != want {
		t.Errorf("%s, not %s: %v", got, want, wrong)
	}
	if f.Root != nil || f.Rest == nil || len(f.Rest.Content) != 2 || f.Rest.Content[0].Value != "e" || f.Rest.Content[0].Line != 4 {
		t.Errorf("the rest is %+v", f.Rest)
	}
}
