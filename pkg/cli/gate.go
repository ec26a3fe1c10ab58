package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/batch"
	"partner/pkg/gate"
	"partner/pkg/judge"
	"partner/pkg/load"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// gating holds the documents of a run against a gate that was asked for, if any was, and against a base.
type gating struct {
	*printing
	gate      gate.Gate
	base      *load.Base // nil for none
	lines     *baseLines // the same where a stored run is the base
	documents int
	failing   int // documents
	failures  []gate.Failure
	said      []string
	errors    int
	broken    string // the first error of a document
	baseless  string // the first error of a base
}

// gating makes ready what a run is held against. Whatever is wrong with it is an error before any document is read.
func (o *printing) gating(ctx context.Context, c *cobra.Command, files []string, strict bool) (*gating, error) {
	g := &gating{printing: o, gate: o.Gate}
	g.gate.Strict = strict
	if o.Base != "" && !g.gate.Asks() {
		g.gate.FailOn = []gate.Kind{gate.Regressions}
	}
	switch {
	case c.Flags().Changed("of") && g.gate.AtLeast == rating.Unrated:
		return nil, misused(c, "--of says which rating --at-least reads, and no rating is asked for; --at-least RATING asks for one")
	case g.gate.On(gate.Old) && !o.AsAsked && !putsTogether(c): // lines say as at which day they were made
		return nil, misused(c, "what is old is reckoned from a day, and none is asked for; --as-of names it")
	case g.gate.On(gate.Regressions) && o.Base == "":
		return nil, misused(c, "a regression shows against what a document was; --base names that")
	}
	if o.Base == "" {
		return g, nil
	}
	var err error
	if holdsLines(o.Base) {
		if g.lines, err = o.readBase(o.Base); err != nil {
			return nil, err
		}
		o.remark("base: %s", g.lines.name)
		named := make([]string, len(files))
		for i, f := range files {
			named[i] = g.lines.named(f)
		}
		return g, g.lines.shares(named)
	}
	if g.base, err = o.documents.Base(ctx, o.Base); ctx.Err() != nil {
		return nil, ctx.Err()
	} else if err != nil {
		return nil, amiss("the base %s cannot be read: %s", source.Printable(o.Base), withCure(err))
	}
	switch {
	case g.base.One() && len(files) != 1 && files != nil:
		return nil, misused(c, "%s is one file, and %d documents are to be held against it; a git revision holds them all", source.Printable(o.Base), len(files))
	case !g.base.One() && slices.Contains(files, "-"):
		return nil, misused(c, "standard input has no place in the revision %s", source.Printable(o.Base))
	case !o.quiet:
		io.WriteString(o.err, g.base.Warnings.Text())
		fmt.Fprintln(o.err, "base: "+g.base.Label)
	}
	return g, nil
}

// withCure gives an error with what to do about it.
func withCure(err error) string {
	var known *source.Unreadable
	if errors.As(err, &known) {
		return known.Reason + "; " + known.Do
	}
	return reason(err)
}

// held is what came of holding one document of many against the gate.
type held struct {
	gate.Held
	isNew    bool // the base does not have it
	baseless string
}

// of holds a document of which there is a line against the gate and the base, if that alone is enough: where the base is
// of lines, too, and has nothing of it that the line has not. It changes nothing, so that many may go on at once.
func (g *gating) of(l *batch.Line) (h held, enough bool) {
	if !g.gate.Asks() {
		return h, true
	}
	by := g.gateCatalogue()
	if g.catalogue.Overlay != nil && l.Catalogue.Hash != by.Hash {
		return h, false // the line is by what is laid over the built-in catalogue, and the gate is not
	}
	failures := g.gate.OfLine(l, by)
	switch {
	case g.base != nil:
		return h, false
	case g.lines == nil:
		h.New = failures
		return h, true
	}
	was := g.lines.lines[l.Path]
	switch {
	case was == nil:
		h.New, h.isNew = failures, true
		return h, true
	case was.Standing == nil:
		h.baseless = oneLine(was.Wrong()[0].Error())
		return h, true
	}
	before := g.gate.OfLine(was, by)
	h.New, h.Stood = gate.New(failures, before)
	h.Gone, _ = gate.New(before, failures)
	return h, len(h.New) == 0 && l.Criteria == was.Criteria
}

// ofJudged does so for one that was judged.
func (g *gating) ofJudged(ctx context.Context, file string, l *batch.Line, j *judge.Judgement, findings []result.Finding) (h held, err error) {
	if h, enough := g.of(l); enough {
		return h, nil
	}
	j, findings = g.judgedBy(j, findings)
	if g.base == nil && g.lines == nil {
		h.New = g.gate.Failures(j, findings)
		return h, nil
	}
	if g.base == nil {
		h.Held = g.gate.AgainstLine(g.lines.lines[l.Path], j, findings)
		return h, nil
	}
	was, there, err := g.base.Proposal(ctx, file, g.gateCatalogue())
	switch {
	case err != nil:
		return h, err
	case !there:
		h.New, h.isNew = g.gate.Failures(j, findings), true
	case len(was.Wrong) > 0:
		h.baseless = oneLine(was.Wrong[0].Error())
	default:
		h.Held = g.gate.Against(was.Proposal, j, findings)
	}
	return h, nil
}

