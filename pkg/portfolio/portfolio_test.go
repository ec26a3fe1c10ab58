package portfolio_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partner/pkg/batch"
	"partner/pkg/portfolio"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/lines"
)

// bare is a rated line of which nothing is told but what a test adds.
func bare(path string) batch.Line {
	l := lines.Of(1, 1)
	for n := 2; l.Standing == nil; n++ {
		l = lines.Of(1, n)
	}
	s := *l.Standing
	s.Title, s.Stage = "Title of "+path, batch.Stage{Is: result.ToDecide}
	s.Organisations = [2]batch.Organisation{{ID: "a", Name: "A of " + path}, {ID: "b", Name: "B of " + path}}
	s.Overall = batch.Range{Low: rating.Red, SoFar: rating.AmberGreen, High: rating.Green}
	s.Certain, s.OpenGates, s.Findings, s.Leads, s.Evidence, s.DoFirst, s.FindOutFirst = nil, nil, nil, nil, nil, nil, nil
	s.Criteria = strings.Repeat("-", len(s.Criteria))
	l.Path, l.Standing = path, &s
	return l
}

func whole(t *testing.T, r *portfolio.Reduction, all ...batch.Line) *portfolio.Portfolio {
	t.Helper()
	return r.Portfolio(tallied(t, r, all...))
}

func each(n int, change func(int, *batch.Line)) []batch.Line {
	all := make([]batch.Line, n)
	for i := range all {
		all[i] = bare(fmt.Sprint("p", i, ".yaml"))
		change(i, &all[i])
	}
	return all
}

// TestOrganisationsStandAgainstWhatTheySay of their capacity, and each line says how it was matched.
func TestOrganisationsStandAgainstWhatTheySay(t *testing.T) {
	r := &portfolio.Reduction{Cat: cat}
	for name, x := range map[string]struct {
		n      int
		of     func(int) batch.Organisation
		load   portfolio.Load
		match  portfolio.Match
		others int
	}{
		"more than it says": {3, func(int) batch.Organisation {
			return batch.Organisation{ID: "x", Name: "North", File: "o/north.yaml", Capacity: map[string]string{"concurrent_partnerships": "1"}}
		}, portfolio.MoreThanSaid, portfolio.SameFile, 1},
		"as it says": {3, func(int) batch.Organisation {
			return batch.Organisation{ID: "x", Name: "North", File: "o/north.yaml", Capacity: map[string]string{"concurrent_partnerships": "2"}}
		}, portfolio.AsSaid, portfolio.SameFile, 2},
		"the most that either side says counts": {3, func(int) batch.Organisation {
			return batch.Organisation{ID: "x", Name: "North", Capacity: map[string]string{"concurrent_partnerships": "0 (north); 3 (south)"}}
		}, portfolio.AsSaid, portfolio.PerhapsSameName, 3},
		"short by its own word, the worse of two counts": {2, func(int) batch.Organisation {
			return batch.Organisation{ID: "x", Name: "North", Capacity: map[string]string{"time_of_leads": "yes (north); no (south)"}}
		}, portfolio.SaysShort, portfolio.PerhapsSameName, 0},
		"nothing said, and written otherwise": {2, func(i int) batch.Organisation {
			return batch.Organisation{ID: fmt.Sprint("x", i), Name: []string{"North", "north "}[i], Kind: []string{"acute trust", "Acute  trust"}[i]}
		}, portfolio.SaysNothing, portfolio.PerhapsSameName, 0},
	} {
		t.Run(name, func(t *testing.T) {
			p := whole(t, r, each(x.n, func(i int, l *batch.Line) { l.Organisations[1] = x.of(i) })...)
			if len(p.Organisations) != 1 {
				t.Fatalf("%+v", p.Organisations)
			}
			if o := p.Organisations[0]; o.Load != x.load || o.Match != x.match || o.Others != x.others || o.Proposals != x.n {
				t.Errorf("%+v", o)
			}
		})
	}
}

