package catalogue

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Sectors is what organisations of each sector call things.
type Sectors struct {
	Research string   `yaml:"research"` // the sector of the research, whose words are taken where a document names none
	Limit    Carried  `yaml:"limit"`
	Between  Speech   `yaml:"between"` // the words for both where two sectors meet
	All      []Sector `yaml:"sectors"`
}

// Carried is how a report says what of the research is carried over by analogy.
type Carried struct {
	Title   string `yaml:"title"`
	Because string `yaml:"because"`
	Short   string `yaml:"short"`
	All     string `yaml:"all"`  // everything, in another sector than that of the research
	Form    string `yaml:"form"` // what hangs on a form that the research does not tell of
}

// Speech is the words of those who run an organisation.
type Speech struct {
	Says  []Word `yaml:"says"`  // the people served, the professions, the bodies above
	Posts []Word `yaml:"posts"` // the roles that are called otherwise than the catalogue's words do
}

// Sector is a sector with its words.
type Sector struct {
	ID      string   `yaml:"id"`
	Title   string   `yaml:"title"`
	Body    string   `yaml:"body"`    // what an organisation of it is, with an article
	Meaning string   `yaml:"meaning"` // the same for whoever has to choose a sector, where that needs more words
	Kinds   []string `yaml:"kinds"`   // how names of its organisations end that say what kind of body it is, which no reader needs twice
	Says    []Word   `yaml:"says"`
	Posts   []Word   `yaml:"posts"`
	Own     []string `yaml:"own"` // words that stand in no text for all sectors
}

// Sector gives the sector of an id, or nil.
func (s *Sectors) Sector(id string) *Sector {
	for i := range s.All {
		if s.All[i].ID == id {
			return &s.All[i]
		}
	}
	return nil
}

// speech gives the words for two organisations, of which either may name no sector: "". Where they are of two sectors,
// what both call alike is called so, and the rest by the words between them.
func (c *Catalogue) speech(one, two string) Speech {
	if one == "" {
		one = two
	}
	if two == "" {
		two = one
	}
	a, b := c.Sectors.Sector(cmp.Or(one, c.Sectors.Research)), c.Sectors.Sector(cmp.Or(two, c.Sectors.Research))
	switch {
	case a == nil || b == nil:
		return c.Sectors.Between
	case a == b:
		return Speech{a.Says, a.Posts}
	}
	return Speech{shared(a.Says, b.Says, c.Sectors.Between.Says), shared(a.Posts, b.Posts, c.Sectors.Between.Posts)}
}

// shared gives the words in which two sectors agree, and the words between them for those of which only one has one of
// its own, or each another.
func shared(a, b, between []Word) []Word {
	var words []Word
	for _, w := range between {
		one, two := ownWord(a, w.ID), ownWord(b, w.ID)
		switch {
		case one == "" && two == "": // neither has a word of its own
			continue
		case one == two:
			w.Title = one
		}
		words = append(words, w)
	}
	return words
}

// ownWord gives what a sector calls something, "" where it has no word of its own.
func ownWord(words []Word, id string) string {
	for _, w := range words {
		if w.ID == id {
			return w.Title
		}
	}
	return ""
}

// Studied reports whether the research is on organisations of these two sectors: on two of its own sector, or on two such
// as those of a case study. Who does not say is taken to be of the sector of the research.
func (c *Catalogue) Studied(one, two string) bool {
	one, two = cmp.Or(one, c.Sectors.Research), cmp.Or(two, c.Sectors.Research)
	return slices.ContainsFunc(c.Precedents, func(p Precedent) bool {
		return len(p.Sectors) == 2 && (p.Sectors[0] == one && p.Sectors[1] == two || p.Sectors[0] == two && p.Sectors[1] == one)
	})
}

// In gives the catalogue with its texts in the words of those who run two organisations of these sectors, "" where a
// document does not say. All else is shared with this one.
func (c *Catalogue) In(one, two string) *Catalogue {
	if (one == "" || one == c.Sectors.Research) && (two == "" || two == c.Sectors.Research) {
		return c
	}
	if c.Places == nil {
		return c.spoken(c.speech(one, two))
	}
	return c.Places.Speeches.in(one, two, func() *Catalogue {
		spoken := c.spoken(c.speech(one, two))
		spoken.General = c
		return spoken
	})
}

// SectorOf gives the sector that an organisation belongs to, "" where that is not told, or not by both alike.
func SectorOf(organisation *proposal.Value) string {
	v := organisation.Own(paths.Sector)
	if !v.Known() || len(v.Views) > 0 {
		return ""
	}
	return v.Word
}

// Brief gives a name without what it ends in that says what kind of body has it, and without an article before the rest; the
// name as it is where it has no such end.
func (s *Sectors) Brief(name string) string {
	for i := range s.All {
		for _, kind := range s.All[i].Kinds {
			if brief, is := strings.CutSuffix(name, " "+kind); is && brief != "" {
				return strings.TrimPrefix(brief, "The ")
			}
		}
	}
	return name
}

// Post says who a role is at an organisation of a sector.
func (c *Catalogue) Post(role, sector string) string {
	if of := c.Sectors.Sector(sector); of != nil {
		for _, w := range of.Posts {
			if w.ID == role {
				return w.Title
			}
		}
		return said(c.Places.Words.Roles, role)
	}
	return c.Words.Role(role)
}

