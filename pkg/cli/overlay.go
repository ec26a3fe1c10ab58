package cli

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/load"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// lay lays the catalogue that is asked for over the built-in one, and says so: everything that the run does is then done
// by both.
func (p *program) lay(ctx context.Context, folder string) error {
	if p.catalogue = p.builtIn; folder == "" {
		return nil
	}
	cat, err := p.laid(ctx, folder)
	if err != nil {
		return err
	}
	p.catalogue = cat
	p.remark("%s", laidWords(cat))
	return nil
}

// filesOf lists the files of a catalogue's folder; none for no catalogue.
func filesOf(folder string) []string {
	if folder == "" {
		return nil
	}
	files, _ := filepath.Glob(filepath.Join(folder, "criteria", "*.yaml"))
	return append(files, filepath.Join(folder, catalogue.OverlayFile))
}

// laid loads a catalogue from a folder and lays it over the built-in one. What is wrong with it is printed.
func (p *program) laid(ctx context.Context, folder string) (*catalogue.Catalogue, error) {
	cat, wrong, err := load.Overlay(ctx, folder, p.builtIn)
	switch {
	case err != nil:
		return nil, err
	case len(wrong) > 0:
		io.WriteString(p.err, wrong.Text())
		return nil, said(badInput)
	}
	return cat, nil
}

// laidWords says in a line which catalogue is laid over the built-in one, and what it does.
func laidWords(cat *catalogue.Catalogue) string {
	of := cat.Overlay
	text := "catalogue: " + of.Name + " " + of.Version + " (" + of.Hash + "), over " + of.Base.Version + " (" + of.Base.Hash + "): "
	return text + strings.Join([]string{
		wording.CountOrNo(len(cat.Own()), "criterion of its own", "criteria of its own"),
		numberOrNone(len(of.Changed)) + " changed", numberOrNone(len(of.Off)) + " switched off",
	}, ", ")
}

// judgedBy gives what the gate reads of a judgement: by the built-in catalogue alone, unless what is laid over that is
// asked for. The findings are those of the judgement.
func (o *printing) judgedBy(j *judge.Judgement, findings []result.Finding) (*judge.Judgement, []result.Finding) {
	if o.GateLaid || j.Cat.Overlay == nil {
		return j, findings
	}
	j = j.BuiltIn()
	return j, judge.Findings(j)
}

// gateCatalogue is the catalogue by which the gate judges.
func (o *printing) gateCatalogue() *catalogue.Catalogue {
	if o.GateLaid {
		return o.catalogue
	}
	return o.builtIn
}

// completeFolders completes folders.
func completeFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}
