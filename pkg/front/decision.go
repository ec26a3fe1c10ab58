package front

import (
	"strconv"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// decision says on which day what is decided, what is signed and what is still open; where no day is told, who
// brought it about, and that no day is told.
func (p *page) decision() []result.FrontLine {
	root := p.j.Doc.Root
	decision, starts, ends := root.Find(paths.Decision), root.Find(paths.Starts), root.Find(paths.Ends)
	status := root.Find(paths.AgreementStatus)
	var x item
	var sentences []string
	var days []string
	running := root.Find(paths.Progress)
	since := root.Find(paths.RunsSince)
	saysStart := running.Is("running") && len(running.Views) == 0 && since.Known() && starts.Known() && since.From == starts.From && since.To == starts.To
	for _, d := range []struct {
		v            *proposal.Value
		ahead, past  string
		withDistance bool
	}{{decision, "", "decided ", true}, {starts, "starts ", "started ", !decision.Known()}, {ends, "ends ", "ended ", false}} {
		if !d.v.Known() {
			continue
		}
		if x.at = append(x.at, d.v); d.v == starts && saysStart {
			continue
		}
		words := d.ahead
		if p.passed(d.v) {
			words = d.past
		}
		if p.passed(d.v) || d.v == decision {
			words += map[bool]string{true: "on ", false: "in "}[d.v.From == d.v.To]
		}
		if d.v == decision && p.passed(d.v) && !p.decided() {
			words = "the day of the decision has passed: "
		}
		words += d.v.InWords()
		if in := p.distance(d.v); in != "" && d.withDistance {
			words += ", " + in
		}
		if reason := besides(d.v.Because); reason != "" {
			words += " (" + p.within(reason) + ")"
			x.quotes = append(x.quotes, reason)
		}
		days = append(days, words)
	}
	if v := running; v.Known() && !v.Is("proposed") && len(v.Views) == 0 {
		said := map[string]string{"decided": "Decided", "running": "It runs already", "ended": "It has ended"}[v.Word]
		if since.Known() && v.Is("running") {
			said = "It has run since " + since.InWords()
			x.at = append(x.at, since)
		}
		if reason := besides(v.Because); reason != "" {
			said += ": " + p.within(reason)
			x.quotes = append(x.quotes, reason)
		}
		x.at = append(x.at, v)
		if !(v.Is("decided") && besides(v.Because) == "" && p.passed(decision)) { // its day says so
			sentences = append(sentences, wording.Sentence(said))
		}
	}
	if len(days) > 0 {
		sentences = append(sentences, wording.Sentence(p.upperFirst(days)))
		if p.passed(decision) && !p.decided() {
			sentences = append(sentences, "Say whether it was taken, or set another day.")
		}
	}
	if status.Known() {
		said := map[string]string{"signed": "The agreement is signed", "drafted": "The agreement is drafted", "planned": "An agreement is planned", "none": "There is no agreement"}[status.Word]
		if status.Is("signed") && len(days) == 0 && !root.Find(paths.Progress).Known() {
			said = "Taken"
		}
		if reason := besides(status.Because); reason != "" {
			for _, begin := range []string{"Signed by ", "Signed"} { // the reason says so itself
				if strings.HasPrefix(reason, begin) {
					said = ""
				}
			}
			if said == "" {
				sentences = append(sentences, wording.Sentence(reason))
			} else {
				sentences = append(sentences, p.after(said, reason))
			}
		} else if len(days) > 0 || status.Is("signed") {
			sentences = append(sentences, wording.Sentence(said))
		}
		x.quotes, x.at = append(x.quotes, status.Because), append(x.at, status)
	}
	mandate, brokered := root.Find(paths.Mandate), root.Find(paths.BrokeredBy)
	if len(sentences) == 0 {
		for _, v := range []*proposal.Value{mandate, root.Find(paths.Constituted), brokered} {
			if reason := besides(because(v)); reason != "" && !p.toldAlready(reason) {
				if v == brokered && mandate.Known() {
					reason = strings.TrimSuffix(reason, ".") + "; " + mandate.Word
					x.at = append(x.at, mandate)
				}
				sentences = append(sentences, wording.Sentence(reason))
				x.at, x.quotes = append(x.at, v), append(x.quotes, v.Because)
				p.shown[v] = true
				break
			}
		}
	}
	if len(sentences) == 0 && !p.j.Placement.Form.Known() {
		x.text = "None is asked yet: no form" + missingExtent(root) + " and no day is told."
		x.at = p.kindAt()
		return p.labelled("Decision", x)
	}
	if missing := missingDays(decision, starts, ends, root.Find(paths.Form)); missing != "" {
		sentences = append(sentences, missing)
	}
	x.text = strings.Join(sentences, " ")
	p.told = append(p.told, x.text)
	return p.labelled("Decision", x)
}

func (p *page) upperFirst(days []string) string { return wording.Upper(strings.Join(days, "; ")) }

func missingExtent(root *proposal.Value) string {
	if !root.Find(paths.Extent).Known() {
		return ", no reach"
	}
	return ""
}

// missingDays says which of the days are not told.
func missingDays(decision, starts, ends, form *proposal.Value) string {
	var missing []string
	for _, d := range []struct {
		v    *proposal.Value
		name string
	}{{decision, "decision"}, {starts, "start"}, {ends, "end"}} {
		if !d.v.Known() && !(d.name == "end" && (decision.Known() || starts.Known())) {
			missing = append(missing, d.name)
		}
	}
	if len(missing) == 0 {
		return ""
	}
	return "No day of " + wording.Or(missing) + " is told."
}

func (p *page) labelled(label string, x item) []result.FrontLine {
	l := p.line(x)
	l.Label = label
	return []result.FrontLine{l}
}

// passed reports whether a day has surely passed on the day on which the document is true.
func (p *page) passed(d *proposal.Value) bool {
	asOf := p.j.Doc.Root.Find(paths.AsOf)
	return d.Known() && asOf.Known() && d.To < asOf.From
}

// ahead reports whether a day is surely still ahead.
func (p *page) ahead(d *proposal.Value) bool {
	asOf := p.j.Doc.Root.Find(paths.AsOf)
	return d.Known() && asOf.Known() && d.From > asOf.To
}

// decided reports whether the document shows that the decision was taken.
func (p *page) decided() bool {
	return p.j.Timing.Dated.Earliest > result.ToDecide
}

// distance says how far a day is from the one on which the document is true: in ten weeks, six days ago. It is
// empty where either is not a day.
func (p *page) distance(d *proposal.Value) string {
	asOf := p.j.Doc.Root.Find(paths.AsOf)
	if !asOf.Known() || !d.Known() || asOf.From != asOf.To || d.From != d.To {
		return ""
	}
	days := int(d.From - asOf.From)
	if days == 0 {
		return "today"
	}
	n := max(days, -days)
	words := wording.Things(n, "day")
	switch {
	case n >= 730:
		words = wording.Things(n/365, "year")
	case n >= 120:
		words = wording.Things(n*12/365, "month")
	case n >= 14:
		words = wording.Things(n/7, "week")
	}
	if n > 12 && n < 14 {
		words = strconv.Itoa(n) + " days"
	}
	if days < 0 {
		return words + " ago"
	}
	return "in " + words
}

// because gives the reason stated for a value itself, empty where there is none.
func because(v *proposal.Value) string {
	if v == nil {
		return ""
	}
	return v.Because
}
