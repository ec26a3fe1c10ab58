package cli

import (
	"context"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/cli/settings"
	"partner/pkg/load"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// catalogueActions are what the command does, by the word that asks for it.
var catalogueActions = []string{"check", "test", "diff", "new"}

type catalogueOptions struct {
	*printing
	name, title string
}

func newCatalogue(p *program) *cobra.Command {
	var o catalogueOptions
	c := &cobra.Command{
		Use:   "catalogue check|test|diff|new FOLDER…",
		Short: "Check, try, compare or begin a catalogue of your own",
		Long: `Catalogue looks after catalogues of your own, which are laid over the one that partner brings: "partner
help catalogues" tells what they can do.

  check FOLDER…             reads catalogues and says what is wrong with them, at file:line:col; of each
                            that can be used it prints what it does, and what locks a proposal to it
  test FOLDER…              holds each criterion against the fragments and the documents that the catalogue
                            brings for it, below tests/: ID.good.yaml meets it, and ID.bad.yaml does not
  diff OLD NEW [PROPOSAL…]  compares two catalogues criterion by criterion, and rates the proposals, or
                            those in the folders that are named, by both; "built-in" is partner's own
  new FOLDER                writes one to begin with, commented, into a folder that is new or empty

Each folder may be one in a git revision, as REV:FOLDER. A folder with a catalogue.yaml is a whole
catalogue, as the one that partner brings is.`,
		Example: `  partner catalogue new house-rules
  partner catalogue check house-rules
  partner catalogue test house-rules
  partner catalogue diff built-in house-rules proposals/
  partner catalogue diff HEAD:./house-rules house-rules proposals/`,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return catalogueActions, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	o.printing = p.printing(c, report.PageNames())
	c.Flags().StringVar(&o.name, "name", "", "of new: the `NAME` with which its ids begin; without it that of the folder")
	c.Flags().StringVar(&o.title, "title", "", "of new: what reports call it, as `TITLE`")
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return misused(c, "what is to be done? %s", wording.Or(catalogueActions))
		}
		work, least := map[string]func(context.Context, *cobra.Command, []string) error{"check": o.check, "test": o.test, "diff": o.diff, "new": o.begin}[args[0]], map[string]int{"diff": 2}[args[0]]
		switch {
		case work == nil:
			return unknown(c, "unknown word", args[0], catalogueActions, "")
		case len(args)-1 < max(1, least):
			return misused(c, "%s needs %s", args[0], map[bool]string{true: "two catalogues", false: "a folder"}[least == 2])
		case args[0] == "new" && len(args) > 2:
			return misused(c, "new writes one catalogue, and %d folders are named", len(args)-1)
		case args[0] != "new" && (o.name != "" || o.title != ""):
			return misused(c, "--name and --title are for new")
		}
		return o.run(c, nil, func(ctx context.Context) error { return work(ctx, c, args[1:]) })
	}
	return c
}

// checked is what a catalogue that can be used comes to.
type checked struct {
	Folder  string   `json:"folder"`
	Name    string   `json:"name"` // empty for a whole catalogue
	Version string   `json:"version"`
	Hash    string   `json:"hash"`
	Extends string   `json:"extends,omitempty"`
	Over    string   `json:"over,omitempty"` // the version of the catalogue that it is laid over
	Adds    int      `json:"adds"`
	Changed []string `json:"changed"`
	Off     []string `json:"off"`
	Caps    []string `json:"caps"` // the criteria of its own that cap
	Lock    string   `json:"lock"` // what locks a proposal to it
}

// check reads catalogues and says what is wrong with them.
func (o *catalogueOptions) check(ctx context.Context, _ *cobra.Command, folders []string) error {
	all := []checked{}
	broken := 0
	for _, folder := range folders {
		cat, is, err := o.named(ctx, folder)
		if err != nil {
			return err
		}
		if !is {
			broken++
			continue
		}
		x := checked{Folder: folder, Version: cat.Version, Hash: cat.Hash, Changed: []string{}, Off: []string{}, Caps: []string{}, Adds: len(cat.Own())}
		x.Lock = fmt.Sprintf("catalogue: {version: %q, hash: %q}", cat.Version, cat.Hash)
		if of := cat.Overlay; of != nil {
			x.Name, x.Version, x.Extends, x.Over = of.Name, of.Version, of.Extends, of.Base.Version
			x.Lock = fmt.Sprintf("catalogue: {name: %s, version: %q, hash: %q}", of.Name, of.Version, of.Hash)
			for _, c := range of.Changed {
				x.Changed = append(x.Changed, c.ID)
			}
			for _, c := range of.Off {
				x.Off = append(x.Off, c.ID)
			}
			for _, c := range cat.Own() {
				if c.Caps() {
					x.Caps = append(x.Caps, c.ID)
				}
			}
			if of.Extends != of.Base.Version {
				o.remark("%s: written for version %s of the built-in catalogue, which is at %s: read what has changed, and say so under extends", source.Printable(folder), source.Printable(of.Extends), of.Base.Version)
			}
		}
		all = append(all, x)
	}
	if err := o.page(report.PageOf(&all, checkedPage)); err != nil {
		return err
	}
	o.remark("%s, %s with errors", wording.Count(len(folders), "catalogue", "catalogues"), numberOrNone(broken))
	if broken > 0 {
		return said(badInput)
	}
	return nil
}

