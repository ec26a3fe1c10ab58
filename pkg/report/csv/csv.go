// Package csv writes what came of documents as one table in the form of RFC 4180: a row for each criterion that
// is due, and for each finding.
package csv

import (
	"encoding/csv"
	"io"
	"iter"
	"strconv"
	"strings"

	"partner/pkg/report/finding"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// columns are the names of the columns.
var columns = []string{
	"file", "title", "id", "kind", "status", "gate", "questions", "says", "reason", "do", "who", "by", "ask", "ask_of", "documented", "place", "line", "column", "source",
	"catalogue", "overlay", "rating", "rating_built_in",
}

// Write writes the rows of a stream of documents as they come.
func Write(w io.Writer, documents iter.Seq[finding.Document]) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(columns); err != nil {
		return err
	}
	for d := range documents {
		for _, row := range rows(&d) {
			cells := make([]string, len(columns))
			for i, name := range columns {
				cells[i] = cell(row[name])
			}
			if err := c.Write(cells); err != nil {
				return err
			}
		}
		c.Flush() // a document is there as soon as it is done
		if err := c.Error(); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// rows are the rows of a document, by the names of columns: its criteria in the catalogue's order, met or not,
// and what was found about it.
func rows(d *finding.Document) []map[string]string {
	var all []map[string]string
	title, rated, builtIn := "", "", ""
	if d.Result != nil {
		title, rated, builtIn = d.Result.Title, d.Result.Overall.Words, d.Result.Overall.Words
		if o := d.Result.Overlay; o != nil {
			builtIn = o.Beside.Overall.Words
		}
		for i := range d.Result.Criteria {
			if c := &d.Result.Criteria[i]; finding.Rates(c) {
				all = append(all, criterion(d, c))
			}
		}
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		if d.Result != nil && d.Result.Criterion(f.Rule) != nil {
			continue // it has its row
		}
		kind := "finding"
		if f.Kind == f.Rule && f.Level == finding.Error {
			kind = "error"
		}
		rule := d.Rules.Rule(f.Rule)
		all = append(all, map[string]string{
			"id": f.Rule, "kind": kind, "status": f.Kind, "says": f.Text, "do": f.Do, "place": f.Place.File, "line": number(f.Place.Line), "column": number(f.Place.Column), "source": strings.Join(rule.Cites, "; "),
		})
	}
	for _, row := range all {
		row["file"], row["title"] = d.Name, title
		row["catalogue"], row["overlay"], row["rating"], row["rating_built_in"] = d.Rules.Applied(), d.Does(row["id"]), rated, builtIn
	}
	return all
}

func criterion(d *finding.Document, c *result.Criterion) map[string]string {
	row := map[string]string{
		"id": c.ID, "kind": string(c.Kind), "status": c.Status.String(), "gate": yes(c.Gate), "questions": strings.Join(c.Questions, "; "), "says": finding.Sentence(c.Says),
		"reason": reason(c), "documented": yes(c.Documented), "source": strings.Join(d.Rules.Rule(c.ID).Cites, "; "),
	}
	at := d.Placed(c.Place)
	row["place"], row["line"], row["column"] = at.File, number(at.Line), number(at.Column)
	switch finding.Wants(c) {
	case finding.Work:
		row["do"], row["who"], row["by"] = c.Fix.Do, c.Fix.Who, c.Fix.By
	case finding.Answer:
		row["ask"], row["ask_of"] = c.Asks, c.Of
	}
	return row
}

// reason says what a status rests on: the facts with why they are so, or why it is not known.
func reason(c *result.Criterion) string {
	var all []string
	for _, f := range c.Facts {
		fact := strings.Join(wording.Given(f.Label, f.Value), ": ")
		if f.Because != "" {
			fact += " (" + f.Because + ")"
		}
		all = append(all, fact)
	}
	for _, r := range c.Reasons {
		all = append(all, strings.Join(wording.Given(r.Of, r.Because), ": "))
	}
	return strings.Join(all, "; ")
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// cell gives text on one line that no spreadsheet takes for a formula, and no runner of workflows for a command:
// what begins like one is led in by an apostrophe, as one types it to have it taken for text.
func cell(s string) string {
	s = finding.Line(s)
	if strings.IndexAny(strings.TrimLeft(s, " \u00a0\u3000"), "=+-@＝＋－＠|%") == 0 || strings.HasPrefix(s, "::") {
		return "'" + s
	}
	return s
}
