package front_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/result"
)

const (
	head = "partner: 1\ntitle: Marl and Hob\nas_of: 2026-10-01\norganisations:\n  marl: {name: Marl%s}\n  hob: {name: Hob%s}\n"
	both = "arrangement: {nature: voluntary, brokered_by: organisations, scale: structural, extent: many-services, constituted: by-contract, form: contract, outcome: contract-between-two%s}\n"
)

// merger is what is said of both where they become one.
const merger = "arrangement: {nature: voluntary, brokered_by: organisations, scale: structural, extent: whole-organisation, constituted: by-legal-change, form: merger, outcome: new-organisation%s}\n"

// assessed assesses the text of a proposal.
func assessed(t *testing.T, text string) *result.Result {
	t.Helper()
	doc, wrong := proposal.Read("test.yaml", []byte(text), fstest.MapFS{})
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return assess.Assess(doc, assessments.Catalogue())
}

// answered answers each criterion that rates with one word.
func answered(t *testing.T, text, answer string) *result.Result {
	t.Helper()
	text += "answers:\n"
	for _, c := range assessed(t, strings.TrimSuffix(text, "answers:\n")).Criteria {
		if c.Kind.Rated() {
			text += fmt.Sprintf("  %s: %s\n", c.ID, answer)
		}
	}
	return assessed(t, text)
}

