package decide_test

import (
	"testing"

	"partner/pkg/assess"
	"partner/pkg/result"
)

// TestLessKnownSuitsNoBetter: an option of which as much speaks against it, and of which less is known, does not
// serve better for that.
func TestLessKnownSuitsNoBetter(t *testing.T) {
	o := assess.Options(reading(t, "../../examples/mandated-buddy.yaml"), cat)
	for id, want := range map[string]result.Standing{
		"mandated-individual-buddying":    result.Itself,
		"mandated-structural-acquisition": result.Better, // by what is known of it
		"voluntary-structural-merger":     result.AsGood, // red so far, as it is, with three things unknown
		"mandated-individual-pathway":     result.AsGood,
	} {
		if x := optionOf(t, o, id); x.Stands != want {
			t.Errorf("%s is %q against the declared one, want %q: %s", id, x.Stands, want, x.Context.Rating.Words)
		}
	}
}
