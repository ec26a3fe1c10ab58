package logic

import (
	"slices"
	"strings"

	"partner/pkg/proposal"
)

// Asked is what a condition asks of a fact whose words have an order.
type Asked struct {
	Path   string // of the fact; of an entry's, that of the list and its own
	Words  []string
	Denied bool            // it holds where the fact is none of them
	Less   string          // why a word that says less counts for more; "" where it does not
	Field  *proposal.Field // with the words and their order
}

// Asked gives what the condition asks of facts whose words have an order; a nil one asks nothing.
func (c *Condition) Asked() []Asked {
	var all []Asked
	c.asked(nil, "", false, &all)
	return all
}

func (c *Condition) asked(item *proposal.Field, list string, denied bool, all *[]Asked) {
	if c == nil {
		return
	}
	path := strings.Join(c.Path, ".")
	if rest, is := strings.CutPrefix(path, Item); is {
		path = list + rest
	}
	switch c.Op {
	case Not:
		denied = !denied
	case Is:
		if f, err := fieldAt(c.Path, item); err == nil && f.Order != proposal.NoOrder {
			*all = append(*all, Asked{path, c.Words, denied, c.Less, f})
		}
	case Some, Every, Count:
		if f, err := fieldAt(c.Path, item); err == nil {
			item, list = f, path
		}
	}
	for _, of := range c.Of {
		of.asked(item, list, denied, all)
	}
}

// Gap gives a word that is asked for and one that says more and is not, or "" where there are none: with one, more
// would count for less. Besides are words that count as asked for, too.
func (a Asked) Gap(besides []string) (in, out string) {
	for _, word := range a.Field.Rising() {
		asked := slices.Contains(a.Words, word) || slices.Contains(besides, word)
		switch {
		case asked != a.Denied:
			if in == "" {
				in = word
			}
		case in != "":
			return in, word
		}
	}
	return "", ""
}
