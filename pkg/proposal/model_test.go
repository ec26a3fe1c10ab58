package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/proposal"
)

// eachField calls visit for every field of the model, with its path.
func eachField(visit func(path string, f *proposal.Field)) {
	var each func(path string, f *proposal.Field)
	each = func(path string, f *proposal.Field) {
		visit(path, f)
		for _, c := range f.Fields {
			each(strings.TrimPrefix(path+"."+c.Key, "."), c)
		}
		if f.Of != nil {
			each(path+"[]", f.Of)
		}
	}
	each("", proposal.Model)
}

func TestModelSaysOfEachFieldWhatItsKindNeeds(t *testing.T) {
	eachField(func(path string, f *proposal.Field) {
		if f.Kind == proposal.Number && path != "partner" && f.Bounds == (proposal.Bounds{}) {
			t.Errorf("%s: any number may stand there", path)
		}
		if f.Kind != proposal.Number && (f.Bounds != (proposal.Bounds{}) || f.Unit != "") {
			t.Errorf("%s has bounds or a unit, and is no number", path)
		}
		if (f.Kind == proposal.Word) != (len(f.Words) > 0) || f.Order != proposal.NoOrder && f.Kind != proposal.Word {
			t.Errorf("%s: words or their order stand where they mean nothing", path)
		}
		if f.Ages && !f.Leaf() {
			t.Errorf("%s ages, and states nothing", path)
		}
		if len(f.Rests) > 0 && !f.Leaf() || f.Turns != "" && f.Kind != proposal.Date {
			t.Errorf("%s rests on something and states nothing, or turns something on no day", path)
		}
		if f.Open && f.Kind != proposal.List && f.Kind != proposal.Items {
			t.Errorf("%s goes on, and is no list", path)
		}
		seen := map[string]bool{}
		for _, c := range f.Fields {
			for _, key := range append(slices.Clone(c.Was), c.Key) {
				if seen[key] {
					t.Errorf("%s: two fields are or were called %q", path, key)
				}
				seen[key] = true
			}
			if c.Not != "" {
				if other := f.Field(c.Not); other == nil || other.Not != c.Key {
					t.Errorf("%s.%s has no opposite", path, c.Key)
				}
			}
		}
	})
}

// TestWhatAgesIsAState holds what was decided for the kinds of statement that a report speaks of most.
func TestWhatAgesIsAState(t *testing.T) {
	ages := map[string]bool{
		"organisations.finance.position": true, "organisations.board.stability": true, "organisations.stance.motivation": true,
		"organisations.capacity.to_help": true, "organisations.workforce.staff_survey": true, "organisations.issues.plan": true,
		"arrangement.benefits.target": true, "arrangement.risks.likelihood": true, "arrangement.environment.support.regulator_money": true,
		"organisations.size.beds": false, "organisations.quality.regulator_rating": false, "organisations.quality.special_measures": false,
		"organisations.board.chief_executive_since": false, "organisations.stance.looking_for_partner": false,
		"arrangement.history.outcome": false, "arrangement.form": false, "arrangement.timeline.decision": false,
		"arrangement.governance.agreement.status": false, "arrangement.benefits.reached": false, "arrangement.roles.acquirer": false,
	}
	found := 0
	eachField(func(path string, f *proposal.Field) {
		if want, ok := ages[path]; ok {
			found++
			if f.Ages != want {
				t.Errorf("%s ages: %v", path, f.Ages)
			}
		}
	})
	if found != len(ages) {
		t.Errorf("%d of %d fields are there", found, len(ages))
	}
}

// TestWhatTurns holds which dates overtake what was written before them, and on whom what overtakes it rests.
func TestWhatTurns(t *testing.T) {
	turns := map[string]proposal.Turn{
		"organisations.finance.year_end": proposal.NewYear, "organisations.quality.rated_on": proposal.NewRating,
		"organisations.board.chief_executive_since": proposal.NewChiefExecutive, "organisations.board.chair_since": proposal.NewChair,
		"organisations.board.clinical_lead_since": proposal.NewClinicalLead, "arrangement.leads.since": proposal.NewLead,
	}
	rests := map[string][]proposal.Turn{
		"organisations.finance.position": {proposal.NewYear}, "organisations.quality.regulator_rating": {proposal.NewRating},
		"organisations.board.stability":   {proposal.NewChiefExecutive, proposal.NewChair, proposal.NewClinicalLead},
		"organisations.stance.motivation": {proposal.NewChiefExecutive, proposal.NewChair}, "organisations.capacity.time_of_leads": {proposal.NewClinicalLead},
		"arrangement.leads.enough_time": {proposal.NewLead},
		"organisations.size.beds":       nil, "organisations.issues.cost_gbp_m": nil, "arrangement.timeline.decision": nil,
	}
	found := 0
	eachField(func(path string, f *proposal.Field) {
		if f.Turns != turns[path] {
			t.Errorf("%s turns %q, not %q", path, f.Turns, turns[path])
		}
		if want, ok := rests[path]; ok {
			found++
			if !slices.Equal(f.Rests, want) {
				t.Errorf("%s rests on %v, not %v", path, f.Rests, want)
			}
		}
	})
	if found != len(rests) {
		t.Errorf("%d of %d fields are there", found, len(rests))
	}
}

// TestHalvesAreRead holds that a half answer is kept as it is stated, and counts as unknown.
func TestHalvesAreRead(t *testing.T) {
	p, wrong := proposal.Read("p.yaml", []byte(`partner: 1
organisations: {north: {}, south: {}}
arrangement:
  culture: {values_aligned: {is: at-least-partly, because: as far as was looked}}
  engagement: {plans_open: {views: {north: at-most-partly, south: no}}}
answers: {not-rushed: at-most-partly}
`), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	arrangement := p.Root.At("arrangement")
	aligned, open, rushed := arrangement.At("culture").At("values_aligned"), arrangement.At("engagement").At("plans_open"), p.Root.At("answers").Item("not-rushed")
	if aligned.Half() != "at-least-partly" || aligned.Known() || aligned.Is("partly") || aligned.Because == "" || aligned.Written() != "at-least-partly" {
		t.Errorf("a half is read as %q, known %v", aligned.Half(), aligned.Known())
	}
	if rushed.Half() != "at-most-partly" || rushed.Known() {
		t.Errorf("a half answer is read as %q, known %v", rushed.Half(), rushed.Known())
	}
	if north := open.In("north"); north.Half() != "at-most-partly" || north.Known() || !open.In("south").Is("no") {
		t.Errorf("a view is read as %q", north.Half())
	}
	if aligned.Same(rushed) {
		t.Error("the two halves are the same")
	}
}

// TestAHalfInAViewIsKept holds that a half that an organisation's own file states stands beside what the
// other says, and is not taken for silence.
func TestAHalfInAViewIsKept(t *testing.T) {
	over, wrong := layOver(t, view("north", "answers: {b: at-least-partly, c: at-most-partly}\n"))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	answers := over.Root.At("answers")
	if got := says(answers.Item("b")); got != "no north:at-least-partly south:no" {
		t.Errorf("b: %s", got)
	}
	if c := answers.Item("c"); c.Half() != "at-most-partly" || c.Known() {
		t.Errorf("c: %s", says(c))
	}
}
