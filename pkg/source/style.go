package source

import "gopkg.in/yaml.v3"

// Style is how a node is written.
type Style = yaml.Style

// The styles of a node that matter to what changes a text; a node of none of them is a block or plain.
const (
	Flow    = yaml.FlowStyle // inside brackets or braces
	Single  = yaml.SingleQuotedStyle
	Double  = yaml.DoubleQuotedStyle
	Literal = yaml.LiteralStyle
	Folded  = yaml.FoldedStyle
)

// PlainTag gives what a word without quotes is taken for: !!str, !!int, !!bool, !!null and so on.
func PlainTag(word string) string {
	n := Node{Kind: Scalar, Value: word}
	return n.ShortTag()
}
