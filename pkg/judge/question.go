package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Questions answers the questions of the boards together: what speaks for and against each, what is unknown,
// what holds it back, and the answer.
func Questions(j *Judgement, s Substance) []result.Question {
	all, grounds := make([]result.Question, len(j.Cat.Questions)), j.Grounds(j.Criteria, nil)
	for n := range all {
		all[n], _ = j.Answer(n, j.Claimed.Questions[n], j.Documented.Questions[n], Shown{j.Note(n, s), j.halfUntold(n, s)}, &grounds[n])
		all[n].Documented = Words(j.Documented.Questions[n])
	}
	return all
}

// Shown is what a document states on a question beyond its criteria.
type Shown struct {
	Note []string // in sentences
	Half bool     // half of what the answer shows, or more, is not told
}

// Like reports whether another says the same.
func (s Shown) Like(o Shown) bool { return s.Half == o.Half && slices.Equal(s.Note, o.Note) }

// Grounds is what of some criteria bears on a question, and how.
type Grounds struct {
	met, opinions, held       []string     // by their ids: what speaks for it, what is only an opinion, what holds it back
	against, unknown, without []*Criterion // the weightiest first; without is what was decided without
	open                      *Criterion   // the weightiest of the unknown that may still hold whole, nil where there is none
}

// Grounds gives for each question that is asked what bears on it of some criteria; nil asks all of them.
func (j *Judgement) Grounds(of []Criterion, asked []bool) []Grounds {
	return j.grounds(of, asked, func(*Criterion) bool { return true })
}

// GroundsFor does so of those that concern a board, as that organisation sees them.
func (j *Judgement) GroundsFor(board Side, asked []bool) []Grounds {
	if j.apart {
		return j.Grounds(j.SeenBy(board), asked)
	}
	return j.grounds(j.Criteria, asked, func(c *Criterion) bool { return c.Concerns != board.Other() })
}

func (j *Judgement) grounds(of []Criterion, asked []bool, concerns func(*Criterion) bool) []Grounds {
	all := make([]Grounds, len(j.Cat.Questions))
	for i := range of {
		c := &of[i]
		if c.Kind == catalogue.Own || !concerns(c) {
			continue // it has a block of its own, or is another board's
		}
		status := c.Status()
		for _, n := range c.Feeds {
			if asked != nil && !asked[n] {
				continue
			}
			b := &all[n]
			if c.When != result.Now {
				if c.Without() {
					b.without = append(b.without, c)
				}
				continue
			}
			if c.Kind == catalogue.Opinion || c.Kind == catalogue.Remark {
				b.opinions = append(b.opinions, c.ID)
				continue
			}
			switch {
			case status == rating.Met || status == rating.AtLeastPartly:
				b.met = append(b.met, c.ID)
			case status.Short():
				b.against = append(b.against, c)
			}
			if !status.Known() { // of a half the rest is to be found out
				b.unknown = append(b.unknown, c)
			}
		}
	}
	for n := range all {
		b, id := &all[n], j.Cat.Questions[n].ID
		heaviestFirst(b.against, id)
		heaviestFirst(b.unknown, id)
		b.held = heldBy(id, b.against, b.unknown)
		if i := slices.IndexFunc(b.unknown, func(c *Criterion) bool { return !c.Status().Short() }); i >= 0 {
			b.open = b.unknown[i]
		}
	}
	return all
}

// heaviestFirst puts the criteria first that weigh most for a question; equally heavy ones stay in their order.
func heaviestFirst(list []*Criterion, question string) {
	type weighed struct {
		of *Criterion
		by int
	}
	by := make([]weighed, len(list))
	for i, c := range list {
		by[i] = weighed{c, c.Weight(question)}
	}
	slices.SortStableFunc(by, func(x, y weighed) int { return y.by - x.by })
	for i := range by {
		list[i] = by[i].of
	}
}