// TestWhatOnlyOneDocumentNamesIsNotShared: another kind is another organisation, and what nobody names is none.
func TestWhatOnlyOneDocumentNamesIsNotShared(t *testing.T) {
	r := &portfolio.Reduction{Cat: cat}
	p := whole(t, r, each(2, func(i int, l *batch.Line) {
		l.Organisations[0] = batch.Organisation{ID: "first", Name: "the first organisation"}
		l.Organisations[1] = batch.Organisation{ID: "x", Name: "North", Kind: []string{"acute trust", "hospice"}[i]}
		l.Leads = []batch.Lead{{Post: "chair", Organisation: "x"}, {Post: "chair", Organisation: "first"}, {Organisation: "x"}}
		l.Evidence = []batch.Piece{{ID: "a", Title: "Report", Date: fmt.Sprint(2020 + i)}, {ID: "b"}, {ID: "c", Link: fmt.Sprint("https://example.org/", i), Title: "The same"}}
	})...)
	if n := len(p.Organisations) + len(p.Leads) + len(p.Evidence) + len(p.Supporters); n != 0 {
		t.Errorf("%d things are shared: %+v %+v %+v", n, p.Organisations, p.Leads, p.Evidence)
	}
}

// TestSharedLeadsAndEvidence are told once for each document, with how they were matched.
func TestSharedLeadsAndEvidence(t *testing.T) {
	r := &portfolio.Reduction{Cat: cat}
	p := whole(t, r, each(3, func(i int, l *batch.Line) {
		l.Organisations[0] = batch.Organisation{ID: "n", Name: "North", File: "o/north.yaml", Role: "supporter"}
		l.Leads = []batch.Lead{{Post: "Medical director", Organisation: "n", EnoughTime: "partly"}, {Post: "medical  director", Organisation: "n"}}
		l.Evidence = []batch.Piece{{ID: "a", Title: "Report", Date: "2026"}, {ID: "b", Title: "Report", Date: "2026"}, {ID: "c", Title: "Undated"}, {ID: "d", Title: fmt.Sprint("Named ", i), Link: "https://example.org/x"}}
	})...)
	if len(p.Leads) != 1 || p.Leads[0].Proposals != 3 || p.Leads[0].NoTime != 3 || p.Leads[0].Match != portfolio.PerhapsPost {
		t.Errorf("%+v", p.Leads)
	}
	if len(p.Supporters) != 1 || p.Supporters[0].Proposals != 3 {
		t.Errorf("%+v", p.Supporters)
	}
	var told []string
	for _, e := range p.Evidence {
		told = append(told, fmt.Sprint(e.Title, "|", e.Date, "|", e.Link, "|", e.Match, "|", e.Proposals))
	}
	if d := cmp.Diff([]string{"Named 0||https://example.org/x|the same link|3", "Report|2026||perhaps the same: title and date are alike|3", "Undated|||perhaps the same: titles are alike, without a date|3"}, told); d != "" {
		t.Error(d)
	}
}

// TestAttentionComesInTheOrderOfItsReasons, and among equal ones with more that is open first.
func TestAttentionComesInTheOrderOfItsReasons(t *testing.T) {
	r := &portfolio.Reduction{Cat: cat}
	gate := cat.Criteria[0].ID
	all := each(8, func(i int, l *batch.Line) {
		switch i {
		case 0: // nothing
		case 1:
			l.Overall.SoFar = rating.Unrated
		case 2:
			l.Findings = []batch.Findings{{Kind: result.Contradiction, Keys: []string{"x"}}}
		case 3:
			l.OpenGates = []string{gate}
		case 4:
			l.OpenGates = []string{gate, gate}
		case 5:
			l.Overall.SoFar = rating.AmberRed
		case 6:
			l.Certain, l.Overall.SoFar = &batch.Certain{End: result.AtBest, Bound: rating.AmberRed}, rating.Unrated
		case 7: // a note asks for nothing
			l.Findings = []batch.Findings{{Kind: result.Unused, Keys: []string{"x"}}}
		}
	})
	var order []string
	for _, x := range whole(t, r, all...).Proposals {
		order = append(order, strings.TrimSuffix(x.Path, ".yaml")+" "+string(x.Attention))
	}
	want := []string{"p6 certain", "p5 low", "p4 gate open", "p3 gate open", "p2 does not fit", "p1 too little known", "p0 none", "p7 none"}
	if d := cmp.Diff(want, order); d != "" {
		t.Error(d)
	}
}

