package catalogue_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"partner/assessments"
	"partner/pkg/catalogue"
	"partner/pkg/rating"
)

// changed gives the catalogue's files with one text replaced by another, and fails where it is not there.
func changed(t *testing.T, name, from, to string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(assessments.Files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(assessments.Files, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text := string(files[name].Data)
	if !strings.Contains(text, from) {
		t.Fatalf("%s does not hold %q", name, from)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, from, to, 1))}
	return files
}

func TestAnUndocumentedOrBrokenCriterionCannotLoad(t *testing.T) {
	const types = "criteria/types.yaml"
	for _, c := range []struct{ name, file, from, to, want string }{
		{"no title", types, "  title: the supporting organisation's finances are strong\n", "", "ms-acquirer-finances: title is missing"},
		{"no lack", types, "  lack: the supporting organisation's finances are not strong\n", "", "ms-acquirer-finances: lack is missing"},
		{"long title", types, "title: the supporting organisation's finances are strong", "title: " + strings.Repeat("very ", 20) + "strong", "ms-acquirer-finances: title has"},
		{"no short form", types, "  short: supporting organisation's finances strong\n", "", "ms-acquirer-finances: short is missing"},
		{"no short lack", types, "  lack_short: supporting organisation's finances not strong\n", "", "ms-acquirer-finances: lack_short is missing"},
		{"long short form", types, "short: supporting organisation's finances strong", "short: " + strings.Repeat("very ", 10) + "strong", "ms-acquirer-finances: short has"},
		{"a word that no sector has", types, "why: An organisation short of money", "why: An organisation of {folk} short of money", "ms-acquirer-finances: nothing fills {folk}"},
		{"no stage", types, "  due: before-decision\n", "", "vi-prior-joint-work: due: \"\" is not one of before-decision, before-start, first-year"},
		{"past before it is due", types, "due: first-year", "due: first-year\n  until: start", "vi-mainstreamed: it is past before it is due"},
		{"past after no step", types, "until: start", "until: review", "vi-prior-joint-work: until is one of decision, start"},
		{"a rule that takes silence for an answer", types, "  met: {fact: helper.finance.position, is: strong}", "  met: {known: {fact: helper.finance.position, is: strong}}", "ms-acquirer-finances: `known` is for consistency rules"},
		{"full stop", types, "title: the supporting organisation's finances are strong", "title: the supporting organisation's finances are strong.", "ends in a full stop"},
		{"double id", types, "- id: ms-acquirer-board", "- id: ms-acquirer-finances", "ms-acquirer-finances: the id stands twice"},
		{"odd id", types, "- id: ms-acquirer-board", "- id: MS_acquirer_board", `the id "MS_acquirer_board"`},
		{"unknown key", types, "  kind: context\n", "  kinds: context\n", "field kinds not found"},
		{"unknown kind", types, "  kind: context\n", "  kind: contexts\n", `the kind "contexts"`},
		{"unknown path", types, "helper.finance.position", "helper.finances.position", `there is no "finances" in helper; did you mean "finance"?`},
		{"unknown side", types, "board: helped", "board: helping", `board: "helping" is not first`},
		{"unknown word", types, "{fact: helper.finance.position, is: strong}", "{fact: helper.finance.position, is: rich}", `"rich" is not one of`},
		{"unknown question", types, "questions: [sustainability]", "questions: [sustainable]", `"sustainable" is not a question`},
		{"unknown part", "questions.yaml", "shows: [benefits]", "shows: [benefit]", `patients: shows: "benefit" is not one of benefits, typology`},
		{"part that no question shows", "questions.yaml", "shows: [culture]", "shows: []", "no question shows culture"},
		{"part that two questions show", "questions.yaml", "shows: [culture]", "shows: [culture, risks]", "shows: risks is shown by culture already"},
		{"told where the document has nothing", "questions.yaml", "at: arrangement.history", "at: arrangement.histories", `culture: tells: the document has no place "arrangement.histories"`},
		{"list that no question tells", "questions.yaml", "    - {at: arrangement.history, title: What the two have done together}\n", "", "no question tells arrangement.history"},
		{"list that two questions tell", "questions.yaml", "at: arrangement.history", "at: arrangement.alternatives", "culture: tells: arrangement.alternatives is told by strategy already"},
		{"told without a heading", "questions.yaml", "title: What the two have done together", "title: \"\"", "culture: tells: arrangement.history has no title"},
		{"gate without home", "criteria/decision.yaml", "  home: risks\n", "", "commitment-estimated: a gate that feeds several questions needs a home"},
		{"a rule by which less is more", "criteria/types.yaml", "met: {fact: helper.finance.position, is: strong}", "met: {fact: helper.finance.position, is: balanced}", "ms-acquirer-finances: helper.finance.position counts where it is balanced and not where it is strong"},
		{"a part of which less is more", "criteria/working.yaml", "partly: {fact: arrangement.governance.agreement.status, is: drafted}", "partly: {fact: arrangement.governance.agreement.status, is: planned}", "formal-agreement: arrangement.governance.agreement.status counts where it is planned and not where it is drafted"},
		{"an entry of which less is more", "criteria/types.yaml", "{fact: item.scale, in: [small, large]}", "{fact: item.scale, is: small}", "vs-smaller-projects: arrangement.history.scale counts where it is small and not where it is large"},
		{"an element by which less is more", "governance.yaml", "in_place: {fact: arrangement.governance.management, is: joined}", "in_place: {fact: arrangement.governance.management, is: separate}", "joined-governance-and-management: arrangement.governance.management counts where it is separate"},
		{"a list of which nothing is said", "criteria/types.yaml", "        empty: fails\n", "", "every needs empty"},
		{"threshold", "ratings.yaml", "green: 3/4", "green: 1/3", "the shares do not rise"},
		{"table without an end", "ratings.yaml", "  - {id: otherwise", "  - {none-below: amber-red, id: otherwise", "must hold always"},
		{"unknown rating", "ratings.yaml", "at-most: amber-green}", "at-most: amber}", `"amber" is not a rating`},
		{"a limit without a reason", "limits.yaml", "  because: evidence is taken as it is registered, and nobody here has read it\n", "", "limits.yaml: truth: title and because are needed"},
		{"consistency that rests on nothing", "consistency.yaml", "  ours: One of the two dates is wrong.\n", "", "end-before-start: either cites or ours is needed"},
		{"consistency without silence", "consistency.yaml", "  silent: \"arrangement: {timeline: {starts: 2027-04-01, ends: 2027}}\"\n", "", "end-before-start: speaks and silent are needed"},
		{"an entry where there is none", "consistency.yaml", "text: The partnership ends before it starts.", "text: The partnership ends before it starts, {item}.", "end-before-start: nothing fills {item}"},
		{"unlisted file", "catalogue.yaml", "  - comment\n", "", "criteria/comment.yaml is not listed"},
		{"precedent of nothing", "precedents/case-a.yaml", "- scaling-route", "- scaling-rout", `the criterion "scaling-rout" does not exist`},
		{"role that nobody has", "words.yaml", "  - {id: hr, title: HR director}\n", "  - {id: hr, title: HR director}\n  - {id: estates, title: estates lead}\n", "words.yaml: roles: nothing asks the estates"},
		{"strength of nothing", "words.yaml", "  - {id: review, title: a literature review}\n", "  - {id: review, title: a literature review}\n  - {id: rumour, title: hearsay}\n", "words.yaml: strengths: nothing that is cited is as strong as rumour"},
		{"word that no text says", "sectors.yaml", "    - {id: person, title: user}\n    - {id: professionals", "    - {id: person, title: user}\n    - {id: taxpayer, title: taxpayer}\n    - {id: professionals", "sectors.yaml: says: no text speaks of {taxpayer}"},
		{"a sector's word in a text for all", "criteria/ingredients.yaml", "do: Ask {people} about", "do: Ask patients about", `"patients" is a word of nhs, and the text is for all`},
		{"a sector without a place", "sectors.yaml", "      - {id: commissioner, title: funder}\n    posts:\n      - {id: medical-director, title: service director}\n      - {id: clinical-lead, title: service lead}\n      - {id: hr", "    posts:\n      - {id: medical-director, title: service director}\n      - {id: clinical-lead, title: service lead}\n      - {id: hr", "sectors.yaml: voluntary: says:"},
		{"a kind of body behind its own end", "sectors.yaml", "kinds: [NHS Foundation Trust, NHS Trust]", "kinds: [Trust, NHS Trust]", "sectors.yaml: nhs: kinds: \"NHS Trust\""},
		{"a kind of body twice", "sectors.yaml", "kinds: [NHS Foundation Trust, NHS Trust]", "kinds: [NHS Trust, NHS Trust]", "kinds: \"NHS Trust\""},
		{"too long in a sector's words", "sectors.yaml", "title: residents}", "title: inhabitants of the whole area}", "in the words of local-government: title has"},
		{"a body that went to nobody", "bodies.yaml", "until: \"2016-04-01\", successor: NHS Improvement}\n- {id: trust", "until: \"2016-04-01\"}\n- {id: trust", "what went has a successor"},
		{"a day that is none", "bodies.yaml", "until: \"2018-04-01\"", "until: \"1 April 2018\"", "is no day"},
		{"form without the document's word", "typology.yaml", "  - id: buddying", "  - id: mentoring", "the document knows"},
	} {
		_, err := catalogue.Load(changed(t, c.file, c.from, c.to))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %q", c.name, err, c.want)
		}
	}
}