// Answer answers a question, by its place, from its rating as claimed and on documents alone, what is shown on
// it and what bears on it. What documents do not bear out is told as claimed. It gives the criterion that the answer
// turns on, nil where there is none.
func (j *Judgement) Answer(n int, r, documented rating.Range, shown Shown, b *Grounds) (result.Question, *Criterion) {
	of := &j.Cat.Questions[n]
	q := result.Question{
		ID: of.ID, Title: of.Title, Asks: of.Asks, Shows: of.Shows, Rating: Words(r), Note: joined(shown.Note),
		For: append([]string{}, b.met...), Against: append(idsOf(b.against), idsOf(b.without)...), Unknown: idsOf(b.unknown), HeldBy: append([]string{}, b.held...), Opinions: append([]string{}, b.opinions...),
	}
	short := gravest(append(slices.Clone(b.without), b.against...))
	template, on := template(&of.Answers, &q, shown.Half, short, b.open)
	claimed := r.SoFar >= rating.AmberGreen && claimedOnly(r, documented)
	q.Answer = j.filled(template, claimed, shown.Note, short, b.open)
	return q, on
}

// first gives the first of some criteria, nil where there is none.
func first(list []*Criterion) *Criterion {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// gravest gives the first of some criteria that is not met, otherwise the first; nil where there is none.
func gravest(list []*Criterion) *Criterion {
	for _, c := range list {
		if c.Status() == rating.NotMet {
			return c
		}
	}
	return first(list)
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

// template picks the sentences that answer a question, and the criterion that they turn on, nil where they
// turn on none.
func template(answers *catalogue.Answers, q *result.Question, half bool, short, open *Criterion) (string, *Criterion) {
	switch {
	case q.Rating.TooLittleKnown && q.Rating.High == rating.Red:
		return answers.Red, short
	case q.Rating.TooLittleKnown && q.Rating.High == rating.AmberRed: // whatever is still unknown
		return answers.AmberRed, short
	case q.Rating.TooLittleKnown:
		if open == nil {
			open = short
		}
		return answers.Unknown, open
	}
	switch q.Rating.SoFar {
	case rating.Green:
		if half {
			return answers.Half, short
		}
		return answers.Green, nil
	case rating.AmberGreen:
		switch {
		case half && short == nil:
			return answers.Half, open
		case half:
			return answers.Half, short
		case short == nil:
			return answers.Provided, open
		}
		return answers.AmberGreen, short
	case rating.AmberRed:
		return answers.AmberRed, short
	}
	return answers.Red, short
}

// filled makes a template the sentences that a board member would say. A sentence that nothing fills is left out;
// the first then ends before its colon.
func (j *Judgement) filled(template string, claimed bool, note []string, short, open *Criterion) string {
	lack, claim := "", ""
	if short != nil {
		if lack = short.Lack; short.Status() == rating.Partly {
			lack = "it is only partly the case that " + short.Title
		} else if short.Status() == rating.AtMostPartly {
			lack = "it is at most partly the case that " + short.Title
		}
		if short.Standing.Disputed() {
			lack = "the two differ on whether " + short.Title
		}
		lack = j.Named(short.Criterion, lack)
	}
	if open != nil && open != short {
		if claim = open.Title; open.Status() == rating.AtLeastPartly {
			claim = "it is wholly the case that " + open.Title
		}
		claim = j.Named(open.Criterion, claim)
	}
	facts := joined(note)
	if lack != "" && strings.Contains(strings.ToLower(facts), strings.ToLower(lack)) { // said already
		lack = ""
	}
	var said []string
	for i, s := range strings.Split(template, ". ") {
		empty := strings.Contains(s, "{facts}") && facts == "" || strings.Contains(s, "{lack}") && lack == "" || strings.Contains(s, "{claim}") && claim == ""
		if empty && i > 0 {
			continue
		}
		if empty {
			s, _, _ = strings.Cut(s, ":")
		}
		if i == 0 && claimed {
			s = wording.Upper(wording.AsClaimed) + ": " + strings.ToLower(s[:1]) + s[1:]
		}
		said = append(said, wording.Sentence(wording.Fill(s, func(blank string) (string, bool) {
			switch blank {
			case "facts":
				return j.within(facts), true
			case "lack":
				return lack, true
			case "claim":
				return claim, true
			}
			return "", false
		})))
	}
	return strings.Join(said, " ")
}

// within writes a sentence as it stands within another: with a small letter, unless it starts with the name of
// one of the two.
func (j *Judgement) within(s string) string {
	for _, o := range j.Doc.Organisations {
		if strings.HasPrefix(s, proposal.NameOf(o)) {
			return s
		}
	}
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
