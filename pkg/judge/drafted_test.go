package judge_test

import (
	"testing"

	"partner/pkg/rating"
	"partner/testdata/trial"
)

// TestWhatIsOnlyDraftedOrPlannedIsNotDone: a draft is no agreement, a board that is planned is no board, and a post that is
// to be held from a later day is held by nobody.
func TestWhatIsOnlyDraftedOrPlannedIsNotDone(t *testing.T) {
	const (
		few       = "nature: voluntary\n  brokered_by: clinicians\n  scale: individual\n  extent: few-services\n  form: pathway\n"
		many      = "nature: voluntary\n  brokered_by: organisations\n  scale: structural\n  extent: many-services\n  constituted: by-contract\n  form: contract\n  shares: [services]\n"
		mandated  = "nature: mandated\n  brokered_by: regulator\n  scale: individual\n  extent: few-people\n  form: buddying\n"
		merger    = "nature: voluntary\n  brokered_by: organisations\n  scale: structural\n  extent: whole-organisation\n  constituted: by-legal-change\n  form: merger\n  timeline: {starts: 2027-04-01}\n"
		ofQuality = "kind: quality-oversight, members: [regulator, national-bodies]"
	)
	for _, c := range []struct {
		kind, governance, id string
		want                 rating.Status
	}{
		{few, "agreement: {status: signed}, boards: []", "sustaining-framework", rating.Met},
		{few, "agreement: {status: drafted}, boards: []", "sustaining-framework", rating.Partly},
		{few, "agreement: {status: planned}, boards: []", "sustaining-framework", rating.NotMet},
		{few, "agreement: {status: none}, boards: [{kind: service-links, status: agreed}]", "sustaining-framework", rating.Met},
		{few, "agreement: {status: none}, boards: [{kind: service-links, status: planned}]", "sustaining-framework", rating.NotMet},
		{many, "project_management: shared, boards: [], agreement: {status: signed}", "shared-project-management", rating.Met},
		{many, "project_management: shared, boards: [], agreement: {status: drafted}", "shared-project-management", rating.Partly},
		{many, "boards: [{kind: joint-performance, status: agreed, acts_on_data: yes}]", "joint-performance-board", rating.Met},
		{many, "boards: [{kind: joint-performance, status: agreed, acts_on_data: no}]", "joint-performance-board", rating.Partly},
		{many, "boards: [{kind: joint-performance, status: planned, acts_on_data: yes}]", "joint-performance-board", rating.NotMet},
		{many, "boards: [{kind: joint-board, status: planned, acts_on_data: yes}]", "joint-performance-board", rating.NotMet},
		{many, "boards: [{kind: joint-management, status: agreed}]", "complacency-guarded", rating.Partly},
		{many, "boards: [{kind: joint-management, status: planned}]", "complacency-guarded", rating.NotMet},
		{many, "boards: [{kind: compliance-meeting, status: planned, meets: monthly}]", "monthly-meeting", rating.NotMet},
		{mandated, "boards: [{" + ofQuality + ", status: agreed}]", "oversight-committee", rating.Met},
		{mandated, "boards: [{" + ofQuality + ", status: planned}]", "oversight-committee", rating.NotMet},
		{mandated, "boards: [{" + ofQuality + ", status: planned}]", "regulator-on-board", rating.NotMet},
		{mandated, "boards: [{" + ofQuality + ", status: agreed}]", "regulator-on-board", rating.Partly},
		{merger, "joint_posts: [{post: chair, since: 2026-04-01}]", "joint-leadership-first", rating.Met},
		{merger, "joint_posts: [{post: chair, since: 2027-01-01}]", "joint-leadership-first", rating.Partly},
		{merger, "joint_posts: []", "joint-leadership-first", rating.NotMet},
	} {
		r := trial.Text(t, "as_of: 2026-10-01\norganisations: {north: {}, south: {}}\narrangement:\n  "+c.kind+"  governance: {"+c.governance+"}\n")
		if got := r.Criterion(c.id); got == nil || got.Status != c.want {
			t.Errorf("%s with %s: %v, not %s", c.id, c.governance, got, c.want)
		}
	}
}
