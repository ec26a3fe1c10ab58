package report

import (
	"io"
	"iter"

	"partner/pkg/pack"
)

// yamlPacks prints packs of questions as forms to fill in, one YAML document after another.
func yamlPacks(w io.Writer, packs iter.Seq[*pack.Pack], _ Options) error {
	between := ""
	for p := range packs {
		if _, err := io.WriteString(w, between+p.YAML()); err != nil {
			return err
		}
		between = "---\n"
	}
	return nil
}
