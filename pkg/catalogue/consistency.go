package catalogue

import (
	"strings"

	"partner/pkg/logic"
)

// ConsistencyRule names things that a document may say and that do not go together. It enters no rating:
// where it speaks, what stands there is to be put right first.
type ConsistencyRule struct {
	ID   string           `yaml:"id"`
	When *logic.Condition `yaml:"when"` // it speaks where this is true; of each entry where it begins with `some`
	// Explained are places of that entry of which a reason says how both can be so: with one it does not speak.
	Explained []string `yaml:"explained"`
	Text      string   `yaml:"text"`   // what does not go together, a sentence; {item} is the entry that it speaks of
	Do        string   `yaml:"do"`     // an order, no full stop
	Cites     []Cite   `yaml:"cites"`  // the sources that it rests on, or
	Ours      string   `yaml:"ours"`   // the convention, or the plain reason, that is this catalogue's own
	Speaks    string   `yaml:"speaks"` // a fragment of a proposal on which it speaks
	Silent    string   `yaml:"silent"` // one that is near it, on which it does not
}

// consistency checks that each rule is documented and has the fragments that prove it; whether they do is for
// those who judge.
func (v *validator) consistency() {
	seen := map[string]bool{}
	for i := range v.c.Consistency {
		r := &v.c.Consistency[i]
		what := "consistency.yaml: " + r.ID
		v.id(what, r.ID)
		if seen[r.ID] || v.c.Criterion(r.ID) != nil {
			v.wrong(what, "the id stands twice")
		}
		seen[r.ID] = true
		if r.When == nil || r.Text == "" || r.Do == "" {
			v.wrong(what, "when, text and do are needed")
			continue
		}
		if !strings.HasSuffix(r.Text, ".") || strings.HasSuffix(r.Do, ".") {
			v.wrong(what, "text is a sentence, do an order without a full stop")
		}
		if len(r.Explained) > 0 && r.When.Op != logic.Some {
			v.wrong(what, "explained is of entries, and the rule speaks of none")
		}
		for _, m := range placeholder.FindAllStringSubmatch(r.Text+r.Do, -1) {
			if m[1] != "item" || r.When.Op != logic.Some {
				v.wrong(what, "nothing fills {%s}", m[1])
			}
		}
		if (len(r.Cites) == 0) == (r.Ours == "") {
			v.wrong(what, "either cites or ours is needed: what does it rest on?")
		}
		if len(r.Cites) > 0 {
			v.cites(what, r.Cites)
		}
		if r.Speaks == "" || r.Silent == "" {
			v.wrong(what, "speaks and silent are needed: a fragment on which it speaks, and one on which it does not")
		}
	}
}
