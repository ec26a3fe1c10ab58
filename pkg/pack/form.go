package pack

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"partner/pkg/catalogue"
	"partner/pkg/internal/enum"
	"partner/pkg/proposal"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// formWidth is how wide the comments of a form get.
const formWidth = 100

// form is a pack as a YAML file to fill in, in the making.
type form struct {
	strings.Builder
	indent string
}

// YAML gives the pack as a file to fill in, which Read reads.
func (p *Pack) YAML() string {
	f := &form{}
	f.comment(p.Heading() + ".")
	f.comment("")
	f.comment("Write what you know after the colons, and leave the rest as it is. What is left empty, or says unknown, changes nothing.")
	f.comment("Where you can say why, or name a document, write the fact like this:")
	f.comment("  {is: partly, because: two of the three sites, evidence: [minutes-may]}")
	f.comment("Evidence that the proposal does not know yet goes to the end of this file.")
	f.line("")
	f.line("format: " + Format)
	f.line("proposal: {file: " + quote(p.Proposal.File) + ", title: " + quote(p.Proposal.Title) + "}")
	f.line("catalogue: {version: " + quote(p.Catalogue.Version) + ", hash: " + quote(p.Catalogue.Hash) + "}")
	if p.For != nil {
		f.line("for: " + word(p.For.ID) + " # " + clean(p.For.Name))
	}
	if p.Role != nil {
		f.line("role: " + p.Role.ID + " # " + clean(p.Role.Title))
	}
	f.line("")
	if p.Count == 0 {
		f.comment("There is nothing to ask.")
		f.line("questions: {}")
	} else {
		f.line("questions:")
	}
	for _, g := range p.Roles {
		f.indent = "  "
		f.Builder.WriteString("\n")
		f.comment(strings.ToUpper(g.Title))
		for _, q := range g.Questions {
			f.question(&q)
		}
	}
	f.indent = ""
	f.line("")
	f.register(p)
	return f.String()
}

func (f *form) line(text string) {
	if text != "" {
		f.WriteString(f.indent + text)
	}
	f.WriteByte('\n')
}

// comment writes a comment, over as many lines as it takes; a text that is indented keeps to one line.
func (f *form) comment(text string) { f.hanging("", text) }

// hanging writes a comment whose further lines stand under its text and not under its label.
func (f *form) hanging(label, text string) {
	if strings.HasPrefix(text, " ") || text == "" {
		f.line(strings.TrimRight("# "+label+text, " "))
		return
	}
	for i, l := range lines(formWidth-len(f.indent)-2-len(label), clean(text)) {
		if i > 0 {
			label = strings.Repeat(" ", len(label))
		}
		f.line("# " + label + l)
	}
}

// lines breaks a text at its spaces into lines of at most width characters. A word that is longer has a line of its own.
func lines(width int, text string) []string {
	var all []string
	line, used := "", 0
	for _, w := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(w)
		switch {
		case used == 0:
			line, used = w, n
		case used+1+n > width:
			all = append(all, line)
			line, used = w, n
		default:
			line, used = line+" "+w, used+1+n
		}
	}
	return append(all, line)
}

func (f *form) question(q *Question) {
	f.indent = "  "
	f.line("")
	number := strconv.Itoa(q.Number) + ". "
	f.hanging(number, q.Asks)
	for _, said := range q.Told() {
		f.hanging(strings.Repeat(" ", len(number)), said)
	}
	f.line(q.Criterion + ":")
	f.indent = "    "
	for _, p := range q.Places {
		switch {
		case p.Asked > 0:
			f.comment(p.Called() + ": see question " + strconv.Itoa(p.Asked) + ".")
		case !p.Fillable():
			f.comment(p.Called() + ": " + p.Write + ".")
		case p.Kind == "answer":
			f.answer(&p)
		default:
			f.place(&p)
		}
	}
}

// soFar writes what the document says of a place so far.
func (f *form) soFar(p *Place) {
	if said := p.Stands(); said != "" {
		f.comment(said)
	}
}

