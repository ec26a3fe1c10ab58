package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Questions answers the questions of the boards together: what speaks for and against each, what is unknown,
// what holds it back, and the answer in a sentence.
func Questions(j *Judgement, s Substance) []result.Question {
	all := make([]result.Question, len(j.Cat.Questions))
	for n := range all {
		all[n], _ = j.Answer(n, j.Claimed.Questions[n], j.Documented.Questions[n], j.Note(n, s), j.Criteria)
		all[n].Documented = Words(j.Documented.Questions[n])
		if slices.Equal(all[n].Shows, []catalogue.Part{catalogue.TakingOn}) {
			all[n].NoteTold = true // board by board, below the answer
		}
	}
	return all
}

// Answer answers a question, by its place, from its rating as claimed and on documents alone, the sentences of
// its note and some criteria. What documents do not bear out is told as claimed. It gives the criterion that the answer turns on, nil where there is none.
func (j *Judgement) Answer(n int, r, documented rating.Range, note []string, from []Criterion) (result.Question, *Criterion) {
	of := &j.Cat.Questions[n]
	q := result.Question{
		ID: of.ID, Title: of.Title, Asks: of.Asks, Shows: of.Shows, Rating: Words(r), Note: joined(note),
		For: []string{}, Opinions: []string{},
	}
	var against, unknown, without []*Criterion
	for i := range from {
		c := &from[i]
		if !slices.Contains(c.Feeds, n) {
			continue
		}
		if c.When != result.Now {
			if c.Without() {
				without = append(without, c)
			}
			continue
		}
		if c.Kind == catalogue.Opinion || c.Kind == catalogue.Remark {
			q.Opinions = append(q.Opinions, c.ID)
			continue
		}
		status := c.Status()
		switch {
		case status == rating.Met || status == rating.AtLeastPartly:
			q.For = append(q.For, c.ID)
		case status.Short():
			against = append(against, c)
		}
		if !status.Known() { // of a half the rest is to be found out
			unknown = append(unknown, c)
		}
	}
	heaviest := func(x, y *Criterion) int { return y.Weight(q.ID) - x.Weight(q.ID) }
	slices.SortStableFunc(against, heaviest)
	slices.SortStableFunc(unknown, heaviest)
	q.Against, q.Unknown, q.HeldBy = idsOf(against), idsOf(unknown), heldBy(q.ID, against, unknown)
	template, on := template(&of.Answers, &q, against, unknown)
	q.Against = append(q.Against, idsOf(without)...)
	if q.Rating.SoFar == rating.Green && len(note) > 0 {
		q.Answer, q.NoteTold = template+": "+lowerFirst(note[0]), len(note) == 1
	} else {
		q.Answer = j.filled(template, on)
	}
	if r.SoFar >= rating.AmberGreen && claimedOnly(r.Printed, documented.Printed, r.SoFar, documented.SoFar) {
		q.Answer = wording.Sentence(wording.AsClaimed + ": " + strings.ToLower(q.Answer[:1]) + q.Answer[1:])
	}
	return q, on
}

func idsOf(list []*Criterion) []string {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	return ids
}

// heldBy names the gates and watchpoints that keep a question's rating so far from being better.
func heldBy(question string, against, unknown []*Criterion) []string {
	held := []string{}
	gate := func(c *Criterion) bool { return c.Gate() && (c.Home == question || c.Home == "") }
	for _, c := range against {
		if gate(c) || c.Kind == catalogue.Watchpoint && c.Status() == rating.NotMet {
			held = append(held, c.ID)
		}
	}
	for _, c := range unknown {
		if gate(c) && !slices.Contains(held, c.ID) {
			held = append(held, c.ID)
		}
	}
	return held
}

// template picks the sentence that answers a question, and the criterion that it turns on, nil where it
// turns on none.
func template(answers *catalogue.Answers, q *result.Question, against, unknown []*Criterion) (string, *Criterion) {
	first := func(list []*Criterion) *Criterion {
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
func (j *Judgement) filled(template string, on *Criterion) string {
	if on == nil {
		for _, tail := range []string{", but {lack}", ": {lack}", ". Still to establish: whether {claim}", ". First to establish: whether {claim}"} {
			template = strings.ReplaceAll(template, tail, "")
		}
		return wording.Sentence(template)
	}
	lack, claim := on.Lack, on.Title
	switch on.Status() {
	case rating.Partly:
		lack = "it is only partly the case that " + on.Title
	case rating.AtMostPartly:
		lack = "it is at most partly the case that " + on.Title
	case rating.AtLeastPartly:
		claim = "it is wholly the case that " + on.Title
	}
	template = strings.ReplaceAll(template, "{claim}", j.Named(on.Criterion, claim))
	return wording.Sentence(strings.ReplaceAll(template, "{lack}", j.Named(on.Criterion, lack)))
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
