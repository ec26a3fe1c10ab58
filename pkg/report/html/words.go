package html

import (
	"net/url"
	"strings"

	g "maragu.dev/gomponents"

	"partner/pkg/rating"
	"partner/pkg/wording"
)

// marks are the marks of ratings, and signs those of statuses: each stands beside a word.
var (
	marks = [...]string{rating.Unrated: "?", rating.Red: "○", rating.AmberRed: "◔", rating.AmberGreen: "◐", rating.Green: "●"}
	signs = map[rating.Status]string{rating.Met: "+", rating.AtLeastPartly: "≥", rating.Partly: "~", rating.AtMostPartly: "≤", rating.NotMet: "−", rating.Disputed: "!", rating.Unknown: "?"}
)

// The classes of ratings and of statuses.
var (
	grades   = [...]string{rating.Unrated: "none", rating.Red: "red", rating.AmberRed: "amber-red", rating.AmberGreen: "amber-green", rating.Green: "green"}
	statuses = map[rating.Status]string{rating.Met: "met", rating.AtLeastPartly: "at-least", rating.Partly: "partly", rating.AtMostPartly: "at-most", rating.NotMet: "not", rating.Disputed: "disputed", rating.Unknown: "unknown"}
)

// text is text in parts. On the face a criterion is not named by its id: the words before it lead to where it is told,
// and show the id to whoever points at them. So do those before a place of the document.
func (d *drawer) text(t wording.Text) g.Node {
	if len(t) == 1 && t[0].Criterion == "" {
		return d.part(t[0])
	}
	var all g.Group
	rest := t
	if d.annexed == "" {
		if i := nameAt(t); i > 0 {
			all = append(all, d.claim(t[:i], t[i].Criterion))
			if tags := tagsOf(t[i]); tags != "" {
				all = append(all, g.Raw(" "), g.El("span", g.Attr("class", "tag"), g.Text(tags)))
			}
			rest = t[i+1:]
		}
	}
	for _, p := range rest {
		if p.Text == "" && p.Kind == wording.Words || p.Place && d.annexed == "" {
			continue
		}
		n := d.part(p)
		if n == nil {
			continue
		}
		if !p.Glued && len(all) > 0 {
			all = append(all, g.Raw(" "))
		}
		all = append(all, n)
	}
	return all
}

// places are where in the document a text says that something stands, which the face shows to whoever points at it.
func (d *drawer) places(t wording.Text) g.Node {
	if d.annexed == "" {
		for _, p := range t {
			if p.Place {
				return g.Attr("title", strings.Trim(p.Text, "()"))
			}
		}
	}
	return nil
}

// claim is words that lead to where their criterion is told.
func (d *drawer) claim(words wording.Text, id string) g.Node {
	said := d.text(words)
	if d.targets[id] == "" {
		return said
	}
	return d.link(anchor(id), g.Attr("title", id), said)
}

// nameAt is where in a text a criterion is named by its id, -1 where none is.
func nameAt(t wording.Text) int {
	for i, p := range t {
		if p.Criterion != "" && strings.HasPrefix(p.Text, "[") {
			return i
		}
	}
	return -1
}

// told is the criterion that a text tells of, by its id: the first that it names.
func told(t wording.Text) string {
	if i := nameAt(t); i >= 0 && !strings.ContainsAny(t[i].Criterion, " \t\n\f\r") {
		return t[i].Criterion
	}
	return ""
}

// tagsOf are what is said of a criterion beside its id.
func tagsOf(p wording.Part) string {
	return strings.TrimPrefix(strings.TrimPrefix(strings.Trim(p.Text, "[]"), p.Criterion), ", ")
}

// anchor is the id of the place where a criterion is told.
func anchor(criterion string) string { return "criterion-" + criterion }

// part is a run of words, or a mark.
func (d *drawer) part(p wording.Part) g.Node {
	switch {
	case p.Kind == wording.Mark && p.Grade == rating.Unrated:
		return nil // words say so
	case p.Kind == wording.Mark:
		return g.El("span", g.Attr("class", "mark "+grades[p.Grade]), g.Attr("aria-hidden", "true"), g.Text(marks[p.Grade]))
	case p.Kind == wording.Sign:
		return g.El("span", g.Attr("class", "sign "+statuses[p.Status]), g.Attr("aria-hidden", "true"), g.Text(signs[p.Status]))
	}
	words := g.Text(p.Text)
	switch {
	case p.Criterion != "" && d.targets[p.Criterion] != "":
		return d.link(anchor(p.Criterion), g.If(d.annexed == "", g.Attr("title", p.Criterion)), words)
	case leads(p.Link):
		return g.El("a", g.Attr("href", p.Link), g.Attr("rel", "noopener noreferrer"), words)
	case p.Grade != rating.Unrated:
		return g.El("span", g.Attr("class", "grade "+grades[p.Grade]), words)
	case p.Tone == wording.Strong:
		return g.El("strong", words)
	case p.Tone == wording.Faint:
		return g.El("span", g.Attr("class", "faint"), words)
	}
	return words
}

// leads reports whether an address is one to which a page may lead: of the web or of mail, and with a host or a name.
func leads(address string) bool {
	if address == "" {
		return false
	}
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	}
	return false
}

// beside is the address of a file in the folder of the page, whatever it is called.
func beside(file string) string { return "./" + url.PathEscape(file) }
