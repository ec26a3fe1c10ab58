package csv

import (
	"encoding/csv"
	"fmt"
	"io"

	"partner/pkg/result"
	"partner/pkg/trend"
)

// Trend writes how a proposal stood over time as a table, a row for each state in their order.
func Trend(w io.Writer, t *trend.Trend) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	columns := []string{"day", "state", "as_of", "stage", "overall", "overall_low", "overall_high", "documented", "documented_low", "documented_high", "verdict", "verdict_low", "verdict_high"}
	var ids []string
	for _, s := range t.States {
		if s.Standing != nil {
			for _, q := range s.Standing.Questions {
				ids = append(ids, q.ID)
			}
			break
		}
	}
	for _, id := range ids {
		columns = append(columns, id, id+"_low", id+"_high")
	}
	rest := []string{"met", "at_least_partly", "partly", "at_most_partly", "not_met", "unknown", "open_gates", "contradictions", "better", "worse", "changes", "sentence", "errors"}
	if err := c.Write(append(columns, rest...)); err != nil {
		return err
	}
	for i := range t.States {
		if err := c.Write(stateRow(&t.States[i], len(columns)+len(rest), len(ids))); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// stateRow is the row of a state; of one that cannot be judged it holds its name and why.
func stateRow(s *trend.State, columns, questions int) []string {
	row := []string{s.Day, cell(s.Name)}
	if s.Standing == nil {
		row = append(row, make([]string, columns-2)...)
		row[columns-1] = list(s.Errors)
		return row
	}
	is := s.Standing
	row = append(row, is.AsOf, is.Stage.Is.String())
	row = append(append(row, rated(is.Overall)...), rated(is.Documented)...)
	soFar := ""
	if is.Verdict.SoFar != nil {
		soFar = is.Verdict.SoFar.Title
	}
	row = append(row, soFar, is.Verdict.Low.Title, is.Verdict.High.Title)
	for i := range questions {
		row = append(row, rated(is.Questions[i].Rating)...)
	}
	r := is.Overall
	numbers := []int{r.Met, r.AtLeastPartly, r.Partly, r.AtMostPartly, r.NotMet, r.Unknown, is.OpenGates, is.Contradictions}
	sentence := ""
	if s.Step != nil {
		numbers = append(numbers, len(s.Step.Better), len(s.Step.Worse), len(s.Step.Changes)+s.Step.Still)
		sentence = s.Step.Sentence
	} else {
		numbers = append(numbers, 0, 0, 0)
	}
	for _, n := range numbers {
		row = append(row, fmt.Sprint(n))
	}
	return append(row, cell(sentence), "")
}

// rated gives a rating so far and its ends.
func rated(r result.Rating) []string {
	soFar := r.SoFar.String()
	switch {
	case r.NotRated:
		soFar = "not rated"
	case r.TooLittleKnown:
		soFar = "too little known"
	}
	return []string{soFar, r.Low.String(), r.High.String()}
}
