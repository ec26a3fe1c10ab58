package front

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// problems tells what one takes on with the other, where it is not wholly planned and paid for.
// Of equal sums the one that is more for who takes it on comes first, and then that of whose name does: which of the two a
// document names first says nothing.
func (p *page) problems() []item {
	var all []item
	share := map[*proposal.Value]float64{} // of a year's turnover of who takes it on, by the first statement of a line
	of := map[*proposal.Value]string{}
	for i, o := range p.j.Doc.Organisations {
		list := o.Own(paths.Issues)
		taker := p.names[1-i]
		if p.j.Helper() == o { // its own problems stay its own
			if p.role("provider") != o {
				continue
			}
		}
		var bare []string
		bareAt := []*proposal.Value{}
		for _, v := range list.Stated() {
			what := v.At(paths.What).String()
			cost, plan, funded := v.At(paths.Cost), v.At(paths.Plan), v.At(paths.Funded)
			whole := plan.Is("yes") && funded.Is("yes")
			if what == "" && cost.Known() {
				what = "A problem"
			}
			if what == "" || whole {
				continue
			}
			if !cost.Known() && !plan.Known() && !funded.Known() {
				bare, bareAt = append(bare, p.within(what)), append(bareAt, v)
				continue
			}
			come := " comes with it"
			if several(what) {
				come = " come with it"
			}
			text := what + " at " + p.names[i]
			untold := cost.Known() && !strings.Contains(what, p.sum(cost.Number))
			if untold {
				text += ", " + p.sum(cost.Number) + ","
			}
			text += come
			if strings.Count(what, " ") > wordsOfAName || says(what) || placed.MatchString(what) || strings.Contains(what, ", ") {
				text = "What comes with " + p.names[i] + ": " + p.within(what)
				if untold {
					text += ", " + p.sum(cost.Number)
				}
			}
			text += ": " + howFar(plan, "planned", "plan") + ", " + howFar(funded, "funded", "funding")
			x := item{quotes: []string{what}, at: []*proposal.Value{v}, entry: v, class: problemTakenOn, weight: int(10 * numberOf(cost)), questions: []string{p.j.Cat.Showing(catalogue.TakingOn).ID}}
			if plan.Known() && v.At(paths.Area).Is("quality") && !plan.Is("yes") {
				x.class = harmTakenOn
			}
			alone := text
			p.weigh(&x, &text, v, p.j.Doc.Organisations[1-i])
			if tooLong(text) { // the sum says what it is by itself
				text = alone
			}
			x.text = wording.Upper(text) + "."
			if turnover := numberOf(p.j.Doc.Organisations[1-i].Own(paths.Turnover)); turnover > 0 {
				share[v] = numberOf(cost) / turnover
			}
			of[v] = p.names[i]
			all = append(all, x)
		}
		if len(bare) > 0 && p.form("acquisition", "merger", "management-contract") {
			more := ""
			if len(list.Stated()) < len(list.Items) {
				more = "at least "
			}
			of[bareAt[0]] = p.names[i]
			all = append(all, item{
				text:   taker + " takes on " + more + wording.Things(len(bare), "problem") + ", no cost or plan told: " + listed(bare) + ".",
				quotes: bare, at: bareAt, class: problemTakenOn, weight: 50 * len(bare), questions: []string{p.j.Cat.Showing(catalogue.TakingOn).ID},
			})
		}
	}
	slices.SortStableFunc(all, func(x, y item) int {
		return cmp.Or(cmp.Compare(share[y.at[0]], share[x.at[0]]), cmp.Compare(of[x.at[0]], of[y.at[0]]))
	})
	return all
}

// placed is how a problem says itself where it is, or whose.
var placed = regexp.MustCompile(`^(Its|Their) | at `)

// wordsOfAName is how many spaces a problem has at most that is called by a name: what is longer is likely a sentence.
const wordsOfAName = 7

