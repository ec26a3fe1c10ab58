package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// benefits tells each promised benefit with its measure, and what it lacks.
func (p *page) benefits() {
	if len(p.r.Benefits) == 0 {
		return
	}
	p.heading(body, "The benefits that are promised")
	for i, b := range p.r.Benefits {
		n := plain(fmt.Sprint(i + 1))
		in := body + len(n.Text) + 1
		head := []span{plain(wording.Sentence(b.What))}
		if b.For != "" {
			head = append(head, plain("For "+b.For+"."))
		}
		p.item(body, n, append(head, p.quiet("("+b.Place.String()+")"))...)
		p.field(in, "measured", b.Measure)
		switch {
		case b.Baseline != "" && b.Target != "":
			p.field(in, "from, to", b.Baseline+" "+p.arrow+" "+b.Target)
		case b.Baseline != "":
			p.field(in, "from", b.Baseline)
		case b.Target != "":
			p.field(in, "to", b.Target)
		}
		p.field(in, "by", b.By)
		p.field(in, "source", b.Source)
		if b.PatientReported == proposal.Yes {
			p.field(in, "told by", "patients themselves")
		}
		p.field(in, "lacks", wording.And(b.Missing))
	}
}

// typology tells what kind of partnership it is, as declared and as the facts have it.
func (p *page) typology() {
	t := p.r.Typology
	p.heading(body, "What kind of partnership it is")
	var rows [][]string
	for _, a := range []struct {
		name string
		axis result.Axis
	}{{"nature", t.Nature}, {"scale", t.Scale}, {"form", t.Form}} {
		rows = append(rows, []string{a.name, cmp.Or(a.axis.Declared, "not declared"), cmp.Or(a.axis.Derived, "not told"), cmp.Or(a.axis.Words, wording.And(a.axis.Possible))})
	}
	p.table(body, []column{{title: ""}, {title: "declared"}, {title: "from the facts"}, {title: "taken as", wide: true}}, rows)
}

// objectives tells what the arrangement is for, and whose objectives that serves.
func (p *page) objectives() {
	if len(p.r.Objectives) == 0 {
		return
	}
	p.heading(body, "What it is for, and whom that serves")
	for _, o := range p.r.Objectives {
		p.item(body, plain(p.dash), plain(wording.Sentence(cmp.Or(o.Text, o.ID))))
		for _, s := range o.Serves {
			spans := []span{plain(p.organisation(s.Organisation) + ":")}
			switch {
			case !s.Known:
				spans = append(spans, p.quiet("not said"))
			case len(s.Objectives) == 0:
				spans = append(spans, plain("none of its own objectives"))
			default:
				spans = append(spans, plain(strings.Join(s.Objectives, "; ")))
			}
			p.text(body+2, spans...)
		}
	}
}

// risks sets the risks of doing it beside those of not doing it, then the red flags.
func (p *page) risks() {
	doing, not := p.riskList(p.r.Risks.Doing), p.riskList(p.r.Risks.NotDoing)
	if len(p.r.Risks.Forgone) > 0 {
		not = append(not, func(width int) []string { return textwrap.Flow(width, p.quiet("Given up by not doing it:")) })
	}
	for _, f := range p.r.Risks.Forgone {
		not = append(not, func(width int) []string {
			return p.entry(width, plain(wording.Sentence(cmp.Or(f.Forgone, f.Title))))
		})
	}
	none := "None is registered."
	if !p.r.Risks.Known {
		none = "No register is given."
	}
	p.gap()
	room := p.measure - body
	if p.width >= wide {
		room = (p.measure - body - 4) / 2
	}
	left := append([]string{textwrap.Render(p.strong, "Risks of doing it")}, drawn(doing, none, room)...)
	right := append([]string{textwrap.Render(p.strong, "Risks of not doing it")}, drawn(not, none, room)...)
	if p.width >= wide {
		p.lines(0, textwrap.Beside([]int{body, body + room + 4}, left, right))
	} else {
		p.lines(body, left)
		p.gap()
		p.lines(body, right)
	}
	if len(p.r.Risks.RedFlags) > 0 {
		p.heading(body, "Red flags")
		for _, id := range p.r.Risks.RedFlags {
			if c := p.r.Criterion(id); c != nil {
				p.item(body, p.sign(c), plain(wording.Sentence(c.Says)), p.name(c))
			}
		}
	}
}

// drawn draws entries at a width, or says that there are none.
func drawn(entries []func(int) []string, none string, width int) []string {
	if len(entries) == 0 {
		return textwrap.Flow(width, plain(none))
	}
	var lines []string
	for _, e := range entries {
		lines = append(lines, e(width)...)
	}
	return lines
}

func (p *page) riskList(risks []result.Risk) []func(int) []string {
	var all []func(int) []string
	for _, r := range risks {
		all = append(all, func(width int) []string {
			var more []string
			if r.Likelihood != "" || r.Impact != "" {
				more = append(more, "likelihood "+cmp.Or(r.Likelihood, "not said")+", impact "+cmp.Or(r.Impact, "not said"))
			}
			if r.For != "" {
				more = append(more, "for "+p.organisation(r.For))
			}
			more = append(more, "owner "+cmp.Or(r.Owner, "not named"))
			spans := []span{plain(wording.Sentence(r.What)), p.quiet(wording.Sentence(strings.Join(more, "; ")))}
			if r.Mitigation != "" {
				spans = append(spans, plain("Against it: "+wording.Sentence(r.Mitigation)))
			}
			return p.entry(width, append(spans, p.quiet("("+r.Place.String()+")"))...)
		})
	}
	return all
}

// entry hangs text from a dash.
func (p *page) entry(width int, spans ...span) []string {
	return textwrap.Beside([]int{0, 2}, []string{p.dash}, textwrap.Flow(width-2, spans...))
}

// takingOn tells for each board what it would take on from the other, and what there is to carry it.
func (p *page) takingOn() {
	for _, t := range p.r.TakingOn {
		name := p.organisation(t.Organisation)
		p.heading(body, "What "+name+" would take on")
		p.text(body, plain(wording.Sentence(t.Sentence)))
		for _, q := range t.Problems {
			more := []string{}
			if q.Area != "" && !strings.EqualFold(q.Area, q.What) {
				more = append(more, q.Area)
			}
			if q.CostM != nil {
				more = append(more, p.pound+strconv.FormatFloat(*q.CostM, 'f', -1, 64)+"m")
			}
			more = append(more, "plan: "+cmp.Or(string(q.Plan), "not said"), "funded: "+cmp.Or(string(q.Funded), "not said"))
			p.item(body, plain(p.dash), plain(wording.Sentence(q.What)), p.quiet(wording.Sentence(strings.Join(more, "; "))), p.quiet("("+q.Place.String()+")"))
		}
		if len(t.Capacity) > 0 {
			p.text(body, plain("To carry it:"))
			for _, f := range t.Capacity {
				p.item(body, plain(p.dash), plain(f.Label+": "+f.Value), p.quiet("("+f.Place.String()+")"))
			}
		}
	}
}
