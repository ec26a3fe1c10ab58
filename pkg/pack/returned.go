package pack

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Returned is a form that came back, as its reader found it: what it belongs to, and what stands in its fields.
type Returned struct {
	Name    string // its file's name
	About   map[string]Written
	Answers []Answered // in the order of the form
}

// Written is a text with where it stands, as messages say it: pack.xlsx: Questions!C7.
type Written struct {
	Text string
	At   string
}

// Answered is what stands in a field.
type Answered struct {
	Spot
	Copy                    int // of the field of an entry: which copy of its row it is, in the order of the form; 0 for the row that was made
	Says, Because, Evidence Written
}

// empty reports whether nothing was filled in.
func (w Written) empty() bool { return w.Text == "" || strings.EqualFold(w.Text, "unknown") }

// amiss is something that is wrong with a text.
func (w Written) amiss(found, expected, do string) source.Diagnostic {
	return source.Diagnostic{Position: source.Position{File: w.At}, Found: found, Expected: expected, Do: do}
}

// ReadReturned reads a form that came back, on a proposal, as Read reads a pack in YAML. What is wrong is told with where it
// stands in the form.
func ReadReturned(r *Returned, doc *proposal.Proposal, cat *catalogue.Catalogue) (*Filled, source.Diagnostics) {
	w := &writing{Returned: r, doc: doc, cat: cat.For(doc), at: map[int]string{}}
	w.belongs()
	if len(w.wrong) > 0 {
		return &Filled{Name: r.Name}, w.wrong
	}
	w.whole()
	if len(w.wrong) > 0 {
		return &Filled{Name: r.Name}, append(w.signed, w.wrong...).Limited()
	}
	f, wrong := read(r.Name, []byte(w.text.String()), doc, cat, w.at)
	f.By, f.On = w.by.Text, w.on.Text
	return f, append(w.signed, wrong...).Limited()
}

// writing writes a form that came back as a pack in YAML, and notes where each of its lines stands in the form.
type writing struct {
	*Returned
	doc    *proposal.Proposal
	cat    *catalogue.Catalogue
	text   strings.Builder
	lines  int
	at     map[int]string
	by, on Written
	signed source.Diagnostics // what is wrong with who answers, and when: the rest of the form is read all the same
	wrong  source.Diagnostics
}

// belongs checks that the form belongs to this proposal and to this catalogue.
func (w *writing) belongs() {
	about := func(key string) Written {
		if x, is := w.About[key]; is {
			return x
		}
		return Written{At: w.Name}
	}
	const anew = "make the form anew with `partner questions`"
	switch x := about("format"); x.Text {
	case FormFormat:
	case "":
		w.report(x.amiss("a form that does not say what it belongs to", FormFormat, "fill in a form that `partner questions` has made"))
		return
	default:
		w.report(x.amiss("a form of the format "+quoted(x.Text), FormFormat, anew))
		return
	}
	title := w.doc.Root.Find(paths.Title).String()
	if x := about("proposal"); x.Text != clean(title) {
		w.report(x.amiss("a form on "+quoted(x.Text), "one on "+quoted(title), "name the proposal that it is on; if that has been given another title, "+anew))
	}
	if x := about("hash"); x.Text != w.cat.Hash {
		w.report(x.amiss("a form made with another catalogue ("+strings.TrimSpace(about("catalogue").Text+" "+x.Text)+")", "one made with "+w.cat.Version+" "+w.cat.Hash, anew+", and carry the answers over"))
	}
}

func (w *writing) report(d source.Diagnostic) { w.wrong = append(w.wrong, d) }

// line writes a line, which stands somewhere in the form.
func (w *writing) line(at, text string) {
	w.lines++
	w.at[w.lines] = at
	w.text.WriteString(text + "\n")
}

// gathered is what several fields say of one place.
type gathered struct {
	place, board string
	at           string
	whole        *Answered // of the place as a whole
	entries      entries
}

// entries are the entries of a list in the order in which a form has them; those in copied rows come last.
type entries []entry

