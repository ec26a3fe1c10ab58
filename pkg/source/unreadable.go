package source

import "bytes"

// Unreadable says why a file cannot be read where there is more to that than its path, and what to do about
// it. A file system gives it as the error of Open or Stat.
type Unreadable struct{ Reason, Do string }

func (u *Unreadable) Error() string { return u.Reason }

// LFSPointer reports whether a file is what Git LFS leaves in the place of one: valid YAML, and one text.
func LFSPointer(data []byte) bool {
	return bytes.HasPrefix(data, []byte("version https://git-lfs.github.com/spec/"))
}
