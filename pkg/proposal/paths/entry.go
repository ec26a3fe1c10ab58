package paths

// Key is a key of what stands in a list or under an id, such as one benefit or one piece of evidence.
type Key string

// Keys of benefits, objectives, issues, risks, leads, alternatives, sources of money, conditions and pieces
// of evidence.
const (
	ID              Key = "id"
	What            Key = "what"
	Text            Key = "text"
	Kind            Key = "kind"
	Status          Key = "status"
	For             Key = "for"
	Measure         Key = "measure"
	Baseline        Key = "baseline"
	Target          Key = "target"
	By              Key = "by"
	Source          Key = "source"
	PatientReported Key = "patient_reported"
	Amount          Key = "amount_gbp_m"
	Serves          Key = "serves"
	Area            Key = "area"
	Plan            Key = "plan"
	Funded          Key = "funded"
	Cost            Key = "cost_gbp_m"
	Of              Key = "of"
	Likelihood      Key = "likelihood"
	Impact          Key = "impact"
	Mitigation      Key = "mitigation"
	Owner           Key = "owner"
	Post            Key = "post"
	Since           Key = "since"
	FormWeighed     Key = "form"
	WhyNot          Key = "why_not"
	Due             Key = "due"
	AcceptedBy      Key = "accepted_by"
	Until           Key = "until"
	State           Key = "state"
	Note            Key = "note"
	PieceTitle      Key = "title"
	Date            Key = "date"
	Place           Key = "place"
	Reached         Key = "reached"
	WentHow         Key = "outcome"
	From            Key = "from"
	Organisation    Key = "organisation"
	NeedsLaterStep  Key = "needs_later_step"
	Body            Key = "body"
	Planned         Key = "planned"
	Link            Key = "link"
	EnoughTime      Key = "enough_time"
)

// The roles that the program itself asks for.
const (
	Acquirer Key = "acquirer"
	Acquired Key = "acquired"
	Partners Key = "partners"
)
