package xlsx_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/report/outline"
	"partner/pkg/report/xlsx"
	"partner/pkg/result"
	"partner/testdata/hostile"
	"partner/testdata/trial"
)

func proposal(t testing.TB, r *result.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Proposal(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// column gives the cells of a column by its title, without the title.
func column(t *testing.T, rows [][]string, title string) []string {
	t.Helper()
	at := slices.Index(rows[0], title)
	if at < 0 {
		t.Fatalf("no column %q among %q", title, rows[0])
	}
	var all []string
	for _, row := range rows[1:] {
		text := ""
		if at < len(row) {
			text = row[at]
		}
		all = append(all, text)
	}
	return all
}

// TestTheWorkbookOfAProposalHoldsTheReport of each example: every line of the first screen, every question and criterion
// with how it stands, every condition with who sees to it, every unknown that decides something, all evidence and
// whatever was found, each once and with its place.
func TestTheWorkbookOfAProposalHoldsTheReport(t *testing.T) {
	files, err := filepath.Glob("../../../examples/*.yaml")
	if err != nil || len(files) < 8 {
		t.Fatalf("the examples are %q, %v", files, err)
	}
	for _, file := range append(files, "../../../examples/networked-clinic/proposal.yaml") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r := trial.File(t, file)
			book := proposal(t, r)
			all := opened(t, book)
			sound(t, book)
			if !bytes.Equal(book, proposal(t, r)) {
				t.Error("written again it is another")
			}
			says := strings.Join(column(t, all["Overview"], "says"), "\n")
			for _, b := range r.Front.Blocks {
				for _, l := range slices.Concat(b.Lines, b.More) {
					if text := strings.TrimSuffix(outline.Clean(result.FrontText(l.Text)), "."); !strings.Contains(strings.ToLower(says), strings.ToLower(text)) {
						t.Errorf("the overview does not say %q", text)
					}
				}
			}
			if ids := column(t, all["Questions"], "id"); len(ids) != 6 || ids[5] != r.Questions[5].ID {
				t.Errorf("the questions are %q", ids)
			}
			ids, statuses, places := column(t, all["Criteria"], "id"), column(t, all["Criteria"], "status"), column(t, all["Criteria"], "place")
			if len(ids) != len(r.Criteria) {
				t.Fatalf("%d criteria, and not %d", len(ids), len(r.Criteria))
			}
			for i, c := range r.Criteria {
				if ids[i] != c.ID || statuses[i] != c.Status.String() || places[i] != c.Place.String() {
					t.Errorf("%s is %s at %s, and not %s is %s at %s", ids[i], statuses[i], places[i], c.ID, c.Status, c.Place)
				}
			}
			ids, who := column(t, all["Actions"], "id"), column(t, all["Actions"], "who")
			for _, c := range r.Conditions {
				if at := slices.Index(ids, c.ID); at < 0 || c.Owner != "" && who[at] != c.Owner || c.Owner == "" && who[at] != c.Who {
					t.Errorf("the condition %s is not there with who sees to it", c.ID)
				}
			}
			for _, a := range r.DoFirst {
				if !slices.Contains(ids, a.Criterion) {
					t.Errorf("what to do about %s is not there", a.Criterion)
				}
			}
			if slices.Sort(ids); len(slices.Compact(ids)) != len(ids) {
				t.Error("something is to be done twice")
			}
			asks := column(t, all["Unknowns"], "question to ask")
			for _, x := range r.Settle.Ranked {
				if !slices.Contains(asks, x.Asks) {
					t.Errorf("nobody is asked %q", x.Asks)
				}
			}
			for _, x := range r.FindOutFirst {
				if !slices.Contains(asks, x.Asks) {
					t.Errorf("nobody is asked %q", x.Asks)
				}
			}
			pieces := column(t, all["Evidence"], "id")
			for _, e := range r.Evidence.Pieces {
				if !slices.Contains(pieces, e.ID) {
					t.Errorf("the evidence %s is not there", e.ID)
				}
			}
			if n := len(all["Document"]) - 1; n != len(r.Findings)+len(r.Departures) {
				t.Errorf("%d findings and departures, and not %d", n, len(r.Findings)+len(r.Departures))
			}
		})
	}
}

// TestWhatAnEditorNeedsStandsInTheLastColumns: no id and no place stands among what a board reads.
func TestWhatAnEditorNeedsStandsInTheLastColumns(t *testing.T) {
	r := trial.File(t, "../../../examples/case-c.yaml")
	for sheet, rows := range opened(t, proposal(t, r)) {
		if sheet == "Legend" {
			continue
		}
		edits := len(rows[0])
		for i, title := range rows[0] {
			if slices.Contains([]string{"id", "about", "place", "goes to"}, title) {
				edits = min(edits, i)
			} else if i > edits {
				t.Errorf("%s: %q stands behind what is for an editor", sheet, title)
			}
		}
		for _, row := range rows[1:] {
			for i, text := range row[:min(edits, len(row))] {
				if strings.Contains(text, ".yaml:") {
					t.Errorf("%s, %s: %q", sheet, rows[0][i], text)
				}
			}
		}
	}
}

// TestHostileTextsOfAProposalAreTexts: whatever stands anywhere in a document stays in its cell.
func TestHostileTextsOfAProposalAreTexts(t *testing.T) {
	saying := trial.Saying(t, "../../../examples/contradictory.yaml")
	for _, x := range hostile.Texts() {
		r := assess.Result(judge.At(saying("x.yaml", x.Text), cat, result.UnknownStage))
		book := proposal(t, r)
		sound(t, book)
		if got, want := opened(t, book)["Overview"][1][2], strings.ToValidUTF8(outline.Clean(r.Title), "\ufffd"); !held(got, want) {
			t.Errorf("%s came back as %q", x.Name, got)
		}
	}
}

// BenchmarkProposal writes the workbook of an acquisition.
func BenchmarkProposal(b *testing.B) {
	r := trial.File(b, "../../../examples/case-c.yaml")
	b.ReportAllocs()
	for b.Loop() {
		proposal(b, r)
	}
}
