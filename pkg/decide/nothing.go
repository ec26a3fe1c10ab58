package decide

import (
	"partner/pkg/result"
	"partner/pkg/wording"
)

// doNothing is how a document calls doing nothing among its alternatives.
const doNothing = "do-nothing"

// nothing says what becomes of the two if nothing is done. Nothing in it is rated.
func (o *options) nothing(risks result.Risks, takingOn []result.TakingOn) result.Nothing {
	n := result.Nothing{WhyNot: o.whyNot(doNothing), RisksKnown: risks.Known, Risks: risks.NotDoing, Forgone: []result.Forgone{}}
	if o.declared != nil {
		n.Forgone = o.advantages(o.declared.typ)
	}
	for i := range takingOn {
		t := takingOn[len(takingOn)-1-i] // what the other would take on, in the order of the organisations
		s := result.Staying{Organisation: t.From, Known: t.Known, Problems: t.Problems}
		switch {
		case !t.Known:
			s.Sentence = wording.Sentence("what would stay with " + t.From + " is not known: its problems are not listed")
		case len(t.Problems) == 0:
			s.Sentence = wording.Sentence("no problem of " + t.From + " is listed that would stay with it")
		default:
			s.Sentence = wording.Sentence(wording.Things(len(t.Problems), "problem") + " would stay with " + t.From)
		}
		n.Stays = append(n.Stays, s)
	}
	switch k := len(n.Risks); {
	case !n.RisksKnown:
		n.Sentence = "What doing nothing risks is not known: no register of risks is given."
	case k == 0:
		n.Sentence = "The register names no risk of not doing it."
	default:
		n.Sentence = wording.Sentence("the register names " + wording.Things(k, "risk") + " of not doing it")
	}
	return n
}
