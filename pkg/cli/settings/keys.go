// Package settings reads how a person wants reports: from flags, the environment and the nearest
// settings file, in that order. Nothing but settings passes through it, and a value is checked in the
// same way wherever it comes from.
package settings

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/report"
	"partner/pkg/source"
)

// The words that settings may have, beyond ratings and the names of formats.
const (
	Auto       = "auto"
	Always     = "always"
	Never      = "never"
	None       = "none"
	Claimed    = "claimed"
	Documented = "documented"
	Stated     = "stated"
)

// Key is one setting.
type Key struct {
	Name        string // as a flag and in a settings file
	Placeholder string // what stands for its value in a flag's help
	Help        string // what it sets
	Words       []string
	Also        Also // what it may be besides
	Default     string
	Short       string // the letter of its flag, or nothing
	Bare        string // what its flag sets where no value is given; "" where one is needed
	Prints      bool   // it says how to print, and every command that prints takes its flag
}

// Also is what a key may be besides one of its words. The zero value is nothing.
type Also struct {
	Is    string // in a phrase
	Holds func(value string) bool
}

// number is a whole number, written plainly.
func number(from, to int) Also {
	return Also{"a whole number from " + strconv.Itoa(from) + " to " + strconv.Itoa(to), func(value string) bool {
		n, err := strconv.Atoi(value)
		return err == nil && n >= from && n <= to && strconv.Itoa(n) == value
	}}
}

// aDay is a day of the calendar. It is never read in any other way than a document reads one.
var aDay = Also{"a day such as 2026-06-10", func(value string) bool {
	_, is := proposal.ParseDay(value)
	return is
}}

// Env gives the key's environment variable.
func (k Key) Env() string { return "PARTNER_" + strings.ToUpper(strings.ReplaceAll(k.Name, "-", "_")) }

// yesOrNo are the words of a setting that is on or off.
var yesOrNo = []string{"true", "false"}

// Keys gives all settings, in the order in which they are shown.
func Keys() []Key {
	return []Key{
		{Name: "format", Short: "f", Prints: true, Placeholder: "FORMAT", Help: "the format of standard output, and of -o", Words: report.ReportNames(), Default: "text"},
		{Name: "width", Prints: true, Placeholder: "COLUMNS", Help: "how wide text is, from " + strconv.Itoa(report.MinWidth) + " to " + strconv.Itoa(report.MaxWidth) + "; auto is the terminal's width, also through a pager, and 100 in a file", Words: []string{Auto}, Also: number(report.MinWidth, report.MaxWidth), Default: Auto},
		{Name: "color", Prints: true, Placeholder: "WHEN", Help: "when text is coloured; auto is on a terminal that is not dumb, or where CLICOLOR_FORCE is set, but not where NO_COLOR is", Words: []string{Auto, Always, Never}, Default: Auto},
		{Name: "ascii", Prints: true, Placeholder: "bool", Help: "draw text with ASCII characters alone; letters of the document stay as they are", Words: yesOrNo, Default: "false", Bare: "true"},
		{Name: "quiet", Short: "q", Prints: true, Placeholder: "bool", Help: "nothing on standard error but errors and gates that fail: no counts, no remarks", Words: yesOrNo, Default: "false", Bare: "true"},
		{Name: "at-least", Placeholder: "RATING", Help: "the gate: the low end of the overall range must be at least this, or the exit code is 1", Words: append([]string{None}, rating.Grades()...), Default: None},
		{Name: "evidence", Placeholder: "WHICH", Help: "which overall range the gate reads: as claimed, or as documented", Words: []string{Claimed, Documented}, Default: Claimed},
		{Name: "as-of", Placeholder: "DAY", Help: "judge as at this day, such as 2026-06-10, and not as at the day that a document states: what is out of date or overdue by then", Words: []string{Stated}, Also: aDay, Default: Stated},
	}
}

func names() []string {
	var names []string
	for _, k := range Keys() {
		names = append(names, k.Name)
	}
	return names
}

func find(name string) (Key, bool) {
	for _, k := range Keys() {
		if k.Name == name {
			return k, true
		}
	}
	return Key{}, false
}

// Expected says in a phrase what values the key may have.
func (k Key) Expected() string {
	if k.Also.Is != "" {
		return k.Also.Is + ", or " + source.Listed(k.Words)
	}
	return source.Listed(k.Words)
}

// Allows reports whether the key may have that value.
func (k Key) Allows(value string) bool {
	return slices.Contains(k.Words, value) || k.Also.Holds != nil && k.Also.Holds(value)
}
