package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// named is a place in the catalogue's texts for a word of the reader's own sector: {people}, {regulator}, the
// id of a role. With a capital, as at the start of a sentence, the word has one too.
var named = regexp.MustCompile(`\{([A-Za-z][A-Za-z'-]*)\}`)

// spoken gives the catalogue with the places in its texts filled with words. The conditions, and what has no places, are
// those of the original.
func (c *Catalogue) spoken(words Speech) *Catalogue {
	places := c
	if c.Places != nil {
		places = c.Places
	}
	out := places.copied()
	out.Places = places
	out.Words.Says = words.Says
	for i, r := range out.Words.Roles {
		if at := slices.IndexFunc(words.Posts, func(w Word) bool { return w.ID == r.ID }); at >= 0 {
			out.Words.Roles[i].Title = words.Posts[at].Title
		}
	}
	out.texts(func(text *string) {
		if strings.IndexByte(*text, '{') >= 0 { // what has no places is shared
			*text = out.Words.fill(*text)
		}
	})
	return out
}

// Spoken gives a catalogue whose texts have places in the words of the sector of the research.
func (c *Catalogue) Spoken() *Catalogue {
	c.Speeches, c.Readings = &Speeches{}, &Readings{}
	return c.spoken(c.speech("", ""))
}

// Speeches keeps what a catalogue has been put into the words of: one document of a sector is seldom the last. It may be
// used by several at once. A nil one keeps nothing.
type Speeches struct {
	lock sync.Mutex
	of   map[[2]string]*Catalogue
}

// in gives the catalogue in the words of two sectors, which is put into them the first time.
func (s *Speeches) in(one, two string, put func() *Catalogue) *Catalogue {
	if s == nil {
		return put()
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	c := s.of[[2]string{one, two}]
	if c == nil {
		if c = put(); s.of == nil {
			s.of = map[[2]string]*Catalogue{}
		}
		s.of[[2]string{one, two}] = c
	}
	return c
}

// Equal holds of any two: what is kept says nothing that the catalogue does not.
func (*Speeches) Equal(*Speeches) bool { return true }

// copied copies everything that holds texts with places; of the criteria those that have some.
func (c *Catalogue) copied() *Catalogue {
	out := *c
	out.Words.Roles = slices.Clone(c.Words.Roles)
	out.Typology.Natures, out.Typology.Scales = slices.Clone(c.Typology.Natures), slices.Clone(c.Typology.Scales)
	out.Typology.Types, out.Typology.Forms = slices.Clone(c.Typology.Types), slices.Clone(c.Typology.Forms)
	out.Criteria, out.Questions, out.Governance = slices.Clone(c.Criteria), slices.Clone(c.Questions), slices.Clone(c.Governance)
	out.Advantages, out.BaseRates = slices.Clone(c.Advantages), slices.Clone(c.BaseRates)
	out.Consistency, out.Limits = slices.Clone(c.Consistency), slices.Clone(c.Limits)
	for i, x := range out.Criteria {
		if x.placed() {
			own := *x
			own.Remains = slices.Clone(x.Remains)
			out.Criteria[i] = &own
		}
	}
	return &out
}

// texts calls visit for every text that may have places. What is told of a case study keeps its own words.
func (c *Catalogue) texts(visit func(*string)) {
	all := func(texts ...*string) {
		for _, t := range texts {
			visit(t)
		}
	}
	all(&c.Words.Dates.Asks)
	for i := range c.Typology.Natures {
		all(&c.Typology.Natures[i].Title, &c.Typology.Natures[i].Meaning)
	}
	for i := range c.Typology.Scales {
		all(&c.Typology.Scales[i].Title, &c.Typology.Scales[i].Meaning)
	}
	for i := range c.Typology.Types {
		t := &c.Typology.Types[i]
		all(&t.Title, &t.Meaning, &t.FirstStep.Do, &t.FirstStep.Because)
	}
	for i := range c.Typology.Forms {
		f := &c.Typology.Forms[i]
		all(&f.Title, &f.Meaning, &f.Smaller.When)
	}
	for _, x := range c.Criteria {
		all(x.texts()...)
	}
	for i := range c.Questions {
		q := &c.Questions[i]
		a := &q.Answers
		q.Tells = slices.Clone(q.Tells)
		for t := range q.Tells {
			all(&q.Tells[t].Title)
		}
		all(&q.Title, &q.Short, &q.Asks, &q.About, &a.Green, &a.AmberGreen, &a.Provided, &a.Half, &a.AmberRed, &a.Red, &a.Unknown)
	}
	for i := range c.Governance {
		all(&c.Governance[i].Title, &c.Governance[i].Because, &c.Governance[i].Do)
	}
	for i := range c.Advantages {
		all(&c.Advantages[i].Title, &c.Advantages[i].Forgone)
	}
	for i := range c.BaseRates {
		all(&c.BaseRates[i].Text, &c.BaseRates[i].Limits)
	}
	for i := range c.Consistency {
		all(&c.Consistency[i].Text, &c.Consistency[i].Do, &c.Consistency[i].Ours)
	}
	for i := range c.Limits {
		all(&c.Limits[i].Title, &c.Limits[i].Because)
	}
}

// texts are those of a criterion that may have places.
func (c *Criterion) texts() []*string {
	all := []*string{&c.Title, &c.Lack, &c.Short, &c.LackShort, &c.Asks, &c.AppliesBecause, &c.Why, &c.Fix.Do, &c.Fix.Evidence}
	for i := range c.Remains {
		all = append(all, &c.Remains[i].Do)
	}
	return all
}

// placed reports whether one of them has a place.
func (c *Criterion) placed() bool {
	for _, text := range c.texts() {
		if strings.IndexByte(*text, '{') >= 0 {
			return true
		}
	}
	return false
}

// fill puts words into the places of a text. A place that they do not know stays: other texts, such as answers, are
// filled later and with other things.
func (w *Words) fill(text string) string {
	if strings.IndexByte(text, '{') < 0 {
		return text
	}
	var b strings.Builder
	for {
		begin := strings.IndexByte(text, '{')
		if begin < 0 {
			break
		}
		length := strings.IndexByte(text[begin:], '}')
		if length < 0 {
			break
		}
		b.WriteString(text[:begin])
		place := text[begin : begin+length+1]
		if word, known := w.at(place[1:length]); known {
			place = word
		}
		b.WriteString(place)
		text = text[begin+length+1:]
	}
	b.WriteString(text)
	return b.String()
}

// at gives what fills a place by its name, with a capital where that has one.
func (w *Words) at(name string) (word string, known bool) {
	first, size := utf8.DecodeRuneInString(name)
	if word, known = w.word(string(unicode.ToLower(first)) + name[size:]); known && unicode.IsUpper(first) {
		word = capital(word)
	}
	return word, known
}

// word gives what stands for an id in texts: what the sector calls it, or the title of the role.
func (w *Words) word(id string) (word string, known bool) {
	for _, words := range [][]Word{w.Says, w.Roles} {
		for _, x := range words {
			if x.ID == id {
				return x.Title, true
			}
		}
	}
	return "", false
}

// Say gives what the texts call something: people, regulator. It is the id itself where they do not.
func (w *Words) Say(id string) string {
	if word, known := w.word(id); known {
		return word
	}
	return id
}

func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(first)) + word[size:]
}
