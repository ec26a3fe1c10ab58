package result_test

import (
	"bytes"
	stdjson "encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/report/json"
	"partner/pkg/result"
)

// printedOptions gives the options of a document as the JSON that is printed.
func printedOptions(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	doc, wrong := proposal.Read(name, data, os.DirFS(filepath.Dir(name)))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	var b bytes.Buffer
	if err := json.Write(&b, assess.Options(doc, assessments.Catalogue())); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOptionsSchema(t *testing.T) {
	of, err := jsonschema.UnmarshalJSON(bytes.NewReader(result.OptionsSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("options.json", of); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("options.json")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("../../examples/*.yaml")
	more, _ := filepath.Glob("../../examples/*/proposal.yaml")
	for _, name := range append(files, more...) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		of, err := jsonschema.UnmarshalJSON(bytes.NewReader(printedOptions(t, name, data)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(of); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	good := printedOptions(t, "nothing.yaml", []byte("partner: 1\n"))
	option := func(r map[string]any) map[string]any { return r["options"].([]any)[0].(map[string]any) }
	for what, mutilate := range map[string]func(r map[string]any){
		"another format":        func(r map[string]any) { r["format"] = "partner-result/1" },
		"no options":            func(r map[string]any) { delete(r, "options") },
		"null for a list":       func(r map[string]any) { option(r)["gates"] = nil },
		"one key too many":      func(r map[string]any) { option(r)["score"] = 87.5 },
		"a rating of no colour": func(r map[string]any) { option(r)["enablers"].(map[string]any)["low"] = "amber" },
		"a status of no name":   func(r map[string]any) { option(r)["first_step"].(map[string]any)["status"] = "failed" },
		"doing nothing rated":   func(r map[string]any) { r["nothing"].(map[string]any)["overall"] = "red" },
	} {
		var of map[string]any
		if err := stdjson.Unmarshal(good, &of); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(of); err != nil {
			t.Fatalf("whole: %v", err)
		}
		mutilate(of)
		if schema.Validate(of) == nil {
			t.Errorf("%s: not refused", what)
		}
	}
}
