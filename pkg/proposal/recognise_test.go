package proposal_test

import (
	"testing"

	"partner/pkg/proposal"
)

func TestRecognise(t *testing.T) {
	for text, want := range map[string]proposal.Written{
		"partner: 1\ntitle: Together\n":                                        proposal.ProposalFile,
		"\ufeffpartner: 2\ntitel: Together\n":                                  proposal.ProposalFile,
		"title: \"Together\npartner: 1\n":                                      proposal.ProposalFile, // it cannot be read
		"# a draft\r\npartner:\r\n  - x: [\r\n":                                proposal.ProposalFile,
		`{"title": "Together", "partner": 1}`:                                  proposal.ProposalFile,
		"name: North\n":                                                        proposal.OrganisationFile,
		"name: North\nfinance: {}\nevidence: {}\n":                             proposal.OrganisationFile,
		"answers: {not-rushed: yes}\n":                                         proposal.ViewFile,
		"arrangement: {}\nremarks: x\n":                                        proposal.ViewFile,
		"":                                                                     "",
		"- partner: 1\n":                                                       "",
		"format: partner-pack/1\nquestions: []\nevidence: {}\n":                "",
		`{"format": "partner-result/1", "title": "x", "evidence": {}}`:         "",
		"Together\n\nThe whole: amber-red\n  partner: 1\n":                     "",
		"name: lint\non: push\njobs: {}\n":                                     "",
		"path,line,column\nproposal.yaml,1,1\n":                                "",
		"{\"format\":\"partner-batch/1\"}\n{\"format\":\"partner-batch/1\"}\n": "",
	} {
		if got := proposal.Recognise([]byte(text)); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
