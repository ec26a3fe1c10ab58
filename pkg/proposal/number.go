package proposal

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// parseNumber reads a number in plain decimals, with underscores between digits at most: neither
// hexadecimal nor an infinity.
func parseNumber(s string) (float64, bool) {
	if !plainNumber(s) {
		return 0, false
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64)
	return x, err == nil
}

func plainNumber(s string) bool {
	digit := false
	for i, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digit = true
		case c == '_':
			if !digit || i+1 == len(s) || s[i+1] < '0' || s[i+1] > '9' {
				return false
			}
		case !strings.ContainsRune("+-.eE", c):
			return false
		default:
			digit = false
		}
	}
	return true
}

// hold reports whether a number is one that can be.
func (b Bounds) hold(x float64) bool {
	return b.free() || x >= b.Least && x <= b.Most && (!b.Whole || x == math.Trunc(x))
}

// expected says which numbers can be.
func (b Bounds) expected(unit string) string {
	what := "a number"
	if b.Whole {
		what = "a whole number"
	}
	if unit != "" {
		what += " (" + unit + ")"
	}
	if !b.free() {
		what += " from " + decimal(b.Least) + " to " + decimal(b.Most)
	}
	return what
}

// decimal writes a number as a document has it.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// plainly says how to write a number.
func (b Bounds) plainly() string {
	switch {
	case b.Whole:
		return "write it plainly, such as 12"
	case b.Least < 0 || b.free():
		return "write it plainly, such as 4.1 or -12"
	}
	return "write it plainly, such as 4.1"
}

// numberDo says what to write in place of what is no number, or none that can be.
func numberDo(f *Field, written string) string {
	if x, ok := parseNumber(written); ok {
		millions := strings.HasPrefix(f.Unit, "£m") && math.Abs(x) > f.Bounds.Most
		if millions && f.Bounds.hold(x/1e6) {
			return "write it in millions of pounds: " + decimal(x/1e6)
		}
		return ""
	}
	millions, times := strings.HasPrefix(f.Unit, "£m"), 1.0
	if f.Unit == inMonths {
		written, times = span(written)
	}
	x, ok := meantNumber(written, millions)
	x *= times
	if ok && millions && math.Abs(x) >= inPounds && f.Bounds.hold(x/1e6) {
		return "write it in millions of pounds: " + decimal(x/1e6)
	}
	if !ok || !f.Bounds.hold(x) {
		return f.Bounds.plainly()
	}
	return "write it plainly: " + decimal(x)
}

// inMonths is the unit of fields that ask for how long something takes.
const inMonths = "months"

// span reads a time as people write it, and gives how many there are of its unit, as written, and how many months that is: 6
// months, a year.
func span(s string) (count string, months float64) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, unit := range []struct {
		word   string
		months float64
	}{{inMonths, 1}, {"month", 1}, {"years", 12}, {"year", 12}} {
		if cut, is := strings.CutSuffix(s, unit.word); is {
			if cut = strings.TrimSpace(cut); cut == "a" {
				cut = "1"
			}
			return cut, unit.months
		}
	}
	return s, 1
}

// counted are numbers as words.
var counted = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// inPounds is from which on a sum that is not written plainly is taken to be in pounds where millions are asked for.
const inPounds = 10_000

// about is what people put before a number that is not exact.
var about = []string{"about", "around", "approximately", "approx.", "approx", "roughly", "circa", "ca.", "c.", "some", "nearly", "almost", "~", "≈"}

// meantNumber reads a number as people write it: six, 4,000, £4m, 12 %, (3.2), –3, 4 million, about 5. Of sums in
// millions, those are meant; what stands before letters that it does not know is nothing.
func meantNumber(s string, millions bool) (float64, bool) {
	s = strings.NewReplacer("–", "-", "−", "-", "‐", "-", "‑", "-", "—", "-", "\u00a0", "", "\u202f", "", "\u200b", "", " ", "", "£", "").Replace(strings.ToLower(s))
	s = strings.Trim(s, `"'“”‘’`)
	for _, word := range about {
		if rest, is := strings.CutPrefix(s, word); is {
			s = rest
			break
		}
	}
	if inside, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inside, ")") {
		s = "-" + strings.TrimSuffix(inside, ")")
	}
	times := 1.0
	for _, end := range []struct {
		word  string
		times float64
	}{{"thousand", 1e3}, {"million", 1e6}, {"bn", 1e9}, {"billion", 1e9}, {"m", 1e6}, {"k", 1e3}, {"%", 1}} {
		if cut, ok := strings.CutSuffix(s, end.word); ok {
			s, times = cut, end.times
			break
		}
	}
	if n := slices.Index(counted, s); n >= 0 {
		s = strconv.Itoa(n)
	}
	if millions && times >= 1e6 {
		times /= 1e6
	} else if millions && times > 1 {
		return 0, false
	}
	groups := strings.Split(s, ",")
	for _, g := range groups[1:] {
		if whole, _, _ := strings.Cut(g, "."); len(whole) != 3 {
			return 0, false // a decimal comma, or what is no number
		}
	}
	x, ok := parseNumber(strings.Join(groups, ""))
	return math.Round(x*times*1e9) / 1e9, ok
}
