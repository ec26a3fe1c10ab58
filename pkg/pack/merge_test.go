package pack_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"partner/assessments"
	"partner/pkg/document"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// read reads a proposal that has to be right.
func read(t testing.TB, text string, files fs.FS) *proposal.Proposal {
	t.Helper()
	doc, wrong := proposal.Read("p.yaml", []byte(text), files)
	wrong = append(wrong, document.Verify(doc, assessments.Catalogue())...)
	if len(wrong) > 0 {
		t.Fatalf("%v in\n%s", wrong, text)
	}
	return doc
}

// merge merges a pack, given without its first line, into a proposal.
func merge(t testing.TB, before, filled string, files fs.FS) (pack.Merged, source.Diagnostics) {
	t.Helper()
	doc := read(t, before, files)
	f, wrong := pack.Read("pack.yaml", []byte("format: partner-pack/1\n"+filled), doc, assessments.Catalogue())
	if len(wrong) > 0 {
		return pack.Merged{}, wrong
	}
	return pack.Merge(proposal.File{Label: "p.yaml", Data: []byte(before), Files: files}, doc, assessments.Catalogue(), f)
}

const head = "partner: 1\norganisations: {north: {}, south: {}}\n"

// under is a pack that says something under some question.
func under(lines ...string) string {
	return "questions:\n  form-consistent:\n    " + strings.Join(lines, "\n    ") + "\n"
}

