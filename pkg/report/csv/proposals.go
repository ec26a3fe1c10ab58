package csv

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/portfolio"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Proposals writes the lines of many documents as one table, a row for each in the order in which they come.
func Proposals(w io.Writer, lines iter.Seq[*batch.Line], questions []string) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(proposalColumns(questions)); err != nil {
		return err
	}
	for l := range lines {
		if err := c.Write(proposalRow(l, questions)); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// proposalColumns are the names of the columns; of each question there are three.
func proposalColumns(questions []string) []string {
	all := []string{"path", "title", "as_of", "attention", "organisation_1", "organisation_2", "types", "forms", "stage", "overall", "overall_low", "overall_high", "documented", "documented_low", "documented_high", "certain", "verdict", "verdict_low", "verdict_high"}
	for _, q := range questions {
		all = append(all, q, q+"_low", q+"_high")
	}
	return append(all, "met", "at_least_partly", "partly", "at_most_partly", "not_met", "unknown", "open_gates", "findings", "do_first", "who", "find_out_first", "whom", "errors", "error", "catalogue", "built_in", "built_in_low", "built_in_high", "verdict_built_in")
}

// proposalRow is the row of a document; of one with errors it holds these alone.
func proposalRow(l *batch.Line, questions []string) []string {
	if l.Standing == nil {
		row := make([]string, len(proposalColumns(questions)))
		row[0] = cell(l.Path)
		copy(row[slices.Index(proposalColumns(questions), "errors"):], []string{fmt.Sprint(len(l.Errors)), cell(l.Wrong()[0].Error()), cell(by(l))})
		return row
	}
	p := portfolio.ProposalOf(l)
	row := []string{p.Path, p.Title, p.AsOf, string(p.Attention), p.Organisations[0], p.Organisations[1], list(p.Types), list(p.Forms), p.Stage.String()}
	row = append(append(row, ends(p.Overall)...), ends(p.Documented)...)
	certain := ""
	if p.Certain != nil {
		certain = fmt.Sprint(p.Certain.End, " ", p.Certain.Bound)
	}
	row = append(row, certain, soFar(p.Verdict), p.Verdict.Low.String(), p.Verdict.High.String())
	for _, q := range p.Questions {
		row = append(row, ends(q.Range)...)
	}
	for _, n := range []int{p.Counts.Met, p.Counts.AtLeastPartly, p.Counts.Partly, p.Counts.AtMostPartly, p.Counts.NotMet, p.Counts.Unknown} {
		row = append(row, fmt.Sprint(n))
	}
	var do batch.Action
	if len(p.DoFirst) > 0 {
		do = p.DoFirst[0]
	}
	var ask batch.Ask
	if len(p.FindOutFirst) > 0 {
		ask = p.FindOutFirst[0]
	}
	row = append(row, list(p.OpenGates), found(p.Findings), do.Do, do.Who, ask.Asks, ask.Of, "0", "", by(l))
	if b := p.BuiltIn; b != nil {
		row = append(append(row, ends(b.Overall)...), soFar(b.Verdict))
	} else {
		row = append(row, "", "", "", "")
	}
	for i := range row {
		row[i] = cell(row[i])
	}
	return row
}

// by names the catalogue that a document was judged by, with its version and hash.
func by(l *batch.Line) string {
	c := l.Catalogue.Version + " (" + l.Catalogue.Hash + ")"
	if s := l.Standing; s != nil && s.Overlay != nil {
		c += ", built-in " + s.Overlay.BuiltIn.Version + " (" + s.Overlay.BuiltIn.Hash + ")"
	}
	return c
}

// soFar is the verdict so far.
func soFar(v batch.Verdict) string {
	if v.SoFar == rating.NoVerdict {
		return portfolio.TooLittleKnown.String()
	}
	return v.SoFar.String()
}

// ends are how a range is rated so far, and its ends.
func ends(r batch.Range) []string {
	return []string{portfolio.RatedSoFar(r).String(), r.Low.String(), r.High.String()}
}

func list(all []string) string { return strings.Join(all, "; ") }

// found says how many findings there are of each kind.
func found(all []batch.Findings) string {
	var said []string
	for _, k := range result.FindingKinds {
		for _, f := range all {
			if f.Kind == k {
				said = append(said, fmt.Sprint(len(f.Keys), " ", k))
			}
		}
	}
	return list(said)
}
