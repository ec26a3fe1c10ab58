package report

import (
	"os"
	"strconv"
	"testing"
)

func TestFix(t *testing.T) {
	w, _ := strconv.Atoi(os.Getenv("W"))
	if w == 0 {
		t.Skip()
	}
	writeText(os.Stdout, fixture(), Options{Width: w, ASCII: os.Getenv("A") != "", Colour: os.Getenv("C") != ""})
}
