package pack

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Neighbour is another file that may be a proposal which shares organisations' files with the one that is merged into.
type Neighbour struct {
	proposal.File
	Below string // its folder, from that of the proposal: "." for the same one
}

// Shared gives the folders, from that of the proposal, in which proposals may stand that share a file which the
// merge changes: the proposal's own and those of the files. It is empty where no such file changes.
func (m *Merged) Shared() []string {
	var folders []string
	for _, e := range m.Files {
		if e.From == "" {
			continue
		}
		if len(folders) == 0 {
			folders = append(folders, ".")
		}
		if folder := path.Dir(e.From); folder != "." {
			folders = append(folders, folder)
		}
	}
	return folders
}

// Spares reports what the merge would do to other proposals: it notes those that could not be read before, and
// gives what is wrong with those that could be and could not be any more. Then nothing should be written.
func (m *Merged) Spares(others []Neighbour, cat *catalogue.Catalogue) source.Diagnostics {
	var wrong source.Diagnostics
	for _, o := range others {
		changed := m.changedFor(o)
		if len(changed) == 0 {
			continue
		}
		_, was := document.Read(o.File, cat)
		after := o.File
		after.Files = merged{o.Files, changed}
		_, is := document.Read(after, cat)
		switch {
		case len(was) > 0:
			m.Notes = append(m.Notes, o.Label+", which shares a file, could not be read before: "+was[0].Error())
		case len(is) > 0:
			wrong = append(wrong, m.filled.harm(o.Label+", which shares a file, could not be read any more", is))
		}
	}
	return wrong
}

// changedFor gives the changed files that organisations of a proposal come from, by their paths there.
func (m *Merged) changedFor(o Neighbour) map[string][]byte {
	changed := map[string][]byte{}
	if !bytes.Contains(o.Data, []byte("from")) {
		return nil
	}
	file, wrong := source.Parse(o.Label, o.Data)
	for _, e := range m.Files {
		if e.From == "" {
			continue
		}
		there, below := e.From, true
		if o.Below != "." {
			there, below = strings.CutPrefix(e.From, o.Below+"/")
		}
		switch {
		case !below:
		case len(wrong) > 0 && bytes.Contains(o.Data, []byte(path.Base(there))): // as far as can be told
			changed[there] = e.After
		case len(wrong) == 0 && comesFrom(file.Root, there):
			changed[there] = e.After
		}
	}
	return changed
}

// comesFrom reports whether an organisation of a proposal comes from a file.
func comesFrom(root *source.Node, file string) bool {
	organisations := child(root, string(paths.Organisations))
	if organisations == nil || organisations.Kind != source.Mapping {
		return false
	}
	for i := 1; i < len(organisations.Content); i += 2 {
		if from := child(organisations.Content[i], "from"); from != nil && from.Value == file {
			return true
		}
	}
	return false
}

// merged is the folder of a proposal with some files as they will be.
type merged struct {
	fs.FS
	text map[string][]byte
}

// Open opens a file as it will be.
func (m merged) Open(name string) (fs.File, error) {
	f, err := m.FS.Open(name)
	if text, ok := m.text[name]; ok && err == nil {
		return &textFile{f, bytes.NewReader(text)}, nil
	}
	return f, err
}

// textFile is a file that reads as another text.
type textFile struct {
	fs.File
	*bytes.Reader
}

// Read reads the text that it will hold.
func (f *textFile) Read(b []byte) (int, error) { return f.Reader.Read(b) }
