// Package example makes up results for the tests of the formats.
package example

import (
	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// At is a place in the made-up proposal.
func At(line int) source.Position {
	return source.Position{File: "proposals/northfield-eastmere.yaml", Line: line, Column: 7}
}

// Rated is a rating; one without a rating so far is of what too little is known of.
func Rated(low, soFar, high rating.Grade, met, partly, notMet, unknown int) result.Rating {
	r := result.Rating{Low: low, High: high, SoFar: soFar, Met: met, Partly: partly, NotMet: notMet, Unknown: unknown, Counted: "some known", MayProve: low.String() + " to " + high.String(), TooLittleKnown: soFar == rating.Unrated}
	if soFar != rating.Unrated && low == high {
		r.MayProve = ""
	}
	r.Words = r.Phrases().String()
	return r
}

// Result is a made-up result in which everything that a result can hold occurs.
func Result() *result.Result {
	cost := 25.5
	cites := []result.Cite{{Source: "briefing", Place: "Table 2, mandated structural", Strength: "research over five cases"}}
	fix := &result.Fix{Do: "Set up a joint board that reads the data each month and acts on what they show", Who: "chair", Effort: "medium", By: "before the start", Closes: "its terms of reference and three months of minutes"}
	fact := result.Fact{Path: "arrangement.governance.boards[0].kind", Value: "joint-board", Because: "The two boards meet as one", Place: At(40), Evidence: []string{"minutes"}, Standing: "internal"}
	criterion := func(id string, kind catalogue.Kind, status rating.Status, says string) result.Criterion {
		return result.Criterion{ID: id, Title: "the boards share a view of what matters", Says: says, Kind: kind, Questions: []string{"governance"}, Status: status,
			Applies: "yes", Decided: "facts", Views: []result.View{}, Facts: []result.Fact{}, SettledBy: []string{}, Place: At(12), Why: "Without it neither board knows what the other would do next.",
			Asks: "Do the boards share a view of what matters most to each of them?", Of: "chair", Fix: fix, Cites: cites}
	}
	met := criterion("met-one", catalogue.Context, rating.Met, "the boards share a view of what matters")
	met.Documented, met.Facts = true, []result.Fact{fact}
	partly := criterion("partly-one", catalogue.Enabler, rating.Partly, "only in part: the boards share a view")
	partly.Facts = []result.Fact{fact, fact, fact, fact, fact, fact, fact}
	partly.SettledBy = []string{"answers.partly-one"}
	not := criterion("not-one", catalogue.Enabler, rating.NotMet, "the boards share no view of what matters")
	not.Gate, not.Home, not.AppliesWhy = true, "governance", "What one case shows holds wherever two boards decide"
	unknown := criterion("unknown-one", catalogue.Practice, rating.Unknown, "not known: the boards share a view")
	unknown.Reasons = []result.Reason{{Path: "answers.unknown-one", Of: "Northfield", Because: "the survey of both sites closes in March", Place: At(31)}}
	unknown.Applies, unknown.SettledBy = "maybe", []string{"arrangement.nature", "arrangement.scale", "arrangement.form", "answers.unknown-one", "arrangement.governance"}
	disputed := criterion("disputed-one", catalogue.Context, rating.Disputed, "the two see it differently: the boards share a view")
	disputed.Views = []result.View{{Organisation: "Northfield", Status: rating.Met}, {Organisation: "Eastmere", Status: rating.NotMet}}
	watch := criterion("watch-one", catalogue.Watchpoint, rating.NotMet, "staff feel taken over")
	bare := criterion("bare-one", catalogue.Enabler, rating.Unknown, "not known: nothing at all")
	bare.Of, bare.Place, bare.Fix = "", source.Position{File: "proposals/northfield-eastmere.yaml"}, nil
	opinion := criterion("opinion-one", catalogue.Opinion, rating.Unknown, "silos are faced")
	remark := criterion("remark-one", catalogue.Remark, rating.NoStatus, "someone said so")
	remark.Fix = nil
	mixed := Rated(rating.AmberRed, rating.AmberGreen, rating.Green, 14, 6, 6, 14)
	rule := result.Rule{ID: "otherwise", Number: 5, If: "at most one question is amber-red, and too few are green for more"}
	word := result.VerdictWord{ID: rating.RightFormNotReady, Title: "right form, not yet shown to be ready", Meaning: "the context suits this form but too much of what makes it work is not in place or not known"}
	onConditions := result.VerdictWord{ID: rating.ReadyOnConditions, Title: "ready on conditions", Meaning: "what is open can be set as conditions"}
	verdict := result.Verdict{Low: word, High: onConditions, SoFar: &onConditions, Sentence: "Ready on conditions so far; may prove right form, not yet shown to be ready.",
		Because: "5 of 39 enablers in place, 15 in part, 19 not known; four gates open", NotMet: []string{"not-one", "partly-one"}, NotKnown: []string{"unknown-one", "bare-one"}, Open: []string{"not-one"}}
	overall := result.Overall{Rating: mixed, Rule: rule, LowRule: result.Rule{ID: "one-red", Number: 2, If: "one question is red"}, HighRule: rule,
		LittleKnownOn: []result.Word{{ID: "strategy", Title: "Strategic fit?"}, {ID: "risks", Title: "Risks, either way?"}}, HeldBack: true}
	shows := map[string][]catalogue.Part{"patients": {catalogue.Benefits}, "strategy": {catalogue.Placing, catalogue.Objectives}, "culture": {catalogue.Culture},
		"risks": {catalogue.Risks}, "sustainability": {catalogue.TakingOn}, "governance": {catalogue.Oversight}}
	question := func(id, title, asks, answer string, r result.Rating) result.Question {
		return result.Question{ID: id, Title: title, Asks: asks, Shows: shows[id], Rating: r, Documented: Rated(rating.Red, rating.Unrated, rating.Green, 1, 1, 0, 7), Answer: answer,
			Note: "Two benefits are named, one of them with a measure", HeldBy: []string{"not-one", "watch-one"}, For: []string{"met-one"},
			Against: []string{"not-one", "partly-one", "disputed-one", "watch-one"}, Unknown: []string{"unknown-one", "bare-one", "gone-one"}, Opinions: []string{"opinion-one", "remark-one"}}
	}
	long := "Cannot be said until it is known whether staff on both sides have been told why, by whom, and what will become of their own posts"
	return &result.Result{
		Format: result.Format, File: "proposals/northfield-eastmere.yaml", Title: "Northfield acquires Eastmere, which has been in special measures for three years",
		About: "A made-up example: neither organisation exists and every figure is invented for the sake of a test.", AsOf: "1 June 2014",
		Front:     Front(),
		Catalogue: result.Catalogue{Version: "1", Hash: "483d9d0ff87c", Criteria: 147, Applied: 68},
		Organisations: [2]result.Organisation{
			{ID: "northfield", Name: "Northfield University Hospitals NHS Foundation Trust", Role: "acquirer", Kind: "acute trust"},
			{ID: "eastmere", Name: "Eastmere and District General Hospital NHS Trust", Role: "acquired", Kind: "acute trust"}},
		Typology: result.Typology{Nature: result.Axis{Declared: "mandated", Derived: "mandated", Possible: []string{"mandated"}, Words: "mandated"},
			Scale: result.Axis{Possible: []string{"individual", "structural"}, Words: "individual or structural"}, Form: result.Axis{Declared: "acquisition", Derived: "merger", Possible: []string{"acquisition", "merger"}, Words: "acquisition or merger"},
			Types: []result.Word{{ID: "mandated-structural", Title: "mandated, structural"}}, Summary: "mandated, individual or structural · acquisition or merger, asked for by the regulator"},
		Overall: overall, Verdict: verdict,
		Documented: result.Documented{Overall: result.Overall{Rating: Rated(rating.Red, rating.Unrated, rating.Green, 3, 1, 0, 36), Rule: rule, LowRule: rule, HighRule: rule, LittleKnownOn: []result.Word{}}, Verdict: verdict,
			Context: mixed, Enablers: Rated(rating.Red, rating.Red, rating.Red, 0, 1, 9, 0), Known: 14, Sentence: "On documents alone too little is known: 14 of 26 are documented."},
		Context:  result.Part{Rating: Rated(rating.AmberGreen, rating.Green, rating.Green, 4, 1, 0, 1), Criteria: []string{"met-one", "disputed-one"}},
		Enablers: result.Part{Rating: Rated(rating.Red, rating.AmberRed, rating.AmberGreen, 5, 15, 9, 10), Criteria: []string{"partly-one", "not-one", "unknown-one", "bare-one", "gone-one"}},
		Questions: []result.Question{
			question("patients", "Better for patients?", "Will it be better for patients?", "Yes, if each benefit for patients has a measure, a baseline, a target and a date", Rated(rating.AmberRed, rating.Green, rating.Green, 7, 1, 0, 1)),
			question("strategy", "Strategic fit?", "Is there a good strategic fit between the two organisations?", long, Rated(rating.Red, rating.Unrated, rating.Green, 1, 1, 0, 7)),
			question("culture", "Cultural fit?", "Is there a good cultural fit?", "Not yet: staff of Eastmere feel taken over", Rated(rating.Red, rating.AmberRed, rating.AmberGreen, 2, 4, 4, 3)),
			question("risks", "Risks, either way?", "What are the risks of doing it and of not doing it?", long, Rated(rating.AmberRed, rating.Unrated, rating.AmberGreen, 1, 1, 0, 7)),
			question("sustainability", "Taking on problems?", "Will I be taking on a lot of issues rather than providing a sustainable alternative?", long, Rated(rating.Red, rating.Red, rating.Red, 0, 1, 9, 0)),
			question("governance", "What keeps it on track?", "What kind of governance is needed to keep the relationship on track?", long, mixed)},
		DoFirst: []result.Action{
			{Criterion: "not-one", Do: "Set up a joint board that reads the data each month and acts on what they show, with a member from the regulator and one from each site", Who: "chair", By: "before the start", Effort: "medium"},
			{Criterion: "watch-one", Do: "Brief leaders of the stronger side on how they come across, and give staff of the other a place to say how it feels", Who: "HR", By: "before the start", Effort: "low"},
			{Criterion: "partly-one", Do: "Name an owner for each risk", Who: "chief executive", By: "before the decision", Effort: "low"}},
		FindOutFirst: []result.Ask{
			{Criterion: "unknown-one", Asks: "What time, managers' above all, and what money will entering and running it take, and by which estimate was that found out?", Of: "finance", Paths: []string{"arrangement.resources"}},
			{Criterion: "bare-one", Asks: "What happens to patients, and to each of the two organisations, if it is not done at all or only in part?", Of: "chief executive", Paths: []string{"arrangement.risks"}},
			{Criterion: "disputed-one", Asks: "Did earlier joint work go well?", Of: "", Paths: []string{}}},
		Criteria: []result.Criterion{met, partly, not, unknown, disputed, watch, bare, opinion, remark},
		Findings: []result.Finding{
			{ID: "f1", Kind: "mismatch", Subject: "form-consistent", Place: At(20), Text: "declared an acquisition, but the facts say a merger", Do: "correct whichever is wrong", Cites: cites, Questions: []string{"strategy"}},
			{ID: "f2", Kind: "contradiction", Subject: "not-one", Place: At(60), Text: "the answer is yes, but the facts say no", Do: "correct the answer or the facts", Cites: cites, Questions: []string{"governance"}},
			{ID: "f3", Kind: "disagreement", Subject: "disputed-one", Place: At(61), Text: "Northfield says yes and Eastmere no", Do: "settle it between the two", Cites: []result.Cite{}, Questions: []string{"culture"}},
			{ID: "f4", Kind: "stale", Subject: "minutes", Place: At(90), Text: "older than twelve months", Do: "bring it up to date", Cites: []result.Cite{}, Questions: []string{}},
			{ID: "f5", Kind: "stale", Subject: "report", Place: At(91), Text: "older than twelve months", Do: "", Cites: []result.Cite{}, Questions: []string{}},
		},
		Benefits: []result.Benefit{
			{What: "Care that the regulator rates good", For: "patients", Measure: "The regulator's rating", Baseline: "inadequate", Target: "good", By: "June 2015", Source: "plan", PatientReported: "yes", Missing: []string{}, Place: At(30)},
			{What: "Patients say better things of it", Missing: []string{"measure", "baseline", "target", "date", "source"}, Place: At(33)},
			{What: "Fewer falls", Baseline: "six a month", Missing: []string{"target"}, Place: At(34)}, {What: "Fewer cancelled lists", Target: "none", Missing: []string{"baseline"}, Place: At(35)}},
		Objectives: []result.Objective{{ID: "safe-care", Text: "Care that is safe by the next inspection", Serves: []result.Serving{
			{Organisation: "northfield", Known: true, Objectives: []string{"Serve a wider population"}}, {Organisation: "eastmere", Known: false, Objectives: []string{}}}},
			{ID: "bare", Text: "", Serves: []result.Serving{{Organisation: "northfield", Known: true, Objectives: []string{}}}}},
		TakingOn: []result.TakingOn{
			{Organisation: "northfield", From: "eastmere", Known: true, Problems: []result.Problem{{What: "Backlog maintenance", Area: "estate", CostM: &cost, Plan: "yes", Funded: "partly", Place: At(50)}, {What: "Estate", Area: "estate", Place: At(51)}},
				Capacity: []result.Fact{fact, {Path: "organisations.northfield.finance.position", Value: "strong", Place: At(8), Evidence: []string{}, Standing: "none"}}, Sentence: "Northfield: two problems, £25.5m, partly funded."},
			{Organisation: "eastmere", From: "northfield", Known: false, Problems: []result.Problem{}, Capacity: []result.Fact{}, Sentence: "Eastmere: not listed."}},
		Governance: []result.Element{
			{ID: "board", Title: "a joint performance board that acts on data", Recommended: "yes", Status: "missing", Because: "There is more to watch than either board can see alone.", Do: "Set up a joint performance board", Who: "chair", Criteria: []string{"not-one"}, Facts: []result.Fact{fact}, SettledBy: []string{}, Cites: cites},
			{ID: "agreement", Title: "a formal partnership agreement", Recommended: "maybe", Status: "in place", Do: "Sign it", Who: "chair", Criteria: []string{}, Facts: []result.Fact{}, SettledBy: []string{}, Cites: cites}},
		Risks: result.Risks{Known: true,
			Doing:    []result.Risk{{What: "Waits grow at the main site", For: "northfield", Likelihood: "medium", Impact: "high", Mitigation: "Lists move only once two consultants are in post", Owner: "medical director", Place: At(70)}, {What: "Staff leave", Place: At(71)}},
			NotDoing: []result.Risk{{What: "The hospital closes", Impact: "high", Place: At(72)}},
			RedFlags: []string{"not-one", "watch-one"}, Forgone: []result.Forgone{{Title: "Change goes deeper and lasts", Forgone: "Change stays on the surface", Cites: cites}}},
		SetAside: []result.SetAside{{Criterion: "gone-two", Title: "the clinic has a host", As: "not applicable", Because: "There is no clinic", Evidence: []string{}, Place: At(80)},
			{Criterion: "gone-three", Title: "a joint board meets", As: "other means", Because: "The trust boards meet as one", Evidence: []string{"minutes"}, Place: At(81)}},
		Evidence: result.Evidence{Pieces: []result.Piece{{ID: "minutes", Kind: "internal", Title: "Minutes of the two boards", Place: "page 12", Date: "May 2013", Used: 3, Stale: "older than twelve months on 1 June 2014", StaleFor: []string{"organisations.north.finance.position"}, At: At(90)}, {ID: "report", Kind: "independent", StaleFor: []string{}, At: At(91), Used: 1}},
			Undocumented: []string{"partly-one"}, Sentence: "Two pieces of evidence registered; one of the criteria rests on assertion alone."},
		Sources:  []result.Source{{ID: "briefing", Title: "Partnerships for improvement", Authors: "Robin Miller and others", Year: 2017, Standing: "Five case studies, which their authors call tentative"}, {ID: "toolkit", Title: "A toolkit", Standing: "Advice"}},
		Limits:   []string{"Whether what the document states is true", "Whether the partnership will succeed"},
		DueLater: []result.Deferred{}, Past: []result.Bygone{}, Stage: result.Staged{Facts: []result.Fact{}, Paths: []string{}},
	}
}

// Boarded is the result in which the two boards' answers to every question differ.
func Boarded() *result.Result {
	r := Result()
	r.Criteria[0].Board = "northfield"
	for i, o := range r.Organisations {
		b := result.Board{Organisation: o.Name, ID: o.ID}
		for n, q := range r.Questions {
			x := result.BoardAnswer{Question: q.ID, Rating: Rated(rating.AmberRed, rating.AmberGreen, rating.Green, 3, 1, 0, 1), Answer: "Yes, provided that both boards share a view of what matters.", Note: "One objective is named; it serves its own.", Differs: true, Because: []string{"met-one", "disputed-one", "gone-one"}}
			if (i+n)%2 == 0 {
				x.Rating = Rated(rating.Red, rating.Unrated, rating.Green, 1, 0, 0, 4)
			}
			b.Answers = append(b.Answers, x)
		}
		r.Boards[i] = b
	}
	r.Views = []result.Opinions{
		{Question: "culture", Sentence: "The two differ on one point; on one point only one of them has spoken.", Agree: []result.Stated{},
			Differ: []result.Stated{{Subject: "met-one", Title: "the boards share a view of what matters", Says: [2]string{"yes", "no"}, Place: At(62)}},
			Silent: []result.Stated{{Subject: "stance.success", Title: "what each would call a success", Says: [2]string{"", "A rota that is full in every week of the year, and a service that stays in the town"}, Place: At(63)}}},
		{Question: "", Sentence: "They agree on one point.", Agree: []result.Stated{{Subject: "organisations.northfield.kind", Title: "northfield kind", Says: [2]string{"acute trust", "acute trust"}, Place: At(9)}}, Differ: []result.Stated{}, Silent: []result.Stated{}},
	}
	return r
}
