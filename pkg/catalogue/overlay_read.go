package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"iter"
	"path"
	"reflect"
	"slices"
	"strings"

	"partner/pkg/source"
)

// Files are the files of a folder.
type Files = fs.FS

// OverlayFile is the file that makes a folder an overlay.
const OverlayFile = "overlay.yaml"

// overlayFile is the shape of overlay.yaml.
type overlayFile struct {
	Name      string   `yaml:"name"`
	Title     string   `yaml:"title"`
	Version   string   `yaml:"version"`
	Extends   string   `yaml:"extends"`
	About     string   `yaml:"about"`
	Sources   []Source `yaml:"sources"`
	Strengths []Word   `yaml:"strengths"`
	Criteria  []string `yaml:"criteria"`
	Changes   []later  `yaml:"changes"`
	Off       []later  `yaml:"off"`
}

// later is an entry that is read by itself.
type later struct{}

// UnmarshalYAML leaves it for later.
func (*later) UnmarshalYAML(*source.Node) error { return nil }

// changeable are the keys of a criterion that an overlay can change: its words, its thresholds and its dates.
var changeable = []string{"title", "lack", "short", "lack_short", "asks", "why", "fix", "met", "partly", "good", "bad", "due", "until"}

// withins are the kinds that a criterion of an overlay can be.
var withins = []Kind{Context, Enabler, Practice, Watchpoint}

// overlayEntry is a criterion that an overlay adds or changes, with where it stands.
type overlayEntry struct {
	file      *source.File
	node      *source.Node
	criterion *Criterion
	sound     bool // it could be read
}

// at gives the place of a key of the entry, of the entry itself where it does not have that.
func (e *overlayEntry) at(key string) *source.Node {
	if v, _ := source.ValueOf(e.node, key); v != nil {
		return source.Resolve(v)
	}
	return e.node
}

// Places tells where the keys of the criteria that an overlay adds or changes stand in its files.
type Places []*overlayEntry

// IDs gives the ids of the criteria, in the order of the files.
func (p Places) IDs() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, e := range p {
			if !yield(e.criterion.ID) {
				return
			}
		}
	}
}

// At makes a diagnostic at a key of a criterion.
func (p Places) At(id, key, found, expected, do string) source.Diagnostic {
	e := p[slices.IndexFunc(p, func(e *overlayEntry) bool { return e.criterion.ID == id })]
	return e.file.At(e.at(key), found, expected, do)
}

// overlayReader reads an overlay.
type overlayReader struct {
	files   Files
	label   string
	base    *Catalogue
	hash    hash.Hash
	index   *source.File // overlay.yaml
	file    overlayFile
	whole   bool // overlay.yaml could be read: what stands in the other files can be checked
	overlay *Overlay
	own     []*overlayEntry
	changes []*overlayEntry
	names   []string // of the files, in the order of reading
	wrong   source.Diagnostics
}

