package cli

import (
	"strings"

	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// reference is a page to look things up on, in the making.
type reference struct{ blocks []outline.Block }

// page gives the page.
func (r *reference) page() outline.Outline {
	return outline.Outline{Reference: true, Lead: r.blocks}
}

func (r *reference) add(b ...outline.Block) { r.blocks = append(r.blocks, b...) }

// gap parts what belongs together from what follows.
func (r *reference) gap() { r.add(outline.Break{}) }

// line writes text across the whole width.
func (r *reference) line(text string) { r.add(outline.Paragraph{Text: words(text)}) }

// head writes an id and the title that goes with it.
func (r *reference) head(id, title string) {
	r.line(id)
	if title != id {
		r.line(title)
	}
	r.gap()
}

// paragraph writes text across the whole width, and parts it from what follows.
func (r *reference) paragraph(text string) {
	r.line(text)
	r.gap()
}

// entry writes a label and, beside it, text; nothing where the text is empty.
func (r *reference) entry(label, text string) {
	if text != "" {
		r.add(outline.Fact{Label: label, Text: words(text)})
	}
}

// condition writes a label and, beside it, the lines of a condition, which are indented by their depth.
func (r *reference) condition(label string, lines []string) {
	f := outline.Fact{Label: label}
	for _, l := range lines {
		text := strings.TrimLeft(l, " ")
		depth := len(l) - len(text)
		text, part := strings.CutPrefix(text, "- ")
		f.Lines = append(f.Lines, outline.Line{Depth: depth, Part: part, Text: text})
	}
	r.add(f)
}

// sample writes lines of a document as they are.
func (r *reference) sample(lines ...string) { r.add(outline.Sample{Lines: lines}) }

// words is text in one part.
func words(text string) wording.Text { return wording.Text{{Text: text}} }
