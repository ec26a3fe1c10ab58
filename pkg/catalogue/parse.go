package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"slices"
	"strings"

	"partner/pkg/logic"
	"partner/pkg/source"
)

// parse reads the files of a catalogue, as they are written. What cannot be read is named whole.
func parse(files fs.FS) (*Catalogue, error) {
	p := &parser{files: files, hash: sha256.New()}
	c := &Catalogue{}
	var index struct {
		Version    string   `yaml:"version"`
		Criteria   []string `yaml:"criteria"`
		Precedents []string `yaml:"precedents"`
	}
	p.decode("catalogue.yaml", &index)
	c.Version = index.Version
	p.decode("words.yaml", &c.Words)
	p.decode("sectors.yaml", &c.Sectors)
	p.decode("sources.yaml", &c.Sources)
	p.decode("typology.yaml", &c.Typology)
	p.decode("questions.yaml", &c.Questions)
	p.decode("governance.yaml", &c.Governance)
	p.decode("advantages.yaml", &c.Advantages)
	p.decode("base-rates.yaml", &c.BaseRates)
	p.decode("consistency.yaml", &c.Consistency)
	p.decode("limits.yaml", &c.Limits)
	p.decode("bodies.yaml", &c.Bodies)
	for _, theme := range index.Criteria {
		var criteria []Criterion
		p.decode("criteria/"+theme+".yaml", &criteria)
		for i := range criteria {
			criteria[i].Theme = theme
			c.Criteria = append(c.Criteria, &criteria[i])
		}
	}
	for _, id := range index.Precedents {
		var of Precedent
		p.decode("precedents/"+id+".yaml", &of)
		if of.ID != id {
			p.add("precedents/"+id+".yaml", fmt.Errorf("the id %q is not the name of the file", of.ID))
		}
		c.Precedents = append(c.Precedents, of)
	}
	var r ratings
	p.decode("ratings.yaml", &r)
	p.spoken(c)
	p.listed(index.Criteria, "criteria")
	p.listed(index.Precedents, "precedents")
	if p.err() == nil {
		p.add("ratings.yaml", r.into(&c.Rating))
	}
	c.Hash = hex.EncodeToString(p.hash.Sum(nil))[:12]
	return c, p.err()
}

// parser reads files one after the other, and goes on where one cannot be read.
type parser struct {
	files fs.FS
	hash  hash.Hash
	errs  []error
}

func (p *parser) err() error { return errors.Join(p.errs...) }

func (p *parser) add(name string, err error) {
	if err != nil {
		p.errs = append(p.errs, fmt.Errorf("%s: %w", name, err))
	}
}

func (p *parser) decode(name string, into any) {
	data, err := fs.ReadFile(p.files, name)
	if err != nil {
		p.errs = append(p.errs, err)
		return
	}
	fmt.Fprintf(p.hash, "%s %d\n", name, len(data))
	p.hash.Write(data)
	file, wrong := source.Parse(name, data)
	if len(wrong) > 0 {
		p.errs = append(p.errs, wrong)
		return
	}
	if err := file.Decode(into); err != nil {
		p.errs = append(p.errs, err)
	}
}

// spoken checks that each word of a sector stands in some text.
func (p *parser) spoken(c *Catalogue) {
	said := map[string]bool{}
	c.texts(func(text *string) {
		for _, m := range named.FindAllStringSubmatch(*text, -1) {
			said[strings.ToLower(m[1][:1])+m[1][1:]] = true
		}
	})
	for _, w := range c.Sectors.Between.Says {
		if !said[w.ID] {
			p.add("sectors.yaml: says", fmt.Errorf("no text speaks of {%s}", w.ID))
		}
	}
}

// listed checks that every file of a folder is named in catalogue.yaml: a file that nothing reads would
// look as if it counted.
func (p *parser) listed(names []string, folder string) {
	entries, err := fs.ReadDir(p.files, folder)
	p.add(folder, err)
	for _, e := range entries {
		if name, yaml := strings.CutSuffix(e.Name(), ".yaml"); yaml && !slices.Contains(names, name) {
			p.add("catalogue.yaml", fmt.Errorf("%s/%s.yaml is not listed", folder, name))
		}
	}
}

// UnmarshalYAML reads `true` or a condition.
func (g *Gate) UnmarshalYAML(n *source.Node) error {
	if n.Kind == source.Scalar {
		if n.Value != "true" {
			return fmt.Errorf("line %d: gate is true or a condition; leave it out where there is none", n.Line)
		}
		g.Always = true
		return nil
	}
	g.When = &logic.Condition{}
	return g.When.UnmarshalYAML(n)
}
