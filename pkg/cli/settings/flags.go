package settings

import (
	"github.com/spf13/pflag"

	"partner/pkg/source"
)

// WrongValue is the error of a flag that cannot have that value.
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
		switch k.Name {
		case "format":
			k.Flag(to, "f")
		case "ascii":
			k.Flag(to, "").NoOptDefVal = "true"
		default:
			k.Flag(to, "")
		}
	}
}

// Flag adds one flag, which refuses what the key does not allow.
func (k Key) Flag(to *pflag.FlagSet, short string) *pflag.Flag {
	return to.VarPF(&value{key: k, text: k.Default}, k.Name, short, k.Help)
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
