package assess_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/rating"
	"partner/pkg/result"
)

// apart is by how many steps two ratings differ.
func apart(x, y rating.Grade) int {
	return max(int(x)-int(y), int(y)-int(x))
}

// moved is what an answer moves: a hundred for each step of an end of the whole, ten for each step of an end
// of a question, and four for each question of which enough is known now. A rating so far counts as an end
// where it is printed both before and after.
func moved(was, is *result.Result) (weight, lifted int, questions []string) {
	ends := func(x, y result.Rating) int {
		n := apart(x.Low, y.Low) + apart(x.High, y.High)
		if !x.TooLittleKnown && !y.TooLittleKnown {
			n += apart(x.SoFar, y.SoFar)
		}
		return n
	}
	weight = 100 * ends(was.Overall.Rating, is.Overall.Rating)
	for i, q := range was.Questions {
		n := ends(q.Rating, is.Questions[i].Rating)
		weight += 10 * n
		if q.Rating.TooLittleKnown && !is.Questions[i].Rating.TooLittleKnown {
			lifted++
			n++
		}
		if n > 0 {
			questions = append(questions, q.ID)
		}
	}
	return weight + 4*lifted, lifted, questions
}

// TestWhatAnUnknownWeighs: each is answered in the document, either way, and what moves is counted.
func TestWhatAnUnknownWeighs(t *testing.T) {
	const head = "arrangement: {nature: voluntary, scale: individual, form: pathway}\n"
	lifting, steps := 0, 0
	for _, words := range [][]string{{"yes", "", "no"}, {"yes", "yes", "partly", ""}, {"", "yes"}, {"no", ""}, {"", "", "yes"}} {
		text := answeredInTurn(head, words, 0)
		r := assessText(t, text)
		for _, d := range r.Settle.Ranked {
			c := cat.Criterion(d.Criterion)
			if !c.Judged {
				continue // facts have a say too
			}
			answer := func(word string) *result.Result {
				return assessText(t, strings.Replace(text, "answers:\n", "answers:\n  "+d.Criterion+": "+word+"\n", 1))
			}
			yes, no := answer("yes"), answer("no")
			if r.Overall.TooLittleKnown != yes.Overall.TooLittleKnown {
				continue
			}
			up, n, ups := moved(r, yes)
			down, m, downs := moved(r, no)
			if !slices.Equal(ups, d.IfMet.Questions) && len(ups)+len(d.IfMet.Questions) > 0 || !slices.Equal(downs, d.IfNotMet.Questions) && len(downs)+len(d.IfNotMet.Questions) > 0 {
				t.Errorf("%s moves %v and %v, not %v and %v", d.Criterion, ups, downs, d.IfMet.Questions, d.IfNotMet.Questions)
			}
			if lifting += n + m; n+m > 0 { // the rating so far that was not printed is not known here, but its step is of ten
				if d.Weight%10 != (up+down)%10 || d.Weight < up+down {
					t.Errorf("%s weighs %d; without what was not printed it is %d", d.Criterion, d.Weight, up+down)
				}
				continue
			}
			if steps += (up + down) / 10; d.Weight != up+down {
				t.Errorf("%s weighs %d, not %d", d.Criterion, d.Weight, up+down)
			}
		}
	}
	if lifting == 0 || steps == 0 {
		t.Errorf("%d brakes were lifted, %d steps made", lifting, steps)
	}
}

// TestWhatHangsOnAMissingDocumentWeighs: each criterion without a document gets one, and what moves of the
// documented ratings is counted.
func TestWhatHangsOnAMissingDocumentWeighs(t *testing.T) {
	const head = "arrangement: {nature: voluntary, scale: individual, form: pathway}\nevidence: {minutes: {kind: internal, title: Minutes}}\n"
	text := answeredInTurn(head, []string{"yes", "{is: yes, evidence: [minutes]}", "", "{is: yes, evidence: [minutes]}"}, 0)
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

// TestThePathGoesTwoStepsUp and no further: to the next rating, and to the one after it.
func TestThePathGoesTwoStepsUp(t *testing.T) {
	both := 0
	eachAnsweredInTurn(t, func(t *testing.T, r *result.Result) {
		for _, end := range []struct {
			does result.Effect
			from rating.Grade
		}{{result.RaisesLow, r.Overall.Low}, {result.RaisesSoFar, r.Overall.SoFar}} {
			var to []int
			for _, s := range r.Path.Steps {
				if s.Does != end.does {
					continue
				}
				if s.From != end.from.String() {
					t.Errorf("%s: from %s, and it is %s", s.Does, s.From, end.from)
				}
				g, _ := rating.FindGrade(s.To)
				to = append(to, int(g)-int(end.from))
			}
			if len(to) > 2 || len(to) > 0 && to[0] < 1 || len(to) == 2 && (to[0] != 1 || to[1] < 2) {
				t.Errorf("%s from %s goes up by %v", end.does, end.from, to)
			}
			if end.from <= rating.AmberRed && len(to) == 1 && to[0] == 1 {
				t.Errorf("%s from %s ends after one step", end.does, end.from)
			}
			if len(to) == 2 {
				both++
			}
		}
	})
	if both == 0 {
		t.Error("nowhere are there two steps")
	}
}

// TestHalfOfTheTraitsMakeAPrecedentNear: nature, scale, form and sectors are four; a case that surely shares
// two of them is told, one that shares fewer is not, however many traits of its own it shares.
func TestHalfOfTheTraitsMakeAPrecedentNear(t *testing.T) {
	for text, want := range map[string]bool{
		"arrangement: {nature: voluntary}\n":                                                                      false,
		"organisations: {north: {sector: nhs}, south: {sector: nhs}}\n":                                           false,
		"arrangement: {nature: voluntary, scale: structural}\n":                                                   true,
		"organisations: {north: {sector: nhs}, south: {sector: private}}\narrangement: {nature: voluntary}\n":     true,
		"organisations: {north: {sector: nhs}, south: {sector: nhs}}\narrangement: {form: acquisition}\n":         true,
		"organisations: {north: {sector: charity}, south: {sector: charity}}\narrangement: {nature: voluntary}\n": false,
	} {
		text = strings.Replace(text, "charity", "voluntary", -1)
		r := assessText(t, text)
		told := 0
		for _, p := range r.Precedents {
			if p.Nearest {
				told++
			}
		}
		if told > 0 != want {
			t.Errorf("%s: %d precedents are told; the first is like it in %v", text, told, r.Precedents[0].Like)
		}
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
		text := answeredInTurn(head, words, 0)
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

// TestTwoPrecedentsAreTold, and a third only where it is as near as the second.
func TestTwoPrecedentsAreTold(t *testing.T) {
	const nhs = "organisations: {north: {sector: nhs}, south: {sector: nhs}}\n"
	for text, want := range map[string][]string{
		"arrangement: {nature: voluntary, scale: structural}\n":                                                         {"case-d", "case-e"},
		nhs + "arrangement: {nature: voluntary, scale: individual}\n":                                                   {"case-a", "case-b", "case-e"}, // b and e share two each
		nhs + "arrangement: {nature: voluntary, scale: individual, history: [{what: A, kind: working-relationship}]}\n": {"case-a", "case-b"},           // people have worked together, as in b
	} {
		var told []string
		for _, p := range assessText(t, text).Precedents {
			if p.Nearest {
				told = append(told, p.ID)
			}
		}
		if !slices.Equal(told, want) {
			t.Errorf("%s: %v are told, not %v", text, told, want)
		}
	}
}
