package rating

import "partner/pkg/internal/enum"

// Verdict is what context, enablers, the whole and the gates come to together.
type Verdict uint8

// The verdicts, worst first.
const (
	NoVerdict Verdict = iota
	NotAsItStands
	WrongFormOrTime
	RightFormNotReady
	ReadyOnConditions
	Ready
)

var verdicts = enum.Table[Verdict]{
	NotAsItStands: "not-as-it-stands", WrongFormOrTime: "wrong-form-or-time", RightFormNotReady: "right-form-not-ready",
	ReadyOnConditions: "ready-on-conditions", Ready: "ready",
}

// Verdicts are the ids of the verdicts, worst first.
func Verdicts() []string { return verdicts.Words() }

// FindVerdict gives the verdict of an id.
func FindVerdict(id string) (Verdict, bool) {
	v, ok := verdicts.Find(id)
	return v, ok && v != NoVerdict
}

func (v Verdict) String() string { return verdicts.Word(v) }

// Words are the ids that a verdict can be.
func (Verdict) Words() []string { return Verdicts() }

// MarshalText gives the id.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads the id.
func (v *Verdict) UnmarshalText(text []byte) error { return verdicts.Read(v, text) }
