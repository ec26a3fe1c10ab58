package cli

import (
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/load"
	"partner/pkg/report/docx"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// papers is what a command asks of the papers that it prints: in which house template, and with what on the front sheet.
type papers struct {
	template string
	set      []string // --set, as typed
}

// flags adds the flags of papers.
func (x *papers) flags(c *cobra.Command) {
	c.Flags().StringVar(&x.template, "template", "", "write the paper with the styles and the page of this `FILE`, a .dotx or .docx")
	c.Flags().StringArrayVar(&x.set, "set", nil, "fill in the front sheet, as `FIELD=TEXT[,…]`: "+wording.Or(docx.FieldNames()))
	_ = c.RegisterFlagCompletionFunc("template", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"dotx", "docx"}, cobra.ShellCompDirectiveFilterFileExt
	})
	_ = c.RegisterFlagCompletionFunc("set", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		var all []string
		for _, name := range docx.FieldNames() {
			all = append(all, before+name+"=")
		}
		return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// reads are the files that papers are made from.
func (x *papers) reads() []string { return wording.Given(x.template) }

// papers reads what is asked of the papers that a run prints.
func (o *printing) papers(c *cobra.Command, x *papers) error {
	var first *printout
	for _, p := range o.printouts {
		if p.format.Paper && first == nil {
			first = p
		}
	}
	switch {
	case first == nil && x.template != "":
		return misused(c, "--template is for a paper, and none is printed; --output docx=paper.docx prints one")
	case first == nil && len(x.set) > 0:
		return misused(c, "--set fills in the front sheet of a paper, and none is printed; --output docx=paper.docx prints one")
	case first == nil:
		return nil
	}
	var of docx.Options
	var err error
	if of.Fields, err = fields(c, x.set); err != nil {
		return err
	}
	if x.template != "" {
		data, err := os.ReadFile(x.template)
		if err != nil {
			return amiss("--template %s cannot be read: %s", source.Printable(x.template), reason(err))
		}
		if of.Template, err = docx.ReadTemplate(data); err != nil {
			return amiss("--template %s: %v", source.Printable(x.template), err)
		}
	}
	var pdf func([]byte) ([]byte, error)
	if o.prints("pdf") {
		office, err := load.FindOffice()
		if err != nil {
			return amiss("%v", err)
		}
		pdf = func(paper []byte) ([]byte, error) {
			of, err := office.PDF(c.Context(), paper)
			if err != nil && c.Context().Err() == nil {
				err = amiss("%v", err)
			}
			return of, err
		}
	}
	for _, p := range o.printouts {
		p.options.Paper, p.options.PDF = of, pdf
	}
	return nil
}

// another begins another field behind a comma: what follows it is a word and an equals sign.
var another = regexp.MustCompile(`,\s*[\pL_-]+=`)

// fields reads the fields of the front sheet. A comma stands before another field, or is part of the text.
func fields(c *cobra.Command, typed []string) (docx.Fields, error) {
	all := docx.Fields{}
	for _, list := range typed {
		for rest := list; rest != ""; {
			one := rest
			rest = ""
			if at := another.FindStringIndex(one); at != nil {
				one, rest = one[:at[0]], one[at[0]+1:]
			}
			name, text, found := strings.Cut(one, "=")
			name = strings.TrimSpace(name)
			switch {
			case !found || strings.TrimSpace(text) == "":
				return nil, misused(c, "--set %s says nothing; expected a field with its text, such as meeting=Board", source.Quoted(one))
			case !slices.Contains(docx.FieldNames(), name):
				return nil, unknown(c, "--set: unknown field", name, docx.FieldNames(), "expected "+wording.Or(docx.FieldNames()))
			case all[docx.Field(name)] != "":
				return nil, misused(c, "--set gives %s twice", name)
			}
			if err := all.Set(docx.Field(name), text); err != nil {
				return nil, misused(c, "--set: %v", err)
			}
		}
	}
	return all, nil
}
