package interview

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/internal/edit"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Statement is one thing to be said in a proposal.
type Statement struct {
	Path      string // where: organisations.north.finance.position, answers.ID, title, evidence.ID
	Value     string // what, as a document writes it on one line
	Because   string // the reason, where there is one
	Called    string // what a pack of questions calls the place; "" for its path
	Criterion string // the question that it answers; "" for none
	Board     string // the organisation whose view it is; "" for what holds for both
}

// Written gives a statement of what a person or a script wrote for a place: as YAML where it is a mapping or a list, as a
// text otherwise.
func Written(path, value string) Statement {
	s := Statement{Path: strings.TrimSpace(path), Value: strings.TrimSpace(value)}
	if !strings.HasPrefix(s.Value, "{") && !strings.HasPrefix(s.Value, "[") || strings.ContainsAny(s.Value, "\n\r") {
		s.Value = scalar(Clean(s.Value))
	}
	return s
}

// Step is what came of saying something.
type Step struct {
	*Conversation
	Files  []pack.Edited // that change, the proposal first; the organisations' own after it
	Notes  []string      // what whoever said it should know, each in a clause
	Merged pack.Merged   // for what else shares these files
}

// Wrong is why something cannot be said.
type Wrong struct {
	Statement int // which of them; -1 where it is none of them alone
	source.Diagnostic
}

// Answer says what an answer says. One that says nothing passes the question over.
func (c *Conversation) Answer(q *Question, a Answer) (Step, []Wrong) {
	all := q.Says(a)
	if len(all) == 0 {
		return Step{Conversation: c.Pass(q)}, nil
	}
	s, wrong := c.Say(all)
	if len(wrong) == 0 {
		s.Conversation.past = c.and(Turn{Question: *q, Answer: a, says: all, files: s.Files})
	}
	return s, wrong
}

// said is the name under which what is said goes into messages.
const said = "answer"

// Say puts statements into the proposal, all or none. Comments and layout stay; what the proposal says otherwise already is
// never overwritten. What comes out is a proposal without errors.
func (c *Conversation) Say(all []Statement) (Step, []Wrong) {
	begun, rest, wrong := c.begin(all)
	if len(wrong) > 0 {
		return Step{}, wrong
	}
	text, lines := filled(rest, begun.doc)
	of := func(ds source.Diagnostics) []Wrong {
		var wrong []Wrong
		for _, d := range ds {
			d.Found = strings.ReplaceAll(d.Found, "the pack ", "this answer ")
			d.Do, _, _ = strings.Cut(d.Do, "; or say with `for:`")
			w := Wrong{-1, d}
			if at := d.Line - 1; d.File == said && at >= 0 && at < len(lines) {
				w.Statement = lines[at]
			}
			wrong = append(wrong, w)
		}
		return wrong
	}
	pieces, ds := pack.Read(said, []byte(text), begun.doc, c.cat)
	if len(ds) > 0 {
		return Step{}, of(ds)
	}
	merged, ds := pack.Merge(begun.file, begun.doc, c.cat, pieces)
	if len(ds) > 0 {
		return Step{}, of(ds)
	}
	after, ds := begun.On(merged.Onto(begun.file))
	if len(ds) > 0 {
		return Step{}, of(ds)
	}
	s := Step{Conversation: after, Notes: merged.Notes, Merged: merged}
	if !bytes.Equal(after.file.Data, c.file.Data) {
		s.Files = append(s.Files, pack.Edited{Name: c.file.Label, Before: c.file.Data, After: after.file.Data})
	}
	for _, e := range merged.Files {
		if e.From != "" {
			s.Files = append(s.Files, e)
		}
	}
	return s, nil
}

// filled gives a filled pack that says some statements, each on a line of its own, and which is on which line; -1 for none.
func filled(all []placed, doc *proposal.Proposal) (string, []int) {
	var b strings.Builder
	var lines []int
	line := func(of int, text string) {
		b.WriteString(text + "\n")
		lines = append(lines, of)
	}
	line(-1, "format: "+pack.Format)
	section := func(head, under string, in func(placed) bool) {
		for i, s := range slices.DeleteFunc(slices.Clone(all), func(s placed) bool { return !in(s) }) {
			if i == 0 {
				line(-1, head)
			}
			line(s.at, under+s.inPack())
		}
	}
	section("evidence:", "  ", func(s placed) bool { return s.under(paths.Evidence) })
	line(-1, "questions:")
	section("  "+pack.Dates+":", "    ", func(s placed) bool { return !s.under(paths.Evidence) && !s.under(paths.Answers) })
	for _, s := range all {
		if s.under(paths.Answers) {
			line(s.at, "  "+s.inPack())
		}
	}
	return b.String(), lines
}

