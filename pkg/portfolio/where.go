package portfolio

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Where says which proposals are asked for: those that fulfil each condition.
type Where []Condition

// Condition wants one of several values of a key.
type Condition struct {
	Key    string   `json:"key"`
	Values []string `json:"values"`
}

// The keys of conditions, in the order in which help lists them.
const (
	keyStage        = "stage"
	keyType         = "type"
	keyForm         = "form"
	keyOrganisation = "organisation"
	keyRating       = "rating"
	keyVerdict      = "verdict"
	keyGate         = "gate"
	keyFinding      = "finding"
	keyPath         = "path"
)

// WhereKeys are the keys of conditions.
var WhereKeys = []string{keyStage, keyType, keyForm, keyOrganisation, keyRating, keyVerdict, keyGate, keyFinding, keyPath}

// stages are the words for stages in a condition.
var stages = []struct {
	word  string
	stage result.Stage
}{{"decide", result.ToDecide}, {"start", result.ToStart}, {"running", result.Running}, {"unknown", result.UnknownStage}}

// word is how a rating or the like is written in a condition.
func word(said string) string { return strings.ReplaceAll(said, " ", "-") }

// WrongCondition is a condition that none can be.
type WrongCondition struct {
	What  string   // what was found: a key, or a value of a key
	Word  string   // what stands there
	Valid []string // what may
}

func (e *WrongCondition) Error() string {
	return fmt.Sprintf("unknown %s %q; expected %s", e.What, e.Word, wording.Or(e.Valid))
}

// ParseWhere reads a condition, or several parted by commas: stage=running,rating=red,amber-red. What follows a comma
// without a key is a further value of the key before it.
func ParseWhere(cat *catalogue.Catalogue, text string) (Where, error) {
	var all Where
	for part := range strings.SplitSeq(text, ",") {
		key, value, is := strings.Cut(part, "=")
		key = strings.TrimSpace(key)
		switch {
		case is && slices.Contains(WhereKeys, key):
			all = append(all, Condition{Key: key})
		case len(all) == 0:
			return nil, &WrongCondition{"key of a condition", key, WhereKeys}
		default:
			value = part
		}
		last := &all[len(all)-1]
		value = strings.TrimSpace(value)
		if valid := last.valid(cat); value == "" || valid != nil && !slices.Contains(valid, value) {
			return nil, &WrongCondition{last.Key, value, append(valid, Where{}.hint(last.Key)...)}
		}
		last.Values = append(last.Values, value)
	}
	return all, nil
}

// hint says what a key takes whose values are no words of ours.
func (Where) hint(key string) []string {
	switch key {
	case keyOrganisation:
		return []string{"the name or the file of an organisation"}
	case keyPath:
		return []string{"a path, or a pattern in which ** stands for folders"}
	}
	return nil
}

// valid gives the words that a condition may want, nil where it may be any.
func (c *Condition) valid(cat *catalogue.Catalogue) []string {
	var all []string
	switch c.Key {
	case keyStage:
		for _, s := range stages {
			all = append(all, s.word)
		}
	case keyType:
		for _, t := range cat.Typology.Types {
			all = append(all, t.ID)
		}
	case keyForm:
		for _, f := range cat.Typology.Forms {
			all = append(all, f.ID)
		}
	case keyRating:
		for _, r := range AllRated {
			all = append(all, word(r.String()))
		}
	case keyVerdict:
		all = append(rating.Verdicts(), word(TooLittleKnown.String()))
	case keyGate:
		for i := range cat.Criteria {
			if g := &cat.Criteria[i].Gate; g.Always || g.When != nil {
				all = append(all, cat.Criteria[i].ID)
			}
		}
	case keyFinding:
		for _, k := range result.FindingKinds {
			all = append(all, string(k))
		}
	}
	return all
}

// Words are the conditions as they are written.
func (w Where) Words() []string {
	all := []string{}
	for _, c := range w {
		all = append(all, c.Key+"="+strings.Join(c.Values, ","))
	}
	return all
}

// Keeps reports whether a rated line fulfils all conditions.
func (w Where) Keeps(cat *catalogue.Catalogue, l *batch.Line) bool {
	for _, c := range w {
		if !slices.ContainsFunc(c.Values, func(v string) bool { return holds(cat, l, c.Key, v) }) {
			return false
		}
	}
	return true
}

func holds(cat *catalogue.Catalogue, l *batch.Line, key, value string) bool {
	switch key {
	case keyStage:
		return slices.ContainsFunc(stages, func(s struct {
			word  string
			stage result.Stage
		}) bool {
			return s.word == value && s.stage == l.Stage.Is
		})
	case keyType:
		return slices.Contains(l.Types, value)
	case keyForm:
		return slices.Contains(l.Forms, value)
	case keyOrganisation:
		for i := range l.Organisations {
			if o := &l.Organisations[i]; folded(o.Name) == folded(value) || o.File == value {
				return true
			}
		}
	case keyRating:
		return word(rated(l.Overall).String()) == value
	case keyVerdict:
		if l.Verdict.SoFar == rating.NoVerdict {
			return value == word(TooLittleKnown.String())
		}
		return l.Verdict.SoFar.String() == value
	case keyGate:
		r := Reduction{Cat: cat}
		return slices.ContainsFunc(l.OpenGates, func(id string) bool {
			i := r.criterion(l, id)
			return i >= 0 && cat.Criteria[i].ID == value
		})
	case keyFinding:
		return slices.ContainsFunc(l.Findings, func(f batch.Findings) bool { return string(f.Kind) == value })
	case keyPath:
		is, err := doublestar.Match(value, l.Path)
		return l.Path == value || err == nil && is || strings.HasPrefix(l.Path, strings.TrimSuffix(value, "/")+"/")
	}
	return false
}

// CompleteWhere gives what a condition that has been begun may go on with.
func CompleteWhere(cat *catalogue.Catalogue, begun string) []string {
	var all []string
	key, _, is := strings.Cut(begun, "=")
	if !is {
		for _, k := range WhereKeys {
			all = append(all, k+"=")
		}
		return all
	}
	before := key + "="
	if comma := strings.LastIndex(begun, ","); comma >= 0 {
		before = begun[:comma+1]
	}
	c := Condition{Key: key}
	for _, v := range c.valid(cat) {
		all = append(all, before+v)
	}
	return all
}
