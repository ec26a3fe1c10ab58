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
		if recommended, env := j.recommended(e); recommended != logic.False && j.askedIn(e.Sectors) {
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
		if t == logic.Unknown {
			closed := j.Types[i].env.Closed()
			if closed.Eval(e.Recommended, nil) == logic.False {
				t = logic.False
			}
		}
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
	x.Supports = j.unneeded(e.Rules(), nil, used)
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

// standings are how far what is needed is there, in the order in which it is told.
var standings = []struct {
	is   []result.ElementStatus
	says string
}{
	{[]result.ElementStatus{result.InPlace, result.OtherMeans}, "in place"},
	{[]result.ElementStatus{result.Different}, "begun, or otherwise than needed"},
	{[]result.ElementStatus{result.Missing}, "missing"},
	{[]result.ElementStatus{result.NotApplicable}, "set aside"},
	{[]result.ElementStatus{result.NotKnown}, "not told"},
}

// governanceNote names the kinds of governance that this type, form and set of facts need, each under how far it
// is there. It is empty where none is surely needed.
func (j *Judgement) governanceNote(elements []result.Element) []string {
	needed := 0
	for _, e := range elements {
		if e.Recommended == result.Surely {
			needed++
		}
	}
	if needed == 0 {
		return nil
	}
	var counts, names []string
	for _, s := range standings {
		var of []string
		for _, e := range elements {
			if e.Recommended == result.Surely && slices.Contains(s.is, e.Status) {
				of = append(of, e.Title)
			}
		}
		if len(of) > 0 {
			counts = append(counts, wording.Number(len(of))+" "+s.says)
			names = append(names, wording.Sentence(s.says+": "+strings.Join(of, "; ")))
		}
	}
	lead := wording.Things(needed, "kind") + " of governance " + wording.Verb(needed, "is", "are") + " needed for " + j.kind()
	if len(counts) == 1 {
		says := counts[0][strings.IndexByte(counts[0], ' ')+1:]
		all := wording.Verb(needed, "it is ", "all are ") + says
		if says == "not told" && needed > 1 {
			all = "none is told of"
		}
		return []string{wording.Sentence(lead + "; " + all + names[0][strings.Index(names[0], ":"):])}
	}
	return append([]string{wording.Sentence(lead + "; " + wording.And(counts))}, names...)
}

// kind says of which kind the partnership is, as far as that is known: a partnership of this kind (mandated,
// structural; acquisition).
func (j *Judgement) kind() string {
	var words []string
	for _, a := range [...]Axis{j.Placement.Nature, j.Placement.Scale, j.Placement.Form} {
		if a.Known() {
			words = append(words, a.Words(&j.Cat.Typology))
		}
	}
	if len(words) == 0 {
		return "any partnership"
	}
	return "a partnership of this kind (" + strings.Join(words, ", ") + ")"
}
