package markdown

import (
	"bytes"
	"testing"

	"partner/testdata/readback"
	"partner/testdata/trial"
)

// FuzzWrite writes errors of any text in a file of any name, and reads them as a reader of the format does: nothing
// gets out of its place, and each is there.
func FuzzWrite(f *testing.F) {
	trial.AnyTexts(f)
	f.Add("#_", "@_one and !_two")
	f.Fuzz(func(t *testing.T, file, text string) {
		documents, says := trial.Told(file, text)
		var b bytes.Buffer
		if err := Write(&b, documents); err != nil {
			t.Fatal(err)
		}
		if page := readback.Markdown(t, b.Bytes()); len(page.Tasks) != len(says) || len(page.Headings) != 1 {
			t.Fatalf("%d tasks below %d headings, not %d below one", len(page.Tasks), len(page.Headings), len(says))
		}
	})
}
