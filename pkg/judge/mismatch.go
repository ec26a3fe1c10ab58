package judge

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// Mismatch is a consistency rule at a place where it speaks. The rule's id and the place's path are its key:
// they stay while lines move.
type Mismatch struct {
	Rule *catalogue.ConsistencyRule
	logic.Instance
}

// Path gives the place that it speaks of: that of the entry, and otherwise of the first statement that it
// rests on.
func (m Mismatch) Path() string {
	switch {
	case m.Item != nil:
		return m.Item.Path()
	case len(m.Trace.Used) > 0:
		return m.Trace.Used[0].Path()
	}
	return ""
}

// Text says what does not go together, with the name of the entry that it speaks of.
func (m Mismatch) Text() string { return m.named(m.Rule.Text) }

// named puts what the entry is called into a text of the rule.
func (m Mismatch) named(text string) string {
	return strings.ReplaceAll(text, "{item}", itemName(m.Item))
}

// clause writes a sentence of the catalogue as it stands after a finding's kind: with a small letter and without its stop,
// unless it begins with the name of an entry.
func clause(sentence string) string {
	if sentence == "" || strings.HasPrefix(sentence, "{item}") {
		return sentence
	}
	return strings.ToLower(sentence[:1]) + strings.TrimSuffix(sentence[1:], ".")
}

// itemName says which entry of a list is meant, by what a reader knows it as.
func itemName(v *proposal.Value) string {
	if v == nil {
		return ""
	}
	for _, key := range []paths.Key{paths.Key(paths.Name), paths.PieceTitle, paths.What, paths.Post, paths.Text, paths.Body, paths.From} {
		if name := v.At(key).String(); name != "" {
			return name
		}
	}
	if v.Key != "" && v.Key[0] > '9' {
		return v.Key
	}
	kind := v.At(paths.Kind)
	if word := kind.String(); word != "" {
		return "a " + strings.ReplaceAll(word, "-", " ")
	}
	var kinds []string
	for _, k := range kind.Stated() {
		kinds = append(kinds, strings.ReplaceAll(k.Word, "-", " "))
	}
	if len(kinds) > 0 {
		return wording.And(kinds)
	}
	return "one without a name"
}

// Mismatches gives where the catalogue's consistency rules speak, in the order of the rules and of the document.
func Mismatches(c *catalogue.Catalogue, env logic.Environment) []Mismatch {
	var found []Mismatch
	for i := range c.Consistency {
		found = append(found, speaks(&c.Consistency[i], env)...)
	}
	return found
}

// speaks gives where a consistency rule speaks, in the order of the document.
func speaks(r *catalogue.ConsistencyRule, env logic.Environment) []Mismatch {
	var found []Mismatch
	for _, at := range env.Instances(r.When) {
		if m := (Mismatch{r, at}); !m.explained() {
			found = append(found, m)
		}
	}
	return found
}

// explained reports whether the document gives the reason for which both can be so: at one of the places that the rule names,
// at a section around it, or at the entry.
func (m Mismatch) explained() bool {
	for _, at := range m.Rule.Explained {
		for v := m.Item.Own(paths.Own(at)); v != nil && v != m.Item; v = v.Parent {
			if v.Because != "" {
				return true
			}
		}
	}
	return len(m.Rule.Explained) > 0 && m.Item.Field.Kind == proposal.Items && m.Item.Because != ""
}

// AtOdds gives the statements that do not go together, by the rules of consistency that speak.
func (j *Judgement) AtOdds() []*proposal.Value {
	var all []*proposal.Value
	for _, m := range j.mismatches() {
		all = append(all, m.Trace.Used...)
		if m.Item != nil && m.Item.Field.Kind == proposal.Items {
			all = append(all, m.Item)
		}
	}
	return all
}
