package source

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntax turns an error of the YAML library into a diagnostic.
func (f *File) syntax(dec *yaml.Decoder, err error) Diagnostic {
	first, _, _ := strings.Cut(err.Error(), "\n")
	line, problem := 0, first
	if m := yamlLine.FindStringSubmatch(first); m != nil {
		line, _ = strconv.Atoi(m[1])
		problem = m[2]
	}
	column := 0
	at, context, during := standing(dec)
	if at.line > 0 {
		line, column = at.line, at.column
	}
	found, do := "not YAML: "+problem, ""
	if during != "" && context.line > 0 {
		if strings.Contains(problem, "unexpected end of stream") {
			line, column = context.line, context.column // where it was opened says more than that the file ends
		}
		found += " " + during
		if context.line != line {
			found += fmt.Sprintf(" that begins on line %d", context.line)
		}
	}
	if d := f.stray(line, context.line); d != nil {
		return *d
	}
	if strings.Contains(problem, "expected") && !strings.Contains(problem, "unexpected") {
		if d := f.slip(at, context, during); d != nil {
			return *d
		}
	}
	switch {
	case strings.Contains(problem, "mapping values are not allowed"):
		do = "put a text that holds `: ` in quotes, or mend the indentation"
	case strings.Contains(problem, "cannot start any token"):
		do = "indent with spaces, and put a text that starts with @, ` or % in quotes"
	case strings.Contains(problem, "unexpected end of stream"):
		do = "close the quote"
	case strings.Contains(problem, "expected alphabetic or numeric character"):
		do = "begin an item of a list with a hyphen and a space (- ), and put a text that starts with * or & in quotes"
	case strings.Contains(problem, "did not find expected"), strings.Contains(problem, "could not find expected"):
		do = "put a text that holds `: ` or `, ` in quotes, or look for a wrong indentation, an unclosed quote or an unclosed bracket, here or on the line before"
	case strings.Contains(problem, "unknown anchor"):
		do = "write the value out"
	case strings.Contains(problem, "max depth"):
		do = "write it with fewer levels"
	}
	if line == 0 {
		return f.whole(Printable(found), "", do)
	}
	text := f.line(line)
	if line > len(f.ends) { // the library begins a line of its own at the end
		line = len(f.ends)
		text = f.line(line)
		column = 1 + utf8.RuneCountInString(text)
	}
	if column == 0 {
		column = 1 + utf8.RuneCountInString(text) - utf8.RuneCountInString(strings.TrimLeft(text, " \t"))
	}
	return f.AtPosition(line, column, found, "", do)
}

// stray tells of what makes a text no YAML though it looks like it: a directive, or a character out of a
// word processor, on the line where the library gave up, the one before, or since what it was reading began.
func (f *File) stray(line, since int) *Diagnostic {
	if n := f.directive(); n > 0 && n <= line {
		d := f.AtPosition(n, 1, "the directive "+shortened(strings.Fields(f.line(n))[0]), "a document without directives", "remove the line")
		return &d
	}
	if line > len(f.ends) {
		line = len(f.ends)
	}
	if since == 0 || since > line {
		since = line
	}
	s, ok := f.strayAbove(line, since-1)
	if !ok {
		return nil
	}
	found, do := s.String()+", "+s.of.why, s.Do()
	if s.Rune == '\t' && strings.TrimSpace(f.line(s.Line)) == "" {
		found, do = "a line of only a tab", "remove the tab"
	}
	d := f.AtPosition(s.Line, s.Column, found, "", do)
	return &d
}

// directive gives the number of the line with which a document begins that is a directive, 0 where there is none.
func (f *File) directive() int {
	for n := 1; ; n++ {
		text := f.line(n) // which also works out where lines end
		switch {
		case strings.HasPrefix(text, "%"):
			return n
		case n >= len(f.ends) || text != "" && text[0] != '#':
			return 0
		}
	}
}

// unknownAnchor reports whether the library misses what an alias stands for.
func unknownAnchor(err error) bool { return strings.Contains(err.Error(), "unknown anchor") }

type mark struct{ line, column int }

// standing tells where the library's parser stood when it gave up, and inside what. The error that it
// returns names a line at best, often that of the construct around and not counted from 1; the places
// themselves it keeps to itself. They are read by reflection: this version of the library is its last.
// Where they are not there the marks are zero.
func standing(dec *yaml.Decoder) (at, context mark, during string) {
	state := field(field(reflect.ValueOf(dec).Elem(), "parser"), "parser")
	if number(field(state, "error")) == 0 { // none of the parser's own: an alias to nothing
		return markOf(field(field(field(reflect.ValueOf(dec).Elem(), "parser"), "event"), "start_mark")), mark{}, ""
	}
	if c := field(state, "context"); c.IsValid() && c.Kind() == reflect.String {
		during = c.String()
	}
	return markOf(field(state, "problem_mark")), markOf(field(state, "context_mark")), during
}

func field(v reflect.Value, name string) reflect.Value {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	return v.FieldByName(name)
}

func number(v reflect.Value) int {
	if !v.IsValid() || !v.CanInt() {
		return 0
	}
	return int(v.Int())
}

func markOf(v reflect.Value) mark {
	if !v.IsValid() {
		return mark{}
	}
	return mark{number(field(v, "line")) + 1, number(field(v, "column")) + 1}
}
