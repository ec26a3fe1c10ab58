package compare_test

import (
	"bytes"
	stdjson "encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"partner/pkg/compare"
	"partner/pkg/report/json"
)

// TestSchemasHold holds the schemas against what is printed, and that they refuse what is not.
func TestSchemasHold(t *testing.T) {
	all := examples(t)
	for name, c := range map[string]struct {
		schema []byte
		print  func(*bytes.Buffer) error
	}{
		"compare": {compare.ComparisonSchema(), func(b *bytes.Buffer) error {
			return json.Write(b, compare.Compare(all))
		}},
		"diff": {compare.DiffSchema(), func(b *bytes.Buffer) error {
			return json.Write(b, compare.Diff(all[0], all[1]))
		}},
		"diff of the same": {compare.DiffSchema(), func(b *bytes.Buffer) error {
			return json.Write(b, compare.Diff(all[0], all[0]))
		}},
	} {
		t.Run(name, func(t *testing.T) {
			of, err := jsonschema.UnmarshalJSON(bytes.NewReader(c.schema))
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
			var b bytes.Buffer
			if err := c.print(&b); err != nil {
				t.Fatal(err)
			}
			var value map[string]any
			if err := stdjson.Unmarshal(b.Bytes(), &value); err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Error(err)
			}
			value["winner"] = "A"
			if schema.Validate(value) == nil {
				t.Error("a key too many is not refused")
			}
			delete(value, "winner")
			value["format"] = "partner-result/1"
			if schema.Validate(value) == nil {
				t.Error("another format is not refused")
			}
		})
	}
}
