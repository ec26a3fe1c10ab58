package logic

import (
	"slices"
	"strings"

	"partner/pkg/proposal/paths"
)

// Scope is what rules read of any document: the places, whatever stands there and in whichever list, and
// whether they ask which organisation has a role.
type Scope struct {
	Sides  bool       // a place hangs on the order of the organisations or on who has a role
	Kind   bool       // they ask which type or form it is, whether that is as declared, or who has a role
	places [][]string // keys from the top of the document
}

// anyOne stands for the key of whichever organisation a place is of.
const anyOne = "*"

// ScopeOf gives what some rules read; a rule that is nil reads nothing.
func ScopeOf(rules ...*Condition) Scope {
	var s Scope
	for _, c := range rules {
		s.add(c, nil)
	}
	return s
}

// add notes what a condition reads. Item is the place of the list whose items it speaks of.
func (s *Scope) add(c *Condition, item []string) {
	if c == nil {
		return
	}
	switch c.Op {
	case Type, Nature, Scale, Form, Agrees:
		s.Kind = true
	}
	for _, p := range [][]string{c.Path, c.Path2} {
		if len(p) > 0 {
			s.places = append(s.places, s.place(p, item))
			s.Kind = s.Kind || asksForRole(p)
		}
	}
	if c.Op == Some || c.Op == Every || c.Op == Count {
		item = s.place(c.Path, item)
	}
	for _, of := range c.Of {
		s.add(of, item)
	}
}

// place gives the place of a path in any document.
func (s *Scope) place(path, item []string) []string {
	switch paths.Path(path[0]) {
	case paths.Arrangement, paths.AsOf:
		return path
	case paths.Organisations:
	case Item:
		return append(slices.Clone(item), path[1:]...)
	default:
		s.Sides = true
	}
	return append([]string{string(paths.Organisations), anyOne}, path[1:]...)
}

// asksForRole reports whether a path leads through the one that has a role, or to the roles themselves.
func asksForRole(path []string) bool {
	roles := strings.Split(string(paths.Roles), ".")
	if n := min(len(path), len(roles)); slices.Equal(path[:n], roles[:n]) {
		return true
	}
	return slices.ContainsFunc(path, func(key string) bool { return key != "first" && key != "second" && namesOrganisation(key) })
}

// Holds reports whether a place of a document, such as organisations.north.board.stability or
// arrangement.risks[2].of, is among those that are read, lies below one of them or above it.
func (s Scope) Holds(place string) bool {
	keys := strings.Split(place, ".")
	for i, k := range keys {
		keys[i], _, _ = strings.Cut(k, "[")
	}
	return slices.ContainsFunc(s.places, func(p []string) bool {
		for i := range min(len(p), len(keys)) {
			if p[i] != keys[i] && p[i] != anyOne && p[i] != "first" && p[i] != "second" {
				return false
			}
		}
		return true
	})
}
