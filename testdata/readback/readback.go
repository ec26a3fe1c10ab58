// Package readback reads what partner prints for other programs as these do, by a parser of each format, and fails a
// test where a text has got out of the place that it was written to. The program does not use it.
package readback

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"html"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/xuri/excelize/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"partner/testdata/schemas"
)

// Entry is one finding as a reader of a format has it.
type Entry struct {
	File         string
	Line, Column int    // zero where a format has none
	Level        string // as the format calls it
	Rule         string
	Says         string
	Key          string // what tells it from all others; empty in formats that have none
}

// Harmless fails where an output commands a terminal or a runner of workflows, or turns the direction of writing.
func Harmless(t testing.TB, out []byte) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Fatalf("it is not UTF-8: %q", out)
	}
	for line := range strings.Lines(string(out)) {
		if strings.HasPrefix(strings.TrimLeft(line, " \t\r"), "::") || strings.Contains(line, "##[") {
			t.Fatalf("the line commands a runner: %q", line)
		}
		Printable(t, strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"))
	}
}

// Printable fails where a line holds what commands a terminal or turns the direction of writing.
func Printable(t testing.TB, line string) {
	t.Helper()
	for _, r := range line {
		if r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029 || r == 0x200e || r == 0x200f || r == 0x61c || r == 0xfeff {
			t.Fatalf("%U stands in %q", r, line)
		}
	}
}

var sarifSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	of, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemas.SARIF))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", of); err != nil {
		return nil, err
	}
	return c.Compile("sarif.json")
})