// weigh sets the sum of a problem beside what its taker turns over and has left in a year. What is known not to be
// funded is at stake where it weighs; that, and what is not planned and of whose funding nothing is told, is a red flag where
// it falls on one who makes a loss itself.
func (p *page) weigh(x *item, text *string, problem, taker *proposal.Value) {
	sum := numberOf(problem.At(paths.Cost))
	weighs := judge.Weighs(sum, taker, p.name(taker))
	if weighs != "" {
		*text += "; " + weighs
		for _, at := range []paths.Own{paths.Turnover, paths.Surplus} {
			if v := taker.Own(at); v.Known() {
				x.at = append(x.at, v)
			}
		}
	}
	lacks := problem.At(paths.Funded)
	if plan := problem.At(paths.Plan); !lacks.Known() && plan.Is("no") { // what nobody has planned, nobody has found money for as far as is told
		lacks = plan
	}
	if sum <= 0 || !lacks.Is("no") {
		return
	}
	x.criteria, x.ofMoney = p.askingFor(lacks), true
	x.no = slices.ContainsFunc(x.criteria, not)
	if lacks == problem.At(paths.Funded) && weighs != "" && !judge.Slight(sum, taker) { // a sum to be reckoned with, and nobody's
		x.class = min(x.class, sumAtStake)
	}
	if judge.MakesLoss(taker) {
		loses := "makes a loss itself"
		if taker.Own(paths.FinancePosition).Is("distressed") {
			loses = "cannot go on without support itself"
		}
		*text += "; " + p.name(taker) + ", which takes it on, " + loses
		if x.no = true; !judge.Small(sum, taker) {
			x.class = redFlag
		}
		x.bare = p.sum(sum) + " taken on unfunded by a side that " + loses
		for _, at := range []paths.Own{paths.FinancePosition, paths.Surplus} {
			if v := taker.Own(at); v.Known() && !slices.Contains(x.at, v) {
				x.at = append(x.at, v)
			}
		}
	}
}

// askingFor gives the criteria that are not met, wholly or in part, and ask for what a statement says, be it of the one
// organisation or of the other.
func (p *page) askingFor(v *proposal.Value) []*judge.Criterion {
	var all []*judge.Criterion
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if c.Kind.Rated() && (not(c) || half(c)) && slices.ContainsFunc(c.Rules(), func(r *logic.Condition) bool { return slices.Contains(r.Fields(), v.Field) }) {
			all = append(all, c)
		}
	}
	return all
}

// verbs are words of a sentence, and relatives what comes before them where they are none of its own.
var (
	verbs     = regexp.MustCompile(` (is|are|was|were|has|have|had|does|do|did|may|might|will|would|can|cannot|could|must|ends|lacks|needs|gave|owes) `)
	relatives = regexp.MustCompile(` (that|which|who|whose|where) `)
)

// says reports whether a text is a sentence, and no name of a thing.
func says(text string) bool {
	at := verbs.FindStringIndex(text)
	if at == nil {
		return false
	}
	relative := relatives.FindStringIndex(text)
	return relative == nil || relative[0] > at[0]
}

// several reports whether a text names more than one thing: by the ending of what it names, which is what stands before
// the first word that tells more of it.
func several(what string) bool {
	first, _, _ := strings.Cut(what, " ")
	if slices.Contains([]string{"a", "an", "one", "no"}, strings.ToLower(first)) {
		return false
	}
	for _, more := range []string{" of ", " in ", " at ", " with ", " for ", " on ", " to ", " from ", " after ", " past ", " since ", " owed", " due", " that ", " which ", ","} {
		what, _, _ = strings.Cut(what, more)
	}
	return strings.HasSuffix(what, "s") && !slices.ContainsFunc([]string{"ss", "us", "is", "'s", "sbestos"}, func(one string) bool { return strings.HasSuffix(what, one) })
}

// listed joins what the document says: by semicolons where one of it is a list itself.
func listed(texts []string) string {
	if slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, " and ") || strings.Contains(t, ", ") }) {
		return strings.Join(texts, "; ")
	}
	return wording.And(texts)
}

func howFar(v *proposal.Value, done, noun string) string {
	switch {
	case v.Is("yes"):
		return done
	case v.Is("partly"):
		return done + " in part"
	case v.Is("no"):
		return "not " + done
	case v.Half() == string(proposal.AtLeastPartly):
		return done + " at least in part"
	case v.Half() == string(proposal.AtMostPartly):
		return done + " at best in part"
	}
	if because := besides(because(v)); because != "" {
		return noun + " not known (" + lowerInitial(strings.TrimSuffix(because, ".")) + ")"
	}
	return "no " + noun + " told"
}
