package form

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"partner/pkg/pack"
	"partner/pkg/source"
)

var (
	aboutLine  = regexp.MustCompile(`^([a-z]+): (.*)$`)
	fieldLine  = regexp.MustCompile(`^[-*+] .*\((?:` + "`([^`]+)`|``(.+)``" + `)\)$`)
	answerLine = regexp.MustCompile(`^\s*[-*+] \**(answer|because|evidence)\**:\**(?:\s+(.*))?$`)
	newLine    = regexp.MustCompile(`^\s*([-*+>#]|\d+[.)]|\*\*|` + "```" + `|---)`)
)

// markdown reads a form that is a page of Markdown, line by line: a block of what it belongs to, and the answers behind
// their words below the line of each field. An answer may go on over several lines, and
// behind an empty one where it is indented.
func (r *reader) markdown(data []byte) {
	switch {
	case len(data) > source.MaxBytes:
		r.amiss(r.Name, "a page of more than 1 MiB", "", "")
		return
	case !utf8.Valid(data):
		r.amiss(r.Name, "text that is not UTF-8", "", "save it as UTF-8")
		return
	}
	var field *pack.Answered
	var goesOn *pack.Written
	fenced, apart := false, false // apart: an empty line stands before this one
	end := func() {
		if field != nil {
			for _, w := range []*pack.Written{&field.Says, &field.Because, &field.Evidence} {
				w.Text = tidy(unescaped(w.Text))
			}
			r.answer(*field)
		}
		field, goesOn = nil, nil
	}
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		line = strings.TrimRight(strings.TrimPrefix(line, "\ufeff"), " \t\r\n")
		at := fmt.Sprintf("%s:%d", r.Name, number)
		trimmed := strings.TrimSpace(line)
		switch m := answerLine.FindStringSubmatch(line); {
		case strings.HasPrefix(trimmed, "```"):
			fenced = !fenced
			end()
		case fenced:
			if m := aboutLine.FindStringSubmatch(trimmed); m != nil {
				r.about(m[1], m[2], at)
			}
		case m != nil && field == nil:
			if tidy(m[2]) != "" {
				r.amiss(at, fmt.Sprintf("%q, below nothing that is asked", shortly(m[2])), "answers below the questions", "move it there, or remove it")
			}
		case m != nil:
			goesOn = map[string]*pack.Written{"answer": &field.Says, "because": &field.Because, "evidence": &field.Evidence}[m[1]]
			if goesOn.Text != "" {
				r.amiss(at, "a second "+m[1]+" to one question", "one", "remove one of the two")
			}
			goesOn.Text, goesOn.At = m[2], at
		case strings.HasPrefix(trimmed, "#"), strings.HasPrefix(trimmed, "**"), strings.HasPrefix(trimmed, "---"):
			end()
		case fieldLine.MatchString(line):
			end()
			m := fieldLine.FindStringSubmatch(line)
			if spot, is := pack.ParseSpot(m[1] + m[2]); is {
				field = &pack.Answered{Spot: spot, Says: pack.Written{At: at}, Because: pack.Written{At: at}, Evidence: pack.Written{At: at}}
			}
		case trimmed != "" && goesOn != nil && !newLine.MatchString(line) && (!apart || strings.HasPrefix(line, "    ")):
			goesOn.Text += "\n" + trimmed
		case trimmed != "":
			goesOn = nil
		}
		apart = trimmed == ""
	}
	end()
}

// unescaped gives text without the strokes that keep signs from meaning something.
func unescaped(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && strings.IndexByte("\\`*_{}[]<>()#+-.!|~&\"'", text[i+1]) >= 0 {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
