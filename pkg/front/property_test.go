package front_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// sentences are what a made-up document says in its own words: with names and without, with sums and days, with
// what is not told, and long.
var sentences = []string{
	"The two chairs met twice.", "Northfield's staff meet theirs every month, and speak of it well.", "It was rated good within a year.",
	"Eastmere's board stood for it; Northfield's is not spoken of.", "Talks began in 2024; what came of them is not told.", "They had known each other for years.",
	"Only Northfield's side is told.", "How it is to be paid for is not told.", "£4.5m came from the commissioner in March 2026.",
	"A plan of three years was drawn up with both boards, the commissioner and the local authority; each of them set out what it would bring, what it would need of the others, and by when it would have to be there, and all four agreed to look at it again every quarter.",
	"Beds stand empty on 12 % of days", "Once both posts are filled", "none",
}

// draft draws a document over the whole of the model.
func draft(t *rapid.T) map[string]any {
	density := rapid.SampledFrom([]int{2, 4, 8, 16}).Draw(t, "density")
	given := func() bool { return rapid.IntRange(0, 19).Draw(t, "given") < density }
	merit := rapid.SampledFrom([]int{6, 10, 17}).Draw(t, "merit") // of twenty words that may be the best one, how many are: a bad proposal, a middling one, a good one
	word := func(words []string, order proposal.Order) string {
		if (order == proposal.BestFirst || len(words) > 0 && words[0] == "yes") && rapid.IntRange(0, 19).Draw(t, "best") < merit {
			return words[0]
		}
		return rapid.SampledFrom(append(slices.Clone(words), "unknown")).Draw(t, "word")
	}
	var value func(f *proposal.Field) any
	leaf := func(f *proposal.Field) any {
		switch f.Kind {
		case proposal.Word:
			return word(f.Words, f.Order)
		case proposal.Text:
			return rapid.SampledFrom(sentences).Draw(t, "text")
		case proposal.Number:
			return rapid.SampledFrom([]int{0, 0, 1, 1, 2, 3, 4, 6, 9}).Draw(t, "number")
		case proposal.Date:
			if f.Key == "by" || f.Key == "benefits_from" { // a benefit comes after the start
				return rapid.SampledFrom([]string{"2027-06", "2028-06-30", "2029-04-01", "2030"}).Draw(t, "later")
			}
			return rapid.SampledFrom([]string{"2024", "2026-03", "2026-09-30", "2026-10-01", "2026-12-10", "2027-04-01", "2030"}).Draw(t, "date")
		case proposal.List:
			return []any{value(f.Of)}
		}
		return "unknown"
	}
	value = func(f *proposal.Field) any {
		switch f.Kind {
		case proposal.Section:
			m := map[string]any{}
			for _, c := range f.Fields {
				if c.Key != "roles" && c.Kind != proposal.Reference && c.Kind != proposal.ByOrganisation && given() {
					m[c.Key] = value(c)
				}
			}
			if len(m) == 0 {
				return map[string]any{"evidence": []any{"paper"}}
			}
			return m
		case proposal.Items:
			var list []any
			for range rapid.SampledFrom([]int{0, 1, 1, 2, 2, 2}).Draw(t, "items") {
				m := map[string]any{}
				for _, c := range f.Fields {
					if c.Key != "id" && c.Kind != proposal.Reference && c.Kind != proposal.ByOrganisation && given() {
						m[c.Key] = value(c)
					}
				}
				if len(m) > 0 {
					list = append(list, m)
				}
			}
			if list == nil {
				return []any{}
			}
			return list
		case proposal.List:
			if f.Of.Kind == proposal.Reference {
				return []any{}
			}
		}
		v := leaf(f)
		if f.Kind != proposal.List && given() {
			return map[string]any{"is": v, "because": rapid.SampledFrom(sentences[:10]).Draw(t, "because")}
		}
		return v
	}
	organisation := func(name string) map[string]any {
		m := map[string]any{"name": name}
		for _, f := range proposal.Model.Field("organisations").Fields {
			if f.Key != "name" && given() {
				m[f.Key] = value(f)
			}
		}
		return m
	}
	arrangement := map[string]any{}
	for _, f := range proposal.Model.Field("arrangement").Fields {
		if f.Key != "roles" && given() {
			arrangement[f.Key] = value(f)
		}
	}
	if given() {
		pair := rapid.SampledFrom([][2]string{{"acquirer", "acquired"}, {"supporter", "supported"}, {"provider", "host"}}).Draw(t, "roles")
		arrangement["roles"] = map[string]any{pair[0]: "north", pair[1]: "south"}
	}
	answers := map[string]any{}
	cat := assessments.Catalogue()
	for i := range cat.Criteria {
		if c := cat.Criteria[i]; c.Kind.Rated() && given() && given() {
			answers[c.ID] = map[string]any{"is": word([]string{"yes", "partly", "no"}, proposal.BestFirst), "because": rapid.SampledFrom(sentences[:10]).Draw(t, "why")}
		}
	}
	doc := map[string]any{
		"partner": 1, "title": "Northfield and Eastmere", "as_of": "2026-10-01",
		"organisations": map[string]any{"north": organisation("Northfield"), "south": organisation("Eastmere")},
		"arrangement":   arrangement, "answers": answers,
		"evidence": map[string]any{"paper": map[string]any{"kind": "internal", "title": "A paper", "date": "2026-05"}},
	}
	if given() {
		id := cat.Criteria[rapid.IntRange(0, len(cat.Criteria)-1).Draw(t, "condition")].ID
		doc["conditions"] = map[string]any{id: map[string]any{"owner": "Both chairs", "due": rapid.SampledFrom([]string{"2026-09-01", "2026-12-01"}).Draw(t, "due"), "state": "open"}}
	}
	departures := map[string]any{}
	for i := range cat.Criteria {
		c := cat.Criteria[i]
		if !c.Kind.Rated() || c.Each() != "" {
			continue
		}
		if often, seldom := given(), given(); !often || !c.Gate.Is() && !seldom { // most are from what is essential
			continue
		}
		d := map[string]any{"kind": rapid.SampledFrom(proposal.DepartureKind("").Words()).Draw(t, "kind"), "accepted_by": "both boards", "because": rapid.SampledFrom(sentences[:10]).Draw(t, "why")}
		if rapid.IntRange(0, 3).Draw(t, "dated") > 0 {
			d["until"] = rapid.SampledFrom([]string{"2026-09-30", "2027-03-31", "2027"}).Draw(t, "until")
		}
		departures[c.ID] = d
	}
	if given() && len(departures) > 0 {
		doc["departures"] = departures
	}
	return doc
}

