package decide_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/answers"
	"partner/testdata/trial"
)

// TestBoardsDifferWhereTheyWouldArgue: all stands badly for both, so that ratings and answers are the same.
// What concerns the helped board alone is told where it speaks against the partnership, and what the two see
// differently always; what concerns one alone and is in place, or is not known, makes no difference.
func TestBoardsDifferWhereTheyWouldArgue(t *testing.T) {
	const head = "organisations: {north: {name: North}, south: {name: South}}\narrangement: {nature: mandated, scale: individual, form: buddying, roles: {supporter: north, supported: south}}\n"
	bad := answers.InTurn(head, []string{"no"}, 0)
	for _, c := range []struct {
		criterion, question, answer string
		differs                     bool
	}{
		{"mi-resourced", "sustainability", "partly", true},
		{"mi-resourced", "sustainability", "yes", false},
		{"mi-resourced", "sustainability", "unknown", false},
		{"partners-not-too-many", "risks", "partly", true},
		{"partners-not-too-many", "risks", "no", true},
		{"partners-not-too-many", "risks", "yes", false},
		{"oversight-burden", "risks", "no", true},
		{"oversight-burden", "risks", "yes", false},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: partly}}", true},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: yes}}", false},
		{"key-people-trust", "culture", "{views: {north: partly, south: no}}", true},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: unknown}}", true},
		{"partners-not-too-many", "risks", "partly\n  oversight-burden: unknown", true}, // whatever else is not known of it
	} {
		// All that concerns one board alone is in place, but for the one at hand.
		var text strings.Builder
		for line := range strings.Lines(bad) {
			id, _, _ := strings.Cut(strings.TrimSpace(line), ":")
			switch {
			case id == c.criterion:
				line = "  " + id + ": " + c.answer + "\n"
			case strings.Contains(c.answer, id):
				line = ""
			case slices.Contains([]string{"mi-resourced", "partners-not-too-many", "oversight-burden"}, id):
				line = "  " + id + ": yes\n"
			}
			text.WriteString(line)
		}
		r := trial.Text(t, text.String())
		i := slices.IndexFunc(r.Questions, func(q result.Question) bool { return q.ID == c.question })
		one, two := r.Boards[0].Answers[i], r.Boards[1].Answers[i]
		if x, y := one.Rating, two.Rating; x.Low != y.Low || x.High != y.High || x.SoFar != y.SoFar || x.TooLittleKnown != y.TooLittleKnown {
			t.Errorf("%s: %s: the ratings differ, and the test says nothing", c.criterion, c.answer)
		}
		if one.Differs != c.differs || two.Differs != c.differs {
			t.Errorf("%s: %s: the boards differ: %t, because of %v", c.criterion, c.answer, one.Differs, one.Because)
		}
		if c.differs && !slices.Contains(one.Because, c.criterion) {
			t.Errorf("%s: %s: they differ because of %v", c.criterion, c.answer, one.Because)
		}
	}
}

const taking = `
organisations:
  north: {name: North, finance: {position: strong}, board: {stability: stable}, capacity: {for_own_culture: no, to_help: partly}, objectives: [{id: grow, text: Grow}]}
  south: {name: South, finance: {position: distressed}, objectives: [{id: safe, text: Be safe}], issues: [{id: roof, what: the roof, cost_gbp_m: 3, plan: yes, funded: no}]}
arrangement:
  nature: mandated
  scale: structural
  form: acquisition
  roles: {acquirer: north, acquired: south}
  objectives: [{id: care, text: Better care, serves: {north: [], south: [safe]}}]
  risks:
    - {what: Leaders are drawn away, of: doing, for: north, owner: chair}
    - {what: Staff leave, of: doing, for: both-organisations, owner: none}
    - {what: It closes, of: not-doing, for: south}
`

func answerOf(t *testing.T, r *result.Result, board int, question string) result.BoardAnswer {
	t.Helper()
	for _, x := range r.Boards[board].Answers {
		if x.Question == question {
			return x
		}
	}
	t.Fatalf("no answer to %s", question)
	return result.BoardAnswer{}
}

func questionOf(t *testing.T, r *result.Result, id string) result.Question {
	t.Helper()
	for _, q := range r.Questions {
		if q.ID == id {
			return q
		}
	}
	t.Fatalf("no question %s", id)
	return result.Question{}
}