// AskedIn reports whether what is only for some sectors is asked of organisations of these two: where one of them is of
// those, or does not say.
func AskedIn(sectors []string, one, two string) bool {
	return len(sectors) == 0 || one == "" || two == "" || slices.Contains(sectors, one) || slices.Contains(sectors, two)
}

// sectors checks that each sector of the document has its words, all of them the same places, and that no sector's own
// word stands in a text that is for all.
func (v *validator) sectors() {
	s := &v.c.Sectors
	const what = "sectors.yaml"
	var ids []string
	places := idsOf(s.Between.Says)
	for _, x := range s.All {
		ids = append(ids, x.ID)
		if x.Title == "" || x.Body == "" {
			v.wrong(what+": "+x.ID, "title and body are needed")
		}
		if !slices.Equal(idsOf(x.Says), places) {
			v.wrong(what+": "+x.ID, "says: %s; others say %s", strings.Join(idsOf(x.Says), ", "), strings.Join(places, ", "))
		}
		for i, kind := range x.Kinds {
			if name := "Ashby " + kind; kind == "" || kind != strings.TrimSpace(kind) || s.Brief(name) != "Ashby" || slices.Contains(x.Kinds[:i], kind) {
				v.wrong(what+": "+x.ID, "kinds: %q is empty, stands there twice, or comes behind an end of itself", kind)
			}
		}
		for _, w := range x.Posts {
			v.word(what+": "+x.ID, "posts", w.ID, v.c.Words.Roles)
		}
	}
	v.same(what, ids, proposal.Model.Find(paths.Organisations).Find(paths.Path(paths.Sector)).Words)
	if s.Sector(s.Research) == nil {
		v.wrong(what, "research: %q is not one of its sectors", s.Research)
		return
	}
	if s.Limit.Title == "" || s.Limit.Because == "" || s.Limit.Short == "" || s.Limit.All == "" || s.Limit.Form == "" {
		v.wrong(what, "limit needs title, because, short, all and form")
	}
	for _, x := range s.All {
		v.fits(v.c.In(x.ID, x.ID), x.ID)
	}
	v.fits(v.c.spoken(s.Between), "between")
	v.ownWords()
}

func idsOf(words []Word) []string {
	var ids []string
	for _, w := range words {
		ids = append(ids, w.ID)
	}
	return ids
}

// fits checks that the lines of criteria are short enough in the words of a sector too.
func (v *validator) fits(c *Catalogue, sector string) {
	if c == v.c {
		return
	}
	for _, cr := range c.Criteria {
		what := "criteria/" + cr.Theme + ".yaml: " + cr.ID + ", in the words of " + sector
		v.line(what, "title", cr.Title, maxTitle)
		v.line(what, "short", cr.Short, maxShort)
		if cr.Kind != Remark {
			v.line(what, "lack", cr.Lack, maxTitle)
			v.line(what, "lack_short", cr.LackShort, maxShort)
		}
	}
	for _, q := range c.Questions {
		v.line("questions.yaml: "+q.ID+", in the words of "+sector, "short", q.Short, maxLabel)
	}
}

// ownWords checks that what a board reads of criteria and elements of governance has places for a sector's own words, and
// none of these words, unless it is for that sector alone.
func (v *validator) ownWords() {
	var own []struct {
		sector string
		words  *regexp.Regexp
	}
	for _, s := range v.c.Sectors.All {
		if len(s.Own) > 0 {
			words := make([]string, len(s.Own))
			for i, w := range s.Own {
				words[i] = regexp.QuoteMeta(w)
			}
			own = append(own, struct {
				sector string
				words  *regexp.Regexp
			}{s.ID, regexp.MustCompile(`(?i)\b(` + strings.Join(words, "|") + `)\b`)})
		}
	}
	check := func(what string, sectors []string, texts ...string) {
		for _, s := range sectors {
			if v.c.Sectors.Sector(s) == nil {
				v.wrong(what, "sectors: %q is not one of sectors.yaml", s)
			}
		}
		for _, of := range own {
			if slices.Contains(sectors, of.sector) {
				continue
			}
			for _, text := range texts {
				if w := of.words.FindString(named.ReplaceAllString(text, "")); w != "" {
					v.wrong(what, "%q is a word of %s, and the text is for all: %s", w, of.sector, text)
				}
			}
		}
	}
	raw := v.c.Places
	for _, c := range raw.Criteria {
		check("criteria/"+c.Theme+".yaml: "+c.ID, c.Sectors, c.Title, c.Lack, c.Short, c.LackShort, c.Asks, c.Fix.Do, c.Fix.Evidence)
		for _, r := range c.Remains {
			check("criteria/"+c.Theme+".yaml: "+c.ID, c.Sectors, r.Do)
		}
	}
	for _, e := range raw.Governance {
		check("governance.yaml: "+e.ID, e.Sectors, e.Title, e.Because, e.Do)
	}
	for _, q := range raw.Questions {
		a := q.Answers
		check("questions.yaml: "+q.ID, nil, q.Title, q.Short, q.Asks, a.Green, a.AmberGreen, a.Provided, a.Half, a.AmberRed, a.Red, a.Unknown)
	}
	for _, l := range raw.Limits {
		if len(l.Sectors) == 0 { // what holds in some sectors names the bodies of these
			check("limits.yaml: "+l.ID, nil, l.Title, l.Because)
		}
	}
	for _, r := range raw.Consistency {
		check("consistency.yaml: "+r.ID, nil, r.Text, r.Do)
	}
}
