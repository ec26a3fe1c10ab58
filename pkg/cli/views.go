package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/load"
	"partner/pkg/source"
)

// parseViews takes --view apart, for the proposals that are named with it.
func parseViews(c *cobra.Command, flags, proposals []string) ([]load.View, error) {
	var views []load.View
	if len(flags) > 0 && len(proposals) > 1 {
		return nil, misused(c, "--view goes with one proposal, and %d are named", len(proposals))
	}
	for _, f := range flags {
		organisation, path, found := strings.Cut(f, "=")
		if !found || organisation == "" || path == "" {
			return nil, misused(c, "--view %s; expected ORGANISATION=FILE", source.Quoted(f))
		}
		for _, v := range views {
			if v.Organisation == organisation {
				return nil, misused(c, "--view names %s twice", source.Quoted(organisation))
			}
			if v.Path == "-" && path == "-" {
				return nil, misused(c, "standard input is named twice, and can be read once")
			}
		}
		if path == "-" && proposals[0] == "-" {
			return nil, misused(c, "standard input is named twice, and can be read once")
		}
		views = append(views, load.View{Organisation: organisation, Path: path})
	}
	return views, nil
}
