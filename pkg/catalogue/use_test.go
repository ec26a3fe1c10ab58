package catalogue_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// ratedWithoutCondition are the places that decide something and no condition reads: the program itself does.
var ratedWithoutCondition = []string{
	"partner", "as_of", "arrangement.nature", "arrangement.scale", "arrangement.form", "arrangement.nearest_form", "arrangement.timeline.decision", "arrangement.state", "arrangement.since",
	"answers.", "conditions.state", "evidence.kind", "evidence.date",
}

// TestDescriptiveIsWhatNoConditionReads holds what the model says of the use of each field against all
// conditions of the catalogue that decide a status, or what applies.
func TestDescriptiveIsWhatNoConditionReads(t *testing.T) {
	read := map[*proposal.Field]bool{}
	rating := *assessments.Catalogue()
	rating.Consistency = nil // what does not go together is told, and decides no status
	conditionsIn(reflect.ValueOf(&rating).Elem(), func(c *logic.Condition) { reads(c, nil, read) })
	if len(read) < 100 {
		t.Fatalf("only %d fields are read", len(read))
	}
	var each func(path string, f *proposal.Field)
	each = func(path string, f *proposal.Field) {
		if f.Leaf() {
			judged := read[f] || slices.Contains(ratedWithoutCondition, path)
			if judged && f.Use == proposal.Descriptive {
				t.Errorf("%s is read by a condition, and said to be descriptive", path)
			}
			if !judged && f.Use == proposal.Rated {
				t.Errorf("%s is read by no condition, and said to be rated", path)
			}
			return
		}
		for _, c := range f.Fields {
			each(strings.TrimPrefix(path+"."+c.Key, "."), c)
		}
		if f.Of != nil {
			each(path+".", f.Of)
		}
	}
	each("", proposal.Model)
}

// conditionsIn calls visit for every condition below a value of the catalogue.
func conditionsIn(v reflect.Value, visit func(*logic.Condition)) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		if c, is := v.Interface().(*logic.Condition); is {
			visit(c)
			return
		}
		conditionsIn(v.Elem(), visit)
	case reflect.Struct:
		if c, is := v.Interface().(logic.Condition); is {
			visit(&c)
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				conditionsIn(v.Field(i), visit)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			conditionsIn(v.Index(i), visit)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			conditionsIn(v.MapIndex(k), visit)
		}
	}
}

// reads notes the fields that a condition reads; item is what `item` stands for in it.
func reads(c *logic.Condition, item *proposal.Field, into map[*proposal.Field]bool) {
	var at *proposal.Field
	for _, path := range [][]string{c.Path, c.Path2} {
		if len(path) == 0 {
			continue
		}
		switch path[0] {
		case "item":
			at = item
		case "arrangement", "organisations", "as_of":
			at = proposal.Model.Field(path[0])
		default:
			at = proposal.Model.Find(paths.Organisations)
		}
		for _, key := range path[1:] {
			if at.Kind == proposal.ByOrganisation {
				at = at.Of
			} else {
				at = at.Field(key)
			}
		}
		into[at] = true
	}
	for _, part := range c.Of {
		switch c.Op {
		case logic.Some, logic.Every, logic.Count:
			reads(part, at, into)
		default:
			reads(part, item, into)
		}
	}
}
