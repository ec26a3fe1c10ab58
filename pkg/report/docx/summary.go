package docx

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// summary draws what the front sheet does not say of the first screen, on at most two pages: what has no room stands
// under “In full”, and is counted.
func (d *drawer) summary(o outline.Outline) {
	if o.Front == nil && len(o.Lead) == 0 {
		return
	}
	d.headed(paragraph{level: 1, page: true}, "Summary")
	d.blocks(2, o.Lead)
	if o.Front == nil {
		return
	}
	kept := fitted(o.Front)
	shown := func(mark string) bool {
		for i, b := range o.Front.Blocks {
			if b.ID == result.FrontFor || b.ID == result.FrontAgainst {
				if slices.ContainsFunc(b.Lines[:kept[i]], func(l result.FrontLine) bool { return l.Mark == mark }) {
					return true
				}
			}
		}
		return false
	}
	for i := range o.Front.Blocks {
		switch b := &o.Front.Blocks[i]; b.ID {
		case result.FrontTitle, result.FrontDecision, result.FrontBears: // on the front sheet
		case result.FrontQuestions:
			d.sixQuestions(b, shown)
		case result.FrontSources:
			for _, l := range b.Lines {
				d.heading(2, wording.Upper(strings.ToLower(l.Label)))
				d.says(running, result.FrontText(l.Text))
			}
		default:
			d.frontBlock(b, kept[i])
		}
	}
}

// frontHeading draws the heading of a block, and below it what stands beside it on a screen.
func (d *drawer) frontHeading(b *result.FrontBlock) {
	heading, more, _ := strings.Cut(b.Heading, "   ")
	d.heading(2, heading)
	if more != "" {
		text := wording.Upper(strings.TrimSpace(more))
		if b.Aside != "" {
			text += " (" + b.Aside + ")"
		}
		d.paragraph(paragraph{style: running, keeps: true}, wording.Text{{Text: wording.Sentence(text)}})
	}
}

// frontBlock draws the lines of a block that are kept.
func (d *drawer) frontBlock(b *result.FrontBlock, kept int) {
	d.frontHeading(b)
	marks := make([]string, kept)
	for i, l := range b.Lines[:kept] {
		marks[i] = l.Mark
	}
	of := d.begun(marks)
	for _, l := range b.Lines[:kept] {
		d.listItem(of, l.Mark, wording.Text{{Text: frontSays(&l)}})
	}
	if left := len(b.Lines) - kept + len(b.More); left > 0 {
		where := outline.InFull
		switch b.ID {
		case result.FrontSettle:
			where = outline.Conditions
		case result.FrontTypes:
			where = outline.HowRated
		}
		d.paragraph(paragraph{style: running}, wording.Text{{Text: strconv.Itoa(left) + " more under “" + where + "”.", Tone: wording.Faint}})
	}
}

// frontSays is what a line says, with who can say it.
func frontSays(l *result.FrontLine) string {
	text := result.FrontText(l.Text)
	if l.Label != "" {
		text = wording.Upper(strings.ToLower(l.Label)) + ": " + text
	}
	if l.Who != "" {
		text += " (" + wording.Upper(l.Who) + ")"
	}
	return text
}

// sixQuestions draws the six as a table: each with its rating, what is stated on it and the lines that bear on it.
func (d *drawer) sixQuestions(b *result.FrontBlock, shown func(string) bool) {
	d.frontHeading(b)
	t := outline.Table{Columns: []outline.Column{{Title: "question"}, {Title: "rating so far"}, {Title: "what bears on it", Wide: true}}}
	for i := range b.Lines {
		l := &b.Lines[i]
		bears := strings.Join(wording.Given(result.FrontText(l.Text), result.FrontPointers(l, shown)), "; ")
		t.Rows = append(t.Rows, []wording.Text{{{Text: l.Label}}, {{Kind: wording.Mark, Grade: l.Rating}, {Text: l.Rated}}, {{Text: bears}}})
	}
	d.table(t)
}

// mostLines is how many lines two pages hold, reckoned with letters that are rather wide and with the room between
// paragraphs.
const (
	mostLines = 84
	lineHolds = 88
)

// fitted is how many lines of each block stand in the summary, so that it fits on two pages: what there is most of gives
// way first, and what stands against it last.
func fitted(f *result.Front) []int {
	kept := make([]int, len(f.Blocks))
	height := 0
	high := func(l *result.FrontLine, holds int) int { return utf8.RuneCountInString(frontSays(l))/holds*4 + 5 } // in quarters of a line
	for i := range f.Blocks {
		b := &f.Blocks[i]
		kept[i] = len(b.Lines)
		switch b.ID {
		case result.FrontTitle, result.FrontDecision, result.FrontBears:
			continue
		}
		height += 10
		for n := range b.Lines {
			holds := lineHolds
			if b.ID == result.FrontQuestions {
				holds = lineHolds / 2
			}
			height += high(&b.Lines[n], holds)
		}
	}
	for _, to := range []int{3, 2, 1} {
		for _, id := range []result.FrontBlockID{result.FrontFor, result.FrontNotTold, result.FrontSettle, result.FrontTypes, result.FrontMisfits, result.FrontAgainst} {
			i := slices.IndexFunc(f.Blocks, func(b result.FrontBlock) bool { return b.ID == id })
			for i >= 0 && kept[i] > to && height > mostLines*4 {
				kept[i]--
				height -= high(&f.Blocks[i].Lines[kept[i]], lineHolds)
			}
		}
	}
	return kept
}
