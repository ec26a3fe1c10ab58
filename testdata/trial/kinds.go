package trial

import (
	"slices"
	"testing/fstest"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"partner/pkg/document"
	"partner/pkg/proposal"
)

// DrawKind makes a document that was drawn one of any type, form and sectors, with roles of that form. What its facts say of
// the kind may stay, and then it may be of several.
func DrawKind(t *rapid.T, tree map[string]any) {
	of := rapid.SampledFrom(cat.Typology.Types).Draw(t, "type")
	form := rapid.SampledFrom(cat.Typology.Forms).Draw(t, "form")
	arrangement := tree["arrangement"].(map[string]any)
	for _, fact := range []string{"brokered_by", "extent", "constituted", "outcome"} {
		if rapid.Bool().Draw(t, fact) {
			delete(arrangement, fact)
		}
	}
	arrangement["nature"], arrangement["scale"], arrangement["form"] = of.Nature, of.Scale, form.ID
	roles := map[string]any{}
	switch sides := rapid.SampledFrom(cat.Typology.Sides).Draw(t, "sides"); {
	case len(form.Roles) == 2:
		roles[form.Roles[0]], roles[form.Roles[1]] = "north", "south"
	case slices.Contains(form.Roles, sides.Helper):
		roles[sides.Helper], roles[sides.Helped] = "north", "south"
	default:
		roles["partners"] = []string{"north", "south"}
	}
	arrangement["roles"] = roles
	for _, org := range []string{"north", "south"} {
		if sector := rapid.SampledFrom(append([]string{""}, sectors()...)).Draw(t, "sector"); sector != "" {
			Put(tree, []string{"organisations", org, "sector"}, sector)
		}
	}
}

func sectors() []string {
	return proposal.Model.Field("organisations").Field("sector").Words
}

// DrawViews has the two organisations state some facts apart, among those that a document that was drawn states.
func DrawViews(t *rapid.T, tree map[string]any, facts []LeafFact) {
	var words []LeafFact
	for _, f := range facts {
		if f.Field.Kind == proposal.Word && Get(tree, f.Path) != nil {
			words = append(words, f)
		}
	}
	for range rapid.IntRange(0, min(3, len(words))).Draw(t, "views") {
		f := rapid.SampledFrom(words).Draw(t, "apart")
		views := map[string]any{"north": Get(tree, f.Path)}
		if is, apart := views["north"].(map[string]any); apart {
			views = is["views"].(map[string]any)
		}
		if rapid.Bool().Draw(t, "both") {
			views["south"] = DrawFact(t, f.Field)
		}
		Put(tree, f.Path, map[string]any{"views": views})
	}
}

// DrawView draws the file of one organisation's own view: some answers and facts.
func DrawView(t *rapid.T, facts []LeafFact) map[string]any {
	tree := map[string]any{}
	var words []LeafFact
	for _, f := range append(facts, OpenAnswers()...) {
		if f.Field.Kind == proposal.Word && !slices.Contains(f.Path, "0") && !slices.Contains(f.Path, "1") {
			words = append(words, f)
		}
	}
	for range rapid.IntRange(1, 4).Draw(t, "of its own") {
		f := rapid.SampledFrom(words).Draw(t, "own")
		Put(tree, f.Path, DrawFact(t, f.Field))
	}
	return tree
}

// ReadShared reads a document that was drawn, of which one organisation stands in a file that other proposals may share,
// with the other's view laid over it where there is one.
func ReadShared(t *rapid.T, tree, view map[string]any) *proposal.Proposal {
	text := func(tree any) []byte {
		data, err := yaml.Marshal(Plain(tree))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	organisations := tree["organisations"].(map[string]any)
	own := map[string]any{"name": "Northfield"}
	for k, v := range organisations["north"].(map[string]any) {
		own[k] = v
	}
	shared := map[string]any{}
	for k, v := range tree {
		shared[k] = v
	}
	shared["organisations"] = map[string]any{"north": map[string]any{"from": "organisations/north.yaml"}, "south": organisations["south"]}
	data := text(shared)
	folder := fstest.MapFS{"organisations/north.yaml": {Data: text(own)}}
	doc, wrong := document.Read(proposal.Plainly("random.yaml", data, folder), cat)
	if len(wrong) == 0 && view != nil {
		doc, wrong = document.Overlay(doc, []proposal.View{{Organisation: "south", Label: "south.yaml", Data: text(view)}}, cat)
	}
	if len(wrong) > 0 {
		t.Fatalf("%v in\n%s\n%s\n%s", wrong, data, folder["organisations/north.yaml"].Data, text(view))
	}
	return doc
}
