package decide_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/answers"
	"partner/testdata/trial"
)

// apart is by how many steps two ratings differ.
func distance(x, y rating.Grade) int {
	return max(int(x)-int(y), int(y)-int(x))
}

// moved is what an answer moves: a hundred for each step of an end of the whole, ten for each step of an end
// of a question, and four for each question of which enough is known now. A rating so far counts as an end
// where it is printed both before and after.
func moved(was, is *result.Result) (weight, lifted int, questions []string) {
	ends := func(x, y result.Rating) int {
		n := distance(x.Low, y.Low) + distance(x.High, y.High)
		if !x.TooLittleKnown && !y.TooLittleKnown {
			n += distance(x.SoFar, y.SoFar)
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

// TestUnknownsAreRankedByWhatTheyMove: what surely applies first, then by how much the answer moves, then by
// what they are.
func TestUnknownsAreRankedByWhatTheyMove(t *testing.T) {
	ties := 0
	each(t, func(t *testing.T, r *result.Result) {
		for i := 1; i < len(r.Settle.Ranked); i++ {
			x, y := r.Settle.Ranked[i-1], r.Settle.Ranked[i]
			a, b := r.Criterion(x.Criterion), r.Criterion(y.Criterion)
			switch {
			case a.Applies != b.Applies:
				if a.Applies != "yes" {
					t.Errorf("%s, which may apply, stands before %s", a.ID, b.ID)
				}
			case x.Weight != y.Weight:
				if x.Weight < y.Weight {
					t.Errorf("%s moves less than %s, and stands before it", a.ID, b.ID)
				}
			default:
				ties++
				n, m := answers.Rank(a, a.Home), answers.Rank(b, b.Home)
				if n > m || n == m && len(a.Questions) < len(b.Questions) || n == m && len(a.Questions) == len(b.Questions) && answers.Place(a.ID) > answers.Place(b.ID) {
					t.Errorf("%s stands before %s, and both move as much", a.ID, b.ID)
				}
			}
		}
	})
	if ties < 10 {
		t.Errorf("only %d ties", ties)
	}
}

// TestWhatAnUnknownWeighs: each is answered in the document, either way, and what moves is counted.
func TestWhatAnUnknownWeighs(t *testing.T) {
	const head = "arrangement: {nature: voluntary, scale: individual, form: pathway}\n"
	lifting, steps := 0, 0
	for _, words := range [][]string{{"yes", "", "no"}, {"yes", "yes", "partly", ""}, {"", "yes"}, {"no", ""}, {"", "", "yes"}} {
		text := answers.InTurn(head, words, 0)
		r := trial.Text(t, text)
		for _, d := range r.Settle.Ranked {
			c := cat.Criterion(d.Criterion)
			if !c.Judged {
				continue // facts have a say too
			}
			answer := func(word string) *result.Result {
				return trial.Text(t, strings.Replace(text, "answers:\n", "answers:\n  "+d.Criterion+": "+word+"\n", 1))
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
