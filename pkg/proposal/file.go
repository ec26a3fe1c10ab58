package proposal

import (
	"io/fs"
	"path"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// File is what a proposal is read from.
type File struct {
	Label  string // what messages and reports call it
	Data   []byte
	Files  fs.FS    // the folder that it lies in, where an organisation's `from:` is opened; nil where none may be
	Each   []string // ids, without what tells the side, of what is asked of each organisation apart
	Folder string   // what messages put before the path of a file in that folder, such as "proposals/" or "HEAD:"
}

// Called gives what messages and reports call a file of the folder, by its path there.
func (f File) Called(path string) string { return f.Folder + path }

// Read reads a proposal. All errors of the document come back at once; the proposal may be used only where
// there are none, and nothing changes it after that.
func (f File) Read() (*Proposal, source.Diagnostics) {
	p := &Proposal{Label: f.Label, byID: map[string]Piece{}, each: f.Each}
	file, wrong := source.Parse(f.Label, f.Data)
	if len(wrong) > 0 {
		return p, f.rest(p, file, wrong)
	}
	r := &reader{p: p, from: f, file: file}
	p.files = []*source.File{file}
	r.sides = named(file.Root)
	p.Root = r.read(Model, file.Root, nil, "")
	r.whole()
	r.references()
	r.wrong.Sort()
	return p, r.wrong.Limited()
}

// rest reads what is left of a file that is no YAML as a whole, and gives what is wrong with all of it. What the
// sections say of each other is not known then.
func (f File) rest(p *Proposal, file *source.File, wrong source.Diagnostics) source.Diagnostics {
	if file.Rest == nil {
		return wrong
	}
	r := &reader{p: p, from: f, file: file, wrong: wrong, sides: named(file.Rest)}
	r.unnamed = len(r.sides) == 0
	p.files = []*source.File{file}
	p.Root = r.read(Model, file.Rest, nil, "")
	if v := p.Root.Find(paths.Version); v != nil {
		r.version(v)
	}
	if orgs := p.Root.Find(paths.Organisations).items(); len(orgs) == len(p.Organisations) {
		copy(p.Organisations[:], orgs)
	}
	r.wrong.Sort()
	return r.wrong.Limited()
}

// Read reads a proposal from a plain file.
func Read(name string, data []byte, files fs.FS) (*Proposal, source.Diagnostics) {
	return Plainly(name, data, files).Read()
}

// Plainly is a plain file: the name is its label, and what stands before its last slash goes before the names of
// files beside it.
func Plainly(name string, data []byte, files fs.FS) File {
	f := File{Label: name, Data: data, Files: files}
	if folder := path.Dir(name); folder == "/" {
		f.Folder = folder
	} else if folder != "." {
		f.Folder = folder + "/"
	}
	return f
}
