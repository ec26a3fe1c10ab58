package front

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// long is from how many letters on a text takes more than two lines of the page.
const long = 185

// isSmall reports whether the document or the catalogue writes a word with a small letter: its capital at the
// start of a sentence is then the sentence's, and goes where the word no longer starts one.
func (p *page) isSmall(word string) bool {
	word = strings.ToLower(word)
	if word == "" || slices.Contains(smallWords, word) || slices.ContainsFunc(smallEnds, func(end string) bool { return strings.HasSuffix(word, end) }) {
		return true
	}
	small, known := p.small[word]
	if known {
		return small
	}
	small = slices.ContainsFunc(p.texts, func(t string) bool { return holdsWord(t, word) })
	for i := 0; !small && i < len(p.j.Cat.Criteria); i++ {
		c := p.j.Cat.Criteria[i]
		small = holdsWord(c.Title, word) || holdsWord(c.Lack, word) || holdsWord(c.Asks, word)
	}
	p.small[word] = small
	return small
}

// ofClosedClasses are words that start many a sentence and are no name, nor begin one: articles, pronouns, numbers,
// prepositions, conjunctions, adverbs of time, place and degree, and what compares.
var ofClosedClasses = strings.Fields(`a an the this that these those
	i it he she they we you there here nobody nothing none neither no-one everybody everyone everything anybody anyone anything
	somebody someone something others another all any both each either every few many more most much no not other same several some such
	one two three four five six seven eight nine ten eleven twelve half
	thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
	what who whose which how when where why whether
	about above across after against along although among as at because before behind below beside besides between beyond but by
	despite down during except for from in inside instead into like near of off on once only onto or out outside over per since so
	than then though through throughout till to towards under unless until up upon via while with within without yet
	almost already also always even ever hardly later less likewise little mostly never nor nonetheless now often otherwise perhaps
	rather seldom sometimes soon still thus today too very and if
	better fewer higher longer lower shorter worse daily weekly monthly yearly
	can could did do does had has have is are was were will would should must may might
	its his her their our my your`)

// smallWords are these, and a few others that such documents begin with.
var smallWords = append(slices.Clone(ofClosedClasses), strings.Fields(`
	bottom care cash costs debts income insolvency late losses money patients people reserves staff top work`)...)

// smallEnds end nouns in the plural, which are no names.
var smallEnds = []string{"tions", "ments", "ances", "ences", "cians", "ologists"}

// holdsWord reports whether a word stands in a text as it is written.
func holdsWord(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		from, to := at+i, at+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(text[:from])
		after, _ := utf8.DecodeRuneInString(text[to:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		at = to
	}
}

// within writes a sentence as it stands within another: with a small letter, unless it starts with a name,
// and without its stop.
func (p *page) within(s string) string {
	s = strings.TrimSuffix(strings.TrimSpace(s), ".")
	for _, n := range p.names {
		if strings.HasPrefix(s, n) {
			return s
		}
	}
	if p.startsWithBody(s) {
		return s
	}
	first, rest, _ := strings.Cut(s, " ")
	if !slices.Contains(ofClosedClasses, strings.ToLower(first)) && p.goesOnAsName(rest) {
		return s
	}
	first = strings.TrimRight(first, ",;:")
	if bare := strings.TrimSuffix(first, "'s"); p.isSmall(first) || p.isSmall(bare) {
		return lowerInitial(s)
	}
	return s
}

// startsWithBody reports whether a text starts with a body that has a name: one of the catalogue's that is always written with a
// capital, or one that the document calls by one word.
func (p *page) startsWithBody(s string) bool {
	begins := func(name string) bool {
		rest, is := strings.CutPrefix(s, name)
		after, _ := utf8.DecodeRuneInString(rest)
		first, _ := utf8.DecodeRuneInString(name)
		return is && unicode.IsUpper(first) && !unicode.IsLetter(after)
	}
	for i := range p.j.Cat.Bodies {
		b := &p.j.Cat.Bodies[i]
		if first, _ := utf8.DecodeRuneInString(b.Title); unicode.IsUpper(first) && slices.ContainsFunc(b.Names, begins) {
			return true
		}
	}
	return slices.ContainsFunc(p.outside, func(name string) bool { return !strings.Contains(name, " ") && begins(name) })
}

// goesOnAsName reports whether what follows a first word makes a name of it: Care Quality Commission. An abbreviation, a month
// or the name of one of the two does not.
func (p *page) goesOnAsName(rest string) bool {
	second, size := utf8.DecodeRuneInString(rest)
	third, _ := utf8.DecodeRuneInString(rest[size:])
	if !unicode.IsUpper(second) || !unicode.IsLower(third) || slices.ContainsFunc(p.names[:], func(n string) bool { return strings.HasPrefix(rest, n) }) {
		return false
	}
	at := date.FindStringIndex(rest)
	return at == nil || at[0] > 0
}

func lowerInitial(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[size:]); unicode.IsUpper(second) {
		return s // an abbreviation
	}
	return string(unicode.ToLower(r)) + s[size:]
}