// TestStagesStandApart in groups and in layers.
func TestStagesStandApart(t *testing.T) {
	p := whole(t, &portfolio.Reduction{Cat: cat, By: portfolio.ByRating}, each(4, func(i int, l *batch.Line) {
		l.Stage.Is = result.Stage(i)
	})...)
	if len(p.Groups) != 4 || len(p.Layers) != 4 || p.Groups[0].Stage != result.Running || p.Groups[3].Stage != result.UnknownStage {
		t.Errorf("%d groups and %d layers", len(p.Groups), len(p.Layers))
	}
}

// TestCriteriaAreCountedWhereTheyAreDue, and what is asked of each organisation apart under one name.
func TestCriteriaAreCountedWhereTheyAreDue(t *testing.T) {
	r := &portfolio.Reduction{Cat: cat}
	side, one := -1, -1
	for i := range cat.Criteria {
		if c := cat.Criteria[i]; c.Each() != "" && c.Board == "second" && side < 0 {
			side = i
		} else if c.Each() == "" && one < 0 {
			one = i
		}
	}
	if side < 0 || one < 0 {
		t.Fatal("the catalogue has no such criteria")
	}
	p := whole(t, r, each(3, func(i int, l *batch.Line) {
		letters := []byte(l.Criteria)
		letters[one] = []byte{'N', 'n', 'H'}[i]
		letters[side] = 'U'
		l.Criteria = string(letters)
		l.OpenGates = []string{cat.Criteria[side].Each() + "-b"}
		l.FindOutFirst = []batch.Ask{{Criterion: cat.Criteria[side].Each() + "-b"}, {}}
	})...)
	if len(p.Missing) != 1 || p.Missing[0].ID != cat.Criteria[one].ID || p.Missing[0].NotMet != 1 || p.Missing[0].AtMostPartly != 1 || p.Missing[0].Asked != 2 {
		t.Errorf("%+v", p.Missing)
	}
	if len(p.Gates) != 1 || p.Gates[0].ID != cat.Criteria[side].ID || p.Gates[0].Open != 3 {
		t.Errorf("%+v", p.Gates)
	}
	if len(p.Unknowns) != 2 || p.Unknowns[0].Criterion != cat.Criteria[side].ID || p.Unknowns[0].Proposals != 3 || p.Unknowns[1].Criterion != "" || p.Unknowns[1].Proposals != 3 {
		t.Errorf("%+v", p.Unknowns)
	}
}

// TestConditions keep what they say, and refuse words that none has.
func TestConditions(t *testing.T) {
	l := bare("north/a.yaml")
	l.Types, l.Forms = []string{"voluntary-individual"}, []string{"merger"}
	l.Organisations[0] = batch.Organisation{ID: "n", Name: "North", File: "o/north.yaml"}
	l.Verdict = batch.Verdict{}
	l.Findings = []batch.Findings{{Kind: result.Stale, Keys: []string{"x"}}}
	for text, want := range map[string]bool{
		"stage=decide": true, "stage=start,decide": true, "stage=running": false, "type=voluntary-individual": true, "type=mandated-individual": false, "form=merger": true, "form=buddying": false,
		"organisation=north": true, "organisation=o/north.yaml": true, "organisation=south": false, "rating=amber-green": true, "rating=red,too-little-known": false,
		"verdict=too-little-known": true, "verdict=ready": false, "finding=stale": true, "finding=mismatch": false, "path=north": true, "path=**/a.yaml": true, "path=nor": false,
		"stage=decide,rating=amber-green": true, "stage=decide,rating=red": false,
	} {
		where, err := portfolio.ParseWhere(cat, text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		} else if where.Keeps(cat, &l) != want {
			t.Errorf("%s keeps it: %v", text, !want)
		}
	}
	for _, bad := range []string{"", "x", "x=1", "stage", "stage=", "stage=soon", "rating=blue", "type=x", "form=x", "gate=x", "finding=x", "=x", "stage=decide,"} {
		if where, err := portfolio.ParseWhere(cat, bad); err == nil {
			t.Errorf("%q was read as %v", bad, where)
		}
	}
}
