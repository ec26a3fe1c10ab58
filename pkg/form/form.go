// Package form reads forms that came back: a workbook, a Word paper or a page of Markdown, as whatever program has saved
// it again. It finds which field says what, and judges nothing of it: pack.ReadReturned does.
//
// A field is known by its spot, which stands beside it as plain text, because that is what all programs keep: LibreOffice
// drops the tags of content controls, others drop properties of the document.
package form

import (
	"bytes"
	"strings"
	"unicode"

	"partner/pkg/pack"
	"partner/pkg/source"
)

// MaxBytes is how large a form may be.
const MaxBytes = 16 << 20

// What stands in a field of a Word paper that nobody has filled in. A program that saves it again may keep the words and
// lose that they only hold the place.
const (
	Choose = "choose"
	Write  = "write here"
)

// Columns are the headings of the columns in which a form has its fields.
var Columns = [...]string{"No.", "What is asked", "Answer", "Why", "Evidence", "What may be written", "Goes to"}

// Is reports whether a file is a form that is no pack in YAML.
func Is(data []byte) bool {
	return packed(data) || bytes.Contains(data[:min(len(data), source.MaxBytes)], []byte("format: "+pack.FormFormat[:strings.IndexByte(pack.FormFormat, '/')+1]))
}

// packed reports whether a file is an archive, as those of offices are.
func packed(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// Read reads a form. What is wrong says where in the file it stands.
func Read(name string, data []byte) (*pack.Returned, source.Diagnostics) {
	r := &reader{Returned: pack.Returned{Name: name, About: map[string]pack.Written{}}}
	switch {
	case len(data) > MaxBytes:
		r.amiss(name, "a form of more than 16 MiB", "", "")
	case packed(data):
		r.package_(data)
	default:
		r.markdown(data)
	}
	return &r.Returned, r.wrong.Limited()
}

type reader struct {
	pack.Returned
	wrong  source.Diagnostics
	copies map[pack.Spot]int // how often the field of an entry came in the sheet, table or page that is being read
}

func (r *reader) amiss(at, found, expected, do string) {
	if len(r.wrong) <= source.MaxDiagnostics {
		r.wrong = append(r.wrong, source.Diagnostic{Position: source.Position{File: at}, Found: found, Expected: expected, Do: do})
	}
}

// package_ reads a form that is an archive, by what it holds.
func (r *reader) package_(data []byte) {
	p, err := open(data)
	if err != nil {
		r.amiss(r.Name, err.Error(), "a workbook or a Word paper that `partner questions` has made", "open it with what it was filled in with, and save it as .xlsx or .docx")
		return
	}
	main, is := p.main()
	switch {
	case strings.HasSuffix(main, "workbook.xml"):
		err = r.workbook(p, main)
	case is:
		err = r.paper(p, main)
	default:
		r.amiss(r.Name, "an archive that is neither a workbook nor a Word paper", "a form that `partner questions` has made", "save it as .xlsx or .docx")
	}
	if err != nil {
		r.amiss(r.Name, err.Error(), "", "open it with what it was filled in with, and save it again")
	}
}

// about notes what the form belongs to.
func (r *reader) about(key, text, at string) {
	if _, is := r.About[key]; !is {
		r.About[key] = pack.Written{Text: tidy(text), At: at}
	}
}

// answer notes what stands in a field. That of an entry may come several times: whoever has more to say copies its rows.
func (r *reader) answer(a pack.Answered) {
	if a.Entry > 0 {
		if r.copies == nil {
			r.copies = map[pack.Spot]int{}
		}
		a.Copy = r.copies[a.Spot]
		r.copies[a.Spot]++
	}
	if a.Says.Text != "" || a.Because.Text != "" || a.Evidence.Text != "" {
		r.Answers = append(r.Answers, a)
	}
}

// tidy gives what was written without what nobody sees: with one space between words, and what holds a place as nothing.
// The lines of a text stay apart.
func tidy(text string) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t' || c == '\u00a0' || c == '\u2028':
			return map[bool]rune{true: '\n', false: ' '}[c == '\n' || c == '\u2028']
		case unicode.IsControl(c), c == '\u200b', c == '\ufeff', c == '\ufffd':
			return -1
		}
		return c
	}, text)
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	text = strings.Join(lines, "\n")
	if text == Choose || text == Write {
		return ""
	}
	return text
}
