package compare

import _ "embed"

//go:embed compare.schema.json
var comparisonSchema []byte

//go:embed diff.schema.json
var diffSchema []byte

// ComparisonSchema gives the JSON Schema (draft 2020-12) of a Comparison. It is made from the types in this
// package by `make generate`.
func ComparisonSchema() []byte { return comparisonSchema }

// DiffSchema gives the JSON Schema (draft 2020-12) of a Difference, made in the same way.
func DiffSchema() []byte { return diffSchema }