func checkedPage(all *[]checked) outline.Outline {
	var r reference
	for i, x := range *all {
		if i > 0 {
			r.gap()
		}
		r.line(strings.Join(wording.Given(x.Folder+":", x.Name, x.Version, "("+x.Hash+")"), " "))
		if x.Over != "" {
			r.entry("over", "the built-in catalogue "+x.Over)
			r.entry("adds", wording.CountOrNo(x.Adds, "criterion", "criteria"))
			r.entry("caps", strings.Join(x.Caps, ", "))
			r.entry("changes", strings.Join(x.Changed, ", "))
			r.entry("off", strings.Join(x.Off, ", "))
		}
		r.entry("lock", x.Lock)
	}
	return r.page()
}

// named loads a catalogue: an overlay, a whole one, or the one that partner brings. It is false where that has errors,
// which it prints.
func (o *catalogueOptions) named(ctx context.Context, arg string) (*catalogue.Catalogue, bool, error) {
	if arg == settings.BuiltIn {
		return o.builtIn, true, nil
	}
	if load.HoldsCatalogue(ctx, arg) {
		cat, err := load.Catalogue(ctx, arg)
		if ctx.Err() != nil {
			return nil, false, ctx.Err()
		}
		if err != nil {
			fmt.Fprintln(o.err, source.Printable(err.Error()))
			return nil, false, nil
		}
		return cat, true, nil
	}
	cat, wrong, err := load.Overlay(ctx, arg, o.builtIn)
	io.WriteString(o.err, wrong.Text())
	return cat, err == nil && len(wrong) == 0, err
}

// tried is a criterion held against a fragment or a document.
type tried struct {
	Catalogue string `json:"catalogue"`
	Criterion string `json:"criterion"`
	Against   string `json:"against"`
	Want      string `json:"want"`
	Holds     bool   `json:"holds"`
	Wrong     string `json:"wrong,omitempty"`
}

// test holds the criteria of catalogues against what they bring for them.
func (o *catalogueOptions) test(ctx context.Context, _ *cobra.Command, folders []string) error {
	all := []tried{}
	broken, failed := false, 0
	for _, folder := range folders {
		l, wrong, err := load.Lay(ctx, folder, o.builtIn)
		if err != nil {
			return err
		}
		if len(wrong) > 0 {
			io.WriteString(o.err, wrong.Text())
			broken = true
			continue
		}
		for _, t := range append(l.Tries(), l.Documents()...) {
			x := tried{Catalogue: l.Catalogue.Overlay.Name, Criterion: t.Criterion, Against: t.Against, Want: t.Want.String(), Holds: t.Failed == nil}
			if t.Failed != nil {
				failed++
				x.Wrong = t.Failed.Error()
				io.WriteString(o.err, source.Diagnostics{*t.Failed}.Text())
			}
			all = append(all, x)
		}
	}
	if err := o.page(report.PageOf(&all, triedPage)); err != nil {
		return err
	}
	o.remark("%s, %s failed", wording.CountOrNo(len(all), "test", "tests"), numberOrNone(failed))
	switch {
	case broken:
		return said(badInput)
	case failed > 0:
		return said(gateFailed)
	}
	return nil
}

func triedPage(all *[]tried) outline.Outline {
	var r reference
	var list outline.List
	for _, x := range *all {
		list.Rows = append(list.Rows, []string{map[bool]string{true: "ok", false: "FAILED"}[x.Holds], x.Criterion, x.Against, x.Want})
	}
	r.add(list)
	return r.page()
}

//go:embed skeleton
var skeleton embed.FS

// begin writes a catalogue to begin with.
func (o *catalogueOptions) begin(_ context.Context, c *cobra.Command, folders []string) error {
	folder := folders[0]
	name := o.name
	if name == "" {
		if abs, err := filepath.Abs(folder); err == nil {
			name = filepath.Base(abs)
		}
	}
	if _, _, is := catalogue.Foreign(name + "/x"); !is {
		return misused(c, "the name %s is not in small letters, digits and single hyphens; --name gives another", source.Quoted(name))
	}
	if entries, err := os.ReadDir(folder); err == nil && len(entries) > 0 {
		return amiss("%s holds something already; name a folder that is new or empty", source.Printable(folder))
	}
	title := o.title
	if title == "" {
		title = "Rules of our own"
	}
	fill := strings.NewReplacer("{name}", name, "{title}", yamlText(title), "{extends}", o.builtIn.Version)
	var files []whole
	err := fs.WalkDir(skeleton, "skeleton", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(folder, filepath.FromSlash(strings.TrimPrefix(path, "skeleton")))
		if d.IsDir() {
			return os.MkdirAll(to, 0o777)
		}
		data, err := skeleton.ReadFile(path)
		files = append(files, whole{to, []byte(fill.Replace(string(data)))})
		return err
	})
	if err == nil {
		err = writeAll(files)
	}
	if err != nil {
		return amiss("%s cannot be written: %s", source.Printable(folder), reason(err))
	}
	var written []string
	for _, f := range files {
		written = append(written, filepath.ToSlash(f.path))
	}
	if err := o.page(report.PageOf(&written, func(all *[]string) outline.Outline {
		var r reference
		for _, f := range *all {
			r.line(f)
		}
		return r.page()
	})); err != nil {
		return err
	}
	o.remark("check it with: partner catalogue check %s", source.Printable(folder))
	return nil
}

func numberOrNone(n int) string {
	if n == 0 {
		return "none"
	}
	return strconv.Itoa(n)
}

// yamlText writes a text as YAML has it on one line.
func yamlText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(s) + `"`
}
