package document_test

import (
	"bytes"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/document"
	"partner/pkg/proposal"
)

var cat = assessments.Catalogue()

func file(text string) proposal.File {
	return proposal.File{Label: "x.yaml", Data: []byte("partner: 1\n" + text + "\n")}
}

func TestWhatTheCatalogueDoesNotKnowIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"answers: {ms-comunication: yes}":                                        `did you mean "ms-communication"?`,
		"answers: {buddying-evidence-thin: yes}":                                 "asks nothing",
		"answers: {key-people-trust: {is: not-applicable, because: we are few}}": "essential",
		"conditions: {vs-clear-vison: {state: open}}":                            `did you mean "vs-clear-vision"?`,
		"conditions: {buddying-evidence-thin: {}}":                               "asks for nothing to be done",
		"conditions: {service-level-links: {due: soon}}":                         "a date such as",
		"departures: {comitment-estimated: {kind: accepted}}":                    `did you mean "commitment-estimated"?`,
		"departures: {end-befor-start: {}}":                                      `did you mean "end-before-start"?`,
		"departures: {buddying-evidence-thin: {}}":                               "by which nothing is rated; remove it",
		"conditions: {vs-clear-vision: {evidence: gone}}":                        "the register does not hold",
	} {
		_, wrong := document.Read(file(text), cat)
		if len(wrong) != 1 || !strings.Contains(wrong[0].Error(), want) || wrong[0].Line != 2 {
			t.Errorf("%s: %v", text, wrong)
		}
	}
}

// TestAllThatIsWrongComesAtOnce, in the order of the document, whoever found it.
func TestAllThatIsWrongComesAtOnce(t *testing.T) {
	_, wrong := document.Read(file("titel: x\nanswers: {ms-comunication: yes}\nas_of: soon"), cat)
	if len(wrong) != 3 || wrong[0].Line != 2 || wrong[1].Line != 3 || wrong[2].Line != 4 {
		t.Errorf("%v", wrong)
	}
}

// TestUnreadOrganisations: where the section that names the organisations is no YAML, what refers to them is no error.
func TestUnreadOrganisations(t *testing.T) {
	_, wrong := document.Read(file("organisations: {pennmoor: {name: \"Pennmoor}}\nconditions: {objectives-serve-pennmoor: {state: open}}\n"+
		"departures: {objectives-serve-pennmoor: {kind: accepted}}\nanswers: {objectives-serve-pennmoor: yes}\narrangement: {risks: [{for: pennmoor}], roles: {supporter: pennmoor}}"), cat)
	if len(wrong) != 1 || wrong[0].Line != 2 {
		t.Errorf("%v", wrong)
	}
}

// TestViewsAreVerified: an answer that no document may give is refused in a view too.
func TestViewsAreVerified(t *testing.T) {
	doc, wrong := document.Read(file("organisations: {north: {}, south: {}}\nanswers: {key-people-trust: yes}"), cat)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	view := proposal.View{Organisation: "south", Label: "s.yaml", Data: []byte("answers:\n  key-people-trust: {is: not-applicable, because: so}\n  key-peple-trust: no\n")}
	_, got := document.Overlay(doc, []proposal.View{view}, cat)
	if len(got) != 2 || got[0].File != "s.yaml" || got[0].Line != 2 || got[0].Source == "" || got[1].Position.String() != "s.yaml:3:3" {
		t.Errorf("%v", got)
	}
	if wrong := document.Verify(doc, cat); len(wrong) > 0 {
		t.Errorf("the proposal itself has come to hold %v", wrong)
	}
}

// TestSchemaNamesWhatCanBeAnswered and no remark, which asks nothing.
func TestSchemaNamesWhatCanBeAnswered(t *testing.T) {
	schema, err := document.Schema(cat)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(schema, []byte(`"key-people-trust"`)) || bytes.Contains(schema, []byte(`"buddying-evidence-thin"`)) {
		t.Error("the schema does not name just what can be answered")
	}
}
