package gitlab

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
		all := readback.GitLab(t, b.Bytes())
		if len(all) != len(says) {
			t.Fatalf("%d entries, not %d", len(all), len(says))
		}
		for i, e := range all {
			if e.Says != says[i] {
				t.Errorf("%q, not %q", e.Says, says[i])
			}
		}
	})
}
