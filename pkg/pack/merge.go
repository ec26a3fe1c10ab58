package pack

import (
	"io/fs"
	"slices"
	"strconv"

	"partner/pkg/catalogue"
	"partner/pkg/internal/edit"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Merged is what a merge comes to.
type Merged struct {
	Files []Edited // those that change, the proposal first
	Notes []string // what whoever merges should know, each in a clause

	filled *Filled
}

// Edited is a file with what is filled in.
type Edited struct {
	Name   string // as messages call it
	From   string // the path below the proposal's folder where an organisation comes from it; "" for the proposal itself
	Before []byte
	After  []byte
}

// Onto gives a proposal's file as it will be, with what the files hold then that its organisations come from.
func (m *Merged) Onto(file proposal.File) proposal.File {
	text := map[string][]byte{}
	for _, e := range m.Files {
		if e.From == "" {
			file.Data = e.After
		} else {
			text[e.From] = e.After
		}
	}
	if len(text) > 0 {
		file.Files = merged{file.Files, text}
	}
	return file
}

// Merge puts what a filled pack says into the files of the proposal that it was filled in on: the facts of an
// organisation that comes from a file of its own into that file, everything else into the file that the
// proposal was read from. All that the pack does not speak of stays as it is, comments and layout included.
// What the proposal says otherwise is never overwritten: that, and whatever else stands in the way, comes back
// as diagnostics, and then nothing is given. What comes out has been read and verified again.
func Merge(file proposal.File, doc *proposal.Proposal, cat *catalogue.Catalogue, filled *Filled) (Merged, source.Diagnostics) {
	m := &merger{filled: filled, doc: doc, cat: cat, file: file}
	main := m.parse(file.Label, "", file.Data)
	if len(m.wrong) > 0 {
		return Merged{}, m.wrong
	}
	m.organisations(main)
	for i := range filled.Said {
		m.say(&filled.Said[i])
	}
	m.registers()
	if len(m.wrong) > 0 {
		m.wrong.Sort()
		return Merged{}, m.wrong.Limited()
	}
	return m.apply()
}

// target is a file that may be changed.
type target struct {
	*source.File
	from string
	sets []edit.Set
}

type merger struct {
	filled  *Filled
	doc     *proposal.Proposal
	cat     *catalogue.Catalogue
	judged  *judge.Judgement // of the proposal, once it is asked for
	file    proposal.File
	targets []*target
	of      map[string]*target // the files of organisations that come from one, by id
	notes   []string
	wrong   source.Diagnostics
}

func (m *merger) parse(name, from string, data []byte) *target {
	file, wrong := source.Parse(name, data)
	m.wrong = append(m.wrong, wrong...)
	t := &target{File: file, from: from}
	m.targets = append(m.targets, t)
	return t
}

// organisations opens the files that organisations come from.
func (m *merger) organisations(main *target) {
	m.of = map[string]*target{}
	for _, o := range m.doc.Organisations {
		from := child(child(child(main.Root, string(paths.Organisations)), o.Key), "from")
		if from == nil {
			continue
		}
		i := slices.IndexFunc(m.targets, func(t *target) bool { return t.from == from.Value })
		if i >= 0 {
			m.of[o.Key] = m.targets[i]
			continue
		}
		data, err := fs.ReadFile(m.file.Files, from.Value)
		if err != nil {
			m.wrong = append(m.wrong, main.At(from, "the file "+strconv.Quote(from.Value)+" cannot be read any more", "", "try again"))
			continue
		}
		m.of[o.Key] = m.parse(m.file.Called(from.Value), from.Value, data)
	}
}

// child gives what stands under a key or an index, or nil.
func child(n *source.Node, key string) *source.Node {
	if n == nil {
		return nil
	}
	n = source.Resolve(n)
	switch n.Kind {
	case source.Mapping:
		for i := 0; i < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return source.Resolve(n.Content[i+1])
			}
		}
	case source.Sequence:
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(n.Content) {
			return source.Resolve(n.Content[i])
		}
	}
	return nil
}

// target gives the file that a place lies in, with the keys that lead to it there.
func (m *merger) target(keys []string) (*target, []string) {
	if len(keys) > 1 && paths.Path(keys[0]) == paths.Organisations {
		if t := m.of[keys[1]]; t != nil {
			return t, keys[2:]
		}
	}
	if len(keys) == 2 && paths.Path(keys[0]) == paths.Answers { // what has another name now stays under the one that it has
		for _, o := range m.doc.Outdated {
			if o.Place.Path() == paths.Answers.Under(keys[1]) && o.New == keys[1] {
				return m.targets[0], []string{keys[0], o.Old}
			}
		}
	}
	return m.targets[0], keys
}
