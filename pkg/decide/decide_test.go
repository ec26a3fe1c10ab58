package decide_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partner/assessments"
	"partner/pkg/decide"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/testdata/answers"
	"partner/testdata/trial"
)

var cat = assessments.Catalogue()

// each judges many documents of all kinds, with answers better, worse and open.
func each(t *testing.T, check func(t *testing.T, r *result.Result)) {
	t.Helper()
	for _, d := range answers.Documents() {
		t.Run(d.Name, func(t *testing.T) { check(t, trial.Text(t, d.Text)) })
	}
}

// Each part can be asked for alone, and is what the whole result holds.
func TestEachPartStandsAlone(t *testing.T) {
	for _, of := range answers.Documents() {
		doc, wrong := document.Read(proposal.File{Label: "test.yaml", Data: []byte("partner: 1\n" + of.Text)}, cat)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		r := trial.Text(t, of.Text)
		alone := func() *judge.Judgement { return judge.Judge(doc, cat) }
		for _, part := range []struct {
			name      string
			got, want any
		}{
			{"unknowns", decide.Unknowns(alone()), r.Settle},
			{"path", decide.Path(alone()), r.Path},
			{"do first", decide.DoFirst(alone()), r.DoFirst},
			{"find out first", decide.FindOutFirst(alone()), r.FindOutFirst},
			{"conditions", decide.Conditions(alone(), judge.Governance(alone())), r.Conditions},
			{"boards", boardsOf(alone().Witnessed()), r.Boards}, // ranges are printed
			{"views", decide.Views(alone()), r.Views},
			{"weak evidence", decide.WeakEvidence(alone(), judge.Evidence(alone())), r.Evidence.Weaknesses},
			{"promises", decide.Promises(alone()), r.Promises},
			{"precedents", decide.Precedents(alone()), r.Precedents},
		} {
			if d := cmp.Diff(part.want, part.got); d != "" {
				t.Errorf("%s: %s", part.name, d)
			}
		}
	}
}

func boardsOf(j *judge.Judgement) [2]result.Board {
	s := judge.SubstanceOf(j)
	return decide.AsBoards(j, s, judge.Questions(j, s)).Boards()
}
