package catalogue

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/source"
)

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
	MetOutright struct {
		AtLeast   fraction `yaml:"at-least"`
		Otherwise grade    `yaml:"otherwise-at-most"`
	} `yaml:"met-outright"`
	NothingLeft grade `yaml:"nothing-left"`
	Brake       struct {
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
	m.Outright, m.OutrightNot = rating.Fraction(r.MetOutright.AtLeast), rating.Grade(r.MetOutright.Otherwise)
	m.NothingLeft = rating.Grade(r.NothingLeft)
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
