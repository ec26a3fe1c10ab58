package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"partner/pkg/compare"
)

// listed is a document with these lists in its arrangement.
func listed(arrangement string) string {
	return "partner: 1\ntitle: Thornmere and Brackwater\nas_of: 2026-06-01\norganisations: {thornmere: {name: Thornmere}, brackwater: {name: Brackwater}}\narrangement:\n  nature: voluntary\n  scale: structural\n" + arrangement
}

// TestItemsArePaired holds which entries of a list are taken for one that changed, and which went or came.
func TestItemsArePaired(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		want           []string
	}{
		{"twins that change places say the same",
			"  leads: [{post: manager, organisation: thornmere, enough_time: yes}, {post: manager, organisation: brackwater, enough_time: no}]\n",
			"  leads: [{post: manager, organisation: brackwater, enough_time: no}, {post: manager, organisation: thornmere, enough_time: yes}]\n",
			nil},
		{"one of two twins changes while they change places",
			"  leads: [{post: manager, organisation: thornmere, enough_time: yes}, {post: manager, organisation: brackwater, enough_time: yes}]\n",
			"  leads: [{post: manager, organisation: brackwater, enough_time: no}, {post: manager, organisation: thornmere, enough_time: yes}]\n",
			[]string{"fact the arrangement's leads, “manager” of Brackwater, enough time: yes -> no"}},
		{"what is unlike went and came",
			"  benefits: [{what: A surgeon on call day and night, for: patients, measure: none}, {what: A new birth centre, for: patients, measure: none}]\n",
			"  benefits: [{what: One stroke unit with a scanner on call, for: patients, measure: deaths}, {what: Fewer transfers, for: patients, measure: transfers}]\n",
			[]string{
				"fact the arrangement's benefits, “A new birth centre”: A new birth centre -> ", "fact the arrangement's benefits, “A surgeon on call day and night”: A surgeon on call day and night -> ",
				"fact the arrangement's benefits, “Fewer transfers”:  -> Fewer transfers", "fact the arrangement's benefits, “One stroke unit with a scanner on call”:  -> One stroke unit with a scanner on call",
			}},
		{"what is said more fully is the same",
			"  benefits: [{what: Fewer transfers}, {what: Shorter stays}]\n",
			"  benefits: [{what: Shorter stays, measure: days}, {what: Fewer transfers at night, measure: transfers, by: 2027}]\n",
			[]string{
				"fact the arrangement's benefits, “Fewer transfers at night”, by:  -> 2027", "fact the arrangement's benefits, “Fewer transfers at night”, measure:  -> transfers",
				"fact the arrangement's benefits, “Fewer transfers at night”, what: Fewer transfers -> Fewer transfers at night", "fact the arrangement's benefits, “Shorter stays”, measure:  -> days",
			}},
		{"the whole is as alike as can be, though the first has a nearer one", // each alone would take the second
			"  risks: [{what: staff leave the north site, of: doing}, {what: staff leave the north wing, of: doing}]\n",
			"  risks: [{what: staff leave the north wing today, of: doing}, {what: staff leave the south site today, of: doing}]\n",
			[]string{
				"fact the arrangement's risks, “staff leave the north wing today”, what: staff leave the north wing -> staff leave the north wing today",
				"fact the arrangement's risks, “staff leave the south site today”, what: staff leave the north site -> staff leave the south site today",
			}},
		{"an id says more than likeness",
			"  objectives: [{id: a, text: Treat strokes sooner}, {id: b, text: Share a rota}]\n",
			"  objectives: [{id: b, text: Treat strokes sooner}, {id: a, text: Share a rota}]\n",
			[]string{
				"fact the arrangement's objectives, “Share a rota”, text: Treat strokes sooner -> Share a rota",
				"fact the arrangement's objectives, “Treat strokes sooner”, text: Share a rota -> Treat strokes sooner",
			}},
		{"boards are told by what they are for",
			"  governance: {boards: [{kind: joint-board, meets: monthly}]}\n",
			"  governance: {boards: [{kind: quality-oversight, meets: monthly}]}\n",
			[]string{"fact the arrangement's governance, boards, “joint-board”: joint-board -> ", "fact the arrangement's governance, boards, “quality-oversight”:  -> quality-oversight"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			old, new := judged(t, "old.yaml", listed(c.old)), judged(t, "new.yaml", listed(c.new))
			told(t, compare.Diff(old, new), c.want)
			holds(t, old, new)
		})
	}
}

