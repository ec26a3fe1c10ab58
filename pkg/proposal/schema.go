package proposal

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"partner/pkg/proposal/paths"
)

// AnswerHelp is what an editor shows of a criterion that can be answered. Of what is asked of each organisation
// apart, Each is the id without what tells the side, which in a document is the organisation's id.
type AnswerHelp struct{ ID, Title, Asks, Each string }

// Schema gives the JSON Schema (draft 2020-12) of a proposal, made from Model, so that an editor completes
// keys, words and the ids of criteria. It accepts what Read accepts, but for what a schema cannot tell:
// whether ids are in the register, say, or files are there.
func Schema(answers []AnswerHelp) ([]byte, error) {
	s := &schema{}
	whole := s.whole(answers)
	return s.text("A proposal of partner", append(described(Model, whole), member{"required", []string{"partner"}}))
}

// whole describes the document.
func (s *schema) whole(answers []AnswerHelp) object {
	whole := s.mapping(Model)
	properties := whole.get("properties").(object)
	properties.set("partner", described(Model.Find(paths.Version), object{{"$ref", s.add("version", version)}}))
	properties.set("answers", described(Model.Find(paths.Answers), s.orUnknown(s.answers(answers))))
	return whole
}

// text gives a schema with its definitions.
func (s *schema) text(title string, of object) ([]byte, error) {
	root := append(object{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}}, of...)
	slices.SortStableFunc(s.defs, func(a, b member) int { return strings.Compare(a.key, b.key) })
	root = append(root, member{"$defs", s.defs})
	text, err := json.Marshal(root)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = json.Indent(&b, text, "", "  ")
	b.WriteByte('\n')
	return b.Bytes(), err
}

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	key   string
	value any
}