// broke notes that a document cannot be judged.
func (g *gating) broke(wrong source.Diagnostics) {
	g.documents++
	g.lacks(wrong)
}

// lacks notes what is wrong with what was asked for.
func (g *gating) lacks(wrong source.Diagnostics) {
	g.errors += len(wrong)
	if g.broken == "" && len(wrong) > 0 {
		g.broken = oneLine(wrong[0].Error())
	}
}

// hold holds a judged document against the gate and the base. The findings are those of the judgement.
func (g *gating) hold(ctx context.Context, path string, j *judge.Judgement, findings []result.Finding) error {
	g.documents++
	if !g.gate.Asks() {
		return nil
	}
	j, findings = g.judgedBy(j, findings)
	failures := g.gate.Failures(j, findings)
	if g.base != nil {
		was, there, err := g.base.Proposal(ctx, path, g.gateCatalogue())
		switch {
		case err != nil:
			return err
		case !there:
			g.remark("%s: not in the base: all of it is new", j.Doc.Label)
		case len(was.Wrong) > 0:
			io.WriteString(g.err, was.Wrong.Text())
			if g.baseless == "" {
				g.baseless = oneLine(was.Wrong[0].Error())
			}
			return nil
		default:
			held := g.gate.Against(was.Proposal, j, findings)
			g.tell(j.Doc.Label, held)
			failures = held.New
		}
	}
	if g.lines != nil {
		path := g.lines.named(path)
		was := g.lines.lines[path]
		g.lines.met[path] = true
		switch {
		case was == nil:
			g.remark("%s: not in the base: all of it is new", j.Doc.Label)
		case was.Standing == nil:
			g.unjudged(was)
			return nil
		default:
			held := g.gate.AgainstLine(was, j, findings)
			g.tell(j.Doc.Label, held)
			failures = held.New
		}
	}
	g.fails(failures)
	return nil
}

// fails notes for what a document fails.
func (g *gating) fails(failures []gate.Failure) {
	if len(failures) > 0 {
		g.failing++
	}
	g.failures = append(g.failures, failures...)
	g.said = append(g.said, gate.Lines(failures)...)
}

// unjudged notes that a document had errors in a stored base.
func (g *gating) unjudged(was *batch.Line) {
	if g.baseless == "" {
		g.baseless = oneLine(was.Wrong()[0].Error())
	}
}

// tell says of what a document has besides what it fails for how that stands to the base.
func (g *gating) tell(label string, h gate.Held) {
	for _, x := range []struct {
		what     string
		failures []gate.Failure
	}{
		{"moved by the day or the stage alone, and does not fail", h.Moved},
		{"in the base as well, and does not fail", h.Stood},
		{"in the base, and no longer here", h.Gone},
	} {
		for _, line := range gate.Lines(x.failures) {
			g.remark("%s: %s", x.what, line)
		}
	}
}

// take notes what came of one document of many.
func (g *gating) take(path string, h held) {
	g.documents++
	g.meets(path)
	if g.baseless == "" {
		g.baseless = h.baseless
	}
	if h.isNew {
		g.remark("%s: not in the base: all of it is new", source.Printable(path))
	}
	g.tell(path, h.Held)
	g.fails(h.New)
}

// meets notes that a document of a stored base is in the run.
func (g *gating) meets(path string) {
	if g.lines != nil {
		g.lines.met[path] = true
	}
}

// verdict says at the end for what the run fails, and why, in its last line: errors before gates.
func (g *gating) verdict() error {
	if g.lines != nil {
		if unmet := g.lines.unmet(); unmet != "" {
			g.remark("%s", unmet)
		}
	}
	for _, line := range g.said {
		fmt.Fprintln(g.err, line)
	}
	if len(g.said) > 1 {
		g.last("%s, in %d of %s: %s", gate.Counts(g.failures), g.failing, wording.Count(g.documents, "document", "documents"), g.failures[0])
	}
	asked := g.gate.Asks()
	switch {
	case g.baseless != "":
		g.last("the base cannot be judged, so that another is to be named or this one mended: %s", g.baseless)
		return said(badInput)
	case g.errors > 0:
		if asked {
			g.last("errors (%d): %s", g.errors, g.broken)
		}
		return said(badInput)
	case len(g.failures) > 0:
		return said(gateFailed)
	}
	return nil
}

func (g *gating) last(format string, args ...any) {
	fmt.Fprintln(g.err, "partner: failed: "+fmt.Sprintf(format, args...))
}

// completeKinds completes kinds that a gate can fail on, several with commas between them.
func completeKinds(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	var all []string
	for _, k := range gate.Kinds {
		if !slices.Contains(strings.Split(before, ","), string(k.Kind)) {
			all = append(all, before+string(k.Kind)+"\t"+k.Doc)
		}
	}
	return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}
