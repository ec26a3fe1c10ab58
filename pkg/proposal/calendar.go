package proposal

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// DateDo says what to write in place of what is no date: the date as ISO 8601 has it, where one can be
// told, and otherwise nothing. Days stand before months in what has only numbers, as in Britain.
func DateDo(written string) string {
	s := strings.Join(strings.Fields(strings.NewReplacer(",", " ", "\u00a0", " ", "\u202f", " ", "–", "-", "—", "-", "‑", "-", "−", "-", "“", "", "”", "", "‘", "", "’", "", `"`, "", "\u200b", "").Replace(strings.ToLower(written))), " ")
	for _, read := range []func(string) string{financialYear, yearFirst, inNumbers, inWords, partOfYear} {
		if do := read(s); do != "" {
			return do
		}
	}
	return ""
}

// yearFirst reads 2027-13, 2027-6-1, 2027/06/01, 2027.06.01 or 2027-06-01T12:00.
func yearFirst(s string) string {
	day, clock, _ := strings.Cut(s, "t")
	if clock == "" {
		day, _, _ = strings.Cut(s, " ")
	}
	parts := strings.FieldsFunc(day, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) == 1 && digits(day, 4) {
		return iso(day, 0, 0)
	}
	if len(parts) < 2 || len(parts) > 3 || !digits(parts[0], 4) || len(parts[1]) > 2 || len(parts) == 2 && strings.Contains(day, "/") {
		return ""
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil {
		return ""
	}
	if len(parts) == 2 && month > 0 {
		return iso(parts[0], month, 0)
	} else if len(parts) == 2 {
		return "there is no month 0: the months are 01 to 12"
	}
	d, err := strconv.Atoi(parts[2])
	if err != nil || d == 0 {
		return ""
	}
	return iso(parts[0], month, d)
}

// financialYear reads 2025/26 and 2025-26.
func financialYear(s string) string {
	first, second, ok := strings.Cut(strings.ReplaceAll(s, "/", "-"), "-")
	if !ok || !digits(first, 4) || !digits(second, 2) && !digits(second, 4) {
		return ""
	}
	year, _ := strconv.Atoi(first)
	if next := strconv.Itoa(year + 1); !strings.HasSuffix(next, second) {
		return ""
	}
	return fmt.Sprintf("a financial year is no date: write the day that is meant, such as its end, %d-03-31", year+1)
}

// inNumbers reads 01/06/2027, 1.6.27 and 1-6-2027.
func inNumbers(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '.' || r == '-' })
	if len(parts) < 2 || len(parts) > 3 || strings.Trim(s, "0123456789/.-") != "" {
		return ""
	}
	year := parts[len(parts)-1]
	short := digits(year, 2)
	if short {
		year = "20" + year
	}
	if !digits(year, 4) {
		return ""
	}
	var numbers []int
	for _, p := range parts[:len(parts)-1] {
		n, err := strconv.Atoi(p)
		if err != nil || n == 0 || n > 31 {
			return ""
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 1 {
		return iso(year, numbers[0], 0)
	}
	day, month := numbers[0], numbers[1]
	if month > 12 && day <= 12 {
		return iso(year, day, month)
	}
	do := iso(year, month, day)
	if strings.HasPrefix(do, "write ") && (short || day <= 12 && day != month) {
		do += fmt.Sprintf(" (read as day, month, year: %d %s %s)", day, time.Month(month), year)
	}
	return do
}

// inWords reads 1 June 2027, 1st Jun 27, June 1 2027, Monday 1 June 2027 and June 2027.
func inWords(s string) string {
	year, month, day := "", 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '/' || r == '.' }) {
		number := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
		switch {
		case digits(number, 4) && year == "" && number == w:
			year = number
		case number != "" && (number == w || strings.HasPrefix("stndrdth", w[len(number):]) || strings.Contains(" st nd rd th ", " "+w[len(number):]+" ")):
			n, err := strconv.Atoi(number)
			switch {
			case err != nil || n == 0 || n > 99:
				return ""
			case day == 0 && n <= 31:
				day = n
			case year == "" && digits(number, 2):
				year = "20" + number
			default:
				return ""
			}
		case monthOf(w) > 0 && month == 0:
			month = monthOf(w)
		case w == "of" || strings.HasSuffix(w, "day"):
		default:
			return ""
		}
	}
	if year == "" || month == 0 {
		return ""
	}
	return iso(year, month, day)
}

// partOfYear reads autumn 2027, late autumn 2027, Q3 2027 and mid 2027, which are no dates.
func partOfYear(s string) string {
	month, year, part := 0, "", false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '/' || r == '.' }) {
		switch {
		case digits(w, 4) && year == "":
			year = w
		case strings.Contains(" early mid late end beginning start middle ", " "+w+" "):
			part = true
		case w == "of" || w == "the" || w == "in":
		case seasons[w] > 0 && month == 0:
			month = seasons[w]
		default:
			return ""
		}
	}
	switch {
	case year == "" || month == 0 && !part:
		return ""
	case month == 0:
		return "write the month or the day that is meant, or the year alone: " + year
	}
	return fmt.Sprintf("write the month or the day that is meant, such as %s-%02d", year, month)
}

// seasons are the parts of a year as people call them, each with a month of it.
var seasons = map[string]int{"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 12, "q1": 1, "q2": 4, "q3": 7, "q4": 10}

// monthOf gives the number of a month by its English name, or the beginning of one; 0 where it is none.
func monthOf(word string) int {
	if len(word) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), word) {
			return int(m)
		}
	}
	if word == "sept" {
		return int(time.September)
	}
	return 0
}

// iso says how a date is to be written, of which the day, or day and month, may be zero for none. Of one that the calendar does not have
// it says why.
func iso(year string, month, day int) string {
	y, _ := strconv.Atoi(year)
	switch {
	case y < 1900 || y > 2200:
		return "write a year from 1900 to 2200"
	case month == 0 && day == 0:
		return "write " + year
	case month < 1 || month > 12:
		return fmt.Sprintf("there is no month %d: the months are 01 to 12", month)
	case day == 0:
		return fmt.Sprintf("write %s-%02d", year, month)
	case day > daysIn(y, month):
		return fmt.Sprintf("%s %s has %d days", time.Month(month), year, daysIn(y, month))
	}
	return fmt.Sprintf("write %s-%02d-%02d", year, month, day)
}
