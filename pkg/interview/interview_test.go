package interview_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/interview"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// begun is a proposal that says something.
func begun(t *testing.T, o interview.Options, says ...string) *interview.Conversation {
	t.Helper()
	c, wrong := interview.Begin("p.yaml", assessments.Catalogue(), o)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return saying(t, c, says...)
}

// saying says facts, each as FACT=VALUE.
func saying(t *testing.T, c *interview.Conversation, says ...string) *interview.Conversation {
	t.Helper()
	var all []interview.Statement
	for _, s := range says {
		path, value, _ := strings.Cut(s, "=")
		all = append(all, interview.Written(path, value))
	}
	step, wrong := c.Say(all)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return step.Conversation
}

// asked gives the question of an id.
func asked(t *testing.T, c *interview.Conversation, id string) *interview.Question {
	t.Helper()
	for _, q := range c.Questions() {
		if q.ID == id {
			return &q
		}
	}
	t.Fatalf("%s is not asked, but %q", id, ids(c.Questions()))
	return nil
}

func answer(t *testing.T, c *interview.Conversation, id string, words ...string) *interview.Conversation {
	t.Helper()
	step, wrong := c.Answer(asked(t, c, id), interview.Answer{Words: words})
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return step.Conversation
}

var named = []string{"title=One", "organisations.north.name=North", "organisations.south.name=South", "organisations.north.sector=nhs", "organisations.south.sector=nhs"}

func TestWhatIsAskedFirst(t *testing.T) {
	with := func(says ...string) []string { return append(slices.Clone(named), says...) }
	for _, x := range []struct {
		says []string
		want []string // what is asked first, in order
	}{
		{nil, []string{"title", "organisations", "arrangement.form", "arrangement.nature", "arrangement.scale", "as_of", "arrangement.timeline.decision", "arrangement.timeline.starts"}},
		{[]string{"organisations.north.name=North", "organisations.south.name=South"}, []string{"title", "organisations.north.sector", "organisations.south.sector", "arrangement.form"}},
		{with("arrangement.form=acquisition"), []string{"arrangement.roles", "arrangement.nature", "as_of"}},
		{with("arrangement.form=buddying"), []string{"arrangement.roles", "arrangement.nature", "arrangement.scale", "as_of"}},
		{with("arrangement.form=other"), []string{"arrangement.form_in_words", "arrangement.nearest_form", "arrangement.roles"}},
		{with("arrangement.form=merger", "arrangement.brokered_by=regulator"), []string{"arrangement.roles", "as_of"}},
		{with("arrangement.form=acquisition", "arrangement.roles.acquirer=north"), []string{"arrangement.nature", "as_of"}},
		{with("arrangement.outcome=one-helps-other", "arrangement.extent=few-people"), []string{"arrangement.form", "arrangement.nature", "as_of"}},
	} {
		got := ids(begun(t, interview.Options{}, x.says...).Questions())
		if !slices.Equal(got[:min(len(x.want), len(got))], x.want) {
			t.Errorf("after %q it asks %q, not %q", x.says, got[:min(len(x.want)+2, len(got))], x.want)
		}
		minimal := ids(begun(t, interview.Options{Minimal: true}, x.says...).Questions())
		if len(minimal) > 10 || !slices.Equal(minimal, got[:len(minimal)]) {
			t.Errorf("after %q the least that it asks is %q", x.says, minimal)
		}
	}
}

// TestEachFormHasItsRoles: whatever the form, each way to give its roles gives some of them, and they are not asked for again.
func TestEachFormHasItsRoles(t *testing.T) {
	for _, form := range assessments.Catalogue().Typology.Forms {
		c := begun(t, interview.Options{Minimal: true}, append(slices.Clone(named), "arrangement.form="+form.ID)...)
		q := asked(t, c, string(paths.Roles))
		if only := len(q.Choices) == 1; only != (q.Asks == "Are the two equal partners in it?") {
			t.Errorf("%s: with %d choices it asks %q", form.ID, len(q.Choices), q.Asks)
		}
		said := map[string]bool{}
		for _, choice := range q.Choices {
			after := answer(t, c, q.ID, choice.Word)
			if slices.Contains(ids(after.Questions()), q.ID) {
				t.Errorf("%s: after %s it asks for roles again", form.ID, choice.Word)
			}
			for _, role := range form.Roles {
				said[role] = said[role] || after.Proposal().Root.Find(paths.Roles).At(paths.Key(role)).Known()
			}
		}
		for _, role := range form.Roles {
			if !said[role] {
				t.Errorf("%s: no choice gives the role %s", form.ID, role)
			}
		}
	}
}

