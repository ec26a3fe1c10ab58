package batch_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/batch"
	"partner/pkg/catalogue"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/testdata/trial"
)

var (
	cat    = assessments.Catalogue()
	schema = compiled()
)

func compiled() *jsonschema.Schema {
	of, err := jsonschema.UnmarshalJSON(bytes.NewReader(batch.Schema()))
	if err != nil {
		panic(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("batch.json", of); err != nil {
		panic(err)
	}
	return c.MustCompile("batch.json")
}

func lineOf(doc *proposal.Proposal) batch.Line {
	j := judge.Judge(doc, cat)
	made := batch.Made{Path: "proposals/one.yaml", Program: "1.0.0", Catalogue: batch.Catalogue{Version: cat.Version, Hash: cat.Hash}, Flags: []string{}, Files: []batch.File{{Path: "proposals/one.yaml", Hash: "00"}}}
	return batch.LineOf(made, j, judge.Findings(j))
}

type failer interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// sameAs holds a line to the whole result of the same document: whatever both hold is the same.
func sameAs(t failer, l batch.Line, r *result.Result) {
	t.Helper()
	same := func(what string, line, whole any) {
		t.Helper()
		if d := cmp.Diff(whole, line); d != "" {
			t.Errorf("%s differs from the whole result:\n%s", what, d)
		}
	}
	ofRating := func(x result.Rating) batch.Range {
		return batch.Range{Low: x.Low, SoFar: x.SoFar, High: x.High, NotRated: x.NotRated}
	}
	same("title", l.Title, r.Title)
	same("day", l.AsOf, r.AsOf)
	for i, o := range r.Organisations {
		capacity := map[string]string{}
		for _, s := range r.Statements {
			if key, is := strings.CutPrefix(s.Path, "organisations."+o.ID+".capacity."); is {
				if before := capacity[key]; before != "" {
					s.Value = before + "; " + s.Value
				}
				capacity[key] = s.Value
			}
		}
		if len(capacity) == 0 {
			capacity = nil
		}
		same("organisation", l.Organisations[i], batch.Organisation{ID: o.ID, Name: o.Name, Role: o.Role, Kind: o.Kind, File: l.Organisations[i].File, Capacity: capacity})
	}
	types, forms := []string{}, []string{}
	for _, x := range r.Typology.Types {
		types = append(types, x.ID)
	}
	if !strings.HasSuffix(r.Typology.Form.Words, "not known") {
		forms = r.Typology.Form.Possible
	}
	same("types", l.Types, types)
	same("forms", l.Forms, forms)
	same("stage", l.Stage, batch.Stage{Is: r.Stage.Is, Dated: r.Stage.Dated, Asked: r.Stage.Asked, Early: r.Stage.Early})
	same("the whole", l.Overall, ofRating(r.Overall.Rating))
	same("as documented", l.Documented, ofRating(r.Documented.Overall.Rating))
	o := r.Overall
	same("counts", l.Counts, batch.Counts{Met: o.Met, AtLeastPartly: o.AtLeastPartly, Partly: o.Partly, AtMostPartly: o.AtMostPartly, NotMet: o.NotMet, Unknown: o.Unknown})
	var certain *batch.Certain
	if r.Certain != nil {
		certain = &batch.Certain{End: r.Certain.End, Bound: r.Certain.Bound}
	}
	same("what is certain", l.Certain, certain)
	verdict := batch.Verdict{Low: r.Verdict.Low.ID, High: r.Verdict.High.ID}
	if r.Verdict.SoFar != nil {
		verdict.SoFar = r.Verdict.SoFar.ID
	}
	same("verdict", l.Verdict, verdict)
	var questions []batch.Question
	for _, q := range r.Questions {
		questions = append(questions, batch.Question{ID: q.ID, Range: ofRating(q.Rating)})
	}
	same("questions", l.Questions, questions)
	same("open gates", l.OpenGates, r.Verdict.Open)
	held := 0
	for _, kind := range result.FindingKinds {
		var keys, no []string
		for _, f := range r.Findings {
			if f.Kind == kind {
				keys = append(keys, f.Key)
			}
			if f.Kind == kind && f.No {
				no = append(no, f.Key)
			}
		}
		if len(keys) > 0 {
			slices.Sort(keys)
			slices.Sort(no)
			same("findings", l.Findings[held], batch.Findings{Kind: kind, Keys: keys, No: no})
			held++
		}
	}
	same("kinds of findings", len(l.Findings), held)
	sameCriteria(t, l, r)
	var pieces []batch.Piece
	for _, p := range r.Evidence.Pieces {
		pieces = append(pieces, batch.Piece{ID: p.ID, Kind: p.Kind, Title: p.Title, Date: p.Date, Link: p.Link})
	}
	same("evidence", l.Evidence, append([]batch.Piece{}, pieces...))
	doFirst, findOut := []batch.Action{}, []batch.Ask{}
	for _, a := range r.DoFirst {
		doFirst = append(doFirst, batch.Action{Criterion: a.Criterion, Do: a.Do, Who: a.Who, Effort: a.Effort})
	}
	for _, a := range r.FindOutFirst {
		findOut = append(findOut, batch.Ask{Criterion: a.Criterion, Asks: a.Asks, Of: a.Of})
	}
	same("what to do first", l.DoFirst, doFirst)
	same("what to find out first", l.FindOutFirst, findOut)
	sameLeads(t, l, r)
}

// sameCriteria holds the letters to the criteria of the whole result.
func sameCriteria(t failer, l batch.Line, r *result.Result) {
	t.Helper()
	if len(l.Criteria) != r.Catalogue.Criteria {
		t.Fatalf("%d letters for %d criteria", len(l.Criteria), r.Catalogue.Criteria)
	}
	sides := map[string]string{} // the ids of the catalogue by those of the document
	for i := range cat.Criteria {
		c := cat.Criteria[i]
		id := c.ID
		if stem := c.Each(); stem != "" {
			id = stem + "-" + r.Organisations[slices.Index(proposal.Sides[:], c.Board)].ID
		}
		sides[id] = c.ID
	}
	told := 0
	for i := range cat.Criteria {
		at := slices.IndexFunc(r.Criteria, func(c result.Criterion) bool { return sides[c.ID] == cat.Criteria[i].ID })
		letter := batch.Letter(l.Criteria[i])
		status, applies := letter.Status()
		switch {
		case at < 0 && letter != batch.NotHere:
			t.Errorf("%s does not apply, and has the letter %c", cat.Criteria[i].ID, letter)
		case at < 0:
		case !applies || status != r.Criteria[at].Status || letter.Due() != (r.Criteria[at].When == result.Now):
			t.Errorf("%s is %q, %s, and has the letter %c", cat.Criteria[i].ID, r.Criteria[at].Status, r.Criteria[at].When, letter)
		default:
			told++
			if (r.Criteria[at].Kind == catalogue.Remark) != (letter == batch.Remark || letter == batch.Remark|0x20) {
				t.Errorf("%s has the letter %c", cat.Criteria[i].ID, letter)
			}
		}
	}
	if told != len(r.Criteria) {
		t.Errorf("%d of %d criteria have a letter", told, len(r.Criteria))
	}
}

// sameLeads holds the leads to what the whole result lists as stated.
func sameLeads(t failer, l batch.Line, r *result.Result) {
	t.Helper()
	stated := map[string]int{}
	for _, s := range r.Statements {
		if rest, is := strings.CutPrefix(s.Path, "arrangement.leads["); is && strings.HasSuffix(rest, ".post") {
			stated[s.Value]++
		}
	}
	for _, lead := range l.Leads {
		if lead.Post != "" {
			stated[lead.Post]--
		}
	}
	for post, n := range stated {
		if n != 0 {
			t.Errorf("the lead %q stands %d times more in the whole result", post, n)
		}
	}
}

// TestALineIsAProjectionOfTheWholeResult for every example, and below for documents at random.
func TestALineIsAProjectionOfTheWholeResult(t *testing.T) {
	for _, name := range trial.Examples(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc := trial.Read(t, filepath.Base(name), data, filepath.Dir(name))
		l, r := lineOf(doc), assess.Assess(doc, cat)
		sameAs(t, l, r)
		read(t, l)
	}
}

func TestALineIsAProjectionOfTheWholeResultAtRandom(t *testing.T) {
	facts, answers := trial.OpenFacts(), trial.OpenAnswers()
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share"))
		for _, a := range answers {
			if rapid.IntRange(0, 3).Draw(t, "answered") == 0 {
				trial.Put(tree, a.Path, trial.DrawFact(t, a.Field))
			}
		}
		doc := trial.ReadTree(t, tree)
		l := lineOf(doc)
		sameAs(t, l, assess.Assess(doc, cat))
		read(t, l)
	})
}

