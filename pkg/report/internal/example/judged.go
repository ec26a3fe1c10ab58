package example

import (
	"io/fs"
	"strings"

	"partner/assessments"
	"partner/pkg/compare"
	"partner/pkg/proposal"
)

// Judged judges the proposals in a folder, and a document whose texts would command a terminal.
func Judged(folder fs.FS) []compare.Judged {
	var all []compare.Judged
	add := func(name string, data []byte) {
		doc, wrong := proposal.Read(name, data, folder)
		if len(wrong) > 0 {
			panic(wrong)
		}
		cat := assessments.Catalogue()
		all = append(all, compare.Judge(doc, cat))
	}
	files, _ := fs.Glob(folder, "*.yaml")
	for _, name := range files {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			panic(err)
		}
		add(name, data)
	}
	add("hostile.yaml", []byte("partner: 1\ntitle: \"evil \\e[2J\\u202e title\"\norganisations:\n  north: {name: \"No\\e]0;x\\arth\"}\n  south: {}\narrangement: {benefits: [{what: \""+strings.Repeat("word", 60)+"\\u202e\"}]}\n"))
	return all
}
