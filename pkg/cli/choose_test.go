package cli

import (
	"testing"

	"partner/pkg/interview"
)

// TestYesIsTheOneThingThatCanBeSaid: where a question has one word to choose, yes chooses it; where it has several, it does not.
func TestYesIsTheOneThingThatCanBeSaid(t *testing.T) {
	q := interview.Question{Choices: []interview.Choice{{Word: "partners"}}}
	if chosen, wrong := choose(&q, "Yes"); wrong != "" || len(chosen) != 1 || chosen[0].Word != "partners" {
		t.Errorf("yes to one word chooses %v; %s", chosen, wrong)
	}
	q.Choices = append(q.Choices, interview.Choice{Word: "others"})
	if chosen, wrong := choose(&q, "yes"); wrong == "" {
		t.Errorf("yes to two words chooses %v", chosen)
	}
}
