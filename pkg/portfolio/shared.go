package portfolio

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
)

// least gives the first of two texts by their letters; an empty one says nothing.
func least(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// Name names a proposal.
type Name struct {
	Path  string `json:"path"`
	Title string `json:"title"`
}

func compareNames(a, b Name) int {
	if c := strings.Compare(a.Path, b.Path); c != 0 {
		return c
	}
	return strings.Compare(a.Title, b.Title)
}

// Members are proposals that have something in common: how many, and the first by their paths.
type Members struct {
	Proposals int    `json:"proposals"`
	Names     []Name `json:"names"`
}

func (m *Members) add(n Name) { m.merge(&Members{1, []Name{n}}) }

func (m *Members) merge(o *Members) {
	m.Proposals += o.Proposals
	for _, n := range o.Names {
		at, _ := slices.BinarySearchFunc(m.Names, n, compareNames)
		if at == MostNames {
			break // those that follow come later still
		}
		if len(m.Names) == MostNames {
			m.Names = m.Names[:MostNames-1]
		}
		m.Names = slices.Insert(m.Names, at, n)
	}
}

// Organisation is one that is in proposals, as what it goes by shows.
type Organisation struct {
	Name   string         `json:"name"` // the first by its letters, where they differ
	Kind   string         `json:"kind"`
	File   string         `json:"file"` // its own file, which several proposals share; empty where it is known by name and kind
	In     Members        `json:"in"`
	Helps  Members        `json:"helps"`  // in which it is the one that helps
	Said   int            `json:"said"`   // in how many it says in how many other partnerships it is
	Others int            `json:"others"` // the most that it said there
	Short  map[string]int `json:"short"`  // what of its capacity it says not to have, or in part only, and in how many
}

// Lead is a post of an organisation, on whose collaboration proposals rest.
type Lead struct {
	Post         string  `json:"post"`
	Organisation string  `json:"organisation"`
	File         string  `json:"file"` // of the organisation
	In           Members `json:"in"`
	NoTime       int     `json:"no_time"` // in how many it is said to have too little time, or only in part enough
}

// Piece is a piece of evidence. Its key holds its link, or else its title and date: most pieces stand in one proposal, and
// there are many.
type Piece struct {
	Title string  `json:"title"` // of one that is known by its link: the first by its letters
	In    Members `json:"in"`
}

// sides are what the two organisations go by where a document names none.
var sides = proposal.Sides[:]

// folded gives text as it is compared: without regard to case and spaces.
func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// organisationKey gives what tells an organisation from others, and whether that is a file. An organisation that nobody
// names has none.
func organisationKey(o *batch.Organisation) (string, bool) {
	switch {
	case o.File != "":
		return "file\x00" + o.File, true
	case slices.Contains(sides, o.ID):
		return "", false
	}
	return "name\x00" + folded(o.Name) + "\x00" + folded(o.Kind), false
}

// organisations adds the organisations of a line, and gives their keys.
func organisations(cat *catalogue.Catalogue, t *Tally, l *batch.Line, n Name) (keys [2]string) {
	for i := range l.Organisations {
		o := &l.Organisations[i]
		key, _ := organisationKey(o)
		if keys[i] = key; key == "" || i == 1 && key == keys[0] {
			continue
		}
		x := &Organisation{Name: o.Name, Kind: o.Kind, File: o.File, In: Members{1, []Name{n}}}
		if helps(cat, o.Role) {
			x.Helps = x.In
			x.Helps.Names = []Name{n}
		}
		for key, says := range o.Capacity {
			x.says(key, says)
		}
		if has := t.Organisations[key]; has != nil {
			has.merge(x)
		} else {
			t.Organisations[key] = x
		}
	}
	return keys
}

// helps reports whether a role is that of the one who helps.
func helps(cat *catalogue.Catalogue, role string) bool {
	words := strings.FieldsFunc(role, func(r rune) bool { return r == ' ' || r == ',' })
	for _, pair := range cat.Typology.Sides {
		if !pair.RulesOnly && slices.Contains(words, pair.Helper) {
			return true
		}
	}
	return false
}

// otherPartnerships is the key under which an organisation says in how many others it is.
const otherPartnerships = "concurrent_partnerships"

// says takes up what an organisation says of its capacity. Where two say it apart, the one counts that leaves less.
func (o *Organisation) says(key, says string) {
	if key == otherPartnerships {
		for each := range strings.SplitSeq(says, "; ") {
			figure, _, _ := strings.Cut(each, " ")
			if n, err := strconv.Atoi(figure); err == nil {
				o.Said, o.Others = 1, max(o.Others, n)
			}
		}
		return
	}
	short := false
	for each := range strings.SplitSeq(says, "; ") {
		each, _, _ = strings.Cut(each, " (")
		short = short || each == "no" || each == "partly" || each == string(proposal.AtMostPartly)
	}
	if short {
		if o.Short == nil {
			o.Short = map[string]int{}
		}
		o.Short[strings.ReplaceAll(key, "_", " ")]++
	}
}

func (o *Organisation) merge(other *Organisation) {
	o.Name, o.Kind, o.File = least(o.Name, other.Name), least(o.Kind, other.Kind), least(o.File, other.File)
	o.In.merge(&other.In)
	o.Helps.merge(&other.Helps)
	o.Said, o.Others = o.Said+other.Said, max(o.Others, other.Others)
	for key, n := range other.Short {
		if o.Short == nil {
			o.Short = map[string]int{}
		}
		o.Short[key] += n
	}
}

// leads adds the leads of a line: each post of an organisation once.
func leads(t *Tally, l *batch.Line, keys [2]string, n Name) {
	var done []string
	for i := range l.Leads {
		lead := &l.Leads[i]
		at := slices.IndexFunc(l.Organisations[:], func(o batch.Organisation) bool { return o.ID == lead.Organisation })
		if at < 0 || keys[at] == "" || lead.Post == "" {
			continue
		}
		key := folded(lead.Post) + "\x00" + keys[at]
		if slices.Contains(done, key) {
			continue // two of one post in one proposal are two people
		}
		done = append(done, key)
		of := &l.Organisations[at]
		x := &Lead{Post: lead.Post, Organisation: of.Name, File: of.File, In: Members{1, []Name{n}}}
		if lead.EnoughTime == "no" || lead.EnoughTime == "partly" || lead.EnoughTime == string(proposal.AtMostPartly) {
			x.NoTime = 1
		}
		if has := t.Leads[key]; has != nil {
			has.merge(x)
		} else {
			t.Leads[key] = x
		}
	}
}

func (l *Lead) merge(o *Lead) {
	l.Post, l.Organisation, l.File = least(l.Post, o.Post), least(l.Organisation, o.Organisation), least(l.File, o.File)
	l.In.merge(&o.In)
	l.NoTime += o.NoTime
}

// evidence adds the evidence of a line: each piece once, however many places of it are in the register.
func evidence(t *Tally, l *batch.Line, n Name) {
	var done []string
	for i := range l.Evidence {
		p := &l.Evidence[i]
		key, x := "link\x00"+p.Link, &Piece{p.Title, Members{1, []Name{n}}}
		switch {
		case p.Link != "":
		case p.Title != "":
			key, x.Title = "title\x00"+strings.Join(strings.Fields(p.Title), " ")+"\x00"+p.Date, ""
		default:
			continue
		}
		if slices.Contains(done, key) {
			continue
		}
		done = append(done, key)
		if has := t.Evidence[key]; has != nil {
			has.merge(x)
		} else {
			t.Evidence[key] = x
		}
	}
}

func (p *Piece) merge(o *Piece) {
	p.Title = least(p.Title, o.Title)
	p.In.merge(&o.In)
}
