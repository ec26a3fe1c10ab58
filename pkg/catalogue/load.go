package catalogue

import "io/fs"

// Load reads a catalogue from its folder in three steps: what the files say, what follows from it, and
// whether it holds together. Its texts are in the words of the sector of the research. The error, where there is one, names everything that is wrong with it; a
// catalogue with anything wrong is not given out.
func Load(files fs.FS) (*Catalogue, error) {
	c, err := parse(files)
	if err != nil {
		return nil, err
	}
	c.derive()
	c = c.Spoken()
	if err := c.Validate(); err != nil {
		return nil, err
	}
	return c, nil
}
