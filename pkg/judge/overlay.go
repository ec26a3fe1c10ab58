package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Overlay tells what a catalogue that is laid over the built-in one adds and changes, how the proposal stands by what it
// adds, and how the built-in one alone rates it; nil where nothing is laid over that. Whatever is rated better than by the
// built-in one is said, and by what.
func Overlay(j *Judgement) *result.Overlay {
	of := j.Cat.Overlay
	if of == nil {
		return nil
	}
	b := j.BuiltIn().Witnessed()
	x := &result.Overlay{
		Name: of.Name, Title: of.Title, About: of.About, Version: of.Version, Hash: of.Hash, Extends: of.Extends,
		BuiltIn: result.CatalogueID{Version: of.Base.Version, Hash: of.Base.Hash}, Adds: len(j.Cat.Own()), Criteria: []string{}, Counted: []string{},
		Rating: Words(j.OwnBlock(false)), Documented: Words(j.OwnBlock(true)),
		Changed: []result.ChangedCriterion{}, Off: []result.SwitchedOff{}, Moved: j.moved(b),
		Beside: result.Beside{Overall: b.Overall(b.Claimed.Whole), Verdict: b.Verdict(b.Claimed, b.Timing.Moment), Open: OpenGates(b)},
	}
	for i := range j.Criteria {
		if c := &j.Criteria[i]; c.Own() {
			x.Criteria = append(x.Criteria, c.ID)
			if c.Within.Counts() && c.When == result.Now && c.Standing.Applies != logic.False {
				x.Counted = append(x.Counted, c.ID)
			}
		}
	}
	for _, c := range of.Changed {
		id := j.called(c.ID)
		x.Changed = append(x.Changed, result.ChangedCriterion{ID: id, Title: j.Named(j.Cat.Criterion(id), j.Cat.Criterion(id).Title), Keys: c.Keys, Words: keysInWords(c.Keys), Because: c.Because})
	}
	for _, c := range of.Off {
		id := j.called(c.ID)
		x.Off = append(x.Off, result.SwitchedOff{ID: id, Title: j.Named(j.Cat.Criterion(id), j.Cat.Criterion(id).Title), Because: c.Because})
	}
	for i, q := range b.Cat.Questions {
		x.Beside.Questions = append(x.Beside.Questions, result.QuestionBeside{ID: q.ID, Title: q.Title, Rating: Words(b.Claimed.Questions[i])})
	}
	x.Words = j.overlayWords(x)
	return x
}

// called gives the id by which the document calls a criterion of the built-in catalogue: what is asked of each
// organisation apart goes by the organisation's.
func (j *Judgement) called(id string) string {
	at := slices.IndexFunc(j.Cat.Overlay.Base.Criteria, func(c *catalogue.Criterion) bool { return c.ID == id })
	return j.Cat.Criteria[at].ID
}

// keysInWords says what of a criterion is changed.
func keysInWords(keys []string) string {
	var parts []string
	for _, k := range []struct {
		words string
		keys  []string
	}{
		{"its threshold", []string{"met", "partly"}},
		{"when it is due", []string{"due", "until"}},
		{"what to do about it", []string{"fix"}},
		{"its wording", []string{"title", "lack", "short", "lack_short", "asks", "why"}},
	} {
		if slices.ContainsFunc(k.keys, func(key string) bool { return slices.Contains(keys, key) }) {
			parts = append(parts, k.words)
		}
	}
	if len(parts) == 0 {
		return "its fragments" // by which its rule is tried
	}
	return wording.And(parts)
}

// moved lists what is rated better than by the built-in catalogue alone, and what is rated lower, at each end.
func (j *Judgement) moved(b *Judgement) []result.OverlayMove {
	all := []result.OverlayMove{}
	add := func(of result.MovedOf, id, title, at, from, to string, raised bool, question int) {
		all = append(all, result.OverlayMove{Of: of, ID: id, Title: title, At: at, From: from, To: to, Raised: raised, By: j.movedBy(b, question, raised)})
	}
	const every = -1
	grade := func(of result.MovedOf, id, title, at string, from, to rating.Grade, question int) {
		if from != to {
			add(of, id, title, at, gradeOrNone(from), gradeOrNone(to), to > from, question)
		}
	}
	soFar := func(r rating.Range) rating.Grade {
		if !r.Printed {
			return rating.Unrated
		}
		return r.SoFar
	}
	ends := func(of result.MovedOf, id, title string, from, to, fromPaper, toPaper rating.Range, question int) {
		grade(of, id, title, "so far", soFar(from), soFar(to), question)
		grade(of, id, title, "low", from.Low, to.Low, question)
		grade(of, id, title, "high", from.High, to.High, question)
		grade(of, id, title, "low on documents", fromPaper.Low, toPaper.Low, question)
	}
	whole := func(w rating.Whole) rating.Range {
		return rating.Range{Low: w.Low.Grade, SoFar: w.SoFar.Grade, High: w.High.Grade, Printed: w.Printed}
	}
	ends(result.MovedWhole, "", "the whole", whole(b.Claimed.Whole), whole(j.Claimed.Whole), whole(b.Documented.Whole), whole(j.Documented.Whole), every)
	verdict := func(at string, from, to rating.Verdict, none, gone bool) {
		switch {
		case gone && !none:
			add(result.MovedVerdict, "", "the verdict", at, b.VerdictTitle(from), "too little known", false, every)
		case none && !gone:
			add(result.MovedVerdict, "", "the verdict", at, "too little known", j.VerdictTitle(to), true, every)
		case from != to && !none:
			add(result.MovedVerdict, "", "the verdict", at, b.VerdictTitle(from), j.VerdictTitle(to), to > from, every)
		}
	}
	v, w := b.Claimed.Verdict, j.Claimed.Verdict
	verdict("so far", v.SoFar, w.SoFar, !v.Printed, !w.Printed)
	verdict("low", v.Low, w.Low, false, false)
	verdict("high", v.High, w.High, false, false)
	for q := range j.Cat.Questions {
		of := &j.Cat.Questions[q]
		ends(result.MovedQuestion, of.ID, of.Title, b.Claimed.Questions[q], j.Claimed.Questions[q], b.Documented.Questions[q], j.Documented.Questions[q], q)
	}
	openThere, openHere := OpenGates(b), OpenGates(j)
	for _, id := range openThere {
		if !slices.Contains(openHere, id) {
			all = append(all, result.OverlayMove{Of: result.MovedGate, ID: id, Title: b.Named(b.Cat.Criterion(id), b.Cat.Criterion(id).Title), From: "open", To: "not open", Raised: true, By: []string{id}})
		}
	}
	for _, id := range openHere {
		if !slices.Contains(openThere, id) {
			all = append(all, result.OverlayMove{Of: result.MovedGate, ID: id, Title: j.Named(j.Cat.Criterion(id), j.Cat.Criterion(id).Title), From: "not open", To: "open", By: []string{id}})
		}
	}
	return all
}

