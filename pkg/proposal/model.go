package proposal

import (
	"strings"

	"partner/pkg/enum"
	"partner/pkg/proposal/paths"
)

// Kind is the shape of one place in a proposal.
type Kind uint8

// The kinds of place. Every kind but Section, Items, Organisations and Entries is a leaf, and every
// leaf may be written bare (`position: strong`) or as a full statement (`position: {is: strong, …}`).
const (
	Section        Kind = iota // a mapping with the keys of Fields
	Word                       // one of Words
	Text                       // free text; `none` says that there is none
	Number                     // a number, in Unit where one is given
	Date                       // 2014, 2014-06 or 2014-06-01: a year or month stands for all its days
	Reference                  // the id of an organisation, an objective or a piece of evidence (RefTo)
	List                       // a list of leaves, each as Of describes
	Items                      // a list of mappings, each with the keys of Fields
	ByOrganisation             // a mapping from organisation ids to what Of describes
	Organisations              // the two organisations, by id, each with the keys of Fields
	Entries                    // a mapping from ids to mappings with the keys of Fields
	Answers                    // a mapping from criterion ids to what Of describes
)

// Field describes one place in a proposal: the reader, the schema, the editor's help and the paths
// that criteria may use are all made from it.
type Field struct {
	Key    string   // the key in the document, snake_case; empty for what a List or a mapping holds
	Kind   Kind     // what may stand there
	Doc    string   // what it means, in a sentence an editor can show
	Words  []string // the words that a Word may be, best or most usual first
	Unit   string   // the unit of a Number
	RefTo  string   // what a Reference names: organisations, objectives or evidence
	Fields []*Field // the keys of a Section, of each of the Items, Organisations or Entries
	Of     *Field   // what a List, a ByOrganisation or Answers holds
}

// Field returns the field of the given key, or nil.
func (f *Field) Field(key string) *Field {
	for _, c := range f.Fields {
		if c.Key == key {
			return c
		}
	}
	return nil
}

// Find returns the field at a path from the model's root, or nil.
func (f *Field) Find(p paths.Path) *Field {
	for rest, more := string(p), true; more && f != nil; {
		var key string
		key, rest, more = strings.Cut(rest, ".")
		f = f.Field(key)
	}
	return f
}

// Leaf reports whether a statement may stand at the field.
func (f *Field) Leaf() bool {
	switch f.Kind {
	case Section, Items, ByOrganisation, Organisations, Entries, Answers:
		return false
	}
	return true
}

// Version is the version of the document format that this reader understands.
const Version = 1

// Words that several fields share.
var (
	yesPartlyNo   = enum.Words([]AnswerWord{Yes, Partly, No})
	yesNo         = enum.Words([]AnswerWord{Yes, No})
	goodMixedPoor = []string{"good", "mixed", "poor"}
	lowMediumHigh = []string{"low", "medium", "high"}
	frequencies   = []string{"daily", "weekly", "fortnightly", "monthly", "quarterly", "twice-yearly", "yearly", "rarely", "never"}
)

// Forms are the forms of partnership, as the typology names them.
var Forms = []string{"merger", "acquisition", "buddying", "contract", "networked-care", "joint-venture", "management-contract", "pathway"}

func word(key, doc string, words []string) *Field {
	return &Field{Key: key, Kind: Word, Doc: doc, Words: words}
}
func text(key, doc string) *Field { return &Field{Key: key, Kind: Text, Doc: doc} }
func date(key, doc string) *Field { return &Field{Key: key, Kind: Date, Doc: doc} }
func number(key, unit, doc string) *Field {
	return &Field{Key: key, Kind: Number, Unit: unit, Doc: doc}
}
func reference(key, to, doc string) *Field {
	return &Field{Key: key, Kind: Reference, RefTo: to, Doc: doc}
}
func section(key, doc string, fields ...*Field) *Field {
	return &Field{Key: key, Kind: Section, Doc: doc, Fields: fields}
}
func items(key, doc string, fields ...*Field) *Field {
	return &Field{Key: key, Kind: Items, Doc: doc, Fields: fields}
}
func list(key, doc string, of *Field) *Field {
	return &Field{Key: key, Kind: List, Doc: doc, Of: of}
}

