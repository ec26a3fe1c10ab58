package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/interview"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// beginning is a proposal that is begun, or gone on with.
type beginning struct {
	*program
	command *cobra.Command
	given   given
	path    string // the file that it is written to; "-" for standard output
	from    string // the proposal to go on with; "" for none
	options interview.Options

	so    *interview.Conversation
	there bool // the file is there, by this run or before it
	wrote int  // how many answers this run has written
}

// defaultProposal is the file that is begun where none is named.
const defaultProposal = "proposal.yaml"

func newNew(p *program) *cobra.Command {
	o := &beginning{program: p}
	c := &cobra.Command{
		Use:   "new [FILE]",
		Short: "Begin a proposal, or go on with one, by questions or by flags",
		Long: `New asks for what makes a proposal, and writes it to FILE, or to ` + defaultProposal + ` where none is named: first
its title, the two organisations, form and roles, nature and scale where these leave them open, and the
dates; then only what matters for that kind of partnership at that stage, the most decisive first, and
what moves no rating only with --all. Each question comes with the words to choose from, "not known"
first, with why it is asked and where it comes from. What a catalogue of your own asks (--catalogue, or
catalogue: in a settings file) comes in its place among them, marked as asked by it.

Each answer is saved at once, whole or not at all. Enter alone says that something is not known: then
nothing is written, and it is not asked again in this run. "back" shows the question before again, whose
answer another one takes the place of; what was answered since stays. Ctrl-D, Ctrl-C or a closed window
end it, and nothing that was answered is lost; what nobody answered is never written. "partner new --from
FILE" goes on, also with a proposal that came from elsewhere, whose comments and layout stay. It can be
edited meanwhile: it is read again before each answer. A file that is there is never overwritten.

What is asked is plain text, a line at a time, so that a screen reader says it and nothing on the terminal
has to be restored.

With any of the flags from --title to --set nothing is asked and no terminal is needed. A FACT is any place
of a proposal, such as organisations.northfield.finance.position or answers.formal-agreement; its value is
a word or a text, or a mapping or a list as in the document. FILE may then be "-" for standard output.`,
		Example: `  partner new proposal.yaml
  partner new --from proposal.yaml
  partner new --minimal --title "Northfield and Eastmere" --organisation northfield=Northfield \
    --organisation eastmere=Eastmere --form acquisition --side acquirer=northfield --side acquired=eastmere
  partner new --from proposal.yaml --set organisations.eastmere.quality.special_measures=yes`,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) > 1:
			return misused(c, "one file is written at a time, and %d are named", len(args))
		case len(args) == 1 && o.from != "":
			return misused(c, "--from names the proposal that is gone on with and written back; leave %s out", source.Quoted(args[0]))
		case c.Flags().Changed("from") && (o.from == "" || o.from == "-"):
			return misused(c, "--from needs the file of a proposal, which is written back")
		case len(args) == 1:
			o.path = args[0]
		case o.from != "":
			o.path = o.from
		}
		o.command = c
		return o.run(c.Context())
	}
	o.path = defaultProposal
	c.Flags().StringVar(&o.from, "from", "", "go on with this `PROPOSAL`")
	c.Flags().BoolVar(&o.options.Minimal, "minimal", false, "ask for the basics alone, and write the smallest document that gives a useful report")
	c.Flags().BoolVar(&o.options.All, "all", false, "ask also for what moves no rating")
	catalogueFlag(c)
	o.given.flags(c, p.catalogue)
	return c
}

func (o *beginning) run(ctx context.Context) error {
	read, err := o.readSettings(o.command)
	if err != nil {
		return err
	}
	if err := o.lay(ctx, read.Catalogue); err != nil {
		return err
	}
	scripted := o.given.any(o.command)
	if err := o.open(ctx, scripted); err != nil {
		return err
	}
	if scripted {
		return o.script(ctx)
	}
	_, typed := size(o.in)
	width, seen := size(o.err.to)
	if !typed || !seen {
		which := "standard input is"
		if typed {
			which = "standard error is"
		}
		return misused(o.command, "questions are asked on a terminal, and %s none; say it by --title, --organisation, --form and the other flags", which)
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP)
	defer stop()
	return o.converse(ctx, newPrompt(o.in, o.err, width))
}