func (o object) get(key string) any {
	for _, m := range o {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// set replaces the value of a member that is there.
func (o object) set(key string, value any) {
	for i := range o {
		if o[i].key == key {
			o[i].value = value
		}
	}
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, part := range []any{m.key, m.value} {
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(false)
			if err := e.Encode(part); err != nil {
				return nil, err
			}
			if j == 0 {
				b.WriteByte(':')
			}
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// schema collects definitions while it describes the fields.
type schema struct {
	defs  object
	words []*Field // the fields for whose words there is a definition, of the names in named
	named []string
}

const idPattern = "^[a-z0-9-]+$"

// foreignPattern is what the id of a criterion looks like that a catalogue laid over the built-in one adds.
const foreignPattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*$"

// closed says that a mapping has those keys and no others. An editor overlooks a key without a value inside braces,
// which is most often what a comma has cut off, where additionalProperties says so.
func closed(properties object) member {
	keys := make([]string, len(properties))
	for i, p := range properties {
		keys[i] = p.key
	}
	return member{"propertyNames", object{{"enum", keys}, {"errorMessage", "No such key; put a text with a comma in quotes."}}}
}

var (
	scalar   = []string{"string", "number", "boolean"}
	unknowns = object{
		{"description", "Not known: whatever rests on it stays unknown."},
		{"enum", []any{"unknown", nil}},
	}
	because = object{
		{"description", "Why, in a sentence."},
		{"type", append(slices.Clone(scalar), "null")},
	}
	pieces = object{
		{"description", "Ids in the register `evidence`."},
		{"anyOf", []object{
			{{"type", "array"}, {"items", object{{"type", scalar}}}},
			{{"description", "One id, or `none`."}, {"type", append(slices.Clone(scalar), "null")}},
		}},
	}
	versionParts = object{{"is", object{{"enum", []any{Version, "1"}}}}, {"because", true}, {"evidence", true}}
	version      = object{{"anyOf", []object{
		{{"enum", []any{Version, "1"}}},
		{{"type", "object"}, {"properties", versionParts}, {"required", []string{"is"}}, closed(versionParts)},
	}}}
)

// add makes a definition, once, and gives the reference to it.
func (s *schema) add(name string, of object) string {
	if s.defs.get(name) == nil {
		s.defs = append(s.defs, member{name, of})
	}
	return "#/$defs/" + name
}

func (s *schema) ref(name string, of object) object { return object{{"$ref", s.add(name, of)}} }

func (s *schema) unknown() object  { return s.ref("unknown", unknowns) }
func (s *schema) because() object  { return s.ref("because", because) }
func (s *schema) evidence() object { return s.ref("evidence", pieces) }

func (s *schema) noneElse() object {
	return s.ref(noneElse, object{{"description", "The end of the list: there is nothing that it does not name."}, {"const", noneElse}})
}

func (s *schema) orUnknown(of ...object) object {
	return object{{"anyOf", append(of, s.unknown())}}
}

// described puts a field's description before what it may be.
func described(f *Field, of object) object {
	doc := f.Help()
	if f.Unit != "" {
		doc += " Unit: " + f.Unit + "."
	}
	if doc == "" {
		return of
	}
	if f.Key != "" {
		return append(object{{"title", titleOf(f.Key)}, {"description", doc}}, of...)
	}
	return append(object{{"description", doc}}, of...)
}

// titleOf gives a key as a heading.
func titleOf(key string) string {
	words := strings.ReplaceAll(key, "_", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// at describes what may stand at a field.
func (s *schema) at(f *Field) object {
	switch f.Kind {
	case Section:
		return s.orUnknown(s.mapping(f))
	case Items:
		return s.items(f)
	case Organisations:
		one := s.orUnknown(s.ref("organisation", s.organisation(f)), s.ref("from", from))
		return s.orUnknown(object{{"type", "object"}, {"minProperties", 2}, {"maxProperties", 2}, ids, {"additionalProperties", one}})
	case Entries:
		return s.orUnknown(s.register(f))
	case ByOrganisation:
		return s.orUnknown(object{{"type", "object"}, {"maxProperties", 2}, {"additionalProperties", s.at(f.Of)}})
	case Answers:
		return nil // made from the criteria
	}
	return object{{"$ref", s.leaf(f)}}
}

var (
	ids       = member{"propertyNames", object{{"pattern", idPattern}, {"patternErrorMessage", "An id in small letters, digits and hyphens, such as annual-report-2014."}}}
	askedIDs  = member{"propertyNames", object{{"pattern", "^([a-z0-9-]+/)?[a-z0-9-]+$"}, {"patternErrorMessage", "The id of a criterion, in small letters, digits and hyphens; with NAME/ before it, of the catalogue of that name."}}}
	fromParts = object{{"from", object{
		{"description", "The path of the file, below the proposal's folder."},
		{"type", "string"},
		{"examples", []string{"organisations/northfield.yaml"}},
		{"not", object{{"pattern", `(^|/)\.{0,2}(/|$)|[\\:]`}}},
	}}}
	from = object{
		{"description", "An organisation in a file of its own."},
		{"type", "object"},
		{"properties", fromParts},
		{"required", []string{"from"}},
		closed(fromParts),
	}
)

// mapping describes a mapping along the field's Fields, with `because` and `evidence` for all that it holds.
func (s *schema) mapping(f *Field) object {
	properties := object{}
	for _, c := range f.Fields {
		at := s.at(c)
		properties = append(properties, member{c.Key, described(c, at)})
		if c.Also != "" {
			properties = append(properties, member{c.Also, described(&Field{Key: c.Also, Doc: c.Doc + " In the currency of the document."}, at)})
		}
		for _, old := range c.Was {
			properties = append(properties, member{old, append(object{{"description", "Now called `" + c.Key + "`."}, {"deprecated", true}}, at...)})
		}
	}
	properties = append(properties, member{"because", s.because()})
	if f.Field("evidence") == nil {
		properties = append(properties, member{"evidence", s.evidence()})
	}
	return object{{"type", "object"}, {"properties", properties}, closed(properties)}
}

func (s *schema) organisation(f *Field) object {
	of := s.mapping(f)
	of.get("properties").(object).set("evidence", object{
		{"description", "Evidence for all that is stated here; in a file of its own, the register of what that file refers to."},
		{"anyOf", []object{s.evidence(), s.register(Model.Find(paths.Evidence))}},
	})
	return append(object{{"description", "An organisation."}}, of...)
}

func (s *schema) register(f *Field) object {
	name, named := "register", ids
	if f.Key != "evidence" {
		name = f.Key
	}
	if asks(f) {
		named = askedIDs
	}
	return s.ref(name, object{{"type", "object"}, named, {"additionalProperties", s.orUnknown(s.mapping(f))}})
}

func (s *schema) items(f *Field) object {
	several := s.orUnknown(
		object{{"type", "array"}, {"items", s.orUnknown(s.mapping(f), s.noneElse())}},
		s.ref("none", object{{"description", "There is none."}, {"const", "none"}}),
	)
	name := "arrangement." + f.Key
	if slices.Contains(Model.Find(paths.Organisations).Fields, f) {
		name = "organisation." + f.Key
	}
	list := s.ref(name, several)
	return object{{"anyOf", []object{list, s.full(list, nil)}}}
}

// full describes a full statement around what it may be; views is what each organisation may state, nil
// where they cannot state it apart.
func (s *schema) full(is, views object) object {
	properties := object{{"is", is}, {"because", s.because()}, {"evidence", s.evidence()}}
	of := object{{"type", "object"}}
	if views == nil {
		return append(of, member{"properties", properties}, closed(properties))
	}
	properties = append(properties, member{"views", object{
		{"description", "What each organisation states, by its id, where they do not agree."},
		{"type", "object"}, {"minProperties", 1}, {"maxProperties", 2}, {"additionalProperties", views},
	}})
	return append(of, member{"properties", properties}, closed(properties), member{"not", object{{"required", []string{"is", "views"}}}})
}

// leaf defines what may stand at a leaf: bare, or as a full statement.
func (s *schema) leaf(f *Field) string {
	name, value := s.value(f)
	bare := s.ref(name+"-bare", s.orUnknown(value))
	return s.add(name, object{{"anyOf", []object{bare, s.full(bare, object{{"anyOf", []object{bare, s.full(bare, nil)}}})}}})
}

// datePattern is a date that the calendar has.
const datePattern = `^((19|20|21)[0-9]{2}|2200)(-(0[1-9]|1[0-2])|-(0[13-9]|1[0-2])-(0[1-9]|[12][0-9])|-02-(0[1-9]|1[0-9]|2[0-8])|-(0[13-9]|1[0-2])-30|-(0[13578]|1[02])-31)?$|^((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29$`

// value gives the name of what a leaf may be, and what that is.
func (s *schema) value(f *Field) (string, object) {
	switch f.Kind {
	case Word:
		return s.word(f)
	case Number:
		return f.Bounds.schema()
	case Date:
		return "date", object{
			{"description", "A day (2014-06-01), or a month (2014-06) or year (2014), which stands for all its days."},
			{"examples", []any{"2014-06-01", "2014-06", 2014}},
			{"anyOf", []object{
				{{"type", "string"}, {"pattern", datePattern}, {"patternErrorMessage", "A day such as 2014-06-01, a month or a year."}},
				{{"type", "integer"}, {"minimum", 1900}, {"maximum", 2200}},
			}}}
	case Reference:
		return "id-of-" + f.RefTo, object{{"description", "An id from `" + f.RefTo + "`."}, {"type", scalar}, {"examples", []string{idExamples[f.RefTo]}}}
	case List:
		of := s.leaf(f.Of)
		any := []object{
			{{"type", "array"}, {"items", object{{"anyOf", []object{{{"$ref", of}}, s.noneElse()}}}}},
			s.ref("none", object{{"description", "There is none."}, {"const", "none"}}),
		}
		name := strings.TrimPrefix(of, "#/$defs/")
		if f.Bare {
			return name + "-or-several", object{{"anyOf", append(any, object{{"$ref", of + "-bare"}})}}
		}
		return name + "-list", object{{"anyOf", any}}
	}
	return "text", object{{"description", "A text; `none` says that there is none."}, {"type", scalar}}
}

// idExamples are what an id of each kind may look like.
var idExamples = map[string]string{"organisations": "northfield", "objectives": "wider-population", "evidence": "annual-report-2014"}

// schema gives the name of a number within bounds, and what it may be. Of one written as a text it tells sign
// and wholeness, and not how large it may be.
func (b Bounds) schema() (string, object) {
	const digits = `[0-9]+(_[0-9]+)*`
	const exponent = `[eE][-+]?` + digits
	const fraction = `(` + digits + `\.?(` + digits + `)?|\.` + digits + `)`
	name, number, text := "number", object{{"type", "number"}}, fraction+`(`+exponent+`)?`
	if b.Whole {
		name, number = "whole", object{{"type", "integer"}}
		text = `(` + digits + `(\.[0_]*)?|\.[0_]+|` + fraction + exponent + `)`
	}
	switch {
	case b.free():
		text = `[-+]?` + text
	case b.Least < 0:
		name += "-from-minus-" + decimal(-b.Least) + "-to-" + decimal(b.Most)
		text = `[-+]?` + text
	default:
		name += "-from-" + decimal(b.Least) + "-to-" + decimal(b.Most)
		text = `(\+?` + text + `|-[0_.]+(` + exponent + `)?)`
	}
	if !b.free() {
		number = append(number, member{"minimum", b.Least}, member{"maximum", b.Most})
	}
	return name, object{{"anyOf", []object{number, {{"type", "string"}, {"pattern", `^` + text + `$`}, {"patternErrorMessage", "A number, written plainly."}}}}}
}