// TestPagesSay: what stands on the page of documents that state little, or one thing throughout.
func TestPagesSay(t *testing.T) {
	plain := fmt.Sprintf(head, "", "") + fmt.Sprintf(both, "")
	buddies := "arrangement: {nature: mandated, brokered_by: regulator, scale: individual, extent: few-people, form: buddying, outcome: one-helps-other, roles: {supporter: marl, supported: hob}%s}\n"
	for _, c := range []struct {
		name       string
		r          *result.Result
		says, nots []string
	}{
		{"all set aside", answered(t, plain, "{is: not-applicable, because: Does not arise here.}"),
			[]string{"things that would count are set aside as not applicable", "and nothing is known of the rest", "the reason for each is “does not arise here”"}, []string{"Nothing told speaks against", "nothing told speaks against"}},
		{"all in part", answered(t, plain, "partly"),
			[]string{"not yet; of the", "none is wholly in place, and none wholly missing", "1 Only in part: the time and money needed were estimated"}, []string{"nothing told speaks against", "Yes"}},
		{"all no", answered(t, plain, "no"),
			[]string{"no, as it stands: time or money needed not estimated"}, []string{"The two began it themselves.", "a for it"}},
		{"half a no", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", resources: {time_estimated: no}")),
			[]string{"1 The time or money needed was not estimated"}, []string{"At most in part"}},
		{"neither has problems", assessed(t, fmt.Sprintf(head, ", issues: []", ", issues: []")+fmt.Sprintf(both, "")),
			[]string{"Inherited problems are costed, planned for and funded: there are none."}, nil},
		{"a worst word that is not rated", assessed(t, fmt.Sprintf(head, "", ", finance: {position: distressed, surplus_m: -4}")+fmt.Sprintf(buddies, ", governance: {reflection: never}")),
			[]string{"Hob cannot go on without financial support, with a deficit of £4m (not rated here).", "No regular time is set aside to review progress together. Not rated here."}, nil},
		{"one weak sign", assessed(t, fmt.Sprintf(head, "", ", capacity: {to_carry_changes: yes}")+fmt.Sprintf(buddies, ", constituted: by-contract")),
			[]string{"Does not fit: constituted by contract, which by itself points to structural; the other facts outweigh it, and it is taken as individual", "Hob has the resources to make the changes."}, []string{"RATED AS EACH KIND"}},
		{"several kinds", assessed(t, fmt.Sprintf(head, "", ", capacity: {to_carry_changes: yes}")+strings.Replace(fmt.Sprintf(buddies, ""), "nature: mandated", "nature: voluntary", 1)),
			[]string{"RATED AS EACH KIND THAT IT MAY BE", "Voluntary, individual (declared): ", "Mandated, individual: "}, nil},
		{"at best amber-red", assessed(t, fmt.Sprintf(head, ", capacity: {concurrent_partnerships: 3}", ", capacity: {to_carry_changes: no, concurrent_partnerships: 3}")+
			fmt.Sprintf(buddies, ", resources: {time_estimated: no, money_estimated: no}, measures: {timely: no}, environment: {expectations: simplistic, reporting: distracting}")+"answers: {mi-time-to-engage: no, mi-stay-connected: no, mi-prioritised: no, first-promises-kept: no, effect-separable: no}\n"),
			[]string{"no, as it stands and at best amber-red, as 10 of the", "known are not met"}, nil},
		{"long since", assessed(t, fmt.Sprintf(head, ", finance: {position: strong}", ", finance: {position: deficit}")+fmt.Sprintf(both, ", timeline: {decision: 2015-03-01, starts: 2015-06-01}, governance: {agreement: {status: signed}}")),
			[]string{"Decided on 1 March 2015, eleven years ago; started on 1 June 2015. The agreement is signed.", "Hob is in deficit."}, []string{"before 1 March", "yes, as far as told"}},
		{"what comes with it", assessed(t, fmt.Sprintf(head, "", ", issues: [{what: Old boilers, cost_gbp_m: 12, plan: yes}]")+"arrangement: {nature: voluntary, form: acquisition, roles: {acquirer: marl, acquired: hob}}\n"),
			[]string{"Old boilers at Hob, £12m, come with it: planned, no funding told."}, nil},
		{"a problem in a sentence", assessed(t, fmt.Sprintf(head, "", ", issues: [{what: The delays are not recorded, plan: no}, {what: A wing that is shut, plan: no}]")+"arrangement: {nature: voluntary, form: acquisition, roles: {acquirer: marl, acquired: hob}}\n"),
			[]string{"What comes with Hob: the delays are not recorded: not planned, no funding told.", "A wing that is shut at Hob comes with it: not planned"}, []string{"recorded at Hob"}},
		{"a reason of a section", assessed(t, fmt.Sprintf(head, "", ", finance: {position: deficit, surplus_m: -2, because: The roof fell in.}")+fmt.Sprintf(both, "")),
			[]string{"Hob is in deficit by £2m: the roof fell in."}, nil},
		{"what went badly", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", history: [{what: Flu clinics, kind: shared-care, scale: small, outcome: good}, {what: A shared rota, kind: project, scale: small, outcome: {is: poor, because: The bills went unpaid.}}]")),
			[]string{"A shared rota went badly: the bills went unpaid."}, []string{"Trust rests on past joint work", "earlier joint work went well"}},
		{"what went badly, nobody says why", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", history: [{what: A shared rota, kind: project, scale: small, outcome: poor}]")),
			[]string{"A shared rota went badly."}, nil},
		{"what went badly, with a clause", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", history: [{what: 'The bid of 2025, which both paid for', kind: project, scale: small, outcome: poor}]")),
			[]string{"The bid of 2025, which both paid for, went badly."}, nil},
		{"a plan in part", assessed(t, fmt.Sprintf(head, "", ", issues: [{what: Old debt, cost_m: 2, plan: partly}, {what: Old boilers, cost_m: 1, plan: no}]")+fmt.Sprintf(both, "")),
			[]string{"£3m taken on, none wholly planned for"}, []string{"none planned for"}},
		{"whose objectives are served", assessed(t, fmt.Sprintf(head, ", objectives: [{id: one, text: Shorter waits}]", "")+fmt.Sprintf(both, ", objectives: [{text: One list, serves: {marl: [one]}}]")),
			[]string{"One objective; one for Marl, whether for Hob not told"}, []string{"none for Hob"}},
		{"an owner written small", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, "")+"conditions: {formal-agreement: {owner: company secretary, state: open}}\n"),
			[]string{"Company secretary: the signed agreement"}, nil},
		{"a reason that begins with a name", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", alternatives: [{form: do-nothing, why_not: Elmbridge closes its ward.}]")),
			[]string{"For acting: yes: Elmbridge closes its ward."}, nil},
		{"a sentence that went badly", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", history: [{what: A merger was given up when the chairs fell out, kind: project, scale: large, outcome: poor}]")),
			[]string{"A merger was given up when the chairs fell out: it went badly."}, []string{"fell out went"}},
		{"what people need, beside the ground to act", assessed(t, fmt.Sprintf(head, "", ", quality: {special_measures: yes, regulator_rating: inadequate}")+fmt.Sprintf(buddies, ", rationale: {patient_need: Thirteen mothers died.}, risks: [{what: The unit closes, of: not-doing, impact: high}]")),
			[]string{"For acting: yes; Hob is in special measures and is rated inadequate; thirteen mothers died.", "a Not done: the unit closes; impact high."}, []string{"b Thirteen mothers"}},
		{"what people need, behind what happens otherwise", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", rationale: {patient_need: Two patients died on the way to another hospital., text: The contract ends.}, risks: [{what: The unit closes, of: not-doing, impact: high}]")),
			[]string{"a Not done: the unit closes; impact high.", "b Two patients died on the way to another hospital."}, []string{"c The contract ends"}},
		{"what approvals hang on", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(merger, ", environment: {approvals: [{body: Care Quality Commission, planned: no, status: {is: applied-for, because: It finds that patients lose choice.}}, {body: Monitor, planned: yes, status: {is: granted, because: on condition that the Lister opens first}}]}")),
			[]string{"Approvals, their timescales or conflicts are not planned for: Care Quality Commission, applied for: it finds that patients lose choice.", "Approval is granted by Monitor: on condition that the Lister opens first."}, []string{"not given yet"}},
		{"what an approval hangs on that is planned for", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", environment: {approvals: [{body: Monitor, planned: yes, status: {is: applied-for, because: Its findings are due in May.}}]}")),
			[]string{"Monitor's approval is applied for, and not given yet: its findings are due in May."}, nil},
		{"a problem with a clause of its own", assessed(t, fmt.Sprintf(head, "", ", issues: [{what: 'A police inquiry, opened in June', area: reputation, plan: no}]")+fmt.Sprintf(merger, "")),
			[]string{"What comes with Hob: a police inquiry, opened in June: not planned, no funding told."}, []string{"June at Hob"}},
		{"known by half alone", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", history: [{what: A shared rota, kind: project, scale: small, outcome: poor}]")),
			[]string{"not yet; nothing that counts is wholly known"}, []string{"of the 0 things"}},
		{"a reason of few words", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, "")+"answers: {commitment-estimated: {is: yes, because: due diligence of 2021}}\n"),
			[]string{"The time and money needed were estimated before deciding: due diligence of 2021."}, []string{" Due diligence of 2021."}},
		{"a role without its article", assessed(t, fmt.Sprintf(head, ", stance: {looking_for_partner: no}", "")+strings.NewReplacer("voluntary", "mandated", "new-organisation", "one-absorbed", "form: merger", "form: acquisition, roles: {acquirer: marl, acquired: hob}").Replace(fmt.Sprintf(merger, ""))),
			[]string{"Marl not looking for a partner"}, []string{"supporter not looking"}},
		{"nothing left at the end of the year", assessed(t, fmt.Sprintf(head, ", finance: {position: balanced, surplus_gbp_m: 0}", "")+fmt.Sprintf(both, "")),
			[]string{"Marl's finances are balanced, with neither surplus nor deficit."}, []string{"£0m"}},
		{"a board that is behind it only in part", assessed(t, fmt.Sprintf(head, ", board: {backs_this_partner: {is: partly, because: It wants the money first.}}", "")+fmt.Sprintf(both, ", environment: {reporting: {is: distracting, because: Forms take a day a week.}}")),
			[]string{"1 Marl's board backs this partner only in part: it wants the money first.", "2 Reporting to outside bodies distracts from the work"}, nil},
		{"a sentence that went badly, and why", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", history: [{what: Marl left a shared procurement, kind: project, scale: small, outcome: {is: poor, because: The savings were disputed.}}]")),
			[]string{"Marl left a shared procurement: it went badly. The savings were disputed."}, []string{"procurement went"}},
		{"a cost that nobody is named to pay", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", resources: {cost_m: 2, funding: []}")),
			[]string{"£2m is needed: no source of it is named."}, []string{"nobody's"}},
		{"on what agreed money hangs", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", resources: {cost_m: 2, funding: [{from: Marl, amount_m: 1, status: agreed, because: Marl may leave once it has paid a million.}]}")),
			[]string{"£2m is needed: £1m is agreed and £1m is nobody's. Marl may leave once it has paid a million."}, nil},
		{"one misfit stands with both its halves", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, "")+"answers: {key-people-trust: {views: {marl: yes, hob: {is: partly, because: People at Hob expect that all of emergency surgery and a good part of what is planned goes to the larger of the two.}}}}\n"),
			[]string{"! The key people are identified and trust each other: Marl says yes; Hob says partly, as people at Hob expect"}, []string{"Does not fit"}},
		{"values that differ are named", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", culture: {values_aligned: partly, differing_values: [whether districts should exist]}")),
			[]string{"Only in part: key values are similar where the project touches them: whether districts should exist."}, nil},
		{"a benefit that needs a later step is named", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", benefits: [{what: One theatre, needs_later_step: yes}, {what: One rota}]")),
			[]string{"1 of the two benefits listed needs a later step: one theatre."}, nil},
		{"a figure says of what", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", benefits: [{what: Consultants on the ward, measure: hours a week, baseline: \"60\", target: \"98\", by: 2028-04}]")),
			[]string{"Consultants on the ward (hours a week): 60 to 98 by April 2028."}, nil},
		{"what is shared is asked where something waits for it", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", governance: {agreement: {terms: {is: unclear, because: Who carries an overspend is left blank.}}}")),
			[]string{"? What would the two share, services, sites, both or neither?"}, nil},
		{"what has its own reason comes before what each pays", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ", resources: {money_estimated: {is: unknown, because: \"Marl's actuary has not reported.\"}, funding: [{from: both boards, kind: transition, amount_m: 2, status: agreed}]}")),
			[]string{"? Marl's actuary has not reported. Marl's finance director"}, nil},
		{"two ideas of success are set side by side", assessed(t, fmt.Sprintf(head, ", stance: {success: One council}", ", stance: {success: Two councils}")+fmt.Sprintf(both, "")),
			[]string{"Whether the two want one thing: to Marl success is “One council”, to Hob “Two councils”"}, nil},
		{"one idea of success is no question", assessed(t, fmt.Sprintf(head, ", stance: {success: One council}", ", stance: {success: one council}")+fmt.Sprintf(both, "")),
			nil, []string{"Whether the two want one thing"}},
		{"a sum that the reason gives is given once", assessed(t, fmt.Sprintf(head, ", finance: {position: {is: deficit, because: A loss of £2m that reserves cover.}, surplus_m: -2}", "")+fmt.Sprintf(both, "")),
			[]string{"Marl is in deficit: a loss of £2m that reserves cover."}, []string{"by £2m"}},
		{"a strength of the one is no shortfall of both", assessed(t, fmt.Sprintf(head, ", finance: {position: {is: strong, because: Legacies have grown for four years.}}", ", finance: {position: balanced}")+fmt.Sprintf(merger, "")),
			nil, []string{"Legacies have grown"}},
		{"whose name ends as whose does", assessed(t, strings.Replace(fmt.Sprintf(head, ", finance: {position: strong}, board: {stability: stable}", ""), "name: Marl", "name: St Giles' NHS Trust", 1)+fmt.Sprintf(merger, "")),
			[]string{"St Giles' finances are strong; its board is stable."}, []string{"it board", "Giles''s"}},
		{"a benefit too soon is named", assessed(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(merger, ", timeline: {decision: 2026-12-01, starts: 2027-04-01, benefits_from: 2027-05}, benefits: [{what: A night rota, for: patients, measure: nights, baseline: \"1\", target: \"7\", by: 2027-05}]")),
			[]string{"Benefits are promised sooner than is realistic: a night rota by May 2027."}, nil},
	} {
		page := flat(drawn(t, c.r, 100))
		for _, s := range c.says {
			if !strings.Contains(page, s) {
				t.Errorf("%s: the page does not say %q:\n%s", c.name, s, drawn(t, c.r, 100))
			}
		}
		for _, s := range c.nots {
			if strings.Contains(page, s) {
				t.Errorf("%s: the page says %q:\n%s", c.name, s, drawn(t, c.r, 100))
			}
		}
		checkScreen(t, c.r)
	}
}

