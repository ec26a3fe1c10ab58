package outline

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// benefits tells each promised benefit with its measure, and what it lacks.
func (p *report) benefits(b *blocks) {
	if len(p.r.Benefits) == 0 {
		return
	}
	b.heading("The benefits that are promised")
	for i, x := range p.r.Benefits {
		head := wording.Text{plain(wording.Sentence(x.What))}
		if x.For != "" {
			head = append(head, plain("For "+x.For+"."))
		}
		var in blocks
		in.fact("measured", x.Measure)
		switch {
		case x.Baseline != "" && x.Target != "":
			in.fact("from, to", x.Baseline+" "+arrow+" "+x.Target)
		case x.Baseline != "":
			in.fact("from", x.Baseline)
		case x.Target != "":
			in.fact("to", x.Target)
		}
		in.fact("by", x.By)
		in.fact("reached", x.Reached)
		in.fact("source", x.Source)
		in.fact("kind", strings.Join(wording.Given(x.Kind, x.Amount), ", "))
		switch x.NeedsLaterStep {
		case string(proposal.Yes):
			in.fact("needs", "a later step")
		case string(proposal.No):
			in.fact("needs", "no later step")
		}
		if x.PatientReported == proposal.Yes {
			in.fact("told by", "those whom it is for")
		}
		if x.PatientReported == proposal.No {
			in.fact("told by", "others than those whom it is for")
		}
		in.fact("lacks", wording.And(x.Missing))
		it := numbered(i+1, append(head, at(x.Place))...)
		it.Below = in
		b.add(it)
	}
}

// typology tells what kind of partnership it is, as declared and as the facts have it.
func (p *report) typology(b *blocks) {
	b.heading("What kind of partnership it is")
	t := Table{Columns: []Column{{}, {Title: "declared"}, {Title: "from the facts"}, {Title: "taken as", Wide: true}}}
	for _, a := range []struct {
		name string
		axis result.Axis
	}{{"nature", p.r.Typology.Nature}, {"scale", p.r.Typology.Scale}, {"form", p.r.Typology.Form}} {
		t.Rows = append(t.Rows, row(a.name, cmp.Or(a.axis.Declared, "not declared"), cmp.Or(a.axis.Derived, "not told"), cmp.Or(a.axis.Words, wording.And(a.axis.Possible))))
	}
	b.add(t)
	for _, a := range []struct {
		name string
		axis result.Axis
	}{{"nature", p.r.Typology.Nature}, {"scale", p.r.Typology.Scale}, {"form", p.r.Typology.Form}} {
		var told []string
		for _, f := range slices.Concat(a.axis.Facts, a.axis.Supports) {
			told = append(told, withReason(result.Said{Value: f.Path + " " + f.Value, Because: f.Because}))
		}
		if len(told) > 0 {
			b.fact(a.name, "by "+strings.Join(told, ", "))
		}
	}
}

// objectives tells what the arrangement is for, and whose objectives that serves.
func (p *report) objectives(b *blocks) {
	if len(p.r.Objectives) == 0 {
		return
	}
	b.heading("What it is for, and whom that serves")
	for _, o := range p.r.Objectives {
		var in blocks
		for _, s := range o.Serves {
			served := plain(strings.Join(s.Objectives, "; "))
			switch {
			case !s.Known:
				served = faint("not said")
			case len(s.Objectives) == 0:
				served = plain("none of its own objectives")
			}
			in.say(plain(p.organisation(s.Organisation)+":"), served)
		}
		it := item(plain(wording.Sentence(cmp.Or(o.Text, o.ID))))
		it.Below = in
		b.add(it)
	}
}