// read writes a line and reads it again: nothing is lost, and it is one line.
func read(t failer, l batch.Line) []byte {
	t.Helper()
	text, err := batch.Append([]byte("before\n"), &l)
	if err != nil {
		t.Fatalf("%v", err)
	}
	line, is := bytes.CutPrefix(text, []byte("before\n"))
	if !is || bytes.Count(line, []byte("\n")) != 1 || line[len(line)-1] != '\n' {
		t.Fatalf("not one line: %q", text)
	}
	again, err := batch.Decode(line[:len(line)-1])
	if err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err == nil {
		err = schema.Validate(value)
	}
	if err != nil {
		t.Errorf("the schema refuses it: %v", err)
	}
	if d := cmp.Diff(l, again); d != "" {
		t.Errorf("read again it is another:\n%s", d)
	}
	return line
}

// TestCaseCIsSmall: a line may be kept by the hundred thousand.
func TestCaseCIsSmall(t *testing.T) {
	data, err := os.ReadFile("../../examples/case-c.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if line := read(t, lineOf(trial.Read(t, "case-c.yaml", data, "../../examples"))); len(line) > 8<<10 {
		t.Errorf("%d bytes", len(line))
	} else {
		t.Logf("%d bytes", len(line))
	}
}

// TestAnOrganisationsOwnFileIsNamed, which other documents may share.
func TestAnOrganisationsOwnFileIsNamed(t *testing.T) {
	data, err := os.ReadFile("../../examples/networked-clinic/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range lineOf(trial.Read(t, "proposal.yaml", data, "../../examples/networked-clinic")).Organisations {
		if !strings.Contains(string(data), "from: "+o.File) || o.File == "" {
			t.Errorf("%s is said to come from %q", o.ID, o.File)
		}
	}
}

// TestWhatIsWrongIsALine with every error in its place, and nothing of a rating.
func TestWhatIsWrongIsALine(t *testing.T) {
	_, wrong := proposal.Read("bad.yaml", []byte("partner: 1\ntitel: x\nas_of: soon\n"), nil)
	l := batch.Failed(batch.Made{Path: "bad.yaml", Flags: []string{}, Files: []batch.File{{Path: "bad.yaml"}}}, wrong)
	var keys map[string]any
	if err := json.Unmarshal(read(t, l), &keys); err != nil {
		t.Fatal(err)
	}
	if _, rated := keys["overall"]; rated || len(l.Errors) != 2 || l.Errors[0].Line != 2 || !strings.Contains(l.Errors[0].Found, "titel") {
		t.Errorf("%+v", keys)
	}
}
