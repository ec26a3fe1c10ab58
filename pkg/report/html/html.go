// Package html draws outlines as pages that stand by themselves: one file, with its style in it, that needs no network
// and no script, reads in any window and prints as a board paper. It decides nothing of what is shown, only how.
//
// What comes from a document stands as text or as the value of an attribute, which are escaped, and never in the style.
// An address is a link where its scheme is on a short list. What the page has to load is nothing, and its policy says so.
package html

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"iter"
	"strconv"
	"strings"
	"sync"

	g "maragu.dev/gomponents"

	"partner/pkg/report/outline"
)

//go:embed page.css
var css string

// style is the style sheet as it stands in the page: with the ends of lines of no machine.
var style = sync.OnceValue(func() string { return strings.ReplaceAll(css, "\r\n", "\n") })

// policy forbids a page all but its own style.
var policy = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(style()))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
})

// Write writes outlines as one page, one below the other, and keeps none of them.
func Write(w io.Writer, outlines iter.Seq[outline.Outline]) error {
	out := bufio.NewWriterSize(w, 1<<16)
	n := 0
	for o := range outlines {
		if n++; n == 1 {
			if err := head(titleOf(&o)).Render(out); err != nil {
				return err
			}
		}
		if err := newDrawer(&o, n).article(&o).Render(out); err != nil {
			return err
		}
	}
	if n == 0 {
		nothing := outline.Outline{Title: "Nothing to show"}
		if err := (g.Group{head(nothing.Title), newDrawer(&nothing, 1).article(&nothing)}).Render(out); err != nil {
			return err
		}
	}
	if _, err := out.WriteString("\n</body>\n</html>\n"); err != nil {
		return err
	}
	return out.Flush()
}

// Article writes an outline as the one `main` of a page of somebody else's, which has to bring the style sheet page.css
// and a policy of its own.
func Article(w io.Writer, o *outline.Outline) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if err := newDrawer(o, 1).article(o).Render(out); err != nil {
		return err
	}
	return out.Flush()
}

// begins is how every page begins, whatever its style.
const begins = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n" + `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-`

// Begins reports whether a file that starts so is a page of this package.
func Begins(start []byte) bool { return bytes.HasPrefix(start, []byte(begins)) }

// head is the page up to its first article. It closes neither the body nor the page.
func head(title string) g.Node {
	meta := func(name, content string) g.Node {
		return g.El("meta", g.Attr("name", name), g.Attr("content", content))
	}
	return g.Group{
		g.Raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"),
		g.El("head",
			g.El("meta", g.Attr("charset", "utf-8")),
			g.El("meta", g.Attr("http-equiv", "Content-Security-Policy"), g.Attr("content", policy())),
			meta("viewport", "width=device-width, initial-scale=1"), meta("color-scheme", "light dark"), meta("referrer", "no-referrer"),
			g.El("title", g.Text(title)),
			g.El("style", g.Raw(style())),
		),
		g.Raw("\n<body>"),
	}
}

// titleOf is what a page is called: by its front, or by the first words that stand on it.
func titleOf(o *outline.Outline) string {
	switch {
	case o.Title != "":
		return o.Title
	case o.Sheet != nil:
		return o.Sheet.Title
	case o.Front != nil && strings.TrimSpace(o.Front.Title) != "":
		return o.Front.Title
	}
	for _, b := range o.Lead {
		if p, is := b.(outline.Paragraph); is && strings.TrimSpace(p.Text.String()) != "" {
			return p.Text.String()
		}
	}
	for _, s := range o.Sections {
		if s.Title != "" {
			return s.Title
		}
	}
	return "Findings"
}

// drawer draws one outline.
type drawer struct {
	prefix  string            // of every id on the page, so that those of several outlines stay apart
	targets map[string]string // where a criterion is told in full: the section of the annex, by its id
	placed  map[string]bool   // those whose place has been drawn
	annexed string            // the section of the annex that is being drawn; empty on the face
	level   int               // of the headings within the section that is being drawn
}

func newDrawer(o *outline.Outline, n int) *drawer {
	d := &drawer{targets: map[string]string{}, placed: map[string]bool{}}
	if n > 1 {
		d.prefix = "p" + strconv.Itoa(n) + "-"
	}
	for _, s := range o.Annex {
		if s.Name == "questions" { // where each criterion is told in full
			d.aim(s)
		}
	}
	for _, s := range o.Annex {
		d.aim(s)
	}
	return d
}

