package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
)

func TestShow(t *testing.T) {
	f := os.Getenv("SHOW")
	if f == "" {
		t.Skip()
	}
	data, err := os.ReadFile("../../" + f)
	if err != nil {
		t.Fatal(err)
	}
	doc, ds := proposal.Read(f, data, os.DirFS(filepath.Dir("../../"+f)))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	r := assess.Assess(doc, assessments.Catalogue())
	w, _ := strconv.Atoi(os.Getenv("W"))
	o := Options{Width: w, ASCII: os.Getenv("A") != "", Brief: os.Getenv("B") != "", Colour: os.Getenv("C") != ""}
	name := os.Getenv("F")
	if name == "" {
		name = "text"
	}
	form, _ := Find(name)
	if err := form.Write(os.Stdout, r, o); err != nil {
		fmt.Println(err)
	}
}
