package trend_test

import (
	"bytes"
	stdjson "encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"partner/assessments"
	"partner/pkg/compare"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/report/json"
	"partner/pkg/source"
	"partner/pkg/trend"
)

// followed follows case C through changes of its text, one after another.
func followed(t testing.TB, changes ...[2]string) *trend.Trend {
	t.Helper()
	data, err := os.ReadFile("../../examples/case-c.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	states := []trend.Was{was(t, "first", text)}
	for i, c := range changes {
		if !strings.Contains(text, c[0]) {
			t.Fatalf("case C does not say %q", c[0])
		}
		text = strings.Replace(text, c[0], c[1], 1)
		states = append(states, was(t, fmt.Sprint("change ", i+1), text))
	}
	return trend.Follow("case-c.yaml", slices.Values(states))
}

func was(t testing.TB, name, text string) trend.Was {
	t.Helper()
	cat := assessments.Catalogue()
	p, wrong := document.Read(proposal.File{Label: name, Data: []byte(text)}, cat)
	if len(wrong) > 0 {
		return trend.Was{Name: name, Day: "2014-01-01", When: "1 January 2014", Wrong: wrong}
	}
	return trend.Was{Name: name, Day: "2014-01-01", When: "1 January 2014", Judged: trend.Judge(judge.Judge(p, cat))}
}

// TestFollow: each state is rated by itself, and each step tells what moved, as a difference of the two does.
func TestFollow(t *testing.T) {
	got := followed(t, [2]string{"partner: 1\n", "partner: 1\n# a remark\n"}, [2]string{"partner: 1\n", "partner: 9\n"}, [2]string{"partner: 9\n", "partner: 1\n# another\n"})
	if len(got.States) != 4 {
		t.Fatalf("%d states", len(got.States))
	}
	if first := got.States[0]; first.Step != nil || first.Standing == nil || len(first.Standing.Questions) != 6 {
		t.Errorf("the first state: %+v", first)
	}
	if second := got.States[1]; second.Step == nil || !second.Step.Quiet() || second.Step.From != "first" {
		t.Errorf("a remark moves nothing: %+v", second.Step)
	}
	if third := got.States[2]; third.Standing != nil || third.Step != nil || len(third.Errors) != 1 || !strings.Contains(third.Errors[0], "9") {
		t.Errorf("what cannot be judged says why: %+v", third)
	}
	if fourth := got.States[3]; fourth.Step == nil || fourth.Step.From != "change 1" {
		t.Errorf("the step over it starts from the last that can be judged: %+v", fourth.Step)
	}
	if got.Title == "" || got.Next == nil || len(got.Next.Due) == 0 {
		t.Errorf("what comes next is missing: %+v", got.Next)
	}
	if want := "4 states from 1 January 2014 to 1 January 2014, 1 of which cannot be judged. It was "; !strings.HasPrefix(got.Sentence, want) {
		t.Errorf("%q", got.Sentence)
	}
}

// TestStandingsAreThoseOfAWholeResult: leaving out what helps to decide changes no rating and no difference.
func TestStandingsAreThoseOfAWholeResult(t *testing.T) {
	cat := assessments.Catalogue()
	var whole []compare.Judged
	var states []trend.Was
	for _, name := range []string{"case-a", "case-c", "contradictory", "mandated-buddy"} {
		data, err := os.ReadFile("../../examples/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		p, wrong := document.Read(proposal.File{Label: name, Data: data}, cat)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		whole = append(whole, compare.Judge(p, cat))
		states = append(states, trend.Was{Name: name, Judged: trend.Judge(judge.Judge(p, cat))})
	}
	got := trend.Follow("all", slices.Values(states))
	for i, s := range got.States {
		r := whole[i].Result
		if s.Standing.Overall.Low != r.Overall.Low || s.Standing.Overall.High != r.Overall.High || s.Standing.Overall.SoFar != r.Overall.SoFar || s.Standing.OpenGates != len(r.Verdict.Open) {
			t.Errorf("%s stands otherwise than in its report", s.Name)
		}
		if i == 0 {
			continue
		}
		d := compare.Diff(whole[i-1], whole[i])
		if len(s.Step.Better) != len(d.Better) || len(s.Step.Worse) != len(d.Worse) || len(s.Step.Changes)+s.Step.Still != len(d.Changes) {
			t.Errorf("%s: the step tells %d better, %d worse of %d changes, the difference %d, %d of %d", s.Name,
				len(s.Step.Better), len(s.Step.Worse), len(s.Step.Changes)+s.Step.Still, len(d.Better), len(d.Worse), len(d.Changes))
		}
	}
}

// TestNothingThatCanBeJudged is a trend, too.
func TestNothingThatCanBeJudged(t *testing.T) {
	got := trend.Follow("x", slices.Values([]trend.Was{{Name: "x", Wrong: source.Diagnostics{{Found: "nothing"}}}}))
	if got.Sentence != "1 state, none of which can be judged." || got.Next != nil {
		t.Errorf("%q, %+v", got.Sentence, got.Next)
	}
}

// TestSchemaHolds holds the schema against what is printed, and that it refuses what is not.
func TestSchemaHolds(t *testing.T) {
	of, err := jsonschema.UnmarshalJSON(bytes.NewReader(trend.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", of); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []*trend.Trend{
		followed(t, [2]string{"partner: 1\n", "partner: 9\n"}, [2]string{"partner: 9\n", "partner: 1\n"}),
		trend.Follow("x", slices.Values([]trend.Was(nil))),
	} {
		var b bytes.Buffer
		if err := json.Write(&b, of); err != nil {
			t.Fatal(err)
		}
		var value map[string]any
		if err := stdjson.Unmarshal(b.Bytes(), &value); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Error(err)
		}
		value["rank"] = 1
		if schema.Validate(value) == nil {
			t.Error("a key too many is not refused")
		}
	}
}
