// Package judge judges a proposal by a catalogue: which kind of partnership it is, which criteria apply to it
// and how each of them stands.
package judge
