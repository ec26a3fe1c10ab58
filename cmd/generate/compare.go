package main

import (
	"path/filepath"
	"slices"

	"partner/pkg/catalogue"
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
	return schemaOf(top, &compare.Comparison{}, "A comparison of partner", compare.ComparisonFormat, comparisonWords)
}

func differenceSchema(top string) ([]byte, error) {
	return schemaOf(top, &compare.Difference{}, "A difference of partner", compare.DiffFormat, differenceWords)
}

var (
	comparisonWords = []limited{
		{"Rating", "low", grades, false},
		{"Rating", "high", grades, false},
		{"Rating", "so_far", grades, false},
		{"Row", "kind", catalogue.Kinds, false},
	}
	standings       = append(slices.Clone(statuses), compare.NoPart)
	differenceWords = []limited{
		{"Change", "kind", compare.Kinds, false},
		{"Criterion", "kind", catalogue.Kinds, false},
		{"Criterion", "from", standings, false},
		{"Criterion", "to", standings, false},
		{"Criterion", "direction", compare.Turns, false},
		{"Move", "direction", compare.Directions, false},
		{"Step", "of", []string{"low end", "criterion", "contradiction"}, false},
	}
)
