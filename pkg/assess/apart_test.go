package assess_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"

	"github.com/google/go-cmp/cmp"
)

const shared = `
organisations:
  north: {name: North, stance: {success: Fewer journeys}, finance: {position: {views: {north: strong, south: balanced}}}}
  south: {name: South, stance: {success: A full rota}}
arrangement:
  nature: voluntary
  scale: structural
  form: networked-care
  shares: [sites]
  roles: {provider: north, host: south}
  engagement: {staff_communication: {views: {north: full}}}
answers:
  give-and-take: {views: {north: yes, south: no}}
  informal-relationship: {views: {north: yes, south: yes}}
  one-footprint: {views: {south: partly, north: unknown}}
  provider-host-relationship: {views: {south: yes}}
  key-people-trust: {views: {north: no, south: partly}}
`

func subjects(list []result.Stated) []string {
	ids := []string{}
	for _, s := range list {
		ids = append(ids, s.Subject)
	}
	return ids
}

func TestWhatIsSaidApart(t *testing.T) {
	r := assessText(t, shared)
	type lists struct {
		Question              string
		Agree, Differ, Silent []string
		Sentence              string
	}
	var got []lists
	for _, o := range r.Apart {
		got = append(got, lists{o.Question, subjects(o.Agree), subjects(o.Differ), subjects(o.Silent), o.Sentence})
	}
	want := []lists{ // trust and success first, and of these what differs before what only one has said
		{"culture", []string{"informal-relationship"}, []string{"key-people-trust"}, []string{"provider-host-relationship", "one-footprint"}, "The two differ on one point; they agree on one point; on two points only one of them has spoken."},
		{"strategy", []string{}, []string{"stance.success"}, []string{}, "The two differ on one point."},
		{"sustainability", []string{}, []string{"organisations.north.finance.position", "give-and-take"}, []string{}, "The two differ on two points."},
		{"", []string{}, []string{}, []string{"arrangement.engagement.staff_communication"}, "On one point only one of them has spoken."},
	}
	for i := range got {
		if got[i].Question == "culture" {
			slices.Sort(got[i].Silent)
			slices.Sort(want[0].Silent)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	trust := r.Apart[0].Differ[0]
	if trust.Says != [2]string{"no", "partly"} || trust.Place.Line == 0 || trust.Title == "" {
		t.Errorf("%+v", trust)
	}
	if silent := r.Apart[0].Silent; silent[0].Says[0] != "" || silent[0].Says[1] == "" {
		t.Errorf("%+v", silent)
	}
	if f := r.Findings[0]; f.Kind != "disagreement" || f.Subject != "key-people-trust" {
		t.Errorf("the first finding is %+v", f)
	}
}

func TestSuccessIsJudgedWhereSomebodyHas(t *testing.T) {
	for answer, want := range map[string]string{"yes": "agree", "no": "differ", "partly": "differ", "unknown": "differ"} {
		r := assessText(t, `
organisations: {north: {stance: {success: Fewer journeys}}, south: {stance: {success: A full rota}}}
arrangement: {nature: voluntary, scale: structural, form: networked-care, roles: {provider: north, host: south}}
answers: {success-aligned: `+answer+`}
`)
		if len(r.Apart) != 1 || (len(r.Apart[0].Agree) == 1) != (want == "agree") || (len(r.Apart[0].Differ) == 1) != (want == "differ") {
			t.Errorf("%s: %+v", answer, r.Apart)
		}
	}
	r := assessText(t, "organisations: {north: {stance: {success: Fewer journeys}}, south: {}}\n")
	if len(r.Apart) != 1 || len(r.Apart[0].Silent) != 1 {
		t.Errorf("%+v", r.Apart)
	}
	if r := assessText(t, taking); len(r.Apart) != 0 {
		t.Errorf("nothing is stated apart, and yet %+v", r.Apart)
	}
}

// TestSilenceIsNoDisagreement: what only one of the two has said counts as if both had.
func TestSilenceIsNoDisagreement(t *testing.T) {
	one, both := assessText(t, taking+"answers: {superiority-avoided: {views: {south: partly}}}\n"), assessText(t, taking+"answers: {superiority-avoided: partly}\n")
	if d := cmp.Diff([]any{one.Overall, one.Verdict, one.Boards}, []any{both.Overall, both.Verdict, both.Boards}); d != "" {
		t.Error(d)
	}
	if len(one.Findings) != 0 || one.Criterion("superiority-avoided").Status != rating.Partly {
		t.Errorf("%+v", one.Findings)
	}
}

// TestADisputedKindIsEither: where the two do not agree what kind of partnership it is, or on what decides
// whether a criterion applies, every rating spans both.
func TestADisputedKindIsEither(t *testing.T) {
	disputed := assessText(t, `
organisations: {north: {}, south: {}}
arrangement: {nature: {views: {south: mandated, north: voluntary}}, scale: structural, form: merger}
`)
	if len(disputed.Typology.Types) != 2 || disputed.Criterion("ms-communication").Applies != "maybe" || disputed.Criterion("vs-comfortable").Applies != "maybe" {
		t.Errorf("%+v", disputed.Typology)
	}
	r := assessText(t, `
organisations: {north: {}, south: {}}
arrangement: {nature: voluntary, scale: structural, form: joint-venture, shares: {views: {north: [services], south: []}}}
`)
	if c := r.Criterion("give-and-take"); c == nil || c.Applies != "maybe" || c.Status != rating.Unknown {
		t.Errorf("%+v", c)
	}
}

func overlaid(t *testing.T, text string, views ...proposal.View) *result.Result {
	t.Helper()
	doc, wrong := proposal.Read("test.yaml", []byte("partner: 1\n"+text), os.DirFS("."))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if doc, wrong = document.Overlay(doc, views, cat); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return assess.Assess(doc, cat)
}

// TestViewsLaidOverAreViewsInTheDocument: what two files say comes to the same as the document that says it.
func TestViewsLaidOverAreViewsInTheDocument(t *testing.T) {
	const base = "evidence: {memo: {kind: internal, title: A memo}}\norganisations: {north: {name: North, finance: {position: strong}}, south: {name: South}}\narrangement: {nature: mandated, scale: structural, form: acquisition, roles: {acquirer: north, acquired: south}%s}\nanswers: {%s}\n"
	in := assessText(t, fmt.Sprintf(base, ", engagement: {plans_open: {views: {north: yes, south: no}}}", "superiority-avoided: {views: {north: {is: yes, evidence: [memo]}, south: partly}}, key-people-trust: {views: {south: no}}"))
	over := overlaid(t, fmt.Sprintf(base, ", engagement: {plans_open: yes}", "superiority-avoided: no"),
		proposal.View{Organisation: "south", Label: "s.yaml", Data: []byte("arrangement: {engagement: {plans_open: no}}\nanswers: {superiority-avoided: partly, key-people-trust: no}\n")},
		proposal.View{Organisation: "north", Label: "n.yaml", Data: []byte("answers: {superiority-avoided: {is: yes, evidence: [memo]}, board-learns-first: unknown}\n")})
	plain := func(r *result.Result) any {
		statuses := map[string]any{}
		for _, c := range r.Criteria {
			statuses[c.ID] = []any{c.Status, c.Documented, c.Views}
		}
		var boards [][]result.Rating
		for _, b := range r.Boards {
			var ratings []result.Rating
			for _, x := range b.Answers {
				ratings = append(ratings, x.Rating)
			}
			boards = append(boards, ratings)
		}
		return []any{r.Overall, r.Verdict, r.Documented, statuses, boards}
	}
	if d := cmp.Diff(plain(in), plain(over)); d != "" {
		t.Error(d)
	}
	if f := finding(over, "disagreement-arrangement-engagement-plans_open"); f == nil {
		t.Errorf("%+v", over.Findings)
	}
	if p := over.Criterion("superiority-avoided").Place; p.File != "n.yaml" {
		t.Errorf("decided at %v", p)
	}
}