func TestMerge(t *testing.T) {
	for _, c := range []struct{ name, before, filled, after string }{
		{"nothing at all yet", head, under("arrangement.form: merger"), head + "arrangement:\n  form: merger\n"},
		{"nested absent sections", "partner: 1\norganisations:\n  north:\n    name: N\n  south:\n", under("organisations.north.finance.position: strong", "organisations.south.board.stability: stable", "organisations.north.size.beds: 40"),
			"partner: 1\norganisations:\n  north:\n    name: N\n    size:\n      beds: 40\n    finance:\n      position: strong\n  south:\n    board:\n      stability: stable\n"},
		{"the dates", "partner: 1\norganisations: {north: {}, south: {}}\n", "questions: {dates: {as_of: 2026-10-05, arrangement.timeline.decision: 2026-12-01, arrangement.timeline.starts: }}\n",
			"partner: 1\nas_of: 2026-10-05\norganisations: {north: {}, south: {}}\narrangement:\n  timeline:\n    decision: 2026-12-01\n"},
		{"flow", head + "arrangement: {form: unknown, governance: {}}\n", under("arrangement.form: {is: merger, because: 'so, yes'}", "arrangement.governance.management: joined"),
			head + "arrangement: {form: {is: merger, because: \"so, yes\"}, governance: {management: joined}}\n"},
		{"comments", head + "arrangement:\n  # what it is\n  form: unknown # not yet\n  # end\n", under("arrangement.form: merger", "arrangement.nature: mandated"), head + "arrangement:\n  # what it is\n  form: merger # not yet\n  # end\n  nature: mandated\n"},
		{"CRLF", strings.ReplaceAll(head+"arrangement:\n  form: unknown\n", "\n", "\r\n"), under("arrangement.form: merger", "arrangement.culture.power: even"), strings.ReplaceAll(head+"arrangement:\n  form: merger\n  culture:\n    power: even\n", "\n", "\r\n")},
		{"a statement that lacks something", head + "arrangement:\n  form:\n    is: unknown\n    because: first thoughts\n  nature: {is: mandated}\n  scale: structural\n", under("arrangement.form: merger", "arrangement.nature: {is: mandated, because: told so}", "arrangement.scale: {is: structural, because: law}"),
			head + "arrangement:\n  form:\n    is: merger\n    because: first thoughts\n  nature: {is: mandated, because: told so}\n  scale: {is: structural, because: law}\n"},
		{"a list with its reason", head + "arrangement:\n  governance:\n    boards:\n      because: from the minutes\n      is:\n        - {kind: joint-board}\n        - unknown\n", under("arrangement.governance.boards[joint-board].meets: weekly", "arrangement.governance.boards[unknown]: {kind: joint-management}"),
			head + "arrangement:\n  governance:\n    boards:\n      because: from the minutes\n      is:\n        - {kind: joint-board, meets: weekly}\n        - {kind: joint-management}\n"},
		{"lists of words", head + "arrangement: {environment: {helps: [money, unknown], hinders: [unknown]}, shares: unknown}\n", under("arrangement.environment.helps[1]: time", "arrangement.environment.hinders[0]: none", "arrangement.shares: [sites]"),
			head + "arrangement: {environment: {helps: [money, time], hinders: []}, shares: [sites]}\n"},
		{"whom objectives serve", "partner: 1\norganisations: {north: {objectives: [{id: a}]}, south: {}}\narrangement:\n  objectives:\n    - id: x\n    - {id: y, serves: {south: []}}\n", under("arrangement.objectives[x].serves.north: [a]", "arrangement.objectives[y].serves.north: []"),
			"partner: 1\norganisations: {north: {objectives: [{id: a}]}, south: {}}\narrangement:\n  objectives:\n    - id: x\n      serves:\n        north: [a]\n    - {id: y, serves: {south: [], north: []}}\n"},
		{"answers", head + "answers:\n  first-promises-kept: {is: unknown, because: too early}\n", "questions:\n  first-promises-kept: {is: yes, because: , evidence: []}\n  key-people-trust: {is: , because: , evidence: []}\n  not-rushed:\n    is: unknown\n    because: nobody recalls\n  silos-faced: unknown\n",
			head + "answers:\n  first-promises-kept: {is: yes, because: too early}\n  not-rushed: {is: unknown, because: nobody recalls}\n"},
		{"the other half", head + "answers:\n  key-people-trust: at-least-partly   # so far\n  not-rushed: {is: at-most-partly, because: no project came first, evidence: [a]}\nevidence: {a: {kind: internal}}\n",
			"questions: {key-people-trust: {is: yes, because: each knows}, not-rushed: {is: no, because: and its form is fixed, evidence: [a]}}\n",
			head + "answers:\n  key-people-trust: {is: yes, because: each knows}   # so far\n  not-rushed: {is: no, because: and its form is fixed, evidence: [a]}\nevidence: {a: {kind: internal}}\n"},
		{"views", head, "questions: {key-people-trust: {views: {north: yes, south: {is: no, because: they were not asked}}}}\n", head + "answers:\n  key-people-trust:\n    views:\n      north: yes\n      south: {is: no, because: they were not asked}\n"},
		{"what is said already", head + "arrangement: {form: merger, resources: {cost_gbp_m: 4.0}, risks: []}\n", under("arrangement.form: merger", "arrangement.resources.cost_gbp_m: 4", "arrangement.risks: []"), head + "arrangement: {form: merger, resources: {cost_gbp_m: 4.0}, risks: []}\n"},
		{"objective given in the same pack", head, under("organisations.north.objectives: [{id: a, text: Grow}]", "arrangement.objectives: [{id: x, serves: {north: [a]}}]"),
			"partner: 1\norganisations: {north: {objectives: [{id: a, text: Grow}]}, south: {}}\narrangement:\n  objectives:\n    - id: x\n      serves: {north: [a]}\n"},
		{"evidence", head + "evidence: {a: {kind: internal}}\n", under("arrangement.form: {is: merger, evidence: [a, b]}") + "evidence: {b: {kind: published, title: , date: 2026-01}, a: {kind: internal}}\n",
			head + "arrangement:\n  form: {is: merger, evidence: [a, b]}\nevidence: {a: {kind: internal}, b: {kind: published, date: 2026-01}}\n"},
		{"the same on other evidence", head + "arrangement: {form: {is: merger, evidence: [a]}, scale: {is: structural, evidence: a}}\nevidence: {a: {}, b: {}}\n", under("arrangement.form: {is: merger, evidence: [b, a]}", "arrangement.scale: {is: structural, evidence: [b]}"),
			head + "arrangement: {form: {is: merger, evidence: [a, b]}, scale: {is: structural, evidence: [a, b]}}\nevidence: {a: {}, b: {}}\n"},
		{"what is said already, in another order or spelling", head + "arrangement: {shares: [sites, services], form: {is: merger, because: \"The board's  wish.\", evidence: [a, b]}, risks: [{what: x, of: doing}, {what: y}], resources: {cost_gbp_m: 4.0}}\nevidence: {a: {kind: internal, title: T}, b: {}}\n",
			under("arrangement.shares: [services, sites]", "arrangement.form: {evidence: [b, a], is: merger, because: The board’s wish}", "arrangement.risks: [{what: y}, {of: doing, what: x}]", "arrangement.resources.cost_gbp_m: '4'") + "evidence: {a: {title: 'T.'}, b: }\n",
			head + "arrangement: {shares: [sites, services], form: {is: merger, because: \"The board's  wish.\", evidence: [a, b]}, risks: [{what: x, of: doing}, {what: y}], resources: {cost_gbp_m: 4.0}}\nevidence: {a: {kind: internal, title: T}, b: {}}\n"},
		{"the other half of a view", head + "answers:\n  key-people-trust: {views: {north: {is: yes, because: Monthly.}}}\n", "for: south\nquestions: {key-people-trust: {is: no, because: We have met twice.}}\n",
			head + "answers:\n  key-people-trust: {views: {north: {is: yes, because: Monthly.}, south: {is: no, because: We have met twice.}}}\n"},
		{"the other half, as a view", head + "answers:\n  key-people-trust:\n    views:\n      north: yes\n      # theirs\n", "questions: {key-people-trust: {views: {south: no, north: }}}\n",
			head + "answers:\n  key-people-trust:\n    views:\n      north: yes\n      # theirs\n      south: no\n"},
		{"otherwise than what stands for both", head + "answers:\n  silos-faced: {is: yes, because: It was agreed.} # away day\n", "for: south\nquestions: {silos-faced: {is: no, because: Nobody of ours was there.}}\n",
			head + "answers:\n  silos-faced: {views: {north: {is: yes, because: It was agreed.}, south: {is: no, because: Nobody of ours was there.}}} # away day\n"},
		{"otherwise, in a block", head + "answers:\n  silos-faced:\n    is: yes\n    # since May\n    because: It was agreed.\n", "for: north\nquestions: {silos-faced: {is: no}}\n",
			head + "answers:\n  silos-faced:\n    views:\n      south:\n        is: yes\n        # since May\n        because: It was agreed.\n      north: no\n"},
		{"a fact otherwise", head + "arrangement: {engagement: {plans_open: yes}, shares: [sites]}\n", "for: south\n" + under("arrangement.engagement.plans_open: no", "arrangement.shares: [services]"),
			head + "arrangement: {engagement: {plans_open: {views: {north: yes, south: no}}}, shares: {views: {north: [sites], south: [services]}}}\n"},
		{"the same for another reason", head + "answers: {silos-faced: {is: yes, because: It was agreed., evidence: [a]}}\nevidence: {a: {}, b: {}}\n", "for: south\nquestions: {silos-faced: {is: yes, because: Our wards say so., evidence: [b]}}\n",
			head + "answers: {silos-faced: {views: {north: {is: yes, because: It was agreed., evidence: [a]}, south: {is: yes, because: Our wards say so., evidence: [b]}}}}\nevidence: {a: {}, b: {}}\n"},
		{"the same on evidence of one's own", head + "answers: {silos-faced: {is: yes, because: It was agreed., evidence: [a]}}\nevidence: {a: {}}\n", "for: south\nquestions: {silos-faced: {is: yes, evidence: [b]}}\nevidence: {b: {kind: internal}}\n",
			head + "answers: {silos-faced: {is: yes, because: It was agreed., evidence: [a, b]}}\nevidence: {a: {}, b: {kind: internal}}\n"},
		{"the first to answer", head, "for: south\n" + strings.Replace(under("arrangement.form: merger"), "questions:\n", "questions:\n  silos-faced: {is: no, because: x}\n", 1),
			head + "arrangement:\n  form: merger\nanswers:\n  silos-faced:\n    views:\n      south: {is: no, because: x}\n"},
		{"where both did not know", head + "answers: {silos-faced: {is: unknown, because: We meet in May.}}\n", "for: south\nquestions: {silos-faced: {is: no, because: x}}\n",
			head + "answers: {silos-faced: {views: {north: {is: unknown, because: We meet in May.}, south: {is: no, because: x}}}}\n"},
		{"what both have said apart, said again for both", head + "answers: {silos-faced: {views: {north: no, south: no}}}\n", "questions: {silos-faced: {is: no}}\n", head + "answers: {silos-faced: {views: {north: no, south: no}}}\n"},
		{"two views where one stands for both", head + "answers: {silos-faced: {is: yes, because: x}}\n", "questions: {silos-faced: {views: {north: yes, south: no}}}\n", head + "answers: {silos-faced: {views: {north: {is: yes, because: x}, south: no}}}\n"},
		{"as of", head, under("as_of: 2026-10"), "partner: 1\nas_of: 2026-10\norganisations: {north: {}, south: {}}\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			merged, wrong := merge(t, c.before, c.filled, nil)
			if len(wrong) > 0 {
				t.Fatal(wrong)
			}
			got := c.before
			for _, e := range merged.Files {
				if string(e.Before) != c.before {
					t.Errorf("before is\n%s", e.Before)
				}
				got = string(e.After)
			}
			if got != c.after {
				t.Errorf("got\n%s\nwant\n%s", got, c.after)
			}
			if again, wrong := merge(t, got, c.filled, nil); len(again.Files) > 0 || len(wrong) > 0 {
				t.Errorf("merged again: %v, %v", again, wrong)
			}
		})
	}
}

