package catalogue_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/catalogue"
)

func TestTextsSpeakInTheWordsOfASector(t *testing.T) {
	c, err := catalogue.Load(changed(t, "sectors.yaml", "{id: people, title: patients}", "{id: people, title: residents}"))
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

// TestNoPlaceIsLeftForASectorsWord: every text that has a place for one is filled, wherever in the catalogue it stands.
func TestNoPlaceIsLeftForASectorsWord(t *testing.T) {
	base := assessments.Catalogue()
	for _, one := range base.Sectors.All {
		for _, two := range base.Sectors.All {
			c := *base.In(one.ID, two.ID)
			c.Places = nil
			text := fmt.Sprintf("%+v", c)
			for _, w := range slices.Concat(one.Says, c.Words.Roles) {
				if strings.Contains(text, "{"+w.ID+"}") {
					t.Errorf("%s and %s: {%s} is left", one.ID, two.ID, w.ID)
				}
			}
		}
	}
}

func TestEachSideIsSpokenToInItsOwnWords(t *testing.T) {
	c := assessments.Catalogue()
	if c.In("nhs", "") != c || c.In("", "") != c {
		t.Error("the sector of the research is spoken anew")
	}
	for _, x := range []struct{ one, two, people, finance string }{
		{"local-government", "local-government", "residents", "chief finance officer"}, {"local-government", "", "residents", "chief finance officer"},
		{"nhs", "local-government", "users", "finance director"}, {"education", "education", "students", "finance director"}, {"nhs", "private", "patients", "finance director"}, {"nhs", "nhs", "patients", "finance director"},
	} {
		of := c.In(x.one, x.two)
		if got := of.Words.Say("people"); got != x.people {
			t.Errorf("%s and %s: %s", x.one, x.two, got)
		}
		if got := of.Words.Role("finance"); got != x.finance {
			t.Errorf("%s and %s: %s", x.one, x.two, got)
		}
	}
	both := c.In("nhs", "local-government")
	if a, b := both.Post("finance", "local-government"), both.Post("medical-director", "nhs"); a != "chief finance officer" || b != "medical director" {
		t.Errorf("%s, %s", a, b)
	}
}
