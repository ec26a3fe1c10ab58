package proposal_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

const viewed = `partner: 1
organisations:
  north: {name: North, finance: {position: strong, evidence: [accounts]}}
  south: {name: South, objectives: [{id: safe, text: Be safe}]}
arrangement:
  form: {is: merger, because: so it was agreed, evidence: [accounts]}
  scale: {views: {south: structural}}
answers:
  a: {is: yes, evidence: [accounts]}
  b: no
  c: unknown
evidence: {accounts: {kind: published, title: Accounts}}
`

func layOver(t *testing.T, views ...proposal.View) (*proposal.Proposal, source.Diagnostics) {
	t.Helper()
	p, wrong := proposal.Read("p.yaml", []byte(viewed), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return p.Overlay(views)
}

func view(organisation, text string) proposal.View {
	return proposal.View{Organisation: organisation, Label: organisation + ".yaml", Data: []byte(text)}
}

// says gives what each says of a statement, in the order in which it holds them, and what it is by itself.
func says(v *proposal.Value) string {
	if v == nil {
		return "nothing"
	}
	s := v.Written()
	for _, w := range v.Views {
		s += " " + w.Key + ":" + w.Written()
	}
	return s
}

func TestOverlay(t *testing.T) {
	north := view("north", `
partner: 1
arrangement: {form: merger, scale: individual, brokered_by: regulator, extent: unknown, shares: [sites]}
organisations: {south: {finance: {position: deficit}}, north: {finance: {position: strong}}}
answers: {a: no, c: {is: partly, evidence: [note]}, d: yes}
evidence: {note: {kind: internal, title: A note}}
`)
	south := view("south", "answers: {a: yes, b: yes, d: yes}\narrangement: {form: acquisition, shares: [services]}\n")
	for what, x := range map[string]struct {
		views []proposal.View
		want  map[string]string
	}{
		"one": {[]proposal.View{north}, map[string]string{
			"arrangement.form": "merger north:merger south:merger", "arrangement.scale": "structural north:individual south:structural",
			"arrangement.brokered_by": "regulator north:regulator", "arrangement.extent": "nothing", "arrangement.shares": "sites north:sites",
			"organisations.north.finance.position": "strong north:strong south:strong", "organisations.south.finance.position": "deficit north:deficit",
			"answers.a": "yes north:no south:yes", "answers.b": "no", "answers.c": "partly north:partly", "answers.d": "yes north:yes",
		}},
		"both": {[]proposal.View{north, south}, map[string]string{
			"arrangement.form": "merger north:merger south:acquisition", "arrangement.shares": "sites north:sites south:services",
			"answers.a": "yes north:no south:yes", "answers.b": "no north:no south:yes", "answers.c": "partly north:partly", "answers.d": "yes north:yes south:yes",
		}},
	} {
		for range 2 { // in either order
			p, wrong := layOver(t, x.views...)
			if len(wrong) > 0 {
				t.Fatal(wrong)
			}
			for path, want := range x.want {
				if got := says(p.Root.Find(paths.Path(path))); got != want {
					t.Errorf("%s: %s is %q, not %q", what, path, got, want)
				}
			}
			slices.Reverse(x.views)
		}
	}
}

// TestEvidenceOfViews: what a view states rests on its own evidence; what it agrees with, on the proposal's.
func TestEvidenceOfViews(t *testing.T) {
	p, wrong := layOver(t, view("north", "answers: {a: yes, b: {is: yes, evidence: [note]}}\norganisations: {north: {finance: {position: deficit}}}\nevidence: {note: {kind: internal, title: A note}}\n"))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	for path, want := range map[string][2]string{"answers.a": {"accounts", "accounts"}, "answers.b": {"note", ""}, "organisations.north.finance.position": {"", "accounts"}} {
		v := p.Root.Find(paths.Path(path))
		for i, o := range []string{"north", "south"} {
			if got := strings.Join(v.In(o).EvidenceIDs(), " "); got != want[i] {
				t.Errorf("%s of %s rests on %q, not %q", path, o, got, want[i])
			}
		}
	}
	if b := p.Root.Find("answers.b").In("north"); p.Rank(b) < proposal.Documented || b.Pos.File != "north.yaml" || b.Pos.Line != 1 {
		t.Errorf("%+v", b)
	}
	if n := len(p.Register); n != 2 {
		t.Errorf("%d pieces of evidence", n)
	}
}

func TestWhatIsWrongWithAView(t *testing.T) {
	for text, want := range map[string]string{
		"- a":                                 "v.yaml:1:1: a list for the whole document; expected a mapping",
		"just words":                          `v.yaml:1:1: "just words" for the whole document; expected a mapping`,
		"title: Ours":                         "v.yaml:1:8: `title` in one organisation's view; expected the keys organisations, arrangement, answers or evidence; leave it to the proposal",
		"partner: 2":                          `v.yaml:1:10: format version "2"; expected version 1`,
		"anwers: {a: yes}":                    `v.yaml:1:1: the unknown key "anwers"; did you mean "answers"?`,
		"answers: {a: maybe}":                 `v.yaml:1:14: "maybe" for answers.a; expected yes, partly, no`,
		"answers:\n  a: other-means":          "v.yaml:2:3: `other-means` without a reason",
		"answers: {a: {views: {north: yes}}}": "v.yaml:1:11: `views` in one organisation's view",
		"answers: {a: {is: yes, evidence: [acounts]}}":                   `v.yaml:1:35: the evidence "acounts", which the register does not hold; did you mean "accounts"?`,
		"organisations: {nort: {}}":                                      `v.yaml:1:17: the organisation "nort", which is not one of the two; did you mean "north"?`,
		"arrangement: {roles: {acquirer: nort}}":                         `v.yaml:1:33: the organisation "nort", which is not one of the two; did you mean "north"?`,
		"arrangement: {risks: []}":                                       "v.yaml:1:15: what all of the list arrangement.risks is, in one organisation's view; put what either of the two names into the proposal's own list",
		"arrangement: {history: [{what: A shared office}]}":              `v.yaml:1:25: the entry "A shared office" in one organisation's view, which arrangement.history of the proposal does not have; put it into`,
		"arrangement: {history: [{outcome: none}, unknown]}":             "v.yaml:1:15: what all of the list arrangement.history is",
		"organisations: {north: {from: north.yaml}}":                     "v.yaml:1:31: `from` in a document that has no folder",
		"answers: {a: yes}\n---\nanswers: {}":                            "v.yaml:2:1: a second document starts here",
		"arrangement: {form: {is: merger, views: {north: acquisition}}}": "v.yaml:1:21: both `is` and `views` for arrangement.form",
	} {
		_, wrong := layOver(t, proposal.View{Organisation: "south", Label: "v.yaml", Data: []byte(text)})
		if len(wrong) == 0 || !strings.HasPrefix(wrong[0].Error(), want) {
			t.Errorf("%q: %v; want %s", text, wrong, want)
		}
	}
	_, wrong := layOver(t, view("south", "title: x\nanswers: {a: maybe}\n"), view("north", "answers: {a: perhaps}\n"))
	if len(wrong) != 3 {
		t.Errorf("not everything that is wrong comes at once: %v", wrong)
	}
}

// TestOverlayLeavesTheProposalAsItIs: it says what it said, and two overlays of it know nothing of each other.
func TestOverlayLeavesTheProposalAsItIs(t *testing.T) {
	p, wrong := proposal.Read("p.yaml", []byte(viewed), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	before, register := said(p), len(p.Register)
	for _, text := range []string{
		"answers: {a: no, b: {is: yes, evidence: [note]}, d: yes}\narrangement: {form: acquisition, shares: [sites]}\nevidence: {note: {kind: internal, title: A note}}\n",
		"answers: {e: yes}\norganisations: {south: {finance: {position: deficit}}}\n",
	} {
		over, wrong := p.Overlay([]proposal.View{view("north", text)})
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		if a := over.Root.Find("answers.e"); a.Known() != strings.Contains(text, "e: yes") {
			t.Errorf("an overlay says of e %s", says(a))
		}
		over.Root.Walk(func(v *proposal.Value) {
			for at := v; at != over.Root; at = at.Parent {
				if at == p.Root || at == nil {
					t.Fatalf("%s of the overlay hangs below another document", v.Path())
				}
			}
		})
		if south := over.Organisation("south"); south != over.Root.Find("organisations.south") || south == p.Organisation("south") {
			t.Error("the overlay's organisations are not its own")
		}
		if piece, _ := over.Piece("accounts"); piece.Entry != over.Root.Find("evidence.accounts") {
			t.Error("the overlay's register is not its own")
		}
		if after := said(p); !maps.Equal(before, after) || len(p.Register) != register {
			t.Errorf("the proposal said %v and says %v", before, after)
		}
		if _, is := p.Piece("note"); is {
			t.Error("the proposal has come to hold a view's evidence")
		}
	}
}

func TestViewsOfNobody(t *testing.T) {
	p, _ := proposal.Read("p.yaml", []byte(viewed), nil)
	_, wrong := p.Overlay([]proposal.View{view("nort", "answers: {a: no}"), view("south", "answers: {a: no}"), view("south", "answers: {a: yes}")})
	if len(wrong) != 2 || wrong[0].Error() != `nort.yaml: "nort" is not an organisation of p.yaml; did you mean "north"?` || wrong[1].Error() != `south.yaml: a second view of "south"` {
		t.Errorf("%v", wrong)
	}
	empty, _ := proposal.Read("p.yaml", []byte("partner: 1"), nil)
	if err := empty.CheckOrganisation("first"); err == nil || !strings.Contains(err.Error(), "it names no organisation") {
		t.Errorf("a placeholder can be named: %v", err)
	}
}

// FuzzOverlay: whatever a view holds, laying it over either says what is wrong or gives a proposal of which
// every statement that is stated apart says what one of the two says.
func FuzzOverlay(f *testing.F) {
	for _, text := range []string{"answers: {a: no}", "arrangement: {form: acquisition, culture: {shared_values: [care]}}", "organisations: {north: {board: {stability: stable}}}", "answers: {c: {is: other-means, because: so, evidence: [accounts]}}"} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, one, two string) {
		p, wrong := layOver(t, view("north", one), view("south", two))
		if len(wrong) > 0 {
			return
		}
		p.Root.Walk(func(v *proposal.Value) {
			if len(v.Views) == 0 {
				return
			}
			if len(v.Views) > 2 || !slices.ContainsFunc(v.Views, v.Same) {
				t.Errorf("%s: %s", v.Path(), says(v))
			}
		})
	})
}

