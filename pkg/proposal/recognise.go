package proposal

import (
	"regexp"
	"slices"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Written is what a text holds of what people write for a proposal.
type Written string

// What a text may hold.
const (
	ProposalFile     Written = "a proposal"
	OrganisationFile Written = "what an organisation says of itself"
	ViewFile         Written = "a view of a proposal"
)

// Recognise says what a text holds of what people write for a proposal, "" for nothing. It takes no more than the keys
// at its top: a text with errors is as much work as one without.
func Recognise(text []byte) Written {
	keys := topKeys(text)
	has := func(key string) bool { return slices.Contains(keys, key) }
	all := func(f *Field, more ...string) bool {
		return !slices.ContainsFunc(keys, func(key string) bool { return f.called(key) < 0 && !slices.Contains(more, key) })
	}
	switch parts := []paths.Path{paths.Organisations, paths.Arrangement, paths.Answers}; {
	case len(keys) == 0 || has("format"): // what partner prints itself, packs among it
		return ""
	case has(string(paths.Version)):
		return ProposalFile
	case all(Model.Find(paths.Organisations), string(paths.Evidence)):
		return OrganisationFile
	case all(Model), slices.ContainsFunc(parts, func(p paths.Path) bool { return has(string(p)) }):
		return ViewFile
	}
	return ""
}

// topKey finds keys at the top of a text that cannot be read as YAML.
var topKey = regexp.MustCompile(`(?m)^(?:\x{FEFF})?["']?([a-z_]+)["']?[ \t]*:(?:[ \t\r]|$)`)

// topKeys gives the keys at the top of a text.
func topKeys(text []byte) (keys []string) {
	file, wrong := source.Parse("", text)
	if len(wrong) > 0 || file.Root == nil {
		for _, m := range topKey.FindAllSubmatch(text, -1) {
			keys = append(keys, string(m[1]))
		}
		return keys
	}
	root := source.Resolve(file.Root)
	if root.Kind != source.Mapping {
		return nil
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		keys = append(keys, root.Content[i].Value)
	}
	return keys
}
