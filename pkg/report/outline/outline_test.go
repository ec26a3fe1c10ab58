package outline_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"partner/pkg/assess"
	"partner/pkg/compare"
	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// pages are outlines of all kinds, by what they are of.
func pages() map[string]outline.Outline {
	all := map[string]outline.Outline{"both boards": outline.Full(example.Boarded())}
	for name, r := range example.Hostile() {
		all[name] = outline.Full(r)
		all[name+", for a board"] = outline.Report(r)
		all[name+", brief"] = outline.Brief(r)
	}
	judged := example.Judged(os.DirFS("../../../examples"))
	for i, j := range judged {
		next := judged[(i+1)%len(judged)]
		name := j.Result.File
		of := *j.Result
		of.Options = assess.Options(j.Doc, j.Cat)
		all[name] = outline.Full(&of)
		all[name+", for a board"] = outline.Report(&of)
		all[name+", options"] = outline.Options(of.Options)
		all[name+", all of the options"] = outline.FullOptions(of.Options)
		all[name+", moved"] = outline.Difference(compare.Diff(j, next))
		all[name+", unmoved"] = outline.Difference(compare.Diff(j, j))
	}
	all["all"] = outline.Comparison(compare.Compare(judged))
	all["the same twice"] = outline.Comparison(compare.Compare([]compare.Judged{judged[0], judged[0]}))
	return all
}

// texts gives every text of some blocks to see.
func texts(all []outline.Block, see func(wording.Text)) {
	words := func(s string) { see(wording.Text{{Text: s}}) }
	for _, b := range all {
		switch b := b.(type) {
		case outline.Heading:
			words(b.Text)
		case outline.Chapter:
			words(b.Title)
		case outline.Paragraph:
			see(b.Text)
		case outline.Item:
			see(b.Text)
			texts(b.Below, see)
		case outline.Below:
			texts(b.Blocks, see)
		case outline.Fact:
			words(b.Label)
			see(b.Text)
		case outline.Terms:
			for _, t := range b.Of {
				see(t.Text)
				texts(t.Below, see)
			}
		case outline.Table:
			for _, row := range b.Rows {
				for _, c := range row {
					see(c)
				}
			}
			texts(b.Else, see)
		case outline.Pair:
			texts(b.Left.Blocks, see)
			texts(b.Right.Blocks, see)
		}
	}
}

func TestTextsAreSafeToShow(t *testing.T) {
	for name, o := range pages() {
		see := func(text wording.Text) {
			if at := strings.IndexFunc(text.String(), func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }); at >= 0 {
				t.Errorf("%s: %q", name, text)
			}
		}
		if o.Front != nil {
			see(wording.Text{{Text: o.Front.Title}})
			for _, b := range o.Front.Blocks {
				for _, l := range b.Lines {
					see(wording.Text{{Text: result.FrontText(l.Text)}, {Text: l.Who}, {Text: l.Closes}})
				}
			}
		}
		texts(o.Lead, see)
		for _, s := range o.Sections {
			texts(s.Blocks, see)
		}
		see(o.Closing)
	}
}

func TestSectionsHaveNames(t *testing.T) {
	for name, o := range pages() {
		seen := map[string]bool{}
		for _, s := range o.Sections {
			if s.Name == "" || s.Title == "" || seen[s.Name] || strings.ToLower(s.Name) != s.Name || strings.Contains(s.Name, " ") {
				t.Errorf("%s: a section is named %q and titled %q", name, s.Name, s.Title)
			}
			if len(s.Blocks) == 0 && s.Name != "limits" {
				t.Errorf("%s: %s has nothing to say", name, s.Name)
			}
			seen[s.Name] = true
		}
	}
	names := outline.Names()
	for _, s := range outline.Report(example.Boarded()).Sections {
		if !slices.Contains(names, s.Name) {
			t.Errorf("%s is not among the names of sections", s.Name)
		}
	}
}

func TestOnlySomeSections(t *testing.T) {
	only := outline.Only(example.Result(), "limits", "sources")
	if len(only.Sections) != 2 || only.Sections[0].Name != "sources" || only.Sections[1].Name != "limits" || len(only.Closing) == 0 {
		t.Errorf("%+v", only)
	}
}

// TestEachSectionIsAKey: what is asked for by a name as text is asked for by the same name as JSON.
func TestEachSectionIsAKey(t *testing.T) {
	keys := map[string]bool{}
	for f := range reflect.TypeFor[result.Result]().Fields() {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		keys[key] = true
	}
	for _, name := range outline.Names() {
		if !keys[name] {
			t.Errorf("%s is no key of a result", name)
		}
	}
}

// TestWhatABoardReads is a part of the whole report, in its order, that names what it leaves out.
func TestWhatABoardReads(t *testing.T) {
	j := example.Judged(os.DirFS("../../../examples"))[2]
	j.Result.Options = assess.Options(j.Doc, j.Cat)
	o := outline.Report(j.Result)
	var names []string
	for _, s := range o.Sections {
		names = append(names, s.Name)
	}
	if want := []string{"front", "overall", "conditions", "questions", "options", "limits"}; !slices.Equal(names, want) {
		t.Errorf("it has %v, want %v", names, want)
	}
	for _, name := range outline.Names() {
		if name == "departures" && len(j.Result.Departures) == 0 { // nothing to tell
			continue
		}
		if name == "overlay" && j.Result.Overlay == nil {
			continue
		}
		if !slices.Contains(names, name) && !strings.Contains(o.Closing.String(), name) {
			t.Errorf("%s is neither told nor named", name)
		}
	}
	var b strings.Builder
	if err := text.Write(&b, o, text.Options{Width: 100}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "\n"); n > 300 {
		t.Errorf("%s has %d lines", j.Result.File, n)
	}
}
