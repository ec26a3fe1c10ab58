package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestTwoBuildsGiveTheSameBytes holds that a release hangs on its sources alone, and not on the folder or the run.
func TestTwoBuildsGiveTheSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("it links partner twice")
	}
	t.Chdir("../..")
	var built [2][]byte
	for i := range built {
		tree, file := copyOfTheTree(t), filepath.Join(t.TempDir(), "partner")
		c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -X partner/pkg/internal/release.version=1.0.0", "-o", file, "./cmd/partner")
		c.Dir = tree
		c.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(tree)) {
			t.Error("the program holds the folder that it was built in")
		}
		built[i] = data
	}
	if !bytes.Equal(built[0], built[1]) {
		t.Error("two builds differ")
	}
}
