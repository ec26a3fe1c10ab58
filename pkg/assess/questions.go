package assess

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// questions fills in the answers to the six questions: reasons for and against, what is unknown, what
// holds it back, and the answer in a sentence.
func (a *assessor) questions() {
	for i := range a.cat.Questions {
		q := &a.out.Questions[i]
		note := a.note(q.Shows)
		q.Note = joined(note)
		q.NoteTold = slices.Equal(q.Shows, []catalogue.Part{catalogue.TakingOn}) // board by board, below the answer
		a.reasons(q, i, note, a.shown)
	}
}

// reasons fills in, from some of the criteria, what speaks for and against a question, what is unknown, what
// holds it back and, with its rating and the sentences of its note, the answer. It gives the criterion that the answer turns
// on, nil where there is none.
func (a *assessor) reasons(q *result.Question, i int, note []string, from []shown) *shown {
	q.For, q.Opinions = []string{}, []string{}
	var against, unknown []*shown
	for n := range from {
		s := &from[n]
		if !slices.Contains(s.Feeds, i) {
			continue
		}
		if s.Kind == catalogue.Opinion || s.Kind == catalogue.Remark {
			q.Opinions = append(q.Opinions, s.ID)
			continue
		}
		switch s.standing.status() {
		case rating.Met:
			q.For = append(q.For, s.ID)
		case rating.NotMet, rating.Partly:
			against = append(against, s)
		case rating.Unknown:
			unknown = append(unknown, s)
		}
	}
	slices.SortStableFunc(against, func(x, y *shown) int { return weigh(y, q.ID) - weigh(x, q.ID) })
	slices.SortStableFunc(unknown, func(x, y *shown) int { return weigh(y, q.ID) - weigh(x, q.ID) })
	q.Against, q.Unknown = idsOf(against), idsOf(unknown)
	q.HeldBy = a.heldBy(q, against, unknown)
	template, on := template(&a.cat.Questions[i].Answers, q, against, unknown)
	if q.Rating.SoFar == rating.Green && len(note) > 0 {
		q.Answer = template + ": " + lowerFirst(note[0])
		q.NoteTold = q.NoteTold || len(note) == 1
	} else {
		q.Answer = a.filled(template, on)
	}
	return on
}

func idsOf(list []*shown) []string {
	ids := make([]string, len(list))
	for i, s := range list {
		ids[i] = s.ID
	}
	return ids
}

// weigh orders criteria for a question: gates at home first, then what counts, then watchpoints, then
// the rest; not met before partly met; what feeds this question alone before what feeds several.
func weigh(s *shown, question string) int {
	w := 0
	atHome := s.Home == question || s.Home == "" && slices.Contains(s.Questions, question)
	switch {
	case s.standing.gate != logic.False && (question == "" || atHome):
		w += 64
	case s.Kind.Counts():
		w += 32
	case s.Kind == catalogue.Watchpoint:
		w += 24
	case s.Kind == catalogue.Consistency && question == "":
		w += 96 // which kind it is comes before everything that hangs on the kind
	}
	if s.standing.status() == rating.NotMet {
		w += 16
	}
	if !s.sure {
		w -= 32 // first what surely applies
	}
	if question == "" {
		return w + 2*len(s.Questions)
	}
	return w + 4 - len(s.Questions)
}

// heldBy names the gates and watchpoints that keep a question's rating so far from being better.
func (a *assessor) heldBy(q *result.Question, against, unknown []*shown) []string {
	held := []string{}
	for _, s := range against {
		gate := s.standing.gate != logic.False && (s.Home == q.ID || s.Home == "")
		if gate || s.Kind == catalogue.Watchpoint && s.standing.status() == rating.NotMet {
			held = append(held, s.ID)
		}
	}
	for _, s := range unknown {
		if s.standing.gate != logic.False && (s.Home == q.ID || s.Home == "") {
			held = append(held, s.ID)
		}
	}
	return held
}

