package proposal_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// pieces lists the register of a document: how it calls each piece, and its title.
func pieces(p *proposal.Proposal) string {
	var all []string
	for _, e := range p.Register {
		all = append(all, e.Key+" "+e.At(paths.PieceTitle).Written())
	}
	return strings.Join(all, ", ")
}

func rests(p *proposal.Proposal, path, organisation string) string {
	return strings.Join(p.Root.Find(paths.Path(path)).In(organisation).EvidenceIDs(), " ")
}

// TestRegistersOfFilesAreTheirOwn: an id means the piece of the file in which it stands.
func TestRegistersOfFilesAreTheirOwn(t *testing.T) {
	const north, south = "name: North\nfinance: {position: {is: strong, evidence: [minutes]}}\nevidence: {minutes: {kind: internal, title: Of the north}}\n",
		"name: South\nfinance: {position: {is: strong, evidence: [minutes]}}\nevidence: {minutes: {kind: published, title: Of the south}}\n"
	const head = "partner: 1\norganisations: {north: {from: n.yaml}, south: {from: s.yaml}}\n"
	for _, c := range []struct{ what, north, south, proposal, pieces, ofNorth, ofSouth, wrong string }{
		{"each its own", north, south, head, "north/minutes Of the north, south/minutes Of the south", "north/minutes", "south/minutes", ""},
		{"the proposal's beside them", north, south, head + "evidence: {minutes: {kind: internal, title: Of both}}\n", "minutes Of both, north/minutes Of the north, south/minutes Of the south", "north/minutes", "south/minutes", ""},
		{"one and the same", north, strings.Replace(strings.Replace(south, "Of the south", "Of the north", 1), "published", "internal", 1), head, "minutes Of the north", "minutes", "minutes", ""},
		{"the proposal's where a file has none", "name: North\nfinance: {position: {is: strong, evidence: [accounts]}}\n", south, head + "evidence: {accounts: {kind: internal, title: All}}\n", "accounts All, minutes Of the south", "accounts", "minutes", ""},
		{"one of two that is not named", north, south, head + "arrangement: {form: {is: merger, evidence: [minutes]}}\n", "", "", "", `p.yaml:3:45: the evidence "minutes", which may be north/minutes or south/minutes; write which of them it is`},
		{"one of two that is named", north, south, head + "arrangement: {form: {is: merger, evidence: [south/minutes]}}\n", "north/minutes Of the north, south/minutes Of the south", "north/minutes", "south/minutes", ""},
		{"twice in one file", "name: North\n", "name: South\n", "partner: 1\norganisations: {north: {evidence: {a: {}}}, south: {evidence: {a: {}}}}\n", "", "", "", `p.yaml:2:64: the evidence "a" a second time; expected each id once (first at p.yaml:2:36)`},
	} {
		t.Run(c.what, func(t *testing.T) {
			p, wrong := proposal.Read("p.yaml", []byte(c.proposal), fstest.MapFS{"n.yaml": {Data: []byte(c.north)}, "s.yaml": {Data: []byte(c.south)}})
			if c.wrong != "" {
				if !strings.Contains(wrong.Error(), c.wrong) {
					t.Errorf("wrong is %v", wrong)
				}
				return
			}
			if len(wrong) > 0 || pieces(p) != c.pieces || rests(p, "organisations.north.finance.position", "") != c.ofNorth || rests(p, "organisations.south.finance.position", "") != c.ofSouth {
				t.Errorf("%v: %s; north rests on %s, south on %s", wrong, pieces(p), rests(p, "organisations.north.finance.position", ""), rests(p, "organisations.south.finance.position", ""))
			}
		})
	}
}

// TestRegistersOfViewsAreTheirOwn: two boards call their minutes by one id, and so does the proposal.
func TestRegistersOfViewsAreTheirOwn(t *testing.T) {
	north := view("north", "answers: {a: {is: no, evidence: [accounts]}, b: {is: yes, evidence: [minutes]}}\nevidence: {accounts: {kind: internal, title: Ours}, minutes: {kind: internal, title: North's}}\n")
	south := view("south", "answers: {a: {is: no, evidence: [accounts]}, b: {is: yes, evidence: [minutes]}}\nevidence: {minutes: {kind: internal, title: South's}}\n")
	p, wrong := layOver(t, north, south)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if got := pieces(p); got != "accounts Accounts, north/accounts Ours, north/minutes North's, south/minutes South's" {
		t.Error(got)
	}
	for path, want := range map[string][2]string{"answers.a": {"north/accounts", "accounts"}, "answers.b": {"north/minutes", "south/minutes"}} {
		if n, s := rests(p, path, "north"), rests(p, path, "south"); n != want[0] || s != want[1] {
			t.Errorf("%s rests on %s and on %s", path, n, s)
		}
	}
	_, wrong = layOver(t, north, view("south", "answers: {b: {is: yes, evidence: [minutes]}}\n"))
	if len(wrong) != 1 || !strings.HasPrefix(wrong[0].Error(), `south.yaml:1:35: the evidence "minutes", which the register does not hold`) {
		t.Errorf("one board's view rests on what the other's holds: %v", wrong)
	}
}

// TestAnUnfilledViewIsNoView: as it was handed out, it says nothing, and nothing is wrong with it.
func TestAnUnfilledViewIsNoView(t *testing.T) {
	plain, _ := layOver(t)
	for _, text := range []string{"", "# handed back unfilled\n", "---\n", "\ufeff# nothing\n\n", "unknown\n", "answers:\narrangement: {}\nevidence: {}\n"} {
		p, wrong := layOver(t, view("south", text))
		if len(wrong) > 0 {
			t.Errorf("%q: %v", text, wrong)
			continue
		}
		for path := range said(plain) {
			if was, is := says(plain.Root.Find(paths.Path(path))), says(p.Root.Find(paths.Path(path))); was != is {
				t.Errorf("%q: %s was %s and is %s", text, path, was, is)
			}
		}
	}
}

func TestReadOrganisation(t *testing.T) {
	for text, want := range map[string]string{
		"name: North\nfinance: {position: {is: strong, evidence: [accounts]}}\nevidence: {accounts: {kind: published}}\n": "",
		"name: North\nfinance: {position: {is: strong, evidence: [accounts]}}\n":                                          `n.yaml:2:45: the evidence "accounts", which the register does not hold`,
		"name: North\nfinanse: {}\n":                  `n.yaml:2:1: the unknown key "finanse"`,
		"finance: {position: {views: {x: strong}}}\n": "",
		"- a\n":   "n.yaml:1:1: a list; expected an organisation",
		"name: [": "n.yaml:1",
		"":        "n.yaml: the file is empty",
	} {
		wrong := proposal.ReadOrganisation("n.yaml", []byte(text))
		if want == "" && len(wrong) > 0 || !strings.HasPrefix(wrong.Error(), want) {
			t.Errorf("%q: %v; want %s", text, wrong, want)
		}
	}
}
