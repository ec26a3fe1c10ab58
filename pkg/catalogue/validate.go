package catalogue

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"partner/pkg/internal/enum"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
)

var idForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// maxTitle is how long a title or a lack may be, in runes: both stand in one line of the report. maxShort is
// how long their short forms may be, which share a line with something else.
const (
	maxTitle = 72
	maxShort = 45
	maxLabel = 12 // of a question, in a column of its own
)

// validator collects what is wrong.
type validator struct {
	c         *Catalogue
	citing    map[string]bool // the sources that something cites
	strengths map[string]bool // and how strong what is cited is
	key       string          // the key that is looked at, "" for none
	errs      []error
}

// problem is something that is wrong with an entry.
type problem struct {
	what, key, text string // the entry; the key that it is about, "" for none; what is wrong
}

func (p *problem) Error() string { return p.what + ": " + p.text }

// on says which key of the entry is looked at from here on.
func (v *validator) on(key string) *validator {
	v.key = key
	return v
}

func (v *validator) wrong(what, format string, args ...any) {
	v.errs = append(v.errs, &problem{what, v.key, fmt.Sprintf(format, args...)})
}

// Validate checks the catalogue as a whole: an undocumented or inconsistent one cannot be used. The
// error names everything that is wrong.
func (c *Catalogue) Validate() error {
	v := &validator{c: c, citing: map[string]bool{}, strengths: map[string]bool{}}
	if c.Version == "" {
		v.wrong("catalogue.yaml", "the version is missing")
	}
	v.sources()
	v.typology()
	v.questions()
	v.rating()
	seen := map[string]bool{}
	for _, cr := range c.Criteria {
		what := "criteria/" + cr.Theme + ".yaml: " + cr.ID
		if seen[cr.ID] {
			v.wrong(what, "the id stands twice")
		}
		seen[cr.ID] = true
		v.criterion(what, cr)
	}
	v.rest()
	v.baseRates()
	v.consistency()
	v.limits()
	v.bodies()
	v.sectors()
	v.names()
	return errors.Join(v.errs...)
}

func (v *validator) id(what, id string) {
	if !idForm.MatchString(id) {
		v.wrong(what, "the id %q is not in small letters, digits and single hyphens", id)
	}
}

// word checks that an id is one of the words of words.yaml.
func (v *validator) word(what, key, id string, words []Word) {
	var ids []string
	for _, w := range words {
		ids = append(ids, w.ID)
	}
	if !slices.Contains(ids, id) {
		v.wrong(what, "%s: %q is not one of %s", key, id, strings.Join(ids, ", "))
	}
}

func (v *validator) cites(what string, cites []Cite) {
	if len(cites) == 0 {
		v.wrong(what, "no source is cited")
	}
	for _, c := range cites {
		v.citing[c.Source], v.strengths[c.Strength] = true, true
		if v.c.Source(c.Source) == nil {
			v.wrong(what, "the source %q is not in sources.yaml", c.Source)
		}
		if c.Place == "" {
			v.wrong(what, "a citation of %s has no place", c.Source)
		}
		v.word(what, "strength", c.Strength, v.c.Words.Strengths)
	}
}

// line checks a text that stands in one line of the report, in the middle of a sentence.
func (v *validator) line(what, key, text string, most int) {
	switch {
	case text == "":
		v.wrong(what, "%s is missing", key)
	case utf8.RuneCountInString(text) > most:
		v.wrong(what, "%s has %d characters, at most %d fit", key, utf8.RuneCountInString(text), most)
	case strings.HasSuffix(text, "."):
		v.wrong(what, "%s ends in a full stop", key)
	}
}

func (v *validator) sources() {
	for _, s := range v.c.Sources {
		v.id("sources.yaml: "+s.ID, s.ID)
		if s.Title == "" || s.Kind == "" || s.Standing == "" {
			v.wrong("sources.yaml: "+s.ID, "title, kind and standing are needed")
		}
	}
}

