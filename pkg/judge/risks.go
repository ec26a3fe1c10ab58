package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// What the document says of a risk: of what it is, and on whom it falls where that is not one of the two.
const (
	notDoing = "not-doing"
	onBoth   = "both-organisations"
)

// Risks lists the risks of doing it and of not doing it, the red flags and what is forgone by not doing it.
func Risks(j *Judgement) result.Risks {
	r := result.Risks{Doing: []result.Risk{}, NotDoing: []result.Risk{}, RedFlags: []string{}, Forgone: Advantages(j.Doc, j.Cat, j.Placement.Types())}
	list := j.Doc.Root.Find(paths.Risks)
	if list.Known() {
		r.Known = true
		for _, v := range list.Stated() {
			x := result.Risk{
				What: v.At(paths.What).Written(), For: j.whom(v.At(paths.For).Written()), Likelihood: v.At(paths.Likelihood).Written(), Impact: v.At(paths.Impact).Written(),
				Mitigation: v.At(paths.Mitigation).Written(), Owner: v.At(paths.Owner).Written(), Place: v.Pos,
			}
			if !v.At(paths.Of).Known() {
				x.What += " (whether of doing it or of not doing it is not said)"
			}
			if v.At(paths.Of).Is(notDoing) {
				r.NotDoing = append(r.NotDoing, x)
			} else {
				r.Doing = append(r.Doing, x)
			}
		}
	}
	asked := j.Cat.Showing(catalogue.Risks).ID
	for i := range j.Criteria {
		if c := &j.Criteria[i]; c.Without() {
			r.RedFlags = append(r.RedFlags, c.ID)
		}
	}
	for _, i := range j.Rated(rating.NotMet) {
		if c := &j.Criteria[i]; c.Gate() || c.Kind == catalogue.Watchpoint || slices.Contains(c.Questions, asked) {
			r.RedFlags = append(r.RedFlags, c.ID) // no board should pass over it
		}
	}
	return r
}

// whom puts the organisations' names for the words of the document.
func (j *Judgement) whom(word string) string {
	if s := j.SideOf(word); s != Both {
		return proposal.NameOf(j.Organisation(s))
	}
	return strings.ReplaceAll(word, "-", " ")
}

// Advantages lists what the two organisations surely have to gain from a partnership of one of some types:
// what it may have to gain is not promised, so that of several types there is nothing.
func Advantages(doc *proposal.Proposal, cat *catalogue.Catalogue, types []Type) []result.Forgone {
	all := []result.Forgone{}
	if len(types) != 1 {
		return all
	}
	t := types[0]
	one, two := doc.Organisations[0].Own(paths.Sector), doc.Organisations[1].Own(paths.Sector)
	across := one.Known() && two.Known() && one.Word != two.Word
	for _, x := range cat.Advantages {
		of := func(wanted, is string) bool { return wanted == "" || wanted == is }
		if of(x.Type, t.ID()) && of(x.Nature, t.Nature) && of(x.Scale, t.Scale) && (x.Sectors == "" || across) {
			all = append(all, result.Forgone{Title: x.Title, Forgone: x.Forgone, Cites: cites(cat, x.Cites)})
		}
	}
	return all
}

func (j *Judgement) risksNote(r result.Risks) string {
	if !r.Known {
		return "No risk is told, of going ahead or of not."
	}
	owned, n := 0, len(r.Doing)
	for _, x := range r.Doing {
		if x.Owner != "" && x.Owner != "none" {
			owned++
		}
	}
	s := atLeast(j.Doc.Root.Find(paths.Risks)) + wording.Things(n, "risk") + " of going ahead" + withOwner(n, owned)
	return wording.Sentence(s + "; " + wording.Number(len(r.NotDoing)) + " of not going ahead")
}

// boardRisksNote says which of the risks on the register fall on an organisation.
func (j *Judgement) boardRisksNote(board Side) string {
	list := j.Doc.Root.Find(paths.Risks)
	if !list.Known() {
		return ""
	}
	org := j.Organisation(board)
	name := proposal.NameOf(org)
	doing, owned, not := 0, 0, 0
	for _, r := range list.Stated() {
		whom := r.At(paths.For).In(org.Key)
		if !whom.Is(org.Key) && !whom.Is(onBoth) {
			continue
		}
		switch {
		case r.At(paths.Of).Is(notDoing):
			not++
		case r.At(paths.Owner).String() != "":
			doing, owned = doing+1, owned+1
		default:
			doing++
		}
	}
	s := "no risk of going ahead is said to fall on " + name
	if doing > 0 {
		s = atLeast(list) + wording.Things(doing, "risk") + " of going ahead" + wording.Verb(doing, " falls", " fall") + " on " + name + withOwner(doing, owned)
	}
	return wording.Sentence(s + "; " + wording.Number(not) + " of not going ahead")
}

// withOwner says how many of some risks have an owner.
func withOwner(n, owned int) string {
	switch {
	case n == 0:
		return ""
	case n == 1 && owned == 1:
		return ", with an owner"
	case n == 1:
		return ", owner not named"
	}
	return ", " + share(owned, n) + " with an owner"
}

// levels order how likely a risk is, and how bad.
var levels = map[string]int{"low": 1, "medium": 2, "high": 3}

// gravestNote names the gravest risk of going ahead and the gravest of not, each with its owner. It is empty where
// how grave any of them is, is not told.
func gravestNote(r result.Risks) string {
	return wording.Sentence(strings.Join(wording.Given(gravestOf("going ahead", r.Doing), gravestOf("not going ahead", r.NotDoing)), "; "))
}

// gravestOf names the gravest of some risks, and whether somebody owns it: the one with the worst impact, of
// equals the likeliest. Of risks of which neither is told, none is.
func gravestOf(doing string, risks []result.Risk) string {
	weight := func(r result.Risk) int { return 4*levels[r.Impact] + levels[r.Likelihood] }
	var worst result.Risk
	for _, r := range risks {
		if weight(r) > weight(worst) {
			worst = r
		}
	}
	if weight(worst) == 0 {
		return ""
	}
	owned := "nobody is named as its owner"
	if worst.Owner != "" && worst.Owner != "none" {
		owned = "owner: " + worst.Owner
	}
	return "of " + doing + ", the gravest is “" + strings.TrimSuffix(worst.What, ".") + "” (" + owned + ")"
}
