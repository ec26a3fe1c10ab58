package example

import (
	"strings"

	"partner/pkg/internal/duplicate"
	"partner/pkg/result"
)

// Hostile are documents that mean to break a page, a terminal or a reader's trust.
func Hostile() map[string]*result.Result {
	f := Result()
	prose := func(s string) bool { return strings.ContainsAny(s, " ") && !strings.Contains(s, "so far") }
	with := func(put func(string) string) *result.Result {
		return duplicate.Of(f, func(s string) string {
			if prose(s) {
				return put(s)
			}
			return s
		})
	}
	return map[string]*result.Result{
		"escape sequences": with(func(s string) string { return "\x1b[31m\x1b]0;title\x07" + s + "\x1b[2J\u009b31m" }),
		"directions":       with(func(s string) string { return "\u202e" + s + "\u2066\u200f" }),
		"lines":            with(func(s string) string { return "one\ntwo\r\n\tthree " + s }),
		"very long words":  with(func(s string) string { return strings.Repeat("Llanfair", 60) + " " + s }),
		"wide characters": with(func(s string) string {
			return "医院合作伙伴关系评估报告医院合作伙伴关系评估报告 " + s
		}),
		"wide words":        with(func(s string) string { return strings.Repeat("医院", 120) }),
		"emoji and accents": with(func(s string) string { return "👩‍⚕️🏥 e\u0301a\u0308 🇬🇧 " + s }),
		"very long texts":   with(func(s string) string { return strings.Repeat(s+" ", 12) }),
		"empty texts":       with(func(string) string { return "" }),
		"nothing but space": with(func(string) string { return " \t\n " }),
		"long ids":          duplicate.Of(f, func(s string) string { return strings.ReplaceAll(s, "-one", strings.Repeat("-one", 50)) }),
		"nothing at all":    {},
	}
}
