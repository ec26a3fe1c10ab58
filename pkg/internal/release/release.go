// Package release knows which partner this is.
package release

import "runtime/debug"

// version is the release, set when one is built: -ldflags "-X partner/pkg/internal/release.version=1.0.0".
var version = ""

// Version gives the version that was set, or what Go recorded of the sources.
func Version() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	text := info.Main.Version
	if text == "" || text == "(devel)" {
		text = "(development)"
	}
	var revision, modified string
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value[:min(12, len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				modified = ", modified"
			}
		}
	}
	if revision != "" {
		text += " " + revision + modified
	}
	return text
}
