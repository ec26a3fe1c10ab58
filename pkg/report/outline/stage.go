package outline

import (
	"strconv"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// stageSentence says at which stage a proposal is judged.
func stageSentence(words string) string { return wording.Sentence("stage: " + words) }

// stage tells at which stage the proposal is judged, how it stands for the start beside that, what is due later
// and what is past.
func (p *report) stage() []Block {
	var b blocks
	s := p.r.Stage
	b.say(strong(stageSentence(s.Words)))
	if s.Early {
		b.say(plain("At a later stage more is due: no gate passes at this one."))
	}
	if x := p.r.ToStart; x != nil {
		b.add(Break{}, Terms{[]Term{
			{Name: plain(result.ToDecide.String()), Text: wholeAt(p.r.Overall.Rating, p.r.Verdict)},
			{Name: plain(result.ToStart.String()), Text: wholeAt(x.Overall.Rating, x.Verdict)},
		}})
	}
	p.dueLater(&b)
	p.past(&b)
	return b
}

// wholeAt says how the whole stands at a stage, on a line.
func wholeAt(r result.Rating, v result.Verdict) wording.Text {
	return append(compared(r), plain(wording.Sentence(v.Sentence)))
}

// dueLater tells what is due at later stages: what is known to be lacking first, then what is not known, and
// what is in place already.
func (p *report) dueLater(b *blocks) {
	for rest := p.r.DueLater; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].Due == rest[0].Due {
			n++
		}
		group := rest[:n]
		rest = rest[n:]
		b.heading("Due " + group[0].By)
		var lacking, open blocks
		var met []string
		for _, d := range group {
			c := p.r.Criterion(d.Criterion)
			switch d.Status {
			case rating.Met, rating.NotApplicable:
				met = append(met, d.Title+" "+named(c.ID).Text)
			case rating.Unknown:
				open.add(signed(c, plain(wording.Sentence(c.Title)), named(c.ID)))
			default:
				lacking.add(signed(c, plain(wording.Sentence(c.Says)), named(c.ID)))
			}
		}
		b.add(lacking...)
		b.add(open...)
		if len(met) > 0 {
			b.say(faint(wording.Sentence("in place already, or set aside (" + strconv.Itoa(len(met)) + " of " + strconv.Itoa(len(group)) + "): " + strings.Join(met, "; "))))
		}
	}
}

// past tells what only a step that has been taken could have used.
func (p *report) past(b *blocks) {
	if len(p.r.Past) == 0 {
		return
	}
	b.heading("Past")
	b.say(faint("Only a step that has been taken could have used it: it neither counts nor is asked."))
	for _, x := range p.r.Past {
		c := p.r.Criterion(x.Criterion)
		text := plain(wording.Sentence(x.Title))
		if x.Without {
			text = strong(wording.Sentence(c.Says))
		}
		b.add(signed(c, text, named(c.ID)))
	}
}
