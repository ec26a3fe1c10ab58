package report

import (
	"io"
	"iter"

	"partner/pkg/pack"
)

// markdownPacks prints packs of questions as Markdown, with an empty line between two.
func markdownPacks(w io.Writer, packs iter.Seq[*pack.Pack], _ Options) error {
	between := ""
	for p := range packs {
		if _, err := io.WriteString(w, between+p.Markdown()); err != nil {
			return err
		}
		between = "\n"
	}
	return nil
}