// TestNobodyIsToldHowYAMLIsWritten: a list is asked for without how a document ends it.
func TestNobodyIsToldHowYAMLIsWritten(t *testing.T) {
	lists := 0
	c := begun(t, interview.Options{}, append(slices.Clone(named), "arrangement.form=joint-venture", "arrangement.nature=voluntary", "arrangement.scale=structural", "as_of=2026-10-01")...)
	for _, q := range c.Questions() {
		if q.Several {
			lists++
		}
		if strings.Contains(q.Means, "`-") {
			t.Errorf("%s: %s", q.ID, q.Means)
		}
	}
	if lists == 0 {
		t.Error("no list is asked for")
	}
}

// TestEveryWordCanBeSaid: each word that a question offers is one that the document takes, and each text where it asks for one.
func TestEveryWordCanBeSaid(t *testing.T) {
	c := begun(t, interview.Options{}, append(slices.Clone(named), "arrangement.form=networked-care", "arrangement.roles.provider=north", "arrangement.roles.host=south", "arrangement.nature=voluntary", "arrangement.scale=structural",
		"as_of=2026-10-01", "arrangement.timeline.decision=2027-01", "arrangement.timeline.starts=2027-06")...)
	kinds := map[string]int{}
	for _, q := range c.Questions() {
		if q.Asks == "" || q.Who == "" || q.Means == "" || q.Moves == "" || len(q.Cites) == 0 && q.Why != "" {
			t.Errorf("%s is asked without saying all: %+v", q.ID, q)
		}
		if strings.HasPrefix(q.ID, "answers.") {
			kinds["judged"]++
			if !strings.HasPrefix(q.Means, "Whether ") || !strings.HasSuffix(q.Means, "; why you say so is asked next.") {
				t.Errorf("%s: nobody knows what yes would say: %s", q.ID, q.Means)
			}
		}
		var words []string
		for _, x := range q.Choices {
			words = append(words, x.Word)
		}
		kinds["chosen"] += len(words)
		if len(words) == 0 {
			kinds["written"]++
			words = []string{"Something: or other"}
			switch {
			case strings.Contains(q.Write, "date"):
				words = []string{"2026-10"}
			case strings.Contains(q.Write, "number"):
				words = []string{"3"}
			}
		}
		for _, w := range words {
			step, wrong := c.Answer(&q, interview.Answer{Words: []string{w}, Because: "so"})
			if len(wrong) > 0 {
				t.Errorf("%s cannot be answered by %s: %v", q.ID, w, wrong)
			} else if string(step.Text()) == string(c.Text()) {
				t.Errorf("%s answered by %s writes nothing", q.ID, w)
			}
		}
	}
	if kinds["chosen"] < 100 || kinds["written"] < 5 || kinds["judged"] < 5 {
		t.Errorf("hardly anything was asked: %v", kinds)
	}
}

// TestEntriesOneByOne: an entry is told by what it says first, what hangs on the rest of it is asked then, and whether there
// are more.
func TestEntriesOneByOne(t *testing.T) {
	c := begun(t, interview.Options{}, append(slices.Clone(named), "arrangement.form=merger", "arrangement.nature=voluntary")...)
	c = answer(t, c, "arrangement.benefits", "Shorter waits: much")
	text := string(c.Text())
	if !strings.Contains(text, "  benefits:\n    - {what: \"Shorter waits: much\"}\n    - unknown\n") {
		t.Errorf("the benefit stands in\n%s", text)
	}
	asked(t, c, "arrangement.benefits[0].measure")
	c = answer(t, c, "arrangement.benefits[1]", "Better care")
	c = answer(t, c, "arrangement.benefits[2]", interview.None)
	if got := len(c.Proposal().Root.Find(paths.Benefits).Items); got != 2 || slices.Contains(ids(c.Questions()), "arrangement.benefits[2]") {
		t.Errorf("there are %d benefits in\n%s", got, c.Text())
	}
	c = answer(t, c, "arrangement.risks", interview.None)
	if !strings.Contains(string(c.Text()), "risks: []") {
		t.Errorf("that there is none is not in\n%s", c.Text())
	}
}

