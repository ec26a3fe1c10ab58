package result

import "partner/pkg/internal/enum"

// Standing is how an option stands against the one that is declared or, where none is, against the one that
// the facts point to: by how far the situation suits its type, and by how near it is.
type Standing string

// The standings. An option is nearer where it is a smaller step, or where no more is essential and open.
const (
	Itself       Standing = "the same" // what the others stand against
	BetterNearer Standing = "better and nearer"
	Better       Standing = "better"
	AsGood       Standing = "as good"
	Worse        Standing = "worse"
)

// Standings are the standings, in the order in which they are told.
var Standings = []Standing{Itself, BetterNearer, Better, AsGood, Worse}

// Words are the words that it can be.
func (Standing) Words() []string { return enum.Words(Standings) }

// UnmarshalText reads the word.
func (s *Standing) UnmarshalText(text []byte) error { return enum.Read(s, text, Standings) }