// TestWhatIsLeftOutStandsInTheReport: the lines that the page has no room for stand in the section that it names.
func TestWhatIsLeftOutStandsInTheReport(t *testing.T) {
	r := answered(t, fmt.Sprintf(head, "", "")+fmt.Sprintf(both, ""), "no")
	var b strings.Builder
	if err := text.Write(&b, outline.Report(r), text.Options{Width: 100}); err != nil {
		t.Fatal(err)
	}
	report := b.String()
	if !strings.Contains(report, "more under “In full”") || !strings.Contains(report, "more under “Conditions”") {
		t.Errorf("nothing is left out:\n%s", report)
	}
	_, in, _ := strings.Cut(report, "\nIN FULL: FOR, AGAINST, NOT TOLD")
	in, after, _ := strings.Cut(in, "\nHOW THE RATING CAME ABOUT")
	against := r.Front.Block(result.FrontAgainst)
	for _, l := range append(append([]result.FrontLine{}, against.Lines...), against.More...) {
		if !strings.Contains(flat(in), l.Mark+" "+result.FrontText(l.Text)) {
			t.Errorf("%s %s is not told in full", l.Mark, result.FrontText(l.Text))
		}
	}
	if !strings.Contains(after, "CONDITIONS THAT THE BOARDS CAN SET") {
		t.Error("no section of conditions")
	}
}

