package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/batch"
	"partner/pkg/cli/settings"
	"partner/pkg/gate"
	"partner/pkg/report"
	"partner/pkg/source"
)

// merging are the files of lines that are put together.
type merging struct {
	results
	made  batch.Made // by what the first line was made, with the path of the one at hand
	lines []mergedLine
}

// mergedLine is a line of one of the files.
type mergedLine struct {
	path string
	place
}

// mergeAll puts the lines of several files together, in the order of their paths. What stands in several of them the same
// is one line. Of the lines no more is kept than where they stand.
func (o *batchOptions) mergeAll(ctx context.Context) error {
	m := &merging{}
	defer m.close()
	for _, name := range o.paths {
		if err := m.add(ctx, name); err != nil {
			return err
		}
	}
	if o.held.gate.On(gate.Old) && len(m.lines) > 0 && !slices.ContainsFunc(m.made.Flags, func(f string) bool { return strings.HasPrefix(f, batch.AsOfFlag) }) {
		return amiss("what is old is reckoned from a day, and these lines were made as at the day of each document; --as-of names it to the runs that make them")
	}
	if len(m.lines) > 0 && o.held.gate.Asks() && (o.catalogue.Overlay != nil || m.made.Catalogue.Name != "") {
		switch of := m.made.Catalogue; {
		case of.Name != "" && !o.GateLaid:
			return amiss("these lines were made by %s, and the gate judges by the built-in catalogue, of which they hold the ratings alone; --gate-catalogue %s has it judge by theirs", source.Printable(of.Version+" ("+of.Hash+")"), settings.Laid)
		case of.Hash != o.gateCatalogue().Hash:
			return amiss("these lines were made by %s, and the gate judges by %s (%s); --catalogue names theirs", source.Printable(of.Version+" ("+of.Hash+")"), o.gateCatalogue().Version, o.gateCatalogue().Hash)
		}
	}
	slices.SortStableFunc(m.lines, func(x, y mergedLine) int { return strings.Compare(x.path, y.path) })
	t := &tally{}
	var broken error
	err := o.lines(func(yield func(report.Line) bool) {
		var last []byte
		for i, at := range m.lines {
			if broken = ctx.Err(); broken != nil {
				return
			}
			text, l, err := m.whole(at.place)
			if err != nil {
				broken = err
				return
			}
			if i > 0 && m.lines[i-1].path == at.path {
				if string(text) != string(last) {
					broken = amiss("%s and %s have different lines for %s", m.at(m.lines[i-1]), m.at(at), source.Printable(at.path))
					return
				}
				continue
			}
			last = text
			x := outcome{Line: report.Line{Text: text, Check: report.Check{Name: l.Path, Wrong: l.Wrong()}}, rated: ratedAs(l.Brief().Overall)}
			t.add(x)
			if l.Standing == nil {
				o.held.broke(x.Check.Wrong)
			} else {
				h, _ := o.held.of(&l)
				o.held.take(l.Path, h)
			}
			if !yield(x.Line) || o.unwritable() {
				return
			}
		}
	})
	if err = cmp.Or(err, broken); err != nil || o.unwritable() {
		return err
	}
	if err := o.close(true); err != nil {
		return err
	}
	o.remark("%s", t)
	return o.held.verdict()
}

// putsTogether reports whether lines are put together, and no document is judged.
func putsTogether(c *cobra.Command) bool {
	f := c.Flags().Lookup("merge")
	return f != nil && f.Value.String() == "true"
}

// add takes up the lines of a file, which must have been made alike.
func (m *merging) add(ctx context.Context, name string) error {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("not a plain file")
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(name)
	}
	if err != nil {
		return amiss("%s cannot be read: %s", source.Printable(name), reason(err))
	}
	e := earlier{name, f}
	m.earlier = append(m.earlier, e)
	for r, err := range batch.Records(f) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var l batch.Line
		switch {
		case err != nil:
		case r.Torn:
			err = fmt.Errorf("a line without an end: whoever wrote it was interrupted")
		default:
			l, err = batch.Decode(r.Text)
		}
		if err != nil {
			return e.bad(r.Number, err)
		}
		if len(m.lines) == 0 {
			m.made = l.Made
		}
		if m.made.Path = l.Path; !l.MadeAlike(m.made) {
			return amiss("%s:%d: a line of another program, catalogue or flags than the first; what they say is not to be put together", source.Printable(name), r.Number)
		}
		m.lines = append(m.lines, mergedLine{l.Path, placeOf(r, len(m.earlier))})
	}
	return nil
}

// at says where a line stands.
func (m *merging) at(l mergedLine) string {
	return fmt.Sprintf("%s:%d", source.Printable(m.earlier[l.in-1].name), l.number)
}
