package judge_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/judge"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// stale gives the findings on evidence that is out of date, as what each is about and what it says.
func stale(j *judge.Judgement) (about, texts []string) {
	for _, f := range judge.Findings(j) {
		if f.Kind == result.Stale {
			about, texts = append(about, f.Subject), append(texts, f.Text)
		}
	}
	return about, texts
}

// What happened, is in force, has been decided or says how large something is does not go out of date: of
// six old pieces only the accounts behind a financial position do.
func TestOnlyStatesGoOutOfDate(t *testing.T) {
	j := judged(t, `
title: Hillbrook and Ferndale share pathology
as_of: 2026-10-01
organisations:
  hillbrook:
    name: Hillbrook
    quality: {regulator_rating: good, rated_on: 2024-03-01, evidence: [inspection]}
    size: {beds: 400, evidence: [report-2023]}
  ferndale: {name: Ferndale, finance: {position: strong, evidence: [accounts-2024]}}
arrangement:
  nature: voluntary
  brokered_by: {is: organisations, evidence: [minutes-2022]}
  history: [{what: A joint clinic, scale: small, outcome: good, since: 2022-05, evidence: [evaluation-2024]}]
  leads: [{post: programme director, organisation: hillbrook, kind: programme, since: 2026-08-01}]
answers:
  joint-leadership-first: {is: yes, because: One chair since 2024., evidence: [minutes-2024]}
evidence:
  inspection: {kind: independent, title: Inspection report, date: 2024-03-01}
  report-2023: {kind: published, title: Annual report 2022/23, date: 2023-07-01}
  accounts-2024: {kind: independent, title: Audited accounts 2023/24, date: 2024-06-30}
  minutes-2022: {kind: board-approved, title: Minutes of both boards on beginning talks, date: 2022-11-01}
  evaluation-2024: {kind: internal, title: Evaluation of the joint clinic, date: 2024-06-01}
  minutes-2024: {kind: board-approved, title: Minutes on appointing one chair, date: 2024-02-01}
`)
	about, texts := stale(j)
	if !slices.Equal(about, []string{"accounts-2024"}) || !strings.Contains(texts[0], "Ferndale's finance position") {
		t.Errorf("%q: %q", about, texts)
	}
}

// A new chief executive makes out of date what rests on that person, and nothing else: not the other side's
// accounts, not a condition survey, not what was decided. It is told once, with all that it touches.
func TestAnEventOvertakesOnlyWhatRestsOnIt(t *testing.T) {
	text := `
title: Hillbrook takes in Ferndale
as_of: 2026-08-13
organisations:
  hillbrook: {name: Hillbrook, finance: {position: {is: strong, evidence: [accounts]}}, stance: {recognises_need: {is: yes, evidence: [minutes]}}}
  ferndale:
    name: Ferndale
    board: {stability: unstable, chief_executive_since: 2026-08-13}
    stance: {recognises_need: {is: yes, evidence: [minutes]}, motivation: {is: high, evidence: [letter]}}
    issues: [{what: Old boilers, area: estate, cost_gbp_m: 12, plan: yes, evidence: [survey]}]
arrangement:
  nature: voluntary
  roles: {acquirer: hillbrook, acquired: ferndale}
  form: acquisition
  alternatives: [{form: do-nothing, why_not: it cannot go on alone, evidence: [appraisal]}]
answers:
  clear-rationale: {is: yes, because: staff letter of March, evidence: [letter]}
  success-aligned: {is: yes, evidence: [appraisal]}
evidence:
  accounts: {kind: published, title: Hillbrook's accounts, date: 2026-06}
  minutes: {kind: board-approved, title: Ferndale's board minutes, date: 2026-05}
  survey: {kind: independent, title: Condition survey, date: 2026-02}
  appraisal: {kind: board-approved, title: Options appraisal of both boards, date: 2026-03}
  letter: {kind: internal, title: Letter to staff, date: 2026-03}
`
	j := judged(t, text)
	about, texts := stale(j)
	if !slices.Equal(about, []string{"organisations.ferndale.board.chief_executive_since"}) {
		t.Fatalf("%q: %q", about, texts)
	}
	if want := "Ferndale's present chief executive (13 August 2026) is newer than what stands behind Ferndale's stance recognises need, Ferndale's stance motivation and that both define success in the same way (minutes, letter, appraisal)"; texts[0] != want {
		t.Errorf("%s", texts[0])
	}
	for _, p := range judge.Evidence(j).Pieces {
		want := map[string][]string{
			"minutes": {"organisations.ferndale.stance.recognises_need"}, "letter": {"organisations.ferndale.stance.motivation"}, "appraisal": {"answers.success-aligned"},
		}[p.ID]
		if !slices.Equal(p.StaleFor, want) || (p.Stale == "") != (want == nil) {
			t.Errorf("%s is stale for %v: %q", p.ID, p.StaleFor, p.Stale)
		}
	}
}

