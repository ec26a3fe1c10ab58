package front

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// questions gives a line to each of the six: its rating, and a fact where one is stated, or what of the lines
// above bears on it.
func (p *page) questions() (heading, aside string, lines []result.FrontLine) {
	heading = "Six questions   the whole: " + p.ratedWhole()
	if p.r.For != "" {
		heading = "Six questions   as " + wording.Whose(p.names[max(0, int(p.j.SideOf(p.r.For))-1)]) + " board answers them; the whole: " + p.ratedWhole()
	}
	whole := p.r.Overall
	known, all := knownOf(whole.Rating)
	stage := p.r.Stage.Is
	if stage == result.ToDecide || stage == result.ToStart {
		heading = strings.Replace(heading, "the whole: ", stage.String()+": ", 1)
		if p.r.ToStart != nil {
			heading += "; to start: " + rated(p.r.ToStart.Overall.Rating)
		}
	}
	aside = known + " of " + all + " known"
	if p.mostlySetAside() {
		aside = known + " of the other " + all + " known"
	}
	if len(p.j.Types) > 1 {
		aside = known + " of up to " + all + " known"
	}
	for n := range p.r.Questions {
		q := &p.r.Questions[n]
		x := p.field(n)
		if q.Rating.SoFar > rating.Red && judge.ClaimedOnly(q.Rating, q.Documented) { // red needs no document
			claimed := wording.Upper(wording.AsClaimed)
			for i := range x.shorter {
				x.shorter[i] = claimed + ": " + p.within(x.shorter[i])
			}
			if x.text == "" {
				x.text = claimed
			} else {
				x.text = claimed + ": " + p.within(x.text)
			}
		}
		l := p.line(x)
		l.For, l.Against = bearing(p.favour, q.ID, letter), bearing(p.against, q.ID, number)
		if x.text == "" && len(l.For)+len(l.Against) == 0 {
			l = p.line(item{text: "Nothing is told."})
		}
		l.Label, l.Rating, l.Rated = p.j.Cat.Questions[n].Short, q.Rating.SoFar, rated(q.Rating)
		lines = append(lines, l)
	}
	if stage == result.ToDecide || stage == result.ToStart {
		aside = strings.Replace(aside, " known", " due known", 1)
	}
	return heading, aside, lines
}

// rated says a question's rating in a word or two: what it is so far, or at best or at worst whatever is still
// unknown, or that too little is known.
func rated(r result.Rating) string {
	switch {
	case r.NotRated:
		return "not rated"
	case !r.TooLittleKnown:
		return r.SoFar.String()
	case r.High != 0 && r.High <= rating.AmberRed:
		return "at best " + r.High.String()
	case r.Low >= rating.AmberGreen:
		return "at worst " + r.Low.String()
	}
	return "too little known"
}

func (p *page) ratedWhole() string {
	o := p.r.Overall.Rating
	words := rated(o)
	switch {
	case o.TooLittleKnown && o.Ends() != "":
		return words + "; " + o.Ends()
	case p.r.Documented.Beside != "" && o.Ends() != "":
		return words + " " + p.r.Documented.Beside + "; " + o.Ends()
	case p.r.Documented.Beside != "":
		return words + " " + p.r.Documented.Beside
	case o.Ends() != "":
		return words + " so far; " + o.Ends()
	}
	return words
}

// bearing gives the marks of the items that bear on a question.
func bearing(items []item, question string, mark func(int) string) []string {
	marks := []string{}
	for i, x := range items {
		bears := slices.Contains(x.questions, question)
		for _, c := range x.criteria {
			bears = bears || slices.Contains(c.Questions, question)
		}
		if bears {
			marks = append(marks, mark(i))
		}
	}
	return marks
}

// field is what the document states on a question, in a few words.
func (p *page) field(n int) item {
	for _, part := range p.j.Cat.Questions[n].Shows {
		if x := p.partField(part); x.text != "" {
			return x
		}
	}
	return item{}
}

