package catalogue_test

import (
	"strings"
	"testing"

	"partner/pkg/catalogue"
)

func TestTextsSpeakInTheWordsOfASector(t *testing.T) {
	c, err := catalogue.Load(changed(t, "words.yaml", "{id: people, title: patients}", "{id: people, title: residents}"))
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{
		"benefits-measured":   "each benefit for residents has a measure, baseline, target and date",
		"patient-perspective": "residents report whether their experience is improving",
	} {
		if got := c.Criterion(id).Title; got != want {
			t.Errorf("%s: %q", id, got)
		}
	}
	if why := c.Criterion("one-footprint").AppliesBecause; !strings.HasPrefix(why, "Residents ") {
		t.Errorf("a word at the start of a sentence: %q", why)
	}
	if asks := c.Questions[0].Asks; asks != "Will it be better for residents?" {
		t.Errorf("%q", asks)
	}
	c, err = catalogue.Load(changed(t, "words.yaml", "{id: chief-executive, title: chief executive}", "{id: chief-executive, title: vice-chancellor}"))
	if err != nil {
		t.Fatal(err)
	}
	if asks := c.Criterion("leaders-visible").Asks; !strings.HasPrefix(asks, "Does the vice-chancellor lead") {
		t.Errorf("a post: %q", asks)
	}
}
