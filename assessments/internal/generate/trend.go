package main

import "partner/pkg/trend"

// trendSchema makes the schema of how a proposal stood over time.
func trendSchema(top string) ([]byte, error) {
	return schemaOf(top, &trend.Trend{}, "A trend of partner", trend.Format)
}
