package front

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// item is a line before it has its letter or number.
type item struct {
	text      string
	shorter   []string
	quotes    []string // what of the text are the document's own words
	refs      []ref    // what of the text refers to other lines
	at        []*proposal.Value
	criteria  []*judge.Criterion
	questions []string // that it bears on, by id, besides those of its criteria
	who       string
	closes    string
	class     class
	weight    int
	no        bool            // it is a plain no that rates
	grave     bool            // it rests on a fact that the document calls grave
	dire      bool            // or on one that by itself is a reason not to go ahead
	of        *proposal.Value // the organisation of which it tells a fact, nil where it tells anything else
	bare      string          // that fact without its reason
	ofMoney   bool            // it is a sum that nobody has, or that weighs on who has to pay it
	stays     bool            // it stays however little room the page has
	entry     *proposal.Value // the entry of a list that it tells, which no line on another entry is the same as
}

// ref refers to lines of the page by their marks.
type ref struct {
	text  string
	marks []string
}

// refTo refers to lines in brackets; nothing where there are none.
func refTo(marks []string) ref {
	if len(marks) == 0 {
		return ref{}
	}
	said := wording.And(marks)
	if n := len(marks); n > 3 && strings.Join(marks, "") == marksFrom(marks[0], n) {
		said = marks[0] + " to " + marks[n-1]
	}
	return ref{" (" + said + ")", marks}
}

// marksFrom joins so many numbers from one on.
func marksFrom(first string, n int) string {
	at, _ := strconv.Atoi(first)
	var all string
	for i := range n {
		all += strconv.Itoa(at + i)
	}
	return all
}

// class is the harm that an item stands for, the gravest first.
type class uint8

// lettered gives items as lines with letters, numbered with numbers: by these, other lines speak of them.
func (p *page) lettered(items []item) []result.FrontLine { return p.lines(items, letter) }
func (p *page) numbered(items []item) []result.FrontLine { return p.lines(items, number) }

func (p *page) lines(items []item, mark func(int) string) []result.FrontLine {
	lines := make([]result.FrontLine, len(items))
	for i := range items {
		x := items[i]
		x.text += p.departed(&x)
		lines[i] = p.line(x)
		lines[i].Mark = mark(i)
	}
	return lines
}

func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

func number(i int) string { return strconv.Itoa(i + 1) }

// marked gives items as lines with one sign.
func (p *page) marked(items []item, sign string) []result.FrontLine {
	return p.lines(items, func(int) string { return sign })
}

func (p *page) line(x item) result.FrontLine {
	l := result.FrontLine{
		Text: p.parts(&x, x.text), Shorter: [][]result.FrontPart{}, Who: x.who, Closes: x.closes, Places: p.places(x.at), Criteria: []string{}, Stays: x.stays,
		For: []string{}, Against: []string{},
	}
	for _, s := range x.shorter {
		l.Shorter = append(l.Shorter, p.parts(&x, s))
	}
	for _, c := range x.criteria {
		if !slices.Contains(l.Criteria, c.ID) {
			l.Criteria = append(l.Criteria, c.ID)
		}
	}
	return l
}

// places gives where statements stand, joined where they follow each other, those of the document first.
func (p *page) places(of []*proposal.Value) []result.FrontPlace {
	places := []result.FrontPlace{}
	for _, v := range of {
		if v == nil || v.Pos.Line == 0 {
			continue
		}
		x := result.FrontPlace{File: v.Pos.File, Mark: p.fileMark(v.Pos.File), From: v.Pos.Line, To: v.Pos.Line}
		if v.Parent != nil && v.Field == v.Parent.Field { // an entry of a list
			v.Walk(func(w *proposal.Value) { x.To = max(x.To, w.Pos.Line) })
		}
		places = append(places, x)
	}
	slices.SortStableFunc(places, func(x, y result.FrontPlace) int {
		return cmp.Or(cmp.Compare(x.Mark, y.Mark), cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To))
	})
	joined := places[:0]
	for _, x := range places {
		if n := len(joined); n > 0 && joined[n-1].File == x.File && x.From <= joined[n-1].To+1 {
			joined[n-1].To = max(joined[n-1].To, x.To)
			continue
		}
		joined = append(joined, x)
	}
	return joined
}

