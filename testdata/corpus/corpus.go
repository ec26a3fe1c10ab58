// Package corpus makes many documents as a consultant may have them, of about 200 lines, for benchmarks: of every type,
// from 10 to 95 per cent known. The same number always gives the same document.
package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"partner/pkg/proposal"
	"partner/testdata/trial"
)

// shapes are arrangements of every type.
var shapes = []string{
	"{nature: voluntary, brokered_by: clinicians, scale: individual, constituted: informally, extent: few-people, form: pathway, outcome: shared-pathway, roles: {partners: [north, south]}, shares: [services]}",
	"{nature: mandated, brokered_by: regulator, scale: individual, constituted: informally, extent: few-people, form: buddying, outcome: one-helps-other, roles: {supporter: north, supported: south}, shares: []}",
	"{nature: mandated, brokered_by: regulator, scale: structural, constituted: by-legal-change, extent: whole-organisation, form: acquisition, outcome: one-absorbed, roles: {acquirer: north, acquired: south}}",
	"{nature: voluntary, brokered_by: organisations, scale: structural, constituted: by-contract, extent: many-services, form: contract, outcome: contract-between-two, roles: {commissioner: north, contractor: south}, shares: [services]}",
	"{nature: voluntary, brokered_by: organisations, scale: structural, constituted: by-contract, extent: few-services, form: networked-care, outcome: service-at-host, roles: {provider: north, host: south}, shares: [sites]}",
}

// most facts and answers of a document: with the reasons of some they make about 200 lines.
const (
	facts   = 78
	answers = 12
)

// Maker makes documents.
type Maker struct {
	facts, answers []trial.LeafFact
}

// New makes a maker.
func New() *Maker { return &Maker{trial.OpenFacts(), trial.OpenAnswers()} }

// Document makes the document of a number.
func (m *Maker) Document(number int) ([]byte, error) {
	r := rand.New(rand.NewPCG(uint64(number), 200))
	known := 0.10 + 0.85*r.Float64()
	var arrangement map[string]any
	if err := yaml.Unmarshal([]byte(shapes[number%len(shapes)]), &arrangement); err != nil {
		return nil, err
	}
	register := map[string]any{}
	for i := range 5 {
		register[fmt.Sprintf("paper-%d", i)] = map[string]any{"kind": []string{"published", "internal", "independent"}[r.IntN(3)], "title": fmt.Sprintf("Paper %d of the programme board", r.IntN(400)), "date": fmt.Sprintf("2026-0%d-15", 1+r.IntN(9))}
	}
	tree := map[string]any{
		"partner": 1, "title": fmt.Sprintf("Proposal %d: %s", number, words(r, 4)), "as_of": "2026-10-01", "arrangement": arrangement, "evidence": register,
		"organisations": map[string]any{"north": map[string]any{"name": fmt.Sprintf("North %d", r.IntN(500))}, "south": map[string]any{"name": fmt.Sprintf("South %d", r.IntN(500))}},
	}
	say := func(f trial.LeafFact) {
		var v any = "unknown"
		if r.Float64() < known {
			v = said(r, f.Field)
			if r.IntN(5) == 0 {
				v = map[string]any{"is": v, "because": words(r, 8), "evidence": []any{fmt.Sprintf("paper-%d", r.IntN(5))}}
			}
		}
		trial.Put(tree, f.Path, v)
	}
	for _, i := range r.Perm(len(m.facts))[:facts] {
		say(m.facts[i])
	}
	for _, i := range r.Perm(len(m.answers))[:answers] {
		say(m.answers[i])
	}
	return yaml.Marshal(trial.Plain(tree))
}

// said is what a field may say.
func said(r *rand.Rand, f *proposal.Field) any {
	switch f.Kind {
	case proposal.Word:
		return f.Words[r.IntN(len(f.Words))]
	case proposal.Text:
		return words(r, 7)
	case proposal.Number:
		return []string{"1", "2", "3", "6"}[r.IntN(4)]
	case proposal.Date:
		return fmt.Sprintf("202%d-0%d-%d", 4+r.IntN(5), 1+r.IntN(9), 10+r.IntN(18))
	}
	return []any{said(r, f.Of)}
}

var vocabulary = strings.Fields("both boards agreed to share the service where patients wait longest and staff of the two sites have worked side by side since last spring on one pathway with data that either can read")

func words(r *rand.Rand, n int) string {
	all := slices.Clone(vocabulary)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return strings.Join(all[:n], " ")
}
