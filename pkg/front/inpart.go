package front

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// inPart tells of a criterion that is only partly met: its reason whole or nothing, as the no may stand in its
// second half. What only says that something is not told is for another block.
func (p *page) inPart(c *judge.Criterion) (item, bool) {
	reason, by := p.reason(c)
	if reason == "" && (c.Status() == rating.Partly || !slices.ContainsFunc(c.Standing.Used, disowns)) {
		x := item{text: onlyPart(c) + p.within(p.named(c.Criterion, c.Title)) + ".", at: p.grounds(c), criteria: []*judge.Criterion{c}}
		if values := p.differing(c); len(values) > 0 { // what differs says more than that something does
			x.text, x.quotes = shortened(p.after(x.text, listed(values))), values
		}
		return x, true
	}
	if reason == "" || utf8.RuneCountInString(reason) > long || p.toldAlready(reason) {
		return item{}, false
	}
	if clause, _ := untold(reason); clause != "" && !p.nothingNotMet() {
		return item{}, false
	}
	for _, sentence := range strings.Split(strings.TrimSuffix(reason, "."), "; ") {
		if onlyOne.MatchString(sentence) {
			return item{}, false
		}
	}
	text := wording.Sentence(reason)
	if o := p.organisationOf(by); o != nil && pronoun(reason) {
		text = wording.Sentence(p.reasonOf(o, by))
	}
	claim := onlyPart(c) + p.within(p.named(c.Criterion, c.Title))
	switch at, what := entry(by); {
	case at != nil && at != by && !p.alike(what, reason):
		text = p.after(what, reason)
	case by == p.answer(c) && saysLittle(reason):
		text = p.after(claim, reason) // a few words alone may read as praise
	}
	return item{text: text, quotes: []string{reason}, at: []*proposal.Value{by}, criteria: []*judge.Criterion{c}}, true
}

// differing gives the values that differ between the two, where a criterion rests on whether they are alike.
func (p *page) differing(c *judge.Criterion) []string {
	differ := p.j.Doc.Root.Find(paths.DifferingValues)
	aligned := p.j.Doc.Root.Find(paths.ValuesAligned)
	if differ == nil || aligned == nil || !slices.Contains(p.grounds(c), aligned) {
		return nil
	}
	var all []string
	for _, v := range differ.Stated() {
		all = append(all, wording.Given(v.Word)...)
	}
	return all
}

// saysLittle reports whether a reason leaves what it is the reason of to the claim that it answers.
func saysLittle(reason string) bool {
	return utf8.RuneCountInString(reason) <= fewWords || elliptic.MatchString(reason)
}

// fewWords is how long a reason is at most that says too little alone, in letters.
const fewWords = 44

// elliptic is how a clause ends that leaves what is done to the claim that it answers: the two chairs do, or say so.
var elliptic = regexp.MustCompile(`\b(say so|says so|do|does|did|is|are|was|were|has|have|had|can|will)( not)?([.;,]|$)`)

// onlyPart says before what a criterion asks for that it holds in part.
func onlyPart(c *judge.Criterion) string {
	if c.Status() == rating.AtMostPartly {
		return "At best in part: "
	}
	return "Only in part: "
}
