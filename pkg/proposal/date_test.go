package proposal_test

import (
	"testing"

	"partner/pkg/proposal"
)

func TestALaterDateIsAsExactAsTheDate(t *testing.T) {
	for _, c := range []struct {
		date   string
		months int
		want   string
	}{
		{"2027-04-01", 12, "2028-04-01"},
		{"2028-02-29", 12, "2029-02-28"},
		{"2027-08-31", 18, "2029-02-28"},
		{"2027-12-31", 1, "2028-01-31"},
		{"2027-04", 12, "2028-04"},
		{"2027-12", 18, "2029-06"},
		{"2027", 24, "2029"},
		{"2027", 18, "2028-07"},
		{"2200", 12, ""},
		{"unknown", 12, ""},
	} {
		doc, wrong := proposal.Read("x.yaml", []byte("partner: 1\nas_of: "+c.date+"\n"), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		if got := doc.Root.At("as_of").Later(c.months); got.String() != c.want {
			t.Errorf("%d months after %s: %q, want %q", c.months, c.date, got.String(), c.want)
		} else if got != nil && got.From > got.To {
			t.Errorf("%s ends before it begins", got.Word)
		}
	}
	var none *proposal.Value
	if none.Later(1) != nil {
		t.Error("a date that is not there has a later one")
	}
}

func TestConditionsAreReadUnderTheirIDs(t *testing.T) {
	doc, wrong := proposal.Read("x.yaml", []byte(`partner: 1
conditions:
  formal-agreement:
    owner: both chairs
    due: 2026-11
    state: closed
    evidence: [deed]
    note: With a schedule.
  continuity-joint:
evidence: {deed: {kind: internal}}
`), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	list := doc.Root.At("conditions")
	if len(list.Items) != 2 || list.Items[1].Key != "continuity-joint" || list.Items[1].At("state").Known() {
		t.Fatalf("%+v", list.Items)
	}
	c := list.Item("formal-agreement")
	if !c.At("state").Is("closed") || c.At("owner").String() != "both chairs" || c.At("due").InWords() != "November 2026" || c.At("note").String() != "With a schedule." || len(c.EvidenceIDs()) != 1 || c.Pos.Line != 3 {
		t.Errorf("%+v", c)
	}
	if got := c.At("due").Path(); got != "conditions.formal-agreement.due" {
		t.Errorf("path %s", got)
	}
}
