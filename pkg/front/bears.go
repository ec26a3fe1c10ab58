package front

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// bears says what case the paper makes: whether acting is argued, and whether acting in this way is shown. It closes
// with the gravest one or two, in the document's words.
func (p *page) bears(misfits bool) []result.FrontLine {
	acting, at, quotes := p.acting()
	this := p.thisWay(misfits)
	x := item{text: "For acting: " + acting + " For this way: " + this.text, at: append(at, this.at...), criteria: this.criteria, refs: this.refs, quotes: append(quotes, this.quotes...)}
	for _, v := range at {
		if r := p.letterOf(v); r.text != "" {
			x.refs = append(x.refs, r)
		}
	}
	return p.labelled("Case made", x)
}

// acting says whether a need, a reason or a risk of not doing is stated, on which statements, and in which of their words.
func (p *page) acting() (says string, at []*proposal.Value, quotes []string) {
	root := p.j.Doc.Root
	if grounds, by := p.groundsToAct(); len(grounds) > 0 {
		says = "yes; " + p.name(p.j.Helped()) + " " + wording.And(grounds)
		if need := p.needBeside(grounds); need != nil {
			return says + "; " + p.within(need.Word) + ".", append(by, need), []string{need.Word}
		}
		because := ""
		for _, v := range by {
			if f := p.factOf(v); f != nil && because == "" {
				because = firstSentence(p.why(f))
			}
		}
		if because != "" && len(grounds) == 1 && utf8.RuneCountInString(because) < fewSaid {
			says, quotes = says+": "+p.within(because), []string{because}
		}
		return says + ".", by, quotes
	}
	for _, a := range root.Find(paths.Alternatives).Stated() {
		if why := a.At(paths.WhyNot); a.At(paths.FormWeighed).Is("do-nothing") && why.String() != "" && utf8.RuneCountInString(why.Word) < fewSaid && !pronoun(why.Word) && !itself.MatchString(why.Word) {
			return p.yes(why.Word), []*proposal.Value{why}, nil
		}
	}
	if need := root.Find(paths.PatientNeed); need.String() != "" {
		if letter := p.letterOf(need).text; letter == "" && utf8.RuneCountInString(need.Word) < fewSaid {
			return p.yes(need.Word), []*proposal.Value{need}, []string{need.Word}
		}
		return "yes, a need of " + p.j.Cat.Words.Say("people") + " is told" + p.letterOf(need).text + ".", []*proposal.Value{need}, nil
	}
	if reason := root.Find(paths.Reason); reason.String() != "" {
		if utf8.RuneCountInString(reason.Word) < 60 {
			return p.yes(reason.Word), []*proposal.Value{reason}, nil
		}
		return "yes, a reason is told" + p.letterOf(reason).text + ".", []*proposal.Value{reason}, nil
	}
	for _, v := range root.Find(paths.Risks).Stated() {
		if v.At(paths.Of).Is("not-doing") {
			return "yes, what happens if it is not done is told.", []*proposal.Value{v}, nil
		}
	}
	if benefits := root.Find(paths.Benefits); !benefits.Known() {
		return "not argued; no benefit is told.", nil, nil
	} else if len(benefits.Stated()) == 0 {
		return "not argued; no benefit is listed.", nil, nil
	}
	return "not argued.", nil, nil
}

// itself is how a reason against doing nothing speaks of doing nothing, which the line on acting does not name.
var itself = regexp.MustCompile(`\b(it|this|that option)\b`)

// groundsToAct says how the one fares that is to be helped, as far as that is a ground to act by itself, and on which statements.
func (p *page) groundsToAct() (grounds []string, at []*proposal.Value) {
	helped := p.j.Helped()
	if helped == nil {
		return nil, nil
	}
	for _, g := range []struct {
		at   paths.Own
		word string
		says string
	}{{paths.SpecialMeasures, "yes", "is in special measures"}, {paths.RegulatorRating, "inadequate", "is rated inadequate"}, {paths.Performance, "low", "performs poorly"}, {paths.SeeksSupport, "yes", "seeks support"}} {
		if v := helped.Own(g.at); v.Is(g.word) && len(grounds) < 2 {
			grounds, at = append(grounds, g.says), append(at, v)
		}
	}
	if len(grounds) == 1 && grounds[0] == "seeks support" {
		return nil, nil
	}
	return grounds, at
}