// SARIF reads a log of one run, by its official schema, and holds it to what readers ask for besides.
func SARIF(t testing.TB, out []byte) []Entry {
	t.Helper()
	Harmless(t, out)
	schema, err := sarifSchema()
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if err := schema.Validate(value); err != nil {
		t.Fatalf("the schema of SARIF refuses it: %v", err)
	}
	var log struct {
		Runs []struct {
			ColumnKind string
			Tool       struct {
				Driver struct {
					InformationURI string
					Rules          []struct {
						ID, Name                                string
						ShortDescription, FullDescription, Help struct{ Text string }
						DefaultConfiguration                    struct{ Level string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
				PartialFingerprints map[string]string
			}
		}
	}
	strict(t, out, &log)
	if len(log.Runs) != 1 || log.Runs[0].ColumnKind != "unicodeCodePoints" || log.Runs[0].Tool.Driver.InformationURI == "" {
		t.Fatalf("it is not one run that counts columns in code points and says what made it: %s", out)
	}
	run := log.Runs[0]
	for _, r := range run.Tool.Driver.Rules {
		if r.ShortDescription.Text == "" || r.FullDescription.Text == "" || r.Help.Text == "" || strings.EqualFold(r.ID, r.Name) || r.Name == "" {
			t.Fatalf("the rule %s is not documented: %+v", r.ID, r)
		}
	}
	gravest := map[string]string{} // by the rule: some readers look at its level alone
	for _, x := range run.Results {
		levels := []string{"", "note", "warning", "error"}
		if slices.Index(levels, x.Level) > slices.Index(levels, gravest[x.RuleID]) {
			gravest[x.RuleID] = x.Level
		}
	}
	for _, r := range run.Tool.Driver.Rules {
		if r.DefaultConfiguration.Level != gravest[r.ID] {
			t.Fatalf("the rule %s is of the level %q; its gravest result is of %q", r.ID, r.DefaultConfiguration.Level, gravest[r.ID])
		}
	}
	var all []Entry
	for _, r := range run.Results {
		if r.RuleIndex >= len(run.Tool.Driver.Rules) || run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || r.Message.Text == "" || len(r.Locations) != 1 {
			t.Fatalf("a result without its rule, its message or its place: %+v", r)
		}
		at := r.Locations[0].PhysicalLocation
		uri, err := url.Parse(at.ArtifactLocation.URI)
		if err != nil || uri.Scheme != "" || uri.Host != "" || strings.HasPrefix(uri.Path, "/") || slices.Contains(strings.Split(uri.Path, "/"), "..") || uri.Path == "" || uri.RawQuery != "" || uri.Fragment != "" || at.Region.StartLine < 1 {
			t.Fatalf("a place that is none in the repository: %+v (%v)", at, err)
		}
		all = append(all, Entry{strings.TrimPrefix(uri.Path, "./"), at.Region.StartLine, at.Region.StartColumn, r.Level, r.RuleID, r.Message.Text, r.PartialFingerprints["primaryLocationLineHash"]})
	}
	return own(t, all)
}

// GitLab reads a code quality report.
func GitLab(t testing.TB, out []byte) []Entry {
	t.Helper()
	Harmless(t, out)
	var entries []struct {
		Description string `json:"description"`
		CheckName   string `json:"check_name"`
		Fingerprint string `json:"fingerprint"`
		Severity    string `json:"severity"`
		Location    struct {
			Path  string `json:"path"`
			Lines struct {
				Begin int `json:"begin"`
			} `json:"lines"`
		} `json:"location"`
	}
	d := json.NewDecoder(bytes.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(&entries); err != nil || d.More() || entries == nil {
		t.Fatalf("%v: %s", err, out)
	}
	var all []Entry
	for _, e := range entries {
		if e.Description == "" || e.Fingerprint == "" || e.Location.Path == "" || strings.HasPrefix(e.Location.Path, "/") || e.Location.Lines.Begin < 1 || !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, e.Severity) {
			t.Fatalf("not an entry of a code quality report: %+v", e)
		}
		all = append(all, Entry{e.Location.Path, e.Location.Lines.Begin, 0, e.Severity, e.CheckName, e.Description, e.Fingerprint})
	}
	return own(t, all)
}

// own fails where two entries have one key.
func own(t testing.TB, all []Entry) []Entry {
	t.Helper()
	seen := map[string]bool{}
	for _, e := range all {
		if e.Key == "" || seen[e.Key] {
			t.Fatalf("the key of %+v is not its own", e)
		}
		seen[e.Key] = true
	}
	return all
}

// Case is a case of a JUnit report; at most one of its outcomes is there.
type Case struct {
	Name      string    `xml:"name,attr"`
	Classname string    `xml:"classname,attr"`
	Failures  []Outcome `xml:"failure"`
	Errors    []Outcome `xml:"error"`
	Skipped   []Outcome `xml:"skipped"`
}

// Outcome is why a case did not pass.
type Outcome struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// plainEntities are the references that every reader of JUnit reports knows.
var plainEntities = regexp.MustCompile(`&(amp|lt|gt|quot|apos);`)

// JUnit reads a JUnit report, and gives what its cases say and how many have passed.
func JUnit(t testing.TB, out []byte) (all []Entry, passed int) {
	t.Helper()
	Harmless(t, out)
	if strings.Contains(plainEntities.ReplaceAllString(string(out), ""), "&") || bytes.Contains(out, []byte("]]>")) || strings.ContainsFunc(string(out), func(r rune) bool { return r == 0xfffe || r == 0xffff }) {
		t.Fatalf("a reader of XML 1.0 chokes on it: %s", out)
	}
	type numbers struct {
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Time     string `xml:"time,attr"`
	}
	var report struct {
		XMLName xml.Name `xml:"testsuites"`
		numbers
		Suites []struct {
			numbers
			Name  string `xml:"name,attr"`
			Cases []Case `xml:"testcase"`
		} `xml:"testsuite"`
	}
	d := xml.NewDecoder(bytes.NewReader(out))
	if err := d.Decode(&report); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if _, err := d.Token(); err == nil {
		if _, err = d.Token(); err != io.EOF {
			t.Fatalf("something follows the report: %s", out)
		}
	}
	total := numbers{Time: "0"}
	seen := map[string]bool{}
	for _, s := range report.Suites {
		count := numbers{Tests: len(s.Cases), Time: "0"}
		if len(s.Cases) == 0 {
			t.Fatalf("the suite %q is empty", s.Name)
		}
		for _, c := range s.Cases {
			count.Failures, count.Errors, count.Skipped = count.Failures+len(c.Failures), count.Errors+len(c.Errors), count.Skipped+len(c.Skipped)
			key := s.Name + "\n" + c.Classname + "\n" + c.Name
			if seen[key] || len(c.Failures)+len(c.Errors)+len(c.Skipped) > 1 {
				t.Fatalf("the case %q is not one of its own: %+v", key, c)
			}
			seen[key] = true
			for level, outcomes := range map[string][]Outcome{"failure": c.Failures, "error": c.Errors, "skipped": c.Skipped} {
				for _, o := range outcomes {
					if o.Message != o.Text || !strings.HasPrefix(o.Type, "partner.") {
						t.Fatalf("the case does not say the same in both places, or has another's type: %+v", o)
					}
					all = append(all, Entry{File: s.Name, Level: level, Rule: strings.TrimPrefix(o.Type, "partner."), Says: o.Text, Key: key})
				}
			}
			if len(c.Failures)+len(c.Errors)+len(c.Skipped) == 0 {
				passed++
			}
		}
		if s.numbers != count {
			t.Fatalf("the suite %q counts %+v, and holds %+v", s.Name, s.numbers, count)
		}
		total.Tests, total.Failures, total.Errors, total.Skipped = total.Tests+count.Tests, total.Failures+count.Failures, total.Errors+count.Errors, total.Skipped+count.Skipped
	}
	if report.numbers != total {
		t.Fatalf("the report counts %+v, and holds %+v", report.numbers, total)
	}
	return all, passed
}

// GitHub reads annotations as a runner of workflows does, and gives how many more it says that there are.
func GitHub(t testing.TB, out []byte) (all []Entry, more string) {
	t.Helper()
	kinds := map[string]int{}
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSuffix(line, "\n")
		Printable(t, line)
		command, is := strings.CutPrefix(line, "::")
		if !is {
			if more != "" || !strings.HasPrefix(line, "Not annotated") {
				t.Fatalf("a line that annotates nothing: %q", line)
			}
			more = line
			continue
		}
		head, data, ends := strings.Cut(command, "::")
		name, properties, has := strings.Cut(head, " ")
		if !ends || !has || more != "" || !slices.Contains([]string{"error", "warning", "notice"}, name) || len(data) == 0 {
			t.Fatalf("another command: %q", line)
		}
		if kinds[name]++; kinds[name] > 10 {
			t.Fatalf("more of %s than a step shows", name)
		}
		e := Entry{Level: name, Says: unescape(data)}
		for p := range strings.SplitSeq(properties, ",") {
			key, value, _ := strings.Cut(p, "=")
			value = unescape(value)
			switch key {
			case "file":
				e.File = value
			case "line":
				n, err := strconv.Atoi(value)
				if err != nil || n < 1 {
					t.Fatalf("no line: %q", line)
				}
				e.Line = n
			case "col":
				n, err := strconv.Atoi(value)
				if err != nil || n < 1 || e.Line == 0 {
					t.Fatalf("no column: %q", line)
				}
				e.Column = n
			case "title":
				e.Rule = value
			default:
				t.Fatalf("another property: %q", line)
			}
		}
		if e.File == "" || e.Rule == "" {
			t.Fatalf("an annotation without its place or title: %q", line)
		}
		all = append(all, e)
	}
	return all, more
}

var unescaped = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")

func unescape(s string) string { return unescaped.Replace(s) }

// CSV reads a table by its first row, and fails where a cell is a formula to a spreadsheet.
func CSV(t testing.TB, out []byte) []map[string]string {
	t.Helper()
	Harmless(t, out)
	records, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	if err != nil || len(records) == 0 {
		t.Fatalf("%v: %s", err, out)
	}
	if n := bytes.Count(out, []byte("\r\n")); n != len(records) || bytes.Count(out, []byte("\n")) != n {
		t.Fatalf("%d rows in %d lines that end as they should: %s", len(records), n, out)
	}
	var all []map[string]string
	for _, cells := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			if strings.IndexAny(strings.TrimSpace(cells[i]), "=+-@＝＋－＠") == 0 {
				t.Fatalf("a formula: %q", cells[i])
			}
			row[name] = cells[i]
		}
		all = append(all, row)
	}
	return all
}