// open begins a proposal, or reads the one to go on with.
func (o *beginning) open(ctx context.Context, scripted bool) error {
	var wrong source.Diagnostics
	if o.from != "" {
		doc, err := o.documents.Proposal(ctx, o.from, o.catalogue)
		switch {
		case err != nil:
			return err
		case !o.usable(doc):
			return said(badInput)
		}
		o.there = true
		o.so, wrong = interview.Resume(doc.From, o.catalogue, o.options)
	} else {
		if o.path == "-" && !scripted {
			return misused(o.command, "standard output takes what flags say; a conversation is saved to a file")
		}
		if err := o.absent(); err != nil {
			return err
		}
		o.so, wrong = interview.Begin(source.Printable(o.path), o.catalogue, o.options)
	}
	if len(wrong) > 0 {
		io.WriteString(o.err, wrong.Text())
		return said(badInput)
	}
	return nil
}

// absent refuses to write over what is there.
func (o *beginning) absent() error {
	if o.path == "-" {
		return nil
	}
	_, err := os.Lstat(o.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return amiss("%s cannot be written: %s", source.Printable(o.path), reason(err))
	}
	return amiss("%s is there already, and is not overwritten; --from %s goes on with it", source.Quoted(o.path), source.Printable(o.path))
}

// current takes up what somebody has changed in the file since it was last read.
func (o *beginning) current(ctx context.Context) error {
	if !o.there {
		return nil
	}
	doc, err := o.documents.Proposal(ctx, o.path, o.catalogue)
	if err != nil {
		return err
	}
	if len(doc.Wrong) > 0 {
		io.WriteString(o.err, doc.Wrong.Text())
		return amiss("%s was changed meanwhile and has errors now; nothing more was written", source.Printable(o.path))
	}
	so, wrong := o.so.On(doc.From)
	if len(wrong) > 0 {
		return amiss("%s", wrong.Error())
	}
	o.so = so
	return nil
}

// save writes what came of saying something, whole or not at all.
func (o *beginning) save(ctx context.Context, s *interview.Step) error {
	if o.path == "-" {
		_, err := o.out.Write(s.Text())
		return err
	}
	if len(s.Files) == 0 {
		o.so = s.Conversation
		return nil
	}
	if !o.there {
		if err := o.absent(); err != nil {
			return err
		}
	} else if len(s.Merged.Files) > 0 {
		others, err := o.neighbours(ctx, o.path, &s.Merged)
		if err != nil {
			return err
		}
		if wrong := s.Merged.Spares(others, o.catalogue); len(wrong) > 0 {
			return amiss("%s", wrong.Error())
		}
	}
	for _, note := range s.Merged.Notes {
		o.remark("%s", source.Printable(note))
	}
	if err := writeAll(o.files(s.Files)); err != nil {
		return amiss("%s cannot be written: %s", source.Printable(o.path), reason(err))
	}
	o.so, o.there = s.Conversation, true
	o.wrote++
	return nil
}

// files gives what is written where.
func (o *beginning) files(edited []pack.Edited) []whole {
	var out []whole
	for _, e := range edited {
		path := o.path
		if e.From != "" {
			path = filepath.Join(filepath.Dir(o.path), filepath.FromSlash(e.From))
		}
		out = append(out, whole{path, e.After})
	}
	return out
}

// given is what flags say of a proposal.
type given struct {
	title, form, nature, scale, day, decision, starts string
	organisations, sectors, sides, sets               []string
}