func TestConflicts(t *testing.T) {
	for _, c := range []struct{ name, before, filled, says string }{
		{"word", "arrangement: {form: merger}\n", under("arrangement.form: contract"), `pack.yaml:4:5: arrangement.form: the pack says "contract", and the proposal "merger" (p.yaml:3:21); settle which of the two holds`},
		{"full statement", "arrangement: {form: {is: merger, because: law}}\n", under("arrangement.form: {is: contract}"), `arrangement.form: the pack says "contract", and the proposal "merger" (p.yaml:3:26)`},
		{"reason", "arrangement: {form: {is: merger, because: law}}\n", under("arrangement.form: {is: merger, because: money}"), `the pack says "money", and the proposal "law" (p.yaml:3:43)`},
		{"reason for unknown", "arrangement: {form: {is: unknown, because: early}}\n", under("arrangement.form: {is: contract, because: law}"), `arrangement.form: the pack gives a reason, where the proposal says why it is not known (p.yaml:3:44)`},
		{"views", "arrangement: {form: {views: {north: merger, south: contract}}}\n", under("arrangement.form: merger"), `the pack says "merger" for both, and the proposal what each organisation states (p.yaml:3:21); say with ` + "`for:` whose answer it is"},
		{"half of a view", "arrangement: {form: {views: {north: merger}}}\n", under("arrangement.form: merger"), `the pack says "merger" for both, and in the proposal only one organisation has spoken (p.yaml:3:21)`},
		{"list", "arrangement: {risks: [{what: x}]}\n", under("arrangement.risks: []"), `arrangement.risks: the pack says something else than the proposal (p.yaml:3:22)`},
		{"list of words", "arrangement: {shares: [sites]}\n", under("arrangement.shares: [services]"), `something else`},
		{"entry that says something", "arrangement: {risks: [{what: x}]}\n", under("arrangement.risks[0]: none"), `arrangement.risks[0]: the pack says something else`},
		{"no list", "arrangement: {risks: none}\n", under("arrangement.risks[0]: none"), `arrangement.risks[0]: the pack says none, and the proposal "none"`},
		{"an entry by its number alone", "arrangement: {risks: [{what: x}, {what: y}]}\n", under("arrangement.risks[0].owner: x"), `pack.yaml:4:5: the place "arrangement.risks[0].owner", which tells an entry by its number alone; expected its id or its words; use risks[x] or risks[y]`},
		{"no such entry", "arrangement: {risks: [{what: x}]}\n", under("arrangement.risks[y].owner: x"), `no entry "y" in arrangement.risks; use x`},
		{"one of two entries", "arrangement: {risks: [{what: x, of: doing}, {what: x, of: not-doing}]}\n", under("arrangement.risks[x].owner: x"), `the entry "x" in arrangement.risks, which 2 of its entries may be; call it by its id, or by more of its words`},
		{"further entries of a list that is whole", "arrangement: {risks: [{what: x}]}\n", under("arrangement.risks[unknown]: {what: y}"), `the list has no such entry`},
		{"no list at all", "", under("arrangement.risks[0]: none"), `the list has no such entry`},
		{"one board otherwise than before", "answers: {key-people-trust: {views: {north: no, south: yes}}}\n", "for: north\nquestions: {key-people-trust: {is: yes}}\n", `answers.key-people-trust: the pack says "yes", and the proposal "no" (p.yaml:3:45)`},
		{"one board for another reason than before", "answers: {key-people-trust: {views: {north: {is: no, because: y}}}}\n", "for: north\nquestions: {key-people-trust: {is: no, because: x}}\n", `answers.key-people-trust: the pack says "x", and the proposal "y"`},
		{"two views, neither of which stands there", "answers: {key-people-trust: partly}\n", "questions: {key-people-trust: {views: {north: yes, south: no}}}\n", `answers.key-people-trust: the pack says what each organisation states, and the proposal "partly"`},
		{"a list of entries, by one board", "arrangement: {risks: [{what: x}]}\n", "for: north\n" + under("arrangement.risks: []"), `arrangement.risks: the pack says something else`},
		{"the day, by one board", "as_of: 2026-01-01\n", "for: north\n" + under("as_of: 2026-02-01"), `as_of: the pack says "2026-02-01", and the proposal "2026-01-01"`},
		{"answer", "answers: {key-people-trust: yes}\n", "questions: {key-people-trust: {is: no}}\n", `answers.key-people-trust: the pack says "no", and the proposal "yes"`},
		{"against a half", "answers: {key-people-trust: at-least-partly}\n", "questions: {key-people-trust: {is: no}}\n", `answers.key-people-trust: the pack says "no", and the proposal "at-least-partly"`},
		{"text that is none", "arrangement: {rationale: {vision: none}}\n", under("arrangement.rationale.vision: Grow"), `the pack says "Grow", and the proposal "none"`},
		{"evidence described otherwise", "evidence: {a: {kind: internal}}\n", "evidence: {a: {kind: published}}\n", `the evidence "a", which the proposal describes otherwise (p.yaml:3:12); give it another id`},
		{"what comes out is wrong", "", under("arrangement.objectives: [{id: x, serves: {north: [a]}}]"), `the objective "a", which north does not have`},
	} {
		t.Run(c.name, func(t *testing.T) {
			merged, wrong := merge(t, head+c.before, c.filled, nil)
			if len(wrong) == 0 || !strings.Contains(wrong.Error(), c.says) || len(merged.Files) > 0 {
				t.Errorf("got %v; want %s", wrong, c.says)
			}
		})
	}
}

