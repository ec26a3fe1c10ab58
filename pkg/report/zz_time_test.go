package report

import (
	"fmt"
	"io"
	"os"
	"testing"
	"time"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
)

func TestTime(t *testing.T) {
	if os.Getenv("T") == "" {
		t.Skip()
	}
	data, _ := os.ReadFile("../../examples/case-c.yaml")
	t0 := time.Now()
	doc, _ := proposal.Read("examples/case-c.yaml", data, nil)
	t1 := time.Now()
	r := assess.Assess(doc, assessments.Catalogue())
	t2 := time.Now()
	o := Options{Width: 100}
	p := newPage(r, o)
	t3 := time.Now()
	p.lines(0, p.screen(false))
	t4 := time.Now()
	p.about()
	t5 := time.Now()
	p.questions()
	t6 := time.Now()
	p.tables()
	t7 := time.Now()
	p.findings()
	p.setAside()
	p.evidence()
	t8 := time.Now()
	p.sources()
	p.limits()
	p.closing(false)
	t9 := time.Now()
	writeJSON(io.Discard, r, o)
	t10 := time.Now()
	fmt.Println("read", t1.Sub(t0), "assess", t2.Sub(t1), "page", t3.Sub(t2), "screen", t4.Sub(t3), "about", t5.Sub(t4), "questions", t6.Sub(t5), "tables", t7.Sub(t6), "evidence", t8.Sub(t7), "rest", t9.Sub(t8), "json", t10.Sub(t9))
}