// flags adds the flags that say something of a proposal, with the words that they take.
func (g *given) flags(c *cobra.Command, cat *catalogue.Catalogue) {
	f := c.Flags()
	f.StringVar(&g.title, "title", "", "what the proposal is called: a `TEXT`")
	f.StringArrayVar(&g.organisations, "organisation", nil, "one of the two, `[ID=]NAME`; without an id it gets one from its name")
	f.StringArrayVar(&g.sectors, "sector", nil, "the sector of one of the two, `ID=SECTOR`: "+wording.Or(wordsAt(paths.Organisations, "sector")))
	f.StringVar(&g.form, "form", "", "the `FORM` of the partnership: "+wording.Or(wordsAt(paths.Form, "")))
	f.StringArrayVar(&g.sides, "side", nil, "who has which part, `ROLE=ID`, such as acquirer=northfield; partners twice")
	f.StringVar(&g.nature, "nature", "", "its `NATURE`: "+wording.Or(wordsAt(paths.Nature, "")))
	f.StringVar(&g.scale, "scale", "", "its `SCALE`: "+wording.Or(wordsAt(paths.Scale, "")))
	f.StringVar(&g.day, "day", "", "the `DAY` on which all this is true (as_of), such as 2026-10-01")
	f.StringVar(&g.decision, "decision", "", "the `DAY` on which the boards decide, or its month or year")
	f.StringVar(&g.starts, "starts", "", "the `DAY` on which it starts, or its month or year")
	f.StringArrayVar(&g.sets, "set", nil, "any other `FACT=VALUE`; may be given several times")
	complete(c, "form", wordsAt(paths.Form, ""))
	complete(c, "nature", wordsAt(paths.Nature, ""))
	complete(c, "scale", wordsAt(paths.Scale, ""))
	var roles []string
	for _, r := range proposal.Model.Find(paths.Roles).Fields {
		roles = append(roles, r.Key+"=")
	}
	_ = c.RegisterFlagCompletionFunc("side", cobra.FixedCompletions(roles, cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace))
	_ = c.RegisterFlagCompletionFunc("from", completeProposals)
	_ = c.RegisterFlagCompletionFunc("sector", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		id, _, is := strings.Cut(typed, "=")
		if !is {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var all []string
		for _, w := range wordsAt(paths.Organisations, "sector") {
			all = append(all, id+"="+w)
		}
		return all, cobra.ShellCompDirectiveNoFileComp
	})
	_ = c.RegisterFlagCompletionFunc("set", func(_ *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		var all []string
		for _, id := range cat.CriterionIDs() {
			all = append(all, paths.Answers.Under(id)+"=")
		}
		return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// wordsAt gives the words that may stand at a place, or under a key of what stands there.
func wordsAt(at paths.Path, key string) []string {
	f := proposal.Model.Find(at)
	if key != "" {
		f = f.Field(key)
	}
	return f.Words
}

// any reports whether a flag says anything of the proposal.
func (g *given) any(c *cobra.Command) bool {
	for _, name := range []string{"title", "organisation", "sector", "form", "side", "nature", "scale", "day", "decision", "starts", "set"} {
		if c.Flags().Changed(name) {
			return true
		}
	}
	return false
}

// script says what the flags say, and nothing else.
func (o *beginning) script(ctx context.Context) error {
	all, flags, err := o.statements()
	if err != nil {
		return err
	}
	step, wrong := o.so.Say(all)
	for i, w := range wrong {
		text := because(w.Diagnostic)
		if w.Statement >= 0 {
			text = flags[w.Statement] + ": " + text
		}
		if i == len(wrong)-1 {
			return misused(o.command, "%s", text)
		}
		fmt.Fprintln(o.err, "partner: "+text)
	}
	if err := o.save(ctx, &step); err != nil {
		return err
	}
	switch {
	case o.path == "-":
	case o.wrote == 0:
		o.remark("%s says all this already: nothing was written", source.Printable(o.path))
	default:
		o.remark("written: %s", source.Printable(o.path))
	}
	return nil
}

// because says what is wrong with something that was said, without the place of a text that nobody wrote.
func because(d source.Diagnostic) string {
	if d.Line > 0 {
		d.Position = source.Position{}
	}
	_, text, _ := strings.Cut(d.Error(), ": ")
	return text
}
