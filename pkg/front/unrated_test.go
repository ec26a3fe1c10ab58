package front_test

import (
	"strings"
	"testing"

	"partner/pkg/result"
	"partner/testdata/trial"
)

// venture is two that form a third body, and what weighs on that is said in reasons.
const venture = `title: Two laboratories
as_of: 2026-10-01
organisations:
  ash: {name: Ash, finance: {position: {is: balanced, because: Its owner has lent it £48m at eleven per cent.}}}
  birch: {name: Birch}
arrangement:
  nature: voluntary
  brokered_by: organisations
  scale: structural
  extent: many-services
  constituted: by-legal-change
  form: joint-venture
  outcome: third-body
  roles: {partners: [ash, birch]}
  history: [{what: Birch runs Ash's clinic since 2021, kind: contract, scale: small, outcome: good, since: 2021}]
  timeline: {decision: 2026-12-01, starts: {is: 2027-01-04, because: The day was set by the bank.}}
  resources: {cost_m: 9, funding: [{from: Hill Bank, amount_m: 6, status: {is: agreed, because: Only if the two stay for fifteen years.}}, {from: Birch, amount_m: 3, status: sought}]}
  leads: [{post: Pathology director, organisation: ash, kind: clinical, enough_time: {is: partly, because: He holds shares in Birch.}}]
  engagement: {plans_open: {is: partly, because: The price of a test is kept back.}}
  environment:
    approvals:
      - {body: The Treasury, status: {is: refused, because: It would stand as a public debt.}, months: 9}
      - {body: The registrar, status: not-applied-for}
      - {body: The charity's trustees, status: granted, months: 9}
  risks:
    - {what: Tax cannot be reclaimed, of: doing, likelihood: medium, impact: medium, mitigation: none, owner: none}
    - {what: Results go astray, of: doing, likelihood: high, impact: high, owner: the chief of information}
answers:
  personal-interest-aside: {is: no, because: Ash's chief executive was promised the new post.}
  boards-answerable: {is: partly, because: Nobody has said who answers for a sample that is lost on its way.}
  power-imbalance-faced: {views: {ash: yes, birch: {is: no, because: Ash has two seats in three.}}}
`

// TestReasonsAreToldWhateverTheyBearOn: what is wrong stands in the reason of an answer that rates nothing, of a word that says
// in part, or of a day; the page tells each, once, and what it is said of.
func TestReasonsAreToldWhateverTheyBearOn(t *testing.T) {
	r := trial.Text(t, venture)
	all := func(id result.FrontBlockID) string {
		var said []string
		if b := r.Front.Block(id); b != nil {
			for _, l := range append(b.Lines, b.More...) {
				said = append(said, result.FrontText(l.Text))
			}
		}
		return strings.Join(said, "\n")
	}
	against, favour, decision := all(result.FrontAgainst), all(result.FrontFor), all(result.FrontDecision)
	for _, want := range []string{
		"The Treasury's approval is refused: it would stand as a public debt.",
		"The registrar's approval has not been applied for.",
		"Leaders' own posts and power may drive the decision: Ash's chief executive was promised the new post. Not rated here.",
		"Only in part: it is clear what both boards and chief executives are accountable for: nobody has said who answers for a sample that is lost on its way. Not rated here.",
		"Pathology director: he holds shares in Birch.",
		"The price of a test is kept back.",
		"£9m is needed: £6m is agreed and £3m is sought. Hill Bank: only if the two stay for fifteen years.",
	} {
		if strings.Count(against, want) != 1 {
			t.Errorf("%q is not told once against it:\n%s", want, against)
		}
	}
	if !strings.HasPrefix(against, "The Treasury's approval is refused") {
		t.Errorf("a refused approval is not the gravest:\n%s", against)
	}
	if strings.Index(against, "Tax cannot be reclaimed") < strings.Index(against, "Results go astray") {
		t.Errorf("a risk of medium impact stands before one of high impact:\n%s", against)
	}
	for _, want := range []string{"Approval is granted by the charity's trustees.", "Birch runs Ash's clinic since 2021: went well.", "Ash's finances are balanced: its owner has lent it £48m at eleven per cent"} {
		if !strings.Contains(favour, want) {
			t.Errorf("%q is not told for it:\n%s", want, favour)
		}
	}
	if !strings.Contains(decision, "starts 4 January 2027 (the day was set by the bank)") {
		t.Errorf("the reason for the start is not told: %s", decision)
	}
	page := flat(drawn(t, r, 100))
	for _, want := range []string{"any imbalance of power is recognised and allowed for: Ash says yes; Birch says no, as Ash has two seats in three.", "no, as it stands: approval is refused by the Treasury."} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not told on\n%s", want, page)
		}
	}
	for id, told := range map[string]bool{"approval-refused": true, "approval-longer-than-left": false} {
		if found := strings.Contains(findings(r), id); found != told {
			t.Errorf("%s is found: %v", id, found)
		}
	}
}

func findings(r *result.Result) string {
	var all []string
	for _, f := range r.Findings {
		all = append(all, f.ID)
	}
	return strings.Join(all, " ")
}

// TestApprovalsThatAreNotPlannedForAreAllNamed, though one alone has a reason.
func TestApprovalsThatAreNotPlannedForAreAllNamed(t *testing.T) {
	merged := strings.NewReplacer("form: joint-venture", "form: merger", "outcome: third-body", "outcome: new-organisation",
		"body: The registrar, status: not-applied-for", "body: The registrar, planned: {is: no, because: Nobody has asked it.}",
		"body: The charity's trustees, status: granted, months: 9", "body: The charity's trustees, planned: no").Replace(venture)
	page := flat(drawn(t, trial.Text(t, merged), 100))
	if want := "The registrar's approval is not planned for, nor is the charity's trustees': nobody has asked it."; !strings.Contains(page, want) {
		t.Errorf("%q is not told on\n%s", want, page)
	}
}

// TestARiskNobodySeesToIsToldOnce: as what is against it, and not as what does not fit together too.
func TestARiskNobodySeesToIsToldOnce(t *testing.T) {
	const doc = `title: Two
as_of: 2026-10-01
organisations: {ash: {name: Ash}, birch: {name: Birch}}
arrangement: {nature: voluntary, scale: structural, form: contract, risks: [{what: The rota cannot be filled, of: doing, likelihood: high, impact: high, mitigation: none, owner: the matron}]}
`
	r := trial.Text(t, doc)
	if page := flat(drawn(t, r, 100)); strings.Count(page, "rota cannot be filled") != 1 {
		t.Errorf("the risk is not told once:\n%s", page)
	}
	if trial.Finding(r, "inconsistent-grave-risk-unmitigated-arrangement-risks-0") == nil {
		t.Error("the risk is no finding")
	}
}
