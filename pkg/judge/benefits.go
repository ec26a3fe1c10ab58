package judge

import (
	"slices"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Benefits lists the promised benefits, each with what it lacks.
func Benefits(j *Judgement) []result.Benefit {
	all := []result.Benefit{}
	for _, b := range j.Doc.Root.Find(paths.Benefits).Stated() {
		x := result.Benefit{
			What: b.At(paths.What).Written(), For: b.At(paths.For).Written(), Measure: b.At(paths.Measure).Written(), Baseline: b.At(paths.Baseline).Written(),
			Target: b.At(paths.Target).Written(), By: b.At(paths.By).InWords(), Source: b.At(paths.Source).Written(),
			PatientReported: proposal.AnswerWord(b.At(paths.PatientReported).Written()),
			Kind:            b.At(paths.Kind).Written(), Reached: b.At(paths.Reached).Written(), Amount: j.value(b.At(paths.Amount)), NeedsLaterStep: b.At(paths.NeedsLaterStep).Written(),
			Missing: []string{}, Place: b.Pos,
		}
		for _, m := range []struct{ name, value string }{{"measure", x.Measure}, {"baseline", x.Baseline}, {"target", x.Target}, {"date", x.By}, {sourceMissing, x.Source}} {
			if m.value == "" || m.value == "none" {
				x.Missing = append(x.Missing, m.name)
			}
		}
		all = append(all, x)
	}
	return all
}

// sourceMissing is what a benefit may lack and still be given in full.
const sourceMissing = "source"

func (j *Judgement) benefitsNote(benefits []result.Benefit) string {
	list := j.Doc.Root.Find(paths.Benefits)
	n := len(benefits)
	if n == 0 {
		if list.Known() {
			return "No benefit is named."
		}
		return "No benefit is told."
	}
	full, reported := 0, 0
	for _, b := range benefits {
		whole := true
		for _, m := range b.Missing {
			whole = whole && m == sourceMissing
		}
		if whole {
			full++
		}
		if b.PatientReported == proposal.Yes {
			reported++
		}
	}
	worse := 0
	for _, b := range list.Stated() {
		if GoneBack(b) {
			worse++
		}
	}
	s := atLeast(list) + wording.Things(n, "benefit") + wording.Verb(n, " is", " are") + " named, "
	switch {
	case n > 1:
		s += share(full, n) + " given with measure, baseline, target and date"
	case full == 1:
		s += "with measure, baseline, target and date"
	default:
		s += "without all of measure, baseline, target and date"
	}
	if worse > 0 {
		s += "; " + wording.Verb(n, "it has got worse", wording.Number(worse)+wording.Verb(worse, " has", " have")+" got worse") + " since it was measured first"
	}
	if reported > 0 {
		s += "; " + wording.Number(reported) + wording.Verb(reported, " is", " are") + " reported by " + j.Cat.Words.Say("people") + " themselves"
	} else {
		s += "; none is said to be reported by " + j.Cat.Words.Say("people") + " themselves"
	}
	if !slices.ContainsFunc(benefits, func(b result.Benefit) bool { return b.For != "" }) {
		s += "; for whom " + wording.Verb(n, "it is", "they are") + " is not told"
	}
	return wording.Sentence(s)
}

// GoneBack reports whether a benefit is known to have got worse: where it stands lies behind where it stood, as seen from
// where it is to get.
func GoneBack(benefit *proposal.Value) bool {
	behind, _ := proposal.Behind(benefit.At(paths.Reached).String(), benefit.At(paths.Baseline).String(), benefit.At(paths.Target).String())
	return behind
}