func TestAllErrorsComeAtOnce(t *testing.T) {
	files := changed(t, "criteria/types.yaml", "  kind: context\n", "  kind: contexts\n").(fstest.MapFS)
	text := string(files["ratings.yaml"].Data)
	files["ratings.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "green: 3/4", "green: 1/3", 1))}
	_, err := catalogue.Load(files)
	if err == nil || !strings.Contains(err.Error(), "contexts") || !strings.Contains(err.Error(), "do not rise") {
		t.Error(err)
	}
}

func TestAChangeOfWordingChangesTheHash(t *testing.T) {
	c, err := catalogue.Load(changed(t, "criteria/types.yaml", "title: the supporting organisation's finances are strong", "title: the acquirer has strong finances"))
	if err != nil {
		t.Fatal(err)
	}
	if c.Hash == assessments.Catalogue().Hash {
		t.Error("the hash is the same")
	}
	if c.Criterion("ms-acquirer-finances").Title != "the acquirer has strong finances" {
		t.Error("the wording did not arrive")
	}
}

func TestAThresholdIsDataAlone(t *testing.T) {
	c, err := catalogue.Load(changed(t, "ratings.yaml", "green: 3/4", "green: 9/10"))
	if err != nil {
		t.Fatal(err)
	}
	items := []rating.Item{{Worse: rating.Met, Better: rating.Met}, {Worse: rating.Met, Better: rating.Met}, {Worse: rating.Met, Better: rating.Met}, {Worse: rating.NotMet, Better: rating.NotMet}}
	var tally rating.Tally
	for _, i := range items {
		tally.Add(i)
	}
	if was, is := assessments.Catalogue().Rating.Method.Plain(&tally).SoFar, c.Rating.Method.Plain(&tally).SoFar; was != rating.Green || is != rating.AmberGreen {
		t.Errorf("%v became %v", was, is)
	}
}

func TestNothingThatTheSourcesAskIsDropped(t *testing.T) {
	want := map[string]int{"voluntary-individual": 7, "mandated-individual": 6, "mandated-structural": 9, "voluntary-structural": 9}
	c := assessments.Catalogue()
	for _, ty := range c.Typology.Types {
		n := 0
		for i := range c.Criteria {
			if c.Criteria[i].Theme == "types" && strings.HasPrefix(c.Criteria[i].ID, map[string]string{"voluntary-individual": "vi-", "mandated-individual": "mi-", "mandated-structural": "ms-", "voluntary-structural": "vs-"}[ty.ID]) {
				n++
			}
		}
		if n != want[ty.ID] {
			t.Errorf("%s: %d criteria of Table 2, want %d", ty.ID, n, want[ty.ID])
		}
	}
	var gates []string
	for i := range c.Criteria {
		if c.Criteria[i].Gate.Is() {
			gates = append(gates, c.Criteria[i].ID)
		}
	}
	slices.Sort(gates)
	if want := []string{"commitment-estimated", "impact-data", "information-sharing-agreement", "joint-performance-board", "key-people-trust", "provider-host-relationship", "regulators-open"}; !slices.Equal(gates, want) {
		t.Errorf("gates %v: only what a source itself calls essential may be one", gates)
	}
	table2 := 0
	for _, a := range c.Advantages {
		if slices.ContainsFunc(a.Cites, func(c catalogue.Cite) bool { return c.Source == "table-2" }) {
			table2++
		}
	}
	if table2 != 11 || len(c.Precedents) != 5 {
		t.Errorf("%d advantages of Table 2 and %d precedents", table2, len(c.Precedents))
	}
}
