package catalogue

// What the program itself names of the catalogue; the rest it finds by what it says. A catalogue without one
// of these cannot be used.
const (
	// SuccessAligned is the criterion whether the two understand success alike, beside which reports set what
	// each would call one.
	SuccessAligned = "success-aligned"
	// DecisionDayPassed is the consistency rule that speaks where the day of the decision passed in silence: the
	// stage then stays to decide.
	DecisionDayPassed = "decision-day-passed"
	// Individual is the smaller of the two scales.
	Individual = "individual"
	// AcrossSectors marks what only two organisations of different sectors have to gain.
	AcrossSectors = "across"
	// MethodSource is the kind of a source that the method rests on, and that no criterion need cite.
	MethodSource = "base"
)

// Meanings of forms: whether a source gives them.
const (
	MeaningInSource = "source"
	MeaningOurs     = "ours" // the sources only name the form
)
