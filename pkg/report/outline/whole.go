package outline

import (
	"slices"

	"partner/pkg/result"
)

// inAnnex are the sections of the whole report that stand in the appendix of one in two parts, with the names and
// places that an editor of the document needs; the others hold nothing beyond what a board reads.
func inAnnex(name string) bool {
	return !slices.Contains([]string{"front", "overall", "limits"}, name)
}

// Whole is the report in two parts, for formats that have room for both: what a board reads, in its words, and behind it an
// appendix with all that it rests on, the names of criteria and the places in the document.
func Whole(r *result.Result) Outline {
	o := Report(r)
	p := reporting(r)
	o.Closing = p.closing()
	o.Sections = slices.DeleteFunc(o.Sections, func(s Section) bool { return s.Name == "front" }) // where all of it fits
	if places := p.frontPlaces(); len(places) > 0 {
		o.Annex = append(o.Annex, Section{"places", "Where the first page rests in the document", places})
	}
	for _, s := range sections {
		if !inAnnex(s.name) {
			continue
		}
		if blocks := s.blocks(p); len(blocks) > 0 {
			o.Annex = append(o.Annex, Section{s.name, s.title, blocks})
		}
	}
	return o
}
