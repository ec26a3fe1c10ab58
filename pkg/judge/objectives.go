package judge

import (
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Objectives lists what the arrangement is for, and whose own objectives that serves.
func Objectives(j *Judgement) []result.Objective {
	all := []result.Objective{}
	for _, o := range j.Doc.Root.Find(paths.Objectives).Stated() {
		x := result.Objective{ID: o.At(paths.ID).Written(), Text: o.At(paths.Text).Written()}
		for _, org := range j.Doc.Organisations {
			serves := o.At(paths.Serves).Item(org.Key)
			s := result.Serving{Organisation: proposal.NameOf(org), Known: serves.Known(), Objectives: []string{}}
			if serves != nil {
				for _, ref := range serves.Items {
					s.Objectives = append(s.Objectives, objectiveText(org, ref.Word))
				}
			}
			x.Serves = append(x.Serves, s)
		}
		all = append(all, x)
	}
	return all
}

func objectiveText(org *proposal.Value, id string) string {
	if list := org.Own(paths.Aims); list != nil {
		for _, o := range list.Items {
			if o.At(paths.ID).Is(id) && o.At(paths.Text).Known() {
				return o.At(paths.Text).Written()
			}
		}
	}
	return id
}

// objectivesNote says of which sides the objectives serve their own.
func (j *Judgement) objectivesNote(objectives []result.Objective, sides ...Side) string {
	n := len(objectives)
	if n == 0 {
		return ""
	}
	var parts []string
	for _, side := range sides {
		whose := wording.Whose(proposal.NameOf(j.Organisation(side)))
		serving, known := 0, 0
		for _, o := range objectives {
			if o.Serves[side.at()].Known {
				known++
			}
			if len(o.Serves[side.at()].Objectives) > 0 {
				serving++
			}
		}
		switch {
		case known == 0:
			parts = append(parts, "whether "+whose+" own are served is not said")
		case serving == 0 && known < n:
			parts = append(parts, "none is said to serve "+whose+" own")
		case serving == 0:
			parts = append(parts, "none serves "+whose+" own")
		case n == 1:
			parts = append(parts, "it serves "+whose+" own")
		default:
			parts = append(parts, wording.Number(serving)+wording.Verb(serving, " serves ", " serve ")+whose+" own")
		}
	}
	if n == 1 {
		return wording.Sentence("one objective is named; " + wording.And(parts))
	}
	return wording.Sentence("of " + wording.Things(n, "objective") + ", " + wording.And(parts))
}

// servedNote says which of an organisation's own objectives are served, and which are not. It is empty where the
// organisation names none, or nothing is said of what serves them.
func (j *Judgement) servedNote(objectives []result.Objective, side Side) string {
	served := map[string]bool{}
	known := false
	for _, o := range objectives {
		known = known || o.Serves[side.at()].Known
		for _, own := range o.Serves[side.at()].Objectives {
			served[own] = true
		}
	}
	org := j.Organisation(side)
	var has, lacks []string
	for _, o := range org.Own(paths.Aims).Stated() {
		text := o.At(paths.Text).Written()
		switch {
		case text == "":
		case served[text]:
			has = append(has, text)
		default:
			lacks = append(lacks, text)
		}
	}
	if !known || len(has)+len(lacks) == 0 {
		return ""
	}
	s := "of " + wording.Whose(proposal.NameOf(org)) + " own objectives it serves "
	if len(has) == 0 {
		s += "none"
	} else {
		s += strings.Join(has, "; ")
	}
	if len(lacks) > 0 {
		s += "; not served: " + strings.Join(lacks, "; ")
	}
	return wording.Sentence(s)
}
