package proposal

import (
	"regexp"
	"slices"
	"strings"

	"partner/pkg/internal/enum"
	"partner/pkg/proposal/paths"
)

// word describes the words of a field. Fields that share their words and what these mean share a name.
func (s *schema) word(f *Field) (string, object) {
	meanings := meaningsOf(f)
	same := func(g *Field) bool {
		return slices.Equal(f.Words, g.Words) && slices.Equal(meanings, meaningsOf(g)) && slices.Equal(f.WordsWas, g.WordsWas) && f.RefTo == g.RefTo
	}
	var name string
	if i := slices.IndexFunc(s.words, same); i >= 0 {
		name = s.named[i]
	} else {
		name = strings.Join(f.Words, "-")
		if len(name) > len("partly-joined-separate") {
			name = f.Key
		}
		for name == "" || s.defs.get(name) != nil || slices.Contains(s.named, name) {
			name += "-of-" + f.Words[0]
		}
		name = strings.TrimPrefix(name, "-of-")
		s.words, s.named = append(s.words, f), append(s.named, name)
	}
	if f.Halves() {
		meanings = append(make([]string, len(f.Words)), halves...)
	}
	now := words(f.words(), meanings)
	if len(f.WordsWas) == 0 && f.RefTo == "" {
		return name, now
	}
	any := []object{now}
	if f.RefTo != "" {
		old := object{{"enum", sideWords}}
		any = append(any,
			object{{"description", "The id of one of the two organisations."}, {"type", "string"}, {"pattern", idPattern}, {"not", old}},
			append(old, member{"deprecated", true}, member{"description", "Now the organisation's id."}))
	}
	for _, w := range f.WordsWas {
		any = append(any, object{{"const", w.Old}, {"deprecated", true}, {"description", "Now called `" + w.New + "`."}})
	}
	return name, object{{"anyOf", any}}
}

// halves are what HalfWords mean.
var halves = []string{"Yes or partly: which of the two is not known.", "Partly or no: which of the two is not known."}

// words describes words, with the booleans that some YAML writers make of yes and no.
func words(of, meanings []string) object {
	var values []any
	for _, w := range of {
		values = append(values, w)
	}
	if slices.Contains(of, string(Yes)) {
		values = append(values, true)
	}
	if slices.Contains(of, string(No)) {
		values = append(values, false)
	}
	o := object{{"enum", values}}
	if meanings != nil {
		for len(meanings) < len(values) {
			meanings = append(meanings, "")
		}
		o = append(o, member{"enumDescriptions", meanings})
	}
	return o
}

// meaningsOf gives what the words of a field mean, where its description says so in brackets after a word;
// nil where it says so of none.
func meaningsOf(f *Field) []string {
	var meanings []string
	found := false
	for _, w := range f.Words {
		m := regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(w) + ` \(([^)]*)\)`).FindStringSubmatch(f.Doc)
		if m == nil {
			meanings = append(meanings, "")
			continue
		}
		meanings, found = append(meanings, m[1]), true
	}
	if !found {
		return nil
	}
	return meanings
}

// answers describes the answers by criterion id.
func (s *schema) answers(of []AnswerHelp) object {
	meanings := []string{"It is met.", "It is met in part.", "It is not met."}
	bare := s.ref("answer-bare", s.orUnknown(words(slices.Concat(yesPartlyNo.words, enum.Words(HalfWords)), slices.Concat(meanings, halves))))
	word := s.ref("answer-word", s.orUnknown(words(Model.Find(paths.Answers).Of.words(), slices.Concat(meanings, []string{
		"It does not apply here; `because` says why.",
		"Its aim is reached by other means; `because` says which and `evidence` shows it.",
	}, halves))))
	owing := func(word AnswerWord, required ...string) object {
		given := object{}
		for _, key := range required {
			given = append(given, member{key, object{{"not", object{{"enum", []any{nil, "", "none", "unknown", []any{}}}}}}})
		}
		return object{
			{"if", object{{"properties", object{{"is", object{{"const", word}}}}}, {"required", []string{"is"}}}},
			{"then", object{{"properties", given}, {"required", required}}},
		}
	}
	full := s.full(word, object{{"anyOf", []object{word, s.full(word, nil)}}})
	full = append(full, member{"allOf", []object{owing(NotApplicable, "because"), owing(OtherMeans, "because", "evidence")}})
	answer := s.ref("answer", object{{"anyOf", []object{bare, full}}})
	properties, names, patterns := object{}, []object{}, object{}
	for _, a := range of {
		help := object{{"title", a.Title}, {"description", a.Asks}}
		if a.Each == "" {
			properties = append(properties, member{a.ID, append(help, answer...)})
			continue
		}
		old := object{{"description", "Now `" + a.Each + "-` and the organisation's id."}, {"deprecated", true}}
		properties = append(properties, member{a.ID, append(old, answer...)})
		if pattern := "^" + a.Each + "-[a-z0-9-]+$"; patterns.get(pattern) == nil {
			patterns = append(patterns, member{pattern, append(help, answer...)})
			names = append(names, object{{"pattern", pattern}})
		}
	}
	keys := closed(properties)
	known := keys.value.(object)[:1]
	message := keys.value.(object)[1]
	patterns = append(patterns, member{foreignPattern, append(object{{"description", "The answer to a criterion of a catalogue that is laid over the built-in one, by that catalogue's name."}}, answer...)})
	foreign := object{{"pattern", foreignPattern}}
	if laid := laidOver(of); laid != "" { // of that one the ids are known
		foreign = append(foreign, member{"not", object{{"pattern", "^" + laid}}})
	}
	return object{{"type", "object"}, {"properties", properties}, {"patternProperties", patterns}, {"propertyNames", object{{"anyOf", append(append([]object{known}, names...), foreign)}, message}}}
}

// laidOver gives how the ids begin of the catalogue that is laid over the built-in one, "" where none is.
func laidOver(of []AnswerHelp) string {
	for _, a := range of {
		if name, _, is := strings.Cut(a.ID, "/"); is {
			return name + "/"
		}
	}
	return ""
}
