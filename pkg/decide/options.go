package decide

import (
	"cmp"
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// optionsLimit is what the options cannot tell beyond what no report can.
const optionsLimit = "Which option to choose. Much of the document was stated with one arrangement in mind, and answers given for that one are read here as they stand."

// Options gives the facts of a proposal under every type and form of partnership that the catalogue joins, and
// says what becomes of doing nothing. Each option is judged as the same document would be if it were of that
// type and form; what is declared is not held against what the facts say.
func Options(j *judge.Judgement) *result.Options { return optionsOf(j, true) }

// OptionsInBrief gives them for a table of what each is so far: the ends of their ratings are not held against ways of
// filling in what is unknown, which takes longer than all else, and are told as bounds alone.
func OptionsInBrief(j *judge.Judgement) *result.Options { return optionsOf(j, false) }

func optionsOf(j *judge.Judgement, witnessed bool) *result.Options {
	o := newOptions(j)
	o.witnessed = witnessed
	all := &result.Options{
		Format: result.OptionsFormat, Catalogue: judge.Catalogue(j), File: j.Doc.Label, Title: judge.Title(j), AsOf: j.Doc.Root.Find(paths.AsOf).InWords(),
		Organisations: judge.Organisations(j), Typology: judge.Typology(j), Limits: append([]string{optionsLimit}, judge.Limits(j)...),
		Options: o.each(), Nothing: o.nothing(judge.Risks(j), judge.TakingOn(j)),
	}
	if x := judge.Overlay(j); x != nil {
		all.Catalogue.Overlay = &x.Words
	}
	all.Sentences = o.sentences(len(all.Options))
	all.Sources = o.cited(all)
	return all
}

// options is what the options of a document share.
type options struct {
	*judge.Judgement                     // of the document as it stands
	helper, helped    string             // its roles of the one that helps and the one that is helped; "" where it does not say
	declared, pointed *typeForm          // the option declared, and that which the facts point to, or nil
	judged            []*judge.Judgement // those that have been judged so far
	witnessed         bool               // the ends of their ratings are held against ways of filling in what is unknown
}

// typeForm is a type with one of the forms that it may take.
type typeForm struct {
	typ  *catalogue.Type
	form *catalogue.Form
}

func (x *typeForm) is(other *typeForm) bool {
	return other != nil && x.typ.ID == other.typ.ID && x.form.ID == other.form.ID
}

func (x *typeForm) title() string { return x.form.Title + " (" + x.typ.Title + ")" }

func newOptions(j *judge.Judgement) *options {
	o := &options{Judgement: j}
	sides, _ := j.Helping()
	o.helper, o.helped = sides.Helper, sides.Helped
	o.declared = named(j, func(a judge.Axis) string { return a.Declared })
	o.pointed = named(j, func(a judge.Axis) string { return a.Derived })
	return o
}

// named gives the option that one reading of the three axes names: its form, with the nature and the scale of
// that reading or, where it is silent, those that alone are possible; nil where that leaves one open.
func named(j *judge.Judgement, of func(judge.Axis) string) *typeForm {
	word := func(a judge.Axis) string {
		if w := of(a); w != "" || len(a.Possible) > 1 {
			return w
		}
		return a.Possible[0]
	}
	typ := judge.Type{Nature: word(j.Placement.Nature), Scale: word(j.Placement.Scale)}
	t, f := j.Cat.Typology.Type(typ.ID()), j.Cat.Typology.Form(of(j.Placement.Form))
	if t == nil || f == nil {
		return nil
	}
	return &typeForm{t, f}
}

// each judges every option and puts them in order: the declared one first, then by the context, the best first.
func (o *options) each() []result.Option {
	var all []result.Option
	for i := range o.Cat.Typology.Types {
		t := &o.Cat.Typology.Types[i]
		for _, id := range o.formsOf(t) {
			all = append(all, o.option(&typeForm{t, o.Cat.Typology.Form(id)}))
		}
	}
	slices.SortStableFunc(all, func(x, y result.Option) int {
		first := func(o result.Option) int {
			if o.Declared {
				return 0
			}
			return 1
		}
		return cmp.Or(
			cmp.Compare(first(x), first(y)),
			cmp.Compare(y.Context.Rating.High, x.Context.Rating.High),
			cmp.Compare(y.Context.Rating.Low, x.Context.Rating.Low),
		)
	})
	stand(all)
	for i := range all {
		for j := range all[:i] {
			if all[j].LikeContext == "" && sameContext(&all[i], &all[j]) {
				all[i].LikeContext = all[j].ID
				all[i].GatesToo = slices.DeleteFunc(gatesOf(&all[i]), func(id string) bool { return slices.Contains(gatesOf(&all[j]), id) })
				break
			}
		}
	}
	return all
}

// formsOf gives the forms that make sense with a type, and after them those of what is declared and what the
// facts point to, if they are none of these.
func (o *options) formsOf(t *catalogue.Type) []string {
	forms := slices.Clone(t.Forms)
	for _, x := range []*typeForm{o.declared, o.pointed} {
		if x != nil && x.typ.ID == t.ID && !slices.Contains(forms, x.form.ID) {
			forms = append(forms, x.form.ID)
		}
	}
	return forms
}

func gatesOf(x *result.Option) []string {
	ids := []string{}
	for _, g := range x.Gates {
		ids = append(ids, g.Criterion)
	}
	return ids
}

// sameContext reports whether all that hangs on the type is the same for two options, and the first has open
// every gate that the second has.
func sameContext(x, y *result.Option) bool {
	for _, g := range y.Gates {
		if !slices.Contains(x.Gates, g) {
			return false
		}
	}
	return x.Type == y.Type && x.OnlyIf == y.OnlyIf && slices.Equal(x.Context.Criteria, y.Context.Criteria) &&
		slices.EqualFunc(x.FindOut, y.FindOut, func(a, b result.Ask) bool {
			return a.Criterion == b.Criterion && slices.Equal(a.Paths, b.Paths)
		})
}

// sentences say what is declared, what the facts point to, and what the list is not.
func (o *options) sentences(n int) []string {
	var s []string
	switch {
	case o.declared == nil:
		s = append(s, "The document does not declare which it is to be.")
	case o.declared.is(o.pointed):
		s = append(s, wording.Sentence("the document declares: "+o.declared.title()+", and the facts point to the same"))
	default:
		s = append(s, wording.Sentence("the document declares: "+o.declared.title()))
	}
	switch {
	case o.pointed == nil:
		s = append(s, "The facts do not tell by themselves what it is.")
	case !o.pointed.is(o.declared):
		s = append(s, wording.Sentence("the facts point to "+o.pointed.title()))
	}
	return append(s, wording.Sentence("the same facts are read under "+wording.Number(n)+" types and forms, and under doing nothing; the order recommends none of them"))
}

// cited lists the sources that the options cite, in the catalogue's order.
func (o *options) cited(all *result.Options) []result.Source {
	cited := map[string]bool{}
	cite := func(cites []result.Cite) {
		for _, c := range cites {
			cited[c.Source] = true
		}
	}
	for i := range all.Options {
		x := &all.Options[i]
		cite(x.SmallerCites)
		cite(x.First.Cites)
		for _, f := range append(slices.Clone(x.Forgone), x.Gained...) {
			cite(f.Cites)
		}
		for _, h := range x.Context.Criteria {
			for _, c := range o.Cat.Criterion(h.Criterion).Cites {
				cited[c.Source] = true
			}
		}
	}
	for _, f := range all.Nothing.Forgone {
		cite(f.Cites)
	}
	return judge.Cited(o.Cat, cited)
}