// after puts a reason after what it is the reason of.
func (p *page) after(claim, reason string) string {
	if reason == "" {
		return wording.Sentence(claim)
	}
	return wording.Sentence(strings.TrimSuffix(strings.TrimSpace(claim), ".") + ": " + p.within(reason))
}

// namesBody reports whether a text says of whom it speaks: one of the two organisations, or a body outside that
// the document or the catalogue names.
func (p *page) namesBody(text string) bool {
	for _, n := range p.names {
		if strings.Contains(text, n) {
			return true
		}
	}
	for _, b := range p.outside {
		if strings.Contains(text, b) {
			return true
		}
	}
	return false
}

// bodies are the bodies outside that are named: who pays, who approves, and the inspectorate.
func (p *page) bodies() []string {
	bodies := []string{p.j.Cat.Words.Say("inspectorate")}
	for _, v := range p.j.Doc.Root.Find(paths.Funding).Stated() {
		bodies = append(bodies, wording.Given(v.At(paths.From).String())...)
	}
	for _, v := range p.j.Doc.Root.Find(paths.Approvals).Stated() {
		bodies = append(bodies, wording.Given(v.At(paths.Body).String())...)
	}
	return bodies
}

// roleSaid are how the catalogue's texts speak of an organisation by its part, with the roles that it may
// have.
var roleSaid = []struct {
	said  string
	roles []paths.Key
}{
	{"the acquired organisation", []paths.Key{"acquired"}},
	{"the acquired side", []paths.Key{"acquired"}},
	{"the acquirer", []paths.Key{"acquirer"}},
	{"the supported organisation", []paths.Key{"supported", "acquired", "managed"}},
	{"the supporting organisation", []paths.Key{"supporter", "acquirer", "manager"}},
	{"the supporter", []paths.Key{"supporter", "acquirer", "manager"}},
	{"the organisation to improve", []paths.Key{"supported", "acquired", "managed"}},
	{"the organisation being supported", []paths.Key{"supported", "acquired", "managed"}},
	{"the organisation helped", []paths.Key{"supported", "acquired", "managed"}},
	{"the host", []paths.Key{"host"}},
	{"the provider", []paths.Key{"provider"}},
	{"the contractor", []paths.Key{"contractor"}},
}

// role gives the organisation that has one of some roles, nil where the document does not say.
func (p *page) role(keys ...paths.Key) *proposal.Value {
	roles := p.j.Doc.Root.Find(paths.Roles)
	for _, k := range keys {
		if v := roles.At(k); v.Known() && len(v.Views) == 0 {
			for _, o := range p.j.Doc.Organisations {
				if v.Is(o.Key) {
					return o
				}
			}
		}
	}
	return nil
}

// named puts names for roles into a text of a criterion.
func (p *page) named(c *catalogue.Criterion, text string) string {
	text = p.j.Named(c, text)
	for i, o := range p.j.Doc.Organisations {
		name := proposal.NameOf(o)
		text = strings.ReplaceAll(strings.ReplaceAll(text, wording.Whose(name), wording.Whose(p.names[i])), name, p.names[i])
	}
	for _, r := range roleSaid {
		if o := p.role(r.roles...); o != nil {
			text = strings.ReplaceAll(text, wording.Upper(r.said), p.name(o))
			text = strings.ReplaceAll(text, r.said, p.name(o))
		}
	}
	return text
}