// Objects reads a JSON object from each line.
func Objects(t testing.TB, out []byte) []map[string]any {
	t.Helper()
	Harmless(t, out)
	var all []map[string]any
	for line := range strings.Lines(string(out)) {
		var object map[string]any
		strict(t, []byte(line), &object)
		all = append(all, object)
	}
	return all
}

func strict(t testing.TB, out []byte, v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(out))
	if err := d.Decode(v); err != nil || d.More() {
		t.Fatalf("%v: %s", err, out)
	}
}

// Workbook reads a workbook as excelize does, and gives the rows of each sheet. It fails where a cell holds a formula or
// a link.
func Workbook(t testing.TB, out []byte) map[string][][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string][][]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		all[sheet] = rows
		for i, row := range rows {
			for j := range row {
				at, err := excelize.CoordinatesToCellName(j+1, i+1)
				if err != nil {
					t.Fatal(err)
				}
				formula, err := f.GetCellFormula(sheet, at)
				if link, _, also := f.GetCellHyperLink(sheet, at); err != nil || also != nil || formula != "" || link {
					t.Fatalf("%s of %s is the formula %q, or a link: %v, %v", at, sheet, formula, err, also)
				}
			}
		}
	}
	return all
}

// Page is what a reader of Markdown sees of a page.
type Page struct {
	Headings []string
	Tasks    []string
	Text     string // all of it
}

