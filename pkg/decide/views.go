package decide

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// opinion is what the two say of one thing.
type opinion struct {
	result.Stated
	question int  // the place of the question that it bears on, -1 for none
	foremost bool // told before all else
	kind     int  // an index of result.Opinions' three lists
}

// The three lists.
const (
	theyAgree = iota
	theyDiffer
	oneIsSilent
)

// Views lists what the organisations say apart, question by question: what bears on trust and on
// what success is comes before all else, and otherwise the order is that of the questions and the document.
func Views(j *judge.Judgement) []result.Opinions {
	list := []result.Opinions{}
	all := opinions(j)
	slices.SortStableFunc(all, func(x, y opinion) int { return rank(x) - rank(y) })
	order := make([]int, 0, len(j.Cat.Questions)+1)
	for _, o := range all { // a question with something foremost comes first
		if o.foremost && !slices.Contains(order, o.question) {
			order = append(order, o.question)
		}
	}
	for q := range len(j.Cat.Questions) {
		if !slices.Contains(order, q) {
			order = append(order, q)
		}
	}
	for _, q := range append(order, -1) {
		if x := viewsOn(j, q, all); x.Sentence != "" {
			list = append(list, x)
		}
	}
	return list
}

// rank orders opinions: the foremost first, and of these the disagreements.
func rank(o opinion) int {
	switch {
	case o.foremost && o.kind == theyDiffer:
		return 0
	case o.foremost:
		return 1
	}
	return 2
}

// viewsOn gives what is said apart on one question; its sentence is empty where nothing is.
func viewsOn(j *judge.Judgement, question int, all []opinion) result.Opinions {
	x := result.Opinions{Agree: []result.Stated{}, Differ: []result.Stated{}, Silent: []result.Stated{}}
	if question >= 0 {
		x.Question = j.Cat.Questions[question].ID
	}
	for _, o := range all {
		if o.question != question {
			continue
		}
		list := [...]*[]result.Stated{&x.Agree, &x.Differ, &x.Silent}[o.kind]
		*list = append(*list, o.Stated)
	}
	x.Sentence = viewsSentence(len(x.Differ), len(x.Agree), len(x.Silent))
	return x
}

// viewsSentence says on how many points the two differ and agree, and on how many one of them is silent; it
// is empty where there is nothing to say.
func viewsSentence(differ, agree, silent int) string {
	var parts []string
	if differ > 0 {
		parts = append(parts, "the two differ on "+wording.Things(differ, "point"))
	}
	if agree > 0 {
		parts = append(parts, "they agree on "+wording.Things(agree, "point"))
	}
	if silent > 0 {
		parts = append(parts, "on "+wording.Things(silent, "point")+" only one of them has spoken")
	}
	return wording.Sentence(strings.Join(parts, "; "))
}

// opinions collects whatever is stated apart, in the order of the document: what each would call a success
// is always, for each says it for itself.
func opinions(j *judge.Judgement) []opinion {
	var all []opinion
	var bearing map[*proposal.Value]int
	j.Doc.Root.Walk(func(v *proposal.Value) {
		if len(v.Views) == 0 {
			return
		}
		o := opinion{Stated: result.Stated{Subject: v.Path(), Title: strings.TrimPrefix(j.About(v), "the "), Place: v.Pos}, question: -1}
		for i, org := range j.Doc.Organisations {
			for _, view := range v.Views {
				if view.Key == org.Key {
					o.Says[i] = view.Written()
				}
			}
		}
		if o.Says == [2]string{} {
			return
		}
		o.kind = theyAgree
		switch {
		case o.Says[0] == "" || o.Says[1] == "":
			o.kind = oneIsSilent
		case !v.Views[0].Same(v.Views[1]):
			o.kind = theyDiffer
		}
		if c := j.Cat.Criterion(v.Key); c != nil && v.Parent.Field.Kind == proposal.Answers {
			o.Subject, o.Title, o.question, o.foremost = c.ID, j.Named(c, c.Title), mainQuestion(c), c.Foremost
		} else {
			if bearing == nil {
				bearing = j.Bearing()
			}
			if c, ok := bearing[v]; ok {
				o.question, o.foremost = mainQuestion(j.Criteria[c].Criterion), j.Criteria[c].Foremost
			}
		}
		all = append(all, o)
	})
	if o, ok := successes(j); ok {
		all = append(all, o)
	}
	return all
}

// mainQuestion is the question under which a criterion is told: the one that it caps, or its first.
func mainQuestion(c *catalogue.Criterion) int {
	if c.HomeAt >= 0 {
		return c.HomeAt
	}
	return c.Feeds[0]
}

// successes sets side by side what each would call a success, where either says so. Different words need
// not mean different things: where it has been judged whether they do, that decides.
func successes(j *judge.Judgement) (opinion, bool) {
	o := opinion{Stated: result.Stated{Subject: "stance.success", Title: "what each would call a success, in its own words"}, question: -1, foremost: true}
	for i, org := range j.Doc.Organisations {
		if v := org.Own(paths.Success); v.Known() && len(v.Views) == 0 {
			o.Says[i] = v.Written()
			if o.Place.Line == 0 {
				o.Place = v.Pos
			}
		}
	}
	c := j.Cat.Criterion(catalogue.SuccessAligned)
	if o.Says == [2]string{} || c == nil {
		return o, false
	}
	o.question = mainQuestion(c)
	judged := rating.Unknown
	if at, ok := j.Find(c.ID); ok {
		judged = j.Criteria[at].Status()
	}
	switch {
	case o.Says[0] == "" || o.Says[1] == "":
		o.kind = oneIsSilent
	case judged == rating.Met || !judged.Short() && strings.EqualFold(o.Says[0], o.Says[1]):
		o.kind = theyAgree
	default:
		o.kind = theyDiffer
	}
	return o, true
}