func (p *page) partField(part catalogue.Part) item {
	root := p.j.Doc.Root
	switch part {
	case catalogue.Benefits:
		list := root.Find(paths.Benefits)
		stated := list.Stated()
		switch {
		case !list.Known():
			return item{text: "No benefit is told"}
		case len(stated) == 0:
			return item{text: "No benefit is listed"}
		}
		bare := 0
		for _, b := range stated {
			if !p.measured(b) {
				bare++
			}
		}
		text := wording.Upper(wording.Things(len(stated), "benefit"))
		switch {
		case bare == len(stated) && bare == 1:
			text += ", not measured in full"
		case bare == len(stated):
			text += ", none measured in full"
		case bare > 0:
			text += ", " + wording.Number(bare) + " not measured in full"
		default:
			text += ", " + wording.Verb(len(stated), "measured and dated", "each measured and dated")
		}
		if worse := count(stated, judge.GoneBack); worse > 0 {
			text += "; " + wording.Verb(len(stated), "it has got worse", wording.Number(worse)+wording.Verb(worse, " has", " have")+" got worse")
		}
		return item{text: text, at: stated}
	case catalogue.Objectives:
		return p.objectivesField()
	case catalogue.Culture:
		route, whose := root.Find(paths.CultureRoute), root.Find(paths.CultureAdopted)
		said := map[string]string{"adopt-one": "One culture is adopted", "develop-new": "A new culture is developed", "keep-both": "Both cultures are kept", "undecided": "The route is undecided"}[route.String()]
		for i, o := range p.j.Doc.Organisations {
			if whose.Is(o.Key) && route.Is("adopt-one") {
				said = wording.Whose(p.names[i]) + " culture is adopted"
			}
		}
		if said == "" || len(route.Views) > 0 {
			return item{}
		}
		return item{text: said, at: wordsOf(route)}
	case catalogue.Risks:
		return p.risksField()
	case catalogue.TakingOn:
		return p.takingOnField()
	case catalogue.Oversight:
		place, n, unknown, without, begun := 0, 0, 0, 0, 0
		for _, e := range p.r.Governance {
			if e.Recommended != result.Surely {
				continue
			}
			n++
			if p.r.Departure(e.ID).InForce() && e.Status != result.InPlace {
				without++
			}
			switch e.Status {
			case result.InPlace, result.OtherMeans:
				place++
			case result.NotKnown:
				unknown++
			case result.Different:
				begun++
			}
		}
		if n == 0 {
			return item{}
		}
		text := wording.Upper(wording.Number(place)) + " of the " + wording.Number(n) + " kinds needed " + wording.Verb(place, "is", "are") + " in place"
		switch {
		case n == 1 && unknown == 1:
			text = "The one kind needed is not told of"
		case n == 1:
			text = map[int]string{0: "The one kind needed is not in place", 1: "The one kind needed is in place"}[place]
		case unknown == n:
			text = "None of the " + wording.Number(n) + " kinds needed is told of"
		case place == 0:
			text = "None of the " + wording.Number(n) + " kinds needed is in place"
			text += partBegun(begun)
			if unknown > 0 {
				text += ", " + wording.Number(unknown) + " not told"
			}
		case unknown > 0:
			text += ", " + wording.Number(unknown) + " not told"
		}
		if without > 0 {
			text += "; " + wording.Number(without) + " gone without, on the record"
		}
		now := "" // a question may be amber-green though nothing of this is in place, before it has to be
		if id := p.j.Cat.Showing(catalogue.Oversight).ID; place == 0 && len(p.r.DueLater) > 0 && slices.ContainsFunc(p.r.Questions, func(q result.Question) bool { return q.ID == id && q.Rating.SoFar > rating.Red }) {
			now = "; rated on what is due by now"
		}
		text += now
		return item{text: text, shorter: []string{strconv.Itoa(place) + " of the " + strconv.Itoa(n) + " kinds needed in place" + shortBegun(place, begun) + now}, at: wordsOf(root.Find(paths.AgreementStatus))}
	}
	return item{}
}

// partBegun says how many kinds of governance are begun, or there otherwise than needed.
func partBegun(n int) string {
	if n == 0 {
		return ""
	}
	return ", " + wording.Number(n) + " begun"
}

// shortBegun says the same where nothing is in place, in figures.
func shortBegun(place, begun int) string {
	if place > 0 || begun == 0 {
		return ""
	}
	return ", " + strconv.Itoa(begun) + " begun"
}

// count gives of how many entries something holds.
func count(entries []*proposal.Value, holds func(*proposal.Value) bool) int {
	n := 0
	for _, v := range entries {
		if holds(v) {
			n++
		}
	}
	return n
}

