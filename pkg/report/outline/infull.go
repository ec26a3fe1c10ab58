package outline

import (
	"partner/pkg/result"
	"partner/pkg/wording"
)

// How the first screen calls the sections that list all of what it has room for only in part.
const (
	InFull     = "In full"
	Conditions = "Conditions"
	HowRated   = "How the rating came about"
)

// listed are the blocks of the first screen of which it may have to leave lines out. What is to be settled is listed as
// conditions.
var listed = []result.FrontBlockID{result.FrontMisfits, result.FrontFor, result.FrontAgainst, result.FrontNotTold}

// inFull lists every line of those blocks, by the letters and numbers of the first screen. Where each rests in the
// document stands there, beside those that it shows.
func (p *report) inFull() []Block {
	var b blocks
	for _, id := range listed {
		block := p.r.Front.Block(id)
		if block == nil {
			continue
		}
		b.heading(block.Heading)
		for _, lines := range [][]result.FrontLine{block.Lines, block.More} {
			for i := range lines {
				l := &lines[i]
				text := wording.Text{plain(result.FrontText(l.Text))}
				if l.Who != "" && !p.board {
					text = append(text, faint(wording.Bracketed(l.Who)))
				}
				b.add(Item{Bullet: Bullet{Kind: Marked, Mark: l.Mark}, Text: text})
			}
		}
	}
	return b
}
