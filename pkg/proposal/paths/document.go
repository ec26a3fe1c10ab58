// Package paths names the places of a proposal that the program itself looks at. What is no place of the
// document's model fails this package's test, so that a slip cannot read as a fact that is not known.
// Paths that the catalogue's rules name are checked when it is loaded.
package paths

import (
	"iter"
	"strings"
)

// Path is a place of a document, from its root.
type Path string

// Under gives the place of what stands there under a key or an id: answers.ID.
func (p Path) Under(id string) string { return string(p) + "." + id }

// Keys gives the keys that lead there, one after the other.
func (p Path) Keys() iter.Seq[string] { return strings.SplitSeq(string(p), ".") }

// The parts of a document.
const (
	Version       Path = "partner"
	Title         Path = "title"
	About         Path = "about"
	Currency      Path = "currency"
	Catalogue     Path = "catalogue"
	LockedName    Path = "catalogue.name"
	LockedVersion Path = "catalogue.version"
	LockedHash    Path = "catalogue.hash"
	AsOf          Path = "as_of"
	Organisations Path = "organisations"
	Arrangement   Path = "arrangement"
	Answers       Path = "answers"
	Conditions    Path = "conditions"
	Departures    Path = "departures"
	Evidence      Path = "evidence"
)

// The arrangement: what kind of partnership it is.
const (
	Nature     Path = "arrangement.nature"
	Scale      Path = "arrangement.scale"
	Form       Path = "arrangement.form"
	BrokeredBy Path = "arrangement.brokered_by"
	Roles      Path = "arrangement.roles"
	Progress   Path = "arrangement.state"
	RunsSince  Path = "arrangement.since"

	Mandate     Path = "arrangement.mandate"
	Extent      Path = "arrangement.extent"
	Constituted Path = "arrangement.constituted"
	Outcome     Path = "arrangement.outcome"
	FormInWords Path = "arrangement.form_in_words"
	NearestForm Path = "arrangement.nearest_form"
)

// The arrangement: what it is for, and when.
const (
	Rationale    Path = "arrangement.rationale"
	Alternatives Path = "arrangement.alternatives"
	Objectives   Path = "arrangement.objectives"
	Benefits     Path = "arrangement.benefits"
	Decision     Path = "arrangement.timeline.decision"
	Starts       Path = "arrangement.timeline.starts"
	BenefitsFrom Path = "arrangement.timeline.benefits_from"
	Ends         Path = "arrangement.timeline.ends"
	Reason       Path = "arrangement.rationale.text"
	PatientNeed  Path = "arrangement.rationale.patient_need"
	Vision       Path = "arrangement.rationale.vision"
	VisionBacked Path = "arrangement.rationale.vision_backed"
	History      Path = "arrangement.history"
	TotalCost    Path = "arrangement.resources.cost_gbp_m"
	Funding      Path = "arrangement.resources.funding"
)

// The arrangement: who and what carries it.
const (
	Leads              Path = "arrangement.leads"
	Governance         Path = "arrangement.governance"
	AgreementStatus    Path = "arrangement.governance.agreement.status"
	AnswersToRegulator Path = "arrangement.governance.answers_to_regulator"
	Culture            Path = "arrangement.culture"
	CultureRoute       Path = "arrangement.culture.route"
	CultureAdopted     Path = "arrangement.culture.whose"
	CultureYears       Path = "arrangement.culture.years"
	Shares             Path = "arrangement.shares"
	DifferingValues    Path = "arrangement.culture.differing_values"
	ValuesAligned      Path = "arrangement.culture.values_aligned"
	Engagement         Path = "arrangement.engagement"
	Risks              Path = "arrangement.risks"
	AgreementTerms     Path = "arrangement.governance.agreement.terms"
	AgreementSays      Path = "arrangement.governance.agreement.roles_and_funding"
	AgreementReview    Path = "arrangement.governance.agreement.review"
	GoverningBoards    Path = "arrangement.governance.boards"
	JointPosts         Path = "arrangement.governance.joint_posts"
	CulturePower       Path = "arrangement.culture.power"
	Expectations       Path = "arrangement.environment.expectations"
	Reporting          Path = "arrangement.environment.reporting"
	Hinders            Path = "arrangement.environment.hinders"
	Approvals          Path = "arrangement.environment.approvals"
)
