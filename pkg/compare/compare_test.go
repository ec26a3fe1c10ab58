package compare_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/compare"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// judged judges a document by the catalogue that partner brings, at the stage of its dates.
func judged(t testing.TB, name, text string) compare.Judged {
	t.Helper()
	return judgedAt(t, name, text, result.UnknownStage)
}

// judgedAt judges one at a stage that is asked for.
func judgedAt(t testing.TB, name, text string, stage result.Stage) compare.Judged {
	t.Helper()
	doc, wrong := proposal.Read(name, []byte(text), os.DirFS(filepath.Dir(name)))
	cat := assessments.Catalogue()
	if wrong = append(wrong, document.Verify(doc, cat)...); len(wrong) > 0 {
		t.Fatalf("%v in\n%s", wrong, text)
	}
	return compare.At(doc, cat, stage)
}

// examples judges all examples at one stage, so that they can be compared.
func examples(t testing.TB) []compare.Judged {
	t.Helper()
	files, _ := filepath.Glob("../../examples/*.yaml")
	more, _ := filepath.Glob("../../examples/*/proposal.yaml")
	var all []compare.Judged
	for _, name := range append(files, more...) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, judgedAt(t, name, string(data), result.Running))
	}
	if len(all) < 8 {
		t.Fatalf("only %d examples", len(all))
	}
	return all
}

// organisations are two, with what is put after the name of each.
func twoOrganisations(north, south string) string {
	return "organisations:\n  north: {name: North" + north + "}\n  south: {name: South" + south + "}\n"
}

func TestNothingIsBetterThanItself(t *testing.T) {
	for _, j := range examples(t) {
		c := compare.Compare([]compare.Judged{j, j, j})
		if len(c.Differ)+len(c.KnownOfSome)+len(c.ForSome) > 0 {
			t.Errorf("%s differs from itself", j.Result.File)
		}
		for _, l := range append(c.Questions, c.Whole) {
			if len(l.Better) > 0 || strings.Contains(l.Sentence, "better") {
				t.Errorf("%s: %s", j.Result.File, l.Sentence)
			}
			if len(l.Alike)+len(l.Untold) != 3 {
				t.Errorf("%s: %d pairs of three proposals", l.ID, len(l.Alike)+len(l.Untold))
			}
			settled := l.Answers[0].Rating.Low == l.Answers[0].Rating.High
			if settled != (len(l.Alike) == 3) || settled && len(l.WouldSay) > 0 {
				t.Errorf("%s of %s: %s", l.ID, j.Result.File, l.Sentence)
			}
		}
	}
}

// TestBetterOnlyWhereRangesDoNotOverlap holds over all pairs of examples: every pair is told exactly once in
// one direction, and the better one's low end is above the other's high end.
func TestBetterOnlyWhereRangesDoNotOverlap(t *testing.T) {
	all := examples(t)
	dominated := 0
	for _, a := range all {
		for _, b := range all {
			c := compare.Compare([]compare.Judged{a, b})
			for _, l := range append(c.Questions, c.Whole) {
				x, y := l.Answers[0].Rating, l.Answers[1].Rating
				want := ""
				switch {
				case x.Low > y.High:
					want = "A"
				case y.Low > x.High:
					want = "B"
				}
				got := ""
				if len(l.Better) == 1 {
					got, dominated = l.Better[0].Proposal, dominated+1
				}
				if got != want || len(l.Better)+len(l.Alike)+len(l.Untold) != 1 {
					t.Errorf("%s against %s, %s: %s", a.Result.File, b.Result.File, l.ID, l.Sentence)
				}
				for _, ask := range l.WouldSay {
					for _, letter := range ask.Proposals {
						of := c.Proposals[letter[0]-'A']
						r := all[slices.IndexFunc(all, func(j compare.Judged) bool { return j.Result.File == of.File })].Result
						if k := r.Criterion(ask.Criterion); k == nil || k.Status != rating.Disputed && k.Status.Known() {
							t.Errorf("%s is to be found out of %s, which knows it", ask.Criterion, of.File)
						}
					}
				}
				if len(l.Untold) == 1 && len(l.WouldSay) == 0 {
					t.Errorf("%s against %s, %s: nothing would tell", a.Result.File, b.Result.File, l.ID)
				}
			}
		}
	}
	if dominated == 0 {
		t.Error("no example is better than another in anything: the test tests nothing")
	}
}

func TestRowsSayWhereProposalsDiffer(t *testing.T) {
	one := judged(t, "one.yaml", "partner: 1\n"+twoOrganisations("", "")+"arrangement: {nature: voluntary, scale: structural}\nanswers: {key-people-trust: yes, differences-mapped: yes}\n")
	two := judged(t, "two.yaml", "partner: 1\n"+twoOrganisations("", "")+"arrangement: {nature: voluntary, scale: structural}\nanswers: {key-people-trust: no}\n")
	c := compare.Compare([]compare.Judged{one, two, one})
	if len(c.Differ) != 1 || c.Differ[0].Criterion != "key-people-trust" || !slices.Equal(c.Differ[0].Statuses, []compare.Status{compare.Status(rating.Met), compare.Status(rating.NotMet), compare.Status(rating.Met)}) {
		t.Errorf("they differ on %+v", c.Differ)
	}
	if len(c.KnownOfSome) != 1 || c.KnownOfSome[0].Criterion != "differences-mapped" {
		t.Errorf("known of some is %+v", c.KnownOfSome)
	}
	if got := []string{c.Proposals[0].Letter, c.Proposals[2].Letter, c.Proposals[1].File}; !slices.Equal(got, []string{"A", "C", "two.yaml"}) {
		t.Errorf("the proposals are %v", got)
	}
}

func TestLettersGoOn(t *testing.T) {
	j := judged(t, "idea.yaml", "partner: 1\n")
	c := compare.Compare(slices.Repeat([]compare.Judged{j}, 28))
	if got := c.Proposals[25].Letter + c.Proposals[26].Letter + c.Proposals[27].Letter; got != "ZAAAB" {
		t.Errorf("the last are %s", got)
	}
	if !strings.HasPrefix(c.Whole.Sentence, "A, B, C,") {
		t.Errorf("28 alike: %s", c.Whole.Sentence)
	}
	if first := c.Whole.WouldSay[0]; len(first.Proposals) != 28 || first.Proposals[27] != "AB" {
		t.Errorf("what is unknown of all is asked of %v", first.Proposals)
	}
}
