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
	return Part(data, "word/document.xml", func(text string) (string, error) {
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
	})
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
