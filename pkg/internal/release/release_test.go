package release

import "testing"

func TestVersion(t *testing.T) {
	if Version() == "" {
		t.Error("a build of no release has no name")
	}
	defer func() { version = "" }()
	if version = "1.2.3"; Version() != "1.2.3" {
		t.Errorf("the release 1.2.3 is called %s", Version())
	}
}
