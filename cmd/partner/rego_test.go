package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// helpers is what translated conditions stand on: what a place of a document states, without which nothing is defined, and
// who the two organisations are.
const helpers = `package main

import rego.v1

silent := {null, "", "unknown", "at-least-partly", "at-most-partly"}

said(x) := x if {
	not is_object(x)
	not x in silent
}

said(x) := x.is if {
	is_object(x)
	not x.is in silent
}

ids := sort(object.keys(input.organisations))

side(is) := "first" if is == ids[0]

side(is) := "second" if is == ids[1]

word(x) := side(x)

word(x) := x if not side(x)

id("first") := ids[0]

id("second") := ids[1]

id(role) := input.arrangement.roles[role] if not role in {"first", "second", "helper", "helped"}

id("helper") := [is | some pair in sides; is := said(input.arrangement.roles[pair[0]]); is in ids][0]

id("helped") := [is | some pair in sides; is := said(input.arrangement.roles[pair[1]]); is in ids][0]

organisation(role) := input.organisations[id(role)]

listed(x) := [] if said(x) == "none"

listed(x) := said(x) if is_array(said(x))

listed(x) := [said(x)] if {
	not is_array(said(x))
	said(x) != "none"
}

named(list) := [x | some x in list; x != "none-else"]

stated(list) := [x | some x in named(list); not x in silent]

goes_on(list, open) if {
	count(list) > 0
	not "none-else" in list
	more(list, open)
}

more(_, true)

more(list, _) if {
	some x in list
	x in silent
}
`

// rego writes conditions of the catalogue as rules of Rego. Of each it writes, where that is asked for, when it surely holds
// and when it surely does not: what is in between is unknown, and neither is defined then.
type rego struct {
	text    strings.Builder
	written int
	refused bool   // something of the condition at hand cannot be said
	answer  string // the place of the answer to the criterion at hand
}

// policyOf writes rules for so many criteria, each of which denies a document that the criterion applies to and does not
// surely meet. What cannot be said in Rego is passed over.
func policyOf(cat *catalogue.Catalogue, most int) (policy string, criteria map[string]bool, passed int) {
	w, criteria := &rego{}, map[string]bool{}
	w.text.WriteString(helpers)
	var pairs []string
	for _, p := range cat.Typology.Sides {
		pairs = append(pairs, fmt.Sprintf("[%q, %q]", p.Helper, p.Helped))
	}
	fmt.Fprintf(&w.text, "\nsides := [%s]\n", strings.Join(pairs, ", "))
	for _, c := range cat.Criteria {
		if c.Met == nil || len(criteria) == most {
			continue
		}
		before := w.text.String()
		w.answer, w.refused = fmt.Sprintf("input.answers[%q]", c.ID), false
		deny := []string{"not " + w.holds(c.Met, true, nil)}
		if c.Applies != nil {
			deny = append([]string{w.holds(c.Applies, true, nil)}, deny...)
		}
		if w.refused || c.Each() != "" && c.UsesAnswer() {
			w.text.Reset()
			w.text.WriteString(before)
			passed++
			continue
		}
		deny = append([]string{"item := null"}, deny...)
		fmt.Fprintf(&w.text, "\ndeny contains %q if {\n\t%s\n}\n", c.ID, strings.Join(deny, "\n\t"))
		criteria[c.ID] = true
	}
	return w.text.String(), criteria, passed
}

// rule writes when a condition surely is true, or surely is not, of an item, and gives the name of the rule.
func (w *rego) rule(c *logic.Condition, is bool, item *proposal.Field) string {
	return w.write(w.bodies(c, is, item))
}

func (w *rego) write(bodies [][]string) string {
	w.written++
	name := fmt.Sprintf("c%d", w.written)
	for _, body := range bodies {
		fmt.Fprintf(&w.text, "\n%s(item) if {\n\t%s\n}\n", name, strings.Join(body, "\n\t"))
	}
	return name
}

// holds does so where that takes a rule, and gives what asks it of the item at hand.
func (w *rego) holds(c *logic.Condition, is bool, item *proposal.Field) string {
	bodies := w.bodies(c, is, item)
	if len(bodies) == 1 && len(bodies[0]) == 1 && !strings.HasPrefix(bodies[0][0], "not ") {
		return bodies[0][0]
	}
	return w.write(bodies) + "(item)"
}

// each writes the parts of a condition.
func (w *rego) each(c *logic.Condition, is bool, item *proposal.Field) []string {
	var calls []string
	for _, of := range c.Of {
		calls = append(calls, w.holds(of, is, item))
	}
	return calls
}

