package outline_test

import (
	"os"
	"strings"
	"testing"

	"partner/pkg/rating"
	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
	"partner/pkg/result"
)

// pictured are results of all kinds, by what they are of.
func pictured() map[string]*result.Result {
	all := map[string]*result.Result{"both boards": example.Boarded()}
	for name, r := range example.Hostile() {
		all[name] = r
	}
	for _, j := range example.Judged(os.DirFS("../../../examples")) {
		all[j.Result.File] = j.Result
	}
	return all
}

// TestStripsCountAsTheRatingsDo: each criterion that counts stands once in the strip of its question.
func TestStripsCountAsTheRatingsDo(t *testing.T) {
	strips := 0
	for _, j := range example.Judged(os.DirFS("../../../examples")) {
		r := j.Result
		rated := map[string]result.Rating{}
		for _, q := range r.Questions {
			rated[q.Title] = q.Rating
		}
		for _, s := range outline.PicturesOf(r).Strips {
			strips++
			n := map[rating.Status]int{}
			for _, c := range s.Cells {
				n[c.Status]++
				if r.Criterion(c.Criterion) == nil || c.Claim == "" {
					t.Errorf("%s, %s: %+v", r.File, s.Title, c)
				}
			}
			of := rated[s.Title]
			want := of.Met + of.Partly + of.NotMet + of.AtLeastPartly + of.AtMostPartly + of.Unknown
			if len(r.Typology.Types) == 1 && (len(s.Cells) != want || n[rating.Disputed] == 0 && (n[rating.Met] != of.Met || n[rating.NotMet] != of.NotMet || n[rating.Unknown] != of.Unknown)) || len(s.Cells) < want {
				t.Errorf("%s, %s: %v (%d), and the rating counts %+v", r.File, s.Title, n, len(s.Cells), of)
			}
			for i := 1; i < len(s.Cells); i++ {
				if a, b := s.Cells[i-1].Status, s.Cells[i].Status; a == rating.Unknown && b != a || b == rating.Met && a != b {
					t.Errorf("%s, %s: %s after %s", r.File, s.Title, b, a)
				}
			}
		}
	}
	if strips == 0 {
		t.Error("there is no strip")
	}
}

func TestPicturesSayWhatTheyShow(t *testing.T) {
	timelines, steps := 0, 0
	for name, r := range pictured() {
		p := outline.PicturesOf(r)
		if len(p.Ranges) != 1+len(r.Questions) {
			t.Errorf("%s: %d ranges", name, len(p.Ranges))
		}
		for _, x := range p.Ranges {
			if of := x.Of; of.Low > of.High || of.SoFar != rating.Unrated && (of.SoFar < of.Low || of.SoFar > of.High) || !strings.Contains(x.Says(), of.Words.String()) {
				t.Errorf("%s: %+v", name, x)
			}
		}
		for _, s := range p.Steps {
			steps++
			if s.Of == "" || s.From == s.To || s.Words == "" || !strings.HasPrefix(s.Says(), s.Words) {
				t.Errorf("%s: %+v", name, s)
			}
		}
		if p.Timeline == nil {
			continue
		}
		timelines++
		pieces := p.Timeline.Undated
		said := p.Timeline.Says()
		for i, m := range p.Timeline.Moments {
			if m.Is == "" {
				pieces += m.Times
			}
			if i > 0 && m.From < p.Timeline.Moments[i-1].From || m.To < m.From || !strings.Contains(said, m.Date) || m.Stale != "" && !strings.Contains(said, m.Stale) {
				t.Errorf("%s: %+v in %q", name, m, said)
			}
		}
		if pieces != len(r.Evidence.Pieces) {
			t.Errorf("%s: %d pieces of %d", name, pieces, len(r.Evidence.Pieces))
		}
	}
	if timelines == 0 || steps == 0 {
		t.Errorf("%d timelines, %d steps", timelines, steps)
	}
}

// TestSheet: a paper is for what its stage is for, counts what it asks for as it lists it, and recommends no answer.
func TestSheet(t *testing.T) {
	stages := map[result.Stage]string{result.ToDecide: "For decision", result.ToStart: "For assurance before the start", result.Running: "For assurance", result.UnknownStage: "For discussion"}
	r := example.Result()
	for stage, purpose := range stages {
		r.Stage.Is = stage
		if s := outline.SheetOf(r); s.Purpose != purpose {
			t.Errorf("%s: %q", stage, s.Purpose)
		}
	}
	r.Conditions = []result.Condition{{State: result.Open}, {State: result.Closed}, {State: result.Overdue}}
	if said := strings.Join(outline.SheetOf(r).Asked, " "); !strings.Contains(said, "2 conditions") {
		t.Error(said)
	}
	if s := outline.SheetOf(&result.Result{}); s.Title == "" || len(s.Asked) != 1 {
		t.Errorf("%+v", s)
	}
}
