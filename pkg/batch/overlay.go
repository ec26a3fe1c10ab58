package batch

import (
	"partner/pkg/result"
)

// Overlay is what a line tells of a catalogue that is laid over the built-in one.
type Overlay struct {
	Adds    int                  `json:"adds"`    // how many criteria it adds
	Changed []string             `json:"changed"` // the criteria that it changes, by id
	Off     []string             `json:"off"`     // the criteria that it switches off, by id
	Own     Range                `json:"own"`     // its own block: the share of its own criteria that is in place
	BuiltIn BuiltIn              `json:"built_in"`
	Moved   []result.OverlayMove `json:"moved"` // what it rates otherwise than the built-in catalogue does
}

// BuiltIn is how the document is rated by the built-in catalogue alone.
type BuiltIn struct {
	Version   string     `json:"version"`
	Hash      string     `json:"hash"`
	Overall   Range      `json:"overall"`
	Verdict   Verdict    `json:"verdict"`
	Questions []Question `json:"questions"`
	OpenGates []string   `json:"open_gates"`
}

// overlayOf takes over what a line tells of an overlay; nil for none.
func overlayOf(o *result.Overlay) *Overlay {
	if o == nil {
		return nil
	}
	x := &Overlay{Adds: o.Adds, Changed: []string{}, Off: []string{}, Own: saidRange(o.Rating), Moved: o.Moved}
	for _, c := range o.Changed {
		x.Changed = append(x.Changed, c.ID)
	}
	for _, c := range o.Off {
		x.Off = append(x.Off, c.ID)
	}
	v := o.Beside.Verdict
	x.BuiltIn = BuiltIn{Version: o.BuiltIn.Version, Hash: o.BuiltIn.Hash, Overall: saidRange(o.Beside.Overall.Rating), Verdict: Verdict{Low: v.Low.ID, High: v.High.ID}, OpenGates: o.Beside.Open}
	if v.SoFar != nil {
		x.BuiltIn.Verdict.SoFar = v.SoFar.ID
	}
	for _, q := range o.Beside.Questions {
		x.BuiltIn.Questions = append(x.BuiltIn.Questions, Question{q.ID, saidRange(q.Rating)})
	}
	return x
}

// saidRange takes over a rating of a result.
func saidRange(r result.Rating) Range {
	out := Range{Low: r.Low, High: r.High, NotRated: r.NotRated}
	if !r.TooLittleKnown && !r.NotRated {
		out.SoFar = r.SoFar
	}
	return out
}
