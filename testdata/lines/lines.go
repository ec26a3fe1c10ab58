// Package lines makes lines of documents that were never written, for tests and benchmarks of what adds many up: the
// same ones for the same seed.
package lines

import (
	"fmt"
	"math/rand/v2"

	"partner/assessments"
	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// Of gives the line of the document of that number. Of few documents many share something, and some have errors.
func Of(seed, number int) batch.Line {
	cat := assessments.Catalogue()
	m := &maker{rand.New(rand.NewPCG(uint64(seed), uint64(number))), cat}
	path := fmt.Sprintf("proposals/%03d/%06d.yaml", number/1000, number)
	made := batch.Made{
		Format: batch.Format, Path: path, Program: "1.0.0", Catalogue: batch.Catalogue{Version: cat.Version, Hash: cat.Hash}, Flags: []string{},
		Files: []batch.File{{Path: path, Hash: fmt.Sprintf("%064x", number)}},
	}
	if m.IntN(50) == 0 {
		return batch.Failed(made, source.Diagnostics{{Position: source.Position{File: path, Line: 2, Column: 1}, Found: "the unknown key \"titel\"", Expected: "title"}, {Position: source.Position{File: path}, Found: "no date"}}[:1+m.IntN(2)])
	}
	return batch.Line{Made: made, Standing: m.standing(number)}
}

type maker struct {
	*rand.Rand
	cat *catalogue.Catalogue
}

func pick[T any](m *maker, of ...T) T { return of[m.IntN(len(of))] }

func (m *maker) standing(number int) *batch.Standing {
	s := &batch.Standing{
		Title: fmt.Sprintf("Partnership %d of two organisations that redesign a pathway", number), AsOf: pick(m, "1 October 2026", "2026", ""),
		Types: []string{m.cat.Typology.Types[m.IntN(4)].ID}, Forms: []string{m.cat.Typology.Forms[m.IntN(len(m.cat.Typology.Forms))].ID},
		Stage:   batch.Stage{Is: result.Stage(m.IntN(4)), Dated: result.UnknownStage},
		Overall: m.rating(), Documented: m.rating(),
		Verdict:   batch.Verdict{Low: rating.NotAsItStands, SoFar: rating.Verdict(m.IntN(6)), High: rating.Ready},
		OpenGates: []string{}, Findings: []batch.Findings{}, Leads: []batch.Lead{}, Evidence: []batch.Piece{}, DoFirst: []batch.Action{}, FindOutFirst: []batch.Ask{},
	}
	switch m.IntN(10) {
	case 0:
		s.Types = nil
		for _, t := range m.cat.Typology.Types {
			s.Types = append(s.Types, t.ID)
		}
	case 1:
		s.Types = append(s.Types, m.cat.Typology.Types[m.IntN(4)].ID)
	}
	for i := range s.Organisations {
		s.Organisations[i] = m.organisation(i)
	}
	for _, q := range m.cat.Questions {
		s.Questions = append(s.Questions, batch.Question{ID: q.ID, Range: m.rating()})
	}
	if m.IntN(5) == 0 {
		s.Certain = &batch.Certain{End: result.AtBest, Bound: pick(m, rating.AmberRed, rating.Red)}
	}
	letters := make([]byte, len(m.cat.Criteria))
	for i := range letters {
		c := m.cat.Criteria[i]
		letters[i] = pick(m, byte('-'), 'M', 'M', 'L', 'P', 'H', 'N', 'U', 'U', 'U', 'D', 'X', 'm', 'u')
		id := c.ID
		if stem := c.Each(); stem != "" {
			id = stem + "-" + s.Organisations[indexOf(c.Board)].ID
		}
		if letters[i] == '-' {
			continue
		}
		if m.IntN(60) == 0 {
			s.OpenGates = append(s.OpenGates, id)
		}
		if len(s.DoFirst) < 3 && m.IntN(20) == 0 {
			s.DoFirst = append(s.DoFirst, batch.Action{Criterion: id, Do: c.Fix.Do, Who: m.cat.Words.Role(c.Fix.Who), Effort: c.Fix.Effort})
		}
		if len(s.FindOutFirst) < 3 && m.IntN(20) == 0 {
			s.FindOutFirst = append(s.FindOutFirst, batch.Ask{Criterion: id, Asks: c.Asks, Of: m.cat.Words.Role(c.Of)})
		}
	}
	s.Criteria = string(letters)
	for _, k := range result.FindingKinds {
		if m.IntN(4) == 0 {
			s.Findings = append(s.Findings, batch.Findings{Kind: k, Keys: []string{string(k) + " a arrangement.b", string(k) + " c arrangement.d"}[:1+m.IntN(2)]})
		}
	}
	for range m.IntN(3) {
		s.Leads = append(s.Leads, batch.Lead{Post: pick(m, "medical director", "Medical  Director", "chief nurse"), Organisation: s.Organisations[m.IntN(2)].ID, Kind: "clinical", EnoughTime: pick(m, "", "yes", "no", "partly")})
	}
	for i := range 1 + m.IntN(6) {
		p := batch.Piece{ID: fmt.Sprint("piece-", i), Kind: proposal.Published, Title: fmt.Sprintf("Minutes of the board of %s %d", s.Organisations[0].Name, number), Date: "July 2026"}
		switch m.IntN(4) {
		case 0:
			p.Title, p.Date = fmt.Sprintf("Annual report %d", m.IntN(50)), pick(m, "", "2025", "2026")
		case 1:
			p.Link = fmt.Sprintf("https://example.org/%d", m.IntN(100))
		}
		s.Evidence = append(s.Evidence, p)
	}
	return s
}

func indexOf(side string) int {
	if side == proposal.Sides[1] {
		return 1
	}
	return 0
}

func (m *maker) rating() batch.Range {
	low, high := rating.Grade(1+m.IntN(4)), rating.Grade(1+m.IntN(4))
	r := batch.Range{Low: min(low, high), High: max(low, high)}
	switch m.IntN(8) {
	case 0:
		r.NotRated = true
	case 1, 2, 3:
		r.SoFar = r.Low + rating.Grade(m.IntN(int(r.High-r.Low)+1))
	}
	return r
}

func (m *maker) organisation(i int) batch.Organisation {
	n := m.IntN(300)
	o := batch.Organisation{ID: fmt.Sprint("org-", i), Name: fmt.Sprint("Trust ", n), Kind: pick(m, "acute trust", "Acute  trust", "mental health trust"), Role: pick(m, "supporter", "supported", "partner", "")}
	switch m.IntN(6) {
	case 0:
		o.ID, o.Name = proposal.Sides[i], "the organisation"
	case 1, 2:
		o.File = fmt.Sprintf("organisations/%d.yaml", n%100)
	}
	if m.IntN(2) == 0 {
		o.Capacity = map[string]string{"concurrent_partnerships": pick(m, "0", "1", "3", "2 (north); 5 (south)", "unknown"), "time_of_leads": pick(m, "yes", "no", "partly", "yes (north); no (south)")}
	}
	return o
}
