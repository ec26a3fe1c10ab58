package proposal

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// entries reads the register of an organisation.
func (r *reader) entries(n *source.Node, organisation *Value) {
	entries := r.read(Model.Find(paths.Evidence), n, organisation.Parent.Parent, "evidence")
	owner := organisation.Key
	if r.file == r.p.files[0] { // described in the file of the proposal itself
		owner = ""
	}
	r.registers = append(r.registers, register{r.file, owner, entries.Items, nil})
}

// register reads a mapping from ids to mappings.
func (r *reader) register(v *Value, n *source.Node) {
	if n.Kind != source.Mapping {
		r.report(n, describe(n)+" for "+v.Path(), "a mapping from ids to mappings", "")
		return
	}
	v.State = Given
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		of := k.Value
		if name, rest, is := strings.Cut(of, "/"); is && asks(v.Field) && name != "" { // of a catalogue that may be laid over the built-in one
			of = name + rest
		}
		r.id(k, of)
		if v.Field.Kind == Organisations {
			v.Items = append(v.Items, r.organisation(v, k, c))
			continue
		}
		key, each := k.Value, false
		if asks(v.Field) {
			key, each = r.eachOf(key)
		}
		item := r.value(v.Field, k, v, key)
		if each {
			r.once(v, item, k)
		}
		if unknown(c) {
			item.State = Given
		} else if c.Kind != source.Mapping {
			r.report(c, describe(c)+" for "+item.Path(), "a mapping with the keys "+source.Listed(keysOf(v.Field)), "")
		} else {
			r.fieldsOf(item, c)
		}
		v.Items = append(v.Items, item)
	}
}

// asks reports whether what stands under ids there is about criteria.
func asks(f *Field) bool {
	return f.Key == string(paths.Conditions) || f.Key == string(paths.Departures)
}

// id checks that an id, which stands at a node, is written in small letters, digits and hyphens.
func (r *reader) id(k *source.Node, s string) {
	if !isID(s) {
		r.report(k, "the id "+quoted(k.Value), "small letters, digits and hyphens", "write it like `annual-report-2014`")
	}
}

// isID reports whether a text is written as ids are.
func isID(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' })
}

func (r *reader) organisation(parent *Value, k, n *source.Node) *Value {
	o := r.value(parent.Field, k, parent, k.Value)
	if unknown(n) {
		o.State = Given
		return o
	}
	if n.Kind != source.Mapping {
		r.report(n, describe(n)+" for "+o.Path(), "a mapping with the keys "+source.Listed(keysOf(parent.Field))+", or `from:` with a file", "")
		return o
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value != "from" {
			continue
		}
		if len(n.Content) > 2 {
			r.report(n.Content[i], "`from` beside other keys", "`from` alone", "move the other keys into the file")
			return o
		}
		r.organisationFile(o, source.Resolve(n.Content[i+1]))
		return o
	}
	r.fieldsOf(o, n)
	return o
}

// organisationFile reads an organisation from a file of its own, below the proposal's folder.
func (r *reader) organisationFile(o *Value, n *source.Node) {
	o.State = Given
	if !r.organisationRead(o, n) {
		r.unread = append(r.unread, o)
	}
}

// organisationRead reads an organisation's own file and reports whether it could be read.
func (r *reader) organisationRead(o *Value, n *source.Node) bool {
	if n.Kind != source.Scalar || n.Value == "" {
		r.report(n, describe(n)+" for `from`", "the path of a file below the proposal's folder", "")
		return false
	}
	if len(o.Parent.Items) >= 2 {
		return true // a third is refused as such: no file is opened for it
	}
	if r.from.Files == nil {
		r.report(n, "`from` in a document that has no folder", "the organisation inline", "write its keys here, or read the proposal from a file")
		return false
	}
	name := n.Value
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:") {
		r.report(n, "the path "+quoted(name)+" for `from`", "a path below the proposal's folder, without `..`, and not absolute", "move the file below the proposal")
		return false
	}
	data, err := readFile(r.from.Files, name)
	var known *source.Unreadable
	switch {
	case errors.As(err, &known):
		r.report(n, "the file "+quoted(name)+" cannot be read ("+known.Reason+")", "", known.Do)
		return false
	case err != nil:
		r.report(n, "the file "+quoted(name)+" cannot be read ("+reason(err)+")", "a file below the proposal's folder", "mend the path; a link that leads out of the folder is not followed")
		return false
	}
	file, wrong := source.Parse(r.from.Called(name), data)
	if len(wrong) > 0 {
		r.wrong = append(r.wrong, wrong...)
		return false
	}
	r.p.files = append(r.p.files, file)
	outer := r.file
	r.file = file
	defer func() { r.file = outer }()
	return r.organisationRoot(o, file)
}

// organisationRoot reads what the file of an organisation holds, and reports whether it is one.
func (r *reader) organisationRoot(o *Value, file *source.File) bool {
	root := source.Resolve(file.Root)
	if root.Kind != source.Mapping {
		r.report(root, describe(root), "an organisation: a mapping with the keys "+source.Listed(keysOf(o.Field)), "")
		return false
	}
	r.fieldsOf(o, root)
	return true
}

// readFile reads a plain file of at most the size of a document, and one byte more, so that one that is too large is seen to be.
func readFile(files fs.FS, name string) ([]byte, error) {
	if info, err := fs.Stat(files, name); err != nil { // before it is opened: a pipe would keep its reader waiting
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errors.New("not a plain file")
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, source.MaxBytes+1))
}

// reason gives an error of the file system without its path, which may be one of this machine.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}
