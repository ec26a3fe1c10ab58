package main

import (
	"reflect"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"partner/pkg/batch"
)

// lineSchema makes the schema of the line of a document in a batch.
func lineSchema(top string) ([]byte, error) {
	return schemaOf(top, &batch.Line{}, "A line of partner batch", batch.Format, ratedOrWrong)
}

// ratedOrWrong says that a line has either all of how a document stands or what is wrong with it.
func ratedOrWrong(s *jsonschema.Schema) {
	var rated []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[batch.Standing]()) {
		if key, rest, _ := strings.Cut(f.Tag.Get("json"), ","); rest == "" {
			rated = append(rated, key)
		}
	}
	s.Required = slices.DeleteFunc(s.Required, func(key string) bool { return slices.Contains(rated, key) })
	s.OneOf = []*jsonschema.Schema{{Required: rated}, {Required: []string{"errors"}}}
}
