package assessments_test

import (
	"testing"

	"partner/assessments"
	"partner/pkg/catalogue"

	"github.com/google/go-cmp/cmp"
)

func TestThePreparedCatalogueIsTheOneInTheFiles(t *testing.T) {
	fromFiles, err := catalogue.Load(assessments.Files)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(fromFiles, assessments.Catalogue()); d != "" {
		t.Errorf("run `make generate`:\n%s", d)
	}
}

// BenchmarkLoad is what preparing the catalogue at build time saves at every start.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := catalogue.Load(assessments.Files); err != nil {
			b.Fatal(err)
		}
	}
}
