package compare

import (
	"cmp"
	"maps"
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// DiffFormat names the shape of a difference; it changes when a reader of the JSON would have to.
const DiffFormat = "partner-diff/1"

// Difference is what moved between two states of a proposal, and why. The difference from B to A is that
// from A to B with old and new, and better and worse, in each other's places.
type Difference struct {
	Format     string      `json:"format"` // always partner-diff/1
	Old        Side        `json:"old"`
	New        Side        `json:"new"`
	Empty      bool        `json:"empty"`              // the two say the same, and are judged the same
	Sentence   string      `json:"sentence"`           // what moved, in a sentence or two
	Stages     *FromTo     `json:"stages,omitempty"`   // the stages at which the two are judged, where they differ: no ratings are then compared
	Moves      []Move      `json:"moves"`              // the ratings and the verdict that moved: the whole first, then verdict, context, enablers and questions
	Typology   *FromTo     `json:"typology,omitempty"` // the kind of partnership, where it moved
	Changes    []Change    `json:"changes"`            // what the documents and the catalogues do not say alike
	Asked      []Asked     `json:"questions"`          // the questions of those criteria that moved, in their order
	Criteria   []Criterion `json:"criteria"`           // the criteria that moved, in the catalogue's order
	Stale      []Staleness `json:"stale"`              // the pieces of evidence that went out of date, or are no longer so
	Departures []Departure `json:"departures"`         // the departures that came, went or stand otherwise
	Appeared   []Finding   `json:"appeared"`           // findings about the document that are new, but for those on evidence out of date
	Gone       []Finding   `json:"gone"`               // findings that there are no longer
	Better     []Step      `json:"better"`             // what got better: low ends raised, criteria that stand better or are now met, contradictions gone
	Worse      []Step      `json:"worse"`              // what got worse: low ends lowered, criteria that stand worse or are no longer met, new contradictions
}

// Side is one of the two.
type Side struct {
	File      string           `json:"file"`
	Title     string           `json:"title"`
	AsOf      string           `json:"as_of"`
	Stage     Stage            `json:"stage"` // at which it is judged
	Catalogue result.Catalogue `json:"catalogue"`
}

// FromTo is what something was and what it is.
type FromTo struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Move is a rating or the verdict that moved.
type Move struct {
	ID        string    `json:"id"` // overall, verdict, context, enablers, or a question's id
	Title     string    `json:"title"`
	From      Standing  `json:"from"`
	To        Standing  `json:"to"`
	Direction Direction `json:"direction"` // better, worse, high end rose, high end fell, narrower, wider, mixed, more known, less known, same range
	Because   []string  `json:"because"`   // the criteria that moved and bear on it, by id; of the whole, the questions; of the verdict, what it is read from
}

// Standing is how a rating or the verdict stood.
type Standing struct {
	Low   string `json:"low"`
	High  string `json:"high"`
	SoFar string `json:"so_far,omitempty"` // absent where too little is known
	Words string `json:"words"`            // amber-green so far; may prove amber-red to green
	Known string `json:"known"`            // 24 of 40 known; empty for the verdict
}

// Criterion is a criterion that moved.
type Criterion struct {
	ID         string         `json:"id"`
	Title      string         `json:"title"`
	Kind       catalogue.Kind `json:"kind"`
	Gate       bool           `json:"gate"` // on one side at least
	Questions  []string       `json:"questions"`
	From       Status         `json:"from"` // its status; "does not apply" where it does not
	To         Status         `json:"to"`
	Documented FromTo         `json:"documented"` // whether a document supports the status: yes or no
	Direction  Turn           `json:"direction"`  // better, worse, now known, no longer known, now applies, no longer applies, now disputed, settled, now documented, no longer documented, other
	Causes     []ChangeKind   `json:"causes"`     // the kinds of change that moved it
	Because    []string       `json:"because"`    // the places of these changes
}

// Asked is a question with its title.
type Asked struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Staleness is a piece of evidence that went out of date, or is no longer so.
type Staleness struct {
	Evidence string   `json:"evidence"` // its id
	From     string   `json:"from"`     // why it was out of date; empty where it was not
	To       string   `json:"to"`       // why it is; empty where it is not
	Because  []string `json:"because"`  // the places of the changes that moved it
}

// Finding is a finding about the document.
type Finding struct {
	ID    string             `json:"id"`
	Kind  result.FindingKind `json:"kind"`
	Text  string             `json:"text"`
	Place string             `json:"place"` // file:line:col
}

// Step is one thing that got better or worse.
type Step struct {
	Of    StepOf `json:"of"`    // low end, criterion, contradiction
	ID    string `json:"id"`    // overall or the question's id; the criterion's; the finding's
	Title string `json:"title"` // what it is, in words
	From  string `json:"from"`
	To    string `json:"to"`
}

// Diff says what moved from an old state of a proposal to a new one, and why.
func Diff(old, new Judged) *Difference {
	d := &Difference{Format: DiffFormat, Old: side(old), New: side(new)}
	changes, ids := changes(old.Doc, new.Doc)
	d.Changes = changes
	d.catalogue(old, new)
	d.criteria(old, new, ids)
	d.asked(old.Cat, new.Cat)
	var shifts []shift
	if sameStage(old.Result, new.Result) {
		shifts = d.moves(old, new)
	} else {
		d.Stages = &FromTo{old.Result.Stage.Words, new.Result.Stage.Words}
	}
	if o, n := old.Result.Typology.Summary, new.Result.Typology.Summary; o != n {
		d.Typology = &FromTo{o, n}
	}
	d.staleness(old, new, ids)
	d.departures(old.Result, new.Result, ids)
	d.Appeared, d.Gone = ids.apart(old.Result, new.Result)
	d.Better, d.Worse = d.steps(Improved, shifts), d.steps(Worsened, shifts)
	d.Empty = len(d.Changes)+len(d.Criteria)+len(d.Moves)+len(d.Stale)+len(d.Departures)+len(d.Appeared)+len(d.Gone) == 0 && d.Typology == nil && d.Stages == nil
	d.Sentence = d.inWords()
	return d
}

func side(j Judged) Side {
	return Side{File: j.Result.File, Title: j.Result.Title, AsOf: j.Result.AsOf, Stage: stageOf(j.Result), Catalogue: j.Result.Applied()}
}

// catalogue notes that the two were judged by different catalogues.
func (d *Difference) catalogue(old, new Judged) {
	o, n := old.Cat, new.Cat
	if o.Hash == n.Hash && o.Version == n.Version {
		return
	}
	said := func(c *catalogue.Catalogue) *Said {
		return &Said{Path: cataloguePath, Label: "the catalogue", Value: c.Version + " (" + c.Hash + ")", Evidence: []string{}}
	}
	d.Changes = append(d.Changes, Change{Kind: NewCatalogue, Old: said(o), New: said(n), Criteria: []string{}})
}

// cataloguePath stands for the catalogue, which is no place in the document.
const cataloguePath = "catalogue"

// shift is a move with where on its scale the rating was and is.
type shift struct {
	Move
	was, is reach
}

// moves fills in the ratings and the verdict that moved, and gives them with where they were and are.
func (d *Difference) moves(old, new Judged) []shift {
	var shifts []shift
	add := func(s shift, moved bool) {
		if moved {
			s.Direction = s.was.to(s.is)
			shifts = append(shifts, s)
		}
	}
	o, n := old.Result, new.Result
	add(ratingShift("overall", "The whole", o.Overall.Rating, n.Overall.Rating))
	add(verdictShift(o.Verdict, n.Verdict))
	add(ratingShift("context", "Context", o.Context.Rating, n.Context.Rating))
	add(ratingShift("enablers", "Enablers", o.Enablers.Rating, n.Enablers.Rating))
	for _, q := range o.Questions {
		if i := slices.IndexFunc(n.Questions, func(x result.Question) bool { return x.ID == q.ID }); i >= 0 {
			add(ratingShift(q.ID, q.Title, q.Rating, n.Questions[i].Rating))
		}
	}
	for _, s := range shifts {
		d.Moves = append(d.Moves, s.Move)
	}
	for i := range d.Moves {
		d.Moves[i].Because = d.bears(d.Moves[i].ID)
	}
	return shifts
}

// ratingShift is how a rating moved; it is false where it did not.
func ratingShift(id, title string, o, n result.Rating) (shift, bool) {
	return shift{Move{ID: id, Title: title, From: standing(o), To: standing(n)}, reachOf(o), reachOf(n)}, o != n
}

func reachOf(r result.Rating) reach {
	return reach{int(r.Low), int(r.SoFar), int(r.High), r.Met + r.Partly + r.NotMet}
}

func standing(r result.Rating) Standing {
	return Standing{Low: r.Low.String(), High: r.High.String(), SoFar: r.SoFar.String(), Words: r.Words, Known: r.Counted}
}

// verdictShift is how the verdict moved; it is false where it did not.
func verdictShift(o, n result.Verdict) (shift, bool) {
	from, to := Standing{Low: o.Low.Title, High: o.High.Title, Words: o.Sentence}, Standing{Low: n.Low.Title, High: n.High.Title, Words: n.Sentence}
	was, is := reach{low: int(o.Low.ID), high: int(o.High.ID)}, reach{low: int(n.Low.ID), high: int(n.High.ID)}
	if o.SoFar != nil {
		from.SoFar, was.soFar, was.known = o.SoFar.Title, int(o.SoFar.ID), 1
	}
	if n.SoFar != nil {
		to.SoFar, is.soFar, is.known = n.SoFar.Title, int(n.SoFar.ID), 1
	}
	return shift{Move{ID: "verdict", Title: "Verdict", From: from, To: to}, was, is}, from != to
}

// reach is a range as places on a scale, with how much is known of it. SoFar is 0 where too little is.
type reach struct{ low, soFar, high, known int }

// to says in which direction a range moved to another.
func (r reach) to(n reach) Direction {
	low, high, soFar := n.low-r.low, n.high-r.high, 0
	if r.soFar > 0 && n.soFar > 0 {
		soFar = n.soFar - r.soFar
	}
	switch {
	case low > 0 && high < 0:
		return Narrower
	case low < 0 && high > 0:
		return Wider
	case soFar*(low+high) < 0:
		return Mixed
	case low > 0, low == 0 && soFar > 0:
		return Improved
	case low < 0, low == 0 && soFar < 0:
		return Worsened
	case high > 0:
		return MayBetter
	case high < 0:
		return MayLess
	case n.known > r.known:
		return MoreKnown
	case n.known < r.known:
		return LessKnown
	}
	return SameRange
}

// bears lists what moved and bears on a rating.
func (d *Difference) bears(id string) []string {
	because := []string{}
	switch id {
	case "overall":
		for _, m := range d.Moves {
			if !slices.Contains([]string{"overall", "verdict", "context", "enablers"}, m.ID) {
				because = append(because, m.ID)
			}
		}
		return because
	case "verdict":
		for _, m := range d.Moves {
			if slices.Contains([]string{"overall", "context", "enablers"}, m.ID) {
				because = append(because, m.ID)
			}
		}
		return because
	}
	for _, c := range d.Criteria {
		if c.From == c.To {
			continue
		}
		k := c.Kind
		switch id {
		case "context":
			if k != catalogue.Context {
				continue
			}
		case "enablers":
			if k != catalogue.Enabler && k != catalogue.Practice {
				continue
			}
		default:
			if !slices.Contains(c.Questions, id) || !k.Counts() && k != catalogue.Watchpoint {
				continue
			}
		}
		because = append(because, c.ID)
	}
	return because
}

// staleness fills in the evidence that went out of date or came back into it, with the changes of what made it
// so: the day, the piece itself, or the date that overtook it.
func (d *Difference) staleness(old, new Judged, ids names) {
	d.Stale = []Staleness{}
	was, is := map[string]judge.Staleness{}, new.Stale()
	called := map[string]string{} // what the old document calls a piece, by its id in the new
	for id, s := range old.Stale() {
		was[ids.piece(id)], called[ids.piece(id)] = s, id
	}
	all := slices.AppendSeq(slices.Collect(maps.Keys(was)), maps.Keys(is))
	slices.Sort(all)
	for _, id := range slices.Compact(all) {
		if (was[id].Why == "") == (is[id].Why == "") {
			continue
		}
		s := Staleness{Evidence: id, From: was[id].Why, To: is[id].Why, Because: []string{}}
		on := slices.Concat(was[id].By, is[id].By, was[id].For, is[id].For)
		of := func(path string) bool {
			return within(path, paths.Evidence.Under(id)) || within(path, paths.Evidence.Under(cmp.Or(called[id], id)))
		}
		for i := range d.Changes {
			c := &d.Changes[i]
			if path := c.path(); c.Kind == MovedDay || of(path) || slices.ContainsFunc(on, func(v *proposal.Value) bool { return within(path, v.Path()) }) {
				s.Because = append(s.Because, path)
			}
		}
		d.Stale = append(d.Stale, s)
	}
}

// path is where a change is: in the new document, otherwise in the old one.
func (c *Change) path() string {
	if c.New != nil {
		return c.New.Path
	}
	return c.Old.Path
}

// weighs reports whether a finding counts where two states are held against each other.
func weighs(f result.Finding) bool {
	return f.Kind != result.Stale && f.Kind != result.Unused && f.Kind != result.Unpaired
}

// apart lists the findings of each of two results that the other does not have, but for what is out of date and what
// nothing asks for: those that appeared, and those that are gone.
func (n names) apart(old, new *result.Result) (appeared, gone []Finding) {
	same := func(o, now result.Finding) bool { return o.Same(now) || n.key(o.Key) == now.Key }
	appeared, gone = []Finding{}, []Finding{}
	for _, f := range new.Findings {
		if weighs(f) && !slices.ContainsFunc(old.Findings, func(o result.Finding) bool { return same(o, f) }) {
			appeared = append(appeared, Finding{f.ID, f.Kind, f.Text, f.Place.String()})
		}
	}
	for _, f := range old.Findings {
		if weighs(f) && !slices.ContainsFunc(new.Findings, func(now result.Finding) bool { return same(f, now) }) {
			gone = append(gone, Finding{f.ID, f.Kind, f.Text, f.Place.String()})
		}
	}
	return appeared, gone
}