// Model describes the whole document. It is read, never changed.
var Model = section("", "A proposed partnership between two organisations.",
	&Field{Key: "partner", Kind: Number, Doc: "The version of this format: 1."},
	text("title", "What the proposal is called in the report."),
	text("about", "A line or two about the document itself, shown under the title: that it is fictional, say, or where its facts come from."),
	date("as_of", "The day on which the document is true. Ages of evidence and dates that have passed are reckoned from it; without it they stay unknown."),
	&Field{Key: "organisations", Kind: Organisations, Doc: "The two organisations, each under a short id of your choice; or `from:` with the path of a file that several proposals share.", Fields: organisation},
	section("arrangement", "The proposed partnership.", arrangement...),
	&Field{Key: "answers", Kind: Answers, Doc: "What only a person can judge, by criterion id (`partner criteria` lists them). `not-applicable` and `other-means` need a reason under `because`; `other-means` needs evidence too.", Of: word("", "The answer to the criterion's question.", AnswerWord("").Words())},
	&Field{Key: "conditions", Kind: Entries, Doc: "What the boards have set as conditions, each under the id of the criterion or the element of governance that it is to bring about (a report lists what can be set). `evidence` names what closes it, `because` why it was set.", Fields: conditions},
	&Field{Key: "evidence", Kind: Entries, Doc: "The register of evidence that statements refer to, by id.", Fields: evidence},
)

var organisation = []*Field{
	text("name", "The organisation's name."),
	text("kind", "What kind of organisation it is, such as acute trust or specialist centre."),
	word("sector", "The sector it belongs to.", []string{"nhs", "private", "voluntary", "local-government"}),
	section("size", "How large it is.",
		number("sites", "sites", "How many sites it runs."),
		number("staff", "people", "How many people it employs."),
		number("beds", "beds", "How many beds it has."),
		number("turnover_gbp_m", "£m a year", "Its yearly turnover."),
	),
	section("finance", "Its financial position.",
		word("position", "Where its finances stand: strong (surplus, no support needed), balanced, deficit, or distressed (cannot go on without support).", []string{"strong", "balanced", "deficit", "distressed"}),
		number("surplus_gbp_m", "£m a year", "Surplus of the last full year; a deficit is negative."),
		date("year_end", "The end of the financial year that the figures are for."),
	),
	section("board", "Its board.",
		word("stability", "Whether the board is stable, changing (posts being filled or handed over), or unstable (posts empty, frequent departures).", []string{"stable", "changing", "unstable"}),
		date("chief_executive_since", "When the present chief executive took up the post."),
		date("chair_since", "When the present chair took up the post."),
		date("clinical_lead_since", "When the present medical director or senior clinical lead took up the post."),
		word("backs_partnering", "Whether the organisation's leadership backs partnering in general.", yesPartlyNo),
		word("backs_this_partner", "Whether it backs partnering with this partner.", yesPartlyNo),
	),
	section("quality", "What is known of the quality of its care.",
		word("regulator_rating", "The regulator's overall rating.", []string{"outstanding", "good", "requires-improvement", "inadequate"}),
		date("rated_on", "When that rating was given."),
		word("special_measures", "Whether it is in special measures, or the regime that has replaced them.", yesNo),
		word("performance", "How it performs against its targets as a whole.", []string{"high", "mixed", "low"}),
	),
	section("workforce", "Its staff.",
		word("staff_survey", "Where the last staff survey places it among comparable organisations.", []string{"top-20%", "above-average", "average", "below-average", "bottom-20%"}),
		word("recruitment", "How recruitment and retention are going.", []string{"stable", "strained", "failing"}),
	),
	section("stance", "How it stands towards partnering.",
		word("looking_for_partner", "Whether it was already looking for a partner before this proposal.", yesPartlyNo),
		word("comfortable_with_partnering", "Whether it is at ease with partnering as such.", yesPartlyNo),
		word("recognises_need", "Whether it sees that it must itself change.", yesPartlyNo),
		word("seeks_support", "Whether it is looking for support.", yesPartlyNo),
		word("motivation", "How much it wants this partnership.", lowMediumHigh),
		text("success", "What it would call a success, in its own words."),
	),
	section("capacity", "What it can spare for the partnership.",
		word("time_of_leads", "Whether those who lead the partnership on its side have enough time for it.", yesPartlyNo),
		word("to_carry_changes", "Whether it has the people and money that the changes on its own side take.", yesPartlyNo),
		word("to_help", "Whether it can spare what helping the other takes without harm to itself.", yesPartlyNo),
		word("for_own_culture", "Whether time stays to look after its own staff and culture.", yesPartlyNo),
		number("concurrent_partnerships", "partnerships", "How many other improvement partnerships it is engaged in at the same time, this one not counted."),
		number("concurrent_changes", "changes", "How many other major changes it carries through at the same time."),
	),
	list("values", "The values that it states.", text("", "A value.")),
	items("objectives", "What it wants for itself, whether or not from this partnership.",
		text("id", "A short id that the arrangement's objectives refer to."),
		text("text", "The objective."),
	),
	items("issues", "Problems that a partner would take on with it; an empty list says that there are none.",
		text("id", "A short id."),
		text("what", "The problem."),
		word("area", "What it concerns.", []string{"estate", "finance", "workforce", "quality", "governance", "technology", "reputation"}),
		number("cost_gbp_m", "£m", "What putting it right would cost."),
		word("plan", "Whether there is a plan to put it right.", yesPartlyNo),
		word("funded", "Whether the plan is paid for.", yesPartlyNo),
	),
}

