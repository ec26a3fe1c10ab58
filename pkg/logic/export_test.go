package logic

// String says the value in messages of tests.
func (t Truth) String() string { return [...]string{"false", "unknown", "true"}[t] }
