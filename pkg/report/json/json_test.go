package json

import (
	"bytes"
	stdjson "encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"partner/pkg/compare"
	"partner/pkg/internal/duplicate"
	"partner/pkg/report/internal/example"
	"partner/pkg/result"
)

func TestJSONReadsBackAsTheSameResult(t *testing.T) {
	all := example.Hostile()
	all["fixture"] = example.Result()
	for name, r := range all {
		var b strings.Builder
		if err := Write(&b, r); err != nil {
			t.Fatal(err)
		}
		var got result.Result
		d := stdjson.NewDecoder(strings.NewReader(b.String()))
		d.DisallowUnknownFields()
		if err := d.Decode(&got); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := *duplicate.Of(r, func(s string) string { return s })
		want.Questions = slices.Clone(want.Questions)
		for i := range want.Questions {
			want.Questions[i].Shows = nil // how a report for people is put together is not in the JSON
		}
		if !reflect.DeepEqual(&got, &want) {
			t.Errorf("%s: what is read back differs", name)
		}
	}
}

func TestJSONHasNoNullWhereAListBelongs(t *testing.T) {
	var b strings.Builder
	if err := Write(&b, &result.Result{Questions: make([]result.Question, 1)}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") || !strings.Contains(b.String(), `"criteria": []`) || !strings.Contains(b.String(), `"held_by": []`) {
		t.Errorf("null in:\n%s", b.String())
	}
}

func TestJSONIsForPeopleToo(t *testing.T) {
	r := example.Result()
	r.Title = "A & B <merge>"
	var b strings.Builder
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if !strings.Contains(text, "\n  \"title\": \"A & B <merge>\",\n") || !strings.HasSuffix(text, "}\n") {
		t.Errorf("not indented by two, escaped for HTML, or without a newline at its end:\n%s", text[:400])
	}
}

// TestComparisonsAsJSON reads what is printed back into what was printed.
func TestComparisonsAsJSON(t *testing.T) {
	all := example.Judged(os.DirFS("../../../examples"))
	c, d := compare.Compare(all), compare.Diff(all[0], all[len(all)-1])
	var b bytes.Buffer
	if err := Write(&b, c); err != nil {
		t.Fatal(err)
	}
	var got compare.Comparison
	read(t, b.Bytes(), &got)
	if got.Whole.Sentence != c.Whole.Sentence || !reflect.DeepEqual(got.Proposals, c.Proposals) || len(got.Differ) != len(c.Differ) {
		t.Error("a comparison does not come back")
	}
	b.Reset()
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	var back compare.Difference
	read(t, b.Bytes(), &back)
	if !reflect.DeepEqual(back.Changes, d.Changes) || !reflect.DeepEqual(back.Criteria, d.Criteria) {
		t.Error("a difference does not come back")
	}
}

// read reads JSON that holds no null and nothing that commands a terminal.
func read(t *testing.T, text []byte, into any) {
	t.Helper()
	if bytes.Contains(text, []byte("null")) || bytes.ContainsRune(text, '\u202e') || bytes.ContainsRune(text, '\x1b') {
		t.Error("null, or a character that commands a terminal")
	}
	d := stdjson.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
}