// entry is what several fields say of one entry.
type entry struct {
	number, copy int
	fields       []*Answered
}

// take takes up what stands in a field of an entry, and gives what stands in the same field already; nil for nothing.
func (all *entries) take(a *Answered) *Answered {
	i := slices.IndexFunc(*all, func(e entry) bool { return e.number == a.Entry && e.copy == a.Copy })
	if i < 0 {
		i = len(*all)
		*all = append(*all, entry{number: a.Entry, copy: a.Copy})
	}
	e := &(*all)[i]
	for _, b := range e.fields {
		if b.Key == a.Key {
			return b
		}
	}
	e.fields = append(e.fields, a)
	return nil
}

// each gives the fields of each entry. A copy of rows that still says what these say is none.
func (all entries) each() [][]*Answered {
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Or(cmp.Compare(a.copy, b.copy), cmp.Compare(a.number, b.number)) })
	var each [][]*Answered
	for _, e := range all {
		if !slices.ContainsFunc(all, func(o entry) bool { return o.number == e.number && o.copy < e.copy && e.says(o) }) {
			each = append(each, e.fields)
		}
	}
	return each
}

// says reports whether two entries say the same.
func (e entry) says(o entry) bool {
	return len(e.fields) == len(o.fields) && !slices.ContainsFunc(e.fields, func(a *Answered) bool {
		return !slices.ContainsFunc(o.fields, func(b *Answered) bool { return a.Key == b.Key && a.Says.Text == b.Says.Text })
	})
}

// whole writes all that was filled in.
func (w *writing) whole() {
	var questions []string
	places := map[string][]*gathered{}
	var pieces entries
	for i := range w.Answers {
		a := &w.Answers[i]
		if a.Says.empty() && a.Because.empty() && a.Evidence.empty() {
			continue
		}
		switch a.Question {
		case answeredBy:
			w.by = a.Says
			continue
		case answeredOn:
			w.on = a.Says
			continue
		case newPiece:
			if a.Entry > 0 {
				w.differs(pieces.take(a), a)
			}
			continue
		}
		if places[a.Question] == nil {
			questions = append(questions, a.Question)
		}
		w.take(places, a)
	}
	attributed := w.attribution()
	w.line(w.Name, "format: "+Format)
	for _, key := range []string{"for", "role"} {
		if x := w.About[key]; x.Text != "" {
			w.line(x.At, key+": "+quote(x.Text))
		}
	}
	w.line(w.Name, "questions:")
	for _, q := range questions {
		all := places[q]
		w.line(all[0].at, "  "+w.key(q, all[0].at)+":")
		for _, l := range all {
			w.place(l, attributed)
		}
	}
	w.line(w.Name, "evidence:")
	w.pieces(pieces.each(), attributed)
}

// take takes up what stands in a field.
func (w *writing) take(places map[string][]*gathered, a *Answered) {
	i := slices.IndexFunc(places[a.Question], func(l *gathered) bool { return l.place == a.Place && l.board == a.Board })
	if i < 0 {
		i = len(places[a.Question])
		places[a.Question] = append(places[a.Question], &gathered{place: a.Place, board: a.Board, at: cmp.Or(a.Says.At, a.Because.At, a.Evidence.At)})
	}
	switch l := places[a.Question][i]; {
	case a.Entry > 0:
		w.differs(l.entries.take(a), a)
	case l.whole == nil:
		l.whole = a
	default:
		w.differs(l.whole, a)
	}
}

// differs tells where a field says another thing than the same one before; nil is none.
func (w *writing) differs(was, a *Answered) {
	switch {
	case was == nil:
	case was.Says.Text != a.Says.Text || was.Because.Text != a.Because.Text || was.Evidence.Text != a.Evidence.Text:
		w.report(a.Says.amiss(a.String()+" a second time, and differently", "one and the same (first in "+was.Says.At+")", "remove one of the two"))
	}
}

