package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	quick "github.com/go-json-experiment/json"

	"partner/pkg/source"
)

// Append adds a line to text, with its newline. What could command a terminal or a runner of workflows stands as
// escapes, which a program reads as the very same text.
func Append(text []byte, l *Line) ([]byte, error) {
	b := bytes.NewBuffer(text)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(l); err != nil {
		return text, err
	}
	added := b.Bytes()[len(text):]
	line := source.Printable(string(added[:len(added)-1]))
	return append(append(b.Bytes()[:len(text)], line...), '\n'), nil
}

// Decode reads a line strictly: a key that a line does not have, or one without a format that this program writes, is an
// error.
func Decode(text []byte) (Line, error) {
	l, err := decode(text)
	switch {
	case err != nil:
		return l, err
	case l.Format != Format:
		return l, fmt.Errorf("a line of the format %s, and not %s", source.Quoted(l.Format), Format)
	case l.Path == "":
		return l, errors.New("a line without a path")
	case (l.Standing == nil) == (len(l.Errors) == 0):
		return l, errors.New("a line with neither a rating nor an error, or with both")
	}
	return l, nil
}

// decode reads a line as JSON. What this program wrote is read quickly; that reader takes less than the usual one does,
// which says of the rest what it is or what is wrong with it.
func decode(text []byte) (Line, error) {
	var l Line
	if quick.Unmarshal(text, &l, quick.RejectUnknownMembers(true)) == nil {
		return l, nil
	}
	l = Line{}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&l); err != nil {
		return l, fmt.Errorf("not a line of partner: %w; expected one that `partner batch` has printed", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return l, errors.New("more than one value in the line")
	}
	return l, nil
}

// head is how a line begins that this program wrote, before its path.
var head = []byte(`{"format":"` + Format + `","path":`)

// PathOf gives the path of a line. Of one that this program wrote no more is looked at.
func PathOf(text []byte) (string, error) {
	if rest, is := bytes.CutPrefix(text, head); is {
		if end := bytes.IndexByte(rest[1:], '"') + 1; end > 1 && rest[0] == '"' && plain(rest[1:end]) {
			return string(rest[1:end]), nil
		}
		var path string
		if err := json.NewDecoder(bytes.NewReader(rest[:min(len(rest), 512)])).Decode(&path); err == nil && path != "" {
			return path, nil
		}
	}
	l, err := Decode(text)
	return l.Path, err
}

// plain reports whether a text within quotes is of letters that stand for themselves.
func plain(text []byte) bool {
	for _, c := range text {
		if c < ' ' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Record is one line of a stream as it stands there.
type Record struct {
	Number int    // from 1
	At     int64  // where it begins, in bytes
	Text   []byte // without its newline; it is another's once the next record is asked for
	Torn   bool   // the stream ends within it, or before its newline: whoever wrote it did not come to its end
}

// Longest is the most bytes that a line may have.
const Longest = 16 << 20

// Records reads the lines of a stream. Lines end at a newline and at nothing else: other characters that break a line
// may stand within one. Only the last can be torn.
func Records(from io.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		in := bufio.NewReaderSize(from, 64<<10)
		var kept []byte
		next := Record{Number: 1}
		for {
			part, err := in.ReadSlice('\n')
			kept = append(kept, part...)
			if len(kept) > Longest {
				yield(next, fmt.Errorf("line %d has more than %d bytes", next.Number, Longest))
				return
			}
			switch {
			case errors.Is(err, bufio.ErrBufferFull):
				continue
			case err == io.EOF && len(kept) == 0:
				return
			case err != nil && err != io.EOF:
				yield(next, err)
				return
			}
			text, whole := bytes.CutSuffix(kept, []byte("\n"))
			next.Text, next.Torn = text, !whole
			if !yield(next, nil) || err == io.EOF {
				return
			}
			next.Number, next.At, kept = next.Number+1, next.At+int64(len(kept)), kept[:0]
		}
	}
}

// Lines reads the lines of a stream that is whole. The first line that is none ends it, with an error that names its
// number.
func Lines(from io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		for r, err := range Records(from) {
			var l Line
			switch {
			case err != nil:
			case r.Torn:
				err = fmt.Errorf("line %d has no end: whoever wrote it was interrupted", r.Number)
			default:
				if l, err = Decode(r.Text); err != nil {
					err = fmt.Errorf("line %d: %w", r.Number, err)
				}
			}
			if !yield(l, err) || err != nil {
				return
			}
		}
	}
}