// template picks the sentence that answers a question, and the criterion that it turns on, nil where it
// turns on none.
func template(answers *catalogue.Answers, q *result.Question, against, unknown []*shown) (string, *shown) {
	first := func(list []*shown) *shown {
		if len(list) == 0 {
			return nil
		}
		return list[0]
	}
	if q.Rating.TooLittleKnown {
		if len(unknown) == 0 {
			unknown = against
		}
		return answers.Unknown, first(unknown)
	}
	switch q.Rating.SoFar {
	case rating.Green:
		return answers.Green, nil
	case rating.AmberGreen:
		if len(against) > 0 {
			return answers.AmberGreen, against[0]
		}
		return answers.Provided, first(unknown)
	case rating.AmberRed:
		return answers.AmberRed, first(against)
	}
	return answers.Red, first(against)
}

// filled makes a template the sentence that a board member would say.
func (a *assessor) filled(template string, on *shown) string {
	if on == nil {
		for _, tail := range []string{", but {lack}", ": {lack}", ". Still to establish: whether {claim}", ". First to establish: whether {claim}"} {
			template = strings.ReplaceAll(template, tail, "")
		}
		return sentence(template)
	}
	template = strings.ReplaceAll(template, "{claim}", a.named(on.Criterion, on.Title))
	return sentence(strings.ReplaceAll(template, "{lack}", a.named(on.Criterion, lackOf(on))))
}

// lackOf says what a criterion lacks, so far as it does.
func lackOf(s *shown) string {
	if s.standing.status() == rating.Partly {
		return "it is only partly the case that " + s.Title
	}
	return s.Lack
}

// lowerFirst writes the first letter small where the word is one of ours and not a name.
func lowerFirst(s string) string {
	for _, ours := range []string{"At least ", "One ", "Two ", "Three ", "Four ", "Five ", "Six ", "Seven ", "Eight ", "Nine ", "Ten ", "Eleven ", "Twelve ", "All ", "None ", "No ", "Of ", "Each ", "Culture ", "A "} {
		if strings.HasPrefix(s, ours) {
			return strings.ToLower(s[:1]) + s[1:]
		}
	}
	return s
}

// note says what the facts show beyond the criteria, in a sentence or two for each part of an answer.
func (a *assessor) note(parts []catalogue.Part) []string {
	var note []string
	for _, p := range parts {
		note = append(note, a.partNote(p)...)
	}
	return note
}

func (a *assessor) partNote(p catalogue.Part) []string {
	switch p {
	case catalogue.Benefits:
		return sentences(a.benefitsNote())
	case catalogue.Objectives:
		return sentences(a.objectivesNote(0, 1))
	case catalogue.Culture:
		return sentences(a.cultureNote())
	case catalogue.Risks:
		return sentences(a.risksNote())
	case catalogue.TakingOn:
		return sentences(a.out.TakingOn[0].Sentence, a.out.TakingOn[1].Sentence)
	case catalogue.Oversight:
		return sentences(a.governanceNote())
	}
	return nil // where the proposal stands in the typology is told elsewhere
}

func (a *assessor) benefitsNote() string {
	n := len(a.out.Benefits)
	if n == 0 {
		if a.doc.Root.Find(paths.Benefits).Known() {
			return "No benefit is named."
		}
		return ""
	}
	full, reported := 0, 0
	for _, b := range a.out.Benefits {
		whole := true
		for _, m := range b.Missing {
			whole = whole && m == "source"
		}
		if whole {
			full++
		}
		if b.PatientReported == proposal.Yes {
			reported++
		}
	}
	s := atLeast(a.doc.Root.Find(paths.Benefits)) + things(n, "benefit") + verb(n, " is", " are") + " named, "
	switch {
	case n > 1:
		s += share(full, n) + " given with measure, baseline, target and date"
	case full == 1:
		s += "with measure, baseline, target and date"
	default:
		s += "without the whole of measure, baseline, target and date"
	}
	if reported > 0 {
		s += "; " + number(reported) + verb(reported, " is", " are") + " reported by patients themselves"
	} else {
		s += "; none is said to be reported by patients themselves"
	}
	return sentence(s)
}

