package report

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"partner/pkg/result"
)

func TestJSONReadsBackAsTheSameResult(t *testing.T) {
	all := hostiles()
	all["fixture"] = fixture()
	for name, r := range all {
		var b strings.Builder
		if err := writeJSON(&b, r, Options{}); err != nil {
			t.Fatal(err)
		}
		var got result.Result
		d := json.NewDecoder(strings.NewReader(b.String()))
		d.DisallowUnknownFields()
		if err := d.Decode(&got); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := *whole(r)
		want.Questions = slices.Clone(want.Questions)
		for i := range want.Questions {
			want.Questions[i].Shows, want.Questions[i].NoteTold = nil, false // how a report for people is put together is not in the JSON
		}
		if !reflect.DeepEqual(&got, &want) {
			t.Errorf("%s: what is read back differs", name)
		}
	}
}

func TestJSONHasNoNullWhereAListBelongs(t *testing.T) {
	var b strings.Builder
	if err := writeJSON(&b, &result.Result{Questions: make([]result.Question, 1)}, Options{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") || !strings.Contains(b.String(), `"criteria": []`) || !strings.Contains(b.String(), `"held_by": []`) {
		t.Errorf("null in:\n%s", b.String())
	}
}

func TestJSONIsForPeopleToo(t *testing.T) {
	r := fixture()
	r.Title = "A & B <merge>"
	var b strings.Builder
	if err := writeJSON(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if !strings.Contains(text, "\n  \"title\": \"A & B <merge>\",\n") || !strings.HasSuffix(text, "}\n") {
		t.Errorf("not indented by two, escaped for HTML, or without a newline at its end:\n%s", text[:400])
	}
}

func TestFormatsAreFoundByName(t *testing.T) {
	for _, name := range Names() {
		if f, ok := Find(name); !ok || f.Name != name || f.Doc == "" || f.Write == nil {
			t.Errorf("format %q is not whole: %+v", name, f)
		}
	}
	if _, ok := Find("txt"); ok {
		t.Error("a format that does not exist is found")
	}
}
