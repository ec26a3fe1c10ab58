package front_test

import (
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
)

// TestTheGravestIsOnTheFirstScreen of partnerships outside health: two colleges, a charity that runs a council's venues
// under a contract, a room that two fire authorities share, two fire services that become one, two
// housing associations, two councils under one chief executive, and a hospice, ambulances, a joint venture, secure care, pathology with a company, a heart hospital, a maternity service after deaths, and a cancer centre that goes from one trust to another, beside the usual ones. However narrow the page,
// what stands first of it stays, and the gravest sum.
func TestTheGravestIsOnTheFirstScreen(t *testing.T) {
	gravestSum := map[string]string{
		"colleges":     "2 The science block's roof at Ashdon, £6.4m, comes with it: planned, not funded; nearly two thirds of Withy's yearly turnover and 64 times its yearly surplus.",
		"venues":       "£2.8m, comes with it: not planned, not funded; nearly half of Calder's yearly turnover",
		"fire-merger":  "3 Pension payments owed after the remedy at Tidewell, £6.5m, come with it: not planned, not funded; nearly a fifth of Harrowmoor's yearly turnover",
		"housing":      "1 What comes with Quarry Bank: 410 homes have an overdue gas or electrical check, £0.7m: planned, not funded; a quarter of Tarn's yearly surplus",
		"control-room": "£5.2m is needed: £1m is agreed, £2m is sought and £2.2m is nobody's.",
	}
	for name, says := range map[string][]string{
		"colleges": {
			"1 Withy's students leave for the city: impact high; no mitigation and no owner.",
			"2 The science block's roof at Ashdon, £6.4m, comes with it: planned, not funded; nearly two thirds of Withy's yearly turnover and 64 times its yearly surplus.",
			"3 Pension contributions owed at Ashdon, £2.2m, come with it: not planned, not funded; a fifth of Withy's yearly turnover",
			"4 £3.1m is needed: £1.5m is agreed and £1.6m is refused.",
			"5 Ashdon is in deficit by £1.9m",
		},
		"venues": {
			"1 Brinsley's board does not back this partner",
			"2 The charity's reserves are drained: likelihood and impact high; no mitigation and no owner.",
			"one run by the other under contract, a voluntary organisation and a council",
			"£2.8m, comes with it: not planned, not funded; nearly half of Calder's yearly turnover",
			"£0.9m is needed: none of it is agreed, £0.4m is sought and £0.5m is nobody's.",
			"Brinsley cannot go on without financial support, with a deficit of £7.5m",
		},
		"fire-merger": {
			"! The key people are identified and trust each other: Harrowmoor says no, as the control room was given up over our heads; Tidewell says partly",
			"One departure does not count: data will show its impact (until 31 October 2026, passed).",
			"1 Retained crews resign when stations are reviewed: likelihood and impact high; no mitigation and no owner.",
			"2 Approvals, their timescales or conflicts are not planned for: both county councils.",
			"3 Pension payments owed after the remedy at Tidewell, £6.5m, come with it: not planned, not funded; nearly a fifth of Harrowmoor's yearly turnover",
			"4 A training centre that is condemned at Tidewell, £3.2m, comes with it: planned at best in part, not funded",
			"1 By 29 January, both monitoring officers: the signed agreement",
		},
		"control-room": {
			"Moorland Fire Authority says yes; Coast says no",
			"nobody has said who takes calls if the one room fails.",
			"A failed cut-over leaves calls unanswered: impact high; no mitigation.",
			"£5.2m is needed: £1m is agreed, £2m is sought and £2.2m is nobody's.",
		},
		"ambulance": {
			"Does not fit: category 2 response times fall: worse than before, 58 minutes in July 2026 then and 61 minutes in October 2026; it is to be 30 minutes.",
			"1 Decided though the time or money needed was not estimated before deciding.",
			"2 Fenmoor's board does not back this partner (not rated here): the chair has written to the regulator that the board was not asked.",
			"Two benefits, each measured and dated; one has got worse",
		},
		"hospice": {
			"For acting: yes, insolvency in May 2027.",
			"with a deficit of £1.1m: reserves last until May 2027",
			"backs this partner only in part: four of the ten trustees resigned over it in October 2026.",
			"? Whether the dates promised for benefits are realistic both strategy leads",
			"1 Finance director: each organisation's list of its problems, checked by the other",
			"£6.5m taken on, none wholly planned for",
		},
		"housing": {
			"£0.7m taken on, planned for, not funded",
			"For acting: yes; Quarry Bank performs poorly: the ombudsman found severe maladministration in three complaints of damp.",
			"1 What comes with Quarry Bank: 410 homes have an overdue gas or electrical check, £0.7m: planned, not funded; a quarter of Tarn's yearly surplus and over a fiftieth of its yearly turnover.",
		},
		"heart-hospital": {
			"1 What comes with Marlfield & Oakhanger: the Marlfield Lane site is to be sold and the hospital rebuilt at St Giles', £1bn: planned in part, not funded; nearly two thirds of St Osyth's and St Giles' yearly turnover",
			"of the three benefits listed needs a later step: children have all specialties on one site.",
			"board is changing: the chief executive retires when the merger takes effect and the chair with him.",
		},
		"shared-officers": {
			"£0.6m is needed: no source of it is named.",
			"Whether the two want one thing: to Avershire County Council success is “One council in Avershire in the end”, to Tarrow “A strong district that stays a district”",
			"1 Tarrow's board backs this partner only in part: council voted 25 to 17 on 21 May",
		},
		"secure-care": {
			"People placed far from home: worse than before, 71 then and 78 in August 2026; it is to be 20.",
			"Something is said to have been reached, and the partnership has yet to start.",
			"3 What comes with St Alkmund's Care: the coroner's report on two deaths at Kinver Lodge says that observation records were falsified: planned in part, no funding told.",
			"4 What comes with Thornbury: an out-of-area overspend of £6.3m in the delegated budget: planned in part, not funded;",
		},
		"pathology": {
			"no, as it stands: approval is refused by HM Treasury.",
			"1 HM Treasury's approval is refused: the debt would stand on the public balance sheet.",
			"Labora UK: Conditional on exclusivity for fifteen years.",
			"c Labora runs Ashcombe's genetics since 2021: went well.",
			"The laboratory information system is not joined by the start and results go astray: likelihood and impact high; no mitigation told.",
		},
		"maternity": {
			"is in special measures and is rated inadequate; thirteen mothers died between 2006 and 2025.",
			"2 Eastholme needs its midwives itself in the second wave: likelihood and impact high; no mitigation and no owner.",
			"the review of 1,862 families, in which mothers and babies died: planned in part, funded in part.",
			"£1.4m is needed: £0.5m is agreed and £0.9m is nobody's.",
		},
		"cancer-centre": {
			"no, as it stands: approval is refused by HM Treasury.",
			"1 HM Treasury's approval is refused.",
			"two died on the way in 2021.",
			"St Hilda's board backs this partner only in part: the board resolved in January that it will not take the centre on without the £220m",
			"£233m is needed: £5m is agreed, £220m is sought and £8m is nobody's.",
		},
		"urgent-treatment": {
			"1 Neither partner's indemnity covers nurses who prescribe at the other's centre: likelihood and impact high; no mitigation; no owner told.",
			"one objective; it serves neither's own",
			"None of the six kinds needed is in place, three begun, two not told",
		},
	} {
		page := flat(drawn(t, assess.Assess(read(t, "../../testdata/elsewhere/"+name+".yaml"), assessments.Catalogue()), 100))
		for _, s := range says {
			if !strings.Contains(page, s) {
				t.Errorf("%s: the page does not say %q:\n%s", name, s, page)
			}
		}
		narrow := flat(drawn(t, assess.Assess(read(t, "../../testdata/elsewhere/"+name+".yaml"), assessments.Catalogue()), 80))
		for _, s := range says {
			stays := strings.HasPrefix(s, "1 ") || strings.HasPrefix(s, "! ") || s == gravestSum[name]
			if stays && !strings.Contains(narrow, s) {
				t.Errorf("%s: at 80 columns the page does not say %q:\n%s", name, s, narrow)
			}
		}
	}
}
