package front_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/front"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/report/firstscreen"
)

func TestDev(t *testing.T) {
	file := os.Getenv("FRONT_FILE")
	if file == "" {
		t.Skip()
	}
	width, _ := strconv.Atoi(os.Getenv("FRONT_WIDTH"))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, wrong := proposal.Read(filepath.Base(file), data, os.DirFS(filepath.Dir(file)))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	j := judge.Judge(doc, assessments.Catalogue())
	r := assess.Result(j)
	f := front.Of(j, r)
	lines := firstscreen.Lines(f, width, firstscreen.Styles{})
	for _, l := range lines {
		fmt.Println(l)
	}
	fmt.Println("---", len(lines))
}
