package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
)

// sought are statements of which it is to be found whether a rule looks at them. Most rules look at none of them, which
// what they read already tells.
type sought struct {
	criteria []int // that may look at one, by their places in the catalogue
	fields   []*proposal.Field
	keys     []string // of which all are added before any is asked for
	roles    bool     // a role is among them: rules read it by the side that it stands for, too
	names    *logic.Keys
}

// add adds a statement.
func (s *sought) add(reads *catalogue.Readings, v *proposal.Value) {
	if key := keyOf(v); !slices.Contains(s.keys, key) {
		s.keys = append(s.keys, key)
	}
	s.roles = s.roles || ofRoles(v)
	if f := fieldOf(v); !slices.Contains(s.fields, f) {
		s.fields = append(s.fields, f)
		s.criteria = append(s.criteria, reads.Of(f)...)
	}
}

// ofRoles reports whether a statement may say who has a role.
func ofRoles(v *proposal.Value) bool {
	for ; v != nil; v = v.Parent {
		if v.Key == rolesKey {
			return true
		}
	}
	return false
}

func (s *sought) any() bool { return len(s.fields) > 0 }

// named gives the keys by which rules name them; nil where everything is sought.
func (s *sought) named() *logic.Keys {
	if s == nil {
		return nil
	}
	if s.names == nil {
		keys := s.keys
		if s.roles {
			keys = append(keys, logic.Helper, logic.Helped)
		}
		s.names = logic.KeysOf(keys...)
	}
	return s.names
}

// of reports whether the rules of a criterion may look at one of them; where nothing is said of what is sought, they do.
func (s *sought) of(c *Criterion) bool {
	return s == nil || slices.Contains(s.criteria, c.at) || s.roles && s.named().Among(c.Keys)
}
