// Package junit writes what came of documents as JUnit reports, which every build server shows: a suite for each
// document, a case for each criterion that is due and each finding.
package junit

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/report/finding"
)

// counts are what readers go by before they look at cases: without them a suite that fails is taken for one
// that was left out. Nothing is timed.
type counts struct{ tests, failures, errors, skipped int }

func (c *counts) add(x counts) {
	c.tests, c.failures, c.errors, c.skipped = c.tests+x.tests, c.failures+x.failures, c.errors+x.errors, c.skipped+x.skipped
}

func (c counts) String() string {
	return fmt.Sprintf(`tests="%d" failures="%d" errors="%d" skipped="%d" time="0"`, c.tests, c.failures, c.errors, c.skipped)
}

// Write writes a stream of documents, once all have come: how many cases there are stands first.
func Write(w io.Writer, documents iter.Seq[finding.Document]) error {
	var all counts
	var suites strings.Builder
	seen := map[string]int{}
	for d := range documents {
		all.add(suite(&suites, finding.Again(seen, d.Name), &d))
	}
	_, err := fmt.Fprintf(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"partner\" %s>\n%s</testsuites>\n", all, suites.String())
	return err
}

// suite writes the suite of a document, and counts it.
func suite(b *strings.Builder, name string, d *finding.Document) counts {
	var n counts
	var cases strings.Builder
	names := map[string]int{} // of one class and name, some readers keep the last case alone
	write := func(of string, f *finding.Finding) {
		n.tests++
		fmt.Fprintf(&cases, `    <testcase name="%s" classname="%s" time="0"`, escaped(finding.Again(names, of)), escaped(name))
		if f == nil {
			cases.WriteString("/>\n")
			return
		}
		element := "failure"
		switch {
		case d.Broken():
			element = "error"
			n.errors++
		case f.Level == finding.Note:
			element = "skipped"
			n.skipped++
		default:
			n.failures++
		}
		at := f.Place.File
		if f.Place.Line > 0 {
			at += ":" + strconv.Itoa(f.Place.Line) + ":" + strconv.Itoa(f.Place.Column)
		}
		fmt.Fprintf(&cases, ` file="%s"`, escaped(f.Place.File))
		if f.Place.Line > 0 {
			fmt.Fprintf(&cases, ` line="%d"`, f.Place.Line)
		}
		said := escaped(at + ": " + f.Says()) // in both: readers drop the one or the other, and most the attributes of place
		fmt.Fprintf(&cases, ">\n      <%s message=\"%s\" type=\"partner.%s\">%s</%s>\n    </testcase>\n", element, said, strings.ReplaceAll(f.Kind, " ", "-"), said, element)
	}
	if d.Result != nil {
		for i := range d.Result.Criteria {
			if c := &d.Result.Criteria[i]; finding.Rates(c) && c.Status == rating.Met {
				write(titled(d, c.ID), nil)
			}
		}
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		switch {
		case f.Level == finding.Note:
			write(f.Rule+": "+f.Says(), f) // of a case that is left out, some readers keep the name alone
		case d.Result != nil && d.Result.Criterion(f.Rule) != nil:
			write(titled(d, f.Rule), f)
		default:
			write(f.Key, f)
		}
	}
	if n.tests == 0 {
		write("no findings", nil) // a suite without cases is no suite to some readers
	}
	fmt.Fprintf(b, "  <testsuite name=\"%s\" %s>\n%s%s  </testsuite>\n", escaped(name), n, properties(d), cases.String())
	return n
}

// properties say by which catalogue the document is judged where one is laid over the built-in one, and how that one alone
// rates it.
func properties(d *finding.Document) string {
	o := d.Rules.Laid()
	if o == nil || d.Broken() {
		return ""
	}
	all := [][2]string{{"catalogue", d.Rules.Applied()}}
	if d.Result != nil && d.Result.Overlay != nil {
		all = append(all, [2]string{"rating", d.Result.Overall.Words}, [2]string{"rating.built-in", d.Result.Overlay.Beside.Overall.Words})
	}
	var b strings.Builder
	b.WriteString("    <properties>\n")
	for _, p := range all {
		fmt.Fprintf(&b, "      <property name=\"%s\" value=\"%s\"/>\n", p[0], escaped(p[1]))
	}
	b.WriteString("    </properties>\n")
	return b.String()
}

// titled names the case of a criterion.
func titled(d *finding.Document, id string) string {
	return id + ": " + strings.TrimSuffix(d.Rules.Rule(id).Title, ".")
}

var quoted = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;")

// escaped gives text on one line as it stands in XML, in an attribute as well as between tags. What XML 1.0
// has no way to write stands as an escape that a person can read; the entities are those that every reader knows.
func escaped(s string) string {
	s = finding.Line(s)
	if strings.ContainsFunc(s, forbidden) {
		var b strings.Builder
		for _, r := range s {
			if forbidden(r) {
				fmt.Fprintf(&b, `\u%04x`, r)
			} else {
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	return quoted.Replace(s)
}

// forbidden reports whether XML 1.0 forbids a character or advises against it.
func forbidden(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}
