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

// objectivesNote says which of some sides' own objectives are served, and which are not.
func (j *Judgement) objectivesNote(objectives []result.Objective, sides ...Side) string {
	if len(objectives) == 0 {
		return "No objective of the partnership is told."
	}
	parts := make([]string, len(sides))
	for i, side := range sides {
		parts[i] = j.servedClause(objectives, side)
	}
	return wording.Sentence(strings.Join(parts, "; "))
}

// servedClause says which of a side's own objectives are served, and which are not.
func (j *Judgement) servedClause(objectives []result.Objective, side Side) string {
	served := map[string]bool{}
	known := 0
	for _, o := range objectives {
		if o.Serves[side.at()].Known {
			known++
		}
		for _, own := range o.Serves[side.at()].Objectives {
			served[own] = true
		}
	}
	org := j.Organisation(side)
	own := wording.Whose(proposal.NameOf(org)) + " own objectives"
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
	none := "it serves none of "
	if known < len(objectives) { // of the rest it is not told
		none = "it is not told to serve any of "
	}
	switch {
	case known == 0:
		return "whether it serves " + own + " is not told" + listed(has, lacks)
	case len(served) == 0:
		return none + own + listed(has, lacks)
	case len(has) == 0:
		return "it serves " + own
	case len(lacks) == 0:
		return "it serves " + own + listed(has, nil)
	}
	return "of " + own + " it serves " + quoted(has) + ", and not " + quoted(lacks)
}

// listed puts objectives in brackets behind those whose they are.
func listed(some, more []string) string {
	return strings.TrimSuffix(" "+wording.Bracketed(quoted(append(some, more...))), " ")
}

// quoted names objectives in their own words.
func quoted(texts []string) string {
	all := make([]string, len(texts))
	for i, t := range texts {
		all[i] = "“" + strings.TrimSuffix(t, ".") + "”"
	}
	return wording.And(all)
}
