// Package assess turns a proposal and a catalogue into a result: it has them judged, has worked out what helps
// to decide, and puts both together.
package assess

import (
	"partner/pkg/catalogue"
	"partner/pkg/decide"
	"partner/pkg/front"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// Assess assesses a proposal that was read and verified, at the stage that its dates show.
func Assess(doc *proposal.Proposal, cat *catalogue.Catalogue) *result.Result {
	return Result(judge.Judge(doc, cat))
}

// For assesses a proposal as one organisation's board has to answer for it. The id must be that of one of the
// two organisations.
func For(doc *proposal.Proposal, cat *catalogue.Catalogue, organisation string) *result.Result {
	return ResultFor(judge.Judge(doc, cat), organisation)
}

// ResultFor gives the whole result of a judgement for one organisation's board, as For does.
func ResultFor(j *judge.Judgement, organisation string) *result.Result {
	r, boards := whole(j)
	r = boards.For(j.SideOf(organisation), r)
	r.Front = front.Of(j, r)
	return r
}

// Options assesses the facts of a proposal under every type and form of partnership.
func Options(doc *proposal.Proposal, cat *catalogue.Catalogue) *result.Options {
	return OptionsOf(judge.Judge(doc, cat))
}

// OptionsOf does so for a judgement, at its stage.
func OptionsOf(j *judge.Judgement) *result.Options { return decide.Options(j) }

// OptionsInBrief does so for a report that tells of each only what it is so far.
func OptionsInBrief(j *judge.Judgement) *result.Options { return decide.OptionsInBrief(j) }

// Result gives the whole result of a judgement.
func Result(j *judge.Judgement) *result.Result {
	r, _ := whole(j)
	return r
}

// whole gives the result, and the boards' own answers of which it holds a part.
func whole(j *judge.Judgement) (*result.Result, decide.BoardAnswers) {
	j = j.Witnessed()
	r, s := judged(j)
	boards := decided(j, s, r)
	r.Front = front.Of(j, r)
	return r, boards
}

// FirstScreen gives the first screen of the whole result, with the part of it that this is made of and that is told beside
// it. It takes less time than the whole.
func FirstScreen(j *judge.Judgement) *result.Result {
	j = j.Witnessed()
	r, _ := seen(j)
	settled(j, r)
	r.Front = front.Of(j, r)
	return r
}

// settled adds to a result what would settle and what conditions there are, of which its first screen tells.
func settled(j *judge.Judgement, r *result.Result) {
	r.Certain, r.Settle, r.Conditions = decide.Certain(j), decide.Unknowns(j), decide.Conditions(j, r.Governance)
}

// decided adds to a result what helps to decide, and gives the boards' own answers.
func decided(j *judge.Judgement, s judge.Substance, r *result.Result) decide.BoardAnswers {
	boards := decide.AsBoards(j, s, r.Questions)
	settled(j, r)
	r.Path, r.DoFirst, r.FindOutFirst = decide.Path(j), decide.DoFirst(j), decide.FindOutFirst(j)
	r.Boards, r.Views = boards.Boards(), decide.Views(j)
	r.Evidence.Weaknesses = decide.WeakEvidence(j, r.Evidence)
	r.Promises, r.Precedents = decide.Promises(j), decide.Precedents(j)
	return boards
}

// Standing gives the part of the result of a judgement that says how the proposal stands, without what helps to decide
// and without a first screen. It takes a fraction of the time.
func Standing(j *judge.Judgement) *result.Result {
	r, _ := judged(j)
	return r
}

// judged gives the part of the result that says how the proposal stands.
func judged(j *judge.Judgement) (*result.Result, judge.Substance) {
	r, s := seen(j)
	r.Enablers, r.Criteria, r.Past, r.Told = judge.Enablers(j), judge.Criteria(j), judge.Bygones(j), judge.Told(j)
	r.Statements, r.SetAside = judge.Statements(j), judge.SetAside(j)
	r.Sources, r.Limits = judge.Sources(j), judge.Limits(j)
	return r, s
}

// seen gives as much of that as is seen on a first screen and beside it.
func seen(j *judge.Judgement) (*result.Result, judge.Substance) {
	s, evidence := judge.SubstanceOf(j), judge.Evidence(j)
	root := j.Doc.Root
	return &result.Result{
		Format: result.Format, Catalogue: judge.Catalogue(j), Overlay: judge.Overlay(j), File: j.Doc.Label, Title: judge.Title(j),
		About: root.Find(paths.About).String(), Currency: j.Doc.Currency(), AsOf: root.Find(paths.AsOf).InWords(),
		AsOfAsked: j.Doc.Dated.Asked != nil, AsOfStated: j.Doc.Dated.Stated.InWords(),
		Organisations: judge.Organisations(j), Calendar: judge.Calendar(j), Stage: judge.Staged(j), Typology: judge.Typology(j), ToStart: judge.ForStart(j),
		Overall: j.Overall(j.Claimed.Whole), Verdict: j.Verdict(j.Claimed, j.Timing.Moment), Documented: judge.Documented(j),
		Context: judge.Context(j), Questions: judge.Questions(j, s), DueLater: judge.DueLater(j), Departures: judge.Departures(j),
		Departing: judge.WithDepartures(j), Findings: judge.Findings(j), Evidence: evidence,
		Benefits: s.Benefits, Objectives: s.Objectives, TakingOn: s.TakingOn, Governance: s.Governance, Risks: s.Risks,
	}, s
}
