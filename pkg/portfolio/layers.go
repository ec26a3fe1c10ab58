package portfolio

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/result"
)

// profileOf gives the profile of a document: its stage, and of each of the six questions the low end, so far and the high
// end, as signs.
func profileOf(s *batch.Standing) string {
	var b strings.Builder
	b.WriteString(s.Stage.Is.String())
	b.WriteByte(0)
	for _, q := range s.Questions {
		soFar := '0' + byte(q.SoFar)
		if q.NotRated {
			soFar = 'x'
		}
		b.Write([]byte{'0' + byte(q.Low), soFar, '0' + byte(q.High)})
	}
	return b.String()
}

// profile is a profile in a form that is quickly compared.
type profile struct {
	steps   uint64 // three bits for each of its grades, of which the highest is free
	unlike  string // which questions are rated so far, which not and which not at all: profiles that differ here are not compared
	sum     int    // of its grades
	members *Members
	layer   int
}

// free are the bits that are free in steps.
const free = 0o444444444444444444

// parsed reads a profile, and gives its stage.
func parsed(key string, of *Members) (string, profile) {
	stage, signs, _ := strings.Cut(key, "\x00")
	p := profile{members: of}
	var unlike []byte
	for i := range len(signs) {
		grade := 0
		if s := signs[i]; s > '0' && s <= '4' {
			grade = int(s-'0') - 1
		} else {
			unlike = append(unlike, byte(i), s)
		}
		p.steps = p.steps<<3 | uint64(grade)
		p.sum += grade
	}
	p.unlike = string(unlike)
	return stage, p
}

// above reports whether a profile is nowhere worse than another. It is better somewhere if it is another one.
func (p *profile) above(o *profile) bool { return ((p.steps|free)-o.steps)&free == free }

// layered gives the number of the layer of each profile, from 1: in the first are those above which there is none, in
// each further one those above which there is one of the layer before.
func layered(all []profile) {
	slices.SortFunc(all, func(a, b profile) int {
		return cmp.Or(strings.Compare(a.unlike, b.unlike), cmp.Compare(b.sum, a.sum), cmp.Compare(b.steps, a.steps))
	})
	var layers [][]*profile // of profiles that are rated in the same questions
	for i := range all {
		p := &all[i]
		if i > 0 && all[i-1].unlike != p.unlike {
			layers = nil
		}
		// What has one of a layer above it has one of each layer before, too.
		p.layer, _ = slices.BinarySearchFunc(layers, p, func(layer []*profile, p *profile) int {
			for _, x := range layer {
				if x.above(p) {
					return -1
				}
			}
			return 1
		})
		if p.layer == len(layers) {
			layers = append(layers, nil)
		}
		layers[p.layer] = append(layers[p.layer], p)
		p.layer++
	}
}

// Layers are the profiles of the proposals of one stage in layers.
type Layers struct {
	Stage  result.Stage `json:"stage"`
	Layers []Layer      `json:"layers"`
}

// Layer is proposals of which none is above another by its profile: of any two either is better in one thing and the other
// in another, or they are rated alike, or they are not rated in the same questions.
type Layer struct {
	Number    int    `json:"number"` // from 1, above which there is none
	Profiles  int    `json:"profiles"`
	Proposals int    `json:"proposals"`
	Names     []Name `json:"names"` // of the first proposals by their paths
}

// layers puts the profiles of a tally in layers, stage by stage.
func (t *Tally) layers() []Layers {
	byStage := map[string][]profile{}
	for key, of := range t.Profiles {
		stage, p := parsed(key, of)
		byStage[stage] = append(byStage[stage], p)
	}
	all := []Layers{}
	for _, stage := range stageOrder {
		profiles := byStage[stage.String()]
		if len(profiles) == 0 {
			continue
		}
		layered(profiles)
		of := Layers{Stage: stage}
		for i := range profiles {
			p := &profiles[i]
			for len(of.Layers) < p.layer {
				of.Layers = append(of.Layers, Layer{Number: len(of.Layers) + 1})
			}
			l := &of.Layers[p.layer-1]
			m := Members{l.Proposals, l.Names}
			m.merge(p.members)
			l.Profiles, l.Proposals, l.Names = l.Profiles+1, m.Proposals, m.Names
		}
		all = append(all, of)
	}
	return all
}

// stageOrder are the stages in the order in which they are told: what runs first.
var stageOrder = []result.Stage{result.Running, result.ToStart, result.ToDecide, result.UnknownStage}
