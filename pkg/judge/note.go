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
		return sentences(j.objectivesNote(s.Objectives, First, Second), j.servedNote(s.Objectives, First), j.servedNote(s.Objectives, Second))
	case catalogue.Culture:
		return sentences(j.cultureNote())
	case catalogue.Risks:
		return sentences(j.risksNote(s.Risks), gravestNote("going ahead", s.Risks.Doing), gravestNote("not going ahead", s.Risks.NotDoing))
	case catalogue.TakingOn:
		return sentences(s.TakingOn[0].Sentence, s.TakingOn[1].Sentence)
	case catalogue.Oversight:
		return sentences(neededNote(s.Governance), governanceNote(s.Governance))
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
		return sentences(j.objectivesNote(s.Objectives, board), j.servedNote(s.Objectives, board))
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
			return sentences(neededNote(s.Governance), governanceNote(s.Governance), wording.Sentence(name+" answers to the regulator"))
		}
	}
	return j.partNote(p, s)
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