var arrangement = []*Field{
	word("nature", "Mandated (brokered by a body outside both organisations) or voluntary (begun by the organisations themselves).", []string{"mandated", "voluntary"}),
	word("brokered_by", "Who started it.", []string{"organisations", "clinicians", "regulator", "commissioner", "national-body", "government"}),
	word("mandate", "Where an outside body brokered it: whether it was offered or imposed.", []string{"offered", "imposed"}),
	word("scale", "Individual (a few people or services) or structural (larger and formally constituted).", []string{"individual", "structural"}),
	word("extent", "How much of the organisations it reaches.", []string{"few-people", "few-services", "many-services", "whole-organisation"}),
	word("constituted", "How formally it is constituted.", []string{"informally", "by-agreement", "by-contract", "by-legal-change"}),
	word("form", "The form of the partnership.", Forms),
	word("outcome", "What becomes of the organisations: they combine into a new one; one is absorbed; one helps the other; a contract binds two that stay; services are redesigned along one pathway; one's service or governance runs at the other's site; a third body is formed; one runs the other.", []string{"new-organisation", "one-absorbed", "one-helps-other", "contract-between-two", "shared-pathway", "service-at-host", "third-body", "one-runs-other"}),
	list("shares", "What the two would share; an empty list says that there is none.", word("", "What is shared.", []string{"services", "sites"})),
	section("roles", "Which organisation has which part.",
		reference("acquirer", "organisations", "In an acquisition, the one that stays."),
		reference("acquired", "organisations", "In an acquisition, the one that is absorbed."),
		reference("supporter", "organisations", "In buddying, or wherever one helps the other, the one that helps."),
		reference("supported", "organisations", "In buddying, or wherever one helps the other, the one that is helped."),
		reference("provider", "organisations", "In networked care, the one that provides the service or its governance."),
		reference("host", "organisations", "In networked care, the one at whose site it runs."),
		reference("commissioner", "organisations", "In a contract, the one that commissions."),
		reference("contractor", "organisations", "In a contract, the one that delivers."),
		reference("manager", "organisations", "In a management contract, the one that runs the other."),
		reference("managed", "organisations", "In a management contract, the one that is run."),
		list("partners", "Equal partners: both ids.", reference("", "organisations", "An equal partner.")),
	),
	section("rationale", "Why the two partner.",
		text("text", "The reason, as staff are told it."),
		word("told_to_staff", "Whether staff on both sides have been given it.", yesPartlyNo),
		text("patient_need", "The need of patients, or the opening to do better by them, that has been found."),
		text("vision", "What the partnership is to achieve, in a sentence."),
		word("vision_backed", "Whether both boards and their executives stand behind that vision.", yesPartlyNo),
	),
	items("alternatives", "What else was weighed.",
		word("form", "The form weighed.", append([]string{"do-nothing"}, Forms...)),
		text("what", "What it would have been."),
		text("why_not", "Why it was not chosen."),
	),
	items("objectives", "What the partnership is for.",
		text("id", "A short id."),
		text("text", "The objective."),
		&Field{Key: "serves", Kind: ByOrganisation, Doc: "The objectives of each organisation that it serves, by their ids.", Of: list("", "Objectives served; an empty list says that it serves none.", reference("", "objectives", "An objective of that organisation."))},
	),
	items("benefits", "What gets better, and how that will be seen.",
		text("what", "The benefit."),
		word("for", "Who has it.", []string{"patients", "staff", "organisations", "system"}),
		word("kind", "What kind of benefit it is.", []string{"outcome", "experience", "access", "safety", "savings", "other"}),
		text("measure", "What shows it."),
		text("baseline", "Where the measure stands now."),
		text("target", "Where it is to get."),
		date("by", "When it is to be there."),
		text("source", "Where the expectation comes from: an estimate, a study, another partnership."),
		word("patient_reported", "Whether patients themselves report it.", yesNo),
		word("needs_later_step", "Whether it hangs on a later step, such as one site.", yesNo),
		number("amount_gbp_m", "£m a year", "For savings, the sum a year."),
	),
	items("history", "What the two have done together before; an empty list says that there is none.",
		text("what", "What was done."),
		word("kind", "What kind of thing it was.", []string{"project", "peer-contact", "joint-posts", "contract", "shared-service", "working-relationship"}),
		word("scale", "How large it was against what is proposed now.", []string{"small", "large"}),
		word("outcome", "How it went.", goodMixedPoor),
		date("since", "When it began."),
	),
	section("timeline", "When things happen.",
		date("decision", "When the boards decide."),
		word("decided", "Whether the boards have taken the decision: partly where only one of the two has. A start that has passed, or a signed agreement once the day of the decision has passed, shows it too.", yesPartlyNo),
		date("starts", "When it takes effect."),
		date("benefits_from", "When the first benefits are promised."),
		date("ends", "When it ends, if it does."),
	),
	section("resources", "What it takes.",
		number("cost_gbp_m", "£m", "What entering and running it will cost in all."),
		word("time_estimated", "Whether the time it takes, managers' above all, was estimated before deciding.", yesPartlyNo),
		word("money_estimated", "Whether the money it takes was estimated before deciding.", yesPartlyNo),
		word("dedicated", "Whether enough people and money are set aside for it.", yesPartlyNo),
		word("new_resources", "Whether new money or capacity can be won for it.", yesPartlyNo),
		items("funding", "The sources of money; an empty list says that none is added.",
			text("from", "Who pays."),
			word("kind", "What the money is for.", []string{"transition", "bridging", "capital", "revenue", "project"}),
			number("amount_gbp_m", "£m", "How much."),
			word("status", "How far it is settled.", []string{"agreed", "sought", "refused"}),
			word("escalation", "Whether there is an agreed way to escalate if it is not settled.", yesNo),
		),
	),
	items("leads", "The people on whose collaboration it rests, by post.",
		text("post", "The post."),
		reference("organisation", "organisations", "Whose lead it is."),
		word("kind", "What they lead.", []string{"clinical", "executive", "operational", "programme"}),
		date("since", "When they took up the post."),
		word("enough_time", "Whether they have enough time for the partnership.", yesPartlyNo),
	),
	section("governance", "What keeps it on track.",
		section("agreement", "The agreement between the two.",
			word("status", "How far it has got.", []string{"signed", "drafted", "planned", "none"}),
			word("terms", "Whether its terms are clear to both.", []string{"clear", "partly-clear", "unclear"}),
			word("outlives_leaders", "Whether it is made to outlive changes of corporate and clinical leaders.", yesPartlyNo),
			text("roles_and_funding", "What it says of each side's part and of the money; `none` if it is silent."),
			date("review", "When it is reviewed."),
		),
		items("boards", "The boards, committees and meetings that steer or watch it; an empty list says that there are none.",
			word("kind", "What it is for.", []string{"joint-performance", "joint-management", "joint-board", "quality-oversight", "compliance-meeting", "clinical-governance", "service-links"}),
			word("status", "How far it has got.", []string{"in-place", "agreed", "planned"}),
			word("meets", "How often it meets.", frequencies),
			list("members", "Who sits on it.", word("", "A member.", []string{"chief-executives", "executives", "clinicians", "operational-managers", "regulator", "commissioner", "national-bodies", "patients", "first-organisation", "second-organisation"})),
			word("acts_on_data", "Whether it shapes the data set, reads what it shows and acts on it.", yesPartlyNo),
		),
		word("management", "How far governance and management of the two are joined.", []string{"joined", "partly-joined", "separate"}),
		word("clinical_governance", "Whether there is one clinical governance structure across the whole.", []string{"one", "being-joined", "separate"}),
		word("project_management", "Who manages the project.", []string{"shared", "one-side", "none"}),
		items("joint_posts", "Posts held across both organisations; an empty list says none.",
			text("post", "The post."),
			date("since", "From when."),
		),
		word("accountability_model", "Who delivers and who answers for it: provider (delivery and accountability wholly with the provider), host-holds-to-account (the provider delivers, the host holds it to account), host-delivers (delivery stays with the host under the provider's governance framework), or other.", []string{"provider", "host-holds-to-account", "host-delivers", "other"}),
		text("accountability_spelled_out", "What follows from that model for each side, or where it is written down."),
		reference("answers_to_regulator", "organisations", "Who answers to the regulator when something goes wrong."),
		text("site_name", "Whose name the site bears."),
		word("host_reporting", "How the provider reports to the host.", []string{"joint-board", "light-touch", "none"}),
		word("cross_committees", "Whether either sits on some of the other's committees.", yesNo),
		word("reflection", "How often time is set aside to reflect on progress together.", frequencies),
		number("benefit_review_months", "months", "How many months lie between reviews of what the partnership achieves; 0 says that none are planned."),
	),
	section("culture", "The two cultures.",
		word("route", "For the culture of the whole: adopt one, develop a new one, or keep both.", []string{"adopt-one", "develop-new", "keep-both", "undecided"}),
		reference("whose", "organisations", "Whose culture is adopted."),
		number("years", "years", "Over how many years culture work is planned."),
		text("programme", "The culture programme: who leads it and how staff are drawn in."),
		list("shared_values", "Values that both hold where the partnership touches them.", text("", "A value.")),
		list("differing_values", "Values that differ where the partnership touches them; an empty list says none.", text("", "A value.")),
		word("values_aligned", "Whether the values that matter for this partnership are aligned.", yesPartlyNo),
		word("power", "Where power lies between the two.", []string{"even", "uneven"}),
	),
	section("engagement", "Who is told, heard and drawn in.",
		word("staff_communication", "How fully staff on both sides are told what is happening.", []string{"full", "partial", "none"}),
		word("stakeholder_updates", "How often key stakeholders are updated.", frequencies),
		word("stakeholders_contribute", "Whether stakeholders can contribute.", yesPartlyNo),
		word("operational_managers", "Whether operational managers of both sides are engaged.", yesPartlyNo),
		word("clinical_leaders", "Whether senior and clinical leaders of both sides are engaged.", yesPartlyNo),
		word("peer_contact", "How staff meet their peers on the other side.", []string{"before-the-step", "after-the-step", "none"}),
		word("plans_open", "Whether what is planned is open to both.", yesPartlyNo),
		word("newsletters_shared", "Whether staff communications reach the other's staff.", yesPartlyNo),
	),
	section("measures", "Data on what the partnership does.",
		word("to_the_point", "Whether data will show the effect that is meant.", yesPartlyNo),
		word("accurate", "Whether the data will be right.", yesPartlyNo),
		word("timely", "Whether the data will come in time to act on.", yesPartlyNo),
		list("sources", "What is drawn on.", word("", "A source.", []string{"regulator-ratings", "staff-survey", "patient-experience", "clinical-audit", "activity", "finance", "workforce", "targeted-collection"})),
		word("access", "Whether data can be reached across the two under their information governance.", []string{"agreed", "being-agreed", "not-agreed"}),
		word("paid_in_contract", "Whether the contract pays for targeted data gathering.", yesPartlyNo),
		word("capacity_costed", "Whether the capacity that measuring takes is recognised and costed.", yesPartlyNo),
		word("patient_perspective", "Whether patients' own perspective shows if their experience improves.", yesPartlyNo),
		word("evaluation", "Formal evaluation and monitoring.", []string{"under-way", "scheduled", "intended", "none"}),
		word("improvement_science", "Whether measures built with improvement science follow what the changes do.", yesPartlyNo),
		section("current_position", "What was sought to see where things stand.",
			word("data", "Data.", yesPartlyNo),
			word("patients", "Patients' experience.", yesPartlyNo),
			word("staff", "Staff's views.", yesPartlyNo),
		),
	),
	section("operations", "How it runs from day to day.",
		word("operating_model", "Whether the operating model is defined, interactions with both sides' services included.", []string{"defined", "partly-defined", "undefined"}),
		word("in_staff_training", "Whether the operating model is part of staff training.", yesPartlyNo),
		word("fitted_to_site", "Whether the model was fitted to the size and kind of site, integration and services.", yesPartlyNo),
		word("everyday_processes", "Whether the work and its data run through the everyday processes.", yesPartlyNo),
		word("it_connectivity", "Whether IT connections between the two are managed.", yesPartlyNo),
		word("it_knows_host", "Whether the provider's IT people know the host's site and services.", yesPartlyNo),
		word("space_and_environment", "Whether space and the physical environment are managed.", yesPartlyNo),
		word("clinical_support", "Where clinical support from the host is written down.", []string{"service-level-agreement", "elsewhere", "nowhere", "not-needed"}),
		word("other_support", "Where other support from the host, such as anaesthetic cover or cleaning, is written down.", []string{"lease-or-licence", "elsewhere", "nowhere", "not-needed"}),
		list("mandatory_training", "Where mandatory training is held.", word("", "A place.", []string{"at-host", "at-provider"})),
		word("continuity", "How business continuity is planned.", []string{"jointly", "separately", "none"}),
		word("fallback", "Whether fall-back procedures or technical resources are shared.", yesPartlyNo),
		word("host_data", "Information held on the host's systems.", []string{"backed-up-and-recoverable", "backed-up", "not-backed-up", "none-held"}),
		word("information_sharing", "The information-sharing agreement.", []string{"signed", "drafted", "none"}),
		word("systems_joined", "Whether information systems are joined.", yesNo),
		word("patient_details_shared", "Whether patients' details pass between the two.", yesNo),
		word("host_interest", "The host's remaining interest in the service.", []string{"none", "tenant-only", "co-dependent-services", "strategic"}),
		word("integration", "How far the service is integrated with the host.", []string{"tenant", "light", "close", "full"}),
		word("first_networked_site", "Whether this is the provider's first networked site.", yesNo),
		word("blueprint", "Whether a blueprint for the next site is kept.", yesPartlyNo),
	),
	section("environment", "What around it helps or hinders.",
		word("expectations", "What outside bodies expect of it.", []string{"realistic", "mixed", "simplistic"}),
		word("reporting", "What reporting to outside bodies does to the work.", []string{"proportionate", "heavy", "distracting"}),
		list("helps", "What helps it, such as an area plan.", text("", "What helps.")),
		list("hinders", "What hinders it.", text("", "What hinders.")),
		word("linked_programmes", "Whether it is tied to wider change programmes inside and outside.", yesPartlyNo),
		word("system_engaged", "Whether the wider system takes part, and not only the organisation of concern.", yesPartlyNo),
		section("support", "What the regulator and the commissioner give.",
			word("regulator_money", "Whether the regulator will see to money for it.", yesPartlyNo),
			word("regulator_time", "Whether the regulator will allow the time it takes.", yesPartlyNo),
			word("commissioner_money", "Whether the commissioner will see to money for it.", yesPartlyNo),
			word("commissioner_time", "Whether the commissioner will allow the time it takes.", yesPartlyNo),
		),
		word("regulators_open", "Whether regulators are open with staff and stakeholders about a directive step.", yesPartlyNo),
		items("approvals", "The approvals that it needs; an empty list says none.",
			text("body", "Who approves."),
			number("months", "months", "How long it takes."),
			word("planned", "Whether that time and its conflicts with other approvals are planned for.", yesPartlyNo),
		),
	),
	items("risks", "The risks of doing it and of not doing it.",
		text("what", "What could happen."),
		word("of", "Whether it is a risk of doing it or of not doing it.", []string{"doing", "not-doing"}),
		word("for", "Whom it falls on.", []string{"patients", "staff", "first-organisation", "second-organisation", "both-organisations", "system"}),
		word("likelihood", "How likely it is.", lowMediumHigh),
		word("impact", "How bad it would be.", lowMediumHigh),
		text("mitigation", "What is done about it."),
		text("owner", "Who owns it, by post."),
	),
}

var conditions = []*Field{
	text("owner", "Who sees to it, by post."),
	date("due", "When it is to be met; without it, the decision, the start or a year after the start, as the source has it."),
	word("state", "Where it stands: open, or closed once the evidence is in. A condition is taken as closed only where the rest of the document bears it out.", []string{"open", "closed"}),
	text("note", "Anything else that whoever reads the next report has to know."),
}

var evidence = []*Field{
	word("kind", "How independent it is: independent (regulator, audit), published, board-approved, internal document, or the assertion of one party.", enum.Words(EvidenceKinds)),
	text("title", "Its title."),
	text("source", "Who wrote it."),
	date("date", "When it was written."),
	text("place", "The page or section."),
	text("link", "Where it can be found."),
}
