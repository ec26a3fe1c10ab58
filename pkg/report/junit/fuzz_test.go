package junit

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
		all, passed := readback.JUnit(t, b.Bytes())
		if len(all) != len(says) || passed != 0 {
			t.Fatalf("%d cases and %d passed, not %d", len(all), passed, len(says))
		}
		for _, e := range all {
			if e.Level != "error" || e.Says == "" {
				t.Errorf("%+v", e)
			}
		}
	})
}
