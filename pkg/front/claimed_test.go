package front_test

import (
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// screenOf is the first screen of a document, with its result.
func screenOf(t *testing.T, text string) (string, *result.Result) {
	t.Helper()
	doc, wrong := proposal.Read("p.yaml", []byte("partner: 1\n"+text), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	r := assess.Assess(doc, assessments.Catalogue())
	return flat(drawn(t, r, 100)), r
}

// TestAnyColourOnWordAloneIsAsClaimed: where documents carry less, each of the six says so beside its colour, whichever
// above red that is, and not where they carry as much.
func TestAnyColourOnWordAloneIsAsClaimed(t *testing.T) {
	for _, answer := range []string{"yes", "partly"} {
		text := "title: North and South\norganisations: {north: {name: North}, south: {name: South}}\narrangement: {nature: voluntary, scale: individual, form: pathway}\nanswers:\n"
		for _, c := range assessments.Catalogue().Criteria {
			if c.Kind.Rated() {
				text += "  " + c.ID + ": " + answer + "\n"
			}
		}
		page, r := screenOf(t, text)
		for n, l := range r.Front.Block(result.FrontQuestions).Lines {
			q := r.Questions[n]
			coloured := q.Rating.SoFar > rating.Red && (q.Documented.TooLittleKnown || q.Documented.SoFar < q.Rating.SoFar)
			if said := strings.HasPrefix(result.FrontText(l.Text), "As claimed"); said != coloured {
				t.Errorf("%s on %s is %s, on documents %s: %q\n%s", answer, q.ID, q.Rating.Words, q.Documented.Words, result.FrontText(l.Text), page)
			}
		}
	}
	if page := flat(drawn(t, assess.Assess(read(t, "../../examples/case-c.yaml"), assessments.Catalogue()), 100)); strings.Contains(page, "As claimed") {
		t.Errorf("what a published document carries is told as claimed:\n%s", page)
	}
}

// TestADayThatHasPassedSaysWhatToDo: of a decision that nothing says was taken, the page asks whether it was; of one
// that is ahead, or was taken, it does not.
func TestADayThatHasPassedSaysWhatToDo(t *testing.T) {
	for timeline, asked := range map[string]bool{
		"timeline: {decision: 2026-09-01}":                 true,
		"timeline: {decision: 2026-12-01}":                 false,
		"timeline: {decision: 2026-09-01}, state: decided": false,
	} {
		page, _ := screenOf(t, "title: North and South\nas_of: 2026-10-01\norganisations: {north: {name: North}, south: {name: South}}\narrangement: {nature: voluntary, form: contract, "+timeline+"}\n")
		if strings.Contains(page, "Say whether it was taken, or set another day.") != asked {
			t.Errorf("%s:\n%s", timeline, page)
		}
	}
}

// TestWhatIsMostlySetAsideSaysSoFirst: in the title, with one count for the rest of the page.
func TestWhatIsMostlySetAsideSaysSoFirst(t *testing.T) {
	text := "title: North and South\norganisations: {north: {name: North}, south: {name: South}}\narrangement: {nature: voluntary, scale: individual, form: pathway}\nanswers:\n"
	for _, c := range assessments.Catalogue().Criteria {
		if c.Kind.Counts() && c.ID != "impact-data" {
			text += "  " + c.ID + ": {is: not-applicable, because: does not arise here}\n"
		}
	}
	page, r := screenOf(t, text)
	title := result.FrontText(r.Front.Block(result.FrontTitle).Lines[0].Text)
	if !strings.Contains(title, "set aside as not applicable") || !strings.Contains(page, "0 of the other 3 known") {
		t.Errorf("%q does not say what is set aside:\n%s", title, page)
	}
	if !strings.Contains(page, "not rated") {
		t.Errorf("a question of which nothing is left is rated:\n%s", page)
	}
}
