package proposal

import (
	"slices"

	"partner/pkg/proposal/paths"
)

// SchemaOfOrganisation gives the JSON Schema of the file that an organisation comes from.
func SchemaOfOrganisation() ([]byte, error) {
	s := &schema{}
	return s.text("An organisation's file of partner", s.organisation(Model.Find(paths.Organisations)))
}

// SchemaOfView gives the JSON Schema of a file in which one organisation states apart how it sees things.
func SchemaOfView(answers []AnswerHelp) ([]byte, error) {
	s := &schema{}
	properties := object{}
	for _, p := range s.whole(answers).get("properties").(object) {
		if p.key == string(paths.Organisations) {
			one := s.orUnknown(s.ref("organisation", s.organisation(Model.Find(paths.Organisations))))
			p.value = described(Model.Find(paths.Organisations), s.orUnknown(object{{"type", "object"}, {"maxProperties", 2}, ids, {"additionalProperties", one}}))
		}
		if slices.Contains(viewKeys, p.key) {
			properties = append(properties, p)
		}
	}
	return s.text("One organisation's view on a proposal of partner", object{
		{"description", "What one of the two organisations states, apart from the proposal."},
		{"type", "object"}, {"properties", properties}, closed(properties),
	})
}

// SchemaOfPack gives the JSON Schema of questions to fill in, of a format. What may stand at a place in the
// proposal the proposal's own schema tells.
func SchemaOfPack(format string, answers []AnswerHelp) ([]byte, error) {
	s := &schema{}
	s.whole(answers) // for the definitions of answers and of the register
	word := object{{"description", "The answer: yes, partly or no, or set aside."}, {"$ref", "#/$defs/answer-word"}}
	views := object{{"description", "What each organisation answers, by its id."}, {"type", "object"}, {"maxProperties", 2}, ids}
	place := object{{"description", "What stands at this place of the proposal."}}
	question := s.orUnknown(object{
		{"type", "object"},
		{"properties", object{{"is", word}, {"because", s.because()}, {"evidence", s.evidence()}, {"views", views}}},
		{"patternProperties", object{{`[.]`, place}}},
		{"propertyNames", object{{"anyOf", []object{{{"enum", []string{"is", "because", "evidence", "views"}}}, {{"pattern", `^[a-z_]+([.\[].+)?$`}}}}, {"errorMessage", "No such key: `is`, `because`, `evidence`, `views`, or a place such as arrangement.form."}}},
	})
	asked := object{}
	for _, a := range answers {
		asked = append(asked, member{a.ID, append(object{{"title", a.Title}, {"description", a.Asks}}, question...)})
	}
	file := object{{"file", true}, {"title", true}}
	hash := object{{"version", true}, {"hash", true}}
	properties := object{
		{"format", object{{"description", "The format of packs."}, {"const", format}}},
		{"proposal", object{{"description", "The proposal that it is on."}, {"type", []string{"object", "null"}}, {"properties", file}, closed(file)}},
		{"catalogue", object{{"description", "The catalogue whose questions these are."}, {"type", []string{"object", "null"}}, {"properties", hash}, closed(hash)}},
		{"for", object{{"description", "The id of the organisation that it is for."}, {"type", []string{"string", "null"}}}},
		{"role", object{{"description", "The role that it is for."}, {"type", []string{"string", "null"}}}},
		{"questions", s.orUnknown(object{{"description", "The questions, by the ids of criteria, with what is filled in."}, {"type", "object"}, {"properties", asked}, {"additionalProperties", question}})},
		{"evidence", described(Model.Find(paths.Evidence), s.orUnknown(s.register(Model.Find(paths.Evidence))))},
	}
	return s.text("Questions of partner, to fill in", object{
		{"description", "What a proposal leaves open, to be filled in and put back by `partner answer`."},
		{"type", "object"}, {"properties", properties}, closed(properties), {"required", []string{"format"}},
	})
}