func TestReadingRefuses(t *testing.T) {
	doc := read(t, head+"title: T\n", nil)
	for _, c := range []struct{ pack, says string }{
		{"", "pack.yaml: the file is empty; expected a document that starts with `format: partner-pack/1`"},
		{"a", "pack.yaml:1:1: no pack"},
		{"questions: {}", "pack.yaml:1:1: no `format` key; expected `format: partner-pack/1`"},
		{"format: partner-pack/2", `pack.yaml:1:9: the format "partner-pack/2"; expected partner-pack/1`},
		{"format: partner-pack/1\nproposal: {name: x}", `pack.yaml:2:12: the unknown key "name"`},
		{"format: partner-pack/1\nproposal: {title: U}", `pack.yaml:2:19: a pack on "U"; expected one on "T"`},
		{"format: partner-pack/1\nfor: norht", `pack.yaml:2:6: the organisation "norht"; expected one of the two; did you mean "north"?`},
		{"format: partner-pack/1\nrole: chiar", `pack.yaml:2:7: the role "chiar"; did you mean "chair"?`},
		{"format: partner-pack/1\nquestions: [a]", "pack.yaml:2:12: a list for `questions`"},
		{"format: partner-pack/1\nquestions: {key-people-trust: yes}", `pack.yaml:2:31: "yes" for key-people-trust`},
		{"format: partner-pack/1\nquestions: {dates: {is: yes}}", "pack.yaml:2:21: `is` for the dates"},
		{"format: partner-pack/1\nquestions: {key-people-trust: {because: x}}", "pack.yaml:2:32: `because` without an answer"},
		{"format: partner-pack/1\nquestions: {key-people-trust: {iss: x}}", `pack.yaml:2:32: the unknown place "iss"; did you mean "is"?`},
		{"format: partner-pack/1\nquestions: {key-people-trust: {is: not-applicable}}", "`not-applicable` without a reason"},
		{"format: partner-pack/1\nquestions: {key-people-trust: {is: not-applicable, because: x}}", "which its source calls essential"},
		{"format: partner-pack/1\nquestions: {key-people-trust: {is: other-means, because: x}}", "`other-means` without evidence"},
		{"format: partner-pack/1\nquestions: {key-people-trust: {is: yes, evidence: [x]}}", `pack.yaml:2:52: the evidence "x", which the register does not hold`},
		{"format: partner-pack/1\nquestions: {form-consistent: {arrangement.resources.cost_gbp_m: many}}", `"many" for arrangement.resources.cost_gbp_m; expected a number (£m)`},
		{"format: partner-pack/1\nquestions: {form-consistent: {arrangement.timeline.starts: soon}}", `"soon" for arrangement.timeline.starts; expected a date`},
		{"format: partner-pack/1\nquestions: {form-consistent: {arrangement.roles.acquirer: wset}}", `the organisation "wset", which is not one of the two`},
		{"format: partner-pack/1\nquestions: {form-consistent: {arrangement.roles: {acquirer: north}}}", "which holds more than one fact"},
		{"format: partner-pack/1\nquestions: {form-consistent: {organisations.west.name: x}}", `nothing called "west" in organisations`},
		{"format: partner-pack/1\nquestions: {form-consistent: {'arrangement.risks[x].what': x}}", `pack.yaml:2:31: no entry "x" in arrangement.risks`},
		{"format: partner-pack/1\nquestions: {form-consistent: {arrangement.risks.0: x}}", "the unknown place"},
		{"format: partner-pack/1\nfor: north\nquestions: {key-people-trust: {views: {south: yes}}}", `pack.yaml:3:13: what "south" says of answers.key-people-trust, in a pack for "north"; leave it to a pack for south`},
		{"format: partner-pack/1\nquestions: {form-consistent: {title: x}}", `the place "title", which no question asks for`},
		{"format: partner-pack/1\nquestions: {form-consistent: {answers.not-rushed: yes}}", `the unknown place "answers.not-rushed"`},
		{"format: partner-pack/1\nquestions: {form-consistent: {arrangement.form: merger}, scale-consistent: {arrangement.form: contract}}", "arrangement.form a second time, and differently"},
		{"format: partner-pack/1\nevidence: [x]", "pack.yaml:2:11: a list for `evidence`"},
		{"format: partner-pack/1\nevidence: {X: {kind: paper}}", `the id "X"`},
		{"format: partner-pack/1\nevidence: {x: {kind: paper}}", `"paper" for evidence.x.kind`},
	} {
		_, wrong := pack.Read("pack.yaml", []byte(c.pack), doc, assessments.Catalogue())
		if len(wrong) == 0 || !strings.Contains(wrong.Error(), c.says) {
			t.Errorf("%s\ngot %v\nwant %s", c.pack, wrong, c.says)
		}
	}
}