// aim notes the criteria that items of a section of the annex tell.
func (d *drawer) aim(s outline.Section) {
	var look func([]outline.Block)
	look = func(all []outline.Block) {
		for _, b := range all {
			switch b := b.(type) {
			case outline.Item:
				if id := told(b.Text); id != "" && d.targets[id] == "" {
					d.targets[id] = s.Name
				}
				look(b.Below)
			case outline.Below:
				look(b.Blocks)
			}
		}
	}
	look(s.Blocks)
}

// article is an outline: a front with a table of contents where it is a paper, its sections, and its annex.
func (d *drawer) article(o *outline.Outline) g.Node {
	var all g.Group
	add := func(n ...g.Node) { all = append(all, n...) }
	title := titleOf(o)
	if o.Sheet != nil {
		add(d.sheet(o.Sheet))
	} else {
		add(g.El("header", g.Attr("class", "sheet"), g.El("h1", g.Text(title))))
	}
	if o.Front != nil {
		add(d.front(o))
	}
	if len(o.Lead) > 0 {
		d.level = 2
		add(g.El("div", g.Attr("class", "lead"), d.blocks(d.withoutTitle(o, title))))
	}
	if len(o.Sections)+len(o.Annex) > 3 {
		add(d.contents(o))
	}
	for i, s := range o.Sections {
		d.level = 3
		if i == 0 && s.Title == title { // the page is headed so
			d.level = 2
			add(g.Raw("\n"), g.El("section", g.Attr("class", "face"), d.id(s.Name), d.blocks(s.Blocks)))
			continue
		}
		add(g.Raw("\n"), g.El("section", g.Attr("class", "face"), g.El("h2", d.id(s.Name), g.Text(s.Title)), d.blocks(s.Blocks)))
	}
	if len(o.Annex) > 0 {
		add(d.annex(o.Annex))
	}
	if len(o.Closing) > 0 {
		add(g.El("footer", g.El("p", d.text(o.Closing))))
	}
	return g.Group{g.Raw("\n"), g.El("main", d.id("page"), all)}
}

// withoutTitle is what stands before the first section, without the line that the page is headed by.
func (d *drawer) withoutTitle(o *outline.Outline, title string) []outline.Block {
	if p, is := o.Lead[0].(outline.Paragraph); is && o.Sheet == nil && o.Front == nil && p.Text.String() == title {
		return o.Lead[1:]
	}
	return o.Lead
}

// contents lists the sections, with links to them.
func (d *drawer) contents(o *outline.Outline) g.Node {
	var all g.Group
	for _, s := range o.Sections {
		all = append(all, g.El("li", d.link(s.Name, g.Text(s.Title))))
	}
	if len(o.Annex) > 0 {
		all = append(all, g.El("li", d.link("annex", g.Text(annexTitle))))
	}
	return g.El("nav", g.Attr("class", "contents"), g.Attr("aria-labelledby", d.prefix+"contents"), g.El("h2", d.id("contents"), g.Text("Contents")), g.El("ul", all))
}

const annexTitle = "Annex, for whoever edits the document"

// annex folds what few look up. On paper all of it is open.
func (d *drawer) annex(sections []outline.Section) g.Node {
	all := g.Group{g.El("h2", d.id("annex"), g.Text(annexTitle)), g.El("p", g.Attr("class", "faint"), g.Text("Each criterion by its name in square brackets, and each statement with its place in the document."))}
	for _, s := range sections {
		d.annexed, d.level = s.Name, 4
		all = append(all, g.Raw("\n"), g.El("details", g.El("summary", g.El("h3", g.Text(s.Title))), g.El("div", d.id("annex-"+s.Name), d.blocks(s.Blocks))))
	}
	d.annexed = ""
	return g.El("section", g.Attr("class", "annex"), all)
}

// id names an element.
func (d *drawer) id(name string) g.Node { return g.Attr("id", d.prefix+name) }

// link leads to an element of the same outline.
func (d *drawer) link(name string, children ...g.Node) g.Node {
	return g.El("a", append([]g.Node{g.Attr("href", "#"+d.prefix+name)}, children...)...)
}
