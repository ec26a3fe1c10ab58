package wording_test

import (
	"testing"

	"partner/pkg/wording"
)

func TestMillions(t *testing.T) {
	for _, c := range []struct {
		currency string
		m        float64
		want     string
	}{{"", 6.2, "£6.2m"}, {"GBP", -12, "-£12m"}, {"EUR", 0.126, "€0.13m"}, {"USD", 40, "$40m"}, {"SEK", 12, "SEK 12m"}, {"", 999.99, "£999.99m"}, {"", 1000, "£1bn"}, {"EUR", -1684, "-€1.68bn"}} {
		if got := wording.Millions(c.currency, c.m); got != c.want {
			t.Errorf("%s %v: %s", c.currency, c.m, got)
		}
	}
}
