package proposal

import (
	"fmt"
	"slices"
	"time"

	"partner/pkg/proposal/paths"
)

// ParseDay reads a day as a document writes it, 2014-06-01. A month or a year is none.
func ParseDay(word string) (Day, bool) {
	from, to, ok := parseDate(word)
	return from, ok && from == to
}

// ParseDays reads a day, a month or a year as a document writes it: the first and the last day that it may mean.
func ParseDays(word string) (from, to Day, ok bool) { return parseDate(word) }

// String writes a day as a document does: 2014-06-01.
func (d Day) String() string {
	year, month, day := d.Calendar()
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// InWords writes a day as people do: 1 June 2014.
func (d Day) InWords() string {
	words, _ := DayWritten(d.String())
	return words
}

// Dated is the day that a document is read as of, where that was asked for.
type Dated struct {
	Asked  *Value // stands in the place of what the document states; nil where no day was asked for
	Stated *Value // what the document itself states; nil where it states nothing
}

// AsAt gives the proposal as it stands on a day, whatever day it states itself: ages are reckoned from that one, and
// dates before it have passed. All else is shared with the original, which stays as it is.
func (p *Proposal) AsAt(day Day) *Proposal {
	return p.asAt(&Value{State: Given, Word: day.String(), From: day, To: day})
}

// AsAtDayOf gives it as at the day of another one, which may be a month, a year or not known.
func (p *Proposal) AsAtDayOf(other *Proposal) *Proposal {
	if day := other.Root.Find(paths.AsOf); day != nil {
		return p.asAt(day)
	}
	return p.asAt(&Value{})
}

func (p *Proposal) asAt(day *Value) *Proposal {
	i := slices.IndexFunc(p.Root.Field.Fields, func(f *Field) bool { return f.Key == string(paths.AsOf) })
	root := p.Root.sharing(p.Root.Parent)
	if root.fields == nil {
		root.fields, root.State = make([]*Value, len(root.Field.Fields)), Given
	}
	stated := root.fields[i]
	if p.Dated.Asked != nil {
		stated = p.Dated.Stated
	}
	asked := *day
	asked.Field, asked.Parent, asked.Key, asked.Pos = root.Field.Fields[i], root, string(paths.AsOf), root.Pos
	if stated != nil {
		asked.Pos = stated.Pos
	}
	root.fields[i] = &asked
	q := *p
	q.Root, q.Dated = root, Dated{Asked: &asked, Stated: stated}
	return &q
}

// DayInWords reads a day as InWords writes it, 1 June 2014. A month or a year is none.
func DayInWords(words string) (Day, bool) {
	t, err := time.Parse("2 January 2006", words)
	if err != nil {
		return 0, false
	}
	return dayOf(t.Year(), int(t.Month()), t.Day()), true
}

// LastDayInWords reads a day, a month or a year as InWords writes it, and gives the last day that it may mean.
func LastDayInWords(words string) (Day, bool) {
	for _, layout := range []string{"2 January 2006", "January 2006", "2006"} {
		if t, err := time.Parse(layout, words); err == nil {
			switch layout {
			case "January 2006":
				t = t.AddDate(0, 1, -1)
			case "2006":
				t = t.AddDate(1, 0, -1)
			}
			return dayOf(t.Year(), int(t.Month()), t.Day()), true
		}
	}
	return 0, false
}
