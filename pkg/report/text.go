package report

import (
	"io"

	"partner/pkg/result"
)

// writeText prints the report: a first screen that answers, and below it everything that it rests on.
func writeText(w io.Writer, r *result.Result, o Options) error {
	p := newPage(r, o)
	p.lines(0, p.screen(o.Brief))
	if !o.Brief {
		p.about()
		p.settle()
		p.path()
		p.conditionList()
		p.questions()
		p.boards()
		p.apart()
		p.precedents()
		p.promises()
		p.tables()
		p.findings()
		p.setAside()
		p.evidence()
		p.sources()
		p.limits()
	}
	p.closing(o.Brief)
	_, err := io.WriteString(w, p.out.String())
	return err
}