func (v *validator) typology() {
	t := &v.c.Typology
	axis := func(name string, at paths.Path, axes []Axis) {
		var ids []string
		for _, a := range axes {
			what := "typology.yaml: " + a.ID
			ids = append(ids, a.ID)
			if a.Title == "" || a.Meaning == "" || a.Facts == nil {
				v.wrong(what, "title, meaning and facts are needed")
			}
			v.cites(what, a.Cites)
		}
		v.same("typology.yaml: "+name, ids, proposal.Model.Find(at).Words)
	}
	axis("nature", paths.Nature, t.Natures)
	axis("scale", paths.Scale, t.Scales)
	var forms []string
	roles := proposal.Model.Find(paths.Roles)
	v.sides()
	for _, f := range t.Forms {
		what := "typology.yaml: " + f.ID
		forms = append(forms, f.ID)
		if f.Title == "" || f.Meaning == "" || f.Facts == nil || len(f.Roles) == 0 {
			v.wrong(what, "title, meaning, roles and facts are needed")
		}
		for _, r := range f.Roles {
			if roles.Field(r) == nil {
				v.wrong(what, "the role %q is not one of the document's", r)
			}
		}
		v.cites(what, f.Cites)
		v.smaller(what, f)
	}
	v.same("typology.yaml: forms", forms, proposal.Forms)
	for _, ty := range t.Types {
		what := "typology.yaml: " + ty.ID
		if ty.ID != ty.Nature+"-"+ty.Scale {
			v.wrong(what, "the id of a type is its nature and its scale")
		}
		if ty.Title == "" || ty.Meaning == "" {
			v.wrong(what, "title and meaning are needed")
		}
		v.cites(what, ty.Cites)
		v.firstStep(what, ty)
	}
	if len(t.Types) != 4 {
		v.wrong("typology.yaml", "%d types; there are four", len(t.Types))
	}
}

// same checks that two sets of words are the same.
func (v *validator) same(what string, got, want []string) {
	got, want = slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	if !slices.Equal(got, want) {
		v.wrong(what, "%s; the document knows %s", strings.Join(got, ", "), strings.Join(want, ", "))
	}
}

func (v *validator) questions() {
	if n := len(v.c.Questions); n != 6 {
		v.wrong("questions.yaml", "%d questions; there are six", n)
	}
	for _, q := range v.c.Questions {
		what := "questions.yaml: " + q.ID
		v.id(what, q.ID)
		v.line(what, "short", q.Short, maxLabel)
		if q.Title == "" || q.Asks == "" || q.About == "" {
			v.wrong(what, "title, asks and about are needed")
		}
		a := q.Answers
		for _, s := range []string{a.Green, a.AmberGreen, a.Provided, a.Half, a.AmberRed, a.Red, a.Unknown} {
			if s == "" {
				v.wrong(what, "an answer is missing")
			}
		}
		v.cites(what, q.Cites)
	}
	v.parts()
	v.tells()
}

func (v *validator) rating() {
	m := &v.c.Rating.Method
	what := "ratings.yaml"
	for i := 1; i < len(m.Shares); i++ {
		if m.Shares[i-1].Of*m.Shares[i].In >= m.Shares[i].Of*m.Shares[i-1].In {
			v.wrong(what, "the shares do not rise")
		}
	}
	if n := len(m.Rules); n == 0 || m.Rules[n-1].AtLeast != [rating.Green + 1]int{} || m.Rules[n-1].NoneBelow != rating.Unrated {
		v.wrong(what, "the last line of the overall table must hold always")
	}
	if n := len(m.VerdictRules); n == 0 || m.VerdictRules[n-1] != (rating.VerdictRule{Verdict: m.VerdictRules[n-1].Verdict}) {
		v.wrong(what, "the last line of the verdict table must hold always")
	}
	for _, x := range v.c.Rating.Verdicts {
		if x.Title == "" || x.Meaning == "" {
			v.wrong(what, "the verdict %s needs title and meaning", x.ID)
		}
	}
	v.cites(what, v.c.Rating.Cites)
}

