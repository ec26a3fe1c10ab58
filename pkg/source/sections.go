package source

import (
	"bytes"
	"regexp"

	"gopkg.in/yaml.v3"
)

// maxSections is how many sections a file may have for each to be read by itself.
const maxSections = 40

var sectionStart = regexp.MustCompile(`(?m)^[A-Za-z_][A-Za-z0-9_-]*:(?:[ \t\r]|$)`)

// bySection reads each section of a file by itself, where the whole is no YAML: what is wrong with one says nothing
// of the others. It gives what is wrong, and leaves in Rest what could be read. Whole is what the library says of all
// the file; it stands where no section has that fault by itself.
func (f *File) bySection(whole Diagnostic) Diagnostics {
	starts := sectionStart.FindAllIndex(f.Text, maxSections+1)
	if len(starts) < 2 || len(starts) > maxSections {
		return Diagnostics{whole}
	}
	var wrong Diagnostics
	rest, broken := &Node{Kind: Mapping, Tag: "!!map", Line: 1, Column: 1}, false
	for i, start := range starts {
		end := len(f.Text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		above := bytes.Count(f.Text[:start[0]], []byte("\n"))
		section := &File{Name: f.Name, Text: append(bytes.Repeat([]byte("\n"), above), f.Text[start[0]:end]...)}
		dec := yaml.NewDecoder(bytes.NewReader(section.Text))
		var doc Node
		if err := decode(dec, &doc); err != nil {
			d := section.syntax(dec, err)
			switch {
			case unknownAnchor(err) && d.Line != whole.Line: // it may stand in another section
			default:
				broken = true
				wrong = append(wrong, d)
			}
			continue
		}
		if top := doc.Content[0]; top.Kind == Mapping {
			w := walker{file: section}
			w.walk(top, 1)
			if wrong = append(wrong, w.found...); len(w.found) == 0 {
				rest.Content = append(rest.Content, top.Content...)
			}
		}
	}
	if !broken { // it is how they stand together
		wrong = append(wrong, whole)
	}
	if len(rest.Content) > 0 {
		f.Rest = rest
	}
	wrong.Sort()
	return wrong.Limited()
}
