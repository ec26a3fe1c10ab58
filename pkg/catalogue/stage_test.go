package catalogue_test

import (
	"testing"

	"partner/assessments"
	"partner/pkg/catalogue"
)

func TestEachCriterionThatCountsIsDueByAStage(t *testing.T) {
	c := assessments.Catalogue()
	for i := range c.Criteria {
		cr := c.Criteria[i]
		if cr.Kind.Counts() && cr.Due == "" {
			t.Errorf("%s is due by no stage", cr.ID)
		}
		if cr.Kind == catalogue.Context && cr.Due != catalogue.BeforeDecision {
			t.Errorf("%s is %s: whether this is the right form is for the decision", cr.ID, cr.Due)
		}
	}
	for id, until := range map[string]catalogue.Until{
		"commitment-estimated": catalogue.UntilDecision, "alternatives-considered": catalogue.UntilDecision,
		"ms-acquirer-seeking": catalogue.UntilDecision, "not-rushed": catalogue.UntilStart,
		"benefit-horizon-realistic": catalogue.UntilStart, "impact-data": "", "key-people-trust": "",
	} {
		if got := c.Criterion(id).Until; got != until {
			t.Errorf("%s: until %q, want %q", id, got, until)
		}
	}
}
