package decide_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
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
	r := trial.Text(t, shared)
	type lists struct {
		Question              string
		Agree, Differ, Silent []string
		Sentence              string
	}
	var got []lists
	for _, o := range r.Views {
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
	trust := r.Views[0].Differ[0]
	if trust.Says != [2]string{"no", "partly"} || trust.Place.Line == 0 || trust.Title == "" {
		t.Errorf("%+v", trust)
	}
	if silent := r.Views[0].Silent; silent[0].Says[0] != "" || silent[0].Says[1] == "" {
		t.Errorf("%+v", silent)
	}
	if f := r.Findings[0]; f.Kind != "disagreement" || f.Subject != "key-people-trust" {
		t.Errorf("the first finding is %+v", f)
	}
}

func TestSuccessIsJudgedWhereSomebodyHas(t *testing.T) {
	for answer, want := range map[string]string{"yes": "agree", "no": "differ", "partly": "differ", "unknown": "differ"} {
		r := trial.Text(t, `
organisations: {north: {stance: {success: Fewer journeys}}, south: {stance: {success: A full rota}}}
arrangement: {nature: voluntary, scale: structural, form: networked-care, roles: {provider: north, host: south}}
answers: {success-aligned: `+answer+`}
`)
		if len(r.Views) != 1 || (len(r.Views[0].Agree) == 1) != (want == "agree") || (len(r.Views[0].Differ) == 1) != (want == "differ") {
			t.Errorf("%s: %+v", answer, r.Views)
		}
	}
	r := trial.Text(t, "organisations: {north: {stance: {success: Fewer journeys}}, south: {}}\n")
	if len(r.Views) != 1 || len(r.Views[0].Silent) != 1 {
		t.Errorf("%+v", r.Views)
	}
	if r := trial.Text(t, taking); len(r.Views) != 0 {
		t.Errorf("nothing is stated apart, and yet %+v", r.Views)
	}
}

// TestSilenceIsNoDisagreement: what only one of the two has said counts as if both had.
func TestSilenceIsNoDisagreement(t *testing.T) {
	one, both := trial.Text(t, taking+"answers: {superiority-avoided: {views: {south: partly}}}\n"), trial.Text(t, taking+"answers: {superiority-avoided: partly}\n")
	if d := cmp.Diff([]any{one.Overall, one.Verdict, one.Boards}, []any{both.Overall, both.Verdict, both.Boards}); d != "" {
		t.Error(d)
	}
	if slices.ContainsFunc(one.Findings, func(f result.Finding) bool { return f.Kind == result.Disagreement }) || one.Criterion("superiority-avoided").Status != rating.Partly {
		t.Errorf("%+v", one.Findings)
	}
}