// bearing is how a line says which others bear on it.
var bearing = regexp.MustCompile(`((?:[a-z]|\d+)(?:, (?:[a-z]|\d+))*(?: and (?:[a-z]|\d+|more|\w+ more))?) (?:for|against) it`)

// counted is how a line says how many more there are.
var counted = regexp.MustCompile(`\d+ more`)

// checkReferences holds that a page refers to no line that it does not show.
func checkReferences(t failing, page string) {
	_, questions, _ := strings.Cut(page, "SIX QUESTIONS")
	for _, m := range bearing.FindAllStringSubmatch(counted.ReplaceAllString(flat(questions), "more"), -1) {
		for _, mark := range strings.FieldsFunc(m[1], func(r rune) bool { return r == ' ' || r == ',' }) {
			if mark == "more" {
				break
			}
			isMark := len(mark) == 1 && mark != "and" || strings.Trim(mark, "0123456789") == ""
			if isMark && !strings.Contains(page, "\n"+mark+" ") {
				t.Errorf("it refers to %s, which it does not show:\n%s", mark, page)
			}
		}
	}
}

// TestEachOpenEssentialIsAsked: a question of the catalogue is not taken for another that shares words with it.
func TestEachOpenEssentialIsAsked(t *testing.T) {
	r := assessed(t, fmt.Sprintf(head, ", board: {backs_this_partner: yes}", "")+"arrangement: {nature: mandated, brokered_by: regulator, scale: structural, extent: many-services, constituted: by-contract, form: contract, outcome: contract-between-two}\n")
	var asked []string
	block := r.Front.Block(result.FrontNotTold)
	for _, l := range append(append([]result.FrontLine{}, block.Lines...), block.More...) {
		asked = append(asked, result.FrontText(l.Text))
	}
	for _, want := range []string{"Whether Hob's board backs it; only Marl's is told", "Whether a joint performance board agrees, reviews and acts on the data"} {
		if !strings.Contains(strings.Join(asked, "\n"), want) {
			t.Errorf("it does not ask %q:\n%s", want, strings.Join(asked, "\n"))
		}
	}
}