// answer writes where the answer to a question goes: for one of the two alone, where only that is asked for.
func (f *form) answer(p *Place) {
	f.soFar(p)
	outer := f.indent
	if p.Board != "" {
		f.line("views:")
		f.line("  " + p.Board + ":")
		f.indent += "    "
	}
	f.line("is: # " + p.Write)
	f.line("because:")
	f.line("evidence: []")
	f.indent = outer
}

// plainKey matches what may stand as a key without quotes.
var plainKey = regexp.MustCompile(`^[A-Za-z0-9_.;,()£%/+…\[\]][A-Za-z0-9_ .;,()£%/+…\[\]'-]*$`)

// Called gives what a pack calls a place.
func (p *Place) Called() string {
	if p.Name != "" {
		return p.Name
	}
	return p.Path
}

// Told says below a question who asks it where a catalogue of one's own does, what its answer moves, and why it is not
// known so far.
func (q *Question) Told() []string {
	var lines []string
	if house, _, own := catalogue.Foreign(q.Criterion); own {
		lines = append(lines, "Asked by the catalogue "+house+", and not by the research.")
	}
	if q.Moves != "" {
		lines = append(lines, wording.Sentence(q.Moves))
	}
	if q.SoFar != "" {
		lines = append(lines, notKnown(q.SoFar))
	}
	return lines
}

// Fillable reports whether something can be written at a place as such.
func (p *Place) Fillable() bool {
	return p.field != nil && (p.Kind != "section" || p.Item)
}

// place writes the key of a place, what it means above it and what may be written beside it.
func (f *form) place(p *Place) {
	f.comment(p.told())
	f.soFar(p)
	key := p.Called()
	if !plainKey.MatchString(key) {
		key = quote(key)
	}
	if p.Board != "" {
		f.line(key + ": {views: {" + p.Board + ": }} # " + clean(p.Write))
	} else {
		f.line(key + ": # " + clean(p.Write))
	}
	if len(p.Keys) == 0 {
		return
	}
	mark := "- "
	for _, k := range p.Keys {
		key := mark + k.Key + ":"
		if utf8.RuneCountInString(key) < 18 {
			key += strings.Repeat(" ", 18-utf8.RuneCountInString(key))
		}
		said := k.Means
		if k.Write != "" && len(k.Words) > 0 {
			said = strings.TrimSuffix(said, ".") + ": " + k.Write
		}
		f.line("# " + key + " # " + clean(said))
		mark = "  "
	}
}

// told says what stands at a place, and of which entry of a list.
func (p *Place) told() string {
	if p.Of == "" || p.Name != "" { // the name says it already
		return p.Means
	}
	return strings.TrimSuffix(p.Means, ".") + " (" + p.Of + ")."
}

// register writes the place for evidence that the proposal does not know yet.
func (f *form) register(p *Pack) {
	f.comment("Evidence that the proposal does not know yet, each piece under an id of your choice, such as")
	f.comment("  minutes-may: {kind: internal, title: Minutes of the joint committee, date: 2026-05-12, place: item 4}")
	f.comment("The kinds, strongest first: " + source.Listed(enum.Words(proposal.EvidenceKinds)) + ".")
	if len(p.Evidence) > 0 {
		f.comment("The proposal knows these already:")
	}
	for _, e := range p.Evidence {
		text := "  " + e.ID
		if e.Title != "" {
			text += ": " + clean(e.Title)
		}
		f.comment(text)
	}
	f.line("evidence:")
}

// called gives what the proposal is called: its title, otherwise its file.
func (p *Pack) called() string {
	if p.Proposal.Title != "" {
		return p.Proposal.Title
	}
	return p.Proposal.File
}

// clean gives text on one line, with nothing in it that could end a comment or command a terminal.
func clean(s string) string { return source.Printable(strings.Join(strings.Fields(s), " ")) }

// quote gives a text as YAML reads it back.
func quote(s string) string { return strconv.Quote(source.Printable(s)) }

// word gives an id, in quotes where it would be taken for something else.
func word(id string) string {
	if source.PlainTag(id) != "!!str" {
		return quote(id)
	}
	return id
}
