package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/portfolio"
	"partner/pkg/report/outline"
)

// Folder is how a format prints many documents as a folder: a file for each, which holds what the format prints of that
// document alone, and an index that leads to all of them.
type Folder struct {
	Ends  string                                 // of the name of each file
	Owns  func(start []byte) bool                // a file that starts so is one of such a folder: no other is written over
	Index func(io.Writer, outline.Outline) error // prints the index
}

// IndexName is what the index of a folder is called, but for its end.
const IndexName = "index"

// Index is what an index tells of the documents of a folder, in the making. Of a document it keeps a row.
type Index struct {
	cat    *catalogue.Catalogue
	adding portfolio.Reduction
	tally  *portfolio.Tally // nil where rows alone are told
	rows   []outline.Listed
}

// NewIndex is the index of no documents. What documents come to together it tells where their lines are added.
func NewIndex(cat *catalogue.Catalogue, lines bool) *Index {
	x := &Index{cat: cat, adding: portfolio.Reduction{Cat: cat, Most: outline.FewProposals}}
	if lines {
		x.tally = x.adding.New()
	}
	return x
}

// Entry is one document of an index.
type Entry struct {
	row  outline.Listed
	line *batch.Line
}

// EntryOf is what an index keeps of a document whose report is in a file. The line may be nil for an index of rows alone.
func EntryOf(file string, of Outcome, line *batch.Line) Entry {
	if of.Result == nil {
		return Entry{outline.WrongOf(of.Name, file, of.Diagnostics), line}
	}
	return Entry{outline.ListedOf(of.Name, file, of.Result), line}
}

// Add adds a document.
func (x *Index) Add(e Entry) error {
	x.rows = append(x.rows, e.row)
	if x.tally == nil {
		return nil
	}
	return x.adding.Add(x.tally, e.line)
}

// Write prints the index.
func (x *Index) Write(w io.Writer, f *Folder) error {
	var questions []string
	for i := range x.cat.Questions {
		questions = append(questions, x.cat.Questions[i].Short)
	}
	var whole *portfolio.Portfolio
	if x.tally != nil {
		whole = x.adding.Portfolio(x.tally)
	}
	return f.Index(w, outline.Index(whole, x.rows, questions))
}

// longest is how many bytes of a name are taken from the path of a document.
const longest = 120

// FileNames names the file of each document, by its path: the same whatever else there is, unless several paths would
// give one name, on whatever system the folder is read. Then each has a few letters that stand for its path. A name holds
// letters, digits, dots, dashes and underscores alone, and is never that of the index.
func (f *Folder) FileNames(paths []string) []string {
	names, taken := make([]string, len(paths)), map[string]int{}
	for i, p := range paths {
		names[i] = nameOf(p)
		taken[folded(names[i])]++
	}
	for i, p := range paths {
		if key := folded(names[i]); taken[key] > 1 || reserved(key) || len(names[i]) > longest {
			names[i] = cut(names[i], longest) + "-" + digest(p)
		}
	}
	given := map[string]bool{}
	for i, name := range names { // one path that is named several times
		for n := 2; given[folded(names[i])]; n++ {
			names[i] = fmt.Sprint(name, "-", n)
		}
		given[folded(names[i])] = true
		names[i] += f.Ends
	}
	return names
}

// folded is what two names have in common that some system takes for one.
func folded(name string) string { return strings.ToLower(norm.NFC.String(strings.ToUpper(name))) }

// nameOf makes a name of a path.
func nameOf(p string) string {
	p = strings.ReplaceAll(p, `\`, "/")
	switch end := path.Ext(p); end {
	case ".yaml", ".yml", ".json":
		p = strings.TrimSuffix(p, end)
	}
	var b strings.Builder
	dash := false
	for _, r := range norm.NFC.String(p) {
		switch {
		case r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && b.Len() > 0), r == '.' && b.Len() > 0, r == '_':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			dash = false
		default:
			dash = true
		}
	}
	if name := strings.TrimRight(b.String(), "."); name != "" {
		return name
	}
	return "proposal"
}

// reserved reports whether a name, folded, is one that a system keeps for itself, with whatever end, or that of the index.
func reserved(name string) bool {
	first, _, _ := strings.Cut(name, ".")
	switch first {
	case "con", "prn", "aux", "nul":
		return true
	}
	if len(first) == 4 && (strings.HasPrefix(first, "com") || strings.HasPrefix(first, "lpt")) && first[3] >= '0' && first[3] <= '9' {
		return true
	}
	return name == IndexName
}

// cut leaves the first few bytes of a name, in whole letters.
func cut(name string, most int) string {
	if len(name) <= most {
		return name
	}
	for most > 0 && !utf8.RuneStart(name[most]) {
		most--
	}
	return strings.TrimRight(name[:most], "-.")
}

func digest(p string) string {
	sum := sha256.Sum256([]byte(p))
	return hex.EncodeToString(sum[:4])
}
