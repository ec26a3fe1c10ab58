package judge

import (
	"errors"
	"fmt"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
)

// Prove holds the rules of a catalogue against the fragments of proposals that it brings for them: a
// criterion is met by the good one, not met by the bad one and unknown where nothing is stated; a base rate
// is remarked for the good one alone; a consistency rule speaks on its one fragment, and on the other and
// where nothing is stated it is silent. The error names every rule that says otherwise.
func Prove(c *catalogue.Catalogue) error {
	var errs []error
	wrong := func(what, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s: %s", what, fmt.Sprintf(format, args...)))
	}
	for _, cr := range c.Criteria {
		for _, t := range Tries(c, cr) {
			if t.Wrong != "" {
				wrong("criteria/"+cr.Theme+".yaml: "+cr.ID, "%s", t.Wrong)
			}
		}
	}
	for i := range c.BaseRates {
		b := &c.BaseRates[i]
		what := "base-rates.yaml: " + b.ID
		for _, e := range []struct {
			name, text string
			want       bool
		}{{"good", b.Good, true}, {"bad", b.Bad, false}, {"an empty document", "", false}} {
			env, err := fragment(c, b.ID, e.text)
			if err != nil {
				wrong(what, "%s cannot be read: %v", e.name, err)
			} else if is := env.Eval(b.When, nil) == logic.True; is != e.want {
				wrong(what, "for %s it is remarked: %t", e.name, is)
			}
		}
	}
	for i := range c.Consistency {
		r := &c.Consistency[i]
		what := "consistency.yaml: " + r.ID
		for _, e := range []struct {
			name, text string
			want       bool
		}{{"speaks", r.Speaks, true}, {"silent", r.Silent, false}, {"an empty document", "", false}} {
			env, err := fragment(c, r.ID, e.text)
			if err != nil {
				wrong(what, "%s cannot be read: %v", e.name, err)
			} else if is := len(speaks(r, env)) > 0; is != e.want {
				wrong(what, "on %s it speaks: %t", e.name, is)
			}
		}
	}
	return errors.Join(errs...)
}

// Trial is a criterion's rule held against a fragment of a proposal that the catalogue brings for it.
type Trial struct {
	Key   string // good or bad; "" for an empty document
	Name  string // good, bad, an empty document
	Want  rating.Status
	Wrong string // what came of it instead; "" where it is as wanted
}

// Tries holds a criterion's rule against its fragments: it is met by the good one, not met by the bad one and unknown
// where nothing is stated. What only a person can judge has no rule, and gives none.
func Tries(c *catalogue.Catalogue, cr *catalogue.Criterion) []Trial {
	if cr.Judged || cr.Met == nil {
		return nil
	}
	var all []Trial
	for _, e := range []struct {
		key, name, text string
		want            rating.Status
	}{{"good", "good", cr.Good, rating.Met}, {"bad", "bad", cr.Bad, rating.NotMet}, {"", "an empty document", "", rating.Unknown}} {
		if e.key == "bad" && cr.Kind == catalogue.Opening {
			continue
		}
		t := Trial{Key: e.key, Name: e.name, Want: e.want}
		if got, err := Try(c, cr, e.text); err != nil {
			t.Wrong = fmt.Sprintf("%s cannot be read: %v", e.name, err)
		} else if got != e.want {
			t.Wrong = fmt.Sprintf("%s is %s and not %s", e.name, got, e.want)
		}
		all = append(all, t)
	}
	return all
}

// Try gives the status of a criterion for a fragment of a proposal, whether or not it applies to it.
func Try(c *catalogue.Catalogue, cr *catalogue.Criterion, text string) (rating.Status, error) {
	env, err := fragment(c, cr.ID, text)
	if err != nil {
		return rating.Unknown, err
	}
	answer := env.Doc.Root.Find(paths.Answers).Item(cr.ID)
	if cr.Judged && answer != nil {
		return saidBy(answer), nil
	}
	env.Answer = answer
	return byFacts(cr, &env, nil), nil
}

// fragment reads a fragment of a proposal, under the first of the types that it may be.
func fragment(c *catalogue.Catalogue, name, text string) (logic.Environment, error) {
	doc, wrong := proposal.Read(name, []byte("partner: 1\n"+text), nil)
	if len(wrong) > 0 {
		return logic.Environment{}, wrong
	}
	placement := Place(doc, &c.Typology)
	return placement.Environment(placement.Types()[0], doc), nil
}

// MayApply reports whether a criterion applies to partnerships of a type, or may: nothing else is known of them.
func MayApply(c *catalogue.Catalogue, cr *catalogue.Criterion, t Type) bool {
	if cr.Applies == nil {
		return true
	}
	nothing, _ := proposal.Read("", []byte("partner: 1\n"), nil)
	placed := Place(nothing, &c.Typology)
	env := placed.Environment(t, nothing)
	return env.Eval(cr.Applies, nil) != logic.False
}
