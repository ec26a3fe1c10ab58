package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Moment is where a proposal stands on its way. What is due by the latest stage counts, but for what is past
// at the earliest.
type Moment struct {
	Stage            result.Stage // unknown where it may be at several
	Earliest, Latest result.Stage // at which it may be; the two are one where that is known
}

// between gives the moment of a proposal that is at one of the stages from one to another.
func between(earliest, latest result.Stage) Moment {
	m := Moment{Earliest: earliest, Latest: latest}
	if earliest == latest {
		m.Stage = latest
	}
	return m
}

// whenever is the moment of a proposal of which nothing tells the stage: everything counts.
var whenever = between(result.ToDecide, result.Running)

// When says whether a criterion is due at a moment.
func (m Moment) When(c *catalogue.Criterion) result.When {
	switch c.Until {
	case catalogue.UntilDecision:
		if m.Earliest > result.ToDecide {
			return result.Past
		}
	case catalogue.UntilStart:
		if m.Earliest > result.ToStart {
			return result.Past
		}
	}
	return m.Due(c.Due)
}

// Due says whether what is wanted by a date is due at a moment.
func (m Moment) Due(by catalogue.Due) result.When {
	if dueAt(by) > m.Latest {
		return result.Later
	}
	return result.Now
}

// dueAt gives the first stage at which what is wanted by a date is due.
func dueAt(by catalogue.Due) result.Stage {
	switch by {
	case catalogue.BeforeDecision:
		return result.ToDecide
	case catalogue.BeforeStart:
		return result.ToStart
	case catalogue.FirstYear:
		return result.Running
	}
	return result.UnknownStage
}

// For gives the moment for another stage than that of the dates. What is due by then counts; what is past the
// dates alone say, so that no stage can be asked for to be rid of what they still ask.
func (m Moment) For(stage result.Stage) Moment {
	if stage == result.UnknownStage {
		return m
	}
	return Moment{Stage: stage, Earliest: min(m.Earliest, stage), Latest: stage}
}

// and spans two moments.
func (m Moment) and(other Moment) Moment {
	return between(min(m.Earliest, other.Earliest), max(m.Latest, other.Latest))
}

// Timing is at which moment a proposal is judged, and why.
type Timing struct {
	Moment                   // what counts
	Dated  Moment            // as the dates have it
	Asked  result.Stage      // the stage that was asked for, UnknownStage where none was
	Silent bool              // the day of the decision has passed, and nothing shows that the decision was taken
	Used   []*proposal.Value // the dates and statements that it rests on
}

// Early reports whether the stage that was asked for is earlier than the dates have it, or may have it: of a
// partnership that may be running already less would be asked than is due.
func (t *Timing) Early() bool { return t.Asked != result.UnknownStage && t.Asked < t.Dated.Latest }

// time works out the timing of a proposal from its dates, for the stage that was asked for. Where the
// organisations state something apart, it may be at whatever moment it is in the eyes of either.
func (j *Judgement) time(asked result.Stage) {
	env := logic.Environment{Doc: j.Doc, Sides: j.Cat.Typology.Sides}
	t := Timing{Asked: asked}
	t.see(j, env)
	if j.apart {
		for _, o := range j.Doc.Organisations {
			t.see(j, env.SeenBy(o.Key))
		}
	}
	t.Moment = t.Dated.For(asked)
	j.Timing = t
}

// see adds what the dates say in one view.
func (t *Timing) see(j *Judgement, env logic.Environment) {
	d := datesIn(j, env)
	m, used := d.moment()
	t.Silent = t.Silent || d.silent
	for _, v := range used {
		if v.Known() && !slices.Contains(t.Used, v) {
			t.Used = append(t.Used, v)
		}
	}
	if t.Dated != (Moment{}) {
		m = m.and(t.Dated)
	}
	t.Dated = m
}

// step is whether the day of a step has passed, as far as the dates tell.
type step uint8

const (
	open   step = iota // the date is not stated, or not exactly enough
	ahead              // the day has surely not passed
	passed             // it surely has
)

// dates are what a document says of when it is decided and when it starts, in one view.
type dates struct {
	asOf, decision, starts, progress, agreement *proposal.Value
	deciding, starting                          step
	silent                                      bool // the day of the decision passed in silence
}

// datesIn reads the dates as one looks at the document. Whether the day of the decision passed in silence, the
// catalogue's own rule says.
func datesIn(j *Judgement, env logic.Environment) dates {
	find := func(p paths.Path) *proposal.Value { return j.Doc.Root.Find(p).In(env.View) }
	d := dates{
		asOf: find(paths.AsOf), decision: find(paths.Decision), starts: find(paths.Starts),
		progress: find(paths.Progress), agreement: find(paths.AgreementStatus),
	}
	if !isDate(d.starts) && d.began() {
		d.starts = find(paths.RunsSince)
	}
	if isDate(d.asOf) && isDate(d.decision) {
		switch { // on the day itself the boards are about to decide
		case d.asOf.To <= d.decision.From:
			d.deciding = ahead
		case d.decision.To < d.asOf.From:
			d.deciding = passed
		}
	}
	if isDate(d.asOf) && isDate(d.starts) {
		switch { // on the day itself it has begun
		case d.asOf.To < d.starts.From:
			d.starting = ahead
		case d.starts.To <= d.asOf.From:
			d.starting = passed
		}
	}
	d.silent = env.Eval(j.Cat.ConsistencyRule(catalogue.DecisionDayPassed).When, nil) == logic.True
	return d
}

func isDate(v *proposal.Value) bool { return v != nil && v.State == proposal.Given }

// The words for how far a partnership has got.
const (
	proposed = "proposed"
	decided  = "decided"
	underWay = "running"
	ended    = "ended"
)

// began reports whether the document says that it runs, or did.
func (d *dates) began() bool { return d.progress.Is(underWay) || d.progress.Is(ended) }

// moment says where the dates have the proposal stand, and what that rests on. A decision of which the day has
// passed in silence is still to be taken. Where it is not told whether one of the steps was taken, both stages
// stay possible.
func (d *dates) moment() (Moment, []*proposal.Value) {
	taken := d.progress.Is(decided) || d.began()
	switch {
	case d.deciding == ahead || d.silent:
		return between(result.ToDecide, result.ToDecide), []*proposal.Value{d.asOf, d.decision}
	case d.progress.Is(proposed):
		return between(result.ToDecide, result.ToDecide), []*proposal.Value{d.progress}
	case d.starting == passed:
		return between(result.Running, result.Running), []*proposal.Value{d.asOf, d.starts}
	}
	earliest, latest := result.ToStart, result.Running
	if d.starting == ahead {
		latest = result.ToStart
	}
	used := []*proposal.Value{d.asOf, d.decision, d.starts, d.progress}
	switch {
	case taken:
	case d.deciding == passed: // and not in silence
		used = append(used, d.agreement)
	default:
		earliest = result.ToDecide
	}
	return between(earliest, latest), used
}

// Without reports whether a criterion is an essential that was known not to be in place when the step was taken
// that it was for: it is past, and stays against the partnership.
func (c *Criterion) Without() bool {
	return c.When == result.Past && c.Gate() && c.Standing.Status().Lower() == rating.NotMade
}
