package catalogue

import (
	"slices"
	"strconv"

	"partner/pkg/source"
)

// expects says what stands at each key of a criterion.
var expects = map[string]string{
	"id":         "small letters, digits and single hyphens, such as lifts-inspected",
	"title":      "the claim that holds when it is met, in at most " + strconv.Itoa(maxTitle) + " characters, without a full stop",
	"lack":       "the clause that holds when it is not met, in at most " + strconv.Itoa(maxTitle) + " characters, without a full stop",
	"short":      "the title in at most " + strconv.Itoa(maxShort) + " characters",
	"lack_short": "the lack in at most " + strconv.Itoa(maxShort) + " characters",
	"asks":       "the question to put to a person, with its question mark",
	"of":         "the role that can answer it",
	"kind":       source.Listed([]string{string(Context), string(Enabler), string(Practice), string(Watchpoint)}),
	"gate":       "`true` or a condition, with a `home` among its questions where it feeds several",
	"why":        "what goes wrong without it, and under `since` the version that it came with",
	"cites":      "at least one {source, place, strength}, of a source of this catalogue or of the built-in one",
	"questions":  "one or more of patients, strategy, culture, risks, sustainability and governance",
	"board":      "first, second, helper, helped or a role",
	"met":        "`judged: true`, or under `met` a condition over facts",
	"fix":        "{do, who, effort, evidence}: an order without a full stop, a role, low, medium or high, and what closes it",
	"due":        "before-decision, before-start or first-year",
	"good":       "a fragment of a proposal for which it is met; none for what is judged",
	"bad":        "a fragment of a proposal for which it is not met; none for what is judged",
	"":           "a criterion that holds together",
}

// validate checks the criteria that the overlay adds or changes by what holds for every criterion of the catalogue, and
// that each source and each strength that it brings is cited.
func (r *overlayReader) validate(raw *Catalogue) {
	spoken := raw.spoken(raw.speech("", ""))
	v := &validator{c: spoken, citing: map[string]bool{}, strengths: map[string]bool{}}
	for _, e := range slices.Concat(r.own, r.changes) {
		v.errs = nil
		c := *spoken.Criterion(e.criterion.ID)
		own := !slices.Contains(r.changes, e)
		if own { // the id with its name has been looked at
			_, c.ID, _ = Foreign(c.ID)
		}
		v.criterion("", &c)
		if c.Axis() != "" && own {
			v.on("met").wrong("", "the rule is `agrees`, by which the built-in catalogue alone compares what is declared")
		}
		for _, s := range c.Sectors {
			if spoken.Sectors.Sector(s) == nil {
				v.on("sectors").wrong("", "the sector %q is none", s)
			}
		}
		for _, err := range v.errs {
			p := err.(*problem)
			expected, do := expects[p.key], "correct it"
			if n, _ := source.ValueOf(e.node, p.key); n == nil && p.key != "" {
				do = "add or correct `" + p.key + "`"
			}
			r.wrong = append(r.wrong, e.file.At(e.at(p.key), source.Quoted(c.ID)+": "+p.text, expected, do))
		}
	}
	if len(r.wrong) > 0 {
		return // what could not be read may cite it
	}
	list := r.entries("sources")
	for i, s := range r.file.Sources {
		if !v.citing[s.ID] {
			r.amiss(source.Resolve(list[i]), "the source "+source.Quoted(s.ID)+", which nothing cites", "sources that a criterion rests on", "cite it, or remove it")
		}
	}
	list = r.entries("strengths")
	for i, w := range r.file.Strengths {
		if !v.strengths[w.ID] {
			r.amiss(source.Resolve(list[i]), "the strength "+source.Quoted(w.ID)+", which nothing has", "strengths of what is cited", "use it, or remove it")
		}
	}
}
