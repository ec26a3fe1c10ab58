package judge_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/testdata/trial"
)

const two = "organisations: {north: {name: North%s}, south: {name: South Services%s}}\n"

// of gives the two organisations with what each says of itself.
func of(north, south string) string {
	text := strings.Replace(two, "%s", north, 1)
	return strings.Replace(text, "%s", south, 1)
}

// TestNotesSayWhatTheDocumentShows: what a note says of a part of an answer, for both boards and for each.
func TestNotesSayWhatTheDocumentShows(t *testing.T) {
	for _, c := range []struct {
		part               catalogue.Part
		text               string
		both, north, south string
	}{
		{catalogue.Benefits, of("", ""), "No benefit is told.", "No benefit is told.", "No benefit is told."},
		{catalogue.Benefits, of("", "") + "arrangement: {benefits: []}", "No benefit is named.", "No benefit is named.", "No benefit is named."},
		{catalogue.Benefits, of("", "") + "arrangement: {benefits: [{what: Less waiting, measure: weeks, baseline: 12, target: 6, by: 2026-10, patient_reported: yes}]}", "One benefit is named, with measure, baseline, target and date; one is reported by patients themselves; for whom it is is not told.", "One benefit is named, with measure, baseline, target and date; one is reported by patients themselves; for whom it is is not told.", "One benefit is named, with measure, baseline, target and date; one is reported by patients themselves; for whom it is is not told."},
		{catalogue.Benefits, of("", "") + "arrangement: {benefits: [{what: Less waiting, measure: weeks}]}", "One benefit is named, without all of measure, baseline, target and date; none is said to be reported by patients themselves; for whom it is is not told.", "One benefit is named, without all of measure, baseline, target and date; none is said to be reported by patients themselves; for whom it is is not told.", "One benefit is named, without all of measure, baseline, target and date; none is said to be reported by patients themselves; for whom it is is not told."},
		{catalogue.Benefits, of("", "") + "arrangement: {benefits: [{what: Less waiting, measure: weeks, baseline: 12, target: 6, by: 2026-10}, {what: Calm}, unknown]}", "At least two benefits are named, one given with measure, baseline, target and date; none is said to be reported by patients themselves; for whom they are is not told.", "At least two benefits are named, one given with measure, baseline, target and date; none is said to be reported by patients themselves; for whom they are is not told.", "At least two benefits are named, one given with measure, baseline, target and date; none is said to be reported by patients themselves; for whom they are is not told."},
		{catalogue.Objectives, of("", "") + "arrangement: {objectives: [{id: a, text: One service}]}", "Whether it serves North's own objectives is not told; whether it serves South Services' own objectives is not told.", "Whether it serves North's own objectives is not told.", "Whether it serves South Services' own objectives is not told."},
		{catalogue.Objectives, of(", objectives: [{id: grow, text: Growth}]", "") + "arrangement: {objectives: [{id: a, text: One service, serves: {north: [grow], south: []}}]}", "It serves North's own objectives (“Growth”); it serves none of South Services' own objectives.", "It serves North's own objectives (“Growth”).", "It serves none of South Services' own objectives."},
		{catalogue.Objectives, of(", objectives: [{id: grow, text: Growth}]", "") + "arrangement: {objectives: [{id: a, text: One service, serves: {north: [grow], south: []}}, {id: b, text: One rota, serves: {north: [grow]}}]}", "It serves North's own objectives (“Growth”); it is not told to serve any of South Services' own objectives.", "It serves North's own objectives (“Growth”).", "It is not told to serve any of South Services' own objectives."},
		{catalogue.Culture, of("", "") + "arrangement: {culture: {route: adopt-one, whose: south, years: 1}}", "One culture is to be adopted, South Services'; culture work is planned over 1 year.", "One culture is to be adopted, South Services'; culture work is planned over 1 year.", "One culture is to be adopted, South Services'; culture work is planned over 1 year."},
		{catalogue.Culture, of(", capacity: {for_own_culture: yes}", ", capacity: {for_own_culture: no}") + "arrangement: {culture: {route: develop-new, years: 3, differing_values: [pace]}}", "A new culture is to be developed; culture work is planned over 3 years; values differ on pace.", "A new culture is to be developed; culture work is planned over 3 years; values differ on pace. North keeps time to look after its own staff and culture.", "A new culture is to be developed; culture work is planned over 3 years; values differ on pace. South Services has too little time left to look after its own staff and culture."},
		{catalogue.Culture, of(", capacity: {for_own_culture: partly}", "") + "arrangement: {culture: {route: keep-both}}", "Each keeps its culture.", "Each keeps its culture. North keeps only some of the time it takes to look after its own staff and culture.", "Each keeps its culture."},
		{catalogue.Culture, of("", "") + "arrangement: {culture: {route: undecided}}", "No culture route is chosen.", "No culture route is chosen.", "No culture route is chosen."},
		{catalogue.Risks, of("", "") + "arrangement: {risks: []}", "No risks of going ahead; none of not going ahead.", "No risk of going ahead is said to fall on North; none of not going ahead.", "No risk of going ahead is said to fall on South Services; none of not going ahead."},
		{catalogue.Risks, of("", "") + "arrangement: {risks: [{of: doing, what: Cost, for: north, owner: the chair}, {of: not-doing, what: Decline, for: both-organisations}]}", "One risk of going ahead, with an owner; one of not going ahead.", "One risk of going ahead falls on North, with an owner; one of not going ahead.", "No risk of going ahead is said to fall on South Services; one of not going ahead."},
		{catalogue.Risks, of("", "") + "arrangement: {risks: [{of: doing, what: Cost, for: south}, {of: doing, what: Time, for: both-organisations, owner: the chair}, {what: Unrest, for: patients}, unknown]}", "At least three risks of going ahead, one with an owner; none of not going ahead.", "At least one risk of going ahead falls on North, with an owner; none of not going ahead.", "At least two risks of going ahead fall on South Services, one with an owner; none of not going ahead."},
		{catalogue.TakingOn, of("", ""), "What North would take on is not known: South Services' problems are not listed. What South Services would take on is not known: North's problems are not listed.", "What North would take on is not known: South Services' problems are not listed. What North has to carry it with is not stated.", "What South Services would take on is not known: North's problems are not listed. What South Services has to carry it with is not stated."},
		{catalogue.TakingOn, of(", finance: {position: strong}, board: {stability: stable}, capacity: {to_help: yes, to_carry_changes: no}", ", issues: [{what: A backlog, cost_gbp_m: 25, plan: yes, funded: partly}]"), "North would take on one problem of South Services, £25m; planned for; paid for in part. North has strong finances and a stable board; it can spare what helping takes; it lacks what the changes on its own side take. What South Services would take on is not known: North's problems are not listed.", "North would take on one problem of South Services, £25m; planned for; paid for in part. North has strong finances and a stable board; it can spare what helping takes; it lacks what the changes on its own side take.", "What South Services would take on is not known: North's problems are not listed. What South Services has to carry it with is not stated."},
		{catalogue.TakingOn, of(", issues: []", ", issues: [{what: A backlog, cost_gbp_m: 2.5, plan: yes}, {what: A debt, plan: no, funded: no}, {what: A leak, plan: partly, funded: yes}, unknown]"), "North would take on at least three problems of South Services, £2.5m for the one with a cost; one planned for, one planned for in part and one not planned for; one paid for, one not paid for and one not said to be. What North has to carry it with is not stated. South Services would take on no problems of North.", "North would take on at least three problems of South Services, £2.5m for the one with a cost; one planned for, one planned for in part and one not planned for; one paid for, one not paid for and one not said to be. What North has to carry it with is not stated.", "South Services would take on no problems of North. What South Services has to carry it with is not stated."},
		{catalogue.Oversight, of("", "") + "arrangement: {nature: voluntary, scale: structural, form: merger, governance: {answers_to_regulator: north}}", "Six kinds of governance are needed for a partnership of this kind (voluntary, structural, merger); none is told of: a formal partnership agreement; a joint performance board that acts on data; shared project management; one clinical governance structure across the whole; joint posts before the legal step; reviews of what the partnership achieves.", "Six kinds of governance are needed for a partnership of this kind (voluntary, structural, merger); none is told of: a formal partnership agreement; a joint performance board that acts on data; shared project management; one clinical governance structure across the whole; joint posts before the legal step; reviews of what the partnership achieves. North answers to the regulator.", "Six kinds of governance are needed for a partnership of this kind (voluntary, structural, merger); none is told of: a formal partnership agreement; a joint performance board that acts on data; shared project management; one clinical governance structure across the whole; joint posts before the legal step; reviews of what the partnership achieves."},
	} {
		j := judged(t, c.text)
		q := slices.IndexFunc(cat.Questions, func(q catalogue.Question) bool { return slices.Contains(q.Shows, c.part) })
		s := judge.SubstanceOf(j)
		both, north, south := strings.Join(j.Note(q, s), " "), strings.Join(j.BoardNote(q, s, judge.First), " "), strings.Join(j.BoardNote(q, s, judge.Second), " ")
		if both != c.both || north != c.north || south != c.south {
			t.Errorf("%s of %s\ngot  %q, %q, %q\nwant %q, %q, %q", c.part, c.text, both, north, south, c.both, c.north, c.south)
		}
	}
}

// TestEveryExampleIsToldWhole: the examples state much, and what they state leaves no note half said.
func TestEveryExampleIsToldWhole(t *testing.T) {
	for _, name := range trial.Examples(t) {
		r := trial.File(t, name)
		for _, q := range r.Questions {
			for _, text := range []string{q.Answer, q.Note} {
				if strings.Contains(text, "{") || strings.Contains(text, "  ") || strings.Contains(text, "..") {
					t.Errorf("%s: %s: %q", name, q.ID, text)
				}
			}
		}
		for _, o := range r.Organisations {
			if o.Name == "" || o.ID == "" {
				t.Errorf("%s: %+v", name, o)
			}
		}
		if r.Title == "" || len(r.Typology.Types) == 0 || strings.Contains(r.Typology.Summary, "  ") {
			t.Errorf("%s: %q, %+v", name, r.Title, r.Typology)
		}
	}
}
