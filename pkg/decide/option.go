package decide

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// option judges the document's facts under one type and form.
func (o *options) option(x *typeForm) result.Option {
	doc, roles := o.cast(x)
	j := o.Otherwise(doc, o.Placement.As(judge.Type{Nature: x.typ.Nature, Scale: x.typ.Scale}, x.form.ID), o.judged...)
	o.judged = append(o.judged, j)
	if o.witnessed {
		j = j.Witnessed()
	}
	r := j.Claimed
	out := result.Option{
		ID: x.typ.ID + "-" + x.form.ID, Type: result.Word{ID: x.typ.ID, Title: x.typ.Title}, Form: result.Word{ID: x.form.ID, Title: x.form.Title},
		Title: x.title(), Declared: x.is(o.declared), FactsPoint: x.is(o.pointed),
		Roles: roles, OnlyIf: o.onlyIf(x.typ), WhyNot: o.whyNot(x.form.ID),
		Context:  result.OptionContext{Rating: judge.Words(r.Context), Criteria: []result.OptionHelpful{}},
		Enablers: judge.Words(r.Enablers), Overall: j.Overall(r.Whole), Verdict: j.Verdict(r, j.Timing.Moment),
		Gates: []result.OptionGate{}, GatesToo: []string{}, FindOut: []result.Ask{}, SmallerCites: []result.Cite{},
	}
	for i := range j.Criteria {
		c := &j.Criteria[i]
		title, status := j.Named(c.Criterion, c.Title), c.Standing.Said()
		if c.Kind == catalogue.Context && c.When == result.Now {
			out.Context.Criteria = append(out.Context.Criteria, result.OptionHelpful{Criterion: c.ID, Title: title, Status: status})
			if !c.Status().Known() {
				out.FindOut = append(out.FindOut, j.Ask(c))
			}
		}
		if slices.Contains(out.Verdict.Open, c.ID) {
			out.Gates = append(out.Gates, result.OptionGate{Criterion: c.ID, Title: title, Status: status, Home: o.Cat.Questions[c.HomeAt].ID})
		}
	}
	out.ContextWords = would("context", out.Context.Rating)
	verdict := j.VerdictClause(r.Verdict, j.Timing.Stage)
	if r.Verdict.Printed {
		verdict = "the verdict: " + verdict
	}
	out.OtherWords = would("enablers", out.Enablers) + " " + would("overall", out.Overall.Rating) + " " + wording.Sentence(verdict)
	out.Forgone, out.Gained = o.against(x)
	o.smaller(x, &out)
	out.First = o.firstStep(x, j)
	out.Marks = marks(&out)
	return out
}

// cast gives the document with the roles that an option needs, and says in a sentence who is read as what.
// Where the option is the only one that the document leaves, its roles stand as they are. Otherwise a role of
// the form stands where the document fills it, and is filled by the one that helps or is helped, where the
// document says who that is; equal partners are the two of whom it gives any part. All other roles are left
// out. Where the roles of the form do not say who helps, the document's helper is still asked what is asked of one.
func (o *options) cast(x *typeForm) (*proposal.Proposal, string) {
	if t := o.Placement.Types(); len(t) == 1 && t[0].ID() == x.typ.ID && slices.Equal(o.Placement.Form.Possible, []string{x.form.ID}) {
		return o.Doc, ""
	}
	var casts []proposal.Cast
	for _, r := range x.form.Roles {
		casts = append(casts, proposal.Cast{Role: r, From: r})
	}
	if partners := string(paths.Partners); slices.Contains(x.form.Roles, partners) {
		for _, f := range o.Cat.Typology.Forms {
			for _, r := range f.Roles {
				if r != partners {
					casts = append(casts, proposal.Cast{Role: partners, From: r})
				}
			}
		}
	}
	if o.helper != "" {
		p, has := o.Cat.Typology.Helping(x.form.ID)
		if !has {
			p = o.Cat.Typology.Sides[0] // its roles do not say who helps, and its criteria ask
		}
		casts = append(casts, proposal.Cast{Role: p.Helper, From: o.helper}, proposal.Cast{Role: p.Helped, From: o.helped})
	}
	doc := o.Doc.Recast(casts)
	return doc, o.readAs(doc, x)
}

// readAs says which part each organisation is read to have under an option, where the document does not say
// so itself; empty where that is none.
func (o *options) readAs(doc *proposal.Proposal, x *typeForm) string {
	now := doc.Root.Find(paths.Roles)
	was := o.Doc.Root.Find(paths.Roles)
	var parts []string
	for _, r := range x.form.Roles {
		role := paths.Key(r)
		switch v := now.At(role); {
		case was.At(role).Known() || !v.Known():
		case role == paths.Partners:
			if len(v.Items) == len(o.Doc.Organisations) {
				parts = append(parts, "both as equal partners")
			}
		default:
			parts = append(parts, o.NameOf(v.Word)+" as "+r)
		}
	}
	words := ""
	if len(parts) > 0 {
		words = "Read with " + wording.And(parts) + "."
	}
	if _, has := o.Cat.Typology.Helping(x.form.ID); !has {
		if v := now.At(paths.Key(o.Cat.Typology.Sides[0].Helper)); v.Known() {
			words += " What is asked of the one that helps is asked of " + o.NameOf(v.Word) + "."
		}
	}
	return strings.TrimSpace(words)
}

