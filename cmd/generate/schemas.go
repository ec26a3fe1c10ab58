package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/invopop/jsonschema"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// schemas writes the JSON Schema of proposals beside the examples, which name it in their first lines,
// and that of results into the package that gives it out.
func schemas(top string, c *catalogue.Catalogue) error {
	of, err := proposal.Schema(answers(c))
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
	return comparisonSchemas(top)
}

// answers tells what can be answered under `answers:`. Remarks ask nothing.
func answers(c *catalogue.Catalogue) []proposal.AnswerHelp {
	var of []proposal.AnswerHelp
	for _, x := range c.Criteria {
		if x.Kind != catalogue.Remark {
			of = append(of, proposal.AnswerHelp{ID: x.ID, Title: x.Title, Asks: x.Asks})
		}
	}
	return of
}

// resultSchema makes the schema of a result from its Go type. The comments on the type's fields are the
// descriptions; they are read from the source files, so the working folder must be the top folder.
func resultSchema(top string) ([]byte, error) {
	return schemaOf(top, &result.Result{}, "A result of partner", result.Format, words)
}

// optionsSchema makes the schema of options in the same way.
func optionsSchema(top string) ([]byte, error) {
	return schemaOf(top, &result.Options{}, "Options of partner", result.OptionsFormat, optionWords)
}

func schemaOf(top string, of any, title, name string, words []limited) ([]byte, error) {
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true}
	for _, folder := range []string{"pkg/result", "pkg/source", "pkg/compare"} {
		if err := r.AddGoComments("partner", filepath.Join(top, folder), jsonschema.WithFullComment()); err != nil {
			return nil, err
		}
	}
	s := r.Reflect(of)
	s.Title = title
	if format, ok := s.Properties.Get("format"); ok {
		format.Const = name
	}
	for _, w := range words {
		if err := w.limit(s); err != nil {
			return nil, err
		}
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

// limited names a text of the result that can only be one of some words.
type limited struct {
	in, key string
	words   []string
	empty   bool // it may be empty too
}

var (
	grades   = rating.Grades[:]
	statuses = append(slices.Clone(rating.Statuses[:]), "disputed")
	words    = []limited{
		{"Rating", "low", grades, false},
		{"Rating", "high", grades, false},
		{"Rating", "so_far", grades, false},
		{"Overall", "low", grades, false},
		{"Overall", "high", grades, false},
		{"Overall", "so_far", grades, false},
		{"Criterion", "kind", catalogue.Kinds, false},
		{"Criterion", "status", statuses, true},
		{"Criterion", "applies", []string{"yes", "maybe"}, false},
		{"Criterion", "decided_by", []string{"facts", "answer", "other means", "not applicable"}, true},
		{"View", "status", statuses, false},
		{"Fact", "standing", append(slices.Clone(proposal.EvidenceKinds), "none"), false},
		{"Fix", "effort", []string{"low", "medium", "high"}, false},
		{"Element", "recommended", []string{"yes", "maybe"}, false},
		{"Element", "status", []string{"in place", "different", "missing", "not known", "other means", "not applicable"}, false},
		{"Condition", "of", []string{"criterion", "governance"}, false},
		{"Condition", "state", []string{"proposed", "open", "overdue", "closed"}, false},
		{"Finding", "kind", []string{"mismatch", "contradiction", "disagreement", "stale"}, false},
		{"SetAside", "as", []string{"not applicable", "other means"}, false},
	}
)

// optionWords are those of options.
var optionWords = []limited{
	{"Rating", "low", grades, false},
	{"Rating", "high", grades, false},
	{"Rating", "so_far", grades, false},
	{"Overall", "low", grades, false},
	{"Overall", "high", grades, false},
	{"Overall", "so_far", grades, false},
	{"OptionHelpful", "status", statuses, false},
	{"OptionGate", "status", []string{"not met", "unknown", "disputed"}, false},
	{"FirstStep", "status", statuses, false},
}

func (w limited) limit(s *jsonschema.Schema) error {
	of := s.Definitions[w.in]
	if of == nil {
		return fmt.Errorf("there is no %s", w.in)
	}
	text, ok := of.Properties.Get(w.key)
	if !ok || text.Type != "string" {
		return fmt.Errorf("%s has no text %s", w.in, w.key)
	}
	for _, word := range w.words {
		text.Enum = append(text.Enum, word)
	}
	if w.empty {
		text.Enum = append(text.Enum, "")
	}
	return nil
}
