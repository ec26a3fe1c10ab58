package document_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"partner/pkg/document"
	"partner/pkg/pack"
	"partner/pkg/proposal"
)

// editor is the language server with which editors check YAML against a schema.
type editor struct {
	t    *testing.T
	in   io.Writer
	told chan message
	yaml any // the settings
}

type message struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
}

// diagnostic is what the editor shows at a place; its lines count from 0.
type diagnostic struct {
	Range   struct{ Start struct{ Line, Character int } }
	Message string
}

const serverFolder = "../../testdata/editor"

// startEditor starts it, where Node and the server are on the machine.
func startEditor(t *testing.T, schemas map[string]string) *editor {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is missing: the editor is not asked")
	}
	server := serverFolder + "/node_modules/yaml-language-server/bin/yaml-language-server"
	if _, err := os.Stat(server); err != nil {
		t.Skip("yaml-language-server is missing: run `npm ci --prefix testdata/editor`")
	}
	cmd := exec.Command(node, server, "--stdio")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); cmd.Process.Kill(); cmd.Wait() })
	e := &editor{t: t, in: in, told: make(chan message, 100)}
	go e.listen(bufio.NewReader(out))
	e.yaml = map[string]any{"schemas": schemas, "schemaStore": map[string]any{"enable": false}, "validate": true}
	e.send("initialize", 1, map[string]any{"processId": os.Getpid(), "rootUri": nil, "capabilities": map[string]any{"workspace": map[string]any{"configuration": true, "didChangeConfiguration": map[string]any{}}, "textDocument": map[string]any{"publishDiagnostics": map[string]any{}}}})
	e.await(func(m message) bool { return string(m.ID) == "1" && m.Method == "" })
	e.send("initialized", 0, map[string]any{})
	e.send("workspace/didChangeConfiguration", 0, map[string]any{"settings": map[string]any{"yaml": e.yaml}})
	e.await(func(m message) bool { return m.Method == "workspace/configuration" && e.configure(m) })
	return e
}

func (e *editor) listen(from *bufio.Reader) {
	defer close(e.told)
	for {
		length := 0
		for {
			line, err := from.ReadString('\n')
			if err != nil {
				return
			}
			if line = strings.TrimSpace(line); line == "" {
				break
			}
			if n, is := strings.CutPrefix(line, "Content-Length: "); is {
				length, _ = strconv.Atoi(n)
			}
		}
		body := make([]byte, length)
		if _, err := io.ReadFull(from, body); err != nil {
			return
		}
		var m message
		if json.Unmarshal(body, &m) == nil {
			e.told <- m
		}
	}
}

func (e *editor) send(method string, id int, params any) {
	m := map[string]any{"jsonrpc": "2.0", "method": method, "params": params}
	if id > 0 {
		m["id"] = id
	}
	e.write(m)
}

func (e *editor) write(m any) {
	body, err := json.Marshal(m)
	if err != nil {
		e.t.Fatal(err)
	}
	fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
}

// await waits for a message, and answers what the server asks meanwhile.
func (e *editor) await(is func(message) bool) message {
	e.t.Helper()
	late := time.After(2 * time.Minute)
	for {
		select {
		case m, open := <-e.told:
			switch {
			case !open:
				e.t.Fatal("the language server ended")
			case is(m):
				return m
			case m.Method == "workspace/configuration":
				e.configure(m)
			case m.Method != "" && m.ID != nil:
				e.write(map[string]any{"jsonrpc": "2.0", "id": m.ID, "result": nil})
			}
		case <-late:
			e.t.Fatal("the language server does not answer")
		}
	}
}

// configure answers what the server asks of its settings.
func (e *editor) configure(m message) bool {
	var asked struct{ Items []struct{ Section string } }
	if err := json.Unmarshal(m.Params, &asked); err != nil {
		e.t.Fatal(err)
	}
	all := make([]any, len(asked.Items))
	for i, item := range asked.Items {
		if item.Section == "yaml" {
			all[i] = e.yaml
		}
	}
	e.write(map[string]any{"jsonrpc": "2.0", "id": m.ID, "result": all})
	return true
}

// check gives what the editor shows of a document.
func (e *editor) check(name string, text []byte) []diagnostic {
	e.t.Helper()
	uri := "file:///" + name
	e.send("textDocument/didOpen", 0, map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": "yaml", "version": 1, "text": string(text)}})
	var told struct {
		URI         string
		Diagnostics []diagnostic
	}
	e.await(func(m message) bool {
		return m.Method == "textDocument/publishDiagnostics" && json.Unmarshal(m.Params, &told) == nil && told.URI == uri
	})
	return told.Diagnostics
}

// asEditor starts an editor with the schemas of all kinds of file.
func asEditor(t *testing.T) *editor {
	t.Helper()
	folder := t.TempDir()
	made := map[string]func() ([]byte, error){
		"proposal":     func() ([]byte, error) { return document.Schema(cat) },
		"organisation": proposal.SchemaOfOrganisation,
		"view":         func() ([]byte, error) { return proposal.SchemaOfView(document.Answers(cat)) },
		"pack":         func() ([]byte, error) { return proposal.SchemaOfPack(pack.Format, document.Answers(cat)) },
	}
	schemas := map[string]string{}
	for kind, schema := range made {
		text, err := schema()
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, kind+".schema.json")
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
		schemas["file://"+path] = "/" + kind + "-*.yaml"
	}
	return startEditor(t, schemas)
}

