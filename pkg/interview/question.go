package interview

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// Question is one thing to ask. Whoever is asked can always pass it over.
type Question struct {
	ID      string           // what is passed over with it: the path of the place where the answer goes
	Asks    string           // the question
	Means   string           // what the answer states, in a sentence
	Of      string           // of which organisation or entry; "" where it is of the whole
	House   string           // the catalogue laid over the built-in one that asks it, by its title; "" where the built-in one does
	Why     string           // what goes wrong without it; "" where that needs no words
	Moves   string           // what the answer moves, in a phrase
	SoFar   string           // what the proposal says of it that is no answer
	Who     string           // who knows, by post
	Cites   []catalogue.Cite // where it comes from
	Choices []Choice         // the words to choose from; none where it is answered in one's own words
	Basic   bool             // it is asked first of any proposal
	Several bool             // more than one of the words may be chosen
	Write   string           // what may be written, where it is answered in one's own words
	Parts   []string         // what each of several texts is, where it is answered by more than one
	Reason  bool             // the answer may have a reason

	answer func(Answer) []Statement
}

// Choice is a word that may be chosen.
type Choice struct {
	Word  string
	Means string // "" where the word says it
	Owes  string // what has to be said beside it: because; "" for nothing
}

// None is the answer that there is none of what is asked for.
const None = "none"

// Answer is what somebody says to a question.
type Answer struct {
	Words   []string // the word that was chosen or the text that was written; one for each part, or each that was chosen
	Because string   // the reason, where there is one
}

// Says gives what an answer says of the proposal: nothing where it is empty, or that it is not known.
func (q *Question) Says(a Answer) []Statement {
	var words []string
	for _, w := range a.Words {
		if w = Clean(w); Silent(w) {
			return nil
		}
		words = append(words, w)
	}
	if len(words) == 0 || len(q.Parts) > 0 && len(words) != len(q.Parts) {
		return nil
	}
	return q.answer(Answer{words, Clean(a.Because)})
}

// Silent reports whether a text says nothing, or that something is not known.
func Silent(text string) bool {
	return text == "" || slices.ContainsFunc([]string{"unknown", "not known", "null", "~"}, func(w string) bool { return strings.EqualFold(w, text) })
}

// question gives the question that asks for one place of a question of a pack; false where nothing can be said there that
// one would say in a conversation.
func (c *Conversation) question(r *result.Result, cat *catalogue.Catalogue, from *pack.Question, x *pack.Place) (Question, bool) {
	f := x.Field()
	if !x.Fillable() || strings.HasPrefix(x.Path, string(paths.Organisations)+".") && !c.named() {
		return Question{}, false
	}
	if !x.Item && x.Board == "" && c.known(paths.Path(x.Path)) {
		return Question{}, false // what is said, and does not settle it alone
	}
	q := Question{ID: x.Path, Asks: from.Asks, Means: x.Means, Of: c.of(x), Moves: from.Moves, SoFar: soFar(from, x), Write: x.Write}
	if criterion := r.Criterion(from.Criterion); criterion != nil {
		q.Why, q.Who = criterion.Why, criterion.Of
		q.Cites = cat.Criterion(from.Criterion).Cites
		if cat.Criterion(from.Criterion).Own() {
			q.House = cat.Overlay.Title
		}
	} else {
		q.Who = cat.Words.Role(cat.Words.Dates.Of)
	}
	stated := func(value func(Answer) string) {
		q.answer = func(a Answer) []Statement {
			return []Statement{{Path: x.Path, Called: x.Called(), Criterion: from.Criterion, Board: x.Board, Value: value(a), Because: a.Because}}
		}
	}
	switch {
	case x.Kind == "answer":
		q.Means = "Your answer to it"
		if criterion := r.Criterion(from.Criterion); criterion != nil { // what yes would say: not every question can be answered by that
			q.Means = "Whether " + criterion.Title
		}
		q.Means += "; why you say so is asked next."
		q.Reason, q.Choices = true, answers(x.Words)
		stated(word)
	case f.Kind == proposal.Items:
		ok := c.entry(&q, f, x.Item, stated)
		return q, ok
	case f.Kind == proposal.List:
		ok := c.list(&q, f, x.Item, stated)
		return q, ok
	case f.Kind == proposal.Word:
		q.Choices = c.words(cat, f)
		stated(word)
	case f.Kind == proposal.Reference:
		q.Choices = c.words(cat, f)
		stated(word)
		return q, len(q.Choices) > 0
	case f.Leaf():
		stated(word)
	default:
		return Question{}, false
	}
	return q, true
}

// word gives the one word of an answer.
func word(a Answer) string { return scalar(a.Words[0]) }

// of says of what a place is: of an organisation, by its name, or of an entry of a list, by its first words.
func (c *Conversation) of(x *pack.Place) string {
	if x.Of != "" {
		return x.Of
	}
	for _, o := range c.doc.Organisations {
		if strings.HasPrefix(x.Path, o.Path()+".") || x.Board == o.Key {
			return proposal.NameOf(o)
		}
	}
	return ""
}

// soFar says what the proposal says of a place that is no answer.
func soFar(q *pack.Question, x *pack.Place) string {
	if said := x.Stands(); said != "" || q.SoFar == "" {
		return said
	}
	return "Not known so far: " + strings.TrimSuffix(q.SoFar, ".") + "."
}

