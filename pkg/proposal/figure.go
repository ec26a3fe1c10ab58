package proposal

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// figureAt finds the first figure of a text, with the sign before it and what stands behind it.
var figureAt = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[^\pL\d.,])([£€$]?)([-–−]?)(\d[\d,]*(?:\.\d+)?)( ?%| ?(?:per cent|percent)\b| ?(?:bn|million|billion|thousand|m|k)\b)?(.*)$`)
})

// unitAt finds the word behind a figure.
var unitAt = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^ ?(\pL+)`) })

// noUnits are words that may stand behind a figure and say nothing of what it counts.
var noUnits = strings.Fields("in by at on since so this last as now after from for per and or but when before until up down today with is was are were it the")

// quantity is a figure with what it counts.
type quantity struct {
	number float64
	unit   string // "" where nothing tells
}

// quantityIn reads the figure with which a text begins to count: 64 % seen within a day, £3.2m, about 40 days. A span, a
// share of so many, and what may be a year are no such figure.
func quantityIn(text string) (quantity, bool) {
	m := figureAt().FindStringSubmatch(strings.ToLower(text))
	if m == nil {
		return quantity{}, false
	}
	currency, minus, digits, scale, rest := m[2], m[3], m[4], strings.TrimSpace(m[5]), m[6]
	x, ok := meantNumber(digits+map[bool]string{true: scale}[scale != "%" && !strings.HasPrefix(scale, "per")], false)
	if !ok || spanning(rest) {
		return quantity{}, false
	}
	if minus != "" {
		x = -x
	}
	q := quantity{number: x, unit: currency}
	if scale == "%" || strings.HasPrefix(scale, "per") {
		q.unit += "%"
	}
	if w := unitAt().FindStringSubmatch(rest); w != nil && !slices.Contains(noUnits, w[1]) && q.unit == "" {
		q.unit = strings.TrimSuffix(w[1], "s")
	}
	year := q.unit == "" && x == math.Trunc(x) && x >= 1900 && x < 2100 && !strings.Contains(digits, ",")
	return q, !year
}

// spanning reports whether a figure goes on behind it: as a span, as a share of so many or as a day.
func spanning(rest string) bool {
	rest = strings.TrimSpace(rest)
	for _, begins := range []string{"-", "–", "/", ":", "to ", "of ", "out of ", "in ", "and "} {
		if more, is := strings.CutPrefix(rest, begins); is && figureNext(more) {
			return true
		}
	}
	return false
}

// figureNext reports whether a text begins with a figure that is no year.
func figureNext(s string) bool {
	s = strings.TrimLeft(strings.TrimSpace(s), "£€$")
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n > 0 && n != len("2027")
}

// Behind reports whether a figure is worse than the one from which it was to get better: seen from a baseline to a
// target, it lies on the other side of the baseline. It is not known where one of the three texts has no figure, where
// they do not count the same, or where target and baseline are one.
func Behind(reached, baseline, target string) (behind, known bool) {
	at, has := quantityIn(reached)
	from, hasFrom := quantityIn(baseline)
	to, hasTo := quantityIn(target)
	if !has || !hasFrom || !hasTo || from.unit != to.unit || at.unit != from.unit || from.number == to.number {
		return false, false
	}
	return (to.number-from.number)*(at.number-from.number) < 0, true
}