func (v *validator) criterion(what string, c *Criterion) {
	v.on("id").id(what, c.ID)
	if kinds := slices.DeleteFunc(slices.Clone(Kinds), func(k Kind) bool { return k == Own }); !slices.Contains(kinds, c.Kind) {
		v.on("kind").wrong(what, "the kind %q is not one of %s", c.Kind, strings.Join(enum.Words(kinds), ", "))
	}
	v.on("title").line(what, "title", c.Title, maxTitle)
	v.on("short").line(what, "short", c.Short, maxShort)
	v.filled(what, c)
	if c.Why == "" || c.Since == "" {
		v.on("why").wrong(what, "why and since are needed")
	}
	v.on("cites").cites(what, c.Cites)
	v.on("questions")
	if len(c.Questions) == 0 {
		v.wrong(what, "it feeds no question")
	}
	for _, q := range c.Questions {
		if v.c.Question(q) < 0 {
			v.wrong(what, "%q is not a question", q)
		}
	}
	v.on("board")
	if c.Board != "" && !logic.IsSide(c.Board) {
		v.wrong(what, "board: %q is not first, second, helper, helped or a role of the arrangement", c.Board)
	}
	v.on("gate").gate(what, c)
	v.on("met").ordered(what, c.Met, c.Partly)
	defer v.on("")
	if c.Kind == Remark {
		if c.Judged || c.Met != nil {
			v.wrong(what, "a remark has no status, so no rule")
		}
		return
	}
	v.on("lack").line(what, "lack", c.Lack, maxTitle)
	v.on("lack_short").line(what, "lack_short", c.LackShort, maxShort)
	if !strings.HasSuffix(c.Asks, "?") {
		v.on("asks").wrong(what, "asks is not a question")
	}
	v.on("of").word(what, "of", c.Of, v.c.Words.Roles)
	if c.Judged == (c.Met != nil) {
		v.on("met").wrong(what, "either judged or met is needed")
	}
	if c.Kind != Opinion {
		v.on("fix").fix(what, c.Fix)
		v.on("remains").remains(what, c)
		v.on("due").due(what, c)
	}
	v.fragments(what, c)
}

func (v *validator) gate(what string, c *Criterion) {
	if !c.Gate.Is() {
		if c.Home != "" {
			v.wrong(what, "only a gate has a home")
		}
		return
	}
	if !c.Kind.Counts() {
		v.wrong(what, "a gate must be of a kind that counts")
	}
	switch {
	case c.Home == "" && len(c.Questions) > 1:
		v.wrong(what, "a gate that feeds several questions needs a home")
	case c.Home != "" && !slices.Contains(c.Questions, c.Home):
		v.wrong(what, "the home %q is not among its questions", c.Home)
	}
}

func (v *validator) fix(what string, f Fix) {
	if f.Do == "" || f.Evidence == "" {
		v.wrong(what, "fix needs do and evidence")
	}
	if strings.HasSuffix(f.Do, ".") {
		v.wrong(what, "fix.do ends in a full stop")
	}
	v.word(what, "fix.who", f.Who, v.c.Words.Roles)
	if !slices.Contains(Efforts, f.Effort) {
		v.wrong(what, "fix.effort is one of %s", strings.Join(f.Effort.Words(), ", "))
	}
}

// remains checks what is left to do of a fix: once something is there, and before it is whole.
func (v *validator) remains(what string, c *Criterion) {
	for _, r := range c.Remains {
		switch {
		case r.Once == nil || r.Do == "":
			v.wrong(what, "remains needs once and do")
		case strings.HasSuffix(r.Do, "."):
			v.wrong(what, "remains.do ends in a full stop")
		case r.Once.Uses(logic.Answer) || r.Once.Uses(logic.Known):
			v.wrong(what, "what remains hangs on facts that are stated")
		case r.Do == c.Fix.Do:
			v.wrong(what, "what remains is the whole fix")
		}
	}
}

