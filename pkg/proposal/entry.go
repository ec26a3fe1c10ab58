package proposal

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// mostWords is how long the words get by which an entry is called.
const mostWords = 48

// more calls the entry of a list that only says that there may be more.
const more = "unknown"

// Named gives a path with each entry of a list called by its id or its words instead of its number, as Numbered
// reads it: a number says nothing any more once the list has changed. It is "" where nothing tells an entry from
// the others of its list.
func (p *Proposal) Named(path string) string {
	at, name := p.Root, ""
	for _, s := range steps(path) {
		if !s.entry {
			at = at.follow(s.key)
			name = strings.TrimPrefix(name+"."+s.key, ".")
			continue
		}
		i, err := strconv.Atoi(s.key)
		if err != nil || i < 0 || i >= len(at.items()) {
			return ""
		}
		called := at.called(i)
		if called == "" {
			return ""
		}
		at, name = at.Items[i], name+"["+called+"]"
	}
	if back, found, _ := p.Numbered(name); found != "" || back != path {
		return ""
	}
	return name
}

// Numbered gives the path that Named has made into a name, or any path. Where an entry that it calls is not
// there, or where several may be meant, it says what is wrong with the name and what to do.
func (p *Proposal) Numbered(name string) (path, found, do string) {
	at := p.Root
	for _, s := range steps(name) {
		switch {
		case !s.entry:
			at = at.follow(s.key)
			path = strings.TrimPrefix(path+"."+s.key, ".")
			continue
		case numeral(s.key):
			path += "[" + s.key + "]"
			if i, _ := strconv.Atoi(s.key); i < len(at.items()) {
				at = at.Items[i]
			} else {
				at = nil
			}
			continue
		}
		of := at.named(s.key)
		switch {
		case len(of) == 0 && s.key == more: // filled in since, perhaps
			path += "[" + strconv.Itoa(len(at.items())) + "]"
			at = nil
		case len(of) == 0:
			do = "see whether it is called otherwise now"
			if calls := at.calls(); len(calls) > 0 {
				do = oneOf(s.key, calls)
			}
			return name, "no entry " + quoted(s.key) + " in " + path, do
		case len(of) > 1:
			return name, "the entry " + quoted(s.key) + " in " + path + ", which " + strconv.Itoa(len(of)) + " of its entries may be", "call it by its id, or by more of its words with ; between them"
		default:
			path += "[" + strconv.Itoa(of[0]) + "]"
			at = at.Items[of[0]]
		}
	}
	return path, "", ""
}

// Calls gives what the entries of the list at a path may be called, without those that nothing tells apart.
func (p *Proposal) Calls(list string) []string {
	at := p.Root
	for _, s := range steps(list) {
		if !s.entry {
			at = at.follow(s.key)
		} else if i, err := strconv.Atoi(s.key); err == nil && i < len(at.items()) {
			at = at.Items[i]
		} else {
			return nil
		}
	}
	return at.calls()
}

func (v *Value) calls() []string {
	var all []string
	for i := range v.items() {
		if c := v.called(i); c != "" {
			all = append(all, c)
		}
	}
	return all
}

// step is a part of a path: a key, or what calls an entry of a list.
type step struct {
	key   string
	entry bool
}

// steps takes a path apart. What stands in brackets may hold dots and brackets of its own.
func steps(path string) []step {
	var all []step
	for path != "" {
		if path[0] != '[' {
			end := strings.IndexAny(path, ".[")
			if end < 0 {
				end = len(path)
			}
			all = append(all, step{path[:end], false})
			path = strings.TrimPrefix(path[end:], ".")
			continue
		}
		end := len(path)
		for i := 1; i < len(path); i++ {
			if path[i] == ']' && (i+1 == len(path) || path[i+1] == '.' || path[i+1] == '[') {
				end = i
				break
			}
		}
		all = append(all, step{path[1:end], true})
		path = strings.TrimPrefix(path[min(end+1, len(path)):], ".")
	}
	return all
}

func numeral(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// called gives what tells the entry of a list at an index from all others: its id, what it says first, or all that
// it says; "" where nothing does.
func (v *Value) called(i int) string {
	entry := v.Items[i]
	candidates := []string{entry.At(paths.ID).String(), shortened(entry.Written()), shortened(strings.Join(entry.words(), "; "))}
	if entry.State == Unknown {
		candidates = []string{more}
	}
	for _, c := range candidates {
		if c != "" && !numeral(c) && slices.Equal(v.named(c), []int{i}) {
			return c
		}
	}
	return ""
}

// named gives the entries of a list that a name may mean: that of the id, otherwise those that say it first, and
// otherwise those that say all of it, in parts with ; between them, whichever keys they stand under.
func (v *Value) named(name string) []int {
	var byID, first, said []int
	for i, e := range v.items() {
		words := e.words()
		switch {
		case e.State == Unknown:
			if name == more {
				byID = append(byID, i)
			}
		case e.At(paths.ID).String() != "" && e.At(paths.ID).String() == name:
			byID = append(byID, i)
		case matches(e.Written(), name):
			first = append(first, i)
		default:
			all := true
			for _, part := range strings.Split(name, "; ") {
				all = all && slices.ContainsFunc(words, func(w string) bool { return matches(w, part) })
			}
			if all {
				said = append(said, i)
			}
		}
	}
	switch {
	case len(byID) > 0:
		return byID
	case len(first) > 0:
		return first
	}
	return said
}

// words gives what an entry says, each leaf as it is written.
func (v *Value) words() []string {
	if v.Field.Kind == List || v.Field.Leaf() {
		return []string{v.Written()}
	}
	var all []string
	for _, f := range v.fields {
		if w := f.Written(); w != "" && f.Field.Leaf() && f.Key != string(paths.ID) {
			all = append(all, w)
		}
	}
	return all
}

// shortened gives words on one line, cut after the last of them that fits.
func shortened(s string) string {
	s = oneLine(s)
	n := []rune(s)
	if len(n) <= mostWords {
		return s
	}
	s = string(n[:mostWords])
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:") + "…"
}

// oneLine gives text on one line, as messages print it, without the brackets that end a name.
func oneLine(s string) string {
	return source.Printable(unbracketed.Replace(strings.Join(strings.Fields(s), " ")))
}

var unbracketed = strings.NewReplacer("[", "(", "]", ")")

// matches reports whether words are those of a name, which may be cut short.
func matches(words, name string) bool {
	words, name = strings.ToLower(oneLine(words)), strings.ToLower(oneLine(name))
	if start, cut := strings.CutSuffix(name, "…"); cut {
		return start != "" && strings.HasPrefix(words, start)
	}
	return words == name
}
