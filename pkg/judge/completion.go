package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
)

// filler prepares the filling in of a document that is taken to be of a type: so that each criterion stands as well as
// it may prove, or as badly, one after the other. What is stated is not changed, and none undoes what an earlier one was
// given; so that what two of them cannot both have, one of them lacks. The completion holds nothing yet.
func (j *Judgement) filler(of *proposal.Completion, under *Assumption, best bool) *filler {
	f := &filler{j: j, of: of, under: under, best: best}
	f.placement = j.Placement
	if !j.surelyPlaced() {
		f.placement = f.placed(under.Type)
	}
	f.filling = logic.Filling{
		Of: f.of, Best: best, Asked: j.asked,
		Fixed: func(field *proposal.Field) bool { return slices.Contains(moving, field) },
	}
	f.env = f.placement.Environment(under.Type, f.of.Proposal)
	f.views = []logic.Environment{f.env}
	if j.apart {
		f.views = nil
		for _, o := range f.of.Pair() {
			f.views = append(f.views, f.env.SeenBy(o.Key))
		}
	}
	return f
}

// surelyPlaced reports whether the document tells of what kind the partnership is and who has which role in it, so that
// nothing has to be declared before the rest can be filled in.
func (j *Judgement) surelyPlaced() bool {
	p := &j.Placement
	if len(j.Types) != 1 || len(p.Form.Possible) != 1 || !p.Nature.Known() || !p.Scale.Known() || !p.Form.Known() {
		return false
	}
	form := j.Cat.Typology.Form(p.Form.Possible[0])
	if form == nil || len(form.Roles) != 2 {
		return true
	}
	at := j.Doc.Root.Find(paths.Roles)
	return at.At(paths.Key(form.Roles[0])).Known() && at.At(paths.Key(form.Roles[1])).Known()
}

// asked is how many of the criteria have rules that name a word.
func (j *Judgement) asked(word string) int {
	n := 0
	for _, at := range j.Cat.Reads().Asking(word) {
		if _, asks := slices.BinarySearchFunc(j.Criteria, at, func(c Criterion, at int) int { return c.at - at }); asks {
			n++
		}
	}
	return n
}

// filler fills in a document, criterion by criterion.
type filler struct {
	j         *Judgement
	of        *proposal.Completion
	under     *Assumption // the type that it is taken to be of
	placement Placement
	best      bool
	filling   logic.Filling
	answered  []answered          // what it must not contradict
	env       logic.Environment   // the document as it is filled in
	views     []logic.Environment // the document as one looks at it: through the eyes of each, where they state something apart
}

// placed declares what neither the document declares nor its facts tell of the kind of partnership, and who has which
// role in it, and gives where the document stands then.
func (f *filler) placed(t Type) Placement {
	p := f.j.Placement
	form := p.Form.Possible[0]
	if !p.Form.Known() && len(p.Form.Possible) > 1 { // what is supposed of it stays so
		if known := f.j.Cat.Typology.Type(t.ID()); known != nil && len(known.Forms) > 0 {
			form = known.Forms[0]
		}
	}
	for _, x := range []struct {
		axis *Axis
		word string
	}{{&p.Nature, t.Nature}, {&p.Scale, t.Scale}, {&p.Form, form}} {
		if v := f.at(x.axis.Path); !x.axis.Known() && v != nil && f.of.Say(v, x.word) {
			x.axis.Declared, x.axis.At = x.word, v
		}
	}
	f.roles(form)
	return p.As(t, form)
}

// roles says who has the roles of a form, where two are told apart and the document does not say.
func (f *filler) roles(form string) {
	known := f.j.Cat.Typology.Form(form)
	if known == nil || len(known.Roles) != 2 {
		return
	}
	at := f.at(paths.Roles)
	one, two := f.of.Under(at, known.Roles[0]), f.of.Under(at, known.Roles[1])
	if one == nil || two == nil {
		return
	}
	pair := f.of.Pair()
	first, second := pair[0].Key, pair[1].Key
	if one.Is(second) || two.Is(first) {
		first, second = second, first
	}
	f.of.Say(one, first)
	f.of.Say(two, second)
}

// at gives what stands at a place, which is made where the document does not have it.
func (f *filler) at(p paths.Path) *proposal.Value {
	v := f.of.Root
	for key := range p.Keys() {
		if v = f.of.Under(v, key); v == nil {
			return nil
		}
	}
	return v
}

// moving are the fields on which hangs what kind of partnership it is and at which moment it is judged, and so which
// criteria count. They are no unknowns of a criterion, and are left as they are.
var moving = fieldsAt(paths.Nature, paths.Scale, paths.Form, paths.BrokeredBy, paths.Extent, paths.Constituted, paths.Outcome,
	paths.AsOf, paths.Decision, paths.Starts, paths.Progress, paths.RunsSince, paths.AgreementStatus)

