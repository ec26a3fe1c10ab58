package batch_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partner/pkg/batch"
	"partner/pkg/source"
	"partner/testdata/lines"
)

// failed is a line that is quickly made.
func failed(path, found string) batch.Line {
	return batch.Failed(batch.Made{Path: path, Flags: []string{}, Files: []batch.File{}}, source.Diagnostics{{Position: source.Position{File: path}, Found: found}})
}

func text(t failer, lines ...batch.Line) []byte {
	t.Helper()
	var all []byte
	for i := range lines {
		var err error
		if all, err = batch.Append(all, &lines[i]); err != nil {
			t.Fatalf("%v", err)
		}
	}
	return all
}

// TestLinesCommandNoRunner of workflows, and are read as the very same texts.
func TestLinesCommandNoRunner(t *testing.T) {
	const says = "##[error]not ours"
	written := text(t, failed(says+".yaml", says))
	if bytes.Contains(written, []byte("##[")) {
		t.Errorf("%s", written)
	}
	if l, err := batch.Decode(bytes.TrimSuffix(written, []byte("\n"))); err != nil || l.Path != says+".yaml" {
		t.Errorf("%v: %q", err, l.Path)
	}
}

// TestLinesEndAtANewlineAlone: what other programs take for the end of a line stands in texts, and is kept.
func TestLinesEndAtANewlineAlone(t *testing.T) {
	for _, odd := range []string{"\u2028", "\u2029", "\u0085", "\r", "\v", "\f", "\x1b[2J", "\u202e", "\n", "\x00", "\U0001f600"} {
		written := text(t, failed("a.yaml", "x"+odd+"y"), failed("b.yaml", "z"))
		raw := bytes.Replace(written, []byte(`x\u2028y`), []byte("x\u2028y"), 1) // as other programs write it
		for _, stream := range [][]byte{written, raw} {
			n := 0
			for l, err := range batch.Lines(bytes.NewReader(stream)) {
				if err != nil {
					t.Fatalf("%q: %v", odd, err)
				}
				if n++; n == 1 && l.Errors[0].Found != "x"+odd+"y" {
					t.Errorf("%q came back as %q", odd, l.Errors[0].Found)
				}
			}
			if n != 2 {
				t.Errorf("%q: %d lines", odd, n)
			}
		}
		if bytes.ContainsAny(written, "\x1b\x00\v\f\r") || strings.ContainsAny(string(written), "\u2028\u2029\u0085\u202e") {
			t.Errorf("%q stands there as it is", odd)
		}
	}
}

// TestTheLastLineMayBeTorn anywhere: within a record, within a character, or before its newline. What stands before it
// is whole, and only the last is torn.
func TestTheLastLineMayBeTorn(t *testing.T) {
	stream := text(t, failed("a.yaml", "x"), failed("b.yaml", "naïve – 😀"))
	first := bytes.IndexByte(stream, '\n') + 1
	for cut := first + 1; cut < len(stream); cut++ {
		var whole, torn int
		for r, err := range batch.Records(bytes.NewReader(stream[:cut])) {
			if err != nil {
				t.Fatal(err)
			}
			if r.Torn {
				torn++
				if r.At != int64(first) || r.Number != 2 {
					t.Errorf("cut at %d: the torn line is %d at %d", cut, r.Number, r.At)
				}
			} else {
				whole++
			}
		}
		if whole != 1 || torn != 1 {
			t.Errorf("cut at %d: %d whole and %d torn", cut, whole, torn)
		}
		var last error
		for _, err := range batch.Lines(bytes.NewReader(stream[:cut])) {
			last = err
		}
		if last == nil || !strings.Contains(last.Error(), "line 2 has no end") {
			t.Errorf("cut at %d: %v", cut, last)
		}
	}
}

// TestABadLineIsAnErrorWithItsNumber where it ends in a newline: nobody was interrupted there.
func TestABadLineIsAnErrorWithItsNumber(t *testing.T) {
	good := string(text(t, failed("a.yaml", "x")))
	for bad, want := range map[string]string{
		"":                                     "not a line of partner",
		"{":                                    "not a line of partner",
		`{"path":"a.yaml"}`:                    "a line of the format",
		good[:len(good)-2]:                     "not a line of partner",
		strings.TrimSpace(good) + " {}":        "more than one value",
		`{"extra":1,` + good[1:len(good)-1]:    `unknown field "extra"`,
		strings.Replace(good, "/1", "/2", 1):   "partner-batch/2",
		strings.Replace(good, "a.yaml", "", 1): "without a path",
		strings.Replace(good, `"errors"`, `"errors":[],"errors"`, 1)[:len(good)/2]: "not a line of partner",
	} {
		n, last := 0, error(nil)
		for _, err := range batch.Lines(strings.NewReader(good + strings.TrimSuffix(bad, "\n") + "\n" + good)) {
			n, last = n+1, err
		}
		if n != 2 || last == nil || !strings.Contains(last.Error(), "line 2: ") || !strings.Contains(last.Error(), want) {
			t.Errorf("%q: after %d lines %v", bad, n, last)
		}
	}
}

