// Package assessments holds the catalogue: YAML files for those who write it, and the same catalogue
// prepared as Go values for those who run it. `make generate` makes the one from the other; a test
// holds them equal.
package assessments

//go:generate go -C .. run ./assessments/internal/generate

import (
	"embed"
	"sync"

	"partner/pkg/catalogue"
)

// Files are the YAML files of the catalogue.
//
//go:embed *.yaml criteria/*.yaml precedents/*.yaml
var Files embed.FS

// Catalogue gives the catalogue, in the words of the sector of the research. It is shared by all who ask; nobody may
// change it.
func Catalogue() *catalogue.Catalogue { return spoken() }

var spoken = sync.OnceValue(func() *catalogue.Catalogue { return prepared.Spoken() })