var (
	tags     = regexp.MustCompile(`<[^>]*>`)
	headings = regexp.MustCompile(`(?s)<h[1-6][^>]*>(.*?)</h[1-6]>`)
	items    = regexp.MustCompile(`(?s)<li>(.*?)</li>`)
)

// Markdown reads a page as GitHub does, and fails where a text is more than text: markup, a link, or a name that
// calls somebody.
func Markdown(t testing.TB, out []byte) Page { return markdown(t, out, true) }

// MarkdownPage reads a page in the same way whose lists are of no tasks.
func MarkdownPage(t testing.TB, out []byte) Page { return markdown(t, out, false) }

func markdown(t testing.TB, out []byte, tasks bool) Page {
	t.Helper()
	Harmless(t, out)
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	doc := md.Parser().Parse(text.NewReader(out))
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock, *ast.Link, *ast.AutoLink, *ast.Image, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.Blockquote, *ast.ThematicBreak:
			t.Fatalf("%s in %s", n.Kind(), out)
		case *ast.Heading:
			if n.Level < 2 || n.Level > 4 || tasks && n.Level > 3 {
				t.Fatalf("a heading of level %d in %s", n.Level, out)
			}
		case *ast.ListItem:
			if first, is := n.Parent().FirstChild().(*ast.ListItem); is && tasks && task(n) != task(first) {
				t.Fatalf("an item that is no task among tasks in %s", out)
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := md.Renderer().Render(&b, out, doc); err != nil {
		t.Fatal(err)
	}
	if called := regexp.MustCompile(`(^|[^\w])[@#]\w`).FindString(seen(b.String())); called != "" {
		t.Fatalf("%q calls somebody or refers to something in %s", called, out)
	}
	p := Page{Text: unmarked(b.String())}
	for _, m := range headings.FindAllStringSubmatch(b.String(), -1) {
		p.Headings = append(p.Headings, unmarked(m[1]))
	}
	for _, m := range items.FindAllStringSubmatch(b.String(), -1) {
		if tasks && !strings.HasPrefix(m[1], "<input ") {
			continue
		}
		p.Tasks = append(p.Tasks, strings.TrimSpace(unmarked(m[1])))
	}
	return p
}

// task reports whether an item is to be ticked off.
func task(n *ast.ListItem) bool {
	return n.FirstChild() != nil && n.FirstChild().FirstChild() != nil && n.FirstChild().FirstChild().Kind().String() == "TaskCheckBox"
}

// seen is what HTML says, without its tags.
func seen(s string) string { return html.UnescapeString(tags.ReplaceAllString(s, "")) }

// unmarked is the same without the spaces of no width that keep names from being called.
func unmarked(s string) string { return strings.ReplaceAll(seen(s), "\u200b", "") }
