// Package settings reads how a person wants reports: from flags, the environment and the nearest
// settings file, in that order. Nothing but settings passes through it, and a value is checked in the
// same way wherever it comes from.
package settings

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/gate"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/pkg/source"
)

// The words that settings may have, beyond ratings and the names of formats.
const (
	Auto   = "auto"
	Always = "always"
	Never  = "never"
	None   = "none"
	Stated = "stated"
	Dated  = "dated"

	BuiltIn = "built-in"
	Laid    = "laid-over"
)

// Key is one setting.
type Key struct {
	Name        string // as a flag and in a settings file
	Placeholder string // what stands for its value in a flag's help
	Help        string // what it sets
	Words       []string
	Also        Also // what it may be besides
	List        bool // it may be several of its words, with commas between them; in a settings file also a list
	Default     string
	Short       string // the letter of its flag, or nothing
	Bare        string // what its flag sets where no value is given; "" where one is needed
	Prints      bool   // it says how to print, and every command that prints takes its flag
}

// Also is what a key may be besides one of its words. The zero value is nothing.
type Also struct {
	Is    string // in a phrase
	Holds func(value string) bool
	Write func(value string) string // how to write what was meant, "" where that cannot be told; nil where it never can
}

// number is a whole number, written plainly.
func number(from, to int) Also {
	return Also{Is: "a whole number from " + strconv.Itoa(from) + " to " + strconv.Itoa(to), Holds: func(value string) bool {
		n, err := strconv.Atoi(value)
		return err == nil && n >= from && n <= to && strconv.Itoa(n) == value
	}}
}

// aDay is a day of the calendar. It is never read in any other way than a document reads one, and where it is written in
// another, it is said as a document says it how to write it.
var aDay = Also{Is: "a day such as 2026-06-10", Holds: isDay, Write: func(value string) string {
	do := proposal.DateDo(value)
	if day, _, _ := strings.Cut(strings.TrimPrefix(do, "write "), " "); !isDay(day) {
		return "" // a month or a year is no day
	}
	return do
}}

func isDay(value string) bool {
	_, is := proposal.ParseDay(value)
	return is
}

// aFolder is any text: whether it leads to a catalogue is found out later.
var aFolder = Also{Is: "a folder with an overlay.yaml", Holds: func(value string) bool { return value != "" }}

// anything is any text, of which more is found out later.
var anything = Also{Is: "a file or a git revision", Holds: func(value string) bool { return value != "" }}

// StageWords are the words for the stages, in their order.
func StageWords() []string { return result.AskedStages() }

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
		{Name: "catalogue", Prints: true, Placeholder: "FOLDER", Help: "a catalogue of your own in a folder (or REV:FOLDER), laid over the one that partner brings", Words: []string{BuiltIn}, Also: aFolder, Default: BuiltIn},
		{Name: "fail-on", Placeholder: "KIND[,KIND]", Help: "the gate: exit with 1 where a document has any of these: " + source.Listed(gate.Names()), Words: append([]string{None}, gate.Names()...), List: true, Default: None},
		{Name: "at-least", Placeholder: "RATING", Help: "the gate: the rating of the whole must be at least this, or the exit code is 1", Words: append([]string{None}, rating.Grades()...), Default: None},
		{Name: "of", Placeholder: "WHICH", Help: "which rating --at-least reads: the low end of the range, the rating so far, or the low end on documents alone", Words: gate.ReadingNames(), Default: string(gate.Low)},
		{Name: "stage", Placeholder: "STAGE", Help: "what is due at this stage counts; dated is the stage that the dates show", Words: append([]string{Dated}, StageWords()...), Default: Dated},
		{Name: "as-of", Placeholder: "DAY", Help: "judge as at this day, such as 2026-06-10, and not as at the day that a document states: what is out of date or overdue by then", Words: []string{Stated}, Also: aDay, Default: Stated},
		{Name: "old-after", Placeholder: "DAYS", Help: "after how many days a document is old, for --fail-on old", Also: number(0, 36500), Default: "365"},
		{Name: "gate-catalogue", Placeholder: "WHICH", Help: "by which catalogue the gate judges, where one is laid over the built-in one", Words: []string{BuiltIn, Laid}, Default: BuiltIn},
		{Name: "base", Placeholder: "FILE|REV", Help: "what the documents were, in a git revision, a file or the lines of an earlier batch: only what is new against it fails", Words: []string{None}, Also: anything, Default: None},
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
	switch {
	case k.List:
		return source.Listed(k.Words) + ", or several with commas between them"
	case len(k.Words) == 0:
		return k.Also.Is
	case k.Also.Is != "":
		return k.Also.Is + ", or " + source.Listed(k.Words)
	}
	return source.Listed(k.Words)
}

// meant says which word may have been meant by a value that the key does not allow, or how to write what was; of a list, for the
// first word that it does not have.
func (k Key) meant(value string) string {
	if k.Also.Write != nil {
		if do := k.Also.Write(value); do != "" {
			return do
		}
	}
	if !k.List || !strings.Contains(value, ",") {
		return source.DidYouMean(value, k.Words)
	}
	for _, word := range strings.Split(value, ",") {
		if word = strings.TrimSpace(word); !slices.Contains(k.Words, word) {
			if near := source.Nearest(word, k.Words); near != "" {
				return "for " + quoted(word) + " did you mean " + quoted(near) + "?"
			}
			return quoted(word) + " is none of these"
		}
	}
	return "none goes with no other"
}

// Allows reports whether the key may have that value.
func (k Key) Allows(value string) bool {
	if k.List && !slices.Contains(k.Words, value) {
		_, all := gate.Parse(value)
		return all
	}
	return slices.Contains(k.Words, value) || k.Also.Holds != nil && k.Also.Holds(value)
}
