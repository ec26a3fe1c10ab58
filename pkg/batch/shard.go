package batch

import (
	"fmt"
	"hash/fnv"
)

// Shard is one of several parts of all documents. Which part a document belongs to hangs on its path alone, so that
// machines that know nothing of each other share documents out in the same way.
type Shard struct{ Number, Of int } // from 1

// ParseShard reads I/N.
func ParseShard(text string) (Shard, error) {
	var s Shard
	var rest string
	if n, _ := fmt.Sscanf(text+" .", "%d/%d %s", &s.Number, &s.Of, &rest); n != 3 || rest != "." || s.Number < 1 || s.Of < s.Number || s.String() != text {
		return Shard{}, fmt.Errorf("expected I/N, with I from 1 to N")
	}
	return s, nil
}

func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Number, s.Of) }

// Has reports whether the document of a path belongs to the shard. The hash is FNV-1a of 64 bits, over the path's bytes.
func (s Shard) Has(path string) bool {
	h := fnv.New64a()
	h.Write([]byte(path))
	return h.Sum64()%uint64(s.Of) == uint64(s.Number-1)
}
