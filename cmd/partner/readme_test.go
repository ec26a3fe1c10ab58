package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"partner/pkg/cli"
)

var updateReadme = flag.Bool("update-readme", false, "write what the commands of the README print into it")

var consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```\n")

// TestTheReadmeShowsWhatHappens runs each command that the README shows with its output, and compares.
// Commands of a block without output are run too, where they are partner's, and must succeed.
func TestTheReadmeShowsWhatHappens(t *testing.T) {
	t.Chdir("../..")
	for name, least := range map[string][2]int{"README.md": {5, 2}, "docs/own-catalogues.md": {7, 1}} {
		showsWhatHappens(t, name, least[0], least[1])
	}
}

// showsWhatHappens runs what a page shows; it is to show so many commands at least, and the outputs of so many.
func showsWhatHappens(t *testing.T, name string, least, leastShown int) {
	t.Helper()
	readme, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	ran, compared := 0, 0
	updated := consoleBlock.ReplaceAllFunc(readme, func(block []byte) []byte {
		body := string(consoleBlock.FindSubmatch(block)[1])
		lines := strings.SplitAfter(body, "\n")
		var out strings.Builder
		for i := 0; i < len(lines); {
			command, isCommand := strings.CutPrefix(lines[i], "$ ")
			out.WriteString(lines[i])
			i++
			if !isCommand {
				continue
			}
			var shown strings.Builder
			for i < len(lines) && !strings.HasPrefix(lines[i], "$ ") {
				shown.WriteString(lines[i])
				i++
			}
			printed, isOurs := runPartner(t, strings.TrimSpace(command))
			if isOurs {
				ran++
			}
			if shown.Len() == 0 {
				continue
			}
			compared++
			if printed != shown.String() && !*updateReadme {
				t.Errorf("%s prints\n%s\n%s shows\n%s", strings.TrimSpace(command), printed, name, shown.String())
			}
			out.WriteString(printed)
		}
		return []byte("```console\n" + out.String() + "```\n")
	})
	if ran < least || compared < leastShown {
		t.Errorf("%s: %d commands were run and %d outputs compared", name, ran, compared)
	}
	if *updateReadme {
		if err := os.WriteFile(name, updated, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// runPartner runs a command of partner as the README writes it, with its output to a file where it says so.
func runPartner(t *testing.T, command string) (printed string, isOurs bool) {
	t.Helper()
	rest, isOurs := strings.CutPrefix(command, "go run ./cmd/partner ")
	if !isOurs {
		return "", false
	}
	rest, _, _ = strings.Cut(rest, " >") // what a file gets is not shown
	var stdout, stderr bytes.Buffer
	if code := cli.Main(strings.Fields(rest), strings.NewReader(""), &stdout, &stderr); code != 0 {
		t.Errorf("%s exits with %d: %s", command, code, stderr.String())
	}
	if strings.HasPrefix(rest, "check") {
		stdout.Write(stderr.Bytes()) // a terminal shows both
	}
	return stdout.String(), true
}

// TestTheReadmeQuotesTheExample: what it shows of a document stands there.
func TestTheReadmeQuotesTheExample(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.ReadFile(filepath.Join("..", "..", "examples", "case-c.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindSubmatch(readme)
	if quoted == nil || !bytes.Contains(example, quoted[1]) {
		t.Errorf("examples/case-c.yaml does not hold\n%s", quoted)
	}
}

// TestTheReadmesFilesAreThere: what it links to exists.
func TestTheReadmesFilesAreThere(t *testing.T) {
	for _, name := range []string{"README.md", "docs/method.md", "docs/proposal.md", "docs/catalogue.md", "docs/gates.md", "docs/own-catalogues.md", "examples/README.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join("..", "..", filepath.Dir(name), string(m[1]))); err != nil {
				t.Errorf("%s links to %s: %v", name, m[1], err)
			}
		}
	}
}
