package finding

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Rule is what finds: a criterion, a rule of the catalogue, or a check of documents.
type Rule struct {
	ID    string
	Name  string   // in one word, which is not the id
	Title string   // a sentence
	Why   string   // why it matters, in sentences
	Do    string   // what to do where it finds something, a sentence; may be empty
	Cites []string // the places in sources that it rests on
}

// broken is the kind of what is wrong with a document that cannot be read.
const broken = "error"

// kinds are the checks of documents, whatever they concern.
var kinds = []Rule{
	{broken, "DocumentError", "The document cannot be read.", "A key is unknown, a value is none of those that can stand there, or a reference leads nowhere. Nothing is rated before it is put right.", "Correct what stands there; partner schema proposal prints what can.", nil},
	{string(result.Mismatch), "DeclaredAgainstFacts", "What is declared is not what the facts say.", "Which criteria are asked hangs on nature, scale and form. Where what is declared and the facts differ, it is rated as if it could be either.", "Declare what the facts say, or correct the facts.", nil},
	{string(result.Contradiction), "AnswerAgainstFacts", "An answer is better than the facts.", "The facts decide, whatever is answered.", "Remove the answer, or correct the facts.", nil},
	{string(result.Inconsistent), "DoesNotGoTogether", "What is stated does not go together.", "One of the two statements is wrong, and what rests on it with it.", "Correct whichever is wrong.", nil},
	{string(result.Disagreement), "OrganisationsDisagree", "The two organisations state it differently.", "What they state apart is never averaged: each rating that hangs on it spans both views.", "Settle it between the two before anything rests on it.", nil},
	{string(result.Stale), "EvidenceOutOfDate", "Evidence is out of date.", "Evidence goes stale with time, and when who or what it tells of has changed since.", "Replace it by something newer, or say why it still holds.", nil},
	{string(result.DepartureIncomplete), "DepartureIncomplete", "A departure does not say all that it has to.", "To go on without something that is asked takes a kind, a reason, who accepts it and until when. Without them the departure counts nowhere.", "State what is missing, or remove the departure.", nil},
	{string(result.DepartureExpired), "DepartureExpired", "The last day on which a departure holds has passed.", "What was accepted until a day is accepted no longer.", "See to what it departs from, or have it accepted anew until another day.", nil},
	{string(result.DepartureUnused), "DepartureUnused", "A departure departs from nothing.", "What it departs from is met, set aside or not asked here. Left in place it would go unnoticed once that changes.", "Remove it.", nil},
	{string(result.Renamed), "OldName", "A key or a word stands there under its old name.", "The old name is still read.", "Write the new name.", nil},
	{string(result.Unpaired), "QuoteWithoutItsBeginning", "A text ends with a quote that it never began.", "The quote at its beginning was forgotten, most likely. The text is read with the quote in it.", "Write the quote at the beginning too, or remove the one at the end.", nil},
	{Laid, "CatalogueLaidOver", "A catalogue of somebody's own is laid over the built-in one.", "It adds criteria, changes some or switches them off. What a rating comes to by the built-in one alone stands beside it.", "", nil},
	{string(result.Unused), "AskedByNothing", "It is stated, and nothing asks for it here.", "Which criteria are asked depends on type, form and stage. What none of them asks for does not enter a rating.", "", nil},
}

// Rules document what finds.
type Rules struct {
	cat *catalogue.Catalogue
}

// RulesOf are the rules of a catalogue; where there is none, the checks of documents alone are documented.
func RulesOf(cat *catalogue.Catalogue) *Rules {
	if cat == nil {
		cat = new(catalogue.Catalogue)
	}
	return &Rules{cat}
}

// ruleOf names what found something about a document: its kind, and in the kinds that hold something against a
// criterion or a rule of the catalogue, that.
func ruleOf(f *result.Finding) string {
	switch f.Kind {
	case result.Mismatch, result.Contradiction, result.Inconsistent:
		return string(f.Kind) + "/" + f.Subject
	}
	return string(f.Kind)
}

// Rule documents a rule.
func (r *Rules) Rule(id string) Rule {
	kind, subject, _ := strings.Cut(id, "/")
	for _, k := range kinds {
		if k.ID == kind {
			return r.of(k, subject)
		}
	}
	rule := Rule{ID: id, Name: pascal(id), Title: Sentence(id)}
	if c := r.cat.Criterion(id); c != nil {
		rule.Title, rule.Why, rule.Do, rule.Cites = Sentence(c.Title), Sentence(c.Why), Sentence(c.Fix.Do), r.cites(c.Cites)
	}
	return rule
}

// of documents a check as it is held against a subject.
func (r *Rules) of(kind Rule, subject string) Rule {
	if subject == "" {
		return kind
	}
	rule := kind
	rule.ID, rule.Name = kind.ID+"/"+subject, kind.Name+pascal(subject)
	title := strings.TrimSuffix(kind.Title, ".")
	if c := r.cat.Criterion(subject); c != nil {
		rule.Title = title + ": " + Sentence(c.Title)
		rule.Why += " " + Sentence(c.Why)
		rule.Cites = r.cites(c.Cites)
	} else if x := r.cat.ConsistencyRule(subject); x != nil {
		rule.Title = title + ": " + Line(ofEntries.Replace(x.Text))
		if x.Ours != "" {
			rule.Why = Sentence(x.Ours)
		}
		rule.Do, rule.Cites = Sentence(x.Do), r.cites(x.Cites)
	} else {
		rule.Title = title + ": " + Sentence(subject)
	}
	return rule
}

// ofEntries makes what a rule says of one entry what it says of any.
var ofEntries = strings.NewReplacer(": {item}.", ".", "{item}", "an entry", "{", "", "}", "")

// cites names places in sources, with how strong they are.
func (r *Rules) cites(all []catalogue.Cite) []string {
	var places []string
	for _, c := range all {
		title := c.Source
		if s := r.cat.Source(c.Source); s != nil {
			title = s.Title
		}
		place := strings.Join(wording.Given(title, c.Place), ", ")
		if strength := r.cat.Words.Strength(c.Strength); strength != "" {
			place += " (" + strength + ")"
		}
		places = append(places, Line(place))
	}
	return places
}

// Help is the documentation of a rule, in paragraphs.
func (r *Rule) Help() []string {
	var cited string
	if len(r.Cites) > 0 {
		cited = "Rests on: " + strings.Join(r.Cites, "; ") + "."
	}
	return wording.Given(r.Title, r.Why, r.Do, cited)
}

// pascal makes one word of an id, and never the id itself in other letters.
func pascal(id string) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(id, func(c rune) bool { return c == '-' || c == '_' || c == '.' || c == '/' || c == ' ' }) {
		b.WriteString(wording.Upper(part))
	}
	if name := b.String(); !strings.EqualFold(name, id) {
		return name
	}
	return b.String() + "Criterion"
}
