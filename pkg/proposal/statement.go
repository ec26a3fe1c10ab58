package proposal

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"partner/pkg/source"
)

// full unwraps {is: …, because: …, evidence: …} around a list; anything else is given back as it is. It
// gives nil for what it has reported.
func (r *reader) full(v *Value, n *source.Node) *source.Node {
	if n.Kind != source.Mapping {
		return n
	}
	known := []string{"is", "because", "evidence"}
	statement := len(n.Content) == 0
	for i := 0; i < len(n.Content); i += 2 {
		statement = statement || n.Content[i].Value == "views" || slices.Contains(known, n.Content[i].Value)
	}
	if !statement {
		return n // an item without its dash, most likely
	}
	is := &source.Node{Kind: source.Scalar, Tag: "!!null", Line: n.Line, Column: n.Column}
	views := false
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		switch k.Value {
		case "is":
			is = c
		case "because":
			v.Because = r.because(v, c)
		case "evidence":
			v.Evidence = r.evidence(c)
		case "views":
			r.report(k, "`views` for a list", "", "state the views on what stands in the list, or answer the criterion with views under `answers`")
			views = true
		default:
			r.unknownKey(k, known, whereIs(v))
		}
	}
	if views {
		return nil
	}
	return is
}

// statement reads a leaf, bare or full.
func (r *reader) statement(v *Value, n *source.Node) {
	if n.Kind != source.Mapping {
		r.leaf(v, n)
		return
	}
	var is, views *source.Node
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		switch k.Value {
		case "is":
			is = c
		case "because":
			v.Because = r.because(v, c)
		case "evidence":
			v.Evidence = r.evidence(c)
		case "views":
			views = c
		default:
			r.unknownKey(k, []string{"is", "because", "evidence", "views"}, " in the statement "+v.Path())
		}
	}
	switch {
	case is != nil && views != nil:
		r.report(n, "both `is` and `views` for "+v.Path(), "one of them", "use `is` where the organisations agree, `views` where each states it apart")
	case views != nil:
		r.views(v, views)
	case is != nil && is.Kind == source.Mapping:
		r.report(is, "a mapping under `is`", leafExpected(v.Field), "")
	case is != nil && !unknown(is):
		r.leaf(v, is)
	}
}

func (r *reader) views(v *Value, n *source.Node) {
	if n.Kind != source.Mapping || len(n.Content) == 0 {
		found := describe(n)
		if n.Kind == source.Mapping {
			found = "an empty mapping"
		}
		r.report(n, found+" for `views`", "a mapping from organisation ids to what each states", "")
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		view := r.value(v.Field, c, v, k.Value)
		if c.Kind == source.Mapping {
			r.statement(view, c)
		} else if !unknown(c) {
			r.leaf(view, c)
		}
		if len(view.Views) > 0 {
			r.report(c, "`views` within `views`", leafExpected(v.Field), "")
			view.Views = nil
		}
		r.referenceUses = append(r.referenceUses, &Value{Field: &organisationKey, Parent: v, Key: k.Value, Word: k.Value, Pos: r.file.Position(k)})
		v.Views = append(v.Views, view)
	}
	v.say(v.Views)
}

func leafExpected(f *Field) string {
	switch f.Kind {
	case Word:
		words := slices.Clone(f.words())
		if f.RefTo != "" {
			words = append(words, "an id from `"+f.RefTo+"`")
		}
		return source.Listed(append(words, "unknown"))
	case Number:
		return f.Bounds.expected(f.Unit)
	case Date:
		return "a date such as 2014-06-01, 2014-06 or 2014"
	case Reference:
		return "an id from `" + f.RefTo + "`"
	case List:
		return "a list, or [] where there is none"
	}
	return "a text"
}

// leaf reads what a statement is.
func (r *reader) leaf(v *Value, n *source.Node) {
	f := v.Field
	if f.Kind == List {
		r.list(v, n)
		return
	}
	if n.Kind != source.Scalar {
		r.report(n, describe(n)+" for "+v.Path(), leafExpected(f), "")
		return
	}
	v.Word, v.State = n.Value, Given
	good := true
	switch f.Kind {
	case Word:
		if yes := strings.EqualFold(v.Word, "true"); n.Tag == "!!bool" && slices.Contains(f.Words, string(No)) && (!yes || slices.Contains(f.Words, string(Yes))) {
			v.Word = string(No) // what some YAML writers make of yes and no
			if yes {
				v.Word = string(Yes)
			}
		}
		if now := r.current(f, v.Word); now != v.Word {
			r.outdated(n, v, v.Word, now)
			v.Word = now
		}
		switch {
		case slices.Contains(f.Words, v.Word):
		case f.RefTo != "" && r.isSide(v.Word):
		case f.RefTo != "" && r.unnamed && isID(v.Word):
			good = false // it may be the id of an organisation
		case f.Halves() && slices.Contains(HalfWords, AnswerWord(v.Word)):
			good = false // known by half, which is not known: see Half
			r.p.ByHalf = true
		default:
			if !r.enough() {
				r.report(n, quoted(n.Value)+" for "+v.Path(), leafExpected(f), r.meantWord(f, n.Value))
			}
			good = false
		}
	case Text:
		r.unpaired(v, n)
		if strings.TrimSpace(v.Word) == "" {
			v.State = Unknown
		} else if v.Word == "none" {
			v.State = None
		}
	case Number:
		var ok bool
		if v.Number, ok = parseNumber(v.Word); !ok || !f.Bounds.hold(v.Number) {
			r.report(n, quoted(n.Value)+" for "+v.Path(), leafExpected(f), numberDo(f, v.Word))
			good = false
		}
	case Date:
		var ok bool
		if v.From, v.To, ok = parseDate(v.Word); !ok {
			r.report(n, quoted(n.Value)+" for "+v.Path(), leafExpected(f), DateDo(n.Value))
			good = false
		}
	case Reference:
		r.referenceUses = append(r.referenceUses, v)
	}
	if !good {
		v.State = Unknown
	}
}

