// Package markdown writes what came of documents as Markdown to paste into a ticket or a pull request: a summary,
// and a list of tasks to tick off.
package markdown

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"partner/pkg/report/finding"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Write writes a stream of documents as they come, with an empty line between two.
func Write(w io.Writer, documents iter.Seq[finding.Document]) error {
	between := ""
	for d := range documents {
		if _, err := io.WriteString(w, between+page(&d)); err != nil {
			return err
		}
		between = "\n"
	}
	return nil
}

// page is what is told of a document.
func page(d *finding.Document) string {
	var b strings.Builder
	if d.Result == nil {
		b.WriteString("## " + Escaped(d.Name) + "\n")
	} else {
		summary(&b, d.Result)
	}
	about := tasks(d, func(f *finding.Finding) (string, bool) {
		return place(f) + " " + Escaped(f.Kind) + ": " + Escaped(f.Says()), d.Result == nil || d.Result.Criterion(f.Rule) == nil
	})
	switch {
	case d.Result == nil && len(about) == 0:
		b.WriteString("\nNothing was found.\n")
	case d.Result == nil:
		list(&b, "", about)
	default:
		against(&b, &d.Result.Front)
		departures(&b, d.Result)
		list(&b, "To do", work(d.Result))
		list(&b, "To find out", asks(d.Result))
		own(&b, d.Result)
		list(&b, "To correct in the document", about)
		fmt.Fprintf(&b, "\nFrom %s, by catalogue %s (%s).\n", Escaped(d.Name), Escaped(d.Result.Catalogue.Version), Escaped(d.Result.Catalogue.Hash))
	}
	return b.String()
}

// summary says how a proposal is rated.
func summary(b *strings.Builder, r *result.Result) {
	fmt.Fprintf(b, "## %s\n\n", Escaped(r.Title))
	said := []string{"**" + Escaped(wording.Title(r.Overall.Words)) + ".**", Escaped(r.Verdict.Sentence)}
	if o := r.Overlay; o != nil {
		if o.Words.Raised != "" {
			said = append(said, "**"+Escaped(o.Words.Raised)+"**")
		}
		said = append(said, "\n\n"+Escaped(strings.Join(wording.Given(o.Words.Beside, o.Words.Held, o.Words.Own, o.Words.Which), " ")))
	}
	b.WriteString(strings.Join(said, " ") + "\n\n| Question | Rating | Answer |\n| --- | --- | --- |\n")
	for _, q := range r.Questions {
		fmt.Fprintf(b, "| %s | %s | %s |\n", Escaped(q.Title), Escaped(q.Rating.Words), Escaped(q.Answer))
	}
}

// against lists what the first screen says against it, what does not fit together before that.
func against(b *strings.Builder, f *result.Front) {
	for _, id := range []result.FrontBlockID{result.FrontMisfits, result.FrontAgainst} {
		block := f.Block(id)
		if block == nil || block.Heading == "" {
			continue
		}
		b.WriteString("\n### " + Escaped(block.Heading) + "\n\n")
		for i := range block.Lines {
			b.WriteString("- " + Escaped(result.FrontText(block.Lines[i].Text)) + "\n")
		}
	}
}

// departures says what the boards go on without, on the record, and how it would be rated with that.
func departures(b *strings.Builder, r *result.Result) {
	var all []string
	for i := range r.Departures {
		if x := &r.Departures[i]; x.InForce() {
			line := "- " + Escaped(wording.Title(x.Title)) + " (" + Escaped(x.Words)
			if x.Gate {
				line += "; essential"
			}
			all = append(all, line+") `"+x.ID+"`\n")
		}
	}
	if len(all) == 0 {
		return
	}
	b.WriteString("\n### Gone without, on the record\n\n" + strings.Join(all, ""))
	if r.Departing != nil {
		b.WriteString("\n" + Escaped(r.Departing.Sentence) + "\n")
	}
}

