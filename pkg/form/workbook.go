package form

import (
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"partner/pkg/pack"
	"partner/pkg/proposal"
)

// The most of a workbook that is looked at.
const (
	mostSheets  = 50
	mostCells   = 500_000
	mostLetters = 3 // of a column
)

// workbook reads a form that is a workbook: the sheet that says what it belongs to, hidden or not, and each row of any sheet
// that ends with a spot. Rows may have been sorted, and sheets may have come to stand elsewhere.
func (r *reader) workbook(a *archive, main string) error {
	byID, kinds, err := a.relations(main)
	if err != nil {
		return err
	}
	type named struct{ name, part string }
	var sheets []named
	dates1904 := false
	err = a.elements(main, func(t xml.Token) {
		e, is := t.(xml.StartElement)
		switch {
		case !is:
		case e.Name.Local == "workbookPr":
			dates1904 = isTrue(attribute(e, "date1904"))
		case e.Name.Local == "sheet" && len(sheets) < mostSheets:
			for _, x := range e.Attr {
				if x.Name.Local == "id" && x.Name.Space != "" && byID[x.Value] != "" {
					sheets = append(sheets, named{attribute(e, "name"), byID[x.Value]})
				}
			}
		}
	})
	if err != nil {
		return err
	}
	b := &book{archive: a, dates1904: dates1904}
	if err := b.strings(kinds["sharedStrings"]); err != nil {
		return err
	}
	if err := b.styles(kinds["styles"]); err != nil {
		return err
	}
	for _, s := range sheets {
		rows, err := b.rows(s.part)
		if err != nil {
			return err
		}
		r.sheet(s.name, rows)
	}
	return nil
}

// sheet reads the rows of a sheet.
func (r *reader) sheet(name string, rows []row) {
	at := func(ref string) string { return r.Name + ": " + printed(name) + "!" + ref }
	if len(rows) > 0 && rows[0].cell("A").text == "format" && strings.HasPrefix(rows[0].cell("B").text, "partner-form/") {
		for _, x := range rows {
			r.about(x.cell("A").text, x.cell("B").text, at("B"+x.number))
		}
		return
	}
	// Where the columns stand: somebody may have put one between them.
	columns := map[string]string{}
	for _, x := range rows {
		if spot := x.holding(Columns[len(Columns)-1]); spot != "" {
			for _, title := range Columns {
				columns[title] = x.holding(title)
			}
			break
		}
	}
	if len(columns) == 0 {
		return
	}
	r.copies = nil
	for _, x := range rows {
		written := func(title string) pack.Written {
			return pack.Written{Text: tidy(x.cell(columns[title]).text), At: at(columns[title] + x.number)}
		}
		says, because, evidence, to := written(Columns[2]), written(Columns[3]), written(Columns[4]), written(Columns[6])
		spot, is := pack.ParseSpot(to.Text)
		switch {
		case is:
			r.answer(pack.Answered{Spot: spot, Says: says, Because: because, Evidence: evidence})
		case to.Text == Columns[6]:
		case to.Text != "":
			r.amiss(to.At, fmt.Sprintf("%q, which says of no field where it goes", to.Text), "the text that stood there", "copy it from a form that is as it was made")
		default:
			for _, w := range []pack.Written{says, because, evidence} {
				if w.Text != "" {
					r.amiss(w.At, fmt.Sprintf("%q, in a row that asks nothing", w.Text), "answers in the rows of questions", "move it there, or remove it")
				}
			}
		}
	}
}

// printed is the name of a sheet as formulas have it.
func printed(name string) string {
	if strings.ContainsAny(name, " '!") {
		return "'" + strings.ReplaceAll(name, "'", "''") + "'"
	}
	return name
}

// row is a row of a sheet.
type row struct {
	number string
	cells  map[string]cell // by column
}

type cell struct{ text string }

func (r row) cell(column string) cell { return r.cells[column] }

// holding gives the column that holds a text; "" where none does.
func (r row) holding(text string) string {
	first := ""
	for column, c := range r.cells {
		if tidy(c.text) == text && (first == "" || len(column) < len(first) || len(column) == len(first) && column < first) {
			first = column
		}
	}
	return first
}

// book is what the sheets of a workbook share.
type book struct {
	*archive
	shared    []string
	dated     []bool // whether a cell of that style shows a day
	dates1904 bool
	read      int // cells so far
}