// TestNotKnown: what is not known is not written, and not asked again.
func TestNotKnown(t *testing.T) {
	c := begun(t, interview.Options{}, named...)
	for _, word := range []string{"", "unknown", "Not known", " ~ "} {
		q := asked(t, c, "arrangement.form")
		step, wrong := c.Answer(q, interview.Answer{Words: []string{word}})
		if len(wrong) > 0 || len(step.Files) > 0 || slices.Contains(ids(step.Questions()), q.ID) {
			t.Errorf("%q to the form gives %v, writes %v, or it is asked again", word, wrong, step.Files)
		}
	}
}

// TestWhatIsThereStays: nothing that somebody else has written is written over, and its layout stays.
func TestWhatIsThereStays(t *testing.T) {
	text := "partner: 1 # one\norganisations: {north: {name: North}, south: {}}\n\n# why\narrangement: {form: merger} # yes\n"
	c, wrong := interview.Resume(proposal.File{Label: "p.yaml", Data: []byte(text)}, assessments.Catalogue(), interview.Options{})
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if _, wrong := c.Say([]interview.Statement{interview.Written("arrangement.form", "acquisition")}); len(wrong) != 1 || wrong[0].Statement != 0 || !strings.Contains(wrong[0].Found, `"merger"`) {
		t.Errorf("another form is taken, or refused so: %v", wrong)
	}
	c = answer(t, c, "title", "A: title")
	c = answer(t, c, "organisations.south.name", "South")
	want := "partner: 1 # one\ntitle: \"A: title\"\norganisations: {north: {name: North}, south: {name: South}}\n\n# why\narrangement: {form: merger} # yes\n"
	if string(c.Text()) != want {
		t.Errorf("it is\n%s\nnot\n%s", c.Text(), want)
	}
}

// TestEachExampleGoesOn: a conversation on each example asks what it leaves open, and nothing that it says.
func TestEachExampleGoesOn(t *testing.T) {
	for _, name := range []string{"early-idea.yaml", "case-c.yaml", "contradictory.yaml", "networked-clinic/proposal.yaml"} {
		file := "../../examples/" + name
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, wrong := interview.Resume(proposal.Plainly(name, data, os.DirFS(file[:strings.LastIndex(file, "/")])), assessments.Catalogue(), interview.Options{})
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		said := stated(c.Proposal())
		for _, q := range c.Questions() {
			if slices.Contains(said, q.ID) && q.SoFar == "" && !strings.HasPrefix(q.ID, "answers.") {
				t.Errorf("%s: %s is asked, and known", name, q.ID)
			}
		}
	}
}

func TestIDs(t *testing.T) {
	for _, x := range []struct{ one, other, want string }{
		{"Northfield", "Eastmere", "northfield eastmere"},
		{"Northfield Hospital", "Northfield Community Trust", "northfield-hospital northfield-community"},
		{"The Royal Free", "St. Mary's", "royal st-marys"},
		{"St Aldhelm’s Hospice", "St John Trust", "st-aldhelms st-john"},
		{"Saint", "Other", "saint other"},
		{"Same", "Same", "first second"},
		{"東京", "大阪", "first second"},
		{"No Frills Care", "Staff Care", "no-frills staff-care"},
		{"42nd Street", "Mind", "first second"},
	} {
		if got := interview.IDs([2]string{x.one, x.other}); strings.Join(got[:], " ") != x.want {
			t.Errorf("%s and %s are called %q, not %q", x.one, x.other, got, x.want)
		}
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		" a \tb\r\nc\n": "a b c", "\x1b[200~red\x1b[31m x\x1b[0m\x1b[201~": "red x", "\x1b]0;title\a!": "!", "a\x00\x07b": "ab", "caf\xff": "caf�", "né": "né",
	} {
		if got := interview.Clean(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}
