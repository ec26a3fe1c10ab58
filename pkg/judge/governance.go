package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Governance holds the set recommended for this type, form and set of facts against the proposed one.
func Governance(j *Judgement) []result.Element {
	all := []result.Element{}
	for i := range j.Cat.Governance {
		e := &j.Cat.Governance[i]
		if recommended, env := j.recommended(e); recommended != logic.False {
			all = append(all, j.element(e, recommended, env))
		}
	}
	return all
}

// recommended reports whether an element is recommended, surely where it is under every possible type, and in
// which environment it most surely is.
func (j *Judgement) recommended(e *catalogue.Element) (logic.Truth, logic.Environment) {
	env := j.Types[0].env
	if e.Recommended == nil {
		return logic.True, env
	}
	least, most := logic.True, logic.False
	for i := range j.Types {
		t := j.Types[i].env.Eval(e.Recommended, nil)
		if t > most {
			most, env = t, j.Types[i].env
		}
		least = min(least, t)
	}
	if most != logic.False && least != logic.True {
		return logic.Unknown, env
	}
	return most, env
}

func (j *Judgement) element(e *catalogue.Element, recommended logic.Truth, env logic.Environment) result.Element {
	x := result.Element{
		ID: e.ID, Title: e.Title, Recommended: result.Surely, Status: result.NotKnown, Because: strings.TrimSpace(e.Because), Do: e.Do, Who: j.Cat.Words.Role(e.Who),
		Criteria: []string{}, SettledBy: []string{}, Facts: []result.Fact{}, Cites: j.Cites(e.Cites),
	}
	if recommended == logic.Unknown {
		x.Recommended = result.Perhaps
	}
	for _, id := range e.Criteria {
		if _, applies := j.Find(id); applies {
			x.Criteria = append(x.Criteria, id)
		}
	}
	var t, other logic.Trace
	switch env.Eval(e.InPlace, &t) {
	case logic.True:
		x.Status, x.Facts = result.InPlace, j.Facts(t.Used)
	case logic.Unknown:
		for _, m := range t.Missing {
			if p := m.Path(); !slices.Contains(x.SettledBy, p) {
				x.SettledBy = append(x.SettledBy, p)
			}
		}
	case logic.False:
		x.Status, x.Facts = result.Missing, j.Facts(t.Used)
		if e.Different != nil {
			switch env.Eval(e.Different, &other) {
			case logic.True:
				x.Status, x.Facts = result.Different, j.Facts(other.Used)
			case logic.Unknown:
				x.Status = result.NotKnown
				for _, m := range other.Missing {
					x.SettledBy = append(x.SettledBy, m.Path())
				}
			}
		}
	}
	used := t.Used
	if x.Status == result.Different {
		used = other.Used
	}
	x.Supports = j.unneeded([]*logic.Condition{e.Recommended, e.InPlace, e.Different}, nil, used)
	if i, applies := j.Find(e.ID); applies { // the document may set aside the criterion of the same name
		switch j.Criteria[i].Standing.Decided {
		case result.ByOtherMeans:
			x.Status = result.OtherMeans
		case result.ByNotApplying:
			x.Status = result.NotApplicable
		}
	}
	return x
}

func governanceNote(elements []result.Element) string {
	count := map[result.ElementStatus]int{}
	n := 0
	for _, e := range elements {
		if e.Recommended == result.Surely {
			count[e.Status]++
			n++
		}
	}
	if n == 0 {
		return ""
	}
	var parts []string
	for _, s := range []result.ElementStatus{result.InPlace, result.Different, result.Missing, result.NotKnown} {
		if count[s] > 0 {
			parts = append(parts, wording.Number(count[s])+" "+string(s))
		}
	}
	return wording.Sentence("of " + wording.Things(n, "recommended element") + ", " + wording.And(parts))
}

// neededNote names the kinds of governance that this type, form and set of facts need.
func neededNote(elements []result.Element) string {
	var needed []string
	for _, e := range elements {
		if e.Recommended == result.Surely {
			needed = append(needed, e.Title)
		}
	}
	if len(needed) == 0 {
		return ""
	}
	return wording.Sentence("needed here: " + strings.Join(needed, "; "))
}
