package paths

// Own is a place of an organisation, from that organisation.
type Own string

// What an organisation says of itself.
const (
	Name                Own = "name"
	Description         Own = "kind"
	Sector              Own = "sector"
	Turnover            Own = "size.turnover_gbp_m"
	Finance             Own = "finance"
	FinancePosition     Own = "finance.position"
	YearEnd             Own = "finance.year_end"
	Surplus             Own = "finance.surplus_gbp_m"
	Board               Own = "board"
	BoardStability      Own = "board.stability"
	ChiefExecutiveSince Own = "board.chief_executive_since"
	ChairSince          Own = "board.chair_since"
	ClinicalLeadSince   Own = "board.clinical_lead_since"
	Quality             Own = "quality"
	RegulatorRating     Own = "quality.regulator_rating"
	RatedOn             Own = "quality.rated_on"
	SpecialMeasures     Own = "quality.special_measures"
	Stance              Own = "stance"
	Success             Own = "stance.success"
	Performance         Own = "quality.performance"
	StaffSurvey         Own = "workforce.staff_survey"
	Recruitment         Own = "workforce.recruitment"
	RecognisesNeed      Own = "stance.recognises_need"
	SeeksSupport        Own = "stance.seeks_support"
	BacksThisPartner    Own = "board.backs_this_partner"
	BacksPartnering     Own = "board.backs_partnering"
	Capacity            Own = "capacity"
	ToHelp              Own = "capacity.to_help"
	ToCarryChanges      Own = "capacity.to_carry_changes"
	ForOwnCulture       Own = "capacity.for_own_culture"
	Values              Own = "values"
	Aims                Own = "objectives"
	Issues              Own = "issues"
)
