package result_test

import (
	"bytes"
	stdjson "encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/report/json"
	"partner/pkg/result"
)

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	of, err := jsonschema.UnmarshalJSON(bytes.NewReader(result.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("result.json", of); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("result.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// printed assesses a document and gives its result as the JSON that is printed.
func printed(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	doc, wrong := proposal.Read(name, data, os.DirFS(filepath.Dir(name)))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	var b bytes.Buffer
	if err := json.Write(&b, assess.Assess(doc, assessments.Catalogue())); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSchemaHoldsForResults(t *testing.T) {
	schema := compile(t)
	files, _ := filepath.Glob("../../examples/*.yaml")
	more, _ := filepath.Glob("../../examples/*/proposal.yaml")
	files = append(files, more...)
	if len(files) < 8 {
		t.Fatalf("only %d examples", len(files))
	}
	check := func(name string, data []byte) {
		of, err := jsonschema.UnmarshalJSON(bytes.NewReader(printed(t, name, data)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(of); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		check(name, data)
	}
	check("nothing.yaml", []byte("partner: 1\n"))
}

func TestSchemaRefusesWhatIsNoResult(t *testing.T) {
	schema := compile(t)
	good := printed(t, "nothing.yaml", []byte("partner: 1\n"))
	for what, mutilate := range map[string]func(r map[string]any){
		"no questions":     func(r map[string]any) { delete(r, "questions") },
		"another format":   func(r map[string]any) { r["format"] = "partner-result/0" },
		"one key too many": func(r map[string]any) { r["score"] = 87.5 },
		"null for a list":  func(r map[string]any) { r["criteria"] = nil },
		"three organisations": func(r map[string]any) {
			r["organisations"] = append(r["organisations"].([]any), r["organisations"].([]any)[0])
		},
		"a rating of no colour": func(r map[string]any) { r["overall"].(map[string]any)["low"] = "amber" },
		"a status of no name":   func(r map[string]any) { r["criteria"].([]any)[0].(map[string]any)["status"] = "failed" },
		"a count in words":      func(r map[string]any) { r["overall"].(map[string]any)["met"] = "three" },
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

func TestSchemaSaysWhatThingsAre(t *testing.T) {
	for _, words := range []string{"from what is known; absent where too little is", "what decided the low end", `"amber-green"`, `"const": "partner-result/1"`} {
		if !strings.Contains(string(result.Schema()), words) {
			t.Errorf("the schema does not hold %q", words)
		}
	}
}
