package catalogue_test

import (
	"strings"
	"testing"

	"partner/pkg/catalogue"
)

func TestATypologyThatMakesNoOptionsCannotLoad(t *testing.T) {
	for _, c := range []struct{ name, from, to, want string }{
		{"no forms", "    forms: [pathway, buddying, networked-care, shared-service]\n", "", "voluntary-individual: forms is missing"},
		{"unknown form", "forms: [buddying, pathway]", "forms: [buddying, path]", `mandated-individual: forms: the form "path" does not exist`},
		{"form twice", "forms: [buddying, pathway]", "forms: [buddying, buddying]", "forms: buddying stands twice"},
		{"form of no type", ", joint-venture, management-contract, group, shared-service]\n    first_step", ", management-contract, group, shared-service]\n    first_step", "joint-venture: it is among the forms of no type"},
		{"half a pair", "helper: acquirer, helped: acquired", "helper: acquirer", "helper and helped are both needed"},
		{"a role on no side", "  - {helper: manager, helped: managed}\n", "", `the role "managed" of the document is on no side`},
		{"unknown role", "helper: supporter, helped: supported", "helper: mentor, helped: supported", `the role "mentor" is not one of the document's`},
		{"a role on two sides", "even: [partners]", "even: [partners, host]", `the role "host" stands twice`},
		{"no step", "      do: Offer the support rather than imposing it, and begin with the few opportunities that matter most\n", "", "first_step needs do and because"},
		{"unknown criterion", "shown_by: not-rushed", "shown_by: not-rush", `the criterion "not-rush" does not exist`},
		{"remark", "shown_by: not-rushed", "shown_by: buddying-evidence-thin", "is a remark and has no status"},
		{"smaller than itself", "than: [merger, acquisition]", "than: [merger, joint-venture]", "cannot be smaller than joint-venture as well as larger"},
		{"smaller both ways", "than: [merger, acquisition]", "than: [merger, contract]", "cannot be smaller than contract as well as larger"},
		{"no when", "      when: where one is to run the other for a time; the other remains a separate body and can be handed back\n", "", "smaller.when is a clause"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := catalogue.Load(changed(t, "typology.yaml", c.from, c.to))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v; want %s", err, c.want)
			}
		})
	}
}