// onlyIf says what would have to be otherwise: who begins it is a fact, which a change of form does not change.
func (o *options) onlyIf(t *catalogue.Type) string {
	if slices.Contains(o.Placement.Nature.Possible, t.Nature) {
		return ""
	}
	for _, n := range o.Cat.Typology.Natures {
		if n.ID == t.Nature {
			return wording.Sentence("it would have to be " + n.Meaning)
		}
	}
	return ""
}

// whyNot gives the reason for which the document says that a form was not chosen.
func (o *options) whyNot(form string) string {
	var why []string
	for _, a := range o.Doc.Root.Find(paths.Alternatives).Stated() {
		if a.At(paths.FormWeighed).Is(form) && a.At(paths.WhyNot).String() != "" {
			why = append(why, wording.Sentence(a.At(paths.WhyNot).Written()))
		}
	}
	return strings.Join(why, " ")
}

// against compares the advantages of an option with those of the declared one; where none is declared, all that
// it has are gained.
func (o *options) against(x *typeForm) (forgone, gained []result.Forgone) {
	has := o.advantages(x.typ)
	if o.declared == nil {
		return []result.Forgone{}, has
	}
	had := o.advantages(o.declared.typ)
	lacking := func(all, these []result.Forgone) []result.Forgone {
		return without(all, func(x result.Forgone) bool {
			return slices.ContainsFunc(these, func(y result.Forgone) bool { return x.Title == y.Title })
		})
	}
	return lacking(had, has), lacking(has, had)
}

// advantages gives what a type has to gain for these two organisations.
func (o *options) advantages(t *catalogue.Type) []result.Forgone {
	return judge.Advantages(o.Doc, o.Cat, []judge.Type{{Nature: t.Nature, Scale: t.Scale}})
}

// smaller says whether an option is a smaller step than the declared one, and when the sources say that it is.
func (o *options) smaller(x *typeForm, out *result.Option) {
	if d := o.declared; d != nil && slices.Contains(x.form.Smaller.Than, d.form.ID) {
		out.SmallerStep = out.OnlyIf == "" && (x.typ.Scale == d.typ.Scale || x.typ.Scale == catalogue.Individual)
	}
	if len(x.form.Smaller.Than) > 0 {
		out.SmallerWhen = wording.Sentence("it is the smaller step " + x.form.Smaller.When)
		out.SmallerCites = o.Cites(x.form.Smaller.Cites)
	}
}

// firstStep gives the smaller step that the sources advise first, and whether the document shows it taken.
func (o *options) firstStep(x *typeForm, j *judge.Judgement) result.FirstStep {
	step := x.typ.FirstStep
	f := result.FirstStep{Do: step.Do, Because: strings.TrimSpace(step.Because), Criterion: step.ShownBy, Status: rating.NotApplicable, Smaller: []result.Word{}, Cites: o.Cites(step.Cites)}
	for _, form := range o.Cat.Typology.Forms {
		if slices.Contains(form.Smaller.Than, x.form.ID) {
			f.Smaller = append(f.Smaller, result.Word{ID: form.ID, Title: form.Title})
		}
	}
	if i, ok := j.Find(step.ShownBy); ok {
		f.Status = j.Criteria[i].Standing.Said()
		f.Taken = taken[f.Status]
	}
	return f
}

// taken says whether the document shows a step taken, by the status of the criterion that tells.
var taken = map[rating.Status]string{
	rating.Met:           "The document shows that it has been taken.",
	rating.Partly:        "The document shows that it has been taken in part.",
	rating.AtLeastPartly: "The document shows that it has been taken, at least in part.",
	rating.AtMostPartly:  "The document shows that it has been taken at most in part.",
	rating.NotMet:        "The document says that it has not been taken.",
	rating.Unknown:       "Whether it has been taken is not known.",
	rating.Disputed:      "The two do not agree whether it has been taken.",
}

func marks(x *result.Option) string {
	var words []string
	switch {
	case x.Declared && x.FactsPoint:
		words = append(words, "declared, and what the facts point to")
	case x.Declared:
		words = append(words, "declared")
	case x.FactsPoint:
		words = append(words, "what the facts point to")
	}
	if x.SmallerStep {
		words = append(words, "a smaller step")
	}
	return strings.Join(words, "; ")
}

// would puts a rating into a sentence about what would be.
func would(what string, r result.Rating) string {
	known := r.Met + r.Partly + r.NotMet
	all := known + r.Unknown
	counts := strconv.Itoa(known) + " of " + strconv.Itoa(all) + " known"
	if all == 0 {
		return wording.Sentence(what + " would be " + r.Low.String() + ": nothing applies that could be asked")
	}
	if known == all {
		counts = "all " + strconv.Itoa(all) + " known"
	}
	s := what + " would be "
	switch {
	case r.Low == r.High:
		s += r.Low.String()
	case r.TooLittleKnown && r.Bound == "":
		s += "anything from " + r.Low.String() + " to " + r.High.String()
	case r.TooLittleKnown && r.MayProve == "":
		s += r.Bound
	case r.TooLittleKnown:
		s += r.Bound + ", and " + wording.MayProve + " " + r.MayProve
	case r.MayProve == "":
		s += r.SoFar.String() + " so far, " + r.Bound
	default:
		s += r.SoFar.String() + " so far, and " + r.Ends()
	}
	return wording.Sentence(s + ": " + counts)
}
