package batch_test

import (
	"fmt"

	"partner/assessments"
	"partner/pkg/batch"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// A document of many is judged, and told in one line of JSON, of which only what it holds is worked out.
func Example() {
	cat := assessments.Catalogue()
	doc, _ := proposal.Read("proposals/river.yaml", []byte(`partner: 1
title: Northfield helps Eastmere
organisations: {northfield: {name: Northfield}, eastmere: {name: Eastmere}}
arrangement: {form: buddying}
`), nil)
	j := judge.Judge(doc, cat)
	made := batch.MadeBy("1.0.0", cat, result.UnknownStage, nil)
	made.Path = doc.Label
	line := batch.LineOf(made, j, judge.Findings(j))
	text, err := batch.Append(nil, &line)
	if err != nil {
		fmt.Println(err)
	}
	back, err := batch.Decode(text[:len(text)-1]) // without its newline
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(back.Path, "–", back.Standing.Title, "–", len(back.Standing.Questions), "questions")
	// Output:
	// proposals/river.yaml – Northfield helps Eastmere – 6 questions
}
