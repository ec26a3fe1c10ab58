package proposal

import "partner/pkg/internal/enum"

// Version is the version of the document format that this reader understands.
const Version = 1

// scale is the words of a field, and what their order says.
type scale struct {
	words []string
	order Order
}

func kinds(words ...string) scale { return scale{words, NoOrder} }
func best(words ...string) scale  { return scale{words, BestFirst} }
func worst(words ...string) scale { return scale{words, WorstFirst} }
func most(words ...string) scale  { return scale{words, MostFirst} }
func least(words ...string) scale { return scale{words, LeastFirst} }

// Words that several fields share.
var (
	yesPartlyNo   = best(enum.Words([]AnswerWord{Yes, Partly, No})...)
	yesNo         = kinds(enum.Words([]AnswerWord{Yes, No})...)
	lowMediumHigh = least("low", "medium", "high")
	frequencies   = most("daily", "weekly", "fortnightly", "monthly", "quarterly", "twice-yearly", "yearly", "rarely", "never")
)

// OtherForm is the form of what has no word: a document says in a sentence what it is, and which form comes nearest.
const OtherForm = "other"

// Forms are the forms of partnership, as the typology names them.
var Forms = []string{"merger", "acquisition", "buddying", "contract", "networked-care", "joint-venture", "management-contract", "pathway", "group", "shared-service", OtherForm}

// Bounds that several fields share. They keep out what cannot be, and sums that are not in millions: the
// whole of the NHS in England has a turnover of under 200,000 of them.
var (
	sum     = Bounds{Least: 0, Most: 200_000}
	balance = Bounds{Least: -200_000, Most: 200_000}
	months  = Bounds{Least: 0, Most: 600}
)

// upTo bounds a number of whole things.
func upTo(most float64) Bounds { return Bounds{Most: most, Whole: true} }

func word(key, doc string, s scale) *Field {
	return &Field{Key: key, Kind: Word, Doc: doc, Words: s.words, Order: s.order}
}

