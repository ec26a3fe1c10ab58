package settings

import "github.com/spf13/pflag"

// WrongValue is the error of a flag that cannot have that value.
type WrongValue struct {
	Key   Key
	Value string
}

// Error says what was given, what was expected and what may have been meant.
func (e *WrongValue) Error() string {
	text := "--" + e.Key.Name + " " + quoted(e.Value) + "; expected " + e.Key.Expected()
	if near := e.Key.meant(e.Value); near != "" {
		text += "; " + near
	}
	return text
}

// Flag adds the key's flag, which refuses what the key does not allow.
func (k Key) Flag(to *pflag.FlagSet) {
	to.VarPF(&value{key: k, text: k.Default}, k.Name, k.Short, k.Help).NoOptDefVal = k.Bare
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