// needBeside gives the need where the line on acting has room for it beside such grounds, nil where it has none: then that
// stands with what speaks for it.
func (p *page) needBeside(grounds []string) *proposal.Value {
	need := p.j.Doc.Root.Find(paths.PatientNeed)
	if len(grounds) == 0 || need.String() == "" || utf8.RuneCountInString(need.Word) >= fewSaid || pronoun(need.Word) {
		return nil
	}
	return need
}

// fewSaid is how long what the document says for acting is at most that the line on it holds, in letters.
const fewSaid = 90

// yes says that acting is argued, in the document's words: after a colon where they keep their capital and name neither of
// the two.
func (p *page) yes(why string) string {
	said := p.within(why)
	first, _ := utf8.DecodeRuneInString(said)
	if unicode.IsUpper(first) && !slices.ContainsFunc(p.names[:], func(n string) bool { return strings.HasPrefix(said, n) }) {
		return "yes: " + said + "."
	}
	return "yes, " + said + "."
}

// thisWay says whether this way is shown, by the first that holds.
func (p *page) thisWay(misfits bool) item {
	whole := p.r.Overall
	some, all := knownOf(whole.Rating)
	known := some + " of " + all
	var gravest []item
	for _, x := range p.against {
		if x.no {
			gravest = append(gravest, x)
		}
	}
	essential, contextNot := 0, 0
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if not(c) && c.Kind.Rated() {
			if c.Gate() {
				essential++
			}
			if c.Kind == catalogue.Context {
				contextNot++
			}
		}
	}
	contextBad := p.r.Context.Rating.SoFar != 0 && p.r.Context.Rating.SoFar <= rating.AmberRed && contextNot > 0
	switch {
	case misfits && p.openKind:
		return item{text: "no decision until the paper says one thing. By the facts it is " + p.derived() + ".", at: p.kindAt()}
	case !p.j.Placement.Form.Known() && p.underTenth():
		return item{text: "none is proposed yet. It bears a next step by the two teams, and nothing that binds either board.", at: p.kindAt()}
	case p.mostlySetAside():
		text := "not shown; " + p.countSetAside() + " set aside as not applicable"
		if whole.Met+whole.Partly+whole.NotMet+whole.AtLeastPartly+whole.AtMostPartly == 0 {
			text += ", and nothing is known of the rest"
		} else {
			text += "; of the rest, " + known + " known"
		}
		return item{text: text + "."}
	case p.refused() != "" && essential == 0 && !contextBad:
		return item{text: "no, as it stands: " + p.refused() + ".", at: p.approvalsThatAre("refused")}
	case essential > 0 || contextBad:
		x := p.gravestOf(essentialAmong(gravest), 2)
		if contextBad && essential == 0 {
			x = p.gravestOf(gravest, 1)
			if facts, more := p.contextFacts(); facts != "" {
				x.text, x.at = x.text+"; "+facts, append(x.at, more...)
			}
		}
		if refused := p.refused(); refused != "" {
			x.text, x.at = refused+"; "+x.text, append(x.at, p.approvalsThatAre("refused")...)
		}
		x.text = "no, as it stands" + p.atBest() + ": " + x.text + "."
		return x
	case p.allGreen():
		return p.once()
	case p.redFlags(gravest) > 0 && whole.TooLittleKnown:
		x := p.gravestOf(gravest, 2)
		x.text = "not shown" + p.atBest() + "; " + x.text + "."
		return x
	case p.redFlags(gravest) > 0:
		reached, at := p.reached()
		n := p.redFlags(gravest)
		refs := p.numbers(n)
		text := wording.Things(n, "thing") + wording.Verb(n, " is", " are") + " known not to be right" + refs.text + "."
		if reached != "" {
			return item{text: reached + "; " + text, at: at, refs: []ref{refs}, quotes: []string{reached}}
		}
		x := p.gravestOf(gravest, 1)
		x.text, x.refs = text+" The gravest: "+x.text+".", []ref{refs}
		return x
	case len(gravest) > 0:
		x := p.gravestOf(gravest, 1)
		if whole.TooLittleKnown {
			x.text = "not shown, with " + known + " known; " + x.text + "."
		} else {
			x.text = "yes, as far as told (" + known + " known). Not shown: " + x.text + "."
		}
		return x
	case p.partOnly() > 0:
		n := p.partOnly()
		text := "nothing told is wholly missing, but " + strconv.Itoa(n) + " of the " + some + " known " + wording.Verb(n, "is", "are") + " in place only in part"
		if some == "0" {
			text = "not yet; nothing that counts is wholly known"
		} else if whole.Met+whole.AtLeastPartly == 0 {
			text = "not yet; of the " + some + " things known, none is wholly in place, and none wholly missing"
		}
		return item{text: text + "."}
	}
	text := "nothing told speaks against it"
	if slices.ContainsFunc(p.against, func(x item) bool { return x.class < inPart }) {
		text = "nothing that is rated speaks against it"
	}
	if h := p.history(); len(h) > 0 && len(p.mixedHistory(nil)) == 0 {
		text += ", and earlier joint work went well"
	}
	return item{text: text + "; " + known + " that count are known."}
}

