package outline_test

import (
	"strings"
	"testing"

	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/result"
)

// part is the text of one section of a report.
func part(r *result.Result, section string) string {
	var b strings.Builder
	o := outline.Only(r, section)
	o.Closing = nil
	if err := text.Write(&b, o, text.Options{Width: 100}); err != nil {
		panic(err)
	}
	return b.String()
}

func TestConditionsAreToldByState(t *testing.T) {
	r := example.Result()
	r.Conditions = []result.Condition{
		{ID: "late-one", State: "overdue", Do: "Name who answers to the regulator", Who: "chair", Owner: "Both secretaries", By: "by 25 September 2026", Closes: "the clause in the agreement", Note: "counsel's advice is awaited", Remark: "Not known whether it is in place."},
		{ID: "not-one", State: "proposed", Do: "Set up a joint board", Who: "chair", By: "before the start (1 April 2027)", Closes: "its terms of reference"},
		{ID: "done-one", State: "closed", Title: "an agreement is signed", Do: "Sign an agreement", Who: "chair", By: "before the start", Closes: "the agreement", Evidence: []string{"deed"}},
	}
	got := part(r, "conditions")
	at := -1
	for _, want := range []string{
		"Overdue", "Name who answers to the regulator. Both secretaries, by 25 September 2026. [late-one]", "Evidence that closes it: The clause in the agreement.", "Counsel's advice is awaited.", "→ Not known whether it is in place.",
		"Not set yet", "Set up a joint board. Chair, before the start (1 April 2027). [not-one]", "Evidence that closes it: Its terms of reference.",
		"Closed", "An agreement is signed. Chair, before the start. [done-one]", "Evidence: deed.",
	} {
		i := strings.Index(got[at+1:], want)
		if i < 0 {
			t.Fatalf("no %q after the one before it in\n%s", want, got)
		}
		at += i + 1
	}
	if strings.Contains(got, "Set, and open") || strings.Contains(got, "The agreement.") {
		t.Errorf("a group without conditions, or what closes a closed one, in\n%s", got)
	}
	r.Conditions = nil
	if got := part(r, "conditions"); got != "" {
		t.Errorf("without conditions there is no section: %s", got)
	}
}