// brief says what a criterion lacks in few words, which leave out the article of a role at their start.
func (p *page) brief(c *judge.Criterion) string {
	text := p.named(c.Criterion, c.LackShort)
	for _, r := range roleSaid {
		rest, is := strings.CutPrefix(text, strings.TrimPrefix(r.said, "the "))
		o := p.role(r.roles...)
		switch {
		case !is || o == nil:
		case strings.HasPrefix(rest, "'s "):
			return wording.Whose(p.name(o)) + strings.TrimPrefix(rest, "'s")
		case strings.HasPrefix(rest, " "):
			return p.name(o) + rest
		}
	}
	return text
}

// answer gives what the document answers on a criterion, nil where it does not.
func (p *page) answer(c *judge.Criterion) *proposal.Value {
	return p.j.Doc.Root.Find(paths.Answers).Item(c.ID)
}

// grounds gives the statements on which a criterion's status rests, without an answer that the facts overrule.
func (p *page) grounds(c *judge.Criterion) []*proposal.Value {
	answer := p.answer(c)
	var used []*proposal.Value
	for _, v := range c.Standing.Used {
		overruled := answer != nil && clashed(c) && (v == answer || v.Parent == answer)
		if !overruled && !slices.Contains(used, v) {
			used = append(used, v)
		}
	}
	if answer.Known() && len(used) > 0 && !clashed(c) && answer.Because != "" && !slices.Contains(used, answer) {
		used = append(used, answer)
	}
	return used
}

// reason gives the reason that the document states for how a criterion stands, with the statement that gives
// it; empty where it states none.
func (p *page) reason(c *judge.Criterion) (string, *proposal.Value) {
	used := p.grounds(c)
	if a := p.answer(c); a != nil && slices.Contains(used, a) && a.Because != "" {
		return a.Because, a
	}
	var by *proposal.Value
	for _, v := range used {
		switch {
		case v.Because == "", v.Path() == string(paths.Starts), c.Status() != rating.Met && p.outdone(v, used):
		case by == nil, v.Field == by.Field && v.Path() < by.Path(): // of the same of each of the two, whichever the document names first
			by = v
		}
	}
	if by == nil {
		return p.sectionReason(c, used)
	}
	return by.Because, by
}

// sectionReason gives the reason that a section of the arrangement states for all that it holds, of what falls short there.
func (p *page) sectionReason(c *judge.Criterion, used []*proposal.Value) (string, *proposal.Value) {
	if c.Status() == rating.Met {
		return "", nil
	}
	for _, v := range used {
		s := v.Parent
		if s != nil && s.Field.Kind == proposal.Section && s.Because != "" && disowns(v) && p.organisationOf(s) == nil && s.Path() != string(paths.Arrangement) {
			return s.Because, v
		}
	}
	return "", nil
}

// outdone reports whether a statement is as good as can be where the same of the other organisation is not: then it is no
// reason for a shortfall.
func (p *page) outdone(v *proposal.Value, used []*proposal.Value) bool {
	return p.best(v) && slices.ContainsFunc(used, func(w *proposal.Value) bool {
		return w.Field == v.Field && w.Known() && !p.best(w) && p.organisationOf(w) != p.organisationOf(v)
	})
}

// best reports whether a statement of an organisation is as good as may be said there.
func (p *page) best(v *proposal.Value) bool {
	o := p.organisationOf(v)
	if o == nil {
		return false
	}
	for _, s := range sayings {
		if first := s.words[0]; o.Own(s.at) == v {
			return v.Is(first.word) && first.tone == good || v.Is(string(proposal.Yes))
		}
	}
	return v.Is(string(proposal.Yes))
}

// entry gives the entry of a list in which a statement stands, with what the entry is called.
func entry(v *proposal.Value) (*proposal.Value, string) {
	for ; v != nil && v.Parent != nil; v = v.Parent {
		if v.Field != v.Parent.Field || v.Field.Kind != proposal.Items {
			continue
		}
		for _, k := range []paths.Key{paths.Body, paths.What, paths.Post, paths.Text} {
			if s := v.At(k).String(); s != "" {
				return v, s
			}
		}
	}
	return nil, ""
}

