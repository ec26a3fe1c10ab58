package logic

import (
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Steps leads along a path: for each of its keys the place among the fields around it, so that rules find what they read
// without looking keys up.
type Steps []int8

// What a step is that leads to no field of that place.
const (
	toItem         int8 = -1 // to what `item` stands for
	toOrganisation int8 = -2 // to the organisation that the key names, or to what stands there for it
)

// stepsOf gives the steps along a path that leads somewhere; nil where none is given.
func stepsOf(path []string, item *proposal.Field) Steps {
	if len(path) == 0 {
		return nil
	}
	steps := make(Steps, len(path))
	f := proposal.Model.Field(string(paths.Organisations))
	switch root := paths.Path(path[0]); root {
	case Item:
		f, steps[0] = item, toItem
	case paths.Arrangement, paths.Organisations, paths.Evidence, paths.AsOf:
		steps[0] = int8(proposal.Model.Place(path[0]))
		f = proposal.Model.Fields[steps[0]]
	default:
		steps[0] = toOrganisation
	}
	for i, key := range path[1:] {
		if f.Kind == proposal.ByOrganisation {
			f, steps[i+1] = f.Of, toOrganisation
			continue
		}
		steps[i+1] = int8(f.Place(key))
		f = f.Fields[steps[i+1]]
	}
	return steps
}
