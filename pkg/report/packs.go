package report

import (
	"io"
	"iter"

	"partner/pkg/pack"
	"partner/pkg/report/docx"
	"partner/pkg/report/xlsx"
)

// xlsxPacks prints a pack of questions as a workbook to fill in.
func xlsxPacks(w io.Writer, packs iter.Seq[*pack.Pack], _ Options) error {
	return each(w, packs, xlsx.Form)
}

// docxPacks prints one as a Word paper to fill in.
func docxPacks(w io.Writer, packs iter.Seq[*pack.Pack], _ Options) error {
	return each(w, packs, docx.Form)
}

func each(w io.Writer, packs iter.Seq[*pack.Pack], write func(io.Writer, *pack.Pack) error) error {
	for p := range packs {
		if err := write(w, p); err != nil {
			return err
		}
	}
	return nil
}