func told(t *testing.T, d *compare.Difference, want []string) {
	t.Helper()
	var got []string
	for _, c := range d.Changes {
		was, is, label := "", "", ""
		if c.Old != nil {
			label, was = c.Old.Label, c.Old.Value
		}
		if c.New != nil {
			label, is = c.New.Label, c.New.Value
		}
		got = append(got, fmt.Sprintf("%s %s: %s -> %s", c.Kind, label, was, is))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("changes are\n%s\nand should be\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestLongListsArePairedByPlace holds that lists that no person writes do not take for ever.
func TestLongListsArePairedByPlace(t *testing.T) {
	long := func(format string) string {
		var b strings.Builder
		b.WriteString("  risks:\n")
		for i := range 400 {
			fmt.Fprintf(&b, "    - {what: risk "+format+", of: doing}\n", i)
		}
		return listed(b.String())
	}
	d := compare.Diff(judged(t, "old.yaml", long("number %d")), judged(t, "new.yaml", long("of number %d")))
	if len(d.Changes) != 400 || d.Changes[0].Old == nil || d.Changes[0].New == nil {
		t.Errorf("%d changes, the first %+v", len(d.Changes), d.Changes[0])
	}
}

const underIDs = `partner: 1
title: Thornmere and Brackwater
as_of: 2026-06-01
organisations:
  thornmere: {name: Thornmere, finance: {position: strong, evidence: [accounts]}}
  brackwater: {name: Brackwater, finance: {position: deficit, evidence: [letter]}, objectives: [{id: steady, text: Steady finances}]}
arrangement:
  nature: voluntary
  objectives: [{id: one, text: One trust, serves: {brackwater: [steady]}}]
  scale: structural
  form: acquisition
  roles: {acquirer: thornmere, acquired: brackwater}
  leads: [{post: manager, organisation: brackwater}]
  engagement: {plans_open: {views: {thornmere: yes, brackwater: no}}}
answers: {key-people-trust: {is: partly, evidence: [letter]}}
evidence:
  accounts: {kind: independent, title: Thornmere's accounts, date: 2026-04-01}
  letter: {kind: internal, title: The chair writes, date: 2020-05-01}
`

// TestTheSameUnderAnotherID holds that what is only called by another id, and all that refers to it, is the same.
func TestTheSameUnderAnotherID(t *testing.T) {
	old := judged(t, "old.yaml", underIDs)
	for _, c := range []struct {
		name    string
		replace []string
		want    []string
	}{
		{"an organisation", []string{"brackwater", "bw"}, []string{"wording the id of Brackwater: brackwater -> bw"}},
		{"a piece of evidence", []string{"letter", "chairs-note"}, []string{"wording the id of “The chair writes”: letter -> chairs-note"}},
		{"both, and a fact", []string{"brackwater", "bw", "accounts:", "annual-accounts:", "[accounts]", "[annual-accounts]", "position: deficit", "position: distressed"}, []string{
			"fact Brackwater, finance, position: deficit -> distressed",
			"wording the id of Brackwater: brackwater -> bw", "wording the id of “Thornmere's accounts”: accounts -> annual-accounts",
		}},
		{"an objective, and the organisation", []string{"steady", "sound-money", "brackwater", "bw"}, []string{"wording Brackwater, objectives, “Steady finances”, id: steady -> sound-money", "wording the id of Brackwater: brackwater -> bw"}},
		{"another of that name under its own id", []string{"letter: {kind: internal, title: The chair writes, date: 2020-05-01}", "letter: {kind: internal, title: The chair writes, date: 2020-05-01}\n  second: {kind: internal, title: The chair writes, date: 2026-05-01}"},
			[]string{"evidence evidence, second:  -> The chair writes"}},
		{"a later one under another id", []string{"letter: {kind: internal, title: The chair writes, date: 2020-05-01}", "second: {kind: internal, title: The chair writes, date: 2026-05-01}", "[letter]", "[second]"}, []string{
			"evidence Brackwater, finance:  -> ", "evidence evidence, letter: The chair writes -> ", "evidence evidence, second:  -> The chair writes", "evidence the answer to key-people-trust: partly -> partly",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			new := judged(t, "new.yaml", strings.NewReplacer(c.replace...).Replace(underIDs))
			d := compare.Diff(old, new)
			told(t, d, c.want)
			if strings.HasPrefix(c.want[0], "wording") && len(d.Criteria)+len(d.Moves)+len(d.Stale)+len(d.Appeared)+len(d.Gone)+len(d.Worse) > 0 {
				t.Errorf("another id moves %+v, %+v, %+v, %+v", d.Criteria, d.Stale, d.Appeared, d.Gone)
			}
		})
	}
}

// TestSentenceAndStepsAgree holds that the first words of a difference count what its last lists.
func TestSentenceAndStepsAgree(t *testing.T) {
	all := examples(t)
	for _, a := range all {
		for _, b := range all {
			d := compare.Diff(a, b)
			for said, of := range map[string][]compare.Step{" better": d.Better, " worse": d.Worse} {
				n := 0
				for _, s := range of {
					if s.Of == compare.OfCriterion {
						n++
					}
				}
				if counted := strings.Contains(d.Sentence, fmt.Sprintf(" %d%s", n, said)); counted != (n > 0) {
					t.Errorf("%s to %s: %d%s; %s", a.Result.File, b.Result.File, n, said, d.Sentence)
				}
			}
			for _, c := range d.Criteria {
				worse := slices.ContainsFunc(d.Worse, func(s compare.Step) bool { return s.Of == compare.OfCriterion && s.ID == c.ID })
				if c.Direction == compare.TurnedWorse && c.Kind != "opinion" && !worse {
					t.Errorf("%s stands worse, and did not get worse", c.ID)
				}
			}
		}
	}
}