// TestAViewOnEntriesOfAList: each entry that a view holds is the one of the proposal's list that it calls by its id or its
// words, in any order; of each both may say how they see it, and whatever a view leaves out stays.
func TestAViewOnEntriesOfAList(t *testing.T) {
	p, wrong := proposal.Read("p.yaml", []byte(`partner: 1
organisations:
  north: {issues: [{what: Debt}, {id: roof, what: A leaking roof, funded: yes}]}
  south: {}
arrangement:
  history: [{what: A joint contract for engines, outcome: good}, {what: A shared office, scale: small}]
  governance: {boards: [{kind: [joint-board, compliance-meeting], meets: monthly}]}
`), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	over, wrong := p.Overlay([]proposal.View{view("south", `
organisations: {north: {issues: [{id: roof, funded: no}]}}
arrangement:
  history: [{what: a shared office, outcome: poor, scale: large}, {what: A joint…, outcome: {is: mixed, evidence: [letter]}}]
  governance: {boards: [{kind: [joint-board, compliance-meeting], meets: rarely}]}
evidence: {letter: {kind: internal, title: Letter}}
`)})
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	for path, want := range map[string]string{
		"organisations.north.issues[1].funded":   "yes north:yes south:no",
		"organisations.north.issues[1].what":     "A leaking roof",
		"organisations.north.issues[0].what":     "Debt",
		"arrangement.history[0].outcome":         "good north:good south:mixed",
		"arrangement.history[0].what":            "A joint contract for engines",
		"arrangement.history[1].outcome":         "poor south:poor",
		"arrangement.history[1].scale":           "small north:small south:large",
		"arrangement.governance.boards[0].meets": "monthly north:monthly south:rarely",
		"arrangement.governance.boards[0].kind":  "joint-board, compliance-meeting",
	} {
		found := ""
		over.Root.Walk(func(v *proposal.Value) {
			if found == "" && v.Path() == path {
				found = says(v)
			}
		})
		if found != want {
			t.Errorf("%s: %q, not %q", path, found, want)
		}
	}
	for text, want := range map[string]string{
		"arrangement: {history: [{what: A shared ofice, outcome: poor}]}":                           `did you mean "A shared office"?`,
		"arrangement: {history: [{outcome: poor}]}":                                                 "an entry of arrangement.history that nothing names",
		"arrangement: {history: [{what: A…, outcome: poor}]}":                                       "which several of arrangement.history may be",
		"arrangement: {history: [{what: A shared office}, {what: A shared office, outcome: poor}]}": `the entry "A shared office" a second time`,
		"arrangement: {benefits: [{what: Shorter waits, reached: none}]}":                           "which arrangement.benefits of the proposal does not have",
		"arrangement: {history: [{what: A shared office, outcome: poor}, none-else]}":               "what all of the list arrangement.history is",
	} {
		if _, wrong := p.Overlay([]proposal.View{view("south", text)}); len(wrong) != 1 || !strings.Contains(wrong[0].Error(), want) {
			t.Errorf("%s: %v", text, wrong)
		}
	}
}