// strings reads the texts that cells share.
func (b *book) strings(part string) error {
	var text strings.Builder
	within := false // a text, and no guide to how it is said
	phonetic := false
	return b.elements(part, func(t xml.Token) {
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "si":
				text.Reset()
			case "rPh":
				phonetic = true
			case "t":
				within = !phonetic
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "si":
				b.shared = append(b.shared, unnumbered(text.String()))
			case "rPh":
				phonetic = false
			case "t":
				within = false
			}
		case xml.CharData:
			if within {
				text.Write(e)
			}
		}
	})
}

// styles finds which styles show days.
func (b *book) styles(part string) error {
	days := map[string]bool{}
	for n := 14; n <= 22; n++ {
		days[strconv.Itoa(n)] = n < 18 || n == 22
	}
	formats := false
	return b.elements(part, func(t xml.Token) {
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "numFmt":
				code := strings.ToLower(attribute(e, "formatCode"))
				days[attribute(e, "numFmtId")] = strings.Contains(code, "yy") && strings.Contains(code, "m")
			case "cellXfs":
				formats = true
			case "xf":
				if formats {
					b.dated = append(b.dated, days[attribute(e, "numFmtId")])
				}
			}
		case xml.EndElement:
			if e.Name.Local == "cellXfs" {
				formats = false
			}
		}
	})
}

// rows reads the rows of a sheet.
func (b *book) rows(part string) ([]row, error) {
	var all []row
	var text strings.Builder
	var kind, style, column string
	within, phonetic, tooMany := false, false, false
	err := b.elements(part, func(t xml.Token) {
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "row":
				number := attribute(e, "r")
				if number == "" {
					number = strconv.Itoa(len(all) + 1)
				}
				all, column = append(all, row{number, map[string]cell{}}), ""
			case "c":
				text.Reset()
				kind, style = attribute(e, "t"), attribute(e, "s")
				if ref := attribute(e, "r"); ref != "" {
					column = strings.TrimRight(ref, "0123456789")
				} else if len(column) <= mostLetters {
					column = columnAfter(column)
				}
			case "rPh":
				phonetic = true
			case "v", "t":
				within = !phonetic
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "c":
				if b.read++; b.read > mostCells {
					tooMany = true
					return
				}
				if len(all) > 0 && column != "" && len(column) <= mostLetters {
					if said := b.value(kind, style, text.String()); said != "" {
						all[len(all)-1].cells[column] = cell{said}
					}
				}
			case "rPh":
				phonetic = false
			case "v", "t":
				within = false
			}
		case xml.CharData:
			if within {
				text.Write(e)
			}
		}
	})
	if tooMany {
		err = errors.New("far more cells in it than a form has")
	}
	return all, err
}

// columnAfter gives the column to the right of one: B after A, AA after Z, and A where there is none.
func columnAfter(column string) string {
	next := []byte(column)
	for i := len(next) - 1; i >= 0; i-- {
		if next[i] != 'Z' {
			next[i]++
			return string(next)
		}
		next[i] = 'A'
	}
	return "A" + string(next)
}

// value gives what a cell shows: a number as short as it can be written, a day as a document writes it.
func (b *book) value(kind, style, raw string) string {
	switch kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(raw)); err == nil && i >= 0 && i < len(b.shared) {
			return b.shared[i]
		}
		return ""
	case "b":
		return map[bool]string{true: "yes", false: "no"}[isTrue(raw)]
	case "", "n":
		x, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
		if err != nil {
			return raw
		}
		if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(b.dated) && b.dated[i] && x >= 1 && x < 2_958_466 {
			return dayOf(int(x), b.dates1904)
		}
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return unnumbered(raw)
}

// isTrue says whether a boolean of XML is true, which it may be by number or by word.
func isTrue(v string) bool {
	v = strings.TrimSpace(v)
	return v == "1" || v == "true"
}

// escapes match characters that workbooks write by their number.
var escapes = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// unnumbered is a text with those as themselves, unless they are none that can stand in an answer.
func unnumbered(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escapes.ReplaceAllStringFunc(text, func(e string) string {
		n, _ := strconv.ParseUint(e[2:6], 16, 16) // it matched
		if r := rune(n); unicode.IsGraphic(r) || r == '\t' || r == '\n' || r == '\r' {
			return string(r)
		}
		return e
	})
}

// dayOf gives the day of that number, as workbooks count days.
func dayOf(n int, dates1904 bool) string {
	if dates1904 {
		n += 1462
	}
	if n < 60 { // they count a day that there was not
		n++
	}
	const number = 36526
	day, _ := proposal.ParseDay("2000-01-01") // which is that number
	return (day + proposal.Day(n-number)).String()
}
