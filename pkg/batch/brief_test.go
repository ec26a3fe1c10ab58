package batch_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partner/pkg/batch"
	"partner/testdata/lines"
)

// TestABriefIsOfItsLine: it holds what the line holds, and what is no line is none for it either, and told in the same words.
func TestABriefIsOfItsLine(t *testing.T) {
	one := lines.Of(7, 3)
	plain := string(text(t, one))
	written := []string{plain, string(text(t, failed("a.yaml", "x"))), string(text(t, failed("naïve \"b\".yaml", "y")))}
	for i := range 50 {
		l := lines.Of(11, i)
		written = append(written, string(text(t, l)))
	}
	for from, to := range map[string]string{
		`"title":`:       `"TITLE":`,
		`"title":"`:      `"title":"first","title":"`,
		`"overall":{`:    "\"overall\" : {\n",
		`"overall"`:      `"over"`,
		`"flags":[]`:     `"flags":null`,
		`"leads":`:       `"followers":`,
		`"leads":[`:      `"leads":[{`,
		`"verdict":`:     `"errors":[{"file":"a","found":"b"}],"verdict":`,
		"partner-batch/": "partner-batch/9",
	} {
		written = append(written, strings.Replace(plain, from, to, 1))
		if written[len(written)-1] == plain {
			t.Fatalf("no %s in %s", from, plain)
		}
	}
	for cut := 1; cut < len(plain); cut += 97 {
		written = append(written, plain[:cut])
	}
	for _, w := range written {
		line := bytes.TrimSpace([]byte(w))
		l, wrong := batch.Decode(line)
		got, err := batch.DecodeBrief(line)
		if (err == nil) != (wrong == nil) || err != nil && err.Error() != wrong.Error() {
			t.Errorf("%.300s\n%v, and of the whole line: %v", w, err, wrong)
		} else if want := l.Brief(); err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%.300s\n%s", w, cmp.Diff(got, want))
		}
	}
}