// A statement is as fresh as the freshest of what stands behind it.
func TestANewerPieceKeepsAStatementFresh(t *testing.T) {
	for evidence, want := range map[string][]string{"[old]": {"old"}, "[old, older]": {"older", "old"}, "[older, new]": nil} {
		about, _ := stale(judged(t, "as_of: 2026-10-01\norganisations: {north: {finance: {position: {is: strong, evidence: "+evidence+`}}}, south: {}}
evidence:
  older: {kind: published, title: Accounts, date: 2024-06-30}
  old: {kind: published, title: Accounts, date: 2025-06-30}
  new: {kind: published, title: Accounts, date: 2026-06-30}
`))
		if !slices.Equal(about, want) {
			t.Errorf("%s: %v, not %v", evidence, about, want)
		}
	}
}

// TestWhatIsToComeMakesNothingStale: an event makes older evidence stale from its own day on, and not before.
func TestWhatIsToComeMakesNothingStale(t *testing.T) {
	for _, c := range []struct {
		asOf, written, event string
		stale                bool
	}{
		{"2026-06-10", "2026-03-01", "2026-06-09", true},
		{"2026-06-10", "2026-03-01", "2026-06-10", true},
		{"2026-06-10", "2026-03-01", "2026-06-11", false},
		{"2026-06-10", "2026-03-01", "2026-07", false},
		{"2026-06-10", "2026-03-01", "2026-06", true}, // it has begun
		{"2026-06", "2026-03-01", "2026-06-30", true}, // some day of that month
		{"2026-06", "2026-03-01", "2026-07-01", false},
		{"2026-06-10", "2026-05-02", "2026-05-01", false},
		{"2026-06-10", "2026-05-01", "2026-05-01", false},
		{"2026-06-10", "2026-05-01", "2026-05-02", true},
		{"2026-06-10", "2026-05", "2026-05-20", false}, // it may be younger
	} {
		for place, text := range map[string]string{
			"chief executive": "organisations: {south: {}, north: {board: {stability: {is: stable, evidence: [minutes]}, chief_executive_since: EVENT}}}\n",
			"regulator":       "organisations: {south: {}, north: {quality: {regulator_rating: {is: good, evidence: [minutes]}, rated_on: EVENT}}}\n",
			"year end":        "organisations: {south: {}, north: {finance: {position: {is: strong, evidence: [minutes]}, year_end: EVENT}}}\n",
			"lead":            "arrangement: {leads: [{post: lead, since: EVENT, enough_time: {is: yes, evidence: [minutes]}}]}\n",
		} {
			text = "as_of: " + c.asOf + "\n" + strings.ReplaceAll(text, "EVENT", c.event) + "evidence: {minutes: {kind: internal, title: Minutes, date: " + c.written + "}}\n"
			if got := trial.Text(t, text).Evidence.Pieces[0].Stale; (got != "") != c.stale {
				t.Errorf("%s since %s, written on %s, as of %s: %q", place, c.event, c.written, c.asOf, got)
			}
		}
	}
}

func TestEvidenceGoesStaleByAgeAndByEvent(t *testing.T) {
	text := func(asOf, date, since string) string {
		return `as_of: ` + asOf + `
organisations:
  north: {board: {stability: {is: stable, evidence: [letter]}, chief_executive_since: ` + since + `}}
  south: {}
arrangement: {nature: voluntary, scale: structural, form: merger}
evidence: {letter: {kind: internal, title: A letter, date: ` + date + `}}
`
	}
	for _, c := range []struct {
		name, text, stale string
	}{
		{"fresh", text("2026-06-01", "2026-01-01", "2020-01-01"), ""},
		{"old", text("2026-06-01", "2025-06-01", "2020-01-01"), "older than twelve months"},
		{"almost a year", text("2026-06-01", "2025-06-02", "2020-01-01"), ""},
		{"older than the chief executive", text("2026-06-01", "2026-01-01", "2026-03-01"), "north's present chief executive (1 March 2026)"},
		{"a change still to come", text("2026-06-01", "2026-01-01", "2026-09-01"), ""},
		{"only the year is known", text("2026-06-01", "2025", "2020-01-01"), ""},
		{"no day to reckon from", text("unknown", "2001-01-01", "2020-01-01"), ""},
	} {
		r := trial.Text(t, c.text)
		if got := r.Evidence.Pieces[0].Stale; (c.stale == "") != (got == "") || !strings.Contains(got, c.stale) {
			t.Errorf("%s: %q, want %q", c.name, got, c.stale)
		}
	}
}