// bodies gives what has to be so for a condition: all of one of them.
func (w *rego) bodies(c *logic.Condition, is bool, item *proposal.Field) [][]string {
	not := map[bool]string{false: "not "}[is]
	among := func(place string) [][]string {
		if is {
			return [][]string{{place + " in " + set(c.Words)}}
		}
		return [][]string{{"is := " + place, "not is in " + set(c.Words)}}
	}
	switch c.Op {
	case logic.All, logic.Any:
		calls := w.each(c, is, item)
		if (c.Op == logic.All) == is {
			return [][]string{calls}
		}
		var bodies [][]string
		for _, call := range calls {
			bodies = append(bodies, []string{call})
		}
		return bodies
	case logic.Not:
		return [][]string{{w.holds(c.Of[0], !is, item)}}
	case logic.Known:
		return [][]string{{not + w.holds(c.Of[0], true, item)}}
	case logic.Answer:
		return among("said(" + w.answer + ")")
	case logic.Nature, logic.Scale, logic.Form:
		return among("said(input.arrangement." + map[logic.Op]string{logic.Nature: "nature", logic.Scale: "scale", logic.Form: "form"}[c.Op] + ")")
	case logic.Type:
		return among(`sprintf("%s-%s", [said(input.arrangement.nature), said(input.arrangement.scale)])`)
	case logic.Some, logic.Every, logic.Count:
		return w.quantified(c, is, item)
	}
	place, f := w.place(c.Path, item)
	switch {
	case f == nil:
	case c.Op == logic.Is && f.RefTo != "" && f.Kind == proposal.Word:
		return among("word(said(" + place + "))")
	case c.Op == logic.Is:
		return among("said(" + place + ")")
	case c.Op == logic.Given && f.Kind == proposal.List:
		return [][]string{append([]string{"list := listed(" + place + ")"}, map[bool]string{true: "count(stated(list)) > 0", false: "count(named(list)) == 0"}[is])}
	case c.Op == logic.Given && f.Kind != proposal.Items:
		return [][]string{{"is := said(" + place + ")", map[bool]string{true: `is != "none"`, false: `is == "none"`}[is]}}
	case c.Op == logic.Includes:
		found := "some x in list\n\tx in " + set(c.Words)
		if is {
			return [][]string{{"list := listed(" + place + ")", found}}
		}
		return [][]string{{"list := listed(" + place + ")", "not goes_on(list, " + strconv.FormatBool(f.Open) + ")", "every x in list { not x in " + set(c.Words) + " }"}}
	case c.Op == logic.Number:
		stated := "to_number(said(" + place + "))"
		return number{[]string{"least := " + stated}, []string{"most := " + stated}}.bounded(c, is, nil)
	}
	w.refused = true
	return nil
}

// quantified gives what has to be so for a condition on what a list holds, or on the two organisations.
func (w *rego) quantified(c *logic.Condition, is bool, item *proposal.Field) [][]string {
	place, f := w.place(c.Path, item)
	if f == nil || c.Greatest || f.Kind == proposal.List && len(c.Of) > 0 {
		w.refused = true
		return nil
	}
	list, all, ended := "list := listed("+place+")", "named(list)", "not goes_on(list, "+strconv.FormatBool(f.Open)+")"
	if f.Kind == proposal.Organisations || f.Kind == proposal.Entries {
		list, all, ended = "list := [x | some x in "+place+"]", "list", "true"
	}
	if c.Named {
		ended = "true"
	}
	surely, surelyNot := "not one in silent", "false"
	if len(c.Of) > 0 {
		surely, surelyNot = w.rule(c.Of[0], true, f)+"(one)", w.rule(c.Of[0], false, f)+"(one)"
	}
	some := func(is string) []string { return []string{list, "some one in " + all, is} }
	every := func(is string) []string { return []string{list, "every one in " + all + " { " + is + " }"} }
	empty := func(means logic.Emptiness) []string {
		if c.Empty == means {
			return []string{list, "count(list) == 0"}
		}
		return []string{"false"}
	}
	switch {
	case c.Op == logic.Some && is:
		return [][]string{some(surely)}
	case c.Op == logic.Some:
		return [][]string{append(every(surelyNot), ended)}
	case c.Op == logic.Every && is:
		return [][]string{append(every(surely), "count(list) > 0"), empty(logic.Holds)}
	case c.Op == logic.Every:
		return [][]string{some(surelyNot), empty(logic.Fails)}
	}
	count := func(is string) string { return "count([one | some one in " + all + "; " + is + "])" }
	return number{[]string{"least := " + count(surely)}, []string{ended, "most := count(" + all + ") - " + count(surelyNot)}}.bounded(c, is, []string{list})
}

// number is what Rego works out to know that a number is at least so much, as "least", and at most so much, as "most".
type number struct{ least, most []string }

// bounded says that it lies within the bounds of a condition, or outside.
func (n number) bounded(c *logic.Condition, is bool, begin []string) [][]string {
	within := slices.Clone(begin)
	var outside [][]string
	if c.Least.Set {
		within = append(append(within, n.least...), fmt.Sprintf("least >= %v", c.Least.N))
		outside = append(outside, append(slices.Concat(begin, n.most), fmt.Sprintf("most < %v", c.Least.N)))
	}
	if c.Most.Set {
		within = append(append(within, n.most...), fmt.Sprintf("most <= %v", c.Most.N))
		outside = append(outside, append(slices.Concat(begin, n.least), fmt.Sprintf("least > %v", c.Most.N)))
	}
	if is {
		return [][]string{within}
	}
	return outside
}

// place writes a path of a condition, and gives what may stand there; nil where that cannot be said.
func (w *rego) place(path []string, item *proposal.Field) (string, *proposal.Field) {
	if len(path) == 0 {
		return "", nil
	}
	at, f := "", proposal.Model.Field(string(paths.Organisations))
	switch root := path[0]; {
	case root == logic.Item:
		at, f = "item", item
	case logic.IsSide(root):
		at = fmt.Sprintf("organisation(%q)", root)
	default:
		at, f = fmt.Sprintf("input[%q]", root), proposal.Model.Field(root)
	}
	for _, key := range path[1:] {
		switch {
		case f == nil:
			return "", nil
		case f.Kind == proposal.ByOrganisation:
			at, f = at+fmt.Sprintf("[id(%q)]", key), f.Of
		default:
			at, f = at+fmt.Sprintf("[%q]", key), f.Field(key)
		}
	}
	return at, f
}

// set writes a set of words.
func set(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = strconv.Quote(word)
	}
	return "{" + strings.Join(quoted, ", ") + "}"
}
