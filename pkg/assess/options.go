package assess

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// optionsLimit is what the options cannot tell beyond what no report can.
const optionsLimit = "Which option to choose. Much of the document was stated with one arrangement in mind, and answers given for that one are read here as they stand."

// Options assesses the facts of a proposal, which Read and Verify found nothing wrong with, under every type
// and form of partnership that the catalogue joins, and says what becomes of doing nothing. Each option is
// judged as Assess would judge the same document if it were of that type and form; what is declared is not
// held against what the facts say.
func Options(doc *proposal.Proposal, cat *catalogue.Catalogue) *result.Options {
	o := &options{assessor: begin(doc, cat, judge.Place(doc, &cat.Typology))}
	o.out = &result.Result{}
	o.heading()
	o.risks()
	o.takingOn()
	o.helper, o.helped = o.helping()
	o.declared = o.naming(func(p judge.Axis) string { return p.Declared })
	o.pointed = o.naming(func(p judge.Axis) string { return p.Derived })

	all := &result.Options{
		Format: result.OptionsFormat, Catalogue: o.out.Catalogue, File: doc.Name, Title: o.out.Title, AsOf: o.out.AsOf,
		Organisations: o.out.Organisations, Typology: o.out.Typology, Limits: append([]string{optionsLimit}, cat.LimitTexts()...),
	}
	all.Options = o.each()
	all.Nothing = o.nothing()
	all.Sentences = o.sentences(len(all.Options))
	all.Sources = o.cited(all)
	return all
}

// options is the assessor of the document as it stands, with what its options share.
type options struct {
	*assessor
	helper, helped    string     // the document's roles of the one that helps and the one that is helped; "" where it does not say
	declared, pointed *placeable // the option declared, and that which the facts point to, or nil
}

// placeable is a nature, a scale and a form.
type placeable struct {
	typ  *catalogue.Type
	form *catalogue.Form
}

func (p *placeable) is(other *placeable) bool {
	return other != nil && p.typ.ID == other.typ.ID && p.form.ID == other.form.ID
}

// naming gives the option that one reading of the three axes names: its form, with the nature and the scale of
// that reading or, where it is silent, those that alone are possible; nil where that leaves one open.
func (o *options) naming(of func(judge.Axis) string) *placeable {
	axis := func(p judge.Axis) string {
		if word := of(p); word != "" || len(p.Possible) > 1 {
			return word
		}
		return p.Possible[0]
	}
	t, f := o.cat.Typology.Type(axis(o.placed.Nature)+"-"+axis(o.placed.Scale)), o.cat.Typology.Form(of(o.placed.Form))
	if t == nil || f == nil {
		return nil
	}
	return &placeable{t, f}
}

// helping gives the roles of the one that helps and the one that is helped, where the document names either.
// The pair that says just that comes before those of the forms.
func (o *options) helping() (helper, helped string) {
	roles := o.doc.Root.Find(paths.Roles)
	pairs := make([][2]string, 0, len(o.cat.Typology.Types)+len(o.cat.Typology.Forms))
	for _, t := range o.cat.Typology.Types {
		pairs = append(pairs, [2]string{t.Helper, t.Helped})
	}
	for _, f := range o.cat.Typology.Forms {
		pairs = append(pairs, [2]string{f.Helper, f.Helped})
	}
	for _, p := range pairs {
		if p[0] != "" && (roles.At(paths.Key(p[0])).Known() || roles.At(paths.Key(p[1])).Known()) {
			return p[0], p[1]
		}
	}
	return "", ""
}

