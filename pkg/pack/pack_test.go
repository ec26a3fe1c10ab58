package pack_test

import (
	"encoding/json"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/pack"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

func made(t testing.TB, text string, o pack.Options) *pack.Pack {
	t.Helper()
	doc := read(t, text, nil)
	cat := assessments.Catalogue()
	return pack.Make(assess.Assess(doc, cat), doc, cat, o)
}

const acquisition = `partner: 1
title: "North takes on *South*"
organisations:
  north: {name: North Trust}
  south: {name: South Trust, issues: [{what: Old roofs, area: estate}, unknown]}
arrangement: {nature: mandated, brokered_by: regulator, scale: structural, extent: whole-organisation, constituted: by-legal-change, form: acquisition, outcome: one-absorbed, roles: {acquirer: north, acquired: south}}
evidence: {accounts: {kind: independent, title: The accounts}}
`

func question(p *pack.Pack, id string) *pack.Question {
	for _, g := range p.Roles {
		for i := range g.Questions {
			if g.Questions[i].Criterion == id {
				return &g.Questions[i]
			}
		}
	}
	return nil
}

func paths(q *pack.Question) string {
	var all []string
	for _, x := range q.Places {
		all = append(all, x.Path)
	}
	return strings.Join(all, " ")
}

// TestTheDatesAreAskedForFirst: they tell the stage, on which hangs what else is asked. Once they tell it, they
// are not asked for.
func TestTheDatesAreAskedForFirst(t *testing.T) {
	for _, c := range []struct{ dates, want string }{
		{"", "as_of arrangement.timeline.decision arrangement.timeline.starts"},
		{"as_of: 2026-10-01\n", "arrangement.timeline.decision arrangement.timeline.starts"},
		{"as_of: 2026-10-01\nBEFORE", ""},
	} {
		text := strings.Replace(acquisition, "title:", strings.TrimSuffix(c.dates, "BEFORE")+"title:", 1)
		if strings.HasSuffix(c.dates, "BEFORE") {
			text = strings.Replace(text, "{nature:", "{timeline: {decision: 2026-12-01, starts: 2027-04-01}, nature:", 1)
		}
		p := made(t, text, pack.Options{})
		q := question(p, pack.Dates)
		if c.want == "" {
			if q != nil {
				t.Errorf("the dates tell the stage, and are asked for: %s", paths(q))
			}
			continue
		}
		if q == nil || paths(q) != c.want || q.Asks == "" || q.Moves == "" {
			t.Errorf("asked for the dates: %+v, want %s", q, c.want)
			continue
		}
		for _, g := range p.Roles {
			if g.Questions[0].Criterion != pack.Dates && question(&pack.Pack{Roles: []pack.Group{g}}, pack.Dates) != nil {
				t.Errorf("%s is asked something before the dates", g.Title)
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	p := made(t, acquisition, pack.Options{})
	for id, want := range map[string]string{
		"ms-acquirer-finances":      "organisations.north.finance.position",
		"ms-external-support":       "arrangement.environment.support.regulator_money arrangement.environment.support.regulator_time arrangement.environment.support.commissioner_money arrangement.environment.support.commissioner_time",
		"first-promises-kept":       "answers.first-promises-kept",
		"inherited-problems-costed": "organisations.north.issues organisations.south.issues[0].cost_gbp_m organisations.south.issues[0].plan organisations.south.issues[0].funded organisations.south.issues[1]",
	} {
		q := question(p, id)
		if q == nil || paths(q) != want {
			t.Errorf("%s goes to %v, want %s", id, q, want)
			continue
		}
		for _, x := range q.Places {
			if x.Means == "" || x.Write == "" || x.Kind == "section" {
				t.Errorf("%s says too little of %+v", id, x)
			}
		}
	}
	issues := question(p, "inherited-problems-costed").Places
	if issues[1].Of != "Old roofs" || !issues[4].Item || len(issues[4].Keys) == 0 {
		t.Errorf("the places in a list are %+v", issues)
	}
}

func TestEveryUnknownIsAskedOnce(t *testing.T) {
	cat := assessments.Catalogue()
	for name, text := range examples(t) {
		doc := read(t, text, nil)
		r := assess.Assess(doc, cat)
		p := pack.Make(r, doc, cat, pack.Options{})
		asked := map[string]int{}
		number, first := 0, map[string]int{}
		for _, g := range p.Roles {
			rank := 0
			for _, q := range g.Questions {
				number++
				asked[q.Criterion]++
				if q.Number != number || q.Asks == "" || q.Moves == "" {
					t.Errorf("%s: question %d is %+v", name, number, q)
				}
				if q.Rank > 0 && q.Rank < rank {
					t.Errorf("%s: %s asks something more decisive later", name, g.Title)
				}
				rank = max(rank, q.Rank)
				for _, x := range q.Places {
					if x.Asked != first[x.Path] {
						t.Errorf("%s: %s in question %d was asked for in %d, not %d", name, x.Path, number, first[x.Path], x.Asked)
					}
					if first[x.Path] == 0 {
						first[x.Path] = number
					}
				}
			}
		}
		for _, c := range r.Criteria {
			want := 0
			if c.Status.Open() != 0 && c.When == result.Now {
				want = 1
			}
			if asked[c.ID] != want {
				t.Errorf("%s: %s is %s and asked %d times", name, c.ID, c.Status, asked[c.ID])
			}
		}
		if p.Count != number {
			t.Errorf("%s: counts %d of %d", name, p.Count, number)
		}
	}
}

func TestForOneOrganisation(t *testing.T) {
	for _, id := range []string{"north", "south"} {
		other := map[string]string{"north": "south", "south": "north"}[id]
		p := made(t, acquisition, pack.Options{For: id})
		own := 0
		for _, g := range p.Roles {
			for _, q := range g.Questions {
				for _, x := range q.Places {
					if strings.HasPrefix(x.Path, "organisations."+other+".") {
						t.Errorf("for %s: asks for %s", id, x.Path)
					}
					if strings.HasPrefix(x.Path, "organisations."+id+".") {
						own++
					}
				}
			}
		}
		if own == 0 || p.For == nil || p.For.ID != id || question(p, "key-people-trust") == nil {
			t.Errorf("for %s: %d places of its own, for %v", id, own, p.For)
		}
	}
}

func TestForOneRole(t *testing.T) {
	p := made(t, acquisition, pack.Options{Role: "finance"})
	if len(p.Roles) != 1 || p.Roles[0].Title != "finance director" || p.Role == nil {
		t.Errorf("the roles are %+v", p.Roles)
	}
}

// TestFormIsReadAgain holds that the form of every example can be read back, and says nothing yet.
func TestFormIsReadAgain(t *testing.T) {
	cat := assessments.Catalogue()
	for name, text := range examples(t) {
		doc := read(t, text, nil)
		form := pack.Make(assess.Assess(doc, cat), doc, cat, pack.Options{For: doc.Organisations[0].Key, Role: "finance"}).YAML()
		for _, form := range []string{form, made(t, text, pack.Options{}).YAML()} {
			filled, wrong := pack.Read("pack.yaml", []byte(form), doc, cat)
			if len(wrong) > 0 || len(filled.Said) > 0 || len(filled.Evidence) > 0 {
				t.Errorf("%s: %v, %v in\n%s", name, wrong, filled.Said, form)
			}
		}
	}
}

// TestHostileTitles holds that what a document calls things ends no comment and commands nothing.
func TestHostileTitles(t *testing.T) {
	text := strings.Replace(acquisition, `"North takes on *South*"`, `"a\nquestions: {b: c}\u001b[31m\u2028`+"`<b>`"+`"`, 1)
	text = strings.ReplaceAll(text, "North Trust", `"N\n# \u0007"`)
	doc := read(t, text, nil)
	p := made(t, text, pack.Options{For: "north"})
	if _, wrong := pack.Read("pack.yaml", []byte(p.YAML()), doc, assessments.Catalogue()); len(wrong) > 0 {
		t.Error(wrong)
	}
	for _, out := range []string{p.YAML(), p.Markdown()} {
		for line := range strings.Lines(out) {
			if line = strings.TrimSuffix(line, "\n"); source.Printable(line) != line {
				t.Errorf("%q commands", line)
			}
		}
	}
	if text, _, _ := strings.Cut(p.Markdown(), "```text\n"); strings.Contains(text, "<b>") { // a block of code holds it as it is
		t.Error("markup passes into Markdown")
	}
}

func TestFormats(t *testing.T) {
	p := made(t, acquisition, pack.Options{Role: "finance", For: "north"})
	for format, c := range map[string]struct{ out, want string }{
		"heading":  {p.Heading(), "Questions on North takes on *South*, for the finance director of North Trust"},
		"markdown": {p.Markdown(), "# Questions on North takes on \\*South\\*, for the finance director of North Trust\n"},
		"places":   {p.Markdown(), ": organisations.north.finance.position`)\n  - answer:\n  - because:\n  - evidence:\n"},
		"yaml":     {p.YAML(), "    organisations.north.finance.position: # strong, balanced, deficit or distressed\n"},
		"evidence": {p.YAML(), "#   accounts: The accounts\n"},
	} {
		if !strings.Contains(c.out, c.want) {
			t.Errorf("%s lacks %q:\n%s", format, c.want, c.out)
		}
	}
	b, err := json.Marshal(p)
	var back pack.Pack
	if err != nil || json.Unmarshal(b, &back) != nil || back.Format != pack.Format || back.Count != p.Count {
		t.Errorf("as JSON it is %s, %v", b, err)
	}
}

// TestFilledFactSettles goes the whole way: a question, its answer, and the criterion known.
func TestFilledFactSettles(t *testing.T) {
	cat := assessments.Catalogue()
	form := made(t, acquisition, pack.Options{}).YAML()
	filled := strings.Replace(form, "    organisations.north.finance.position:", "    organisations.north.finance.position: strong", 1)
	filled = strings.Replace(filled, "  first-promises-kept:\n    is:", "  first-promises-kept:\n    is: yes", 1)
	filled = strings.TrimPrefix(filled[strings.Index(filled, "format:"):], "format: partner-pack/1\n")
	merged, wrong := merge(t, acquisition, filled, nil)
	if len(wrong) > 0 || len(merged.Files) != 1 {
		t.Fatal(wrong, merged.Files)
	}
	r := assess.Assess(read(t, string(merged.Files[0].After), nil), cat)
	for _, id := range []string{"ms-acquirer-finances", "first-promises-kept"} {
		if got := r.Criterion(id).Status; got != rating.Met {
			t.Errorf("%s is %s", id, got)
		}
	}
}
