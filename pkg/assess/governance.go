package assess

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/result"
)

// governance holds the set recommended for this type, form and set of facts against the proposed one.
func (a *assessor) governance() {
	a.out.Governance = []result.Element{}
	for i := range a.cat.Governance {
		e := &a.cat.Governance[i]
		recommended, env := a.recommended(e)
		if recommended == logic.False {
			continue
		}
		x := result.Element{
			ID: e.ID, Title: e.Title, Recommended: result.Surely, Status: result.NotKnown, Because: strings.TrimSpace(e.Because), Do: e.Do, Who: a.cat.Words.Role(e.Who),
			Criteria: []string{}, SettledBy: []string{}, Facts: []result.Fact{}, Cites: a.citesOf(e.Cites),
		}
		if recommended == logic.Unknown {
			x.Recommended = result.Perhaps
		}
		for _, id := range e.Criteria {
			if _, applies := a.places[id]; applies {
				x.Criteria = append(x.Criteria, id)
			}
		}
		var t, other logic.Trace
		switch env.Eval(e.InPlace, &t) {
		case logic.True:
			x.Status, x.Facts = result.InPlace, a.facts(t.Used)
		case logic.Unknown:
			for _, m := range t.Missing {
				if p := m.Path(); !slices.Contains(x.SettledBy, p) {
					x.SettledBy = append(x.SettledBy, p)
				}
			}
		case logic.False:
			x.Status, x.Facts = result.Missing, a.facts(t.Used)
			if e.Different != nil {
				switch env.Eval(e.Different, &other) {
				case logic.True:
					x.Status, x.Facts = result.Different, a.facts(other.Used)
				case logic.Unknown:
					x.Status = result.NotKnown
					for _, m := range other.Missing {
						x.SettledBy = append(x.SettledBy, m.Path())
					}
				}
			}
		}
		if i, applies := a.places[e.ID]; applies { // the document may set aside the criterion of the same name
			switch a.shown[i].standing.decided {
			case result.ByOtherMeans:
				x.Status = result.OtherMeans
			case result.ByNotApplying:
				x.Status = result.NotApplicable
			}
		}
		a.out.Governance = append(a.out.Governance, x)
	}
}

// recommended reports whether an element is recommended: surely where it is under every possible type.
func (a *assessor) recommended(e *catalogue.Element) (logic.Truth, logic.Environment) {
	env := a.types[0].env
	if e.Recommended == nil {
		return logic.True, env
	}
	all, one := logic.True, logic.False
	for i := range a.types {
		t := a.types[i].env.Eval(e.Recommended, nil)
		if t > one {
			one, env = t, a.types[i].env
		}
		all = min(all, t)
	}
	if one != logic.False && all != logic.True {
		return logic.Unknown, env
	}
	return one, env
}