// measured reports whether a benefit has a measure, a baseline, a target and a date.
func (p *page) measured(b *proposal.Value) bool {
	for _, k := range []paths.Key{paths.Measure, paths.Baseline, paths.Target} {
		if b.At(k).String() == "" {
			return false
		}
	}
	return b.At(paths.By).Known()
}

func (p *page) objectivesField() item {
	list := p.j.Doc.Root.Find(paths.Objectives).Stated()
	if len(list) == 0 {
		if v := p.j.Doc.Root.Find(paths.Vision); v.String() != "" {
			return item{}
		}
		return item{text: "No objective is told"}
	}
	serving, told := [2]int{}, [2]bool{}
	for _, o := range p.r.Objectives {
		for i, s := range o.Serves {
			told[i] = told[i] || s.Known
			if len(s.Objectives) > 0 {
				serving[i]++
			}
		}
	}
	n := len(list)
	text := wording.Upper(wording.Things(n, "objective"))
	served := func(i int) string {
		if !told[i] {
			return "whether for " + p.names[i] + " not told"
		}
		return wording.Number(serving[i]) + " for " + p.names[i]
	}
	switch {
	case !told[0] && !told[1]:
		text += "; whose own they serve is not told"
		if n == 1 {
			text = "One objective; whose own it serves is not told"
		}
	case serving[0] == n && serving[1] == n:
		text += wording.Verb(n, "; it serves both", "; each serves both")
	case told[0] && told[1] && serving[0]+serving[1] == 0:
		text += wording.Verb(n, "; it serves neither's own", "; none serves either's own")
	default:
		text += "; " + served(0) + ", " + served(1)
	}
	return item{text: text, at: list}
}

func (p *page) risksField() item {
	r := p.r.Risks
	if !r.Known {
		return item{text: "No risk is told"}
	}
	n, owned := len(r.Doing)+len(r.NotDoing), 0
	for _, x := range append(slices.Clone(r.Doing), r.NotDoing...) {
		if x.Owner != "" && x.Owner != "none" {
			owned++
		}
	}
	if n == 0 {
		return item{text: "None is listed"}
	}
	text := wording.Upper(wording.Number(n)) + " listed"
	switch {
	case owned == n:
		text += wording.Verb(n, ", owned", ", all owned")
	case owned == 0:
		text += ", none owned"
	default:
		text += ", " + wording.Number(owned) + " owned"
	}
	return item{text: text, at: p.j.Doc.Root.Find(paths.Risks).Stated()}
}

func (p *page) takingOnField() item {
	n, planned, begun, unfunded, told := 0, 0, 0, 0, false
	cost := 0.0
	var at []*proposal.Value
	for i, t := range p.r.TakingOn {
		told = told || t.Known
		if p.j.Helper() == p.j.Doc.Organisations[1-i] {
			continue // it keeps its own problems
		}
		for _, x := range t.Problems {
			n++
			switch x.Plan {
			case proposal.Yes:
				planned++
			case proposal.Partly:
				begun++
			}
			if x.Funded == proposal.No {
				unfunded++
			}
			if x.CostM != nil {
				cost += *x.CostM
			}
		}
		at = append(at, p.j.Doc.Organisations[1-i].Own(paths.Issues).Stated()...)
	}
	switch {
	case !told:
		return item{text: "What each would take on is not told"}
	case n == 0:
		return item{text: "No problem is taken on"}
	}
	text := wording.Upper(wording.Things(n, "problem")) + " taken on"
	if cost > 0 {
		text = p.sum(cost) + " taken on"
	}
	switch {
	case planned == n:
		text += wording.Verb(n, ", planned for", ", all planned for")
	case planned == 0 && begun > 0:
		text += wording.Verb(n, ", planned for in part", ", none wholly planned for")
	case planned == 0:
		text += wording.Verb(n, ", not planned for", ", none planned for")
	default:
		text += ", " + wording.Number(planned) + " of " + wording.Number(n) + " planned for"
	}
	switch {
	case planned == 0 || unfunded == 0: // what nobody has planned, nobody is expected to pay for yet
	case unfunded == n:
		text += wording.Verb(n, ", not funded", ", none funded")
	default:
		text += ", " + wording.Number(unfunded) + " not funded"
	}
	return item{text: text, at: at}
}

// knownOf says how many of all that counts are known; what is known by half counts half.
func knownOf(r result.Rating) (known, all string) {
	some, of := r.KnownOf()
	return strconv.Itoa(some), strconv.Itoa(of)
}