func (r *reader) list(v *Value, n *source.Node) {
	if n.Kind == source.Scalar && n.Value == "none" {
		v.State = Given
		return
	}
	if n.Kind == source.Scalar && v.Field.Bare {
		v.State = Given
		v.Items = []*Value{r.read(v.Field.Of, n, v, "")}
		return
	}
	if n.Kind != source.Sequence {
		r.report(n, describe(n)+" for "+v.Path(), leafExpected(v.Field), "put each on a line of its own after `- `, or all in [ ]")
		return
	}
	v.State = Given
	for i, c := range r.listed(v, n) {
		if item := r.read(v.Field.Of, c, v, strconv.Itoa(i)); item.State != None {
			v.Items = append(v.Items, item)
		}
	}
}

// noneElse ends a list to which nothing is to be added.
const noneElse = "none-else"

// listed gives what a list names, and notes where it ends with none-else.
func (r *reader) listed(v *Value, n *source.Node) []*source.Node {
	named := n.Content
	if last := len(named) - 1; last >= 0 {
		if end := source.Resolve(named[last]); end.Kind == source.Scalar && end.Value == noneElse {
			named, v.NoneElse = named[:last], true
		}
	}
	for i, c := range named {
		switch c = source.Resolve(c); {
		case c.Kind != source.Scalar:
		case c.Value == noneElse:
			r.report(c, "`none-else` before the end of "+v.Path(), "it as the last of the list", "")
			return slices.Delete(slices.Clone(named), i, i+1)
		case unknown(c) && v.NoneElse:
			r.report(c, "`unknown` in "+v.Path()+", which ends with `none-else`", "one of the two", "say `unknown` where there may be more, and `none-else` where there is not")
		}
	}
	return named
}

func (r *reader) because(v *Value, n *source.Node) string {
	if n.Kind != source.Scalar {
		r.report(n, describe(n)+" for `because`", "a text", "")
		return ""
	}
	if unknown(n) || n.Value == "none" {
		return ""
	}
	r.unpaired(v, n)
	return strings.TrimSpace(n.Value)
}

// closing are the quotes that end a text, each with those that may begin it.
var closing = map[rune]string{'"': `"`, '”': "“„”"}

// unpaired notes where a plain text ends with a quote that it never began. An apostrophe is none.
func (r *reader) unpaired(v *Value, n *source.Node) {
	text := strings.TrimSpace(n.Value)
	last, size := utf8.DecodeLastRuneInString(text)
	begin, is := closing[last]
	if !is || !slices.Contains(r.p.files, r.file) || n.Style&(source.Single|source.Double|source.Literal|source.Folded) != 0 {
		return
	}
	before := text[:len(text)-size]
	ends := strings.Count(before, string(last))
	open := 0
	for _, c := range before {
		if c != last && strings.ContainsRune(begin, c) {
			open++
		}
	}
	if open > ends || open == 0 && ends%2 == 1 {
		return
	}
	r.p.Unpaired = append(r.p.Unpaired, Unpaired{v, last, r.file.EndOf(n, last)})
}

func (r *reader) evidence(n *source.Node) []string {
	nodes := n.Content
	switch n.Kind {
	case source.Scalar:
		if unknown(n) || n.Value == "none" {
			return nil
		}
		nodes = []*source.Node{n}
	case source.Mapping:
		r.report(n, "a mapping for `evidence`", "ids from the register `evidence` at the end of the document, such as [annual-report]", "")
		return nil
	}
	ids := make([]string, 0, len(nodes)) // which never moves: uses point into it
	for _, c := range nodes {
		c = source.Resolve(c)
		if c.Kind != source.Scalar {
			r.report(c, describe(c)+" for `evidence`", "an id from the register `evidence`", "")
			continue
		}
		ids = append(ids, c.Value)
		r.evidenceUses = append(r.evidenceUses, use{&ids[len(ids)-1], c, r.file})
	}
	if len(ids) == 0 {
		return nil
	}
	return ids
}
