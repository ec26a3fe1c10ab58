package logic_test

import (
	"testing"

	"partner/pkg/logic"
)

func TestWhatARuleReadsOfAnyDocument(t *testing.T) {
	for _, c := range []struct {
		rule, place string
		want        bool
	}{
		{"{fact: arrangement.form, is: merger}", "arrangement.form", true},
		{"{fact: arrangement.form, is: merger}", "arrangement", true}, // a section that is new as a whole
		{"{fact: arrangement.form, is: merger}", "arrangement.nature", false},
		{"{fact: helper.finance.position, is: strong}", "organisations.north.finance.position", true},
		{"{fact: helper.finance.position, is: strong}", "organisations.north.finance.year_end", false},
		{"{some: arrangement.risks, where: {fact: item.of, is: doing}}", "arrangement.risks[2].of", true},
		{"{some: arrangement.risks, where: {fact: item.of, is: doing}}", "arrangement.risks[2].owner", true}, // the list itself is read
		{"{some: organisations, where: {fact: item.quality.special_measures, is: yes}}", "organisations.south.quality.special_measures", true},
		{"{months: {from: as_of, to: arrangement.timeline.starts}, at-least: 6}", "arrangement.timeline.starts", true},
		{"{not: {any: [{nature: mandated}, {fact: as_of, before: arrangement.timeline.decision}]}}", "arrangement.timeline.decision", true},
		{"{nature: mandated}", "arrangement.nature", false}, // read as the kind
	} {
		if got := logic.ScopeOf(nil, condition(t, c.rule)).Holds(c.place); got != c.want {
			t.Errorf("%s reads %s: %t", c.rule, c.place, got)
		}
	}
	for _, c := range []struct {
		rule  string
		sides bool
	}{
		{"{fact: helper.finance.position, is: strong}", true},
		{"{fact: first.finance.position, is: strong}", true},
		{"{some: organisations, where: {fact: item.quality.special_measures, is: yes}}", false},
		{"{all: [{form: merger}, {fact: arrangement.form, is: merger}]}", false},
		{"{agrees: scale}", false},
	} {
		if s := logic.ScopeOf(condition(t, c.rule)); s.Sides != c.sides {
			t.Errorf("%s hangs on the sides: %t", c.rule, s.Sides)
		}
	}
}
