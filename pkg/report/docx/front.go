package docx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Field is a field of the front sheet.
type Field string

// The fields, by the words by which they are filled in.
const (
	Meeting Field = "meeting"
	Date    Field = "date"
	Agenda  Field = "agenda"
	Title   Field = "title"
	Author  Field = "author"
	Purpose Field = "purpose"
)

// Fields are what the fields of a front sheet say; those of which nothing is given are left to fill in.
type Fields map[Field]string

// sheet are the fields in the order in which they stand on the front sheet, each with its label.
var sheet = []struct {
	field Field
	label string
}{
	{Meeting, "Meeting"}, {Date, "Date"}, {Agenda, "Agenda item"}, {Title, "Title"}, {Author, "Author"}, {Purpose, "Purpose"},
}

// FieldNames are the words for the fields, in their order.
func FieldNames() []string {
	var names []string
	for _, s := range sheet {
		names = append(names, string(s.field))
	}
	return names
}

// purposes are what a paper may be for.
var purposes = []string{"Decision", "Discussion", "Assurance"}

// Set sets a field, or says why it cannot say that.
func (f Fields) Set(name Field, says string) error {
	if name == Purpose {
		i := slices.IndexFunc(purposes, func(p string) bool { return strings.EqualFold(p, strings.TrimSpace(says)) })
		if i < 0 {
			return fmt.Errorf("the purpose is %q; expected %s", says, strings.ToLower(wording.Or(purposes)))
		}
		says = purposes[i]
	}
	f[name] = strings.TrimSpace(says)
	return nil
}

// frontSheet draws what stands before the summary: the fields, what is proposed and how it is rated, what case the paper makes
// and what is asked, and the contents.
func (d *drawer) frontSheet(title string, p outline.Paper, fields Fields) {
	d.tabled = false
	d.says(titled, title)
	widths := []int{d.width / 4, d.width - d.width/4}
	d.beginTable(widths, false)
	for _, s := range sheet {
		says := outline.Clean(fields[s.field])
		switch {
		case s.field == Title:
			says = title
		case s.field == Purpose && says == "":
			says = p.Sheet.Purpose
		}
		d.beginLabelled(widths, s.label, "")
		d.control(s.field, s.label, says)
		d.endLabelled()
	}
	for _, l := range frontLines(p) {
		fill := ""
		if l.rated {
			fill = fillOf(l.texts[0])
		}
		d.beginLabelled(widths, l.label, fill)
		for i, t := range l.texts {
			if i > 0 {
				d.end(paragraph{})
				d.begin(paragraph{style: celled})
			}
			d.text(t)
		}
		d.endLabelled()
	}
	d.endTable()
	d.tableOfContents()
}

// labelled are texts behind their label, or one behind that of the line before where it has none.
type labelled struct {
	label string
	texts []wording.Text
	rated bool // it is the rating of the whole
}

// frontLines are what the front sheet tells of the proposal: between whom it is, what became of it or what it is for, its
// stage and rating, those lines of the first screen that have labels of their own, and what is asked of the boards.
func frontLines(p outline.Paper) []labelled {
	var all []labelled
	add := func(label string, texts ...string) {
		var given []wording.Text
		for _, t := range wording.Given(texts...) {
			given = append(given, wording.Text{{Text: t}})
		}
		if len(given) == 0 {
			return
		}
		if n := len(all) - 1; n >= 0 && (label == "" || all[n].label == label) {
			all[n].texts = append(all[n].texts, given...)
			return
		}
		all = append(all, labelled{label: label, texts: given})
	}
	s := p.Sheet
	add("Between", s.Between)
	add("As at", s.AsOf)
	front := func(id result.FrontBlockID) {
		if p.Page.Front == nil {
			return
		}
		if b := p.Page.Front.Block(id); b != nil {
			for i := range b.Lines {
				l := &b.Lines[i]
				label := wording.Upper(strings.ToLower(l.Label))
				if id == result.FrontTitle {
					label = "In brief"
				}
				add(label, result.FrontText(l.Text))
			}
		}
	}
	front(result.FrontTitle)
	add("Stage", wording.Upper(s.Stage))
	if len(s.Whole) > 0 {
		all = append(all, labelled{label: "Rating of the whole", texts: []wording.Text{s.Whole}, rated: true})
		add("", wording.Sentence(s.Known), s.Certain)
	}
	add("Verdict", s.Verdict, s.Because)
	front(result.FrontDecision)
	front(result.FrontBears)
	add("Asked of the boards", s.Asked...)
	return all
}

func (d *drawer) beginLabelled(widths []int, label, fill string) {
	d.write(`<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(widths[0]), `" w:type="dxa"/></w:tcPr>`)
	d.says(headCelled, label)
	d.write(`</w:tc><w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(widths[1]), `" w:type="dxa"/>`, shaded(fill), `</w:tcPr>`)
	d.begin(paragraph{style: celled})
}

func (d *drawer) endLabelled() {
	d.end(paragraph{})
	d.write(`</w:tc></w:tr>`)
}

// control draws a field to fill in, with what it says already.
func (d *drawer) control(field Field, label, says string) {
	d.controls++
	d.write(`<w:sdt><w:sdtPr><w:alias w:val="`, label, `"/><w:tag w:val="`, string(field), `"/><w:id w:val="`, strconv.Itoa(d.controls), `"/>`)
	if says == "" {
		d.write(`<w:showingPlcHdr/>`)
	}
	if field == Purpose {
		d.write(`<w:dropDownList>`)
		for _, p := range purposes {
			d.write(`<w:listItem w:displayText="`, p, `" w:value="`, p, `"/>`)
		}
		d.write(`</w:dropDownList>`)
	} else {
		d.write(`<w:text/>`)
	}
	d.write(`</w:sdtPr><w:sdtContent><w:r>`)
	if says == "" {
		d.write(`<w:rPr><w:rStyle w:val="`, d.styles.id(toFill), `"/></w:rPr>`)
		says = "to be filled in"
	}
	d.write(`<w:t xml:space="preserve">`, escaped(says), `</w:t></w:r></w:sdtContent></w:sdt>`)
}

// tableOfContents draws the contents as a field that Word renews, with its lines as they are now. It has no page numbers:
// nobody has worked them out.
func (d *drawer) tableOfContents() {
	d.says(contentsHead, "Contents")
	for i, e := range d.contents {
		p := paragraph{style: contentsLine}
		d.begin(p)
		if i == 0 {
			d.write(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-1" \n \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
		}
		d.write(`<w:hyperlink w:anchor="`, e.bookmark, `" w:history="1">`)
		d.run(wording.Plain, e.title)
		d.write(`</w:hyperlink>`)
		if i == len(d.contents)-1 {
			d.write(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		}
		d.end(p)
	}
}

// footer is the foot of each page: its number, and how many there are.
func (d *drawer) footer() string {
	d.begin(paragraph{style: footer})
	d.run(wording.Plain, "Page ")
	for i, field := range []string{"PAGE", "NUMPAGES"} {
		if i > 0 {
			d.run(wording.Plain, " of ")
		}
		d.write(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> `, field, ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
		d.run(wording.Plain, "1")
		d.write(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
	}
	d.end(paragraph{})
	return d.taken()
}
