package decide_test

import (
	"strings"
	"testing"

	"partner/pkg/result"
	"partner/testdata/trial"
)

const accepting = `as_of: 2026-10-01
organisations:
  north: {finance: {position: deficit}}
  south: {finance: {position: deficit}}
arrangement:
  nature: voluntary
  scale: structural
  form: merger
  resources: {time_estimated: no, money_estimated: no}
  timeline: {decision: 2026-12-01, starts: 2027-04-01}
`

// TestWhatIsAcceptedIsNoConditionAnyMore: a condition that asks for acceptance says how to write it, and is answered once
// that is written; what it takes for that to count, it says too.
func TestWhatIsAcceptedIsNoConditionAnyMore(t *testing.T) {
	const context, enabler = "vs-finances-strong", "commitment-estimated"
	plain := trial.Text(t, accepting)
	if c := condition(plain, context); c == nil || c.State != result.Proposed || !strings.Contains(c.Do, "accept it knowingly") || !strings.HasPrefix(c.Accept, "departures: {"+context+": {kind: accepted, ") {
		t.Errorf("context that is not met: %+v", c)
	}
	if c := condition(plain, enabler); c == nil || c.Accept != "" || c.Accepted != "" {
		t.Errorf("what can be done is not for acceptance first: %+v", c)
	}
	const whole = "{kind: accepted, because: It will not change., accepted_by: Both boards, until: 2027-03-31}"
	r := trial.Text(t, accepting+"departures: {"+context+": "+whole+", "+enabler+": "+strings.Replace(whole, "accepted, b", "deferred, b", 1)+", key-people-trust: "+whole+"}\n")
	for id, words := range map[string]string{
		context:            "Accepted by both boards until 31 March 2027. It will not change.",
		enabler:            "Deferred, accepted by both boards until 31 March 2027. It will not change.",
		"key-people-trust": "Accepted by both boards until 31 March 2027. It will not change.",
	} {
		c := condition(r, id)
		if c == nil || c.State != result.Accepted || c.Accepted != words || c.Accept != "" || c.Place != r.Departure(id).Place {
			t.Errorf("%s: %+v", id, c)
		}
	}
	late := trial.Text(t, accepting+"departures: {"+context+": "+strings.Replace(whole, "2027-03-31", "2026-03-31", 1)+"}\n")
	if c := condition(late, context); c.State != result.Proposed || c.Accept == "" || !strings.Contains(c.Accepted, "which has passed") {
		t.Errorf("what was accepted until a day that has passed is to be accepted anew: %+v", c)
	}
	recorded := trial.Text(t, accepting+"departures: {"+enabler+": "+whole+"}\nconditions: {"+enabler+": {state: open}}\n")
	if c := condition(recorded, enabler); c.State != result.Open || c.Accepted == "" {
		t.Errorf("what is set as a condition stays one: %+v", c)
	}
}