// due checks by when a criterion is wanted, and after what it is past: never before it is due.
func (v *validator) due(what string, c *Criterion) {
	v.word(what, "due", string(c.Due), v.c.Words.Due)
	switch {
	case c.Until != "" && !slices.Contains(Untils, c.Until):
		v.wrong(what, "until is one of %s; leave it out where it is never past", strings.Join(c.Until.Words(), ", "))
	case c.Until == UntilDecision && c.Due != BeforeDecision, c.Until == UntilStart && c.Due == FirstYear:
		v.wrong(what, "it is past before it is due")
	}
}

// filled checks that no place in the texts was left without its word, and that no rule takes silence for an
// answer: what a document does not say leaves a criterion unknown.
func (v *validator) filled(what string, c *Criterion) {
	for _, text := range []string{c.Title, c.Lack, c.Short, c.LackShort, c.Asks, c.AppliesBecause, c.Why, c.Fix.Do, c.Fix.Evidence} {
		for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
			v.on("").wrong(what, "nothing fills {%s}", m[1])
		}
	}
	for _, rule := range []*logic.Condition{c.Applies, c.Met, c.Partly, c.Gate.When} {
		if rule.Uses(logic.Known) {
			v.on("met").wrong(what, "`known` is for consistency rules")
		}
	}
}

// fragments checks that a criterion with a rule has a fragment of a proposal that meets it and one that does
// not; whether they do is for those who judge.
func (v *validator) fragments(what string, c *Criterion) {
	for _, f := range []struct{ name, text string }{{"good", c.Good}, {"bad", c.Bad}} {
		v.on(f.name)
		switch {
		case c.Judged && f.text != "":
			v.wrong(what, "good and bad go with a rule; what is judged is answered")
			return
		case f.name == "bad" && c.Kind == Opening: // whatever stands there is an answer
			if f.text != "" {
				v.wrong(what, "what opens further criteria is met or not known, and has no bad")
			}
		case !c.Judged && f.text == "":
			v.wrong(what, "%s is missing", f.name)
		}
	}
}

func (v *validator) rest() {
	for _, e := range v.c.Governance {
		what := "governance.yaml: " + e.ID
		v.id(what, e.ID)
		if e.Title == "" || e.Because == "" || e.InPlace == nil || e.Do == "" {
			v.wrong(what, "title, because, in_place and do are needed")
		}
		v.ordered(what, e.InPlace, e.Different)
		v.word(what, "who", e.Who, v.c.Words.Roles)
		v.criteria(what, e.Criteria)
		v.cites(what, e.Cites)
	}
	for _, a := range v.c.Advantages {
		what := "advantages.yaml: " + a.ID
		v.id(what, a.ID)
		if a.Title == "" || a.Forgone == "" {
			v.wrong(what, "title and forgone are needed")
		}
		if a.Type == "" && a.Nature == "" && a.Scale == "" && a.Sectors == "" {
			v.wrong(what, "whose advantage is it? type, nature, scale or sectors is needed")
		}
		v.cites(what, a.Cites)
	}
	for _, p := range v.c.Precedents {
		what := "precedents/" + p.ID + ".yaml"
		if p.Title == "" || p.What == "" || p.Outcome == "" || p.WentBadly == "" {
			v.wrong(what, "title, what, outcome and went_badly are needed")
		}
		for _, t := range p.Likeness {
			if t.Like == "" || t.Unlike == "" || t.Here == nil {
				v.wrong(what, "each likeness needs like, unlike and here")
			}
		}
		v.criteria(what, p.Had)
		v.criteria(what, p.Lacked)
		v.criteria(what, p.Watch)
		v.cites(what, p.Cites)
	}
}

func (v *validator) criteria(what string, ids []string) {
	for _, id := range ids {
		if v.c.Criterion(id) == nil {
			v.wrong(what, "the criterion %q does not exist", id)
		}
	}
}
