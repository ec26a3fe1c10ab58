package trend

import _ "embed"

//go:embed schema.json
var schema []byte

// Schema gives the JSON Schema (draft 2020-12) of a Trend. It is made from the types in this package by `make generate`.
func Schema() []byte { return schema }
