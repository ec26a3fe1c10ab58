package settings

import (
	"github.com/spf13/pflag"

	"partner/pkg/source"
)

// WrongValue is the error of a flag whose setting cannot have that value.
type WrongValue struct {
	Key   Key
	Value string
}

// Error says what was given, what was expected and what may have been meant.
func (e *WrongValue) Error() string {
	text := "--" + e.Key.Name + " " + quoted(e.Value) + "; expected " + e.Key.Expected()
	if near := source.DidYouMean(e.Value, e.Key.Words); near != "" {
		text += "; " + near
	}
	return text
}

// Flags adds a flag for each setting.
func Flags(to *pflag.FlagSet) {
	for _, k := range Keys() {
		short := ""
		if k.Name == "format" {
			short = "f"
		}
		f := to.VarPF(&value{key: k, text: k.Default}, k.Name, short, k.Help)
		if k.Name == "ascii" {
			f.NoOptDefVal = "true"
		}
	}
}

// value is a flag's value, checked as it is set.
type value struct {
	key  Key
	text string
}

func (v *value) String() string { return v.text }
func (v *value) Type() string   { return v.key.Placeholder }

func (v *value) Set(text string) error {
	if !v.key.Allows(text) {
		return &WrongValue{v.key, text}
	}
	v.text = text
	return nil
}
