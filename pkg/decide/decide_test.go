package decide_test

import (
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/testdata/answers"
)

var cat = assessments.Catalogue()

func assessText(t testing.TB, text string) *result.Result {
	t.Helper()
	doc, wrong := proposal.Read("test.yaml", []byte("partner: 1\n"+text), nil)
	if len(wrong) > 0 {
		t.Fatalf("%v in\n%s", wrong, text)
	}
	return assess.Assess(doc, cat)
}

// each judges many documents of all kinds, with answers better, worse and open.
func each(t *testing.T, check func(t *testing.T, r *result.Result)) {
	t.Helper()
	for _, d := range answers.Documents() {
		t.Run(d.Name, func(t *testing.T) { check(t, assessText(t, d.Text)) })
	}
}
