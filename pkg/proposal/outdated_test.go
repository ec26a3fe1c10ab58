package proposal

import (
	"strings"
	"testing"

	"partner/pkg/source"
)

// older is a field with keys and words that have been renamed.
var older = &Field{Kind: Section, Fields: []*Field{
	{Key: "power", Kind: Word, Words: []string{"even", "uneven"}, Was: []string{"balance", "weight"}, WordsWas: []Renamed{{"equal", "even"}}},
	{Key: "boards", Kind: Items, Was: []string{"committees"}, Fields: []*Field{{Key: "kind", Kind: Text, Was: []string{"sort"}}}},
}}

func readOlder(t *testing.T, text string) (*Value, *reader) {
	t.Helper()
	file, wrong := source.Parse("p.yaml", []byte(text))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	r := &reader{p: &Proposal{Label: "p.yaml", files: []*source.File{file}}, file: file}
	return r.read(older, file.Root, nil, ""), r
}

// TestOldNamesAreRead holds that a key or word that has been renamed is read as the new one, and told.
func TestOldNamesAreRead(t *testing.T) {
	v, r := readOlder(t, "balance: {is: equal, because: so}\ncommittees:\n  - sort: joint\n")
	if len(r.wrong) > 0 {
		t.Fatal(r.wrong)
	}
	if power := v.At("power"); !power.Is("even") || power.Because != "so" || power.Path() != "power" {
		t.Errorf("%s is read as %q", power.Path(), power.Word)
	}
	if kind := v.At("boards").Items[0].At("kind"); !kind.Is("joint") {
		t.Errorf("the kind is read as %q", kind.Word)
	}
	var told []string
	for _, o := range r.p.Outdated {
		told = append(told, o.Pos.String()+" "+o.Old+" is "+o.New)
	}
	if got, want := strings.Join(told, ", "), "p.yaml:1:15 equal is even, p.yaml:1:1 balance is power, p.yaml:3:5 sort is kind, p.yaml:2:1 committees is boards"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOldNamesBesideTheNew(t *testing.T) {
	for text, want := range map[string]string{
		"balance: even\npower: even\n":  `p.yaml:2:1: the key "power", and the same under another name; expected one of them; keep power, as it is now called`,
		"power: even\nweight: even\n":   `p.yaml:2:1: the key "weight", and the same under another name; expected one of them; keep power, as it is now called`,
		"weight: even\nbalance: even\n": `p.yaml:2:1: the key "balance", and the same under another name; expected one of them; keep power, as it is now called`,
	} {
		if _, r := readOlder(t, text); len(r.wrong) != 1 || r.wrong[0].Error() != want {
			t.Errorf("%q: got %v, want %s", text, r.wrong, want)
		}
	}
}

// TestSchemaHasOldNames holds that an editor takes old names, and shows them as such.
func TestSchemaHasOldNames(t *testing.T) {
	s := &schema{}
	text, err := s.mapping(older).MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	defs, err := s.defs.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"balance":{"description":"Now called ` + "`power`" + `.","deprecated":true,"$ref":`, `"weight":{`, `"committees":{`,
	} {
		if !strings.Contains(strings.ReplaceAll(string(text), "\n", ""), want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
	if want := `{"const":"equal","deprecated":true,"description":"Now called ` + "`even`" + `."}`; !strings.Contains(strings.ReplaceAll(string(defs), "\n", ""), want) {
		t.Errorf("no %s in %s", want, defs)
	}
}
