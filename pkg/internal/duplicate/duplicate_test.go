package duplicate

import (
	"reflect"
	"strings"
	"testing"
)

type word string

type value struct {
	Text  string
	Word  word
	Texts []string
	Two   [2]string
	Inner *value
	None  []value
	N     int
}

func TestACopySharesNothing(t *testing.T) {
	v := value{Text: "a", Word: "w", Texts: []string{"b"}, Two: [2]string{"c", ""}, Inner: &value{Text: "d"}, N: 3}
	got := Of(&v, strings.ToUpper)
	want := &value{Text: "A", Word: "w", Texts: []string{"B"}, Two: [2]string{"C", ""}, Inner: &value{Text: "D", Texts: []string{}, None: []value{}}, None: []value{}, N: 3}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if v.Text != "a" || v.Texts[0] != "b" || v.Inner.Text != "d" || v.None != nil {
		t.Errorf("what is copied is changed: %+v", v)
	}
	got.Texts[0], got.Inner.Text = "x", "x"
	if v.Texts[0] != "b" || v.Inner.Text != "d" {
		t.Error("the copy shares with what it was copied from")
	}
}

func TestTextsThatChangeLeavesAloneAreTheSame(t *testing.T) {
	v := value{Text: "A", Word: "w", Texts: []string{"B"}, Two: [2]string{"C", ""}, Inner: &value{Texts: []string{"D"}}}
	if !Same(&v, strings.ToUpper) {
		t.Error("nothing would change, and it is not the same")
	}
	for _, spoil := range []func(*value){
		func(v *value) { v.Text = "a" },
		func(v *value) { v.Texts = []string{"B", "b"} },
		func(v *value) { v.Two[1] = "c" },
		func(v *value) { v.Inner = &value{Texts: []string{"d"}} },
		func(v *value) { v.None = []value{{Text: "e"}} },
	} {
		changed := v
		if spoil(&changed); Same(&changed, strings.ToUpper) {
			t.Errorf("%+v would change, and is the same", changed)
		}
	}
}