func (r *overlayReader) ordered() source.Diagnostics {
	order := func(d source.Diagnostic) int { return slices.Index(r.names, d.File) }
	slices.SortStableFunc(r.wrong, func(a, b source.Diagnostic) int {
		switch {
		case a.File != b.File:
			return order(a) - order(b)
		case a.Line != b.Line:
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return r.wrong.Limited()
}

func (r *overlayReader) places() Places { return slices.Concat(r.own, r.changes) }

// open reads one of the files and parses it; nil where that cannot be.
func (r *overlayReader) open(name string, missing source.Diagnostic) *source.File {
	label := path.Join(r.label, name)
	r.names = append(r.names, label)
	data, err := fs.ReadFile(r.files, name)
	if err != nil {
		if missing.File == "" {
			missing.File = label
		}
		if !errors.Is(err, fs.ErrNotExist) {
			missing.Found = "the file cannot be read"
		}
		r.wrong = append(r.wrong, missing)
		return nil
	}
	fmt.Fprintf(r.hash, "%s %d\n", name, len(data))
	r.hash.Write(data)
	file, wrong := source.Parse(label, data)
	if len(wrong) > 0 {
		r.wrong = append(r.wrong, wrong...)
		return nil
	}
	return file
}

func (r *overlayReader) read() {
	r.hash = sha256.New()
	fmt.Fprintf(r.hash, "over %s\n", r.base.Hash)
	r.index = r.open(OverlayFile, source.Diagnostic{Found: "there is no such file", Expected: "a folder with an " + OverlayFile, Do: "`partner catalogue new` writes one to begin with"})
	if r.index == nil {
		return
	}
	wrong := r.index.Fill(r.index.Root, &r.file)
	r.wrong = append(r.wrong, wrong...)
	r.whole = len(wrong) == 0 && source.Resolve(r.index.Root).Kind == source.Mapping
	if source.Resolve(r.index.Root).Kind != source.Mapping {
		if len(wrong) == 0 { // an empty text fills anything
			r.amiss(r.index.Root, "nothing", "an overlay: `name`, `title`, `version` and `extends`", "`partner catalogue new` writes one to begin with")
		}
		return
	}
	of := &r.file
	r.named("name", of.Name, idForm.MatchString(of.Name), "a name in small letters, digits and single hyphens, with which its ids begin", "duties")
	r.named("title", of.Title, of.Title != "", "what reports call it", "Duties of our trust")
	r.named("version", of.Version, of.Version != "", "its version", `"1"`)
	r.named("extends", of.Extends, of.Extends != "", "the version of the catalogue that it was written for", fmt.Sprintf("%q", r.base.Version))
	r.overlay = &Overlay{Name: of.Name, Title: of.Title, Version: of.Version, Extends: of.Extends, About: strings.TrimSpace(of.About), Base: r.base}
	r.words()
	for i, theme := range of.Criteria {
		r.theme(theme, i)
	}
	r.unlisted()
	for i := range of.Changes {
		r.change(source.Resolve(r.entries("changes")[i]))
	}
	for i := range of.Off {
		r.off(source.Resolve(r.entries("off")[i]))
	}
	if len(r.own)+len(r.changes)+len(r.overlay.Off) == 0 && len(r.wrong) == 0 {
		r.amiss(r.index.Root, "nothing that is added, changed or switched off", "`criteria`, `changes` or `off`", "name a file of criteria under `criteria`, such as `criteria: [house]` for criteria/house.yaml")
	}
	r.overlay.Hash = hex.EncodeToString(r.hash.Sum(nil))[:12]
}

// entries are those of a list of overlay.yaml.
func (r *overlayReader) entries(key string) []*source.Node {
	list, _ := source.ValueOf(r.index.Root, key)
	if list == nil {
		return nil
	}
	return source.Resolve(list).Content
}

// amiss says what is wrong at a node of overlay.yaml.
func (r *overlayReader) amiss(n *source.Node, found, expected, do string) {
	r.wrong = append(r.wrong, r.index.At(n, found, expected, do))
}

// named says what is wrong with one of the texts by which an overlay is known.
func (r *overlayReader) named(key, text string, fits bool, expected, such string) {
	v, _ := source.ValueOf(r.index.Root, key)
	switch {
	case fits:
	case v == nil || text == "":
		at := v
		if at == nil {
			at = r.index.Root
		}
		r.amiss(at, "`"+key+"` is missing", expected, "add `"+key+": "+such+"`")
	default:
		r.amiss(v, source.Quoted(text)+" for `"+key+"`", expected, "write `"+key+": "+such+"`")
	}
}

// words checks the sources and the strengths that the overlay brings: their ids are its own.
func (r *overlayReader) words() {
	list, seen := r.entries("sources"), map[string]bool{}
	for i, s := range r.file.Sources {
		at := source.Resolve(list[i])
		switch {
		case !idForm.MatchString(s.ID):
			r.amiss(at, "a source with the id "+source.Quoted(s.ID), expects["id"], "give it an `id`")
		case seen[s.ID] || r.base.Source(s.ID) != nil:
			r.amiss(at, "the source "+source.Quoted(s.ID)+" a second time", "each id once, and none of the built-in catalogue's", "give it another id")
		case s.Title == "" || s.Kind == "" || s.Standing == "":
			r.amiss(at, "a source without title, kind or standing", "all three: what it is called, what it is, and how strong it is", "add them")
		}
		seen[s.ID] = true
	}
	list = r.entries("strengths")
	for i, w := range r.file.Strengths {
		at := source.Resolve(list[i])
		switch {
		case !idForm.MatchString(w.ID) || w.Title == "":
			r.amiss(at, "a strength without id or title", "both: a word for `strength:` of what is cited, and how reports say it", "add them")
		case slices.ContainsFunc(r.base.Words.Strengths, func(x Word) bool { return x.ID == w.ID }), slices.ContainsFunc(r.file.Strengths[:i], func(x Word) bool { return x.ID == w.ID }):
			r.amiss(at, "the strength "+source.Quoted(w.ID)+" a second time", "each once, and none of the built-in catalogue's", "give it another id")
		}
	}
}

// theme reads one of the files of criteria, by its place among those that are named.
func (r *overlayReader) theme(theme string, i int) {
	at := source.Resolve(r.entries("criteria")[i])
	if !idForm.MatchString(theme) || slices.Contains(r.file.Criteria[:i], theme) {
		r.amiss(at, source.Quoted(theme)+" under `criteria`", "the name of each file below criteria/ once, without .yaml", "name the file in small letters, digits and hyphens, once")
		return
	}
	name := "criteria/" + theme + ".yaml"
	file := r.open(name, r.index.At(at, "the file "+name+", which is not there", "a file of criteria for each name", "write it, or take the name out"))
	if file == nil {
		return
	}
	root := source.Resolve(file.Root)
	if root.Kind != source.Sequence {
		r.wrong = append(r.wrong, file.At(root, "something else than a list", "a list of criteria", "begin each with `- id: `"))
		return
	}
	for _, n := range root.Content {
		r.criterion(file, source.Resolve(n), theme)
	}
}

func (r *overlayReader) criterion(file *source.File, n *source.Node, theme string) {
	c := &Criterion{Theme: theme}
	wrong := file.Fill(n, c)
	e := &overlayEntry{file: file, node: n, criterion: c, sound: len(wrong) == 0}
	r.wrong = append(r.wrong, wrong...)
	if !e.sound {
		return
	}
	switch {
	case !idForm.MatchString(c.ID):
		do := "write the id alone"
		if c.ID == "" {
			do = "add `id:`"
		} else if _, _, is := Foreign(c.ID); is {
			do = "write the id alone: `" + r.file.Name + "/` is put before it"
		}
		r.wrong = append(r.wrong, file.At(e.at("id"), "the id "+source.Quoted(c.ID), expects["id"], do))
		return
	case slices.ContainsFunc(r.own, func(o *overlayEntry) bool { return o.criterion.ID == r.file.Name+"/"+c.ID }):
		r.wrong = append(r.wrong, file.At(e.at("id"), "the id "+source.Quoted(c.ID)+" a second time", "each id once", "give it another id"))
		return
	case c.Kind != "" && !slices.Contains(withins, c.Kind):
		r.wrong = append(r.wrong, file.At(e.at("kind"), "the kind "+source.Quoted(string(c.Kind)), expects["kind"], "write one of these; what only opens, compares or remarks is for the built-in catalogue"))
		return
	}
	c.ID = r.file.Name + "/" + c.ID
	r.own = append(r.own, e)
}

// unlisted says of files of criteria that nothing reads that they would look as if they counted.
func (r *overlayReader) unlisted() {
	entries, err := fs.ReadDir(r.files, "criteria")
	if err != nil {
		return // no such folder, or what is named in it has been told already
	}
	_, at := source.ValueOf(r.index.Root, "criteria")
	if at == nil {
		at = r.index.Root
	}
	for _, e := range entries {
		if name, yaml := strings.CutSuffix(e.Name(), ".yaml"); yaml && !slices.Contains(r.file.Criteria, name) {
			r.amiss(at, "criteria/"+e.Name()+" is not named", "each file below criteria/, without .yaml", "add "+name+" here, or remove the file")
		}
	}
}

// builtIn finds the criterion that an entry of changes or off is about.
func (r *overlayReader) builtIn(n *source.Node, keys []string) *Criterion {
	if n.Kind != source.Mapping {
		r.amiss(n, "something else than a mapping", "a mapping with the keys "+source.Listed(keys), "")
		return nil
	}
	v, _ := source.ValueOf(n, "id")
	if v == nil {
		r.amiss(n, "an entry without `id`", "the id of a criterion of the built-in catalogue", "add `id:`; `partner criteria` lists them")
		return nil
	}
	v = source.Resolve(v)
	for _, c := range r.base.Places.Criteria {
		if c.ID == v.Value {
			return c
		}
	}
	do := "`partner criteria` lists them"
	if near := source.DidYouMean(v.Value, r.base.CriterionIDs()); near != "" {
		do = near
	}
	r.amiss(v, source.Quoted(v.Value)+", which is not a criterion of the built-in catalogue", "the id of one", do)
	return nil
}

// once refuses a criterion that is changed or switched off already.
func (r *overlayReader) once(n *source.Node, id string) bool {
	is := slices.ContainsFunc(r.overlay.Changed, func(c Changed) bool { return c.ID == id }) || slices.ContainsFunc(r.overlay.Off, func(o SwitchedOff) bool { return o.ID == id })
	if is {
		v, _ := source.ValueOf(n, "id")
		r.amiss(v, source.Quoted(id)+" a second time", "each criterion once under `changes` and `off` together", "keep one of them")
	}
	return !is
}

func (r *overlayReader) change(n *source.Node) {
	keys := append([]string{"id", "because"}, changeable...)
	of := r.builtIn(n, keys)
	if of == nil || !r.once(n, of.ID) {
		return
	}
	c := *of
	x := Changed{ID: of.ID}
	sound := true
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case key.Value == "id":
		case key.Value == "because":
			x.Because = strings.TrimSpace(source.Resolve(n.Content[i+1]).Value)
		case slices.Contains(changeable, key.Value):
			x.Keys = append(x.Keys, key.Value)
		case slices.Contains(source.Keys(c), key.Value):
			sound = false
			r.amiss(key, "a change of `"+key.Value+"`", source.Listed(changeable), "what counts where stays the built-in catalogue's: switch it off, with a reason, and add a criterion of your own")
		default:
			sound = false
			r.amiss(key, "the unknown key "+source.Quoted(key.Value), source.Listed(keys), source.DidYouMean(key.Value, keys))
		}
	}
	if !sound {
		return
	}
	if len(x.Keys) == 0 {
		r.amiss(n, "a change of nothing", "what is to be otherwise: "+source.Listed(changeable), "add it, or remove the entry")
		return
	}
	only := *n
	only.Content = nil
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i].Value; k != "because" {
			only.Content = append(only.Content, n.Content[i], n.Content[i+1])
		}
	}
	if wrong := r.index.Fill(&only, &c); len(wrong) > 0 {
		r.wrong = append(r.wrong, wrong...)
		return
	}
	if slices.Contains(x.Keys, "fix") {
		c.Remains = nil // what was left of the fix that it had
	}
	if reflect.DeepEqual(c, *of) {
		r.amiss(n, "a change to what "+source.Quoted(of.ID)+" is already", "what is to be otherwise", "remove the entry")
		return
	}
	r.overlay.Changed = append(r.overlay.Changed, x)
	r.changes = append(r.changes, &overlayEntry{file: r.index, node: n, criterion: &c, sound: true})
}

func (r *overlayReader) off(n *source.Node) {
	keys := []string{"id", "because"}
	of := r.builtIn(n, keys)
	if of == nil || !r.once(n, of.ID) {
		return
	}
	x := SwitchedOff{ID: of.ID}
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key := n.Content[i]; key.Value {
		case "id":
		case "because":
			x.Because = strings.TrimSpace(source.Resolve(n.Content[i+1]).Value)
		default:
			r.amiss(key, "the unknown key "+source.Quoted(key.Value), source.Listed(keys), source.DidYouMean(key.Value, keys))
			return
		}
	}
	switch {
	case of.Kind == Consistency || of.Kind == Opening || of.Kind == Remark:
		v, _ := source.ValueOf(n, "id")
		r.amiss(v, source.Quoted(of.ID)+", which rates nothing", "a criterion that is asked and rated", "leave it as it is")
		return
	case x.Because == "":
		r.amiss(n, source.Quoted(of.ID)+" without a reason", "why it is not to be asked, under `because`", "add `because:`")
		return
	}
	r.overlay.Off = append(r.overlay.Off, x)
}
