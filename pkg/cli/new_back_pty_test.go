//go:build unix

package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestBack: the question before is shown again with its answer, and another one takes its place; what was answered since
// stays, and nothing is lost whenever one ends.
func TestBack(t *testing.T) {
	for _, size := range []struct{ rows, cols uint16 }{{24, 80}, {12, 40}, {0, 0}} {
		t.Run("", func(t *testing.T) {
			t.Chdir(t.TempDir())
			c := converse(t, size.rows, size.cols, "p.yaml")
			c.answers("What is the proposal called?", "back")
			c.sees("There is nothing to go back to")
			c.answers("What is the proposal called?", "Won")
			c.answers("The one", "North")
			c.answers("The other", "back") // to the name before
			c.answers("The one", "Norht")
			c.answers("The other", "South")
			c.answers("Norht", "nhs")
			c.answers("South", "<")
			c.sees("To which sector does Norht belong?")
			c.sees("So far: nhs.")
			c.keeps("back")
			c.sees("So far: Norht, South.")
			c.keeps("North")
			c.sees("The other")
			c.keeps("South")
			c.sees("To which sector does North belong?")
			c.sees("So far: nhs.")
			c.keeps("back")
			c.sees("So far: North, South.")
			c.keeps("back")
			c.sees("So far: Won.")
			c.keeps("One")
			c.sees("So far: North, South.")
			c.keeps("")
			c.sees("So far: nhs.")
			c.keeps("?")
			c.sees("another answer takes its place")
			c.keeps("")
			c.sees("To which sector does South belong?")
			c.exitsAfter("\x04", assessed)
			for path, want := range map[string]string{"title": "One", "organisations.north.name": "North", "organisations.south.name": "South", "organisations.north.sector": "nhs", "organisations.south.sector": ""} {
				says(t, "p.yaml", path, want)
			}
		})
	}
}

// keeps types what is said where there is an answer already.
func (c *talk) keeps(text string) {
	c.Helper()
	c.sees("(Enter: keep that):")
	c.types(text)
}

// TestBackAfterAnEdit: what somebody else has written meanwhile is never undone.
func TestBackAfterAnEdit(t *testing.T) {
	t.Chdir(t.TempDir())
	c := converse(t, 24, 80, "p.yaml")
	c.answers("What is the proposal called?", "One")
	c.sees("The one")
	text, err := os.ReadFile("p.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("p.yaml", append(text, "# mine\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	c.types("North")
	c.answers("The other", "South")
	c.answers("North", "back")
	c.sees("So far: North, South.")
	c.keeps("back")
	c.sees("There is nothing to go back to")
	c.sees("2. (")
	c.keeps("")
	c.exitsAfter("\x04", assessed)
	says(t, "p.yaml", "title", "One")
	if text, _ := os.ReadFile("p.yaml"); !bytes.Contains(text, []byte("# mine\n")) {
		t.Errorf("what was written meanwhile is gone from\n%s", text)
	}
}

// TestOfACatalogueOfOnesOwn: what a house asks comes in its place, marked as asked by it, and is answered under its name;
// what rates nothing is asked where all is.
func TestOfACatalogueOfOnesOwn(t *testing.T) {
	duties, err := filepath.Abs("../../examples/catalogues/english-duties")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	text := "partner: 1\ntitle: One\nas_of: 2026-10-01\norganisations: {north: {name: North, sector: nhs}, south: {name: South, sector: nhs}}\n" +
		"arrangement:\n  form: merger\n  nature: voluntary\n  roles: {partners: [north, south]}\n  timeline: {decision: 2027-01-20, starts: 2027-06-01}\n"
	if err := os.WriteFile("p.yaml", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	asked := func(args ...string) string {
		t.Helper()
		c := converse(t, 24, 80, append(args, "--from", "p.yaml")...)
		for {
			for began := time.Now(); ; time.Sleep(5 * time.Millisecond) {
				c.mu.Lock()
				said := strings.Join(strings.Fields(c.said.String()), " ")
				c.mu.Unlock()
				if strings.HasSuffix(said, "(Enter: not known):") && len(said) > c.read {
					c.read = len(said)
					break
				}
				if strings.Contains(said, "The report: partner assess") {
					c.exits(assessed)
					return said
				}
				if time.Since(began) > time.Minute {
					t.Fatalf("it waits:\n%s", said)
				}
			}
			c.types("")
		}
	}
	const own, opinion = "Under which section is the transaction reported to NHS England", "Are bullying and club cultures"
	house := asked("--catalogue", duties)
	if by := strings.Index(house, own); by < 0 || !strings.Contains(house[by:by+600], "Asked by: Duties of English NHS boards") || !strings.Contains(house[by:], "strong financial position?") {
		t.Errorf("%q is not asked in its place, and marked:\n%s", own, house)
	}
	if alone := asked(); strings.Contains(alone, own) || strings.Contains(alone, "Asked by:") || strings.Contains(alone, opinion) || !strings.Contains(alone, "partner new --all --from p.yaml") {
		t.Errorf("without the catalogue it asks\n%s", alone)
	}
	if all := asked("--all"); !strings.Contains(all, opinion) || strings.Index(all, opinion) < strings.Index(all, "strong financial position?") || strings.Contains(all, "--all") {
		t.Errorf("of all it asks\n%s", all)
	}
	run := partner(t, "new", "--catalogue", duties, "--from", "p.yaml", "--set", "answers.english-duties/transaction-reported=yes")
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if text, _ := os.ReadFile("p.yaml"); !bytes.Contains(text, []byte("english-duties/transaction-reported")) {
		t.Errorf("what the house asks is not answered in\n%s", text)
	}
}
