package decide_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/result"
	"partner/testdata/answers"
)

// TestWhatHangsOnAMissingDocumentWeighs: each criterion without a document gets one, and what moves of the
// documented ratings is counted.
func TestWhatHangsOnAMissingDocumentWeighs(t *testing.T) {
	const head = "arrangement: {nature: voluntary, scale: individual, form: pathway}\nevidence: {minutes: {kind: internal, title: Minutes}}\n"
	text := answers.InTurn(head, []string{"yes", "{is: yes, evidence: [minutes]}", "", "{is: yes, evidence: [minutes]}"}, 0)
	was := assessText(t, text)
	weights := map[int]bool{}
	for _, h := range was.Evidence.Hanging {
		line := "  " + h.What + ": yes\n"
		if h.Kind != result.NoneRegistered || !strings.Contains(text, line) {
			t.Fatalf("not missing: %+v", h)
		}
		is := assessText(t, strings.Replace(text, line, "  "+h.What+": {is: yes, evidence: [minutes]}\n", 1))
		ends := func(x, y result.Rating) int { return apart(x.Low, y.Low) + apart(x.High, y.High) }
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
		was := assessText(t, text)
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			id, _, _ := strings.Cut(strings.TrimSpace(line), ":")
			if slices.Contains(was.Evidence.Pieces[1].StaleFor, "answers."+id) {
				lines[i] = strings.Replace(line, ", evidence: [old]", "", 1)
			}
		}
		is := assessText(t, strings.Join(lines, "\n"))
		i := slices.IndexFunc(was.Evidence.Hanging, func(h result.Hanging) bool { return h.What == "old" })
		if i < 0 || was.Evidence.Hanging[i].Kind != result.OutOfDate {
			t.Fatalf("nothing hangs on it: %+v", was.Evidence.Hanging)
		}
		ends := func(x, y result.Rating) int { return apart(x.Low, y.Low) + apart(x.High, y.High) }
		want := 100 * ends(was.Documented.Overall.Rating, is.Documented.Overall.Rating)
		for i, q := range was.Questions {
			n := ends(q.Documented, is.Questions[i].Documented)
			steps = max(steps, n)
			want += 10 * n
			if q.Documented.TooLittleKnown != is.Questions[i].Documented.TooLittleKnown {
				want += 4
			}
		}
		if got := was.Evidence.Hanging[i].Weight; got != want {
			t.Errorf("it weighs %d, not %d", got, want)
		}
	}
	if steps < 2 {
		t.Error("no question moves by more than a step")
	}
}
