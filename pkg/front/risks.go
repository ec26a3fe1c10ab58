package front

import (
	"slices"
	"strings"
	"unicode/utf8"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// level orders the words for likelihood and impact.
var level = map[string]int{"low": 1, "medium": 2, "high": 3}

// gravestRisk is the weight of a risk that is as likely and as bad as can be.
const gravestRisk = 4*3 + 3

// risksOfDoing tells of each risk of going ahead that has no mitigation or no owner, of the gravest of the rest, and behind
// much else of what else would be bad.
func (p *page) risksOfDoing() []item {
	var all []item
	var gravest *proposal.Value
	var seenTo []*proposal.Value // grave, and with something done about it or somebody who does
	weight := 0
	for _, v := range p.j.Doc.Root.Find(paths.Risks).Stated() {
		if v.At(paths.Of).Is("not-doing") {
			continue
		}
		w := 4*level[v.At(paths.Impact).String()] + level[v.At(paths.Likelihood).String()]
		if unseenTo(v) {
			x := p.risk(v)
			x.class, x.weight = unownedRisk, w
			if w == gravestRisk && leftAlone(v) {
				x.class = redFlag
			}
			if i := v.At(paths.Impact); i.Known() && !i.Is("high") { // behind what is graver
				x.class = enablerNotMet
			}
			all = append(all, x)
			continue
		}
		if !v.At(paths.Impact).Is("high") {
			continue
		}
		seenTo = append(seenTo, v)
		if w > weight {
			gravest, weight = v, w
		}
	}
	if gravest != nil {
		x := p.risk(gravest)
		x.class, x.weight = graveRisk, weight
		all = append(all, x)
	}
	for _, v := range seenTo {
		if v == gravest {
			continue
		}
		x := p.risk(v)
		x.class, x.weight, x.entry = poorFact, -1, v // behind what is so
		if v.At(paths.Mitigation).String() == "" || v.At(paths.Owner).String() == "" {
			x.class = plainNo
		}
		all = append(all, x)
	}
	return all
}

// leftAlone reports whether a risk has neither mitigation nor owner, and is said not to have the one or the other.
func leftAlone(risk *proposal.Value) bool {
	mitigation, owner := risk.At(paths.Mitigation), risk.At(paths.Owner)
	return mitigation.String() == "" && owner.String() == "" && (mitigation != nil && mitigation.State == proposal.None || owner != nil && owner.State == proposal.None)
}

// unseenTo reports whether a risk is known to have no mitigation or no owner, or is told without either.
func unseenTo(risk *proposal.Value) bool {
	mitigation, owner := risk.At(paths.Mitigation), risk.At(paths.Owner)
	return mitigation != nil && mitigation.State == proposal.None || owner != nil && owner.State == proposal.None || mitigation.String() == "" && owner.String() == ""
}

// withRisks adds lines on risks: where a criterion that is not met names one of them, the risk's own line tells both.
func withRisks(all, risks []item) []item {
	for i := range risks {
		r := &risks[i]
		all = slices.DeleteFunc(all, func(x item) bool {
			at, what := entry(first(x.at))
			if at == nil || at != first(r.at) || len(x.quotes) != 1 || x.quotes[0] != what {
				return false
			}
			r.class, r.no = min(r.class, x.class), r.no || x.no
			r.criteria, r.at = append(r.criteria, x.criteria...), append(r.at, x.at...)
			return true
		})
	}
	return append(all, risks...)
}

// risk tells a risk with how likely and how bad it is, what is done about it, and what hinders that.
func (p *page) risk(v *proposal.Value) item {
	what := v.At(paths.What).String()
	x := item{at: []*proposal.Value{v}, entry: v, quotes: []string{what, v.At(paths.Mitigation).String()}, questions: []string{p.j.Cat.Showing(catalogue.Risks).ID}}
	text := what
	if grades := gradesOf(v); grades != "" {
		text += ": " + grades
	}
	mitigation, owner := v.At(paths.Mitigation), v.At(paths.Owner)
	var none, untold []string
	for _, x := range []struct {
		of   *proposal.Value
		word string
	}{{mitigation, "mitigation"}, {owner, "owner"}} {
		switch {
		case x.of != nil && x.of.State == proposal.None:
			none = append(none, "no "+x.word)
		case x.of.String() == "":
			untold = append(untold, x.word)
		}
	}
	if len(none) > 0 {
		text += "; " + wording.And(none)
	}
	if len(untold) > 0 { // which is not the same as none
		text += "; no " + wording.Or(untold) + " told"
	}
	text = wording.Sentence(text)
	if m := mitigation.String(); m != "" {
		m = strings.TrimSuffix(m, ".")
		if h := p.hindrance(what + " " + m); h != nil {
			m += "; " + p.within(h.Word)
			x.at, x.quotes = append(x.at, h), append(x.quotes, h.Word)
		}
		text += " " + wording.Sentence(m)
	}
	x.text = text
	return x
}

// gradesOf says how likely and how bad a risk is: of two different grades the high one alone.
func gradesOf(v *proposal.Value) string {
	l, i := v.At(paths.Likelihood).String(), v.At(paths.Impact).String()
	if l != i && i == "high" {
		l = ""
	}
	switch {
	case l != "" && l == i:
		return "likelihood and impact " + l
	case l != "" && i != "":
		return "likelihood " + l + ", impact " + i
	case i != "":
		return "impact " + i
	case l != "":
		return "likelihood " + l
	}
	return ""
}

// hindrance gives what the document says hinders it and is about the same thing as a text.
func (p *page) hindrance(text string) *proposal.Value {
	words := keywords(text)
	for _, h := range p.j.Doc.Root.Find(paths.Hinders).Stated() {
		for _, w := range keywords(h.Word) {
			if len(w) > 5 && slices.Contains(words, w) {
				return h
			}
		}
	}
	return nil
}

// hindrances tells what the document says hinders it from outside, as far as no line on a risk has told it: in one line
// where that holds it.
func (p *page) hindrances(told []item) []item {
	var all []item
	for _, h := range p.j.Doc.Root.Find(paths.Hinders).Stated() {
		if h.Word == "" || slices.ContainsFunc(told, func(x item) bool { return slices.Contains(x.quotes, h.Word) || slices.Contains(x.at, h) }) {
			continue
		}
		what := strings.TrimSuffix(p.within(h.Word), ".")
		if n := len(all) - 1; n >= 0 && utf8.RuneCountInString(all[n].text+what) <= long {
			x := &all[n]
			x.text, x.quotes, x.at = strings.TrimSuffix(x.text, ".")+"; "+what+".", append(x.quotes, h.Word), append(x.at, h)
			continue
		}
		all = append(all, item{text: "From outside: " + what + ".", quotes: []string{h.Word}, at: []*proposal.Value{h}, entry: h, class: poorFact, questions: []string{p.j.Cat.Showing(catalogue.Risks).ID}})
	}
	return all
}
