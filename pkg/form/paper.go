package form

import (
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"

	"partner/pkg/pack"
)

// paper reads a form that is a Word paper: its tables. One says what it belongs to, one where the answer of each number
// goes, and the others hold the answers.
func (r *reader) paper(a *archive, main string) error {
	tables, err := a.tables(main)
	if err != nil {
		return err
	}
	spots := map[string]pack.Spot{}
	for _, t := range tables {
		head := t[0]
		if len(head) > 1 && head[0] == "format" {
			for _, x := range t {
				if len(x) > 1 {
					r.about(x[0], x[1], r.Name)
				}
			}
			continue
		}
		to := slices.Index(head, Columns[6])
		if to < 0 || head[0] != Columns[0] {
			continue
		}
		for _, x := range t[1:] {
			if len(x) <= to || x[0] == "" || x[0] == Columns[0] {
				continue
			}
			spot, is := pack.ParseSpot(x[to])
			if !is {
				r.amiss(r.Name+": "+shortly(x[0])+", in the last table", fmt.Sprintf("%q, which says of no field where it goes", shortly(x[to])), "the text that stood there", "copy it from a form that is as it was made")
			}
			spots[x[0]] = spot
		}
	}
	for _, t := range tables {
		head := t[0]
		columns := []int{slices.Index(head, Columns[2]), slices.Index(head, Columns[3]), slices.Index(head, Columns[4])}
		if head[0] != Columns[0] || columns[0] < 0 {
			continue
		}
		r.copies = nil
		for _, x := range t[1:] {
			r.answers(x, columns, spots)
		}
	}
	return nil
}

// answers reads a row of answers.
func (r *reader) answers(x []string, columns []int, spots map[string]pack.Spot) {
	if x[0] == Columns[0] {
		return // the header once more
	}
	var written [3]pack.Written
	filled := false
	for i, at := range columns {
		written[i].At = r.Name + ": " + shortly(x[0]) + ", " + strings.ToLower(Columns[2+i])
		if at >= 0 && at < len(x) {
			written[i].Text = x[at]
			filled = filled || x[at] != ""
		}
	}
	spot, is := spots[x[0]]
	switch {
	case is && spot != pack.Spot{}:
		r.answer(pack.Answered{Spot: spot, Says: written[0], Because: written[1], Evidence: written[2]})
	case !is && filled:
		r.amiss(written[0].At, "an answer to what the form does not ask", "answers in the rows of questions, whose numbers stand in the last table", "move it there, or remove it")
	}
}

// shortly gives a text as a message holds it.
func shortly(s string) string {
	if short := []rune(s); len(short) > 60 {
		return string(short[:57]) + "…"
	}
	return s
}

// mostRows is how many rows of tables are read.
const mostRows = 50_000

// table is rows of cells, each with its text.
type table [][]string

// tables reads the tables of a document that have any cells, those within others too.
func (a *archive) tables(main string) ([]table, error) {
	type building struct {
		rows []([]string)
		text []*strings.Builder // of the cells of the last row
	}
	var done []table
	var open []*building
	var controls []*control
	skipped, words, rows := 0, false, 0
	write := func(s string) {
		if n := len(open); n > 0 && skipped == 0 {
			if c := len(open[n-1].text); c > 0 {
				if k := len(controls); k > 0 && controls[k-1].at == n {
					controls[k-1].text.WriteString(s)
					return
				}
				open[n-1].text[c-1].WriteString(s)
			}
		}
	}
	err := a.elements(main, func(t xml.Token) {
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "oMath":
				write("[an equation]") // whose parts stand above each other: in a row they would be another number
				skipped++
			case "del", "moveFrom", "Fallback":
				skipped++
			case "tbl":
				open = append(open, &building{})
			case "tr":
				if n := len(open); n > 0 {
					open[n-1].rows, open[n-1].text = append(open[n-1].rows, nil), nil
					rows++
				}
			case "tc":
				if n := len(open); n > 0 && rows <= mostRows {
					open[n-1].text = append(open[n-1].text, &strings.Builder{})
				}
			case "sdt":
				c := &control{at: len(open)}
				if n := len(open); n > 0 && len(open[n-1].text) == 0 {
					c.at = -1 // it holds cells, and no text
				}
				controls = append(controls, c)
			case "showingPlcHdr":
				if k := len(controls); k > 0 {
					v := attribute(e, "val")
					controls[k-1].holds = v != "0" && v != "false" && v != "off"
				}
			case "listItem":
				if k := len(controls); k > 0 {
					controls[k-1].words = append(controls[k-1].words, attribute(e, "displayText"))
				}
			case "t":
				words = true
			case "br", "cr":
				write("\n")
			case "tab", "noBreakHyphen":
				write(map[bool]string{true: "-", false: " "}[e.Name.Local == "noBreakHyphen"])
			}
		case xml.CharData:
			if words {
				write(string(e))
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "del", "moveFrom", "Fallback", "oMath":
				skipped--
			case "t":
				words = false
			case "p":
				write("\n")
			case "sdt":
				if k := len(controls); k > 0 {
					c := controls[k-1]
					controls = controls[:k-1]
					if c.at > 0 {
						write(c.says())
					}
				}
			case "tr":
				if n := len(open); n > 0 && len(open[n-1].rows) > 0 {
					b := open[n-1]
					cells := make([]string, len(b.text))
					for i := range b.text {
						cells[i] = tidy(b.text[i].String())
					}
					b.rows[len(b.rows)-1], b.text = cells, nil
				}
			case "tbl":
				if n := len(open); n > 0 {
					b := open[n-1]
					open = open[:n-1]
					full := slices.DeleteFunc(b.rows, func(cells []string) bool { return len(cells) == 0 })
					if len(full) > 0 {
						done = append(done, full)
					}
				}
			}
		}
	})
	if rows > mostRows {
		err = errors.New("far more rows in it than a form has")
	}
	return done, err
}

// control is a content control that is being read.
type control struct {
	at    int // in so many tables; -1 where it holds cells
	holds bool
	words []string
	text  strings.Builder
}

// says gives what a control says: nothing where its words hold the place of an answer.
func (c *control) says() string {
	text := c.text.String()
	if c.holds && !slices.Contains(c.words, strings.TrimSpace(text)) {
		return ""
	}
	return text
}
