package judge

import (
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// cultureNote says how one culture is to come about, over how long, and what the values differ on.
func (j *Judgement) cultureNote() string {
	root := j.Doc.Root
	var parts []string
	switch root.Find(paths.CultureRoute).String() {
	case "adopt-one":
		s := "one culture is to be adopted"
		if owner := j.Doc.Organisation(root.Find(paths.CultureAdopted).String()); owner != nil {
			s += ", " + wording.Whose(j.NameOf(owner.Key))
		}
		parts = append(parts, s)
	case "develop-new":
		parts = append(parts, "a new culture is to be developed")
	case "keep-both":
		parts = append(parts, "each keeps its culture")
	case "undecided":
		parts = append(parts, "no culture route is chosen")
	}
	if y := root.Find(paths.CultureYears); y.Known() {
		years := " years"
		if y.Number == 1 {
			years = " year"
		}
		parts = append(parts, "culture work is planned over "+y.Word+years)
	}
	if v := root.Find(paths.DifferingValues); v.Known() && len(v.Items) > 0 {
		parts = append(parts, "values differ on "+v.Written())
	}
	return wording.Sentence(strings.Join(parts, "; "))
}
