package assess_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

var cat = assessments.Catalogue()

func TestAnEmptyDocumentIsAllUnknown(t *testing.T) {
	r := trial.Text(t, "")
	if !r.Overall.TooLittleKnown || r.Overall.Low != rating.Red || r.Overall.High != rating.Green || r.Overall.SoFar != rating.Unrated {
		t.Errorf("overall: %+v", r.Overall.Rating)
	}
	for _, q := range r.Questions {
		if q.Rating.Low != rating.Red || q.Rating.High != rating.Green || !q.Rating.TooLittleKnown || q.Rating.Met+q.Rating.Partly+q.Rating.NotMet != 0 {
			t.Errorf("%s: %+v", q.ID, q.Rating)
		}
	}
	for _, c := range r.Criteria {
		if c.Kind == catalogue.Remark {
			continue
		}
		if c.Status != rating.Unknown {
			t.Errorf("%s is %s", c.ID, c.Status)
		}
		if len(c.SettledBy) == 0 {
			t.Errorf("%s: nothing is named that would settle it", c.ID)
		}
	}
	if len(r.Typology.Types) != 4 || r.Verdict.SoFar != nil || len(r.Findings) != 0 {
		t.Errorf("types %v, verdict %v, findings %v", r.Typology.Types, r.Verdict.SoFar, r.Findings)
	}
}

func TestTheCountsAreThoseOfTheCriteria(t *testing.T) {
	for _, name := range trial.Examples(t) {
		r := trial.File(t, name)
		if len(r.Typology.Types) != 1 {
			continue // under several types the counts are those of the type of which least is known
		}
		var all result.Rating
		for _, c := range r.Criteria {
			if !c.Kind.Counts() || c.When != result.Now {
				continue
			}
			switch c.Status {
			case rating.Met:
				all.Met++
			case rating.Partly:
				all.Partly++
			case rating.NotMet, rating.Disputed:
				all.NotMet++
			case rating.Unknown:
				all.Unknown++
			}
		}
		o := r.Overall
		if all.Met != o.Met || all.Partly != o.Partly || all.NotMet != o.NotMet || all.Unknown != o.Unknown {
			t.Errorf("%s: the criteria count %+v, the overall rating %+v", name, all, o.Rating)
		}
		for _, p := range []result.Part{r.Context, r.Enablers} {
			if n := p.Rating.Met + p.Rating.Partly + p.Rating.NotMet + p.Rating.Unknown; n > len(p.Criteria) {
				t.Errorf("%s: %d rated of %d listed", name, n, len(p.Criteria))
			}
		}
	}
}

func TestDocumentedIsNeverBetterAtTheLowEnd(t *testing.T) {
	for _, name := range trial.Examples(t) {
		r := trial.File(t, name)
		for _, q := range r.Questions {
			if q.Documented.Low > q.Rating.Low || q.Documented.High < q.Rating.High {
				t.Errorf("%s, %s: claimed %s, documented %s", name, q.ID, q.Rating.Words, q.Documented.Words)
			}
		}
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	for _, name := range trial.Examples(t) {
		one, _ := json.Marshal(trial.File(t, name))
		two, _ := json.Marshal(trial.File(t, name))
		if string(one) != string(two) {
			t.Errorf("%s: two assessments differ", name)
		}
	}
}

// What each board is given is the whole's, but for what is its own; options are of the same document.
func TestTheDoors(t *testing.T) {
	for _, name := range trial.Examples(t) {
		whole := trial.File(t, name)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, wrong := proposal.Read(filepath.Base(name), data, os.DirFS(filepath.Dir(name)))
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		for i, o := range whole.Organisations {
			own := assess.For(doc, cat, o.ID)
			if own.For != o.ID || cmp.Diff(own.Overall, whole.Overall) != "" || cmp.Diff(own.Criteria, whole.Criteria) != "" || cmp.Diff(own.Boards, whole.Boards) != "" {
				t.Errorf("%s for %s is not the whole's", name, o.ID)
			}
			for n, q := range own.Questions {
				if a := whole.Boards[i].Answers[n]; a.Answer != q.Answer || a.Rating != q.Rating || a.Note != q.Note {
					t.Errorf("%s for %s: %s: %q, in the whole %q", name, o.ID, q.ID, q.Answer, a.Answer)
				}
			}
		}
		if options := assess.Options(doc, cat); options.Title != whole.Title || len(options.Options) == 0 {
			t.Errorf("%s: options of %q", name, options.Title)
		}
	}
}
