package readback

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Paper is what a browser sees of a page of HTML.
type Paper struct {
	Title    string
	Headings []string
	Text     string   // all that is to be read, with one space between two words
	Hints    []string // what is shown of something that is pointed at
	Pictures []string // what each picture is said to show
	Links    []string // to addresses outside the page
	Pages    []string // that lie beside it and that it leads to, as their files are called
	IDs      map[string]bool
}

// Elements that a page may hold, and attributes that they may have. A picture has some of its own.
var (
	elements = strings.Fields("html head meta title style body main header footer nav section div span p a strong h1 h2 h3 h4 h5 h6 ul li dl dt dd table thead tbody tr th td details summary figure figcaption pre svg rect circle line text desc")
	common   = strings.Fields("id class title role aria-label aria-hidden aria-labelledby")
	allowed  = map[string][]string{
		"html": {"lang"}, "meta": {"charset", "name", "content", "http-equiv"}, "a": {"href", "rel"}, "th": {"scope"}, "td": {"data-label", "colspan"},
		"svg": {"width", "height", "viewBox"}, "rect": {"x", "y", "width", "height"}, "circle": {"cx", "cy", "r"}, "line": {"x1", "y1", "x2", "y2"}, "text": {"x", "y", "text-anchor"},
	}
	inline = strings.Fields("span a strong")
)

// HTML reads a page as a browser does, and fails where a text is more than text: an element or an attribute that a page
// does not hold, a style that its policy does not know, two elements of one id, a link to nothing or to what is no
// address of the web or of mail, nor a page beside it.
func HTML(t testing.TB, out []byte) Paper {
	t.Helper()
	Harmless(t, out)
	if !bytes.HasPrefix(out, []byte("<!DOCTYPE html>\n")) || bytes.Contains(out, []byte("ZgotmplZ")) {
		t.Fatalf("it does not begin as a page does, or lost a text: %.80s", out)
	}
	doc, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	p := Paper{IDs: map[string]bool{}}
	var text strings.Builder
	var inside, styles []string
	var policy string
	var walk func(n *html.Node, hidden bool)
	walk = func(n *html.Node, hidden bool) {
		if n.Type == html.CommentNode {
			t.Fatalf("a comment: %q", n.Data)
		}
		if n.Type == html.TextNode && !hidden {
			text.WriteString(n.Data)
		}
		if n.Type == html.ElementNode {
			if !slices.Contains(elements, n.Data) {
				t.Fatalf("a <%s>", n.Data)
			}
			for _, a := range n.Attr {
				if !slices.Contains(common, a.Key) && !slices.Contains(allowed[n.Data], a.Key) {
					t.Fatalf("<%s %s=%q>", n.Data, a.Key, a.Val)
				}
				switch a.Key {
				case "id":
					if p.IDs[a.Val] || a.Val == "" || strings.ContainsAny(a.Val, " \t\n") {
						t.Fatalf("the id %q twice, or none", a.Val)
					}
					p.IDs[a.Val] = true
				case "title":
					p.Hints = append(p.Hints, a.Val)
				case "href":
					if name, is := strings.CutPrefix(a.Val, "#"); is {
						inside = append(inside, name)
					} else if name, is := strings.CutPrefix(a.Val, "./"); is {
						file, err := url.PathUnescape(name)
						if err != nil || url.PathEscape(file) != name || strings.ContainsAny(file, "/\\:") {
							t.Fatalf("a link leads to %q", a.Val)
						}
						p.Pages = append(p.Pages, file)
					} else {
						p.Links = append(p.Links, a.Val)
					}
				}
			}
			hidden = hidden || n.Data == "head" || n.Data == "svg" || has(n, "aria-hidden", "true")
			switch n.Data {
			case "title":
				if n.Namespace == "" {
					p.Title = strings.Join(strings.Fields(whole(n)), " ")
				}
			case "style":
				styles = append(styles, whole(n))
			case "meta":
				if has(n, "http-equiv", "Content-Security-Policy") {
					policy = value(n, "content")
				}
			case "svg":
				if !has(n, "role", "img") || value(n, "aria-label") == "" {
					t.Fatalf("a picture that says nothing: %v", n.Attr)
				}
				p.Pictures = append(p.Pictures, value(n, "aria-label"))
			case "h1", "h2", "h3", "h4", "h5", "h6":
				p.Headings = append(p.Headings, strings.Join(strings.Fields(whole(n)), " "))
			}
		}
		block := n.Type == html.ElementNode && !slices.Contains(inline, n.Data)
		if block {
			text.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, hidden)
		}
		if block {
			text.WriteByte(' ')
		}
	}
	walk(doc, false)
	p.Text = strings.Join(strings.Fields(text.String()), " ")
	if len(styles) != 1 {
		t.Fatalf("%d styles", len(styles))
	}
	sum := sha256.Sum256([]byte(styles[0]))
	if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") || strings.Contains(policy, "unsafe") {
		t.Fatalf("the policy is %q", policy)
	}
	for _, name := range inside {
		if !p.IDs[name] {
			t.Fatalf("a link leads to #%s, and nothing is called so", name)
		}
	}
	for _, address := range p.Links {
		if scheme, _, _ := strings.Cut(strings.ToLower(address), ":"); !slices.Contains([]string{"http", "https", "mailto"}, scheme) {
			t.Fatalf("a link leads to %q", address)
		}
	}
	if p.Title == "" || !slices.Contains(p.Headings, p.Title) {
		t.Fatalf("it is called %q, and headed by %q", p.Title, p.Headings)
	}
	return p
}

func value(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key, is string) bool { return value(n, key) == is }

// whole is all the text below an element.
func whole(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
