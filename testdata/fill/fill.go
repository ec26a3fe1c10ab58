// Package fill fills in forms as people do, by other means than those that make and read them: tests use it.
package fill

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Answers are what goes into the fields of a form: by the number of the field, as 3.2, or with what stands beside the answer,
// as 3.2/why and 3.2/evidence.
type Answers map[string]string

// Form fills in a form of any shape.
func Form(data []byte, answers Answers) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return markdown(data, answers)
	}
	if bytes.Contains(data, []byte("word/document.xml")) {
		return paper(data, answers)
	}
	return workbook(data, answers)
}

// parts takes apart what names a field.
func parts(name string) (number, part string) {
	number, part, _ = strings.Cut(name, "/")
	if part == "" {
		part = "answer"
	}
	return number, part
}

func workbook(data []byte, answers Answers) ([]byte, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := f.GetRows("Questions")
	if err != nil {
		return nil, err
	}
	for name, says := range answers {
		number, part := parts(name)
		at := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == number })
		column := map[string]string{"answer": "C", "why": "D", "evidence": "E"}[part]
		if at < 0 || column == "" {
			return nil, fmt.Errorf("no field %s", name)
		}
		if err := f.SetCellStr("Questions", fmt.Sprint(column, at+1), says); err != nil {
			return nil, err
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func paper(data []byte, answers Answers) ([]byte, error) {
	return Part(data, "word/document.xml", func(text string) (string, error) { return controls(text, answers) })
}

// controls fills in the fields in the text of a Word paper.
func controls(text string, answers Answers) (string, error) {
	for name, says := range answers {
		number, part := parts(name)
		field := regexp.MustCompile(`(<w:tag w:val="` + regexp.QuoteMeta(number+", "+part) + `"/><w:id w:val="\d+"/>)<w:showingPlcHdr/>(.*?<w:sdtContent><w:r>).*?</w:r>`)
		if !field.MatchString(text) {
			return "", fmt.Errorf("no field %s", name)
		}
		escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", "$", "$$").Replace(says)
		text = field.ReplaceAllString(text, "${1}${2}<w:t xml:space=\"preserve\">"+escaped+"</w:t></w:r>")
	}
	return text, nil
}

// Copied copies the rows of some fields, which stand below each other, to below the last of them, and fills the copies in.
func Copied(data []byte, numbers []string, answers Answers) ([]byte, error) {
	switch {
	case bytes.Contains(data, []byte("word/document.xml")):
		return Part(data, "word/document.xml", func(text string) (string, error) {
			copied, after := "", 0
			for _, number := range numbers {
				is := regexp.MustCompile(`<w:t[^>]*>` + regexp.QuoteMeta(number) + `</w:t>`).FindStringIndex(text)
				if is == nil {
					return "", fmt.Errorf("no row %s", number)
				}
				at := is[0]
				from := strings.LastIndex(text[:at], "<w:tr>")
				after = at + strings.Index(text[at:], "</w:tr>") + len("</w:tr>")
				copied += text[from:after]
			}
			copied, err := controls(copied, answers)
			return text[:after] + copied + text[after:], err
		})
	case bytes.HasPrefix(data, []byte("PK")):
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		rows, err := f.GetRows("Questions")
		if err != nil {
			return nil, err
		}
		first := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == numbers[0] })
		if first < 0 {
			return nil, fmt.Errorf("no row %s", numbers[0])
		}
		after := len(rows) // at the end: the library cannot put rows between others where a list of words has a name
		for i, number := range numbers {
			for column, text := range rows[first+i] {
				if column == 2 { // the answer
					text = answers[number]
				}
				if err := f.SetCellStr("Questions", fmt.Sprint(string(rune('A'+column)), after+1+i), text); err != nil {
					return nil, err
				}
			}
		}
		out, err := f.WriteToBuffer()
		if err != nil {
			return nil, err
		}
		return out.Bytes(), nil
	}
	lines := strings.Split(string(data), "\n")
	first := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "- "+numbers[0]+" ") })
	last := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "- "+numbers[len(numbers)-1]+" ") })
	if first < 0 || last < 0 {
		return nil, fmt.Errorf("no rows %q", numbers)
	}
	for last++; strings.HasPrefix(lines[last], "  - "); {
		last++
	}
	copied, err := markdown([]byte(strings.Join(lines[first:last], "\n")), answers)
	return []byte(strings.Join(slices.Insert(lines, last, string(copied)), "\n")), err
}

// Part changes a part of an office document.
func Part(data []byte, name string, change func(string) (string, error)) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		from, err := f.Open()
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(from)
		if err != nil {
			return nil, err
		}
		if f.Name == name {
			changed, err := change(string(text))
			if err != nil {
				return nil, err
			}
			text = []byte(changed)
		}
		to, err := out.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(text); err != nil {
			return nil, err
		}
	}
	err = out.Close()
	return b.Bytes(), err
}

func markdown(data []byte, answers Answers) ([]byte, error) {
	lines := strings.Split(string(data), "\n")
	for name, says := range answers {
		number, part := parts(name)
		if part == "why" {
			part = "because"
		}
		at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "- "+number+" ") })
		if at < 0 {
			return nil, fmt.Errorf("no field %s", name)
		}
		for lines[at] != "  - "+part+":" {
			if at++; at == len(lines) || strings.HasPrefix(lines[at], "- ") {
				return nil, fmt.Errorf("no field %s", name)
			}
		}
		lines[at] += " " + says
	}
	return []byte(strings.Join(lines, "\n")), nil
}
