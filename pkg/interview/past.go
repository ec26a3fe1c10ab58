package interview

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Turn is a question that was asked in this conversation, with what was answered.
type Turn struct {
	Question Question
	Answer   Answer // one that says nothing where the question was passed over

	says   []Statement
	files  []pack.Edited // that it changed
	before *Conversation
}

// Said says what was answered, in words; "" where nothing was.
func (t *Turn) Said() string {
	if len(t.says) == 0 {
		return ""
	}
	text := strings.Join(t.Answer.Words, ", ")
	if why := Clean(t.Answer.Because); why != "" {
		text += ": " + why
	}
	return Clean(text)
}

// Past gives what was asked in this conversation and can be answered anew, the first question first: all of it, or what
// came after somebody else last changed the proposal.
func (c *Conversation) Past() []Turn { return slices.Clone(c.past) }

// and gives the past with one turn more, which was taken here.
func (c *Conversation) and(t Turn) []Turn {
	t.before = c
	return append(slices.Clone(c.past), t)
}

// stands reports whether a file, and those that its organisations come from, are as this conversation left them.
func (c *Conversation) stands(file proposal.File) bool {
	if !bytes.Equal(file.Data, c.file.Data) {
		return false
	}
	for from := range c.before(0) {
		here, err := fs.ReadFile(c.file.Files, from)
		there, wrong := fs.ReadFile(file.Files, from)
		if err != nil || wrong != nil || !bytes.Equal(here, there) {
			return false
		}
	}
	return true
}

// before gives what the files of organisations held before a turn that this and later ones change.
func (c *Conversation) before(turn int) map[string][]byte {
	was := map[string][]byte{}
	for _, t := range c.past[min(turn, len(c.past)):] {
		for _, e := range t.files {
			if _, is := was[e.From]; !is && e.From != "" {
				was[e.From] = e.Before
			}
		}
	}
	return was
}

// Revise answers a question of the past anew, by its place there, and says again what was answered after it. What no longer
// fits is given as the questions that it was the answer to: it is taken out, and open again.
func (c *Conversation) Revise(turn int, a Answer) (Step, []string, []Wrong) {
	t := &c.past[turn]
	undo := pack.Merged{}
	for from, text := range c.before(turn) {
		undo.Files = append(undo.Files, pack.Edited{From: from, After: text})
	}
	then, ds := Resume(undo.Onto(t.before.file), c.cat, c.o)
	if len(ds) > 0 {
		return Step{}, nil, []Wrong{{-1, ds[0]}}
	}
	then.passed, then.past = t.before.passed, t.before.past
	s, wrong := then.Answer(&t.Question, a)
	if len(wrong) > 0 {
		return Step{}, nil, wrong
	}
	called := renamed(t, s.Conversation.past[turn].says)
	var gone []string
	for i := range c.past[turn+1:] {
		later := &c.past[turn+1+i]
		next, ok := s.Conversation.again(later, called)
		if !ok {
			gone = append(gone, later.Question.Asks)
			continue
		}
		next.Notes = append(s.Notes, next.Notes...)
		s = next
	}
	return c.changed(s), gone, nil
}

// again says what was said in a turn, where that still can be said.
func (c *Conversation) again(t *Turn, called map[string]string) (Step, bool) {
	q := t.Question
	if len(called) > 0 { // it names organisations as they are called now
		for _, open := range c.Questions() {
			if open.ID == underID(q.ID, called) {
				q = open
			}
		}
	}
	if len(t.says) == 0 {
		return Step{Conversation: c.Pass(&q)}, true
	}
	var all []Statement
	for _, s := range t.says {
		all = append(all, s.by(c, called))
	}
	s, wrong := c.Say(all)
	if len(wrong) > 0 { // an entry may be called otherwise now, and stand where it stood
		for i := range all {
			all[i].Called = c.doc.Named(all[i].Path)
		}
		s, wrong = c.Say(all)
	}
	if len(wrong) > 0 {
		return Step{}, false
	}
	s.Conversation.past = c.and(Turn{Question: q, Answer: t.Answer, says: all, files: s.Files})
	return s, true
}

// renamed gives the new ids of organisations by the old ones, where who the two are was answered anew.
func renamed(t *Turn, says []Statement) map[string]string {
	ids := map[string]string{}
	if t.Question.ID == string(paths.Organisations) && len(says) == len(t.says) {
		for i := range says {
			ids[strings.Split(t.says[i].Path, ".")[1]] = strings.Split(says[i].Path, ".")[1]
		}
	}
	return ids
}

// underID gives a path with the id by which an organisation is called now.
func underID(path string, called map[string]string) string {
	keys := strings.Split(path, ".")
	if id, is := called[keys[min(1, len(keys)-1)]]; is && keys[0] == string(paths.Organisations) {
		keys[1] = id
	}
	return strings.Join(keys, ".")
}

// by gives a statement with the ids by which organisations are called now.
func (s Statement) by(c *Conversation, called map[string]string) Statement {
	s.Path, s.Called = underID(s.Path, called), underID(s.Called, called)
	if id, is := called[s.Board]; is {
		s.Board = id
	}
	place, found, _ := c.doc.Leads(s.Path)
	if f := place.Field; found == "" && f != nil && (f.Kind == proposal.Reference || f.Kind == proposal.List && f.Of.Kind == proposal.Reference) {
		list, is := strings.CutPrefix(s.Value, "[")
		items := strings.Split(strings.TrimSuffix(list, "]"), ", ")
		for i, x := range items {
			if id, is := called[x]; is {
				items[i] = id
			}
		}
		if s.Value = strings.Join(items, ", "); is {
			s.Value = "[" + s.Value + "]"
		}
	}
	return s
}

// changed gives a step with the files that it changes of those of this conversation.
func (c *Conversation) changed(s Step) Step {
	s.Files = nil
	if !bytes.Equal(c.file.Data, s.file.Data) {
		s.Files = append(s.Files, pack.Edited{Name: c.file.Label, Before: c.file.Data, After: s.file.Data})
	}
	froms := c.before(0)
	for from := range s.before(0) {
		froms[from] = nil
	}
	for _, from := range slices.Sorted(maps.Keys(froms)) {
		was, err := fs.ReadFile(c.file.Files, from)
		is, wrong := fs.ReadFile(s.file.Files, from)
		if err == nil && wrong == nil && !bytes.Equal(was, is) {
			s.Files = append(s.Files, pack.Edited{Name: c.file.Called(from), From: from, Before: was, After: is})
		}
	}
	s.Merged.Files = s.Files
	return s
}
