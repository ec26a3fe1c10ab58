package compare_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/compare"
	"partner/pkg/result"
)

// TestASetAsideErasesNoFact: what is set aside against the facts still counts, and is worse for it.
func TestASetAsideErasesNoFact(t *testing.T) {
	const before = `partner: 1
as_of: 2026-11-01
organisations:
  elm: {name: Elm Vale, finance: {position: deficit}}
  oak: {name: Oak End, finance: {position: deficit}}
arrangement:
  nature: voluntary
  scale: structural
  form: merger
  risks: []
  history: [{what: a shared rota, kind: project, scale: small, outcome: poor}]
`
	const after = before + `answers:
  vs-finances-strong: {is: not-applicable, because: Money is not what this is about.}
  risks-of-doing-owned: {is: not-applicable, because: Nobody sees any.}
  vs-smaller-projects: {is: not-applicable, because: That was long ago.}
`
	old, new := judged(t, "p.yaml", before), judged(t, "p.yaml", after)
	for _, id := range []string{"vs-finances-strong", "risks-of-doing-owned", "vs-smaller-projects"} {
		was, is := old.Result.Criterion(id), new.Result.Criterion(id)
		if is == nil || was.Status != is.Status {
			t.Errorf("%s was %v and is %v", id, was, is)
		}
		if !slices.ContainsFunc(new.Result.SetAside, func(s result.SetAside) bool {
			return s.Criterion == id && strings.HasPrefix(s.Remark, "overruled: by the facts it is "+is.Status.String())
		}) {
			t.Errorf("%s: nothing stands beside its reason: %+v", id, new.Result.SetAside)
		}
	}
	if o, n := old.Result.Overall, new.Result.Overall; o.Counted != n.Counted || o.Words != n.Words {
		t.Errorf("%s, %s became %s, %s", o.Words, o.Counted, n.Words, n.Counted)
	}
	if d := compare.Diff(old, new); len(d.Worse) != 3 {
		t.Errorf("worse: %+v", d.Worse)
	}
}