// wordOrOrganisation is a word, or the id of one of the two organisations.
func wordOrOrganisation(key, doc string, s scale) *Field {
	f := word(key, doc, s)
	f.RefTo = "organisations"
	return f
}
func text(key, doc string) *Field { return &Field{Key: key, Kind: Text, Doc: doc} }
func date(key, doc string) *Field { return &Field{Key: key, Kind: Date, Doc: doc} }
func number(key, unit string, b Bounds, doc string) *Field {
	return &Field{Key: key, Kind: Number, Unit: unit, Bounds: b, Doc: doc}
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

// role is one of a pair of roles that one organisation cannot have both of.
func role(key, opposite, doc string) *Field {
	f := reference(key, "organisations", doc)
	f.Not = opposite
	return f
}

// ages says of a leaf that it tells a state, which passes.
func ages(f *Field) *Field { f.Ages = true; return f }

// rests says of a leaf what it rests on.
func rests(f *Field, on ...Turn) *Field { f.Rests = on; return f }

// likely says of a field what people write for some of its words.
func likely(f *Field, words ...Renamed) *Field { f.Likely = words; return f }

// turns says of a date what turned on it.
func turns(what Turn, f *Field) *Field { f.Turns = what; return f }

// open says of a list that it may go on.
func open(f *Field) *Field { f.Open = true; return f }

// several gives the list of the words of a field that may have more than one, and may be written as its only one.
func several(key, doc, each string, s scale) *Field {
	f := list(key, doc, word("", each, s))
	f.Bare = true
	return f
}

// opens says of a list that it tells what further there is to ask about.
func opens(f *Field) *Field { f.Opens = true; return f }

// body says of a text that it may name a body: who somebody is, pays, approves, leads or wrote something.
func body(f *Field) *Field { f.Body = true; return f }

// money is a sum in millions. Its key says pounds; under the same key without `_gbp` it is in the currency of the document.
func money(key, per string, b Bounds, doc string) *Field {
	f := number(key+"_gbp_m", "£m"+per, b, doc)
	f.Also = key + "_m"
	return f
}

// told says of a leaf that no criterion asks for it.
func told(f *Field) *Field { f.Use = Descriptive; return f }

// Model describes the whole document. It is read, never changed.
var Model = keyed(section("", "A proposed partnership between two organisations.",
	&Field{Key: "partner", Kind: Number, Doc: "The version of this format: 1."},
	told(text("title", "What the proposal is called in the report.")),
	told(text("about", "A line or two about the document itself, shown under the title: that it is fictional, say, or where its facts come from.")),
	date("as_of", "The day on which the document is true. Ages of evidence and dates that have passed are reckoned from it; without it they stay unknown."),
	told(text("currency", "The currency of its sums, by its ISO 4217 code such as EUR; without it pounds, GBP.")),
	&Field{Key: "organisations", Kind: Organisations, Doc: "The two organisations, each under a short id of your choice; or `from:` with the path of a file that several proposals share.", Fields: organisation},
	section("arrangement", "The proposed partnership.", arrangement...),
	&Field{Key: "answers", Kind: Answers, Doc: "What only a person can judge, by criterion id (`partner criteria` lists them). `not-applicable` and `other-means` need a reason under `because`; `other-means` needs evidence too.", Of: word("", "The answer to the criterion's question.", kinds(enum.Words(AnswerWords)...))},
	&Field{Key: "conditions", Kind: Entries, Doc: "What the boards have set as conditions, each under the id of the criterion or the element of governance that it is to bring about (a report lists what can be set). `evidence` names what closes it, `because` why it was set.", Fields: conditions},
	&Field{Key: "departures", Kind: Entries, Doc: "What the boards go on without, knowingly: each under the id of the criterion, of the consistency rule or of the element of governance that is departed from, with its reason under `because`. Ratings, verdict and gates stay without it; the rating with it stands beside.", Fields: departures},
	&Field{Key: "evidence", Kind: Entries, Doc: "The register of evidence that statements refer to, by id.", Fields: evidence},
	section("catalogue", "The catalogue that the document was written for: judged by another one, that is a finding. `partner version` prints the one that partner brings.",
		told(text("name", "The name of the catalogue that is laid over the one that partner brings; without it that itself is meant.")),
		told(text("version", "Its version.")),
		told(text("hash", "Its hash, as reports print it.")),
	),
))

var organisation = []*Field{
	told(body(text("name", "The organisation's name."))),
	told(body(text("kind", "What kind of organisation it is, such as acute trust or specialist centre."))),
	word("sector", "The sector it belongs to.", kinds("nhs", "private", "voluntary", "local-government", "education", "other")),
	section("size", "How large it is.",
		told(number("sites", "sites", upTo(10_000), "How many sites it runs.")),
		told(number("staff", "people", upTo(5_000_000), "How many people it employs.")),
		told(number("beds", "beds", upTo(500_000), "How many beds it has.")),
		told(money("turnover", " a year", sum, "Its yearly turnover.")),
	),
	section("finance", "Its financial position.",
		likely(rests(ages(word("position", "Where its finances stand: strong (surplus, no support needed), balanced, deficit, or distressed (cannot go on without support).", best("strong", "balanced", "deficit", "distressed"))), NewYear),
			Renamed{"bankrupt", "distressed"}, Renamed{"insolvent", "distressed"}, Renamed{"loss", "deficit"}, Renamed{"break-even", "balanced"}, Renamed{"surplus", "strong"}),
		rests(told(ages(money("surplus", " a year", balance, "Surplus of the last full year; a deficit is negative."))), NewYear),
		told(turns(NewYear, date("year_end", "The end of the financial year that the figures are for."))),
	),
	section("board", "Its board.",
		rests(ages(word("stability", "Whether the board is stable, changing (posts being filled or handed over), or unstable (posts empty, frequent departures).", best("stable", "changing", "unstable"))), NewChiefExecutive, NewChair, NewClinicalLead),
		told(turns(NewChiefExecutive, date("chief_executive_since", "When the present chief executive took up the post."))),
		told(turns(NewChair, date("chair_since", "When the present chair took up the post."))),
		told(turns(NewClinicalLead, date("clinical_lead_since", "When the present medical director or senior clinical lead took up the post."))),
		rests(ages(word("backs_partnering", "Whether the organisation's leadership backs partnering in general.", yesPartlyNo)), NewChiefExecutive, NewChair),
		rests(ages(word("backs_this_partner", "Whether it backs partnering with this partner.", yesPartlyNo)), NewChiefExecutive, NewChair),
	),
	section("quality", "What is known of the quality of its care.",
		rests(word("regulator_rating", "The regulator's overall rating.", best("outstanding", "good", "requires-improvement", "inadequate")), NewRating),
		told(turns(NewRating, date("rated_on", "When that rating was given."))),
		rests(word("special_measures", "Whether it is in special measures, or the regime that has replaced them.", worst("yes", "no")), NewRating),
		told(ages(word("performance", "How it performs against its targets as a whole.", best("high", "mixed", "low")))),
	),
	section("workforce", "Its staff.",
		told(ages(word("staff_survey", "Where the last staff survey places it among comparable organisations.", best("top-20%", "above-average", "average", "below-average", "bottom-20%")))),
		told(ages(word("recruitment", "How recruitment and retention are going.", best("stable", "strained", "failing")))),
	),
	section("stance", "How it stands towards partnering.",
		word("looking_for_partner", "Whether it was already looking for a partner before this proposal.", yesPartlyNo),
		rests(ages(word("comfortable_with_partnering", "Whether it is comfortable with partnering as such.", yesPartlyNo)), NewChiefExecutive, NewChair),
		rests(ages(word("recognises_need", "Whether it sees that it must itself change.", yesPartlyNo)), NewChiefExecutive, NewChair),
		rests(ages(word("seeks_support", "Whether it is looking for support.", most("yes", "partly", "no"))), NewChiefExecutive, NewChair),
		rests(ages(word("motivation", "How much it wants this partnership.", worst("low", "medium", "high"))), NewChiefExecutive, NewChair),
		rests(told(ages(text("success", "What it would call a success, in its own words."))), NewChiefExecutive, NewChair),
	),
	section("capacity", "What it can spare for the partnership.",
		rests(ages(word("time_of_leads", "Whether those who lead the partnership on its side have enough time for it.", yesPartlyNo)), NewClinicalLead),
		ages(word("to_carry_changes", "Whether it has the people and money that the changes on its own side take.", yesPartlyNo)),
		ages(word("to_help", "Whether it can spare what helping the other takes without harm to itself.", yesPartlyNo)),
		ages(word("for_own_culture", "Whether time stays to look after its own staff and culture.", yesPartlyNo)),
		ages(number("concurrent_partnerships", "partnerships", upTo(1_000), "How many other improvement partnerships it is engaged in at the same time, this one not counted.")),
		ages(number("concurrent_changes", "changes", upTo(1_000), "How many other major changes it carries through at the same time.")),
	),
	told(open(list("values", "The values that it states.", text("", "A value.")))),
	open(items("objectives", "What it wants for itself, whether or not from this partnership.",
		told(text("id", "A short id that the arrangement's objectives refer to.")),
		told(text("text", "The objective.")),
	)),
	open(items("issues", "Problems that a partner would take on with it; an empty list says that there are none.",
		told(text("id", "A short id.")),
		told(text("what", "The problem.")),
		told(word("area", "What it concerns.", kinds("estate", "finance", "workforce", "quality", "governance", "technology", "reputation"))),
		money("cost", "", sum, "What putting it right would cost."),
		ages(word("plan", "Whether there is a plan to put it right.", yesPartlyNo)),
		ages(word("funded", "Whether the plan is paid for.", yesPartlyNo)),
	)),
}

var conditions = []*Field{
	told(body(text("owner", "Who sees to it, by post."))),
	told(date("due", "When it is to be met; without it, the decision, the start or a year after the start, as the source has it.")),
	word("state", "Where it stands: open, or closed once the evidence is in. A condition is taken as closed only where the rest of the document bears it out.", kinds("open", "closed")),
	told(text("note", "Anything else that whoever reads the next report has to know.")),
}

var departures = []*Field{
	told(word("kind", "What kind of departure it is: accepted (the boards carry what may come of it), mitigated (something else lessens that), deferred (it comes later than it is due) or imposed (others have decided it, and the boards cannot change it).", kinds(enum.Words(DepartureKinds)...))),
	told(text("accepted_by", "Who accepts it, by post or body, such as both boards.")),
	told(date("until", "The last day on which it holds; then it is met, or accepted anew.")),
}

var evidence = []*Field{
	word("kind", "How independent it is: independent (regulator, audit), published, board-approved, internal document, or the assertion of one party.", best(enum.Words(EvidenceKinds)...)),
	told(text("title", "Its title.")),
	told(body(text("source", "Who wrote it."))),
	date("date", "When it was written."),
	told(text("place", "The page or section.")),
	told(text("link", "Where it can be found.")),
}
