package source

import (
	"bytes"
	"unicode/utf8"
)

// mergeMarks are what git begins lines with that an unfinished merge leaves in a file.
var mergeMarks = []string{"<<<<<<< ", "||||||| ", "=======", ">>>>>>> "}

// conflicts gives a diagnostic for each merge that has been left unfinished. They come before the parsing:
// inside quotes their lines would pass for text.
func (f *File) conflicts() Diagnostics {
	var found Diagnostics
	marked := false
	for _, m := range mergeMarks { // anywhere: that is quickly seen, and most files have none
		marked = marked || bytes.Contains(f.Text, []byte(m))
	}
	if !marked || !utf8.Valid(f.Text) {
		return nil
	}
	inside := false
	for n, line := range bytes.Split(f.Text, []byte("\n")) {
		line = bytes.TrimSuffix(line, []byte("\r"))
		mark := ""
		for _, m := range mergeMarks {
			if bytes.HasPrefix(line, []byte(m)) && (m[0] != '=' || len(line) == len(m)) {
				mark = m
			}
		}
		if mark == "" {
			continue
		}
		if (!inside || mark[0] == '<') && len(found) <= MaxDiagnostics {
			found = append(found, f.AtPosition(n+1, 1, "a merge conflict is left here", "one version", "settle the merge, and delete the lines that git put in (<<<<<<<, =======, >>>>>>>)"))
		}
		inside = mark[0] != '>'
	}
	return found.Limited()
}