// atLeast says of a list that ends with `unknown` that there may be more.
func atLeast(list *proposal.Value) string {
	if list != nil && len(list.Stated()) < len(list.Items) {
		return "at least "
	}
	return ""
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// objectivesNote says of which of the organisations, by their places, the objectives serve their own.
func (a *assessor) objectivesNote(organisations ...int) string {
	n := len(a.out.Objectives)
	if n == 0 {
		return ""
	}
	var parts []string
	for _, i := range organisations {
		org := &a.out.Organisations[i]
		serving, known := 0, 0
		for _, o := range a.out.Objectives {
			if o.Serves[i].Known {
				known++
			}
			if len(o.Serves[i].Objectives) > 0 {
				serving++
			}
		}
		switch {
		case known == 0:
			parts = append(parts, "whether "+whose(org.Name)+" own are served is not said")
		case serving == 0 && known < n:
			parts = append(parts, "none is said to serve "+whose(org.Name)+" own")
		case serving == 0:
			parts = append(parts, "none serves "+whose(org.Name)+" own")
		case n == 1:
			parts = append(parts, "it serves "+whose(org.Name)+" own")
		default:
			parts = append(parts, number(serving)+verb(serving, " serves ", " serve ")+whose(org.Name)+" own")
		}
	}
	if n == 1 {
		return sentence("one objective is named; " + listed(parts))
	}
	return sentence("of " + things(n, "objective") + ", " + listed(parts))
}

func (a *assessor) cultureNote() string {
	root := a.doc.Root
	var parts []string
	switch route := root.Find(paths.CultureRoute).String(); route {
	case "adopt-one":
		s := "one culture is to be adopted"
		if owner := a.doc.Organisation(root.Find(paths.CultureAdopted).String()); owner != nil {
			s += ", " + whose(a.nameOf(owner.Key))
		}
		parts = append(parts, s)
	case "develop-new":
		parts = append(parts, "a new culture is to be developed")
	case "keep-both":
		parts = append(parts, "each keeps its culture")
	case "undecided":
		parts = append(parts, "no culture route is chosen")
	}
	if y := root.Find(paths.CultureYears); y.Known() {
		parts = append(parts, "culture work is planned over "+y.Word+verbF(y.Number, " year", " years"))
	}
	if v := root.Find(paths.DifferingValues); v.Known() && len(v.Items) > 0 {
		parts = append(parts, "values differ on "+v.Written())
	}
	return sentence(strings.Join(parts, "; "))
}

func verbF(n float64, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func (a *assessor) nameOf(id string) string {
	for _, o := range a.out.Organisations {
		if o.ID == id {
			return o.Name
		}
	}
	return id
}

func (a *assessor) risksNote() string {
	r := a.out.Risks
	if !r.Known {
		return ""
	}
	owned, n := 0, len(r.Doing)
	for _, x := range r.Doing {
		if x.Owner != "" && x.Owner != "none" {
			owned++
		}
	}
	s := atLeast(a.doc.Root.Find(paths.Risks)) + things(n, "risk") + " of doing it"
	switch {
	case n == 1 && owned == 1:
		s += ", with an owner"
	case n == 1:
		s += ", owner not named"
	case n > 1:
		s += ", " + share(owned, n) + " with an owner"
	}
	return sentence(s + "; " + number(len(r.NotDoing)) + " of not doing it")
}

func (a *assessor) governanceNote() string {
	count := map[result.ElementStatus]int{}
	n := 0
	for _, e := range a.out.Governance {
		if e.Recommended == result.Surely {
			count[e.Status]++
			n++
		}
	}
	if n == 0 {
		return ""
	}
	var parts []string
	for _, s := range []result.ElementStatus{result.InPlace, result.Different, result.Missing, result.NotKnown} {
		if count[s] > 0 {
			parts = append(parts, number(count[s])+" "+string(s))
		}
	}
	return sentence("of " + things(n, "recommended element") + ", " + listed(parts))
}
