package interview_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/interview"
	"partner/pkg/proposal"
)

// TestRevised: an answer of the past is answered anew, what was said after it stays, and what no longer fits is told.
func TestRevised(t *testing.T) {
	c := begun(t, interview.Options{})
	c = answer(t, c, "title", "One")
	c = answer(t, c, "organisations", "North", "South")
	c = answer(t, c, "organisations.north.sector", "nhs")
	c = answer(t, c, "arrangement.form", "acquisition")
	c = answer(t, c, "arrangement.roles", "acquirer=north")
	c = answer(t, c, "arrangement.nature") // passed over
	c = answer(t, c, "arrangement.benefits", "Shorter waits")
	c = answer(t, c, "arrangement.benefits[0].measure", "days")
	revise := func(turn int, words ...string) (string, []string, *interview.Conversation) {
		t.Helper()
		step, gone, wrong := c.Revise(turn, interview.Answer{Words: words})
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		return string(step.Text()), gone, step.Conversation
	}
	for _, x := range []struct {
		turn  int
		words []string
		says  []string
		not   string
		gone  int
	}{
		{0, []string{"Two"}, []string{"title: Two", "name: North", "measure: days"}, "title: One", 0},
		{1, []string{"Southall", "Northolt"}, []string{"southall:\n    name: Southall\n    sector: nhs", "acquirer: southall", "acquired: northolt", "measure: days"}, "North\n", 0},
		{1, []string{"South", "North"}, []string{"south:\n    name: South\n    sector: nhs", "acquirer: south", "acquired: north"}, "acquirer: north", 0},
		{2, nil, []string{"acquirer: north"}, "sector", 0},
		{5, []string{"mandated"}, []string{"nature: mandated", "measure: days"}, "voluntary", 0},
		{6, []string{"Fewer falls"}, []string{"{what: Fewer falls, measure: days}"}, "Shorter", 0},
		{6, []string{interview.None}, []string{"benefits: []"}, "days", 1},
	} {
		text, gone, after := revise(x.turn, x.words...)
		for _, says := range x.says {
			if !strings.Contains(text, says) {
				t.Errorf("turn %d answered by %q: %q is not in\n%s", x.turn, x.words, says, text)
			}
		}
		if strings.Contains(text, x.not) || len(gone) != x.gone {
			t.Errorf("turn %d answered by %q: %q is in, or %q is gone of\n%s", x.turn, x.words, x.not, gone, text)
		}
		if len(after.Past()) != len(c.Past())-x.gone {
			t.Errorf("turn %d answered by %q has a past of %d turns", x.turn, x.words, len(after.Past()))
		}
	}
}

// TestNoWayBackBehindOthers: where somebody else has changed the proposal, or the file of an organisation, what was answered
// before is theirs to change.
func TestNoWayBackBehindOthers(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const text = "partner: 1\ntitle: One\norganisations:\n  north: {from: north.yaml}\n  south: {name: South, sector: nhs}\n"
	write("north.yaml", "name: North\n")
	file := func(text string) proposal.File {
		return proposal.File{Label: "p.yaml", Data: []byte(text), Files: os.DirFS(dir)}
	}
	c, wrong := interview.Resume(file(text), assessments.Catalogue(), interview.Options{})
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	c = answer(t, c, "organisations.north.sector", "private")
	write("north.yaml", "name: North\nsector: private\n")
	on := func(text string) *interview.Conversation {
		t.Helper()
		on, wrong := c.On(file(text))
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		return on
	}
	step, _, bad := on(text).Revise(0, interview.Answer{Words: []string{"nhs"}})
	if len(bad) > 0 || len(step.Files) != 1 || step.Files[0].From != "north.yaml" || string(step.Files[0].After) != "name: North\nsector: nhs\n" {
		t.Errorf("the sector answered anew changes %+v: %v", step.Files, bad)
	}
	if past := on(text + "# mine\n").Past(); len(past) != 0 {
		t.Errorf("there is a way back behind what somebody wrote: %v", past)
	}
	write("north.yaml", "name: North\nsector: private # mine\n")
	if past := on(text).Past(); len(past) != 0 {
		t.Errorf("there is a way back behind what somebody wrote into the file of an organisation: %v", past)
	}
}

// TestToReviseIsToHaveSaidSo: an answer of the past that is answered anew gives what it would have given at once, wherever
// all that was said since still fits; and the same answer changes nothing.
func TestToReviseIsToHaveSaidSo(t *testing.T) {
	cat := assessments.Catalogue()
	rapid.Check(t, func(t *rapid.T) {
		c, wrong := interview.Begin("p.yaml", cat, interview.Options{})
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		var asked []interview.Question
		var said []interview.Answer
		for range rapid.IntRange(1, 4).Draw(t, "steps") {
			open := c.Questions()
			q := open[0]
			if rapid.Bool().Draw(t, "another") {
				q = rapid.SampledFrom(open).Draw(t, "question")
			}
			a := drawAnswer(t, &q)
			step, bad := c.Answer(&q, a)
			if len(bad) > 0 {
				continue
			}
			c, asked, said = step.Conversation, append(asked, q), append(said, a)
		}
		if len(asked) == 0 {
			return
		}
		turn := rapid.IntRange(0, len(asked)-1).Draw(t, "turn")
		same, gone, bad := c.Revise(turn, said[turn])
		if len(gone) > 0 || len(bad) > 0 || string(same.Text()) != string(c.Text()) || len(same.Files) > 0 {
			t.Fatalf("the same answer to %s gives, without %q, %v\n%s\nand not\n%s", asked[turn].ID, gone, bad, same.Text(), c.Text())
		}
		other := drawAnswer(t, &asked[turn])
		revised, gone, bad := c.Revise(turn, other)
		if len(bad) > 0 || len(gone) > 0 || asked[turn].ID == "organisations" {
			return
		}
		straight, wrong := interview.Begin("p.yaml", cat, interview.Options{})
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		for i := range asked {
			a := said[i]
			if i == turn {
				a = other
			}
			step, bad := straight.Answer(&asked[i], a)
			if len(bad) > 0 {
				t.Fatalf("%s answered anew is taken, and at once it is not: %v", asked[turn].ID, bad)
			}
			straight = step.Conversation
		}
		if string(revised.Text()) != string(straight.Text()) {
			t.Fatalf("%s answered anew gives\n%s\nand at once\n%s", asked[turn].ID, revised.Text(), straight.Text())
		}
	})
}
