// Package drawn makes the properties of a test binary draw the same cases at each run, so that whether a commit
// passes hangs on the commit and not on luck. It is imported for this effect alone, by the tests of each package
// that has properties. PARTNER_SEED gives another seed; 0 draws afresh each time, as `make properties` does, and
// -rapid.seed has the last word.
package drawn

import (
	"flag"
	"os"

	"pgregory.net/rapid"
)

// A value of rapid, so that its flags are there before init sets one of them.
var _ = rapid.Check

func init() {
	seed := os.Getenv("PARTNER_SEED")
	if seed == "" {
		seed = "1"
	}
	if err := flag.Set("rapid.seed", seed); err != nil {
		panic("PARTNER_SEED: " + err.Error())
	}
}
