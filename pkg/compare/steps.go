package compare

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// steps lists what got better, or what got worse. Each is the mirror of the other.
func (d *Difference) steps(which Direction, shifts []shift) []Step {
	steps := []Step{}
	for _, m := range shifts {
		if slices.Contains([]string{"verdict", "context", "enablers"}, m.ID) {
			continue
		}
		from, to := m.was.low, m.is.low
		if which == Improved && to > from || which == Worsened && to < from {
			title := "the low end of “" + m.Title + "”"
			if m.ID == "overall" {
				title = "the low end of the whole"
			}
			steps = append(steps, Step{OfLowEnd, m.ID, title, m.From.Low, m.To.Low})
		}
	}
	const is = Status(rating.Met)
	counts := func(other Status) bool { // a status that met can fall to, or rise from
		return other != is && other != NoPart && other != Status(rating.NotApplicable)
	}
	for _, c := range d.Criteria {
		if c.Kind == catalogue.Opinion {
			continue
		}
		if which == Improved && (c.Direction == TurnedBetter || c.To == is && counts(c.From)) || which == Worsened && (c.Direction == TurnedWorse || c.From == is && counts(c.To)) {
			steps = append(steps, Step{OfCriterion, c.ID, c.Title, c.From.String(), c.To.String()})
		}
	}
	findings := d.Gone
	if which == Worsened {
		findings = d.Appeared
	}
	for _, f := range findings {
		if f.Kind == result.Contradiction {
			s := Step{Of: OfContradiction, ID: f.ID, Title: f.Text, From: "there was none", To: "there is one"}
			if which == Improved {
				s.From, s.To = "there was one", "there is none"
			}
			steps = append(steps, s)
		}
	}
	return steps
}

// inWords says what moved in a sentence or two.
func (d *Difference) inWords() string {
	if d.Empty {
		return "Nothing has changed: the two say the same, and are judged the same."
	}
	var parts []string
	if d.Stages != nil {
		parts = append(parts, "The two are judged at different stages, at which different things are due: the ratings are not compared.")
	} else if len(d.Moves) > 0 && d.Moves[0].ID == "overall" && d.Moves[0].From.Words != d.Moves[0].To.Words {
		m := d.Moves[0]
		parts = append(parts, "The whole was "+m.From.Words+"; it is "+m.To.Words+".")
	} else {
		parts = append(parts, "The rating of the whole stays where it was.")
	}
	parts = append(parts, d.counted())
	if n := contradictions(d.Worse); n > 0 {
		parts = append(parts, wording.Count(n, "contradiction is new", "contradictions are new")+".")
	}
	return strings.Join(parts, " ")
}

// counted says how many changes moved how many criteria, and which way, as what got better and worse has it.
func (d *Difference) counted() string {
	changes := wording.Count(len(d.Changes), "change", "changes")
	standing, told := 0, 0
	for _, c := range d.Criteria {
		if c.From != c.To {
			standing++
		}
	}
	var counts []string
	add := func(n int, said string) {
		if n > 0 {
			counts = append(counts, strconv.Itoa(n)+" "+said)
		}
	}
	for _, x := range []struct {
		of   []Step
		said string
	}{{d.Better, "better"}, {d.Worse, "worse"}} {
		n := 0
		for _, s := range x.of {
			if s.Of == OfCriterion {
				n++
			}
		}
		told += n
		add(n, x.said)
	}
	add(standing-told, "neither, such as newly known")
	if len(counts) == 0 {
		return changes + ", and no criterion stands differently for it."
	}
	moving := 0
	for _, c := range d.Changes {
		if len(c.Criteria) > 0 {
			moving++
		}
	}
	if moving < len(d.Changes) {
		changes += ", of which " + strconv.Itoa(moving) + " moved a criterion"
	}
	return changes + ". Of the criteria, " + strings.Join(counts, ", ") + "."
}

func contradictions(steps []Step) int {
	n := 0
	for _, s := range steps {
		if s.Of == OfContradiction {
			n++
		}
	}
	return n
}

// asked fills in the questions of the criteria that moved.
func (d *Difference) asked(old, new *catalogue.Catalogue) {
	d.Asked = []Asked{}
	for _, cat := range []*catalogue.Catalogue{new, old} {
		for _, q := range cat.Questions {
			has := func(a Asked) bool { return a.ID == q.ID }
			if !slices.ContainsFunc(d.Asked, has) && slices.ContainsFunc(d.Criteria, func(c Criterion) bool { return slices.Contains(c.Questions, q.ID) }) {
				d.Asked = append(d.Asked, Asked{q.ID, q.Title})
			}
		}
	}
}
