// Package gitlab writes findings as a code quality report, as GitLab shows it beside a merge request.
package gitlab

import (
	"io"
	"iter"

	"partner/pkg/report/finding"
	"partner/pkg/report/json"
)

// entry is one finding. One entry that is not valid would end the list for its reader, without a word.
type entry struct {
	Description string   `json:"description"`
	CheckName   string   `json:"check_name"`
	Fingerprint string   `json:"fingerprint"` // of two that are the same, the later would replace the earlier
	Severity    string   `json:"severity"`
	Location    location `json:"location"`
}

type location struct {
	Path  string `json:"path"`
	Lines lines  `json:"lines"`
}

type lines struct {
	Begin int `json:"begin"`
}

// severities are what the levels are called, the weightiest first. None is a blocker: that is for gates to say.
var severities = []string{finding.Error: "critical", finding.Warning: "major", finding.Note: "info"}

// Write writes the findings of a stream of documents as they come.
func Write(w io.Writer, documents iter.Seq[finding.Document]) error {
	seen := map[string]int{}
	between := "[\n"
	for d := range documents {
		name := finding.Again(seen, d.Name)
		for i := range d.Findings {
			f := &d.Findings[i]
			x := entry{
				Description: f.Says(), CheckName: f.Rule, Fingerprint: f.Fingerprint(name), Severity: severities[f.Level],
				Location: location{f.Place.File, lines{max(1, f.Place.Line)}},
			}
			if _, err := io.WriteString(w, between); err != nil {
				return err
			}
			if err := json.Part(w, &x); err != nil {
				return err
			}
			between = ",\n"
		}
	}
	end := "\n]\n"
	if between == "[\n" {
		end = "[]\n"
	}
	_, err := io.WriteString(w, end)
	return err
}
