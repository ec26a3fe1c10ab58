package batch

import (
	"bytes"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Letter is how a criterion stands, in one letter. A small letter is of one that is not due at the stage of the document:
// due later, or past.
type Letter byte

// The letters.
const (
	Met           Letter = 'M'
	AtLeastPartly Letter = 'L' // met, or partly met
	Partly        Letter = 'P'
	AtMostPartly  Letter = 'H' // partly met, or not met
	NotMet        Letter = 'N'
	Unknown       Letter = 'U'
	Disputed      Letter = 'D' // the organisations see it differently
	SetAside      Letter = 'X' // declared not to apply
	Remark        Letter = 'R' // it has no status
	NotHere       Letter = '-' // it does not apply to this document
)

// small is what makes a letter a small one.
const small = 0x20

// letters are the letters of statuses, in the order in which a legend tells them.
var letters = []struct {
	letter Letter
	status rating.Status
}{
	{Met, rating.Met}, {AtLeastPartly, rating.AtLeastPartly}, {Partly, rating.Partly}, {AtMostPartly, rating.AtMostPartly}, {NotMet, rating.NotMet},
	{Unknown, rating.Unknown}, {Disputed, rating.Disputed}, {SetAside, rating.NotApplicable}, {Remark, rating.NoStatus},
}

// Due reports whether a criterion with this letter is due at the stage of its document.
func (l Letter) Due() bool { return l&small == 0 }

// Status is the status that a letter stands for; it is false where the criterion does not apply.
func (l Letter) Status() (rating.Status, bool) {
	for _, x := range letters {
		if l != NotHere && x.letter == l&^small {
			return x.status, true
		}
	}
	return rating.NoStatus, false
}

// letterOf is the letter of a criterion.
func letterOf(c *judge.Criterion) Letter {
	status := c.Standing.Said()
	if c.Kind == catalogue.Remark {
		status = rating.NoStatus
	}
	for _, l := range letters {
		if l.status == status && c.When != result.Now {
			return l.letter | small
		} else if l.status == status {
			return l.letter
		}
	}
	return NotHere // no status is without a letter
}

// lettersOf gives the letters of a document, along the criteria of the catalogue, in whose order those stand that apply.
func lettersOf(j *judge.Judgement) string {
	all := bytes.Repeat([]byte{byte(NotHere)}, len(j.Cat.Criteria))
	next := 0
	for i := range j.Cat.Criteria {
		if next < len(j.Criteria) && j.Criteria[next].Criterion == j.Cat.Criteria[i] {
			all[i] = byte(letterOf(&j.Criteria[next]))
			next++
		}
	}
	return string(all)
}
