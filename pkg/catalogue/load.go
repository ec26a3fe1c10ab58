package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/logic"
	"partner/pkg/rating"
	"partner/pkg/source"
)

// Load reads a catalogue from its folder and checks it whole. The error, where there is one, names
// everything that is wrong with it; a catalogue with anything wrong is not given out.
func Load(files fs.FS) (*Catalogue, error) {
	l := &loader{files: files, hash: sha256.New()}
	c := &Catalogue{}
	var index struct {
		Version    string   `yaml:"version"`
		Criteria   []string `yaml:"criteria"`
		Precedents []string `yaml:"precedents"`
	}
	l.decode("catalogue.yaml", &index)
	c.Version = index.Version
	l.decode("words.yaml", &c.Words)
	l.words = &c.Words
	l.decode("sources.yaml", &c.Sources)
	l.decode("typology.yaml", &c.Typology)
	l.decode("questions.yaml", &c.Questions)
	l.decode("governance.yaml", &c.Governance)
	l.decode("advantages.yaml", &c.Advantages)
	l.decode("base-rates.yaml", &c.BaseRates)
	l.decode("consistency.yaml", &c.Consistency)
	l.decode("limits.yaml", &c.Limits)
	for _, theme := range index.Criteria {
		var criteria []Criterion
		l.decode("criteria/"+theme+".yaml", &criteria)
		for i := range criteria {
			criteria[i].Theme = theme
			criteria[i].place(c)
		}
		c.Criteria = append(c.Criteria, criteria...)
	}
	for _, id := range index.Precedents {
		var p Precedent
		l.decode("precedents/"+id+".yaml", &p)
		c.Precedents = append(c.Precedents, p)
	}
	var r ratings
	l.decode("ratings.yaml", &r)
	l.listed(index.Criteria, "criteria")
	l.listed(index.Precedents, "precedents")
	if l.err() == nil {
		l.add("ratings.yaml", r.into(&c.Rating))
	}
	c.Hash = hex.EncodeToString(l.hash.Sum(nil))[:12]
	if err := l.err(); err != nil {
		return nil, err
	}
	if err := c.Validate(); err != nil {
		return nil, err
	}
	return c, nil
}

type loader struct {
	files fs.FS
	hash  hash.Hash
	words *Words // what fills the places in texts; nil until they are read
	errs  []error
}

func (l *loader) err() error { return errors.Join(l.errs...) }

func (l *loader) add(name string, err error) {
	if err != nil {
		l.errs = append(l.errs, fmt.Errorf("%s: %w", name, err))
	}
}

func (l *loader) decode(name string, into any) {
	data, err := fs.ReadFile(l.files, name)
	if err != nil {
		l.errs = append(l.errs, err)
		return
	}
	fmt.Fprintf(l.hash, "%s %d\n", name, len(data))
	l.hash.Write(data)
	if l.words != nil {
		data = []byte(l.words.fill(string(data)))
	}
	file, wrong := source.Parse(name, data)
	if len(wrong) > 0 {
		l.errs = append(l.errs, wrong)
		return
	}
	if err := file.Decode(into); err != nil {
		l.errs = append(l.errs, err)
	}
}

