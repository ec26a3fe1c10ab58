package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"

	"github.com/invopop/jsonschema"

	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// schemas writes the JSON Schema of proposals beside the examples, which name it in their first lines,
// and that of results into the package that gives it out.
func schemas(top string, c *catalogue.Catalogue) error {
	of, err := document.Schema(c)
	if err != nil {
		return err
	}
	if err := write(filepath.Join(top, "examples", "proposal.schema.json"), of); err != nil {
		return err
	}
	if of, err = resultSchema(top); err != nil {
		return err
	}
	if err := write(filepath.Join(top, "pkg", "result", "schema.json"), of); err != nil {
		return err
	}
	if of, err = optionsSchema(top); err != nil {
		return err
	}
	if err := write(filepath.Join(top, "pkg", "result", "options.schema.json"), of); err != nil {
		return err
	}
	if of, err = lineSchema(top); err != nil {
		return err
	}
	if err := write(filepath.Join(top, "pkg", "batch", "schema.json"), of); err != nil {
		return err
	}
	if of, err = portfolioSchema(top); err != nil {
		return err
	}
	if err := write(filepath.Join(top, "pkg", "portfolio", "schema.json"), of); err != nil {
		return err
	}
	if of, err = trendSchema(top); err != nil {
		return err
	}
	if err := write(filepath.Join(top, "pkg", "trend", "schema.json"), of); err != nil {
		return err
	}
	return comparisonSchemas(top)
}

// resultSchema makes the schema of a result from its Go type. The comments on the type's fields are the
// descriptions; they are read from the source files, so the working folder must be the top folder.
func resultSchema(top string) ([]byte, error) {
	return schemaOf(top, &result.Result{}, "A result of partner", result.Format)
}

// optionsSchema makes the schema of options in the same way.
func optionsSchema(top string) ([]byte, error) {
	return schemaOf(top, &result.Options{}, "Options of partner", result.OptionsFormat)
}

// schemaOf makes the schema of a type. What its fields alone do not tell, adjust adds.
func schemaOf(top string, of any, title, name string, adjust ...func(*jsonschema.Schema)) ([]byte, error) {
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: enumerated, Namer: named}
	for _, folder := range []string{"pkg/result", "pkg/source", "pkg/compare", "pkg/batch", "pkg/portfolio", "pkg/trend"} {
		if err := r.AddGoComments("partner", filepath.Join(top, folder), jsonschema.WithFullComment()); err != nil {
			return nil, err
		}
	}
	s := r.Reflect(of)
	s.Title = title
	if format, ok := s.Properties.Get("format"); ok {
		format.Const = name
	}
	if err := narrow(s); err != nil {
		return nil, err
	}
	allowEmpty(s)
	for _, more := range adjust {
		more(s)
	}
	text, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = json.Indent(&b, text, "", "  ")
	b.WriteByte('\n')
	return b.Bytes(), err
}

// enumerated is the schema of a type that can only be one of some words, or nil for any other type.
func enumerated(t reflect.Type) *jsonschema.Schema {
	closed, ok := reflect.Zero(t).Interface().(interface{ Words() []string })
	if !ok {
		return nil
	}
	s := &jsonschema.Schema{Type: "string"}
	for _, word := range closed.Words() {
		s.Enum = append(s.Enum, word)
	}
	return s
}

// named names the definition of a type. Closed lists stand where they are used and need none; a name of their
// own keeps them apart from what is called alike in another package.
func named(t reflect.Type) string {
	if enumerated(t) != nil {
		return t.String()
	}
	return t.Name()
}

// few are the fields that can only be some of the words of their type.
var few = []struct {
	field
	words []string
}{
	{field{"Benefit", "patient_reported"}, words([]proposal.AnswerWord{proposal.Yes, proposal.No})},
	{field{"Problem", "plan"}, words([]proposal.AnswerWord{proposal.Yes, proposal.Partly, proposal.No})},
	{field{"Problem", "funded"}, words([]proposal.AnswerWord{proposal.Yes, proposal.Partly, proposal.No})},
	{field{"Piece", "kind"}, words(proposal.EvidenceKinds)},
	{field{"OptionGate", "status"}, []string{rating.NotMet.String(), rating.AtMostPartly.String(), rating.Unknown.String(), rating.Disputed.String()}},
	{field{"SetAside", "as"}, words([]result.DecidedBy{result.ByNotApplying, result.ByOtherMeans})},
}

// words are the words of a type whose values are the words themselves.
func words[T ~string](all []T) []string {
	texts := make([]string, len(all))
	for i, w := range all {
		texts[i] = string(w)
	}
	return texts
}

// narrow leaves those words alone.
func narrow(s *jsonschema.Schema) error {
	for _, f := range few {
		of := s.Definitions[f.in]
		if of == nil {
			continue // this schema has none of them
		}
		text, ok := of.Properties.Get(f.key)
		if !ok || len(text.Enum) == 0 {
			return fmt.Errorf("%s has no closed list %s", f.in, f.key)
		}
		text.Enum = slices.DeleteFunc(text.Enum, func(word any) bool { return !slices.Contains(f.words, word.(string)) })
	}
	return nil
}

// field names a field of a type.
type field struct{ in, key string }

// mayBeEmpty are the fields whose word may be missing, as the empty text.
var mayBeEmpty = []field{
	{"Criterion", "status"}, {"Criterion", "decided_by"}, {"Benefit", "patient_reported"}, {"Problem", "plan"}, {"Problem", "funded"},
	{"Piece", "kind"}, {"Weakness", "overall"}, {"Action", "effort"}, {"Row", "statuses"}, {"Departure", "kind"},
}

// allowEmpty lets the words that may be missing be empty.
func allowEmpty(s *jsonschema.Schema) {
	for _, f := range mayBeEmpty {
		if of := s.Definitions[f.in]; of != nil {
			text, ok := of.Properties.Get(f.key)
			if ok && text.Items != nil {
				text = text.Items
			}
			if ok && len(text.Enum) > 0 {
				text.Enum = append(text.Enum, "")
			}
		}
	}
}
