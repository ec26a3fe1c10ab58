// Command generate prepares at build time what partner would otherwise work out at every start: the
// catalogue as Go values, and the JSON Schemas. Run it through `make generate`; it works in the top folder.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(top string) error {
	c, err := catalogue.Load(os.DirFS(filepath.Join(top, "assessments")))
	if err != nil {
		return err
	}
	if err := judge.Prove(c); err != nil {
		return err
	}
	if err := prepare(c.Places, top, filepath.Join(top, "assessments")); err != nil {
		return err
	}
	return schemas(top, c)
}

// write replaces a file whole, or leaves it alone where it would not change.
func write(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err := os.WriteFile(name+".new", data, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}
