package catalogue

import "io/fs"

// Load reads a catalogue from its folder in three steps: what the files say, what follows from it, and
// whether it holds together. The error, where there is one, names everything that is wrong with it; a
// catalogue with anything wrong is not given out.
func Load(files fs.FS) (*Catalogue, error) {
	c, err := parse(files)
	if err != nil {
		return nil, err
	}
	c.derive()
	if err := c.Validate(); err != nil {
		return nil, err
	}
	return c, nil
}
