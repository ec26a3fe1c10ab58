package main

import (
	"path/filepath"

	"partner/pkg/compare"
)

// comparisonSchemas writes the JSON Schemas of comparisons and of differences into the package that gives
// them out.
func comparisonSchemas(top string) error {
	for file, schema := range map[string]func(string) ([]byte, error){"compare.schema.json": comparisonSchema, "diff.schema.json": differenceSchema} {
		of, err := schema(top)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(top, "pkg", "compare", file), of); err != nil {
			return err
		}
	}
	return nil
}

func comparisonSchema(top string) ([]byte, error) {
	return schemaOf(top, &compare.Comparison{}, "A comparison of partner", compare.ComparisonFormat)
}

func differenceSchema(top string) ([]byte, error) {
	return schemaOf(top, &compare.Difference{}, "A difference of partner", compare.DiffFormat)
}
