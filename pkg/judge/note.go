package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Substance is what a document states beyond what criteria ask, as the answers to questions show it.
type Substance struct {
	Benefits   []result.Benefit
	Objectives []result.Objective
	TakingOn   []result.TakingOn // along the two organisations
	Governance []result.Element
	Risks      result.Risks
}

// SubstanceOf gives what a document states.
func SubstanceOf(j *Judgement) Substance {
	return Substance{Benefits(j), Objectives(j), TakingOn(j), Governance(j), Risks(j)}
}

// Note says what the document shows on a question, by its place, beyond the criteria: a sentence or two for
// each part of its answer.
func (j *Judgement) Note(question int, s Substance) []string {
	var note []string
	for _, p := range j.Cat.Questions[question].Shows {
		note = append(note, j.partNote(p, s)...)
	}
	return note
}

func (j *Judgement) partNote(p catalogue.Part, s Substance) []string {
	switch p {
	case catalogue.Benefits:
		return sentences(j.benefitsNote(s.Benefits))
	case catalogue.Objectives:
		return sentences(j.objectivesNote(s.Objectives, First, Second))
	case catalogue.Culture:
		return sentences(j.cultureNote())
	case catalogue.Risks:
		return sentences(gravestNote(s.Risks), j.risksNote(s.Risks))
	case catalogue.TakingOn:
		return sentences(j.takenOnNote(s, First), j.takenOnNote(s, Second))
	case catalogue.Oversight:
		return j.governanceNote(s.Governance)
	}
	return nil // where the proposal stands in the typology is told elsewhere
}

// BoardNote says what the document shows on a question from one organisation's side: whose objectives are
// served, whose risks they are, what it would take on and with what, and what that costs itself.
func (j *Judgement) BoardNote(question int, s Substance, board Side) []string {
	var note []string
	for _, p := range j.Cat.Questions[question].Shows {
		note = append(note, j.boardPartNote(p, s, board)...)
	}
	return note
}

func (j *Judgement) boardPartNote(p catalogue.Part, s Substance, board Side) []string {
	org := j.Organisation(board)
	name := proposal.NameOf(org)
	switch p {
	case catalogue.Objectives:
		return sentences(j.objectivesNote(s.Objectives, board))
	case catalogue.Culture:
		return sentences(j.cultureNote(), wording.Sentence(said(own(org, paths.ForOwnCulture),
			name+" keeps time to look after its own staff and culture",
			name+" keeps only some of the time it takes to look after its own staff and culture",
			name+" has too little time left to look after its own staff and culture")))
	case catalogue.Risks:
		return sentences(j.boardRisksNote(board))
	case catalogue.TakingOn:
		return sentences(s.TakingOn[board.at()].Sentence, carries(org))
	case catalogue.Oversight:
		if j.Doc.Root.Find(paths.AnswersToRegulator).In(org.Key).Is(org.Key) {
			return append(j.governanceNote(s.Governance), wording.Sentence(name+" answers to the regulator"))
		}
	}
	return j.partNote(p, s)
}

// halfUntold reports whether half of what an answer shows, or more, is not told: the benefits; whose own
// objectives are served; the risks; what each would take on, and with what; and the governance that is needed.
func (j *Judgement) halfUntold(question int, s Substance) bool {
	told, all := 0, 0
	count := func(is ...bool) {
		for _, x := range is {
			if all++; x {
				told++
			}
		}
	}
	root := j.Doc.Root
	for _, p := range j.Cat.Questions[question].Shows {
		switch p {
		case catalogue.Benefits:
			count(root.Find(paths.Benefits).Known())
		case catalogue.Objectives:
			for _, side := range Sides {
				count(slices.ContainsFunc(s.Objectives, func(o result.Objective) bool { return o.Serves[side.at()].Known }))
			}
		case catalogue.Risks:
			count(s.Risks.Known)
		case catalogue.TakingOn:
			for _, t := range s.TakingOn {
				count(t.Known, len(t.Capacity) > 0)
			}
		case catalogue.Oversight:
			for _, e := range s.Governance {
				if e.Recommended == result.Surely {
					count(e.Status != result.NotKnown)
				}
			}
		}
	}
	return all > 0 && 2*told <= all
}

// BoardShown is what a document shows on a question from one organisation's side.
func (j *Judgement) BoardShown(question int, s Substance, board Side) Shown {
	return Shown{j.BoardNote(question, s, board), j.halfUntold(question, s)}
}

// own gives what an organisation says of itself at a path, "" where it says nothing.
func own(organisation *proposal.Value, at paths.Own) string {
	return organisation.Own(at).In(organisation.Key).String()
}

// sentences gives those that say something.
func sentences(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// said picks what a yes, a partly or a no says; nothing where it is none of them.
func said(word, yes, partly, no string) string {
	switch proposal.AnswerWord(word) {
	case proposal.Yes:
		return yes
	case proposal.Partly:
		return partly
	case proposal.No:
		return no
	}
	return ""
}

// atLeast says of a list that ends with `unknown` that there may be more.
func atLeast(list *proposal.Value) string {
	if list != nil && len(list.Stated()) < len(list.Items) {
		return wording.AtLeast + " "
	}
	return ""
}

// share says how many of all: all, none, two.
func share(some, all int) string {
	if some == all {
		return "all"
	}
	return wording.Number(some)
}