// own lists the criteria of a catalogue laid over the built-in one that are due and not in place, or not known.
func own(b *strings.Builder, r *result.Result) {
	if r.Overlay == nil {
		return
	}
	var all []string
	for _, c := range r.Own() {
		switch {
		case c.When != result.Now:
		case c.Status.Short() && c.Fix != nil:
			all = append(all, Escaped(strings.TrimSuffix(c.Fix.Do, "."))+bracketed(c.Fix.Who, c.Fix.By)+" `"+c.ID+"`")
		case c.Status.Open() > 0:
			all = append(all, Escaped(c.Asks)+bracketed(c.Of)+" `"+c.ID+"`")
		}
	}
	list(b, "By "+Escaped(r.Overlay.Title), all)
}

// work is what is to be done, in the order of its weight.
func work(r *result.Result) []string {
	var all []string
	for _, a := range r.DoFirst {
		all = append(all, Escaped(strings.TrimSuffix(a.Do, "."))+bracketed(a.Who, a.By)+" `"+a.Criterion+"`")
	}
	return all
}

// asks is what is to be found out, in the order of its weight.
func asks(r *result.Result) []string {
	var all []string
	for _, a := range r.FindOutFirst {
		line := Escaped(a.Asks) + bracketed(a.Of)
		if a.Criterion != "" {
			line += " `" + a.Criterion + "`"
		}
		for _, x := range a.Reasons {
			line += "; told: " + Escaped(strings.Join(wording.Given(x.Of, x.Because), ": "))
		}
		all = append(all, line)
	}
	return all
}

func bracketed(parts ...string) string {
	if of := strings.Join(wording.Given(parts...), ", "); of != "" {
		return " (" + Escaped(of) + ")"
	}
	return ""
}

// tasks are what the findings of a document ask for, the weightiest first.
func tasks(d *finding.Document, said func(*finding.Finding) (string, bool)) []string {
	var all []string
	for _, level := range finding.Levels {
		for i := range d.Findings {
			if f := &d.Findings[i]; f.Level == level {
				if line, is := said(f); is {
					all = append(all, line)
				}
			}
		}
	}
	return all
}

// list writes tasks to tick off, below a heading where there is one.
func list(b *strings.Builder, heading string, tasks []string) {
	if len(tasks) == 0 {
		return
	}
	if heading != "" {
		b.WriteString("\n### " + heading + "\n")
	}
	b.WriteByte('\n')
	for _, task := range tasks {
		b.WriteString("- [ ] " + task + "\n")
	}
}

// place gives the place of a finding.
func place(f *finding.Finding) string {
	at := f.Place.File
	if f.Place.Line > 0 {
		at += ":" + strconv.Itoa(f.Place.Line)
	}
	return Escaped(at)
}

// Escaped gives text on one line in which nothing is taken for Markdown or HTML, names nobody and refers to
// nothing: behind what would call a user or another ticket stands a space of no width.
func Escaped(s string) string {
	var b strings.Builder
	s = finding.Line(s)
	for i, r := range s {
		before, after := s[:i], s[i+utf8.RuneLen(r):]
		next, _ := utf8.DecodeRuneInString(after)
		switch {
		case strings.ContainsRune("`*_[]<>|\\~$&", r):
			b.WriteByte('\\')
		case (strings.ContainsRune("#+-=!.)", r) || r == ':' && next == ':') && strings.Trim(before, " 0123456789") == "":
			b.WriteByte('\\') // at the start it would make a heading, a list, a line, or command a runner
		}
		b.WriteRune(r)
		if strings.ContainsRune("@#!~%$&", r) && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '_') || // somebody, or a ticket
			r == '-' && unicode.IsDigit(next) && strings.HasSuffix(strings.ToUpper(before), "GH") || // a ticket, too
			r == ':' && next == '/' || next == '.' && strings.HasSuffix(strings.ToLower(s[:i+utf8.RuneLen(r)]), "www") { // an address
			b.WriteString("&#8203;")
		}
	}
	return b.String()
}
