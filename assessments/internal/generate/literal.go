package main

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
)

// most is how long a value may be that stands in one line.
const most = 140

// writer writes values as Go source.
type writer struct {
	packages []string          // whose types the values have, in order
	names    map[string]string // of constants, by their type and value
}

// newWriter knows the names of all constants of the types that a catalogue is made of. They are read from the
// source files below the top folder.
func newWriter(c *catalogue.Catalogue, top string) (*writer, error) {
	w := &writer{names: map[string]string{}}
	w.find(reflect.TypeOf(*c), map[reflect.Type]bool{})
	slices.Sort(w.packages)
	for _, path := range w.packages {
		_, folder, _ := strings.Cut(path, "/") // what stands before it is the module
		p, err := declared(path, filepath.Join(top, folder))
		if err != nil {
			return nil, err
		}
		for _, name := range p.Scope().Names() {
			if c, is := p.Scope().Lookup(name).(*types.Const); is && c.Exported() {
				if of, is := c.Type().(*types.Named); is && of.Obj().Pkg() == p {
					w.names[p.Name()+"."+of.Obj().Name()+" "+value(c.Val())] = p.Name() + "." + name
				}
			}
		}
	}
	return w, nil
}

// declared gives what a package declares. Constants need nothing from other packages, so that what is amiss
// without these is passed over; it would not compile if it were.
func declared(path, folder string) (*types.Package, error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	positions := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(positions, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	alone := types.Config{IgnoreFuncBodies: true, Importer: nothing{}, Error: func(error) {}}
	p, _ := alone.Check(path, positions, files, nil)
	return p, nil
}

// nothing imports nothing.
type nothing struct{}

func (nothing) Import(path string) (*types.Package, error) {
	return nil, fmt.Errorf("%s is not imported", path)
}

func value(v constant.Value) string {
	if v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return v.ExactString()
}

// find collects the packages of a type and of all that it is made of.
func (w *writer) find(t reflect.Type, seen map[reflect.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	if path := t.PkgPath(); path != "" && !slices.Contains(w.packages, path) {
		w.packages = append(w.packages, path)
	}
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			w.find(t.Field(i).Type, seen)
		}
	case reflect.Pointer, reflect.Slice, reflect.Array:
		w.find(t.Elem(), seen)
	}
}

// literal writes a value whole.
func (w *writer) literal(v reflect.Value) string {
	if v.Kind() == reflect.Pointer {
		return "&" + w.literal(v.Elem())
	}
	switch v.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Array:
		return v.Type().String() + w.inner(v)
	}
	return w.inner(v)
}

// inner writes a value where its type is plain from what stands around it, such as one of a list.
func (w *writer) inner(v reflect.Value) string {
	if name := w.name(v); name != "" {
		return name
	}
	switch v.Kind() {
	case reflect.Pointer:
		return w.inner(v.Elem())
	case reflect.Struct:
		return braced(w.fields(v))
	case reflect.Slice, reflect.Array:
		elements := make([]string, v.Len())
		for i := range elements {
			elements[i] = w.inner(v.Index(i))
		}
		return braced(elements)
	case reflect.String:
		return strconv.Quote(v.String())
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Uint8:
		return strconv.FormatUint(v.Uint(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	}
	panic("generate: no literal for " + v.Type().String())
}

// fields writes those of a struct that say something: not zero, or with a name for what they are.
func (w *writer) fields(v reflect.Value) []string {
	var fields []string
	for i := range v.NumField() {
		if f := v.Field(i); !f.IsZero() || w.name(f) != "" {
			fields = append(fields, v.Type().Field(i).Name+": "+w.literal(f))
		}
	}
	return fields
}

// name gives the name of the constant that a value is, "" where it is none.
func (w *writer) name(v reflect.Value) string {
	of := v.Type().String() + " "
	switch {
	case v.CanInt():
		return w.names[of+strconv.FormatInt(v.Int(), 10)]
	case v.CanUint():
		return w.names[of+strconv.FormatUint(v.Uint(), 10)]
	case v.Kind() == reflect.String:
		return w.names[of+v.String()]
	}
	return ""
}

// braced puts parts into braces: in one line where they are short and simple, otherwise in a line each.
func braced(parts []string) string {
	if line := "{" + strings.Join(parts, ", ") + "}"; len(line) <= most && !strings.Contains(line, "\n") {
		return line
	}
	return "{\n" + strings.Join(parts, ",\n") + ",\n}"
}
