package desk

import (
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Role is what a file is among those that are open.
type Role string

// The roles of files.
const (
	Proposal Role = "proposal"
	Shared   Role = "shared" // what proposals say of an organisation by `from:`
	View     Role = "view"   // what an organisation filled in apart
)

// RoleOf guesses what a file is by its keys. What cannot be read is taken for a proposal, which tells why not.
func RoleOf(text []byte) Role {
	file, _ := source.Parse("", text)
	root := file.Root
	if root == nil {
		root = file.Rest
	}
	if root == nil || root.Kind != source.Mapping {
		return Proposal
	}
	has := map[string]bool{}
	for i := 0; i+1 < len(root.Content); i += 2 {
		has[root.Content[i].Value] = true
	}
	switch {
	case has[string(paths.Title)], has[string(paths.AsOf)], has[string(paths.Version)] && has[string(paths.Organisations)]:
		return Proposal
	case has[string(paths.Name)]:
		return Shared
	case has[string(paths.Answers)], has[string(paths.Arrangement)], has[string(paths.Organisations)]:
		return View
	}
	return Proposal
}