func gradeOrNone(g rating.Grade) string {
	if g == rating.Unrated {
		return "too little known"
	}
	return g.String()
}

// movedBy names what moves a rating of a question, by its place, or of the whole: what is changed or switched off and
// stands otherwise for it, and, where the rating is lower, what caps it.
func (j *Judgement) movedBy(b *Judgement, question int, raised bool) []string {
	by := []string{}
	feeds := func(c *catalogue.Criterion) bool { return question < 0 || slices.Contains(c.Feeds, question) }
	add := func(id string) {
		if id = j.called(id); feeds(j.Cat.Criterion(id)) && j.Unlike(b, id) {
			by = append(by, id)
		}
	}
	for _, c := range j.Cat.Overlay.Changed {
		add(c.ID)
	}
	for _, c := range j.Cat.Overlay.Off {
		add(c.ID)
	}
	if !raised {
		for i := range j.Criteria {
			if c := &j.Criteria[i]; c.Caps() && feeds(c.Criterion) && c.When != result.Later && c.Status() != rating.Met && c.Status() != rating.NotApplicable {
				by = append(by, c.ID)
			}
		}
	}
	return by
}

// overlayWords says it in sentences.
func (j *Judgement) overlayWords(x *result.Overlay) result.OverlayWords {
	did := []string{}
	for _, n := range []struct {
		count     int
		one, many string
		after     string
	}{{x.Adds, "criterion of its own", "criteria of its own", ""}, {len(x.Changed), "criterion", "criteria", " changed"}, {len(x.Off), "criterion", "criteria", " switched off"}} {
		if n.count > 0 {
			did = append(did, wording.Count(n.count, n.one, n.many)+n.after)
		}
	}
	over := "the built-in catalogue " + x.BuiltIn.Version + " (" + x.BuiltIn.Hash + ")"
	if x.Extends != x.BuiltIn.Version {
		over += ", not over version " + x.Extends + ", for which it was written"
	}
	w := result.OverlayWords{Which: wording.Sentence(x.Title + ", " + x.Name + " " + x.Version + " (" + x.Hash + "), laid over " + over + ": " + wording.And(did))}
	switch {
	case x.Adds == 0:
	case len(x.Counted) == 0:
		w.Own = "None of its own criteria that count is due here."
	default:
		w.Own = wording.Sentence("its own criteria stand in a block of their own, and in no question: " + x.Rating.Words + "; " + x.Rating.Counted)
	}
	w.Beside = wording.Sentence("by the built-in catalogue alone the whole is " + x.Beside.Overall.Words + "; " + strings.TrimSuffix(lowered(x.Beside.Verdict.Sentence), "."))
	w.Raised = j.movedWords(x, true, "Rated better than by the built-in catalogue alone")
	w.Held = j.movedWords(x, false, "Rated lower than by the built-in catalogue alone")
	return w
}

// lowered writes a sentence as it stands within another.
func lowered(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// movedWords says what is rated better, or lower, each thing once, by the end that a reader looks at first, and by what.
func (j *Judgement) movedWords(x *result.Overlay, raised bool, begins string) string {
	var parts, by []string
	told := map[string]bool{}
	for _, m := range x.Moved {
		if m.Raised != raised {
			continue
		}
		for _, id := range m.By {
			if words := id + j.how(x, id); !slices.Contains(by, words) {
				by = append(by, words)
			}
		}
		if key := string(m.Of) + m.ID; told[key] {
			continue
		} else {
			told[key] = true
		}
		switch {
		case m.Of == result.MovedGate && raised:
			parts = append(parts, "not open any more, and essential: "+m.Title)
		case m.Of == result.MovedGate:
			parts = append(parts, "open, and essential: "+m.Title)
		default:
			parts = append(parts, m.Title+", "+ends[m.At]+m.To+" and not "+m.From)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return begins + ": " + strings.Join(parts, "; ") + ". By " + wording.And(by) + "."
}

// ends says at which end a rating is meant, before it.
var ends = map[string]string{"so far": "so far ", "low": "at the low end ", "high": "at the high end ", "low on documents": "at the low end on documents alone "}

// how says in brackets what the overlay does with a criterion.
func (j *Judgement) how(x *result.Overlay, id string) string {
	for _, c := range x.Changed {
		if c.ID == id {
			return " (" + c.Words + ")"
		}
	}
	for _, c := range x.Off {
		if c.ID == id {
			return " (switched off)"
		}
	}
	return " (of its own)"
}
