package pack

import (
	"regexp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/internal/edit"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Filled is a pack that has been filled in: what it says, and nothing of what it leaves empty.
type Filled struct {
	Name     string   // its file's name
	For      string   // the id of the organisation that fills it in, "" where it is for both
	Notes    []string // what whoever merges it should know, each in a sentence
	By, On   string   // who answers and when, as the form says; empty where it does not
	Said     []Said   // in the order of the file
	Evidence []Said   // new entries of the register of evidence
	file     *source.File
	at       map[int]string // where each line stands in the form that it was made of; nil for a pack in YAML
}

// Said is one thing that a pack says.
type Said struct {
	Place proposal.Place  // where it goes; its Path is empty for evidence
	Value *proposal.Value // what it says
	Path  string          // organisations.north.finance.position, answers.ID, evidence.ID
	key   *source.Node    // where the pack says it
	node  *source.Node    // what stands there, without what is left empty
}

// Read reads a pack that has been filled in on a proposal. Whatever it holds that has no place in a pack or
// in the proposal is an error at its line and column; all of them come back at once. What is left empty,
// or says `unknown` and no more, is left out.
func Read(name string, data []byte, doc *proposal.Proposal, cat *catalogue.Catalogue) (*Filled, source.Diagnostics) {
	return read(name, data, doc, cat, nil)
}

// read reads a pack. Where it was made of a form, at says where each of its lines stands there.
func read(name string, data []byte, doc *proposal.Proposal, cat *catalogue.Catalogue, at map[int]string) (*Filled, source.Diagnostics) {
	f := &Filled{Name: name, at: at}
	file, wrong := source.Parse(name, data)
	f.file = file
	if len(wrong) > 0 {
		for i := range wrong {
			wrong[i] = f.placed(wrong[i])
			wrong[i].Expected = strings.ReplaceAll(wrong[i].Expected, "`partner: 1`", "`format: "+Format+"`")
		}
		return f, wrong
	}
	r := &reader{Filled: f, doc: doc, cat: cat.For(doc), said: map[string]*Said{}}
	r.whole(source.Resolve(file.Root))
	r.wrong.Sort()
	return f, r.wrong.Limited()
}

type reader struct {
	*Filled
	doc   *proposal.Proposal
	cat   *catalogue.Catalogue
	said  map[string]*Said // by path
	ids   []string         // of the evidence that the pack adds
	wrong source.Diagnostics
}

func (r *reader) report(n *source.Node, found, expected, do string) {
	if len(r.wrong) <= source.MaxDiagnostics {
		r.wrong = append(r.wrong, r.placed(r.file.At(n, found, expected, do)))
	}
}

func (r *reader) reportAll(wrong source.Diagnostics) {
	for _, d := range wrong {
		if len(r.wrong) <= source.MaxDiagnostics {
			r.wrong = append(r.wrong, r.placed(d))
		}
	}
}

// keys are the keys of a pack, in the order of a form.
var keys = []string{"format", "proposal", "catalogue", "for", "role", "questions", "evidence"}

func (r *reader) whole(root *source.Node) {
	if root.Kind != source.Mapping {
		r.report(root, "no pack", "a mapping with the keys "+source.Listed(keys), "`partner questions FILE --format yaml` makes one")
		return
	}
	parts := r.mapping(root, keys, "a pack")
	if parts == nil {
		return
	}
	if n := parts["format"]; n == nil {
		r.report(root, "no `format` key", "`format: "+Format+"`", "`partner questions FILE --format yaml` makes a pack")
	} else if n.Value != Format {
		r.report(n, "the format "+quoted(n.Value), Format, "this release reads no other")
	}
	r.header(parts)
	if n := parts["evidence"]; n != nil && !empty(n) {
		r.evidence(n)
	}
	if n := parts["questions"]; n != nil && !empty(n) {
		r.questions(n)
	}
}

// mapping gives what stands under each key of a mapping, after noting keys that it cannot have; nil where it
// is none.
func (r *reader) mapping(n *source.Node, keys []string, what string) map[string]*source.Node {
	if n.Kind != source.Mapping {
		r.report(n, describe(n)+" for "+what, "a mapping with the keys "+source.Listed(keys), "")
		return nil
	}
	parts := map[string]*source.Node{}
	for i := 0; i < len(n.Content); i += 2 {
		k := n.Content[i]
		if !slices.Contains(keys, k.Value) {
			r.report(k, "the unknown key "+quoted(k.Value)+" in "+what, "", oneOf(k.Value, keys))
			continue
		}
		parts[k.Value] = source.Resolve(n.Content[i+1])
	}
	return parts
}

// header checks that the pack belongs to this proposal and to this catalogue.
func (r *reader) header(parts map[string]*source.Node) {
	if n := parts["proposal"]; n != nil {
		about := r.mapping(n, []string{"file", "title"}, "`proposal`")
		title := r.doc.Root.Find(paths.Title).String()
		if t := about["title"]; t != nil && t.Value != title && t.Value != source.Printable(title) {
			r.report(t, "a pack on "+quoted(t.Value), "one on "+quoted(title), "name the proposal that it is on; if that has been given another title, write it here")
		}
	}
	if n := parts["catalogue"]; n != nil {
		is := r.mapping(n, []string{"version", "hash"}, "`catalogue`")
		if h := is["hash"]; h != nil && h.Value != r.cat.Hash {
			r.Notes = append(r.Notes, "the pack was made with another catalogue ("+source.Printable(h.Value)+"); what it asks may have changed since")
		}
	}
	if n := parts["for"]; n != nil && !empty(n) && r.doc.Organisation(n.Value) != nil {
		r.For = n.Value
	} else if n != nil && !empty(n) {
		r.report(n, "the organisation "+quoted(n.Value), "one of the two", oneOf(n.Value, organisations(r.doc)))
	}
	if n := parts["role"]; n != nil && !empty(n) && !slices.Contains(roleIDs(r.cat), n.Value) {
		r.report(n, "the role "+quoted(n.Value), "", oneOf(n.Value, roleIDs(r.cat)))
	}
}

// evidence reads the entries for the register.
func (r *reader) evidence(n *source.Node) {
	if n.Kind != source.Mapping {
		r.report(n, describe(n)+" for `evidence`", "a mapping from ids to mappings", "write it like minutes-may: {kind: internal, title: …}")
		return
	}
	n = stripped(n)
	values, wrong := r.doc.ReadRegister(r.file, n)
	r.reportAll(wrong)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		r.ids = append(r.ids, k.Value)
		if v := i / 2; v < len(values) {
			r.Evidence = append(r.Evidence, Said{Value: values[v], Path: paths.Evidence.Under(k.Value), key: k, node: pruned(n.Content[i+1])})
		}
	}
}