// risks sets the risks of doing it beside those of not doing it, then the red flags.
func (p *report) risks(b *blocks) {
	r := &p.r.Risks
	doing, not := risks(r.Doing, p.r.Organisations), risks(r.NotDoing, p.r.Organisations)
	if len(r.Forgone) > 0 {
		not.say(faint("Given up by not doing it:"))
	}
	for _, f := range r.Forgone {
		not.add(item(plain(wording.Sentence(cmp.Or(f.Forgone, f.Title)))))
	}
	for _, side := range []*blocks{&doing, &not} {
		if len(*side) == 0 {
			side.add(noRisks(r.Known))
		}
	}
	b.add(Break{}, Pair{Side{risksOfDoing, doing}, Side{risksOfNotDoing, not}})
	if len(r.RedFlags) > 0 {
		b.heading("Red flags")
		for _, id := range r.RedFlags {
			if c := p.r.Criterion(id); c != nil {
				b.add(signed(c, plain(wording.Sentence(c.Says)), weighed(c)))
			}
		}
	}
}

// How the two lists of risks are called.
const (
	risksOfDoing    = "Risks of doing it"
	risksOfNotDoing = "Risks of not doing it"
)

// noRisks says that a list of risks is empty, or that there is none.
func noRisks(known bool) Paragraph {
	if known {
		return says(plain("None is registered."))
	}
	return says(plain("No register is given."))
}

// risks lists risks of the register.
func risks(all []result.Risk, of [2]result.Organisation) blocks {
	var b blocks
	for _, r := range all {
		var more []string
		if r.Likelihood != "" || r.Impact != "" {
			more = append(more, "likelihood "+cmp.Or(r.Likelihood, "not said")+", impact "+cmp.Or(r.Impact, "not said"))
		}
		if r.For != "" {
			more = append(more, "for "+organisation(of, r.For))
		}
		more = append(more, "owner "+cmp.Or(r.Owner, "not named"))
		text := wording.Text{plain(wording.Sentence(r.What)), faint(wording.Sentence(strings.Join(more, "; ")))}
		if r.Mitigation != "" {
			text = append(text, plain("Against it: "+wording.Sentence(r.Mitigation)))
		}
		b.add(item(append(text, at(r.Place))...))
	}
	return b
}

// takingOn tells for each board what it would take on from the other, and what there is to carry it.
func (p *report) takingOn(b *blocks) {
	for _, t := range p.r.TakingOn {
		b.heading("What " + p.organisation(t.Organisation) + " would take on")
		b.say(plain(wording.Sentence(t.Sentence)))
		for _, q := range t.Problems {
			var more []string
			if q.Area != "" && !strings.EqualFold(q.Area, q.What) {
				more = append(more, q.Area)
			}
			if q.CostM != nil {
				more = append(more, wording.Millions(p.r.Currency, *q.CostM))
			}
			more = append(more, "plan: "+cmp.Or(string(q.Plan), "not said"), "funded: "+cmp.Or(string(q.Funded), "not said"))
			for _, why := range q.Why {
				more = append(more, "not known: "+strings.TrimSuffix(why.Because, "."))
			}
			b.add(item(plain(wording.Sentence(q.What)), faint(wording.Sentence(strings.Join(more, "; "))), at(q.Place)))
		}
		if len(t.Capacity) > 0 {
			b.say(plain("To carry it:"))
			for _, f := range t.Capacity {
				b.add(item(plain(f.Label+": "+f.Value), at(f.Place)))
			}
		}
	}
}

// governance sets what is recommended against what is proposed.
func (p *report) governance(b *blocks) {
	if len(p.r.Governance) == 0 {
		return
	}
	b.heading("What is recommended, against what is proposed")
	t := Table{Columns: []Column{{Title: "recommended", Wide: true}, {Title: "proposed"}, {Title: "what to do", Wide: true}}}
	for _, e := range p.r.Governance {
		title, do := e.Title, ""
		if e.Recommended == result.Perhaps {
			title += ifApplies
		}
		switch d := p.r.Departure(e.ID); {
		case d.InForce() && e.Status != result.InPlace:
			do = "Gone without: " + p.departure(e.ID)
		case e.Status == result.NotKnown && len(e.SettledBy) > 0:
			do = "State it under " + paths(e.SettledBy)
		case e.Status == result.Different || e.Status == result.Missing || e.Status == result.NotKnown:
			do = strings.Join(wording.Given(e.Do, wording.Bracketed(e.Who)), " ")
		}
		t.Rows = append(t.Rows, row(title, string(e.Status), cmp.Or(do, dash)))
	}
	b.add(t)
}