// each judges every option and puts them in order.
func (o *options) each() []result.Option {
	var all []result.Option
	for i := range o.cat.Typology.Types {
		t := &o.cat.Typology.Types[i]
		for _, id := range o.formsOf(t) {
			all = append(all, o.option(&placeable{t, o.cat.Typology.Form(id)}))
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
	for _, p := range []*placeable{o.declared, o.pointed} {
		if p != nil && p.typ.ID == t.ID && !slices.Contains(forms, p.form.ID) {
			forms = append(forms, p.form.ID)
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

// option judges the document's facts under one type and form.
func (o *options) option(p *placeable) result.Option {
	placed := o.placed
	placed.Nature.Possible, placed.Scale.Possible, placed.Form.Possible = []string{p.typ.Nature}, []string{p.typ.Scale}, []string{p.form.ID}
	doc, roles := o.cast(p)
	a := begin(doc, o.cat, placed)
	a.out = &result.Result{}
	r := a.rateAs(func(_ int, s *standing) rating.Item { return s.claimed })
	x := result.Option{
		ID: p.typ.ID + "-" + p.form.ID, Type: result.Word{ID: p.typ.ID, Title: p.typ.Title}, Form: result.Word{ID: p.form.ID, Title: p.form.Title},
		Title: p.form.Title + " (" + p.typ.Title + ")", Declared: p.is(o.declared), FactsPoint: p.is(o.pointed),
		Roles: roles, OnlyIf: o.onlyIf(p.typ), WhyNot: o.whyNot(p.form.ID),
		Context:  result.OptionContext{Rating: ratingOf(r.Context), Criteria: []result.OptionHelpful{}},
		Enablers: ratingOf(r.Enablers), Overall: a.overall(r.Whole), Verdict: a.verdict(r),
		Gates: []result.OptionGate{}, GatesToo: []string{}, FindOut: []result.Ask{}, SmallerCites: []result.Cite{},
	}
	for i := range a.shown {
		s := &a.shown[i]
		if s.Kind == catalogue.Context {
			x.Context.Criteria = append(x.Context.Criteria, result.OptionHelpful{Criterion: s.ID, Title: a.named(s.Criterion, s.Title), Status: s.standing.said()})
			if s.standing.status() == rating.Unknown {
				x.FindOut = append(x.FindOut, result.Ask{Criterion: s.ID, Asks: a.named(s.Criterion, s.Asks), Of: a.cat.Words.Role(s.Of), Paths: a.settledBy(s)})
			}
		}
		if slices.Contains(x.Verdict.Open, s.ID) {
			x.Gates = append(x.Gates, result.OptionGate{Criterion: s.ID, Title: a.named(s.Criterion, s.Title), Status: s.standing.said(), Home: a.cat.Questions[s.HomeAt].ID})
		}
	}
	x.ContextWords = would("context", x.Context.Rating)
	x.OtherWords = would("enablers", x.Enablers) + " " + would("overall", x.Overall.Rating) + " "
	if verdict := a.verdictClause(r.Verdict); r.Verdict.Printed {
		x.OtherWords += sentence("the verdict: " + verdict)
	} else {
		x.OtherWords += sentence(verdict)
	}
	x.Forgone, x.Gained = o.against(p)
	o.smaller(p, &x)
	x.First = o.first(p, a)
	x.Marks = marks(&x)
	return x
}

// cast gives the document with the roles that an option needs, and says in a sentence who is read as what.
// Where the option is the only one that the document leaves, its roles stand as they are. Otherwise a role of
// the form stands where the document fills it, and is filled by the one that helps or is helped, where the
// document says who that is; equal partners are the two of whom it gives any part. All other roles are left
// out. What the criteria of the type ask of the one that helps, by the name of a role, is read of it too.
func (o *options) cast(p *placeable) (*proposal.Proposal, string) {
	if t := o.placed.Types(); len(t) == 1 && t[0].ID() == p.typ.ID && slices.Equal(o.placed.Form.Possible, []string{p.form.ID}) {
		return o.doc, ""
	}
	var casts []proposal.Cast
	for _, r := range p.form.Roles {
		casts = append(casts, proposal.Cast{Role: r, From: r})
	}
	if slices.Contains(p.form.Roles, partners) {
		for _, f := range o.cat.Typology.Forms {
			for _, r := range f.Roles {
				if r != partners {
					casts = append(casts, proposal.Cast{Role: partners, From: r})
				}
			}
		}
	}
	help := func(helper, helped string) {
		if helper != "" && o.helper != "" {
			casts = append(casts, proposal.Cast{Role: helper, From: o.helper}, proposal.Cast{Role: helped, From: o.helped})
		}
	}
	help(p.form.Helper, p.form.Helped)
	help(p.typ.Helper, p.typ.Helped)
	doc := o.doc.Recast(casts)
	return doc, o.readAs(doc, p)
}

// partners is the role of both organisations in a form in which they are equals.
const partners = "partners"

// readAs says which part each organisation is read to have under an option, where the document does not say
// so itself; empty where that is none.
func (o *options) readAs(doc *proposal.Proposal, p *placeable) string {
	now := doc.Root.Find(paths.Roles)
	was := o.doc.Root.Find(paths.Roles)
	var parts []string
	for _, r := range p.form.Roles {
		switch v := now.At(paths.Key(r)); {
		case was.At(paths.Key(r)).Known() || !v.Known():
		case r == partners:
			if len(v.Items) == len(o.doc.Organisations) {
				parts = append(parts, "both as equal partners")
			}
		default:
			parts = append(parts, o.nameOf(v.Word)+" as "+r)
		}
	}
	words := ""
	if len(parts) > 0 {
		words = "Read with " + listed(parts) + "."
	}
	if h := p.typ.Helper; h != "" && !slices.Contains(p.form.Roles, h) {
		if v := now.At(paths.Key(h)); v.Known() {
			words += " What is asked of the " + h + " is asked of " + o.nameOf(v.Word) + "."
		}
	}
	return strings.TrimSpace(words)
}

// onlyIf says what would have to be otherwise: who begins it is a fact, which a change of form does not change.
func (o *options) onlyIf(t *catalogue.Type) string {
	if slices.Contains(o.placed.Nature.Possible, t.Nature) {
		return ""
	}
	for _, n := range o.cat.Typology.Natures {
		if n.ID == t.Nature {
			return sentence("it would have to be " + n.Meaning)
		}
	}
	return ""
}

// whyNot gives the reason for which the document says that a form was not chosen.
func (o *options) whyNot(form string) string {
	list := o.doc.Root.Find(paths.Alternatives)
	if list == nil {
		return ""
	}
	var why []string
	for _, a := range list.Stated() {
		if a.At(paths.FormWeighed).Is(form) && a.At(paths.WhyNot).String() != "" {
			why = append(why, sentence(a.At(paths.WhyNot).Written()))
		}
	}
	return strings.Join(why, " ")
}

// against compares the advantages of an option with those of the declared one; where none is declared, all that
// it has are gained.
func (o *options) against(p *placeable) (forgone, gained []result.Forgone) {
	has := o.advantages(p.typ)
	if o.declared == nil {
		return []result.Forgone{}, has
	}
	had := o.advantages(o.declared.typ)
	without := func(all, these []result.Forgone) []result.Forgone {
		left := []result.Forgone{}
		for _, x := range all {
			if !slices.ContainsFunc(these, func(y result.Forgone) bool { return x.Title == y.Title }) {
				left = append(left, x)
			}
		}
		return left
	}
	return without(had, has), without(has, had)
}

// advantages gives what a type has to gain for these two organisations.
func (o *options) advantages(t *catalogue.Type) []result.Forgone {
	a := &assessor{doc: o.doc, cat: o.cat}
	a.placed.Nature.Possible, a.placed.Scale.Possible = []string{t.Nature}, []string{t.Scale}
	all := []result.Forgone{}
	for _, x := range o.cat.Advantages {
		if a.hasAdvantage(x.Type, x.Nature, x.Scale, x.Sectors) {
			all = append(all, result.Forgone{Title: x.Title, Forgone: x.Forgone, Cites: o.citesOf(x.Cites)})
		}
	}
	return all
}

// individual is the smaller of the two scales.
const individual = "individual"

// smaller says whether an option is a smaller step than the declared one, and when the sources say that it is.
func (o *options) smaller(p *placeable, x *result.Option) {
	if d := o.declared; d != nil && slices.Contains(p.form.Smaller.Than, d.form.ID) {
		x.SmallerStep = x.OnlyIf == "" && (p.typ.Scale == d.typ.Scale || p.typ.Scale == individual)
	}
	if len(p.form.Smaller.Than) > 0 {
		x.SmallerWhen = sentence("it is the smaller step " + p.form.Smaller.When)
		x.SmallerCites = o.citesOf(p.form.Smaller.Cites)
	}
}

// first gives the smaller step that the sources advise first, and whether the document shows it taken.
func (o *options) first(p *placeable, a *assessor) result.FirstStep {
	step := p.typ.FirstStep
	f := result.FirstStep{Do: step.Do, Because: strings.TrimSpace(step.Because), Criterion: step.ShownBy, Smaller: []result.Word{}, Cites: o.citesOf(step.Cites)}
	for _, form := range o.cat.Typology.Forms {
		if slices.Contains(form.Smaller.Than, p.form.ID) {
			f.Smaller = append(f.Smaller, result.Word{ID: form.ID, Title: form.Title})
		}
	}
	i, ok := a.places[step.ShownBy]
	if !ok {
		f.Status = rating.NotApplicable
		return f
	}
	s := a.shown[i].standing
	f.Status = s.said()
	switch s.status() {
	case rating.Met:
		f.Taken = "The document shows that it has been taken."
	case rating.Partly:
		f.Taken = "The document shows that it has been taken in part."
	case rating.NotMet:
		f.Taken = "The document says that it has not been taken."
	case rating.Unknown:
		f.Taken = "Whether it has been taken is not known."
	}
	if s.differ() {
		f.Taken = "The two do not agree whether it has been taken."
	}
	return f
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
		return sentence(what + " would be " + r.Low.String() + ": nothing applies that could be asked")
	}
	if known == all {
		counts = "all " + strconv.Itoa(all) + " known"
	}
	s := what + " would be " + r.SoFar.String()
	switch {
	case r.Low == r.High:
		s = what + " would be " + r.Low.String()
	case r.TooLittleKnown:
		s = what + " would be anything from " + r.Low.String() + " to " + r.High.String()
	default:
		s += " so far, and may prove " + r.MayProve
	}
	return sentence(s + ": " + counts)
}

// nothing says what becomes of the two if nothing is done. Nothing in it is rated.
func (o *options) nothing() result.Nothing {
	n := result.Nothing{WhyNot: o.whyNot("do-nothing"), RisksKnown: o.out.Risks.Known, Risks: o.out.Risks.NotDoing, Forgone: []result.Forgone{}}
	if o.declared != nil {
		n.Forgone = o.advantages(o.declared.typ)
	}
	for i := range o.out.TakingOn {
		t := o.out.TakingOn[len(o.out.TakingOn)-1-i] // what the other would take on, in the order of the organisations
		s := result.Staying{Organisation: t.From, Known: t.Known, Problems: t.Problems}
		switch {
		case !t.Known:
			s.Sentence = sentence("what would stay with " + t.From + " is not known: its problems are not listed")
		case len(t.Problems) == 0:
			s.Sentence = sentence("no problem of " + t.From + " is listed that would stay with it")
		default:
			s.Sentence = sentence(things(len(t.Problems), "problem") + " would stay with " + t.From)
		}
		n.Stays = append(n.Stays, s)
	}
	switch k := len(n.Risks); {
	case !n.RisksKnown:
		n.Sentence = "What doing nothing risks is not known: no register of risks is given."
	case k == 0:
		n.Sentence = "The register names no risk of not doing it."
	default:
		n.Sentence = sentence("the register names " + things(k, "risk") + " of not doing it")
	}
	return n
}

// sentences say what is declared, what the facts point to, and what the list is not.
func (o *options) sentences(n int) []string {
	title := func(p *placeable) string { return p.form.Title + " (" + p.typ.Title + ")" }
	var s []string
	switch {
	case o.declared == nil:
		s = append(s, "The document does not declare which it is to be.")
	case o.declared.is(o.pointed):
		s = append(s, sentence("the document declares: "+title(o.declared)+", and the facts point to the same"))
	default:
		s = append(s, sentence("the document declares: "+title(o.declared)))
	}
	switch {
	case o.pointed == nil:
		s = append(s, "The facts do not tell by themselves what it is.")
	case !o.pointed.is(o.declared):
		s = append(s, sentence("the facts point to "+title(o.pointed)))
	}
	return append(s, sentence("the same facts are read under "+number(n)+" types and forms, and under doing nothing; the order recommends none of them"))
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
			cite(o.citesOf(o.cat.Criterion(h.Criterion).Cites))
		}
	}
	for _, f := range all.Nothing.Forgone {
		cite(f.Cites)
	}
	sources := []result.Source{}
	for _, s := range o.cat.Sources {
		if cited[s.ID] {
			sources = append(sources, result.Source{ID: s.ID, Title: s.Title, Authors: s.Authors, Year: s.Year, Standing: s.Standing})
		}
	}
	return sources
}