// essentialAmong puts an essential among the first two of what stands against it, where there is one: it is why the answer is no.
func essentialAmong(items []item) []item {
	essential := func(x item) bool {
		return slices.ContainsFunc(x.criteria, func(c *judge.Criterion) bool { return c.Gate() && not(c) })
	}
	if i := slices.IndexFunc(items, essential); i > 1 {
		return slices.Concat(items[:1], items[i:i+1])
	}
	return items
}

// atBest says that nothing still unknown can lift the whole above amber-red, with what is known not to hold.
func (p *page) atBest() string {
	o := p.r.Overall
	if !o.TooLittleKnown || o.High == 0 || o.High > rating.AmberRed {
		return ""
	}
	some, _ := knownOf(o.Rating)
	return " and " + rated(o.Rating) + ", as " + strconv.Itoa(o.NotMet) + " of the " + some + " known are not met"
}

// partOnly counts what of that which stands against it counts and is in place only in part, for another reason
// than that the rest is not told.
func (p *page) partOnly() int {
	n := 0
	for _, x := range p.against {
		for _, c := range x.criteria {
			if reason, _ := p.reason(c); c.Kind.Counts() && half(c) && x.class == inPart && !leavesUntold(reason) {
				n++
			}
		}
	}
	return n
}

// leavesUntold reports whether a reason says that something is not told.
func leavesUntold(reason string) bool {
	clause, _ := untold(reason)
	return clause != ""
}

// numbers points to the first so many of what stands against it.
func (p *page) numbers(n int) ref {
	var all []string
	for i := range min(n, p.againstShown) {
		all = append(all, number(i))
	}
	return refTo(all)
}

// redFlags counts those of some items that no board should pass over.
func (p *page) redFlags(items []item) int {
	n := 0
	for _, x := range items {
		if x.class <= watchpointNotMet || x.class == bareRedFlag {
			n++
		}
	}
	return n
}

// gravestOf says in a clause what the gravest of some items lack.
func (p *page) gravestOf(items []item, n int) item {
	var clauses []string
	var all item
	for _, x := range items {
		if len(clauses) == n {
			break
		}
		switch {
		case x.bare != "" && x.of == nil: // a sum says more than what it falls short of
			clauses = append(clauses, x.bare)
		case len(x.criteria) > 0:
			clauses = append(clauses, p.brief(x.criteria[0]))
		default:
			continue
		}
		all.at, all.criteria = append(all.at, x.at...), append(all.criteria, x.criteria[:min(1, len(x.criteria))]...)
	}
	if len(clauses) == 0 && len(items) > 0 {
		return item{text: p.within(firstSentence(items[0].text)), at: items[0].at}
	}
	all.text = strings.Join(clauses, "; ")
	return all
}