// attribution is the id of the piece of evidence that says who answered, and when; "" where the form does not say.
func (w *writing) attribution() string {
	if w.on.Text != "" {
		if _, is := proposal.ParseDay(w.on.Text); !is {
			w.signed = append(w.signed, w.on.amiss(quoted(w.on.Text)+" for the day of the answers", "a day: 2026-10-01", proposal.DateDo(w.on.Text)))
			w.on.Text = ""
		}
	}
	switch {
	case w.by.Text == "" && w.on.Text == "":
		return ""
	case w.by.Text == "":
		w.signed = append(w.signed, w.on.amiss("a day, and nobody who answers", "who answers, beside the day", ""))
		return ""
	}
	who := strings.Join(strings.FieldsFunc(strings.ToLower(w.by.Text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
	return strings.Join(wording.Given("answers", strings.Trim(who[:min(len(who), longestName)], "-"), w.on.Text), "-")
}

// longestName is how many letters of who answers an id takes, and longestKey how many a key of YAML.
const (
	longestName = 60
	longestKey  = 1000
)

// key gives a text as a key.
func (w *writing) key(text, at string) string {
	if key := quote(text); len(key) <= longestKey {
		return key
	}
	w.report(Written{At: at}.amiss("an id of "+strconv.Itoa(len(text))+" letters", "a short one, such as minutes-may", ""))
	return "x"
}

var (
	plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	parted      = regexp.MustCompile(`\s*[;\n]\s*`)
	partedIDs   = regexp.MustCompile(`[;,\s]+`)
)

// place writes what is said of a place.
func (w *writing) place(l *gathered, attributed string) {
	indent, views := "    ", l.board != ""
	open := func(at, key string) {
		w.line(at, indent+key+":")
		indent += "  "
	}
	if l.place != "" {
		open(l.at, w.key(l.place, l.at))
	}
	if views {
		open(l.at, "views")
		open(l.at, w.key(l.board, l.at))
	}
	field, item := w.fieldOf(l)
	entries := len(l.entries) > 0
	switch {
	case entries && l.whole != nil:
		w.report(l.whole.Says.amiss(quoted(l.whole.Says.Text)+", and entries besides", "none, or entries", "empty one of the two"))
	case entries && item:
		w.entries(l, field, indent)
	case entries:
		w.line(l.at, indent+"is:")
		w.entries(l, field, indent+"  ")
		w.evidence(indent, Written{}, attributed)
	case item:
		for _, v := range w.values(l.whole.Says, field) {
			w.line(l.whole.Says.At, indent+"- "+v)
		}
	default:
		if a := l.whole; !a.Says.empty() {
			w.line(a.Says.At, indent+"is: "+w.value(a.Says, field))
		}
		if a := l.whole; a.Because.Text != "" {
			w.line(a.Because.At, indent+"because: "+quote(a.Because.Text))
		}
		if l.whole.Says.empty() {
			attributed = ""
		}
		w.evidence(indent, l.whole.Evidence, attributed)
	}
}

// fieldOf gives what may stand at a place, and whether it is that for what else there is in a list; nil for an answer to
// the question itself and for a place that there is not.
func (w *writing) fieldOf(l *gathered) (*proposal.Field, bool) {
	if l.place == "" {
		return nil, false
	}
	path, found, _ := w.doc.Numbered(l.place)
	if found != "" {
		return nil, false
	}
	place, found, _ := w.doc.Leads(path)
	if found != "" {
		return nil, false
	}
	return place.Field, place.Item
}

// evidence writes the ids of evidence, with that of the piece that says who answered.
func (w *writing) evidence(indent string, of Written, attributed string) {
	var ids []string
	for _, id := range partedIDs.Split(of.Text, -1) {
		if id != "" {
			ids = append(ids, quote(id))
		}
	}
	if attributed != "" {
		ids = append(ids, quote(attributed))
	}
	if len(ids) > 0 {
		w.line(cmp.Or(of.At, w.Name), indent+"evidence: ["+strings.Join(ids, ", ")+"]")
	}
}

// entries writes entries of a list.
func (w *writing) entries(l *gathered, field *proposal.Field, indent string) {
	for _, e := range l.entries.each() {
		mark := "- "
		for _, a := range e {
			var of *proposal.Field
			if field != nil {
				of = field.Field(a.Key)
			}
			w.line(a.Says.At, indent+mark+w.key(a.Key, a.Says.At)+": "+w.value(a.Says, of))
			mark = "  "
		}
	}
}

// value is what was written as a value of YAML: a number as a number, a list as a list, and all else as text.
func (w *writing) value(x Written, field *proposal.Field) string {
	switch {
	case field == nil:
	case field.Kind == proposal.List, field.Kind == proposal.Items:
		return "[" + strings.Join(w.values(x, field), ", ") + "]"
	case field.Kind == proposal.Number && plainNumber.MatchString(x.Text):
		return x.Text
	}
	return w.scalar(x.Text, field)
}

// values are the values of a list.
func (w *writing) values(x Written, field *proposal.Field) []string {
	if strings.EqualFold(x.Text, "none") {
		return nil
	}
	if field != nil && field.Kind == proposal.Items {
		w.report(x.amiss(quoted(x.Text)+" for a list of entries", "none", "fill in the entries below it"))
		return nil
	}
	var all []string
	for _, v := range parted.Split(x.Text, -1) {
		if v != "" && field != nil && field.Of != nil {
			all = append(all, w.scalar(v, field.Of))
		} else if v != "" {
			all = append(all, quote(v))
		}
	}
	return all
}

// scalar is a value that stands by itself. A word is read whatever its capitals.
func (w *writing) scalar(text string, field *proposal.Field) string {
	if field == nil { // of an answer to the question itself
		for _, word := range proposal.AnswerWord("").Words() {
			if strings.EqualFold(text, word) {
				return word
			}
		}
	} else if _, _, is := proposal.ParseDays(text); is && field.Kind == proposal.Date {
		return text
	} else if field.Kind == proposal.Word || field.Kind == proposal.Reference {
		for _, word := range w.doc.WordsOf(field) {
			if strings.EqualFold(text, word) {
				return quote(word)
			}
		}
	}
	return quote(text)
}

// pieces writes new evidence, and the piece that says who answered.
func (w *writing) pieces(all [][]*Answered, attributed string) {
	register := proposal.Model.Find(paths.Evidence)
	for _, fields := range all {
		id := slices.IndexFunc(fields, func(a *Answered) bool { return a.Key == "id" })
		switch {
		case id < 0:
			w.report(fields[0].Says.amiss("evidence without an id", "a short id beside it, such as minutes-may", ""))
			continue
		}
		w.line(fields[id].Says.At, "  "+w.key(fields[id].Says.Text, fields[id].Says.At)+":")
		for _, a := range fields {
			if a.Key != "id" {
				w.line(a.Says.At, "    "+w.key(a.Key, a.Says.At)+": "+w.scalar(a.Says.Text, register.Field(a.Key)))
			}
		}
	}
	if attributed == "" {
		return
	}
	w.line(w.by.At, "  "+quote(attributed)+":")
	w.line(w.by.At, "    kind: "+string(proposal.Assertion))
	w.line(w.by.At, "    title: "+quote("Answers to questions, by "+w.by.Text))
	if w.on.Text != "" {
		w.line(w.on.At, fmt.Sprintf("    date: %s", w.on.Text))
	}
}

// placed puts a diagnostic of a pack that was made of a form to where that stands in the form.
func (f *Filled) placed(d source.Diagnostic) source.Diagnostic {
	if f.at == nil || f.file == nil || d.File != f.file.Name {
		return d
	}
	return source.Diagnostic{Position: source.Position{File: cmp.Or(f.at[d.Line], f.Name)}, Found: d.Found, Expected: d.Expected, Do: d.Do}
}

// where says where a pack says something.
func (f *Filled) where(n *source.Node) string {
	if f.at != nil {
		return "in " + cmp.Or(f.at[n.Line], f.Name)
	}
	return "on line " + strconv.Itoa(n.Line)
}
