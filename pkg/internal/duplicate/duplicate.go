// Package duplicate copies values that are printed: results, comparisons and the like.
package duplicate

import "reflect"

// Of gives a copy of what a pointer points to, in which every list that is missing is an empty one and each
// text is what change makes of it. The copy is of exported fields, in structs, arrays, lists and pointers, and
// shares none of them with the original.
func Of[P any](v P, change func(string) string) P {
	return copied(reflect.ValueOf(v).Elem(), change).Addr().Interface().(P)
}

// Same reports whether change leaves every text as it is that Of would give to it.
func Same[P any](v P, change func(string) string) bool { return same(reflect.ValueOf(v), change) }

func same(v reflect.Value, change func(string) string) bool {
	switch v.Kind() {
	case reflect.String:
		return v.Type() != text || change(v.String()) == v.String()
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanInterface() && !same(f, change) {
				return false
			}
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			if !same(v.Index(i), change) {
				return false
			}
		}
	case reflect.Pointer:
		return v.IsNil() || same(v.Elem(), change)
	}
	return true
}

// text is what may come from a document. Types of their own hold words of ours alone.
var text = reflect.TypeFor[string]()

func copied(v reflect.Value, change func(string) string) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	mend(c, change)
	return c
}

// mend gives every text within a value to change. Lists and what pointers point to are copied first: the
// value was copied, but not what it shares with the one that it was copied from.
func mend(v reflect.Value, change func(string) string) {
	switch v.Kind() {
	case reflect.String:
		if was := v.String(); was != "" && v.Type() == text {
			if is := change(was); is != was {
				v.SetString(is)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				mend(f, change)
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			mend(v.Index(i), change)
		}
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		v.Set(c)
		for i := range v.Len() {
			mend(v.Index(i), change)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			v.Set(copied(v.Elem(), change).Addr())
		}
	}
}