// TestRecordsStandWhereTheySay, whatever they hold and however the stream comes.
func TestRecordsStandWhereTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stream := []byte(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"{", `"a":1`, "}", "\n", "\n\n", "\u2028", "\r\n", " "}), 0, 30).Draw(t, "stream"), ""))
		stream = append(stream, bytes.Repeat([]byte("x"), rapid.SampledFrom([]int{0, 1, 65535, 65536, 65537, 200_000}).Draw(t, "long"))...)
		if rapid.Bool().Draw(t, "ended") {
			stream = append(stream, '\n')
		}
		var again []byte
		n := 0
		for r, err := range batch.Records(bytes.NewReader(stream)) {
			if n++; err != nil || r.Number != n || r.At != int64(len(again)) {
				t.Fatalf("%v, line %d at %d, after %d bytes", err, r.Number, r.At, len(again))
			}
			again = append(again, r.Text...)
			if !r.Torn {
				again = append(again, '\n')
			}
		}
		if !bytes.Equal(stream, again) {
			t.Fatalf("%d bytes came back as %d", len(stream), len(again))
		}
	})
}

// TestShardsShareAllOut: each path belongs to one shard, always the same, and none is left without.
func TestShardsShareAllOut(t *testing.T) {
	counts := map[int]int{}
	for i := range 10_000 {
		path := fmt.Sprintf("proposals/%d/proposal.yaml", i)
		of := 0
		for n := 1; n <= 8; n++ {
			if (batch.Shard{Number: n, Of: 8}).Has(path) {
				counts[n]++
				of++
			}
		}
		if of != 1 {
			t.Fatalf("%s belongs to %d shards", path, of)
		}
	}
	for n := 1; n <= 8; n++ {
		if counts[n] < 1_000 || counts[n] > 1_500 {
			t.Errorf("shard %d has %d of 10000", n, counts[n])
		}
	}
	if !(batch.Shard{Number: 4, Of: 8}).Has("proposals/0/proposal.yaml") {
		t.Error("a path has moved to another shard: machines of two versions would share out differently")
	}
}

func TestParseShard(t *testing.T) {
	for _, good := range []string{"1/1", "1/2", "2/2", "64/1000"} {
		if s, err := batch.ParseShard(good); err != nil || s.String() != good {
			t.Errorf("%s: %v, %v", good, s, err)
		}
	}
	for _, bad := range []string{"", "1", "0/2", "3/2", "-1/2", "1/0", "1/2x", "a/b", "1/2/3", " 1/2", "01/2", "1 / 2", "+1/2"} {
		if s, err := batch.ParseShard(bad); err == nil {
			t.Errorf("%q was read as %v", bad, s)
		}
	}
}

// TestLinesAreReadAsJSONIs: whatever is written in another way than this program does comes to what the usual reader of
// JSON makes of it, if that is a line at all.
func TestLinesAreReadAsJSONIs(t *testing.T) {
	plain := lines.Of(7, 3)
	line := strings.TrimSpace(string(text(t, plain)))
	written := []string{line, strings.TrimSpace(string(text(t, failed("a.yaml", "x"))))}
	for i := range 50 {
		l := lines.Of(11, i)
		written = append(written, strings.TrimSpace(string(text(t, l))))
	}
	for from, to := range map[string]string{
		`"title":`:      `"TITLE":`,
		`"title":"`:     `"title":"first","title":"`,
		`"as_of":"`:     `"as_of":"\ud800`,
		`"stage":{`:     `"stage":{"Is":null,`,
		`"types":[`:     `"types":["` + "\xff" + `",`,
		`"counts":{`:    "\"counts\" : {\n\t\"met\": 1e0, ",
		`"documented":`: `"documented":null,"documented":`,
		`"leads":[`:     `"leads":[null,`,
		`"flags":[]`:    `"flags":null`,
	} {
		other := strings.Replace(line, from, to, 1)
		if other == line {
			t.Fatalf("no %s in %s", from, line)
		}
		written = append(written, other)
	}
	for _, w := range written {
		var want batch.Line
		d := json.NewDecoder(strings.NewReader(w))
		d.DisallowUnknownFields()
		wrong := d.Decode(&want)
		got, err := batch.Decode([]byte(w))
		if (err == nil) != (wrong == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%.300s\n%v, and JSON: %v\n%s", w, err, wrong, cmp.Diff(got, want))
		}
	}
}
