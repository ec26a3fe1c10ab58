package xlsx

import (
	"fmt"
	"strings"

	"partner/pkg/portfolio"
)

// style is how a cell looks, by its place in the table of styles.
type style int

// The styles. Those of ratings follow each other in the order of portfolio.AllRated; those that shade a count, too, four
// for each.
const (
	plain style = iota
	head
	count
	strong
	ratings
	shaded = ratings + style(len(portfolio.AllRated))
)

// fills are the colours of ratings, on which black is read well: from the weakest to the whole for counts.
var fills = [...][4]string{
	portfolio.Green:          {"E9F5E4", "D3EBC9", "B7DDA6", "8CCB73"},
	portfolio.AmberGreen:     {"FBF6DC", "F6EDB8", "F0E18C", "E8D24F"},
	portfolio.AmberRed:       {"FCEBDC", "F9D7B9", "F5BE8C", "EF9F57"},
	portfolio.Red:            {"FAE0DE", "F4C1BD", "EC9C95", "E2776E"},
	portfolio.TooLittleKnown: {"F2F2F2", "E4E4E4", "D3D3D3", "BFBFBF"},
	portfolio.NotRated:       {"F2F2F2", "E4E4E4", "D3D3D3", "BFBFBF"},
}

// rated is the style of a rating.
func rated(r portfolio.Rated) style { return ratings + style(r) }

// shade is the style of a count of so many of all.
func shade(r portfolio.Rated, n, of int) style {
	if n == 0 {
		return count
	}
	return shaded + style(4*int(r)+min(n*4/of, 3))
}

// stylesheet is the table of styles. Texts are of the format for text, so that they stay so where somebody edits them.
func stylesheet() string {
	var fillsOf, formats strings.Builder
	fill := func(colour string) {
		fmt.Fprintf(&fillsOf, `<fill><patternFill patternType="solid"><fgColor rgb="FF%s"/><bgColor indexed="64"/></patternFill></fill>`, colour)
	}
	n := 3 // none and a pattern, which must be there, and the header's
	format := func(fill int, more string) {
		fmt.Fprintf(&formats, `<xf numFmtId="%s" fontId="0" fillId="%d" borderId="1" xfId="0" applyFill="1" applyBorder="1" applyAlignment="1" applyNumberFormat="1"><alignment vertical="top" %s/></xf>`, more[:strings.Index(more, " ")], fill, more[strings.Index(more, " ")+1:])
	}
	for _, r := range portfolio.AllRated {
		fill(fills[r][2])
		format(n, `49 wrapText="1"`)
		n++
	}
	for _, r := range portfolio.AllRated {
		for _, colour := range fills[r] {
			fill(colour)
			format(n, `1 horizontal="right"`)
			n++
		}
	}
	side := func(name string) string { return `<` + name + ` style="thin"><color rgb="FFBFBFBF"/></` + name + `>` }
	return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		`<fonts count="3"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>` +
		fmt.Sprintf(`<fills count="%d"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF003087"/><bgColor indexed="64"/></patternFill></fill>`, n) + fillsOf.String() + `</fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>` + side("left") + side("right") + side("top") + side("bottom") + `<diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">`, int(shaded)+4*len(portfolio.AllRated)) +
		`<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
		`<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
		`<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" horizontal="right"/></xf>` +
		`<xf numFmtId="49" fontId="2" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
		formats.String() + `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
