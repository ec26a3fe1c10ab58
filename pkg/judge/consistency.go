package judge

import (
	"slices"
	"strings"

	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// inconsistencies finds what is stated and does not go together, whatever kind of partnership it is and in
// whoever's eyes. Where what is declared of the kind is not what the facts say, that is told of it, and no
// rule that rests on the same declaration tells it again.
func (j *Judgement) inconsistencies(mismatches []Mismatch, worded bool) []result.Finding {
	var all []result.Finding
	for _, m := range mismatches {
		if _, is := j.questioned(m); is {
			continue
		}
		path := m.Path()
		place := j.Start()
		switch {
		case m.Item != nil:
			place = m.Item.Pos
		case len(m.Trace.Used) > 0:
			place = m.Trace.Used[0].Pos
		}
		f := result.Finding{Kind: result.Inconsistent, Subject: m.Rule.ID, Place: place}
		if worded {
			f.ID = strings.TrimSuffix("inconsistent-"+m.Rule.ID+"-"+dashed(path), "-")
			f.Text, f.Do, f.Cites = m.named(clause(m.Rule.Text)), m.named(clause(m.Rule.Do)), j.Cites(m.Rule.Cites)
		}
		all = append(all, finding(f, path))
	}
	return all
}

// mismatches gives where the consistency rules speak under every type that the document may be of, and in the
// eyes of both organisations.
func (j *Judgement) mismatches() []Mismatch {
	var all []Mismatch
	first := true
	for t := range j.Types {
		for _, env := range j.eyes(j.Types[t].env) {
			if first {
				all, first = Mismatches(j.Cat, env), false
				continue
			}
			all = slices.DeleteFunc(all, func(m Mismatch) bool {
				return !slices.ContainsFunc(env.Instances(m.Rule.When), func(at logic.Instance) bool { return at.Item == m.Item })
			})
		}
	}
	return all
}

// eyes gives the environment as each organisation looks at it, where they state something apart.
func (j *Judgement) eyes(env logic.Environment) []logic.Environment {
	if !j.apart {
		return []logic.Environment{env}
	}
	return []logic.Environment{env.SeenBy(j.Doc.Organisations[0].Key), env.SeenBy(j.Doc.Organisations[1].Key)}
}

// questioned gives the axis on which a mismatch of the typology already questions the declaration that a rule
// rests on, and whether there is one.
func (j *Judgement) questioned(m Mismatch) (*Axis, bool) {
	for _, a := range j.Placement.Axes() {
		if a.Agrees() == logic.False && slices.Contains(m.Trace.Used, a.At) {
			return a, true
		}
	}
	return nil, false
}

// dashed writes a path as a part of an id.
func dashed(path string) string { return dashes.Replace(path) }

var dashes = strings.NewReplacer(".", "-", "[", "-", "]", "")

// mismatch finds that what is declared of nature, scale or form is not what the facts say.
func (j *Judgement) mismatch(a *Axis, mismatches []Mismatch) (result.Finding, bool) {
	if a.Agrees() != logic.False {
		return result.Finding{}, false
	}
	facts := written(a.Used)
	for _, m := range mismatches { // what else speaks against the declaration
		if of, is := j.questioned(m); is && of.ID == a.ID {
			for _, said := range written(slices.DeleteFunc(slices.Clone(m.Trace.Used), func(v *proposal.Value) bool { return v == a.At })) {
				if !slices.Contains(facts, said) {
					facts = append(facts, said)
				}
			}
		}
	}
	f := result.Finding{
		ID: "mismatch-" + a.ID, Kind: result.Mismatch, Subject: a.ID, Place: a.At.Pos,
		Text: "declared " + a.Declared + ", but the facts say " + a.Derived + " (" + wording.And(facts) + "); rated as if it could be either",
		Do:   "declare what the facts say, or mend the facts",
	}
	if c := j.Cat.Agreement(a.ID); c != nil {
		f = j.of(c, f)
	}
	return finding(f, string(a.Path)), true
}

// outweighed finds signs that point to something else than what a document is taken to be.
func (j *Judgement) outweighed(a *Axis) []result.Finding {
	var all []result.Finding
	for _, s := range a.Signs {
		taken, by := a.Derived, "the other facts"
		if taken == "" {
			taken, by = a.Declared, "the declaration"
		}
		title := func(id string) string { return TitleOn(&j.Cat.Typology, a.ID, id) }
		f := result.Finding{
			ID: "sign-" + a.ID + "-" + s.Of, Kind: result.Mismatch, Subject: a.ID, Place: s.Used[0].Pos,
			Text: wording.And(written(s.Used)) + " by itself points to " + title(s.Of) + "; outweighed by " + by + ", and rated as " + title(taken),
			Do:   "check which is meant; how much of the organisations it reaches, and what becomes of them, tell more than how it is constituted",
		}
		if c := j.Cat.Agreement(a.ID); c != nil {
			f = j.of(c, f)
		}
		all = append(all, finding(f, s.Used[0].Path()))
	}
	return all
}

// contradiction finds an answer that the facts contradict.
func (j *Judgement) contradiction(c *Criterion, worded bool) (result.Finding, bool) {
	s := c.Standing
	if s.Clash < Overruled {
		return result.Finding{}, false
	}
	answer := j.answers[c.ID]
	if !worded {
		return finding(result.Finding{Kind: result.Contradiction, Subject: c.ID, Place: answer.Pos}, paths.Answers.Under(c.ID)), true
	}
	text, do := "answered "+answer.Written(), "remove the answer, or mend the facts"
	switch s.Clash {
	case Overruled:
		text += " without a reason"
		do = "give the reason why the judgement is more cautious than the facts, or remove the answer"
	case NotSetAside:
		if text = "set aside as " + strings.ReplaceAll(answer.Word, "-", " "); proposal.AnswerWord(answer.Word) == proposal.OtherMeans {
			text = "answered as reached by other means, on an assertion alone"
			do = "register the evidence that shows by which other means, or remove the answer"
		}
		if answer.Because != "" {
			text += " (“" + answer.Because + "”)"
		}
	}
	text += ", but by the facts it is " + s.ByFacts.String()
	facts := written(slices.DeleteFunc(slices.Clone(s.Used), func(v *proposal.Value) bool { return v == answer || v.Parent == answer }))
	if len(facts) > 0 {
		text += " (" + wording.And(facts) + ")"
	}
	return finding(j.of(c.Criterion, result.Finding{
		ID: "contradiction-" + c.ID, Kind: result.Contradiction, Place: answer.Pos,
		Text: j.Named(c.Criterion, c.Title) + ": " + text + "; the facts decide",
		Do:   do,
	}), paths.Answers.Under(c.ID)), true
}

// written says what some statements say and where, each once.
func written(used []*proposal.Value) []string {
	var facts []string
	for _, v := range used {
		if said := v.Path() + " " + v.Written(); !slices.Contains(facts, said) {
			facts = append(facts, said)
		}
	}
	return facts
}

// disagreement finds that the organisations make a statement differently.
func (j *Judgement) disagreement(v *proposal.Value) (result.Finding, bool) {
	var said []string
	differ := false
	for _, o := range j.Doc.Organisations {
		i := slices.IndexFunc(v.Views, func(view *proposal.Value) bool { return view.Key == o.Key })
		if i < 0 {
			continue
		}
		view := v.Views[i]
		word := view.Written()
		if word == "" {
			word = "unknown"
		}
		said = append(said, proposal.NameOf(o)+" says "+word)
		differ = differ || !view.Same(v.Views[0])
	}
	if !differ {
		return result.Finding{}, false
	}
	f := result.Finding{
		ID: "disagreement-" + dashed(v.Path()), Kind: result.Disagreement, Subject: v.Path(), Place: v.Pos,
		Do: "settle it between the two before anything rests on it",
	}
	about := j.About(v)
	if c := j.Cat.Criterion(v.Key); c != nil && v.Parent.Field.Kind == proposal.Answers {
		f, about = j.of(c, f), j.Named(c, c.Title)
	}
	f.Text = about + ": " + wording.And(said) + "; rated from the worse to the better"
	return finding(f, v.Path()), true
}

// SetAside lists the criteria that the document declares not applicable, or met by other means, with what the
// facts say against it.
func SetAside(j *Judgement) []result.SetAside {
	all := []result.SetAside{}
	for i := range j.Criteria {
		c := &j.Criteria[i]
		answer := j.answers[c.ID]
		as := asideAs[proposal.AnswerWord(answer.String())]
		if c.Standing.SetAside() {
			as = c.Standing.Decided
		}
		if as == "" || c.Standing.Decided == "" {
			continue
		}
		x := result.SetAside{Criterion: c.ID, Title: j.Named(c.Criterion, c.Title), As: as, Because: answer.Because, Evidence: []string{}, Place: answer.Pos}
		switch s := c.Standing; {
		case s.Clash == Instead:
			x.Remark = "it stands, although by the facts it is " + s.ByFacts.String()
		case s.Clash == NotSetAside:
			x.Remark = "overruled: by the facts it is " + s.ByFacts.String()
		case as == result.ByOtherMeans && s.Status() == rating.AtMostPartly:
			x.Remark = "no document shows it: taken as at most partly met"
		case !s.SetAside():
			x.Remark = "by the facts it is " + s.Status().String()
		}
		x.Evidence = append(x.Evidence, answer.EvidenceIDs()...)
		all = append(all, x)
	}
	return all
}

// asideAs says as what an answer sets a criterion aside.
var asideAs = map[proposal.AnswerWord]result.DecidedBy{proposal.NotApplicable: result.ByNotApplying, proposal.OtherMeans: result.ByOtherMeans}