// answers gives the words that an answer may be. What is met by other means needs evidence, and is written by hand.
func answers(words []string) []Choice {
	var all []Choice
	for _, w := range words {
		switch proposal.AnswerWord(w) {
		case proposal.OtherMeans:
		case proposal.NotApplicable:
			all = append(all, Choice{w, "the question does not arise here; say why", "because"})
		default:
			all = append(all, Choice{Word: w})
		}
	}
	return all
}

// words gives the words of a field, with what they mean where the typology tells it; of one that names an organisation, the
// two. There are none where it names something else.
func (c *Conversation) words(cat *catalogue.Catalogue, f *proposal.Field) []Choice {
	var all []Choice
	if f.Kind == proposal.Reference {
		if f.RefTo != "organisations" || !c.named() {
			return nil
		}
	}
	for _, w := range c.doc.WordsOf(f) {
		all = append(all, Choice{Word: w, Means: meaning(cat, f, w)})
	}
	if f.RefTo == "organisations" && c.named() {
		for _, o := range c.doc.Organisations {
			if !slices.ContainsFunc(all, func(x Choice) bool { return x.Word == o.Key }) {
				all = append(all, Choice{Word: o.Key})
			}
		}
		for i, x := range all {
			if o := c.doc.Organisation(x.Word); o != nil && x.Word != proposal.NameOf(o) {
				all[i].Means = proposal.NameOf(o)
			}
		}
	}
	return all
}

// meaning gives what the typology says that a word means.
func meaning(cat *catalogue.Catalogue, f *proposal.Field, word string) string {
	arrangement := proposal.Model.Find(paths.Arrangement)
	switch f {
	case arrangement.Field(catalogue.NatureAxis), arrangement.Field(catalogue.ScaleAxis):
		for _, a := range cat.Typology.On(f.Key) {
			if a.ID == word {
				return a.Meaning
			}
		}
	case proposal.Model.Find(paths.Organisations).Field(sector):
		if s := cat.Sectors.Sector(word); s != nil {
			return cmp.Or(s.Meaning, s.Body)
		}
	case arrangement.Field(catalogue.FormAxis), proposal.Model.Find(paths.NearestForm):
		if form := cat.Typology.Form(word); form != nil {
			return form.Meaning
		}
	}
	return ""
}

// entry asks for an entry of a list by what such an entry says first; what else it says is asked for afterwards, as far as
// anything hangs on it. That it is all there is nobody has said.
func (c *Conversation) entry(q *Question, f *proposal.Field, further bool, stated func(func(Answer) string)) bool {
	first := telling(f)
	if first == nil {
		return false
	}
	q.Means = spoken(f.Doc) + " The first one: " + lower(first.Doc) + "."
	if further {
		q.Means = spoken(f.Doc) + " One more: " + lower(first.Doc) + "."
	}
	words := first
	if first.Kind == proposal.List {
		words = first.Of
	}
	q.Choices = c.words(c.cat.For(c.doc), words)
	if len(q.Choices) > 0 {
		q.Choices = append(q.Choices, Choice{Word: None, Means: nothing(further)})
	} else {
		q.Write = "one of them, in a phrase; none: " + nothing(further)
	}
	stated(func(a Answer) string {
		switch {
		case a.Words[0] == None && further:
			return None
		case a.Words[0] == None:
			return "[]"
		}
		return "[{" + first.Key + ": " + scalar(a.Words[0]) + "}, unknown]"
	})
	return true
}

// spoken gives what a list is without how a document writes that it is empty: in a conversation one says none.
func spoken(doc string) string {
	before, after, is := strings.Cut(doc, "; an empty list says")
	if !is {
		return doc
	}
	if _, rest, is := strings.Cut(after, "."); is {
		before += "." + rest
	}
	return before
}

// nothing says what the answer means that there is none.
func nothing(further bool) string {
	if further {
		return "there is nothing more"
	}
	return "there are none"
}

// telling gives the key by which an entry of a list is known: the first that is a word or a text, and no id.
func telling(f *proposal.Field) *proposal.Field {
	for _, k := range f.Fields {
		if k.Kind == proposal.Word || k.Kind == proposal.List && k.Bare || k.Kind == proposal.Text && k.Key != string(paths.ID) {
			return k
		}
	}
	return nil
}

// list asks for the words of a list together, and for texts one by one.
func (c *Conversation) list(q *Question, f *proposal.Field, further bool, stated func(func(Answer) string)) bool {
	q.Means = spoken(f.Doc) // without how a list is written
	switch f.Of.Kind {
	case proposal.Word, proposal.Reference:
		q.Choices = c.words(c.cat.For(c.doc), f.Of)
		if len(q.Choices) == 0 {
			return false
		}
		q.Choices, q.Several = append(q.Choices, Choice{Word: None, Means: nothing(further)}), true
	default:
		q.Write = "one of them, in a phrase; none: " + nothing(further)
	}
	stated(func(a Answer) string {
		switch {
		case slices.Contains(a.Words, None) && further:
			return None
		case slices.Contains(a.Words, None):
			return "[]"
		}
		var all []string
		for _, w := range a.Words {
			all = append(all, scalar(w))
		}
		if !q.Several {
			all = append(all, "unknown")
		}
		return "[" + strings.Join(all, ", ") + "]"
	})
	return true
}
