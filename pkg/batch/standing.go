package batch

import (
	"slices"

	"partner/pkg/decide"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// LineOf gives the line of a document that was judged, and what was found in it. Only what a line holds is worked out.
func LineOf(made Made, j *judge.Judgement, findings []result.Finding) Line {
	whole, onPaper := &j.Claimed.Whole, &j.Documented.Whole
	s := &Standing{
		Title: judge.Title(j), AsOf: j.Doc.Root.Find(paths.AsOf).InWords(), AsOfStated: statedDay(j), Organisations: organisations(j),
		Types: typesOf(j), Forms: []string{}, Stage: stageOf(j),
		Overall: rangeOf(ofWhole(whole)), Documented: rangeOf(ofWhole(onPaper)),
		Criteria: lettersOf(j), OpenGates: judge.OpenGates(j), Overdue: decide.Overdue(j), Findings: keysOf(findings),
		Leads: leads(j), Evidence: pieces(j),
	}
	s.Overlay = overlayOf(judge.Overlay(j))
	if j.Placement.Form.Known() {
		s.Forms = j.Placement.Form.Possible
	}
	if end, bound, is := decide.CertainBound(j); is {
		s.Certain = &Certain{end, bound}
	}
	v := j.Claimed.Verdict
	if s.Verdict = (Verdict{Low: v.Low, High: v.High}); v.Printed {
		s.Verdict.SoFar = v.SoFar
	}
	for i, q := range j.Claimed.Questions {
		s.Questions = append(s.Questions, Question{j.Cat.Questions[i].ID, rangeOf(q)})
	}
	c := whole.Counts
	s.Counts = Counts{Met: c.Met, AtLeastPartly: c.AtLeastPartly, Partly: c.Partly, AtMostPartly: c.AtMostPartly, NotMet: c.NotMet, Unknown: c.Unknown}
	s.DoFirst, s.FindOutFirst = []Action{}, []Ask{}
	for _, a := range decide.DoFirst(j) {
		s.DoFirst = append(s.DoFirst, Action{a.Criterion, a.Do, a.Who, a.Effort})
	}
	for _, c := range decide.FirstUnknown(j) {
		if c != nil {
			s.FindOutFirst = append(s.FindOutFirst, Ask{c.ID, j.Named(c.Criterion, c.Asks), j.Role(c.Of, c.Concerns)})
			continue
		}
		dates := decide.DatesAsk(j)
		s.FindOutFirst = append(s.FindOutFirst, Ask{dates.Criterion, dates.Asks, dates.Of})
	}
	made.Format = Format
	return Line{Made: made, Standing: s}
}

// Failed gives the line of a document that cannot be judged.
func Failed(made Made, wrong source.Diagnostics) Line {
	made.Format = Format
	l := Line{Made: made, Errors: make([]Wrong, len(wrong))}
	for i, d := range wrong {
		l.Errors[i] = Wrong{d.File, d.Line, d.Column, d.Found, d.Expected, d.Do}
	}
	return l
}

// statedDay is the day that a document states, where another one was asked for.
func statedDay(j *judge.Judgement) string { return j.Doc.Dated.Stated.InWords() }

func ofWhole(w *rating.Whole) rating.Range {
	return rating.Range{Low: w.Low.Grade, SoFar: w.SoFar.Grade, High: w.High.Grade, Printed: w.Printed, NothingLeft: w.NothingLeft}
}

// rangeOf takes over what a report prints of a rating.
func rangeOf(r rating.Range) Range {
	out := Range{Low: r.Low, High: r.High, NotRated: r.NothingLeft}
	if r.Printed && !r.NothingLeft {
		out.SoFar = r.SoFar
	}
	return out
}

func organisations(j *judge.Judgement) [2]Organisation {
	var both [2]Organisation
	for i, o := range judge.Organisations(j) {
		of := j.Doc.Organisations[i]
		both[i] = Organisation{ID: o.ID, Name: o.Name, Role: o.Role, Kind: o.Kind, File: ownFile(j, of), Capacity: capacity(of)}
	}
	return both
}

// ownFile names the file that an organisation comes from, "" where it is described in the document itself.
func ownFile(j *judge.Judgement, o *proposal.Value) string {
	for _, f := range o.Field.Fields {
		if v := o.At(paths.Key(f.Key)); v != nil {
			if v.Pos.File == j.Doc.Label {
				return ""
			}
			return v.Pos.File
		}
	}
	return ""
}

// capacity gives what an organisation's capacity is said to be.
func capacity(o *proposal.Value) map[string]string {
	var says map[string]string
	o.Own(paths.Capacity).Statements(func(v *proposal.Value) {
		key, is := v.Key, v.Written()
		if of := v.Parent; of.Field == v.Field { // one of what the two state apart
			key, is = of.Key, is+" ("+v.Key+")"
		}
		if before := says[key]; before != "" {
			is = before + "; " + is
		}
		if says == nil {
			says = map[string]string{}
		}
		says[key] = is
	})
	return says
}

func typesOf(j *judge.Judgement) []string {
	ids := []string{}
	for _, t := range j.Placement.Types() {
		if known := j.Cat.Typology.Type(t.ID()); known != nil {
			ids = append(ids, known.ID)
		}
	}
	return ids
}

func stageOf(j *judge.Judgement) Stage {
	t := &j.Timing
	return Stage{Is: t.Moment.Stage, Dated: t.Dated.Stage, Asked: t.Asked, Early: t.Early()}
}

// keysOf gives the keys of findings, by kind.
func keysOf(findings []result.Finding) []Findings {
	all := []Findings{}
	for _, kind := range result.FindingKinds {
		var keys, no []string
		for i := range findings {
			if f := &findings[i]; f.Kind == kind {
				if keys = append(keys, f.Key); f.No {
					no = append(no, f.Key)
				}
			}
		}
		slices.Sort(no)
		if slices.Sort(keys); len(keys) > 0 {
			all = append(all, Findings{kind, keys, no})
		}
	}
	return all
}

func leads(j *judge.Judgement) []Lead {
	all := []Lead{}
	for _, l := range j.Doc.Root.Find(paths.Leads).Stated() {
		all = append(all, Lead{l.At(paths.Post).Written(), l.At(paths.Organisation).Written(), l.At(paths.Kind).Written(), l.At(paths.EnoughTime).Written()})
	}
	return all
}

func pieces(j *judge.Judgement) []Piece {
	all := []Piece{}
	for _, p := range j.Doc.Register {
		all = append(all, Piece{
			ID: p.Key, Kind: proposal.EvidenceKind(p.At(paths.Kind).Written()), Title: p.At(paths.PieceTitle).Written(),
			Date: p.At(paths.Date).InWords(), Link: p.At(paths.Link).Written(),
		})
	}
	return all
}
