package proposal_test

import (
	"testing"

	"partner/pkg/proposal"
)

func TestBehind(t *testing.T) {
	for _, c := range []struct {
		reached, baseline, target string
		behind, known             bool
	}{
		{"58 % in March 2027", "64 %", "95 % within a day", true, true},
		{"71 % in March 2027", "64 %", "95 %", false, true},
		{"64 % still", "64 %", "95 %", false, true},
		{"about 31 days in May", "26 days", "18 days", true, true},
		{"20 days", "26 days", "18 days", false, true},
		{"£3.4m a year", "£3.2m", "£2.9m", true, true},
		{"£900k", "£1.2m", "£0.8m", false, true},
		{"45 in May 2027", "40", "20", true, true},
		{"1,250 patients", "1,100 patients", "900 patients", true, true},
		{"-£2m", "-£1m", "£0m", true, true},
		{"58 per cent", "64%", "95 %", true, true},
		// what cannot be compared
		{"58 days", "64 %", "95 %", false, false},
		{"none", "64 %", "95 %", false, false},
		{"nine in ten", "64 %", "95 %", false, false},
		{"5 of 12 clinics", "6 of 10 clinics", "10 of 10 clinics", false, false},
		{"60-70 %", "64 %", "95 %", false, false},
		{"By March 2027, 58 %", "64 %", "95 %", false, false},
		{"In 2027 it was better", "64 %", "95 %", false, false},
		{"2027", "2025", "2026", false, false},
		{"58 %", "64 %", "64 %", false, false},
		{"Q3 was worse", "64 %", "95 %", false, false},
		{"", "64 %", "95 %", false, false},
	} {
		if behind, known := proposal.Behind(c.reached, c.baseline, c.target); behind != c.behind || known != c.known {
			t.Errorf("%q from %q to %q: behind %v, known %v", c.reached, c.baseline, c.target, behind, known)
		}
	}
}
