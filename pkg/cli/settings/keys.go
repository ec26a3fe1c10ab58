// Package settings reads how a person wants reports: from flags, the environment and the nearest
// settings file, in that order. Nothing but settings passes through it, and a value is checked in the
// same way wherever it comes from.
package settings

import (
	"slices"
	"strconv"
	"strings"

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
)

// Key is one setting.
type Key struct {
	Name        string // as a flag and in a settings file
	Placeholder string // what stands for its value in a flag's help
	Help        string // what it sets
	Words       []string
	Number      bool // besides the words, a whole number from report.MinWidth to report.MaxWidth
	Default     string
}

// Env gives the key's environment variable.
func (k Key) Env() string { return "PARTNER_" + strings.ToUpper(strings.ReplaceAll(k.Name, "-", "_")) }

// Keys gives all settings, in the order in which they are shown.
func Keys() []Key {
	return []Key{
		{Name: "format", Placeholder: "FORMAT", Help: "the report's format", Words: report.Names(), Default: "text"},
		{Name: "width", Placeholder: "COLUMNS", Help: "how wide a text report is, from " + strconv.Itoa(report.MinWidth) + " to " + strconv.Itoa(report.MaxWidth) + "; auto is the terminal's width, and 100 where there is none", Words: []string{Auto}, Number: true, Default: Auto},
		{Name: "color", Placeholder: "WHEN", Help: "when text is coloured; auto is on a terminal that is not dumb, or where CLICOLOR_FORCE is set, but not where NO_COLOR is", Words: []string{Auto, Always, Never}, Default: Auto},
		{Name: "ascii", Placeholder: "bool", Help: "draw text with ASCII characters alone; letters of the document stay as they are", Words: []string{"true", "false"}, Default: "false"},
		{Name: "at-least", Placeholder: "RATING", Help: "the gate: the low end of the overall range must be at least this, or the exit code is 1", Words: append([]string{None}, rating.Grades()...), Default: None},
		{Name: "evidence", Placeholder: "WHICH", Help: "which overall range the gate reads: as claimed, or as documented", Words: []string{Claimed, Documented}, Default: Claimed},
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
	if k.Number {
		return "a whole number from " + strconv.Itoa(report.MinWidth) + " to " + strconv.Itoa(report.MaxWidth) + ", or " + source.Listed(k.Words)
	}
	return source.Listed(k.Words)
}

// Allows reports whether the key may have that value.
func (k Key) Allows(value string) bool {
	if slices.Contains(k.Words, value) {
		return true
	}
	n, err := strconv.Atoi(value)
	return k.Number && err == nil && n >= report.MinWidth && n <= report.MaxWidth && strconv.Itoa(n) == value
}