// placed is a statement with its place among those that are said together.
type placed struct {
	Statement
	at int
}

func (s *Statement) under(p paths.Path) bool { return strings.HasPrefix(s.Path, p.Under("")) }

// inPack gives the key and the value that stand for a statement in a pack.
func (s *Statement) inPack() string {
	value := s.Value
	full := strings.HasPrefix(value, "{") && !s.under(paths.Evidence)
	if s.Because != "" {
		value, full = "{is: "+value+", because: "+strconv.Quote(s.Because)+"}", true
	}
	if s.Board != "" {
		value, full = "{views: {"+s.Board+": "+value+"}}", true
	}
	for _, p := range []paths.Path{paths.Evidence, paths.Answers} {
		if id, is := strings.CutPrefix(s.Path, p.Under("")); is {
			if p == paths.Answers && !full {
				value = "{is: " + value + "}"
			}
			return strconv.Quote(id) + ": " + value
		}
	}
	called := s.Called
	if called == "" {
		called = s.Path
	}
	return strconv.Quote(called) + ": " + value
}

// begin says what no pack of questions asks for: the title, and who the two organisations are. It gives the conversation
// with that, and what else there is to say.
func (c *Conversation) begin(all []Statement) (*Conversation, []placed, []Wrong) {
	var rest []placed
	var wrong []Wrong
	var sets []edit.Set
	var ids []string
	for i, s := range all {
		keys := strings.Split(s.Path, ".")
		switch {
		case s.Path == string(paths.Title):
			if v := c.doc.Root.Find(paths.Title); v.Known() && !proposal.SameText(v.Word, node(s.Value).Value) {
				wrong = append(wrong, Wrong{i, source.Diagnostic{Found: "another title than the one that it has", Expected: strconv.Quote(source.Printable(v.Word)), Do: "change it in the document"}})
			} else if !v.Known() {
				sets = append(sets, edit.Set{Path: keys, Value: node(s.Value)})
			}
		case len(keys) == 3 && s.under(paths.Organisations) && keys[2] == name && !c.named():
			sets = append(sets, edit.Set{Path: keys, Value: node(s.Value)})
			ids = append(ids, keys[1])
		default:
			rest = append(rest, placed{s, i})
		}
	}
	if len(wrong) > 0 || len(sets) == 0 {
		return c, rest, wrong
	}
	if len(ids) == 2 && ids[0] == ids[1] {
		return c, nil, []Wrong{{-1, source.Diagnostic{Found: "two organisations under the one id " + strconv.Quote(ids[0]), Expected: "an id for each", Do: ""}}}
	}
	file, ds := source.Parse(c.file.Label, c.file.Data)
	if len(ds) == 0 {
		var text []byte
		if text, ds = edit.Apply(file, sets, order); len(ds) == 0 {
			changed := c.file
			changed.Data = text
			var begun *Conversation
			if begun, ds = c.On(changed); len(ds) == 0 {
				return begun, rest, nil
			}
		}
	}
	for _, d := range ds {
		wrong = append(wrong, Wrong{-1, d})
	}
	return c, nil, wrong
}

// node gives a value as the node that it is in a document.
func node(value string) *source.Node {
	file, wrong := source.Parse(said, []byte("partner: "+value+"\n"))
	if len(wrong) > 0 {
		return &source.Node{Kind: source.Scalar, Tag: "!!str", Value: value}
	}
	n := *source.Resolve(source.Resolve(file.Root).Content[1])
	if n.Kind == source.Scalar {
		n.Tag, n.Style = "!!str", 0
	}
	return &n
}

// order gives the usual order of the keys of a document; the two organisations stand as they were named.
func order(path []string) []string {
	if len(path) > 0 {
		return nil
	}
	var keys []string
	for _, f := range proposal.Model.Fields {
		keys = append(keys, f.Key)
	}
	return keys
}
