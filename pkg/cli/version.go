package cli

import (
	"context"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"partner/pkg/internal/release"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

func newVersion(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:   "version",
		Short: "Print the version of partner, of Go and of the catalogue",
		Long: `Version prints the version of partner, of the Go that built it, and of the catalogue that it applies.
The catalogue has a version and a hash of the files it was read from; every report names them too. As
"partner --version" it heeds no settings.`,
		Example: "  partner version\n  partner version --format json",
		Args:    noArguments,
	}
	o := p.printing(c, report.PageNames())
	c.RunE = func(c *cobra.Command, _ []string) error {
		return o.run(c, nil, func(context.Context) error { return o.page(report.PageOf(p.version(), (*version).page)) })
	}
	return c
}

// version is what tells one build from another.
type version struct {
	Partner   string `json:"partner"`
	Go        string `json:"go"`
	Platform  string `json:"platform"`
	Catalogue struct {
		Version  string `json:"version"`
		Hash     string `json:"hash"`
		Criteria int    `json:"criteria"`
	} `json:"catalogue"`
}

func (p *program) version() *version {
	v := version{Partner: release.Version(), Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	v.Catalogue.Version, v.Catalogue.Hash, v.Catalogue.Criteria = p.catalogue.Version, p.catalogue.Hash, len(p.catalogue.Criteria)
	return &v
}

// lines are what the version is called, and the version.
func (v *version) lines() [][2]string {
	return [][2]string{
		{"partner", v.Partner},
		{v.Go, v.Platform},
		{"catalogue", fmt.Sprintf("%s (%s, %d criteria)", v.Catalogue.Version, v.Catalogue.Hash, v.Catalogue.Criteria)},
	}
}

func (v *version) page() outline.Outline {
	var r reference
	for _, l := range v.lines() {
		r.add(outline.Paragraph{Text: wording.Text{{Text: l[0], Tone: wording.Strong}, {Text: l[1]}}})
	}
	return r.page()
}
