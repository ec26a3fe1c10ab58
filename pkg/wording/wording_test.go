package wording

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
	"partner/pkg/rating"
)

func TestCountsAreSaid(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Number(0), "none"}, {Number(1), "one"}, {Number(12), "twelve"}, {Number(13), "13"}, {Number(-1), "-1"},
		{Things(0, "benefit"), "no benefits"}, {Things(1, "benefit"), "one benefit"}, {Things(3, "benefit"), "three benefits"}, {Things(40, "risk"), "40 risks"},
		{Count(0, "criterion", "criteria"), "0 criteria"}, {Count(1, "criterion", "criteria"), "1 criterion"}, {Count(3, "criterion", "criteria"), "3 criteria"},
		{CountOrNo(0, "file", "files"), "no files"}, {CountOrNo(1, "file", "files"), "1 file"}, {CountOrNo(12, "file", "files"), "12 files"},
		{Verb(1, "falls", "fall"), "falls"}, {Verb(0, "falls", "fall"), "fall"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestPhrasesAreJoined(t *testing.T) {
	for _, c := range []struct {
		phrases []string
		and, or string
	}{
		{nil, "", ""},
		{[]string{"a"}, "a", "a"},
		{[]string{"a", "b"}, "a and b", "a or b"},
		{[]string{"a", "b", "c"}, "a, b and c", "a, b or c"},
	} {
		if got := And(c.phrases); got != c.and {
			t.Errorf("%q, want %q", got, c.and)
		}
		if got := Or(c.phrases); got != c.or {
			t.Errorf("%q, want %q", got, c.or)
		}
	}
	if got := strings.Join(Given("", "a", "", "b"), ","); got != "a,b" {
		t.Error(got)
	}
	if Bracketed("") != "" || Bracketed("chair") != "(chair)" {
		t.Error(Bracketed("chair"))
	}
	if Whose("Riverside") != "Riverside's" || Whose("Services") != "Services'" || Whose("St Giles'") != "St Giles'" {
		t.Error(Whose("Services"))
	}
}

func TestSentences(t *testing.T) {
	for clause, want := range map[string]string{
		"":                                 "",
		" \n":                              "",
		"it is signed":                     "It is signed.",
		"It is signed.":                    "It is signed.",
		"who says so?":                     "Who says so?",
		"these hold:":                      "These hold:",
		"and so on…":                       "And so on…",
		"élan counts":                      "Élan counts.",
		"£6m are promised":                 "£6m are promised.",
		"arrangement.nature is not stated": "arrangement.nature is not stated.",
		"as_of: not given":                 "as_of: not given.",
		"first. then":                      "First. then.",
	} {
		if got := Sentence(clause); got != want {
			t.Errorf("%q: %q, want %q", clause, got, want)
		}
	}
	if got := Title("merger of two"); got != "Merger of two" {
		t.Error(got)
	}
	rapid.Check(t, func(t *rapid.T) {
		once := Sentence(rapid.String().Draw(t, "clause"))
		if twice := Sentence(once); twice != once {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

func TestTemplatesAreFilled(t *testing.T) {
	words := func(blank string) (string, bool) {
		said, is := map[string]string{"lack": "no {plan}", "claim": ""}[blank]
		return said, is
	}
	for template, want := range map[string]string{
		"":                        "",
		"As it stands: yes.":      "As it stands: yes.",
		"No: {lack}.":             "No: no {plan}.",
		"{lack}{claim}, {lack}":   "no {plan}, no {plan}",
		"{other} and {lack":       "{other} and {lack",
		"{ {lack} }":              "{ no {plan} }",
		"unless {claim}. {lack}!": "unless . no {plan}!",
	} {
		if got := Fill(template, words); got != want {
			t.Errorf("%q: %q, want %q", template, got, want)
		}
	}
}

func TestRangesAreSaid(t *testing.T) {
	name := func(g rating.Grade) string { return g.String() }
	for _, c := range []struct {
		low, soFar, high rating.Grade
		proves, span     string
	}{
		{rating.AmberGreen, rating.AmberGreen, rating.AmberGreen, "", "amber-green"},
		{rating.Red, rating.Red, rating.AmberRed, "amber-red", "red to amber-red"},
		{rating.Red, rating.Red, rating.Green, "up to green", "red to green"},
		{rating.AmberRed, rating.AmberGreen, rating.AmberGreen, "amber-red", "amber-red to amber-green"},
		{rating.Red, rating.AmberGreen, rating.AmberGreen, "down to red", "red to amber-green"},
		{rating.Red, rating.AmberRed, rating.Green, "red to green", "red to green"},
	} {
		r := Range[rating.Grade]{Low: c.low, SoFar: c.soFar, High: c.high, Name: name}
		if got := r.Proves(); got != c.proves {
			t.Errorf("%v: %q, want %q", c, got, c.proves)
		}
		if got := r.Span(); got != c.span {
			t.Errorf("%v: %q, want %q", c, got, c.span)
		}
		if r.Between() != (c.soFar != c.low && c.soFar != c.high) {
			t.Errorf("%v: it stands between its ends: %v", c, r.Between())
		}
	}
}

// TestEndsThatNothingGivesAreBounds: a range may prove only the ends that are shown to be given.
func TestEndsThatNothingGivesAreBounds(t *testing.T) {
	for _, c := range []struct {
		soFar rating.Grade
		ends  rating.Bounds
		said  string
		open  string // where nothing is said of so far
	}{
		{rating.AmberRed, rating.Bounds{}, "may prove red to green", "may prove red to green"},
		{rating.AmberRed, rating.Bounds{AtMost: true}, "may prove red; at most green", "may prove red; at most green"},
		{rating.AmberRed, rating.Bounds{AtLeast: true}, "may prove green; at least red", "may prove green; at least red"},
		{rating.AmberRed, rating.Bounds{AtLeast: true, AtMost: true}, "between red and green", "between red and green"},
		{rating.Red, rating.Bounds{AtMost: true}, "at most green", "may prove red; at most green"},
		{rating.Green, rating.Bounds{AtLeast: true}, "at least red", "may prove green; at least red"},
	} {
		r := Range[rating.Grade]{Low: rating.Red, SoFar: c.soFar, High: rating.Green, Name: rating.Grade.String, Bounds: c.ends}
		if got := Ends(r.Proves(), r.Bound()); got != c.said {
			t.Errorf("%+v: %q, want %q", c, got, c.said)
		}
		if got := Ends(r.Span(), r.Bound()); got != c.open {
			t.Errorf("%+v, too little known: %q, want %q", c, got, c.open)
		}
	}
	r := Range[rating.Grade]{Low: rating.Red, SoFar: rating.Red, High: rating.Red, Name: rating.Grade.String, Bounds: rating.Bounds{AtMost: true}}
	if got := Ends(r.Proves(), r.Bound()); got != "" {
		t.Errorf("one colour may prove %q", got)
	}
}

func TestTextsAreRead(t *testing.T) {
	text := Text{{Kind: Mark}, {Text: "For"}, {Text: "Northfield", Tone: Strong}, {Text: ":", Glued: true}, {Text: ""}, {Text: "green"}}
	if got := text.String(); got != "For Northfield: green" {
		t.Error(got)
	}
}

func TestPlural(t *testing.T) {
	for one, want := range map[string]string{
		"chair": "chairs", "company secretary": "company secretaries", "director of finance": "directors of finance", "consultants": "consultants",
		"head of governance for the county": "heads of governance for the county", "day": "days", "business": "businesses", "branch": "branches", "y": "ys",
	} {
		if got := Plural(one); got != want {
			t.Errorf("several of %q: %q", one, got)
		}
	}
}