// shortened gives a text that fits two lines: whole, otherwise its first sentence, or up to a semicolon.
func shortened(s string) string { return shortenedTo(s, long) }

func shortenedTo(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	if first, _, more := strings.Cut(s, ". "); more && utf8.RuneCountInString(first) <= most {
		return first + "."
	}
	if i := strings.LastIndex(s[:min(len(s), most)], "; "); i > 0 {
		return s[:i] + "."
	}
	return s
}

// aside is how long a reason may be that shares its line with others.
const aside = 130

// besides gives a reason that fits beside others: whole, otherwise its beginning; nothing where that is too long
// as well.
func besides(reason string) string {
	if reason = shortenedTo(reason, aside); utf8.RuneCountInString(reason) > aside {
		return ""
	}
	return reason
}

// tooLong reports whether a text is too long for a line of its own, and has no place where it could end sooner.
func tooLong(text string) bool { return utf8.RuneCountInString(text) > long+long/2 }

// firstSentence gives the first sentence of a text, without its stop.
func firstSentence(s string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(s), ". ")
	return strings.TrimSuffix(first, ".")
}

// alike reports whether two texts share half the words of the shorter, the names of the two aside.
func (p *page) alike(one, two string) bool { return p.shares(one, two, 0.5) }

// shares reports whether two texts share a part of the words of the shorter.
func (p *page) shares(one, two string, part float64) bool {
	x, y := p.keywords(one), p.keywords(two)
	if len(x) > len(y) {
		x, y = y, x
	}
	common := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			common++
		}
	}
	return len(x) > 0 && float64(common) >= part*float64(len(x))
}

// keywords are those of a text, the names of the two aside, each by its number on the page.
func (p *page) keywords(text string) []int {
	numbers, known := p.about[text]
	if !known {
		for _, w := range keywords(p.nameless(text)) {
			n, known := p.words[w]
			if !known {
				n = len(p.words)
				p.words[w] = n
			}
			numbers = append(numbers, n)
		}
		p.about[text] = numbers
	}
	return numbers
}

// nameless leaves the names of the two out of a text.
func (p *page) nameless(s string) string {
	for _, n := range p.names {
		s = strings.ReplaceAll(s, n, " ")
	}
	return s
}

// keywords are the words of a text that carry its meaning, without their endings.
func keywords(s string) []string {
	words := make([]string, 0, len(s)/8)
	s = strings.ToLower(s)
	from := -1 // where the word at hand begins, -1 between words
	figures := false
	end := func(at int) {
		if from >= 0 && at-from >= 4 && !figures && !filler[s[from:at]] {
			w := stem(s[from:at])
			if !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
		from, figures = -1, false
	}
	for at, r := range s {
		switch {
		case 'a' <= r && r <= 'z':
		case '0' <= r && r <= '9':
			figures = true
		case r < utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r):
			end(at)
			continue
		}
		if from < 0 {
			from = at
		}
	}
	end(len(s))
	return words
}

// stem gives a word without its ending.
func stem(word string) string {
	for _, end := range [...]string{"ing", "ed", "es", "s"} {
		if t, is := strings.CutSuffix(word, end); is && len(t) > 3 {
			return t
		}
	}
	return word
}

// filler are words that say nothing of what a text is about.
var filler = map[string]bool{
	"this": true, "that": true, "with": true, "from": true, "they": true, "their": true, "them": true, "what": true,
	"which": true, "have": true, "were": true, "been": true, "will": true, "would": true, "than": true, "then": true,
	"into": true, "each": true, "both": true, "only": true, "some": true, "such": true, "when": true, "where": true,
	"there": true, "these": true, "those": true, "told": true, "year": true, "january": true, "february": true,
	"march": true, "april": true, "june": true, "july": true, "august": true, "september": true, "october": true,
	"november": true, "december": true,
}

// toldAlready reports whether the page has told a text, or most of its words.
func (p *page) toldAlready(text string) bool {
	return slices.ContainsFunc(p.told, func(t string) bool { return p.shares(t, text, 0.6) })
}
