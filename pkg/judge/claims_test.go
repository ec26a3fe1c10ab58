package judge_test

import (
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/judge"
	"partner/pkg/rating"
)

// answeredAll gives a document in which every criterion is answered so.
func answeredAll(head, word string) string {
	var b strings.Builder
	b.WriteString(head + "answers:\n")
	for _, c := range assessments.Catalogue().Criteria {
		if c.Kind.Rated() {
			b.WriteString("  " + c.ID + ": " + word + "\n")
		}
	}
	return b.String()
}

const contract = "organisations: {hillbrook: {name: Hillbrook}, ferndale: {name: Ferndale}}\n" +
	"arrangement: {nature: voluntary, scale: structural, form: contract, constituted: by-contract, extent: many-services, brokered_by: organisations, outcome: contract-between-two}\n"

// A no needs no document, and is not called documented.
func TestANoIsNotCalledDocumented(t *testing.T) {
	d := judge.Documented(judged(t, answeredAll(contract, "no")))
	if !strings.HasPrefix(d.Sentence, "Nothing that counts is said to be in place") {
		t.Errorf("%s", d.Sentence)
	}
	if d.Beside != "" {
		t.Errorf("a no is as good on documents: %s", d.Beside)
	}
}

// What nobody has documented is never told as green or as a yes without whose word it is.
func TestWhatIsClaimedIsToldAsClaimed(t *testing.T) {
	const evidence = "evidence: {minutes: {kind: internal, title: Minutes}}\n"
	for word, claimed := range map[string]bool{"yes": true, "{is: yes, evidence: [minutes]}": false} {
		j := judged(t, evidence+answeredAll(contract, word))
		d := judge.Documented(j)
		if (d.Beside != "") != claimed || claimed && d.Beside != "as claimed; on documents too little known" {
			t.Errorf("%s: beside the rating stands %q", word, d.Beside)
		}
		told := 0
		for _, q := range judge.Questions(j, judge.SubstanceOf(j)) {
			if q.Rating.SoFar < rating.AmberGreen {
				continue
			}
			if told++; strings.HasPrefix(q.Answer, "As claimed: ") != claimed {
				t.Errorf("%s: %s: %s", word, q.ID, q.Answer)
			}
		}
		if told == 0 {
			t.Errorf("%s: no question is answered well", word)
		}
	}
}