func (r *reader) questions(n *source.Node) {
	if n.Kind != source.Mapping {
		r.report(n, describe(n)+" for `questions`", "a mapping from the ids of criteria", "")
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		criterion := asked(r.cat, r.doc.EachOf(k.Value))
		switch {
		case criterion == nil:
			do := "`partner criteria` lists them"
			if near := source.DidYouMean(k.Value, r.cat.CriterionIDs()); near != "" {
				do = near
			}
			r.report(k, "the unknown question "+quoted(k.Value), "the id of a criterion", do)
		case criterion.Kind == catalogue.Remark:
			r.report(k, quoted(k.Value)+", which is a remark and asks nothing", "", "remove it")
		case empty(c):
		case c.Kind != source.Mapping:
			r.report(c, describe(c)+" for "+k.Value, "`is:` with the answer, or places with what stands there", "")
		default:
			r.question(criterion, k, c)
		}
	}
}

// answering are the keys by which a question is answered as such.
var answering = []string{"is", "because", "evidence", "views"}

func (r *reader) question(c *catalogue.Criterion, key, n *source.Node) {
	answer := &source.Node{Kind: source.Mapping, Tag: "!!map", Line: key.Line, Column: key.Column}
	for i := 0; i < len(n.Content); i += 2 {
		k, v := n.Content[i], source.Resolve(n.Content[i+1])
		if slices.Contains(answering, k.Value) {
			answer.Content = append(answer.Content, k, v)
			continue
		}
		path, found, do := r.doc.Numbered(k.Value)
		place := proposal.Place{}
		if found == "" {
			place, found, do = r.doc.Leads(path)
		}
		switch {
		case found == "" && byNumber.MatchString(k.Value):
			r.report(k, "the place "+quoted(k.Value)+", which tells an entry by its number alone", "its id or its words", r.call(k.Value))
		case found != "":
			if near := source.DidYouMean(k.Value, answering); near != "" && !strings.Contains(k.Value, ".") {
				do = near
			}
			r.report(k, found, "", do)
		case reserved(place):
			r.report(k, "the place "+quoted(k.Value)+", which no question asks for", "", reservedDo(place))
		case !place.Field.Leaf() && place.Field.Kind != proposal.Items || place.Item && place.Field.Leaf() && place.Field.Kind != proposal.List:
			r.report(k, "the place "+quoted(k.Value)+", which holds more than one fact", "the place of one fact", "use "+source.Listed(below(r.doc, place)))
		default:
			r.fact(place, k, v)
		}
	}
	r.answer(c, key, stripped(spoken(answer)))
}

