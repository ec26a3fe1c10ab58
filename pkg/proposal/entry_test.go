package proposal_test

import (
	"strings"
	"testing"

	"partner/pkg/proposal"
)

const listed = `partner: 1
organisations:
  north:
    issues:
      - {what: Wards below safe staffing, area: workforce, cost_gbp_m: 4}
      - {what: A leaking roof, area: estate, cost_gbp_m: 1.2}
      - {what: A leaking roof, area: finance}
      - {area: estate}
      - {}
      - unknown
  south: {objectives: [{id: safe, text: Be safe}, {id: "40", text: "Grow [slowly]. And so on, for as long as anybody here can remember"}]}
arrangement: {environment: {helps: [money, unknown]}}
`

// TestEntriesAreCalledByWhatTheySay: by id, by their words, and never by a number where anything tells them apart.
func TestEntriesAreCalledByWhatTheySay(t *testing.T) {
	p, wrong := proposal.Read("p.yaml", []byte(listed), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	for path, want := range map[string]string{
		"organisations.north.issues[0].plan":     "organisations.north.issues[Wards below safe staffing].plan",
		"organisations.north.issues[1].plan":     "organisations.north.issues[A leaking roof; estate; 1.2].plan",
		"organisations.north.issues[2].plan":     "organisations.north.issues[A leaking roof; finance].plan",
		"organisations.north.issues[3].what":     "organisations.north.issues[estate].what",
		"organisations.north.issues[4].what":     "",
		"organisations.north.issues[5]":          "organisations.north.issues[unknown]",
		"organisations.north.issues[7].what":     "",
		"organisations.south.objectives[0].text": "organisations.south.objectives[safe].text",
		"organisations.south.objectives[1].text": "organisations.south.objectives[Grow (slowly). And so on, for as long as…].text",
		"arrangement.environment.helps[1]":       "arrangement.environment.helps[unknown]",
		"arrangement.governance.management":      "arrangement.governance.management",
		"organisations.north.finance.position":   "organisations.north.finance.position",
	} {
		if got := p.Named(path); got != want {
			t.Errorf("%s is called %q, not %q", path, got, want)
		}
	}
	for name, want := range map[string]string{
		"organisations.north.issues[wards below safe  staffing].plan": "organisations.north.issues[0].plan",
		"organisations.north.issues[workforce].plan":                  "organisations.north.issues[0].plan",
		"organisations.north.issues[A leaking roof].plan":             "the entry \"A leaking roof\" in organisations.north.issues, which 2 of its entries may be",
		"organisations.north.issues[A roof].plan":                     "no entry \"A roof\" in organisations.north.issues",
		"organisations.north.nothing[x]":                              "no entry \"x\" in organisations.north.nothing",
		"organisations.north.issues[1":                                "organisations.north.issues[1]",
	} {
		path, found, do := p.Numbered(name)
		if got := path; found == "" && got != want || found != "" && (!strings.HasPrefix(found, want) || do == "") {
			t.Errorf("%s leads to %q, %q, %q; want %s", name, path, found, do, want)
		}
	}
}