func fieldsAt(of ...paths.Path) []*proposal.Field {
	fields := make([]*proposal.Field, len(of))
	for i, p := range of {
		fields[i] = proposal.Model.Find(p)
	}
	return fields
}

// fill fills in what criteria ask for. What takes a list to be whole comes after all that adds to lists, and an answer
// after all facts.
func (f *filler) fill(open []*Criterion) {
	for _, with := range []struct{ whole, answers bool }{{false, false}, {true, false}, {true, true}} {
		f.filling.Whole = with.whole
		open = slices.DeleteFunc(open, func(c *Criterion) bool {
			done := true
			for _, env := range f.views {
				done = f.criterion(c.Criterion, env, with.answers) && done
			}
			return done
		})
	}
}

// answersAt is the place of the answers in a document.
var answersAt = proposal.Model.Place(string(paths.Answers))

// open reports whether anything of how a criterion stands is not known.
func (s *Standing) open() bool {
	return s.Applies != logic.False && (s.Applies == logic.Unknown || !s.Views[0].Known() || !s.Views[1].Known())
}

// criterion fills in what one criterion asks for as one looks at the document, and reports whether nothing of it is
// left to fill in.
func (f *filler) criterion(c *catalogue.Criterion, env logic.Environment, answers bool) bool {
	answer := f.of.Root.Along(answersAt).Item(c.ID)
	if answer == nil && (answers || c.UsesAnswer()) {
		answer = f.of.Under(f.at(paths.Answers), c.ID)
	}
	env = env.Answered(answer)
	if c.Applies != nil && !f.filling.Make(c.Applies, env, logic.True) {
		return env.Eval(c.Applies, nil) == logic.False || answers && f.filling.Make(c.Applies, env, logic.False)
	}
	if answer == nil && c.Met != nil && (f.best || c.Partly == nil) { // the facts of one rule decide
		aim, want := rating.NotMet, logic.False
		if f.best {
			aim, want = rating.Met, logic.True
		}
		before := f.of.Mark()
		if made := f.filling.Make(c.Met, env, want); made || env.Eval(c.Met, nil) == logic.Unknown {
			return f.keeps(env, before, made, aim)
		}
	}
	is := outcomeOf(c, env, nil)
	aim := is.status.Worst()
	if f.best {
		aim = is.status.Best()
	}
	if is.status == aim || !c.Judged && f.byFacts(c, env, aim) {
		return true
	}
	if c.Judged || answers {
		return f.of.Say(answer.In(env.View), answering[aim])
	}
	return false
}

// byFacts fills in facts by which a criterion has a status.
func (f *filler) byFacts(c *catalogue.Criterion, env logic.Environment, aim rating.Status) bool {
	before, made := f.of.Mark(), false
	switch {
	case c.Met == nil:
	case aim == rating.Met:
		made = f.filling.Make(c.Met, env, logic.True)
	case aim == rating.Partly:
		made = c.Partly != nil && f.filling.Make(c.Partly, env, logic.True) && f.filling.Make(c.Met, env, logic.False)
	default:
		made = f.filling.Make(c.Met, env, logic.False) && (c.Partly == nil || f.filling.Make(c.Partly, env, logic.False))
	}
	return f.keeps(env, before, made, aim)
}

// keeps reports whether what was filled in since a mark made a criterion have the status that is aimed at, and takes it
// back where it does not or contradicts an answer.
func (f *filler) keeps(env logic.Environment, before int, made bool, aim rating.Status) bool {
	if !made && (f.filling.Whole || aim != rating.Met) || f.contradicts(env, before) {
		f.of.Back(before)
		return false
	}
	return made
}

// contradicts reports whether what has been filled in since a mark contradicts an answer that the document gives.
func (f *filler) contradicts(env logic.Environment, mark int) bool {
	return slices.ContainsFunc(f.answered, func(a answered) bool {
		if !f.of.Touched(mark, a.reads) {
			return false
		}
		is, was := outcomeOf(a.Criterion.Criterion, env.Answered(f.of.Root.Along(answersAt).Item(a.ID)), nil).status, a.Status()
		return is.Worst() < was.Worst() || is.Best() > was.Best()
	})
}

// answered is a criterion that the document answers, with the fields that its rules read.
type answered struct {
	*Criterion
	reads []*proposal.Field
}

// answering is the answer that gives a status.
var answering = map[rating.Status]string{rating.Met: string(proposal.Yes), rating.Partly: string(proposal.Partly), rating.NotMet: string(proposal.No)}

// answersIn gives the answers of a document by the criterion's id.
func answersIn(doc *proposal.Proposal) map[string]*proposal.Value {
	answers := map[string]*proposal.Value{}
	if v := doc.Root.Find(paths.Answers); v != nil {
		for _, answer := range v.Items {
			answers[answer.Key] = answer
		}
	}
	return answers
}