// reached says what has been reached: of the first benefit with its outcome told. An "it" at its start is the one
// that is helped.
func (p *page) reached() (string, []*proposal.Value) {
	for _, b := range p.j.Doc.Root.Find(paths.Benefits).Stated() {
		if b.At(paths.Baseline).String() != "" && b.At(paths.Target).String() == "" && b.Because != "" {
			said := firstSentence(b.Because)
			if rest, is := strings.CutPrefix(said, "It "); is {
				if o := p.j.Helped(); o != nil {
					return p.name(o) + " " + rest, []*proposal.Value{b}
				}
			}
			return p.within(said), []*proposal.Value{b}
		}
	}
	return "", nil
}

// derived says what kind it is by the facts, and what of the context is not met under it.
func (p *page) derived() string {
	words := []string{}
	for _, a := range []judge.Axis{p.j.Placement.Nature, p.j.Placement.Form} {
		if kind := cmp.Or(a.Derived, a.Declared); kind != "" {
			words = append(words, strings.ReplaceAll(kind, "-", " "))
		}
	}
	text := strings.Join(words, " ")
	if strings.ContainsAny(text[:min(1, len(text))], "aeiou") {
		text = "an " + text
	} else {
		text = "a " + text
	}
	if reach := reaches[p.j.Doc.Root.Find(paths.Extent).String()]; reach != "" && p.j.Placement.Form.Known() {
		text += " " + strings.Replace(reach, "of the whole", "of a whole organisation", 1)
	}
	if f := p.gravestFact(); f != "" {
		text += "; " + f
	}
	return text
}

func (p *page) gravestFact() string {
	for _, f := range p.known {
		if f.tone >= grave && f.of != nil && !p.isGround(&f) {
			return f.says
		}
	}
	return ""
}

// allGreen reports whether the whole is green so far, and no question is below.
func (p *page) allGreen() bool {
	return !p.r.Overall.TooLittleKnown && p.r.Overall.SoFar == rating.Green
}

// once says what is still to be settled where all is green: what is unknown or overdue first, and what is due
// later.
func (p *page) once() item {
	var before, later []string
	x := item{}
	point := func(i int) string {
		r := refTo([]string{number(i)})
		x.refs = append(x.refs, r)
		return r.text
	}
	for i, a := range p.against[:p.againstShown] {
		if !a.no || len(a.criteria) == 0 {
			continue
		}
		c := a.criteria[0]
		if not(c) || half(c) {
			later = append(later, number(i))
			continue
		}
		before = append(before, p.named(c.Criterion, c.Title)+point(i))
	}
	x.text = "yes"
	if len(before) > 0 {
		x.text += ", once " + wording.And(before)
	}
	if len(later) > 0 {
		r := refTo(later)
		x.refs = append(x.refs, r)
		x.text += "; " + wording.Number(len(later)) + " more before the start" + r.text
	}
	x.text += "."
	return x
}

// underTenth reports whether hardly anything is known and nothing of it is against it.
func (p *page) underTenth() bool {
	w := p.r.Overall
	known := w.Met + w.Partly + w.NotMet + w.AtLeastPartly + w.AtMostPartly
	return w.NotMet == 0 && w.AtMostPartly == 0 && 10*known < known+w.Unknown
}

// letterOf points to what speaks for it and rests on a statement.
func (p *page) letterOf(v *proposal.Value) ref {
	for i, x := range p.favour[:p.favourShown] {
		if slices.Contains(x.at, v) {
			return refTo([]string{letter(i)})
		}
	}
	return ref{}
}

// contextFacts says in words which facts keep the context from being met.
func (p *page) contextFacts() (string, []*proposal.Value) {
	for _, x := range p.against {
		ofContext := slices.ContainsFunc(x.criteria, func(c *judge.Criterion) bool { return c.Kind == catalogue.Context })
		if (x.class == contextNotMet || x.class == graveFact) && ofContext && x.bare != "" {
			return x.bare, x.at
		}
	}
	return "", nil
}
