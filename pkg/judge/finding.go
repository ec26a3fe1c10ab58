package judge

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// Findings lists what is amiss with the document itself, in its order, what stands in its own file first.
// Before all else comes a disagreement on what no partnership can do without: trust, or what success is.
func Findings(j *Judgement) []result.Finding { return j.findings(true) }

// Found lists the same findings for whoever needs no more of them than their kinds, keys and places: what takes long to
// word is not worded.
func Found(j *Judgement) []result.Finding { return j.findings(false) }

func (j *Judgement) findings(worded bool) []result.Finding {
	all, mismatches, in := make([]result.Finding, 0, 32), j.mismatches(), j.noted() // a finding is large: most documents have fewer
	for _, a := range j.Placement.Axes() {
		if f, is := j.mismatch(a, mismatches); is {
			all = append(all, f)
		}
		all = append(all, j.outweighed(a)...)
	}
	for i := range j.Criteria {
		if f, is := j.contradiction(&j.Criteria[i], worded); is {
			all = append(all, f)
		}
	}
	all = append(all, j.inconsistencies(mismatches, worded)...)
	all = append(all, j.unlocked()...)
	all = append(all, j.untimely(in.bodies)...)
	all = append(all, j.inPounds()...)
	if j.apart {
		j.Doc.Root.Walk(func(v *proposal.Value) {
			if f, is := j.disagreement(v); is {
				all = append(all, f)
			}
		})
	}
	for _, o := range j.outOfDate(in) {
		all = append(all, o.finding(j, worded))
	}
	all = append(all, j.astray()...)
	all = append(all, j.renamed()...)
	all = append(all, j.unpaired()...)
	all = append(all, j.unused(worded)...)
	all = j.inOrder(all)
	numberKeys(all)
	return all
}

// inOrder gives findings in the order in which they are told.
func (j *Judgement) inOrder(findings []result.Finding) []result.Finding {
	first := func(is bool) int {
		if is {
			return 0
		}
		return 1
	}
	foremost := func(f *result.Finding) int {
		if f.Kind != result.Disagreement {
			return first(false)
		}
		c := j.Cat.Criterion(f.Subject)
		return first(c != nil && c.Foremost)
	}
	own := func(f *result.Finding) int { return first(f.Place.File == j.Doc.Label) }
	order := make([]*result.Finding, len(findings)) // a finding is large, to be moved once
	for i := range findings {
		order[i] = &findings[i]
	}
	slices.SortStableFunc(order, func(x, y *result.Finding) int {
		return cmp.Or(cmp.Compare(foremost(x), foremost(y)), cmp.Compare(own(x), own(y)),
			strings.Compare(x.Place.File, y.Place.File), cmp.Compare(x.Place.Line, y.Place.Line), cmp.Compare(x.Place.Column, y.Place.Column))
	})
	all := make([]result.Finding, len(order))
	for i, f := range order {
		all[i] = *f
	}
	return all
}

// noted are the values of a document that several kinds of findings look through, each in the document's order.
type noted struct {
	bodies []*proposal.Value // what may name a body that is there
	turns  []*proposal.Value // the dates on which something turned
	leaves []*proposal.Value // where statements may stand
}

func (j *Judgement) noted() noted {
	n := noted{leaves: make([]*proposal.Value, 0, 256)}
	j.Doc.Root.Walk(func(v *proposal.Value) {
		if !v.Field.Leaf() {
			return
		}
		n.leaves = append(n.leaves, v)
		if v.Field.Body && v.State == proposal.Given {
			n.bodies = append(n.bodies, v)
		}
		if v.Field.Turns != "" && v.Known() {
			n.turns = append(n.turns, v)
		}
	})
	return n
}

// renamed finds the keys and the words that are read under their old names.
func (j *Judgement) renamed() []result.Finding {
	var all []result.Finding
	for _, o := range j.Doc.Outdated {
		path := o.Place.Path()
		text := "`" + o.Old + "` is now called `" + o.New + "`"
		if o.ByOrder {
			text = "`" + o.Old + "` tells by the order of the organisations which of them is meant, and tools that sort keys do not keep that"
		}
		all = append(all, finding(result.Finding{
			ID: "renamed-" + dashed(path) + "-" + o.New, Kind: result.Renamed, Subject: path, Place: o.Pos,
			Text: text, Do: "write `" + o.New + "`; the old name is still read",
		}, path+" "+o.New))
	}
	return all
}

// unpaired finds the texts that end with a quote which they never began.
func (j *Judgement) unpaired() []result.Finding {
	var all []result.Finding
	for _, u := range j.Doc.Unpaired {
		path := u.Place.Path()
		all = append(all, finding(result.Finding{
			ID: "unpaired-" + dashed(path), Kind: result.Unpaired, Subject: path, Place: u.Pos,
			Text: "the text ends with the quote " + string(u.Quote) + " and never began with one; it is read as a part of the text",
			Do:   `write a straight quote (") at its beginning and at its end, or none`,
		}, path))
	}
	return all
}

// finding completes a finding that no source asks for: what it is about, and where that stands, is its key,
// which stays the same when lines move.
func finding(f result.Finding, at string) result.Finding {
	f.Key = string(f.Kind) + " " + f.Subject + " " + at
	if f.Cites == nil {
		f.Cites = []result.Cite{}
	}
	if f.Questions == nil {
		f.Questions = []string{}
	}
	return f
}

// numberKeys counts findings of one key, so that each has its own.
func numberKeys(all []result.Finding) {
	seen := make(map[string]int, len(all))
	for i := range all {
		key := all[i].Key
		if seen[key]++; seen[key] > 1 {
			all[i].Key += " " + strconv.Itoa(seen[key])
		}
	}
}

// of gives a finding the sources and the questions of a criterion.
func (j *Judgement) of(c *catalogue.Criterion, f result.Finding) result.Finding {
	f.Subject, f.Cites, f.Questions = c.ID, j.Cites(c.Cites), c.Questions
	return f
}
