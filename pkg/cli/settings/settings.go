package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"partner/pkg/gate"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// Settings are the values that hold.
type Settings struct {
	Format    string
	Width     int    // 0 stands for auto
	Color     string // auto, always or never
	ASCII     bool
	Quiet     bool
	Gate      gate.Gate
	Stage     result.Stage // that was asked for; UnknownStage is that of the dates
	Base      string       // "" is none
	AsOf      proposal.Day // to be judged as at
	Catalogue string       // the folder of what is laid over the built-in catalogue; "" is nothing
	GateLaid  bool         // the gate judges by that, and not by the built-in catalogue alone
	AsAsked   bool         // AsOf was asked for; otherwise it is the day that a document states

	Values []Value // all of them, in the order of Keys
}

// Value is a setting with the value that holds and where it came from.
type Value struct {
	Name string `json:"name"`
	Text string `json:"value"`
	From string `json:"from"`
}

// others are variables that begin like settings and are none.
var others = []string{"PARTNER_DEBUG", "PARTNER_COMPLETION_DESCRIPTIONS", "PARTNER_ACTIVE_HELP"}

// Read works out the settings for a working folder: a flag that was given, then the environment, then
// the nearest settings file, then the default. Whatever is wrong with any of them comes back at once,
// even where something else would override it.
func Read(flags *pflag.FlagSet, dir string) (*Settings, source.Diagnostics) {
	wrong := environment(os.Environ())
	file, amiss := nearestFile(dir)
	if wrong = append(wrong, amiss...); len(wrong) > 0 {
		return nil, wrong
	}
	v := viper.New()
	config := map[string]any{}
	for name, s := range file {
		config[name] = s.value
	}
	must(v.MergeConfigMap(config))
	for _, k := range Keys() {
		v.SetDefault(k.Name, k.Default)
		must(v.BindEnv(k.Name, k.Env()))
		if f := flags.Lookup(k.Name); f != nil {
			must(v.BindPFlag(k.Name, f))
		}
	}
	var values struct {
		Format   string `mapstructure:"format"`
		Width    string `mapstructure:"width"`
		Color    string `mapstructure:"color"`
		ASCII    bool   `mapstructure:"ascii"`
		Quiet    bool   `mapstructure:"quiet"`
		FailOn   string `mapstructure:"fail-on"`
		AtLeast  string `mapstructure:"at-least"`
		Of       string `mapstructure:"of"`
		Stage    string `mapstructure:"stage"`
		OldAfter int    `mapstructure:"old-after"`
		Base     string `mapstructure:"base"`
		AsOf     string `mapstructure:"as-of"`

		Catalogue     string `mapstructure:"catalogue"`
		GateCatalogue string `mapstructure:"gate-catalogue"`
	}
	must(v.UnmarshalExact(&values))
	s := &Settings{
		Format: values.Format, Color: values.Color, ASCII: values.ASCII, Quiet: values.Quiet,
		Gate:  gate.Gate{Of: gate.Reads(values.Of), OldAfter: values.OldAfter},
		Stage: result.Stage(1 + slices.Index(StageWords(), values.Stage)), // dated is none of them, and UnknownStage
	}
	s.Gate.FailOn, _ = gate.Parse(values.FailOn)         // none is no kind; anything else has been checked
	s.Gate.AtLeast, _ = rating.FindGrade(values.AtLeast) // none is Unrated
	if values.Base != None {
		s.Base = values.Base
	}
	if s.GateLaid = values.GateCatalogue == Laid; values.Catalogue != BuiltIn {
		s.Catalogue = values.Catalogue
		k, _ := find("catalogue")
		if from := origin(k, flags, file); from == file["catalogue"].at.String() && !filepath.IsAbs(s.Catalogue) && !strings.Contains(s.Catalogue, ":") {
			s.Catalogue = filepath.Join(filepath.Dir(file["catalogue"].at.File), s.Catalogue) // what a file names lies beside it
		}
	}
	s.AsOf, s.AsAsked = proposal.ParseDay(values.AsOf)
	s.Width, _ = strconv.Atoi(values.Width) // auto is 0; anything else has been checked
	for _, k := range Keys() {
		s.Values = append(s.Values, Value{k.Name, v.GetString(k.Name), origin(k, flags, file)})
	}
	return s, nil
}

// must stops at what only a mistake in this package can bring about.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

func origin(k Key, flags *pflag.FlagSet, file map[string]stated) string {
	if f := flags.Lookup(k.Name); f != nil && f.Changed {
		return "--" + k.Name
	}
	if os.Getenv(k.Env()) != "" {
		return k.Env()
	}
	if s, ok := file[k.Name]; ok {
		return s.at.String()
	}
	return "default"
}

func nearestFile(dir string) (map[string]stated, source.Diagnostics) {
	path := nearest(dir)
	if path == "" {
		return nil, nil
	}
	name := shown(dir, path)
	text, err := load(path)
	if err != nil {
		return nil, source.Diagnostics{{Position: source.Position{File: name}, Found: "the settings file cannot be read (" + reason(err) + ")"}}
	}
	return parse(name, text)
}

// environment checks the PARTNER_ variables. An empty one is as good as none.
func environment(environ []string) source.Diagnostics {
	known := slices.Clone(others)
	for _, k := range Keys() {
		known = append(known, k.Env())
	}
	var wrong source.Diagnostics
	report := func(variable, found, expected, do string) {
		at := source.Position{File: source.Printable(variable)}
		wrong = append(wrong, source.Diagnostic{Position: at, Found: found, Expected: expected, Do: do})
	}
	for _, e := range environ {
		variable, value, _ := strings.Cut(e, "=")
		if !strings.HasPrefix(variable, "PARTNER_") || value == "" || slices.Contains(others, variable) {
			continue
		}
		k, ok := find(strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(variable, "PARTNER_"), "_", "-")))
		switch {
		case !ok || k.Env() != variable:
			report(variable, "a variable that is not a setting", source.Listed(known), source.DidYouMean(variable, known))
		case !k.Allows(value):
			report(variable, quoted(value), k.Expected(), k.meant(value))
		}
	}
	slices.SortFunc(wrong, func(a, b source.Diagnostic) int { return strings.Compare(a.File, b.File) })
	return wrong
}
