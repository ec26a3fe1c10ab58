package proposal

import (
	"fmt"
	"strconv"
	"time"
)

// dayOf counts days from 1 January 1970, by the calendar alone: no clock and no time zone is asked.
func dayOf(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Calendar gives the date of a day.
func (d Day) Calendar() (year, month, day int) {
	t := time.Unix(int64(d)*86400, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// Months gives the least and the most whole months that lie between two dates of which each may mean
// several days; they are negative where the second comes first.
func Months(from, to *Value) (least, most int) {
	return monthsBetween(from.To, to.From), monthsBetween(from.From, to.To)
}

func monthsBetween(a, b Day) int {
	if b < a {
		return -monthsBetween(b, a)
	}
	ay, am, ad := a.Calendar()
	by, bm, bd := b.Calendar()
	n := (by-ay)*12 + bm - am
	if bd < ad {
		n--
	}
	return n
}

// InWords gives a date as it was written, in words: 1 June 2014, June 2014, 2014.
func (v *Value) InWords() string {
	if v == nil || v.State != Given || v.Field.Kind != Date {
		return ""
	}
	y, m, d := v.From.Calendar()
	switch year, month := strconv.Itoa(y), time.Month(m).String(); len(v.Word) {
	case len("2014"):
		return year
	case len("2014-06"):
		return month + " " + year
	default:
		return strconv.Itoa(d) + " " + month + " " + year
	}
}

// DayWritten reads a day as a document writes it, 2014-06-01, and gives it in words: 1 June 2014. It is false for anything
// else, a month or a year included.
func DayWritten(word string) (inWords string, ok bool) {
	t, err := time.Parse(time.DateOnly, word)
	return t.Format("2 January 2006"), err == nil
}

// Later gives the date so many months after a date that is given, as exact as that one is: a day, a month
// or a year. After a year, and months that do not come to whole years, it is the first month that can be
// meant. It gives nil where there is no date, or none that a document could hold.
func (v *Value) Later(months int) *Value {
	if v == nil || v.State != Given || v.Field.Kind != Date {
		return nil
	}
	year, month, day := v.From.Calendar()
	month += months - 1
	year, month = year+month/12, month%12+1
	exact := len(v.Word)
	if exact == len("2014") && months%12 != 0 {
		exact = len("2014-06")
	}
	word := fmt.Sprintf("%04d-%02d-%02d", year, month, min(day, daysIn(year, month)))[:exact]
	later := &Value{Field: v.Field, Parent: v.Parent, Key: v.Key, Pos: v.Pos, State: Given, Word: word}
	var ok bool
	if later.From, later.To, ok = parseDate(word); !ok {
		return nil
	}
	return later
}
