package judge

import (
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// Refused gives who has refused an approval that the partnership needs; where one organisation says so and the other does not,
// that is not among them.
func (j *Judgement) Refused() []string {
	var bodies []string
	for _, a := range j.Doc.Root.Find(paths.Approvals).Stated() {
		if refused(a) == rating.Views(rating.NotMet, rating.NotMet) {
			bodies = append(bodies, wording.Given(a.At(paths.Body).String())...)
		}
	}
	return bodies
}

// refusals are how refused approvals enter the ratings: like an essential that was not met in time they count nowhere, no
// single change meets them, and no verdict is ready over them, for what needs an approval cannot take effect without it.
func (j *Judgement) refusals() []rating.Entry {
	var all []rating.Entry
	for _, a := range j.Doc.Root.Find(paths.Approvals).Stated() {
		if item := refused(a); item.Worse == rating.NotMet {
			item.Gate, item.Watchpoint = true, true
			all = append(all, rating.Entry{Item: item})
		}
	}
	return all
}

// refused is an approval as an essential: not met where it is refused, and met as far as that is all that is asked of it.
func refused(approval *proposal.Value) rating.Item {
	status := approval.At(paths.Status)
	if status == nil || len(status.Views) == 0 {
		return rating.Views(granted(status), granted(status))
	}
	views := [2]rating.Status{rating.Met, rating.Met}
	for i, v := range status.Views {
		views[i] = granted(v)
	}
	return rating.Views(views[0], views[1])
}

func granted(status *proposal.Value) rating.Status {
	if status.Is("refused") {
		return rating.NotMet
	}
	return rating.Met
}