// listed checks that every file of a folder is named in catalogue.yaml: a file that nothing reads would
// look as if it counted.
func (l *loader) listed(names []string, folder string) {
	entries, err := fs.ReadDir(l.files, folder)
	l.add(folder, err)
	for _, e := range entries {
		if name, yaml := strings.CutSuffix(e.Name(), ".yaml"); yaml && !slices.Contains(names, name) {
			l.add("catalogue.yaml", fmt.Errorf("%s/%s.yaml is not listed", folder, name))
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

// grade, fraction: words of ratings.yaml.
type (
	grade    rating.Grade
	fraction rating.Fraction
)

func (g *grade) UnmarshalYAML(n *source.Node) error {
	of, ok := rating.FindGrade(n.Value)
	if !ok {
		return fmt.Errorf("line %d: %q is not a rating: %s", n.Line, n.Value, source.Listed(rating.Grades()))
	}
	*g = grade(of)
	return nil
}

func (f *fraction) UnmarshalYAML(n *source.Node) error {
	a, b, _ := strings.Cut(n.Value, "/")
	of, err1 := strconv.Atoi(a)
	in, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || of < 0 || in < 1 || of > in {
		return fmt.Errorf("line %d: %q is not a fraction such as 3/4", n.Line, n.Value)
	}
	*f = fraction{of, in}
	return nil
}

// ratings is the shape of ratings.yaml.
type ratings struct {
	Shares struct {
		AmberRed   fraction `yaml:"amber-red"`
		AmberGreen fraction `yaml:"amber-green"`
		Green      fraction `yaml:"green"`
	} `yaml:"shares"`
	Brake struct {
		Below  fraction `yaml:"below"`
		AtMost grade    `yaml:"at-most"`
	} `yaml:"brake"`
	PrintFrom  fraction `yaml:"print-from"`
	Watchpoint struct {
		NotMet grade `yaml:"not-met"`
	} `yaml:"watchpoint"`
	Gate struct {
		NotMet  grade `yaml:"not-met"`
		Partly  grade `yaml:"partly"`
		Unknown grade `yaml:"unknown"`
	} `yaml:"gate"`
	Overall []struct {
		ID        string         `yaml:"id"`
		If        string         `yaml:"if"`
		AtLeast   map[string]int `yaml:"at-least"`
		NoneBelow grade          `yaml:"none-below"`
		Overall   grade          `yaml:"overall"`
	} `yaml:"overall"`
	LittleKnownAtMost grade `yaml:"little-known-at-most"`
	Verdicts          struct {
		ID      string `yaml:"id"`
		Cites   []Cite `yaml:"cites"`
		InOrder []struct {
			ID      string `yaml:"id"`
			Title   string `yaml:"title"`
			Meaning string `yaml:"meaning"`
		} `yaml:"in-order"`
		Table []struct {
			Context     grade  `yaml:"context"`
			Enablers    grade  `yaml:"enablers"`
			EachEnabler bool   `yaml:"each-enabler-met"`
			Overall     grade  `yaml:"overall"`
			NoOpenGate  bool   `yaml:"no-gate-open"`
			Verdict     string `yaml:"verdict"`
		} `yaml:"table"`
	} `yaml:"verdicts"`
}

func (r *ratings) into(to *Rating) error {
	m := &to.Method
	m.Shares = [3]rating.Fraction{rating.Fraction(r.Shares.AmberRed), rating.Fraction(r.Shares.AmberGreen), rating.Fraction(r.Shares.Green)}
	m.Brake, m.BrakeTo = rating.Fraction(r.Brake.Below), rating.Grade(r.Brake.AtMost)
	m.Print = rating.Fraction(r.PrintFrom)
	m.WatchpointNot = rating.Grade(r.Watchpoint.NotMet)
	m.GateNot, m.GatePartly, m.GateUnknown = rating.Grade(r.Gate.NotMet), rating.Grade(r.Gate.Partly), rating.Grade(r.Gate.Unknown)
	m.LittleKnownTo = rating.Grade(r.LittleKnownAtMost)
	for _, o := range r.Overall {
		rule := rating.Rule{NoneBelow: rating.Grade(o.NoneBelow), Overall: rating.Grade(o.Overall)}
		for word, n := range o.AtLeast {
			g, ok := rating.FindGrade(word)
			if !ok {
				return fmt.Errorf("overall rule %s: %q is not a rating", o.ID, word)
			}
			rule.AtLeast[g] = n
		}
		m.Rules = append(m.Rules, rule)
		to.Rules = append(to.Rules, RuleText{o.ID, o.If})
	}
	var ids []string
	for _, v := range r.Verdicts.InOrder {
		ids = append(ids, v.ID)
		id, _ := rating.FindVerdict(v.ID)
		to.Verdicts = append(to.Verdicts, Verdict{id, v.Title, v.Meaning})
	}
	if all := rating.Verdicts(); !slices.Equal(ids, all) {
		return fmt.Errorf("the verdicts in-order are %s", strings.Join(all, ", "))
	}
	for _, t := range r.Verdicts.Table {
		verdict, ok := rating.FindVerdict(t.Verdict)
		if !ok {
			return fmt.Errorf("the verdict %q of the table is not in-order", t.Verdict)
		}
		m.VerdictRules = append(m.VerdictRules, rating.VerdictRule{
			Context: rating.Grade(t.Context), Enablers: rating.Grade(t.Enablers), EachEnabler: t.EachEnabler,
			Overall: rating.Grade(t.Overall), NoOpenGate: t.NoOpenGate, Verdict: verdict,
		})
	}
	to.Cites = r.Verdicts.Cites
	return nil
}
