package csv

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
	f.Fuzz(func(t *testing.T, file, text string) {
		documents, says := trial.Told(file, text)
		var b bytes.Buffer
		if err := Write(&b, documents); err != nil {
			t.Fatal(err)
		}
		if rows := readback.CSV(t, b.Bytes()); len(rows) != len(says) {
			t.Fatalf("%d rows, not %d", len(rows), len(says))
		}
	})
}