var (
	aheadOf = regexp.MustCompile(`(\d+ \w+ \d{4}), in (\w+|\d+) (day|week|month|year)`)
	path    = regexp.MustCompile(`\b(arrangement|organisations|answers|evidence)\.[a-z]`)
)

// TestPagesOfMadeUpDocuments holds the page of any document to what may never stand there: a line too many or
// one that is cut, what the document contradicts, a day that has passed told as ahead, an id, a plain no left
// out.
func TestPagesOfMadeUpDocuments(t *testing.T) {
	cat := assessments.Catalogue()
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		data, err := yaml.Marshal(draft(t))
		if err != nil {
			t.Fatal(err)
		}
		doc, wrong := proposal.Read("made-up.yaml", data, nil)
		if len(wrong) > 0 {
			t.Skip(wrong)
		}
		read++
		j := judge.Judge(doc, cat)
		r := assess.Result(j)
		checkScreen(t, r)
		checkPage(t, j, r)
		if again := assess.Result(judge.Judge(doc, cat)); fmt.Sprint(again.Front) != fmt.Sprint(r.Front) {
			t.Errorf("the same document gives another page")
		}
	})
	if read == 0 {
		t.Error("none of the documents could be read")
	}
}

func checkPage(t *rapid.T, j *judge.Judgement, r *result.Result) {
	page := whole(&r.Front)
	told := map[string]bool{}
	if b := r.Front.Block(result.FrontAgainst); b != nil {
		for _, l := range append(slices.Clone(b.Lines), b.More...) {
			for _, id := range l.Criteria {
				told[id] = true
			}
		}
		for i := range j.Criteria {
			c := &j.Criteria[i]
			if c.Kind.Rated() && c.Status() == rating.NotMet && c.When != result.Past && !c.Standing.Disputed() && !told[c.ID] {
				t.Errorf("%s is not met, and nowhere told:\n%s", c.ID, page)
			}
		}
	}
	if b := r.Front.Block(result.FrontFor); b != nil {
		for _, l := range append(slices.Clone(b.Lines), b.More...) {
			for _, id := range l.Criteria {
				if i, _ := j.Find(id); j.Criteria[i].Status() != rating.Met {
					t.Errorf("%s speaks for it, and is %s", id, j.Criteria[i].Status())
				}
			}
		}
	}
	for _, d := range r.Departures { // what is essential is never departed from in silence
		for _, l := range r.Front.Block(result.FrontDecision).Lines {
			if d.Gate && d.InForce() && l.Label == "Goes without" && !slices.Contains(l.Criteria, d.ID) {
				t.Errorf("%s is departed from in silence:\n%s", d.ID, page)
			}
		}
		if lines := r.Front.Block(result.FrontDecision).Lines; lines[len(lines)-1].Label != "Goes without" {
			t.Errorf("nothing is told of departures:\n%s", page)
		}
	}
	for _, m := range aheadOf.FindAllStringSubmatch(page, -1) {
		for _, passed := range []string{"30 September 2026", "1 September 2026"} {
			if m[1] == passed {
				t.Errorf("a day that has passed is told as ahead: %s", m[0])
			}
		}
	}
	if b := r.Front.Block(result.FrontSettle); b != nil && strings.Contains(b.Heading, "September") {
		t.Errorf("to be set before a day that has passed: %s", b.Heading)
	}
	if m := path.FindString(page); m != "" {
		t.Errorf("a path of the document: %q in\n%s", m, page)
	}
	for _, c := range j.Cat.Criteria {
		if strings.Contains(c.ID, "-") && strings.Contains(c.ID[strings.Index(c.ID, "-")+1:], "-") && strings.Contains(page, c.ID) {
			t.Errorf("the page names %s:\n%s", c.ID, page)
		}
	}
	if strings.Contains(page, r.Catalogue.Hash) || strings.Contains(page, "provided that") {
		t.Errorf("what never may stand on a page:\n%s", page)
	}
	if o := r.Overall; o.TooLittleKnown {
		for _, l := range r.Front.Block(result.FrontBears).Lines {
			if strings.Contains(result.FrontText(l.Text), "too little known") {
				t.Errorf("too little known over what is stated:\n%s", page)
			}
		}
	}
}
