package cli

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"partner/assessments"
)

// parsed reads a stream of JSON documents into values of one type.
func parsed[T any](t *testing.T, text string) []T {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	var all []T
	for {
		var v T
		if err := d.Decode(&v); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		all = append(all, v)
	}
}

func TestJSON(t *testing.T) {
	_, stdout, _ := in(t, "assess", "--format", "json", "idea.yaml", "-", "idea.yaml")
	var files []any
	for _, r := range parsed[map[string]any](t, stdout) {
		files = append(files, r["file"])
	}
	if len(files) != 3 || files[0] != "idea.yaml" || files[1] != "<stdin>" {
		t.Errorf("assess prints results of %v", files)
	}

	_, stdout, _ = in(t, "check", "--format", "json", "nowhere.yaml", "idea.yaml")
	if all := parsed[[]struct {
		File, Kind, Text, Expected, Subject, Do string
		Line, Column                            int
	}](t, stdout)[0]; len(all) != 1 || all[0].Kind != "error" || all[0].File != "nowhere.yaml" || all[0].Line != 0 {
		t.Errorf("check prints %+v", all)
	}

	_, stdout, _ = in(t, "criteria", "--format", "json")
	all := parsed[[]listed](t, stdout)[0]
	cat := assessments.Catalogue()
	if len(all) != len(cat.Criteria) {
		t.Fatalf("criteria lists %d of %d", len(all), len(cat.Criteria))
	}
	for i, c := range cat.Criteria {
		if all[i].ID != c.ID || all[i].Gate != c.Gate.Is() || all[i].Applies == "" {
			t.Errorf("criteria lists %+v in the place of %s", all[i], c.ID)
		}
	}

	_, stdout, _ = in(t, "explain", "--format", "json", "benefits-measured")
	if all := parsed[[]criterion](t, stdout)[0]; len(all) != 1 || all[0].ID != "benefits-measured" || all[0].Met == "" || all[0].Fix == nil || len(all[0].Cites) == 0 {
		t.Errorf("explain prints %+v", all)
	}

	for _, schema := range []string{"proposal", "result"} {
		_, stdout, _ = in(t, "schema", schema)
		if s := parsed[map[string]any](t, stdout); len(s) != 1 || s[0]["$schema"] == nil {
			t.Errorf("the schema of %ss is %v", schema, s)
		}
	}
}

// TestTypesLeaveNobodyOut holds that each criterion may apply to some type, and that every filter leaves something.
func TestTypesLeaveNobodyOut(t *testing.T) {
	cat := assessments.Catalogue()
	anywhere := map[string]bool{}
	for _, typ := range typeIDs(cat) {
		o := criteriaOptions{typ: typ}
		picked := o.pick(cat)
		if n := len(picked); n == 0 || n == len(cat.Criteria) {
			t.Errorf("%d criteria may apply to %s", n, typ)
		}
		for _, c := range picked {
			anywhere[c.ID] = true
		}
	}
	for _, c := range cat.Criteria {
		if !anywhere[c.ID] {
			t.Errorf("%s can apply to no type", c.ID)
		}
	}
}