func TestOrganisationsFromFiles(t *testing.T) {
	files := fstest.MapFS{
		"orgs/north.yaml": {Data: []byte("# shared\nname: North\nevidence: {old: {kind: internal}}\n")},
		"orgs/south.yaml": {Data: []byte("name: South\nevidence: [old]\n")},
	}
	const before = "partner: 1\norganisations:\n  north: {from: orgs/north.yaml}\n  south: {from: orgs/south.yaml} # theirs\n"
	merged, wrong := merge(t, before, under("organisations.north.finance.position: {is: strong, evidence: [a, both]}", "organisations.south.finance.position: {is: deficit, evidence: [b, both]}")+
		"evidence: {a: {kind: published}, b: {kind: published}, both: {kind: published}}\n", files)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	want := []pack.Edited{
		{Name: "p.yaml", After: []byte(before + "evidence:\n  b: {kind: published}\n  both: {kind: published}\n")},
		{Name: "orgs/north.yaml", From: "orgs/north.yaml", After: []byte("# shared\nname: North\nfinance:\n  position: {is: strong, evidence: [a, both]}\nevidence: {old: {kind: internal}, a: {kind: published}, both: {kind: published}}\n")},
		{Name: "orgs/south.yaml", From: "orgs/south.yaml", After: []byte("name: South\nfinance:\n  position: {is: deficit, evidence: [b, both]}\nevidence: [old]\n")},
	}
	if len(merged.Files) != len(want) {
		t.Fatalf("got %d files", len(merged.Files))
	}
	for i, w := range want {
		if got := merged.Files[i]; got.Name != w.Name || got.From != w.From || string(got.After) != string(w.After) {
			t.Errorf("got %s from %q\n%s\nwant %s\n%s", got.Name, got.From, got.After, w.Name, w.After)
		}
	}
}

func TestEvidenceAroundIsNoted(t *testing.T) {
	merged, wrong := merge(t, head+"arrangement: {evidence: [a], form: unknown, scale: unknown}\nevidence: {a: {}}\n", under("arrangement.form: merger", "arrangement.scale: {is: structural, evidence: [a]}"), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if len(merged.Notes) != 1 || !strings.HasPrefix(merged.Notes[0], "arrangement.form gives no evidence of its own") {
		t.Errorf("notes are %q", merged.Notes)
	}
}

func TestReasonForUnknownIsNoted(t *testing.T) {
	merged, wrong := merge(t, head+"arrangement: {form: {is: unknown, because: early}}\n", under("arrangement.form: merger"), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if len(merged.Notes) != 1 || !strings.HasPrefix(merged.Notes[0], "arrangement.form keeps the reason that stood beside `unknown` (p.yaml:3:44)") {
		t.Errorf("notes are %q", merged.Notes)
	}
}

// examples gives the text of every example that is a file by itself.
func examples(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	names, err := fs.Glob(os.DirFS("../../examples"), "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, n := range names {
		b, err := os.ReadFile("../../examples/" + n)
		if err != nil {
			t.Fatal(err)
		}
		texts[n] = string(b)
	}
	return texts
}