// TestOrganisationsAreCalledAsPeopleCallThem: by the part of a name that is their id, unless that breaks a phrase; never with
// the kind of body behind, unless that alone tells the two apart.
func TestOrganisationsAreCalledAsPeopleCallThem(t *testing.T) {
	for _, c := range []struct{ one, two, calls, never string }{
		{"University of Help", "Other", "Help's board is unstable", "University of Help's"},
		{"Help the Aged", "Other", "Help the Aged's board is unstable", "Help's board"},
		{"The Royal Marl NHS Foundation Trust", "Other", "Royal Marl's board is unstable", "Trust's board"},
		{"Marl NHS Trust", "Marl NHS Foundation Trust", "Marl NHS Trust's board is unstable", "Marl's board"},
		{"St Giles' NHS Trust", "Other", "St Giles' board is unstable", "''"},
	} {
		r := assessed(t, fmt.Sprintf("partner: 1\ntitle: One\nas_of: 2026-10-01\norganisations:\n  help: {name: %q, board: {stability: unstable}}\n  hob: {name: %q}\n", c.one, c.two)+fmt.Sprintf(merger, ""))
		if page := flat(drawn(t, r, 100)); !strings.Contains(page, c.calls) || strings.Contains(page, c.never) {
			t.Errorf("%s: the page does not say %q, or says %q:\n%s", c.one, c.calls, c.never, drawn(t, r, 100))
		}
	}
}