// byNumber matches a path that goes through an entry of a list by its number: that is another entry once one has
// been put above it.
var byNumber = regexp.MustCompile(`\[[0-9]+\].`)

// call says what the entries of the list may be called that a path goes through by number first.
func (r *reader) call(path string) string {
	list := path[:byNumber.FindStringIndex(path)[0]]
	calls := r.doc.Calls(list)
	if len(calls) == 0 {
		return "give the list as a whole, or write it in by hand"
	}
	key := list[strings.LastIndexByte(list, '.')+1:]
	for i, c := range calls {
		calls[i] = key + "[" + c + "]"
	}
	return "use " + source.Listed(calls)
}

// reserved reports whether a place is none that a question may ask for.
func reserved(p proposal.Place) bool {
	switch paths.Path(p.Keys[0]) {
	case paths.Arrangement:
		return len(p.Keys) == 1
	case paths.Organisations:
		return len(p.Keys) < 3
	}
	return paths.Path(p.Path) != paths.AsOf
}

func reservedDo(p proposal.Place) string {
	switch paths.Path(p.Keys[0]) {
	case paths.Answers:
		return "answer under the criterion's id, with `is:`"
	case paths.Evidence:
		return "put it under `evidence:` at the end"
	}
	return "write it into the proposal"
}

// below gives the paths of what a section holds.
func below(doc *proposal.Proposal, p proposal.Place) []string {
	var paths []string
	for _, f := range p.Field.Fields {
		paths = append(paths, p.Path+"."+f.Key)
	}
	if p.Field.Kind == proposal.ByOrganisation {
		for _, id := range organisations(doc) {
			paths = append(paths, p.Path+"."+id)
		}
	}
	return paths
}

func (r *reader) fact(place proposal.Place, key, n *source.Node) {
	n = stripped(spoken(n))
	if empty(n) && !(place.Item && n.Value == "none") {
		return
	}
	if place.Item {
		n = asList(n)
	}
	v, wrong := r.doc.ReadAt(r.file, place, n, r.ids)
	r.reportAll(wrong)
	if len(wrong) == 0 {
		r.add(Said{Place: place, Value: v, Path: place.Path, key: key, node: pruned(n)})
	}
}

func (r *reader) answer(c *catalogue.Criterion, key, n *source.Node) {
	if empty(n) {
		return
	}
	if c.ID == Dates {
		r.report(n.Content[0], "`"+n.Content[0].Value+"` for the dates", "each date at its place", "write it after "+string(paths.Decision)+" or "+string(paths.Starts))
		return
	}
	if !slices.ContainsFunc(n.Content, func(k *source.Node) bool { return k.Value == "is" || k.Value == "views" }) {
		r.report(n.Content[0], "`"+n.Content[0].Value+"` without an answer", "`is:` with "+source.Listed(answerWords(c)), "write `is: unknown` if that is the reason why it is not known")
		return
	}
	v, wrong := r.doc.ReadAnswer(r.file, c.ID, n, r.ids)
	r.reportAll(wrong)
	if len(wrong) > 0 {
		return
	}
	if c.Gate.Always && v.Is(string(proposal.NotApplicable)) {
		r.report(n, "`not-applicable` for "+quoted(c.ID)+", which its source calls essential", source.Listed(answerWords(c)), "answer it; where its aim is reached in another way, say how under other-means")
		return
	}
	r.add(Said{Place: proposal.Place{Keys: []string{string(paths.Answers), c.ID}, Field: v.Field}, Value: v, Path: paths.Answers.Under(c.ID), key: key, node: pruned(n)})
}

// add takes up one thing that is said, once; twice it has to be the same.
func (r *reader) add(s Said) {
	s.node = bareOf(s.node)
	if r.For != "" {
		for _, v := range s.Value.Views {
			if v.Key != r.For {
				r.report(s.key, "what "+quoted(v.Key)+" says of "+s.Path+", in a pack for "+quoted(r.For), "", "leave it to a pack for "+v.Key)
				return
			}
		}
	}
	if first := r.said[s.Path]; first != nil {
		if !edit.Same(first.node, s.node) && !first.Value.Alike(s.Value) {
			r.report(s.key, s.Path+" a second time, and differently", "one and the same (first "+r.where(first.key)+")", "remove one of the two")
		}
		return
	}
	r.said[s.Path] = &s
	r.Said = append(r.Said, s)
}
