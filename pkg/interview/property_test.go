package interview_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partner/assessments"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/interview"
	"partner/pkg/proposal"
)

// drawAnswer gives an answer as a person gives one: a word, a text of any kind, or nothing.
func drawAnswer(t *rapid.T, q *interview.Question) interview.Answer {
	var a interview.Answer
	texts := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"", "unknown", "none", "yes", "null", "2026-10-01", "2026", "7", "1.5", "Shorter waits", "a: b # c", "- {", "'it''s'", `"40"`, "£4m", "{is: yes}", "[a]", "\x1b[31mred\x1b[0m", "two\nlines", "&a *b !c", "%", "@",
	}))
	for range max(1, len(q.Parts)) {
		if len(q.Choices) > 0 {
			a.Words = append(a.Words, rapid.SampledFrom(q.Choices).Draw(t, "word").Word)
			if q.Several {
				a.Words = append(a.Words, rapid.SampledFrom(q.Choices).Draw(t, "word").Word)
			}
			continue
		}
		a.Words = append(a.Words, texts.Draw(t, "text"))
	}
	if q.Reason && rapid.Bool().Draw(t, "with a reason") {
		a.Because = texts.Draw(t, "reason")
	}
	return a
}

// stated lists the leaves that a document says something at.
func stated(doc *proposal.Proposal) []string {
	var all []string
	doc.Root.Walk(func(v *proposal.Value) {
		if v.Known() && v.Field != nil && v.Field.Leaf() && len(v.Items) == 0 {
			all = append(all, v.Path())
		}
	})
	return all
}

// TestNothingIsMadeUp: after any answers the document has no errors, says what was answered and nothing else, and whoever
// goes on with it is asked the rest.
func TestNothingIsMadeUp(t *testing.T) {
	cat := assessments.Catalogue()
	rapid.Check(t, func(t *rapid.T) {
		o := interview.Options{Minimal: rapid.IntRange(0, 9).Draw(t, "minimal") == 0}
		c, wrong := interview.Begin("p.yaml", cat, o)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		answered := []string{"partner"}
		passed := map[string]bool{}
		open := c.Questions()
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			if len(open) == 0 {
				break
			}
			if slices.ContainsFunc(open, func(q interview.Question) bool { return passed[q.ID] }) {
				t.Fatal("a question that was passed over is asked again")
			}
			q := open[0]
			if rapid.IntRange(0, 3).Draw(t, "another") == 0 {
				q = rapid.SampledFrom(open).Draw(t, "question")
			}
			a := drawAnswer(t, &q)
			said := q.Says(a)
			step, bad := c.Answer(&q, a)
			if len(bad) > 0 {
				continue // refused, and nothing is written: c is as it was
			}
			if len(said) == 0 {
				passed[q.ID] = true
				if string(step.Text()) != string(c.Text()) {
					t.Fatalf("nothing was answered to %s, and something was written", q.ID)
				}
			}
			for _, s := range said {
				answered = append(answered, s.Path)
			}
			c = step.Conversation
			again, wrong := interview.Resume(proposal.File{Label: "p.yaml", Data: c.Text()}, cat, o)
			if len(wrong) > 0 {
				t.Fatalf("after %q to %s: %v in\n%s", a.Words, q.ID, wrong, c.Text())
			}
			for _, p := range stated(again.Proposal()) {
				if !slices.ContainsFunc(answered, func(at string) bool {
					return p == at || strings.HasPrefix(p, at+"[") || strings.HasPrefix(p, at+".") || strings.HasSuffix(at, "]") && strings.HasPrefix(p, at[:strings.LastIndex(at, "[")])
				}) {
					t.Fatalf("%s is said, and was not answered: %v\n%s", p, answered, c.Text())
				}
			}
			open = c.Questions()
			rest := ids(open)
			if whole := slices.DeleteFunc(ids(again.Questions()), func(id string) bool {
				return passed[id] || passed["arrangement.roles"] && strings.HasPrefix(id, "arrangement.roles.")
			}); !slices.Equal(rest, whole) {
				t.Fatalf("going on, it asks %q and not %q", whole, rest)
			}
			if len(said) > 0 && slices.Contains(rest, q.ID) && !strings.HasSuffix(q.ID, "]") {
				t.Fatalf("%q to %s was written as nothing in\n%s", a.Words, q.ID, c.Text())
			}
		}
	})
}

func ids(all []interview.Question) []string {
	var ids []string
	for _, q := range all {
		ids = append(ids, q.ID)
	}
	return ids
}
