package corpus_test

import (
	"bytes"
	"testing"

	"partner/pkg/proposal"
	"partner/testdata/corpus"
)

// TestDocuments: all can be read, and have about 200 lines.
func TestDocuments(t *testing.T) {
	m := corpus.New()
	lines := 0
	for n := range 200 {
		text, err := m.Document(n)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := corpus.New().Document(n)
		if !bytes.Equal(text, again) {
			t.Fatalf("the document %d is another the second time", n)
		}
		if _, wrong := proposal.Read("x.yaml", text, nil); len(wrong) > 0 {
			t.Fatalf("%d: %v\n%s", n, wrong, text)
		}
		lines += bytes.Count(text, []byte("\n"))
	}
	if lines/200 < 170 || lines/200 > 230 {
		t.Errorf("%d lines", lines/200)
	}
}