func TestEachBoardAnswersByWhatConcernsIt(t *testing.T) {
	r := trial.Text(t, taking)
	for id, whose := range map[string]string{"acquirer-not-overstretched": "north", "partners-not-too-many": "south", "objectives-serve-north": "north", "objectives-serve-south": "south", "ms-acquirer-finances": "", "key-people-trust": ""} {
		if c := r.Criterion(id); c == nil || c.Board != whose {
			t.Errorf("%s concerns %+v, not %q", id, c, whose)
		}
	}
	for question, want := range map[string][2]string{
		"strategy":       {"It serves none of North's own objectives (“Grow”).", "It serves South's own objectives (“Be safe”)."},
		"risks":          {"Two risks of going ahead fall on North, one with an owner; none of not going ahead.", "One risk of going ahead falls on South, owner not named; one of not going ahead."},
		"culture":        {"North has too little time left to look after its own staff and culture.", ""},
		"sustainability": {"North would take on one problem of South, £3m; planned for; not paid for. North has strong finances and a stable board; it can spare only a part of what helping takes.", "What South would take on is not known: North's problems are not listed. South has finances in distress."},
	} {
		for i, note := range want {
			if x := answerOf(t, r, i, question); x.Note != note {
				t.Errorf("%s of board %d: %q, not %q", question, i, x.Note, note)
			}
		}
	}
	for question, because := range map[string][]string{"strategy": {"objectives-serve-north", "objectives-serve-south"}, "sustainability": {"acquirer-not-overstretched"}, "patients": {}} {
		for i := range r.Boards {
			x := answerOf(t, r, i, question)
			if !slices.Equal(x.Because, because) || x.Differs != (len(because) > 0) {
				t.Errorf("%s of board %d: %v because of %v, not %v", question, i, x.Differs, x.Because, because)
			}
		}
	}
	north, south := answerOf(t, r, 0, "strategy"), answerOf(t, r, 1, "strategy")
	whole := questionOf(t, r, "strategy").Rating
	if north.Rating.NotMet != whole.NotMet || south.Rating.NotMet != whole.NotMet-1 || north.Rating.Met != whole.Met-1 || south.Rating.Met != whole.Met {
		t.Errorf("%+v, %+v, of %+v", north.Rating, south.Rating, whole)
	}
	if n, s := answerOf(t, r, 0, "sustainability").Rating, answerOf(t, r, 1, "sustainability").Rating; n.High != rating.AmberGreen || s.High != rating.Green {
		t.Errorf("only the acquirer's board is kept from green by what it does to its own culture: %s, %s", n.High, s.High)
	}
}

// TestABoardAnswersByItsOwnView: a board rates what the two see differently as if its own view were all
// that is said.
func TestABoardAnswersByItsOwnView(t *testing.T) {
	const network = "\norganisations: {north: {name: North}, south: {name: South}}\narrangement: {nature: voluntary, scale: structural, form: networked-care, shares: [sites], roles: {provider: north, host: south}}\n"
	n := 0
	for i := range 2 * len(cat.Criteria) {
		text := taking
		if i >= len(cat.Criteria) {
			i, text = i-len(cat.Criteria), network
		}
		c := cat.Criteria[i]
		if !c.Judged || !c.Kind.Counts() && c.Kind != catalogue.Watchpoint {
			continue
		}
		disputed := trial.Text(t, text+"answers: {"+c.ID+": {views: {north: no, south: yes}}}\n")
		if disputed.Criterion(c.ID) == nil {
			continue
		}
		n++
		for board, word := range []string{"no", "yes"} {
			alone := trial.Text(t, text+"answers: {"+c.ID+": "+word+"}\n")
			for q, x := range disputed.Boards[board].Answers {
				if d := cmp.Diff(alone.Boards[board].Answers[q].Rating, x.Rating); d != "" {
					t.Errorf("%s, %s of board %d: %s", c.ID, x.Question, board, d)
				}
			}
		}
		for _, q := range c.Questions {
			if x := answerOf(t, disputed, 0, q); x.Differs && !slices.Contains(x.Because, c.ID) {
				t.Errorf("%s: %s differs because of %v alone", c.ID, q, x.Because)
			}
		}
	}
	if n < 10 {
		t.Fatalf("only %d criteria tried", n)
	}
}

func TestBoardsAreAsTheWholeWhereNothingDiffers(t *testing.T) {
	r := trial.File(t, "../../examples/case-a.yaml")
	same := 0
	for n, q := range r.Questions {
		one, two := r.Boards[0].Answers[n], r.Boards[1].Answers[n]
		if slices.ContainsFunc(r.Criteria, func(c result.Criterion) bool {
			return slices.Contains(c.Questions, q.ID) && (c.Board != "" || len(c.Views) > 0)
		}) {
			continue
		}
		same++
		if one.Differs || cmp.Diff(one.Rating, q.Rating)+cmp.Diff(two.Rating, q.Rating) != "" {
			t.Errorf("%s: %+v and %+v, of %+v", q.ID, one, two, q.Rating)
		}
	}
	if same < 3 {
		t.Errorf("only %d questions are the same for both", same)
	}
}

