package decide_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/result"
	"partner/testdata/answers"
	"partner/testdata/trial"
)

// TestWhatHangsOnAMissingDocumentWeighs: each criterion without a document gets one, and what moves of the
// documented ratings is counted.
func TestWhatHangsOnAMissingDocumentWeighs(t *testing.T) {
	const head = "arrangement: {nature: voluntary, scale: individual, form: pathway}\nevidence: {minutes: {kind: internal, title: Minutes}}\n"
	text := answers.InTurn(head, []string{"yes", "{is: yes, evidence: [minutes]}", "", "{is: yes, evidence: [minutes]}"}, 0)
	was := trial.Text(t, text)
	weights := map[int]bool{}
	for _, h := range was.Evidence.Weaknesses {
		line := "  " + h.What + ": yes\n"
		if h.Kind != result.NoneRegistered || !strings.Contains(text, line) {
			t.Fatalf("not missing: %+v", h)
		}
		is := trial.Text(t, strings.Replace(text, line, "  "+h.What+": {is: yes, evidence: [minutes]}\n", 1))
		ends := func(x, y result.Rating) int { return distance(x.Low, y.Low) + distance(x.High, y.High) }
		want := 100 * ends(was.Documented.Overall.Rating, is.Documented.Overall.Rating)
		for i, q := range was.Questions {
			want += 10 * ends(q.Documented, is.Questions[i].Documented)
			if q.Documented.TooLittleKnown != is.Questions[i].Documented.TooLittleKnown {
				want += 4
			}
		}
		if weights[want] = true; h.Weight != want {
			t.Errorf("%s weighs %d, not %d", h.What, h.Weight, want)
		}
	}
	if len(weights) < 3 {
		t.Errorf("all weigh nearly the same: %v", weights)
	}
}

// TestWhatHangsOnAStalePieceWeighs: one piece stands behind much, and what moves without it is counted.
func TestWhatHangsOnAStalePieceWeighs(t *testing.T) {
	const head = "as_of: 2026-06-01\narrangement: {nature: voluntary, scale: individual, form: pathway}\nevidence:\n  minutes: {kind: internal, title: Minutes}\n  old: {kind: internal, title: Old minutes, date: 2020-01-01}\n"
	steps := 0
	for _, words := range [][]string{
		{"{is: yes, evidence: [minutes]}", "{is: yes, evidence: [old]}"},
		{"{is: partly, evidence: [minutes]}", "{is: partly, evidence: [old]}", "{is: partly, evidence: [old]}"},
	} {
		text := answers.InTurn(head, words, 0)
		was := trial.Text(t, text)
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			id, _, _ := strings.Cut(strings.TrimSpace(line), ":")
			if slices.Contains(was.Evidence.Pieces[1].StaleFor, "answers."+id) {
				lines[i] = strings.Replace(line, ", evidence: [old]", "", 1)
			}
		}
		is := trial.Text(t, strings.Join(lines, "\n"))
		i := slices.IndexFunc(was.Evidence.Weaknesses, func(h result.Weakness) bool { return h.What == "old" })
		if i < 0 || was.Evidence.Weaknesses[i].Kind != result.OutOfDate {
			t.Fatalf("nothing hangs on it: %+v", was.Evidence.Weaknesses)
		}
		ends := func(x, y result.Rating) int { return distance(x.Low, y.Low) + distance(x.High, y.High) }
		want := 100 * ends(was.Documented.Overall.Rating, is.Documented.Overall.Rating)
		for i, q := range was.Questions {
			n := ends(q.Documented, is.Questions[i].Documented)
			steps = max(steps, n)
			want += 10 * n
			if q.Documented.TooLittleKnown != is.Questions[i].Documented.TooLittleKnown {
				want += 4
			}
		}
		if got := was.Evidence.Weaknesses[i].Weight; got != want {
			t.Errorf("it weighs %d, not %d", got, want)
		}
	}
	if steps < 2 {
		t.Error("no question moves by more than a step")
	}
}

func TestHowMuchHangsOnEvidence(t *testing.T) {
	text := `
as_of: 2026-06-01
arrangement: {nature: voluntary, scale: individual, form: pathway}
answers:
  key-people-trust: {is: yes, evidence: [old]}
  clear-rationale: {is: yes, evidence: [word]}
  impact-data: yes
evidence:
  old: {kind: internal, date: 2024-01-01}
  word: {kind: assertion}
`
	r := trial.Text(t, text)
	found := map[string]result.Weakness{}
	for _, h := range r.Evidence.Weaknesses {
		found[h.What] = h
	}
	for what, want := range map[string]struct {
		kind      result.WeaknessKind
		criterion string
	}{"old": {result.OutOfDate, "key-people-trust"}, "word": {result.OneSided, "clear-rationale"}, "impact-data": {result.NoneRegistered, "impact-data"}} {
		h := found[what]
		if h.Kind != want.kind || len(h.Criteria) != 1 || h.Criteria[0] != want.criterion {
			t.Errorf("%s: %+v", what, h)
		}
	}
	for i, h := range trial.File(t, "../../examples/networked-clinic/proposal.yaml").Evidence.Weaknesses {
		if i == 0 && (h.Kind != "stale" || h.What != "pilot-evaluation" || h.Why == "") {
			t.Errorf("the stale evaluation comes first: %+v", h)
		}
	}
}
