package front

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// turns are the questions on which an early idea turns, in the order in which they decide: the form, the
// benefit, what was done together before, who backs it, and what is told of one of the two alone. Of anything
// further on there are none.
func (p *page) turns() []result.FrontLine {
	if !p.underTenth() || p.j.Placement.Form.Known() {
		return nil
	}
	root := p.j.Doc.Root
	var all []item
	all = append(all, p.whichForm())
	if len(root.Find(paths.Benefits).Stated()) == 0 {
		all = append(all, p.whichBenefit())
	}
	if len(root.Find(paths.History).Stated()) == 0 {
		all = append(all, item{text: "What have the two done together so far, and how did it go? If nothing, a small piece of joint work comes first.", at: p.arrangement(), who: p.starters()})
	}
	one, two := p.j.Doc.Organisations[0].Own(paths.BacksThisPartner), p.j.Doc.Organisations[1].Own(paths.BacksThisPartner)
	if !one.Known() && !two.Known() {
		text := "Do the leaders of " + p.names[0] + " and of " + p.names[1] + " back it?"
		if by := root.Find(paths.BrokeredBy); by.Is("clinicians") {
			text += " Only clinicians are told of."
		}
		all = append(all, item{text: text, at: p.arrangement(), who: "both chief executives"})
	}
	all = append(all, p.sectors()...)
	if len(all) > mostTurns {
		all = all[:mostTurns]
	}
	return p.numbered(all)
}

func (p *page) arrangement() []*proposal.Value {
	return append(p.kindAt(), wordsOf(p.j.Doc.Root.Find(paths.Reason))...)
}

func wordsOf(v *proposal.Value) []*proposal.Value {
	if v.Known() {
		return []*proposal.Value{v}
	}
	return nil
}

// starters are those who began it, for what only they can tell.
func (p *page) starters() string {
	if by := p.j.Doc.Root.Find(paths.BrokeredBy); by.Is("clinicians") {
		return "the clinicians who began it"
	}
	return "both chief executives"
}

// whichForm asks for the form, which decides most, with how much counts under a light one and one that binds.
func (p *page) whichForm() item {
	light, binding := judge.Type{Nature: "voluntary", Scale: "individual"}, judge.Type{Nature: "voluntary", Scale: "structural"}
	lightForm, bindingForm := "pathway", "shared-service"
	words := [4]string{"a pathway that the teams work", "something that binds both bodies", "a pathway begun by choice", "a shared service"}
	switch p.j.Doc.Root.Find(paths.BrokeredBy).String() {
	case "regulator", "commissioner", "regional-authority", "national-body", "government", "funder":
		light.Nature, binding.Nature = "mandated", "mandated"
		lightForm, bindingForm = "buddying", "acquisition"
		words = [4]string{"help from a few people", "a change of the organisations themselves", "buddying", "an acquisition"}
	}
	n, m := p.counted(light, lightForm), p.counted(binding, bindingForm)
	return item{
		text: "Which form: " + words[0] + ", or " + words[1] + "? As " + words[2] + ", " + strconv.Itoa(n) + " things count; as " + words[3] + ", " + strconv.Itoa(m) + ".",
		at:   p.kindAt(), who: "both strategy leads",
	}
}

// counted is how many criteria count where the proposal is of a type and form.
func (p *page) counted(t judge.Type, form string) int {
	n := 0
	assumed := p.j.Otherwise(p.j.Doc, p.j.Placement.As(t, form))
	for i := range assumed.Criteria {
		if assumed.Criteria[i].Kind.Counts() {
			n++
		}
	}
	return n
}

// whichBenefit asks what the reason, taken as a benefit, would be seen by.
func (p *page) whichBenefit() item {
	reason := p.j.Doc.Root.Find(paths.Reason)
	what := firstSentence(reason.String())
	if before, _, found := strings.Cut(what, " if "); found {
		what = before
	}
	subject := "The benefit"
	if what != "" && utf8.RuneCountInString(what) <= 80 {
		subject = quotedTitle(what)
	}
	return item{
		text:   subject + ": what shows it, where does it stand now, where is it to get and by when?",
		quotes: []string{what}, at: p.arrangement(), who: p.starters(),
	}
}

// sectors asks for the sector of the one of whom it is not told.
func (p *page) sectors() []item {
	one, two := p.j.Doc.Organisations[0].Own(paths.Sector), p.j.Doc.Organisations[1].Own(paths.Sector)
	if one.Known() == two.Known() {
		return nil
	}
	told, other, v := 0, 1, one
	if two.Known() {
		told, other, v = 1, 0, two
	}
	text := "To which sector does " + p.names[other] + " belong? Of " + p.names[told] + " it is told."
	if v.Is("nhs") {
		text = "Is " + p.names[other] + " in the NHS? " + p.names[told] + " is; of " + p.names[other] + " it is not told."
	}
	return []item{{text: text, at: []*proposal.Value{v, p.j.Doc.Organisations[other]}, who: wording.Whose(p.names[other]) + " chief executive"}}
}
