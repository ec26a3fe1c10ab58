package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// organisations gives the ids of the organisations that a proposal names.
func organisations(doc *proposal.Proposal) []string {
	var ids []string
	for _, o := range doc.Organisations {
		if o.Pos.Line > 0 {
			ids = append(ids, o.Key)
		}
	}
	return ids
}

// notOneOfTheTwo says that an id from the command line is none of a proposal's organisations; it is empty
// where it is one.
func notOneOfTheTwo(doc *proposal.Proposal, flag, id string) string {
	ids := organisations(doc)
	for _, o := range ids {
		if o == id {
			return ""
		}
	}
	do := "it names no organisation"
	if near := source.DidYouMean(id, ids); near != "" {
		do = near
	} else if len(ids) > 0 {
		do = "use " + source.Listed(ids)
	}
	return "--" + flag + ": " + quoted(id) + " is not an organisation of " + doc.Name + "; " + do
}

// view is what --view names: a file that one organisation filled in.
type view struct{ organisation, path string }

// parseViews takes --view apart, for the proposals that are named with it.
func parseViews(c *cobra.Command, flags, proposals []string) ([]view, error) {
	var views []view
	if len(flags) > 0 && len(proposals) > 1 {
		return nil, misused(c, "--view goes with one proposal, and %d are named", len(proposals))
	}
	for _, f := range flags {
		organisation, path, found := strings.Cut(f, "=")
		if !found || organisation == "" || path == "" {
			return nil, misused(c, "--view %s; expected ORGANISATION=FILE", quoted(f))
		}
		for _, v := range views {
			if v.organisation == organisation {
				return nil, misused(c, "--view names %s twice", quoted(organisation))
			}
			if v.path == "-" && path == "-" {
				return nil, misused(c, "standard input is named twice, and can be read once")
			}
		}
		if path == "-" && proposals[0] == "-" {
			return nil, misused(c, "standard input is named twice, and can be read once")
		}
		views = append(views, view{organisation, path})
	}
	return views, nil
}

// layViews lays the views that were filled in apart over a proposal. Whatever is wrong with their files or
// with what they hold comes back as diagnostics.
func (s *streams) layViews(ctx context.Context, doc *proposal.Proposal, views []view, cat *catalogue.Catalogue) (source.Diagnostics, error) {
	var wrong source.Diagnostics
	var read []proposal.View
	for _, v := range views {
		if text := notOneOfTheTwo(doc, "view", v.organisation); text != "" {
			return nil, amiss("%s", text)
		}
		name := source.Printable(v.path)
		if v.path == "-" {
			name = stdinName
		}
		data, err := s.read(ctx, v.path)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			wrong = append(wrong, unreadable(name, v.path, err))
			continue
		}
		read = append(read, proposal.View{Organisation: v.organisation, Name: name, Data: data})
	}
	if len(read) == 0 {
		return wrong, nil
	}
	if wrong = append(wrong, doc.LayOver(read)...); len(wrong) > 0 {
		return wrong, nil
	}
	return assess.Verify(doc, cat), nil
}