// swap gives a document with its two organisations in the other order.
func swap(t *testing.T, data []byte) []byte {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for i, c := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 0 && c.Value == "organisations" && len(n.Content[i+1].Content) == 4 {
				o := n.Content[i+1]
				o.Content = append(slices.Clone(o.Content[2:]), o.Content[:2]...)
			}
			walk(c)
		}
	}
	walk(&doc)
	out, err := yaml.Marshal(&doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// disputes adds to a document answers on which the two differ.
func disputes(t *testing.T, data []byte) []byte {
	t.Helper()
	doc, wrong := proposal.Read("any.yaml", data, nil)
	if len(wrong) > 0 || doc.Root.At("answers") != nil {
		return data
	}
	a, b := doc.Organisations[0].Key, doc.Organisations[1].Key
	if a == "first" {
		return data
	}
	return append(slices.Clone(data), "\nanswers: {key-people-trust: {views: {"+a+": no, "+b+": yes}}, success-aligned: {views: {"+b+": yes}}}\n"...)
}

// TestSwappingTheOrganisationsSwapsTheBoards and nothing else.
func TestSwappingTheOrganisationsSwapsTheBoards(t *testing.T) {
	files := append(trial.Examples(t), "")
	for _, name := range files {
		folder, data := ".", []byte("partner: 1\n"+taking)
		if name != "" {
			folder = filepath.Dir(name)
			var err error
			if data, err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
		data = disputes(t, data)
		was, is := trial.Bytes(t, "was.yaml", data, folder), trial.Bytes(t, "is.yaml", swap(t, data), folder)
		if was.Organisations[0].ID == "first" {
			continue // not named: there is nothing to swap
		}
		if was.Organisations[0].ID != is.Organisations[1].ID {
			t.Fatalf("%s: not swapped", name)
		}
		for i, b := range was.Boards {
			for n := range b.Answers {
				because := slices.Clone(b.Answers[n].Because)
				slices.Sort(because)
				got := slices.Sorted(slices.Values(is.Boards[1-i].Answers[n].Because))
				if !slices.Equal(because, got) {
					t.Errorf("%s: %s differs because of %v, not %v", name, b.Answers[n].Question, got, because)
				}
				is.Boards[1-i].Answers[n].Because = b.Answers[n].Because
			}
			if d := cmp.Diff(b, is.Boards[1-i]); d != "" {
				t.Errorf("%s: board %d: %s", name, i, d)
			}
		}
		for n, q := range was.Questions {
			if d := cmp.Diff([]result.Rating{q.Rating, q.Documented}, []result.Rating{is.Questions[n].Rating, is.Questions[n].Documented}); d != "" {
				t.Errorf("%s: %s: %s", name, q.ID, d)
			}
		}
		if d := cmp.Diff([]any{was.Overall, was.Verdict.Sentence, was.Documented.Overall, was.Context.Rating, was.Enablers.Rating}, []any{is.Overall, is.Verdict.Sentence, is.Documented.Overall, is.Context.Rating, is.Enablers.Rating}); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		for _, c := range was.Criteria {
			if s := is.Criterion(c.ID); s == nil || s.Status != c.Status || s.Board != c.Board || s.Documented != c.Documented {
				t.Errorf("%s: %s was %s and is %+v", name, c.ID, c.Status, s)
			}
		}
	}
}

func TestForOneBoard(t *testing.T) {
	doc, wrong := proposal.Read("test.yaml", []byte("partner: 1\n"+taking+"answers: {superiority-avoided: {views: {north: yes, south: no}}}\n"), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	both := assess.Assess(doc, cat)
	if both.For != "" {
		t.Errorf("for %q", both.For)
	}
	for i, id := range []string{"north", "south"} {
		r := assess.For(doc, cat, id)
		if r.For != id {
			t.Errorf("for %q, not %q", r.For, id)
		}
		if d := cmp.Diff([]any{both.Overall, both.Verdict, both.Criteria, both.Boards}, []any{r.Overall, r.Verdict, r.Criteria, r.Boards}); d != "" {
			t.Errorf("%s: what is of the whole has changed: %s", id, d)
		}
		for n, q := range r.Questions {
			x := both.Boards[i].Answers[n]
			if q.Answer != x.Answer || q.Note != x.Note || cmp.Diff(q.Rating, x.Rating) != "" || q.Title != both.Questions[n].Title {
				t.Errorf("%s: %+v, not %+v", id, q, x)
			}
			for _, list := range [][]string{q.For, q.Against, q.Unknown, q.HeldBy} {
				for _, c := range list {
					if b := r.Criterion(c).Board; b != "" && b != id {
						t.Errorf("%s: %s concerns %s alone", id, c, b)
					}
				}
			}
		}
		for _, d := range r.DoFirst {
			if b := r.Criterion(d.Criterion).Board; b != "" && b != id {
				t.Errorf("%s is told to do %s, which concerns %s alone", id, d.Criterion, b)
			}
		}
		culture := questionOf(t, r, "culture")
		if slices.Contains(culture.For, "superiority-avoided") != (id == "north") || slices.Contains(culture.Against, "superiority-avoided") != (id == "south") {
			t.Errorf("%s does not count by its own view: %v, %v", id, culture.For, culture.Against)
		}
		if slices.Contains(r.Risks.RedFlags, "acquirer-not-overstretched") != (id == "north") {
			t.Errorf("%s: red flags %v", id, r.Risks.RedFlags)
		}
	}
}