// fileMark gives the letter by which the page names a file: nothing for the document itself, otherwise as
// much of the organisation's id as tells the two apart.
func (p *page) fileMark(file string) string {
	if file == p.j.Doc.Label {
		return ""
	}
	keys := [2]string{p.j.Doc.Organisations[0].Key, p.j.Doc.Organisations[1].Key}
	for i, o := range p.j.Doc.Organisations {
		if p.fileOf(o) != file {
			continue
		}
		n := 1
		for n < len(keys[i]) && strings.HasPrefix(keys[1-i], keys[i][:n]) {
			n++
		}
		return keys[i][:n]
	}
	return path.Base(file)
}

// fileOf gives the file in which an organisation states itself.
func (p *page) fileOf(o *proposal.Value) string {
	file := ""
	o.Walk(func(v *proposal.Value) {
		if v != o && file == "" && v.Pos.Line > 0 {
			file = v.Pos.File
		}
	})
	return file
}

// facts are what stands out in a line: money and shares, and days.
var (
	sum  = regexp.MustCompile(`-?[£€$]\d[\d,.]*\d?(m|bn|k)?\b|\b\d[\d.,]* ?%`)
	date = regexp.MustCompile(`\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?\b|\b(19|20)\d\d\b`)
)

// mayHoldDate reports whether it is worth looking for a date in a text: it has the beginning of a year or of a month.
func mayHoldDate(text string) bool {
	for _, begins := range []string{"20", "19", "Ja", "Fe", "Ma", "Ap", "Ju", "Au", "Se", "Oc", "No", "De"} {
		if strings.Contains(text, begins) {
			return true
		}
	}
	return false
}

// parts splits a text of an item into names, sums, dates, references, words of the document and our own.
func (p *page) parts(x *item, text string) []result.FrontPart {
	type span struct {
		from, to int
		kind     result.FrontPartKind
		marks    []string
	}
	var spans []span
	for _, r := range x.refs {
		if i := strings.Index(text, r.text); r.text != "" && i >= 0 {
			spans = append(spans, span{i, i + len(r.text), result.FrontMark, r.marks})
		}
	}
	add := func(from, to int, kind result.FrontPartKind) {
		for _, s := range spans {
			if from < s.to && s.from < to {
				return
			}
		}
		spans = append(spans, span{from: from, to: to, kind: kind})
	}
	for _, n := range p.names {
		for at := 0; n != ""; {
			i := strings.Index(text[at:], n)
			if i < 0 {
				break
			}
			add(at+i, at+i+len(n), result.FrontName)
			at += i + len(n)
		}
	}
	if strings.ContainsAny(text, "0123456789") {
		if strings.ContainsAny(text, "£€$%") {
			for _, m := range sum.FindAllStringIndex(text, -1) {
				add(m[0], m[1], result.FrontSum)
			}
		}
		if mayHoldDate(text) {
			for _, m := range date.FindAllStringIndex(text, -1) {
				add(m[0], m[1], result.FrontDate)
			}
		}
	}
	slices.SortFunc(spans, func(x, y span) int { return cmp.Compare(x.from, y.from) })
	quoted := make([]bool, len(text))
	for _, q := range x.quotes {
		q = strings.TrimRight(q, ".")
		for _, w := range []string{q, lowerInitial(q), wording.Upper(q)} {
			if i := strings.Index(text, w); w != "" && i >= 0 {
				for k := i; k < i+len(w); k++ {
					quoted[k] = true
				}
				break
			}
		}
	}
	parts := []result.FrontPart{}
	plain := func(from, to int) {
		for at := from; at < to; {
			end := at
			for end < to && quoted[end] == quoted[at] {
				end++
			}
			kind := result.FrontOwn
			if quoted[at] {
				kind = result.FrontQuote
			}
			parts = append(parts, result.FrontPart{Text: text[at:end], Kind: kind})
			at = end
		}
	}
	at := 0
	for _, s := range spans {
		plain(at, s.from)
		parts = append(parts, result.FrontPart{Text: text[s.from:s.to], Kind: s.kind, Marks: s.marks})
		at = s.to
	}
	plain(at, len(text))
	return parts
}
