package judge

import (
	"slices"
	"strconv"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Evidence is the register, with the use of each piece and why it is stale, and what is claimed without a
// document. How much hangs on what is weak in it is for those who decide.
func Evidence(j *Judgement) result.Evidence {
	e := result.Evidence{Pieces: []result.Piece{}, Undocumented: []string{}, Weaknesses: []result.Weakness{}}
	used, stale := j.restingOn(), j.Stale()
	for _, piece := range j.Doc.Register {
		p := result.Piece{
			Source: piece.At(paths.Source).Written(), Link: piece.At(paths.Link).Written(),
			ID: piece.Key, Kind: proposal.EvidenceKind(piece.At(paths.Kind).Written()), Title: piece.At(paths.PieceTitle).Written(), Place: piece.At(paths.Place).Written(),
			Date: piece.At(paths.Date).InWords(), Dated: piece.At(paths.Date).String(), Used: used[piece.Key], Stale: stale[piece.Key].Why, StaleFor: []string{}, At: piece.Pos,
		}
		for _, v := range stale[piece.Key].For {
			p.StaleFor = append(p.StaleFor, v.Path())
		}
		e.Pieces = append(e.Pieces, p)
	}
	for _, i := range j.Rated(rating.Met, rating.AtLeastPartly, rating.Partly) {
		if c := &j.Criteria[i]; c.Standing.OnPaper != c.Standing.Claimed {
			e.Undocumented = append(e.Undocumented, c.ID)
		}
	}
	said := wording.Things(len(e.Pieces), "piece") + " of evidence registered"
	if len(e.Pieces) == 0 {
		said = "no evidence is registered"
	}
	if n := len(stale); n > 0 {
		said += ", " + wording.Number(n) + " stale"
	}
	if n := len(e.Undocumented); n > 0 {
		said += "; " + strconv.Itoa(n) + " of the criteria met or partly met rest on assertion alone"
	}
	e.Sentence = wording.Sentence(said)
	return e
}

// restingOn counts the criteria that rest on each piece of evidence, by its id.
func (j *Judgement) restingOn() map[string]int {
	used := map[string]int{}
	for i := range j.Criteria {
		var ids []string
		for _, v := range j.Criteria[i].Standing.Used {
			for _, id := range v.EvidenceIDs() {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
					used[id]++
				}
			}
		}
	}
	return used
}