// minimal are small documents on which partner and an editor are held together.
var minimal = []struct {
	name, text string
	wrong      bool   // by partner
	tells      string // what the editor says; "" where it says nothing
}{
	{"a lone key in braces", "organisations: {north: {name: North, another one due}, south: {}}", true, "No such key; put a text with a comma in quotes."},
	{"an unknown key", "titel: x", true, "No such key"},
	{"an unknown word", "arrangement: {form: mergr}", true, "Value is not accepted"},
	{"no date", "as_of: 1 June 2026", true, "A day such as 2014-06-01, a month or a year"},
	{"a date that the calendar does not have", "as_of: 2026-02-29", true, "A day such as 2014-06-01, a month or a year"},
	{"a leap day", "as_of: 2028-02-29", false, ""},
	{"an id with a capital", "evidence: {Report: {kind: internal}}", true, "An id in small letters"},
	{"yes as a boolean", "answers: {not-rushed: true}", false, ""},
	{"one side by its id", "organisations: {north: {}, south: {}}\nanswers: {objectives-serve-north: yes}", false, ""},
	{"a line separator in a text", "title: a\u2028b", true, ""},
	{"a paragraph separator in a text", "title: a\u2029b", true, ""},
	{"a next-line character in a text", "title: a\u0085b", true, ""},
	{"a text in quotes that a merge was left in", "title: \"a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n\"", true, "Missing closing"},
	{"yes, in capitals", "answers: {not-rushed: YES}", true, "Value is not accepted"},
	{"an anchor", "organisations:\n  north: &one {sector: nhs}\n  south: *one", false, ""},
	{"a comma after the last", "organisations: {north: {}, south: {},}", false, ""},
}

// TestTheEditorAndPartnerAgree holds the language server of editors, with the schemas, and partner together.
func TestTheEditorAndPartnerAgree(t *testing.T) {
	e := asEditor(t)
	t.Run("small documents", func(t *testing.T) { e.onSmallDocuments(t) })
	t.Run("nothing is wrong with the examples", func(t *testing.T) { e.onExamples(t) })
	t.Run("broken documents", func(t *testing.T) { e.onBrokenDocuments(t) })
}

// onSmallDocuments: they agree, but for those in the table that only one of them can tell.
func (e *editor) onSmallDocuments(t *testing.T) {
	for i, m := range minimal {
		text := []byte("partner: 1\n" + m.text + "\n")
		_, wrong := document.Read(proposal.File{Label: "x.yaml", Data: text}, cat)
		if (len(wrong) > 0) != m.wrong {
			t.Errorf("%s: partner says %v", m.name, wrong)
		}
		shown := e.check(fmt.Sprintf("proposal-minimal-%d.yaml", i), text)
		if m.tells == "" && len(shown) > 0 || m.tells != "" && !slices.ContainsFunc(shown, func(d diagnostic) bool { return strings.Contains(d.Message, m.tells) }) {
			t.Errorf("%s: the editor shows %+v, not %q", m.name, shown, m.tells)
		}
	}
}

// onExamples: the editor finds nothing wrong with them, nor with organisations' files, views and packs.
func (e *editor) onExamples(t *testing.T) {
	n := 0
	for kind, pattern := range map[string][]string{
		"proposal":     {"../../examples/*.yaml", "../../examples/*/proposal.yaml"},
		"organisation": {"../../examples/*/organisations/*.yaml"},
		"view":         {"../../testdata/views/*.yaml"},
		"pack":         {"../../testdata/golden/questions/*.yaml"},
	} {
		for _, p := range pattern {
			files, _ := filepath.Glob(p)
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				var lines []string // the modeline names a file that is not there for the editor
				for line := range strings.Lines(string(text)) {
					if !strings.HasPrefix(line, "# yaml-language-server:") {
						lines = append(lines, line)
					}
				}
				n++
				if shown := e.check(fmt.Sprintf("%s-%d.yaml", kind, n), []byte(strings.Join(lines, ""))); len(shown) > 0 {
					t.Errorf("%s: %+v", file, shown)
				}
			}
		}
	}
	if n < 10 {
		t.Errorf("only %d files", n)
	}
}

// onlyPartner are the broken documents of which an editor shows nothing, and why a schema cannot tell.
var onlyPartner = map[string]string{
	"carriage-return.yaml":     "an editor ends a line there, as YAML does, and other tools do not",
	"directive.yaml":           "a directive is YAML",
	"files-missing.yaml":       "whether a file is there",
	"files-twice.yaml":         "what another file holds",
	"impossible-roles.yaml":    "that one organisation has two roles which go together in none",
	"next-line.yaml":           "the editor's library does not end a line there",
	"line-separator.yaml":      "the editor's library does not end a line there",
	"paragraph-separator.yaml": "likewise",
	"second-document.yaml":     "an editor checks each document of a file",
	"self.yaml":                "that an alias stands inside what it stands for",
}

// onBrokenDocuments: of every document that partner refuses an editor shows something too, but for those that a
// schema cannot tell.
func (e *editor) onBrokenDocuments(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/broken/*.yaml")
	silent := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(e.check("proposal-"+filepath.Base(file), text)) == 0 {
			silent[filepath.Base(file)] = true
		}
	}
	if len(files) < 25 {
		t.Fatalf("only %d files", len(files))
	}
	if is, want := slices.Sorted(maps.Keys(silent)), slices.Sorted(maps.Keys(onlyPartner)); !slices.Equal(is, want) {
		t.Errorf("the editor is silent on\n%s\nand not on\n%s", strings.Join(is, "\n"), strings.Join(want, "\n"))
	}
}
