package main

import "partner/pkg/portfolio"

// portfolioSchema makes the schema of what many proposals come to.
func portfolioSchema(top string) ([]byte, error) {
	return schemaOf(top, &portfolio.Portfolio{}, "A portfolio of partner", portfolio.Format)
}
