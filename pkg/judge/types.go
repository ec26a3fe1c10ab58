package judge

import (
	"partner/pkg/rating"
	"partner/pkg/result"
)

// mostSideBySide is how many kinds of partnership are rated side by side.
const mostSideBySide = 4

// contested reports whether what is declared on an axis is not all that it may be.
func (a *Axis) contested() bool { return a.Declared != "" && len(a.Possible) > 1 }

// contested reports whether a document may be of several types though it declares one, or a part of one. The first
// of them is then as it declares.
func (p *Placement) contested() bool { return p.Nature.contested() || p.Scale.contested() }

// SideBySide rates a document that may be of several types, or of another form than it declares, under each of them,
// the declared one first; it is empty where one alone is possible. What is known of one counts there, whatever is
// unknown under another. Of their ends nothing is looked for that gives them.
func SideBySide(j *Judgement) []result.UnderType {
	all := []result.UnderType{}
	forms := []string{""} // as many as are known apart
	if j.Placement.Form.contested() {
		forms = j.Placement.Form.Possible
	}
	if len(j.Types)*len(forms) < 2 {
		return all
	}
	for i := range j.Types {
		for n, form := range forms {
			if len(all) == mostSideBySide {
				return all
			}
			t := &j.Types[i]
			r := j.Rate(Reading{Under: &t.Type})
			x := result.UnderType{Type: j.titled(t.Type), Declared: i == 0 && n == 0 && (len(j.Types) == 1 || j.Placement.contested())}
			if form != "" {
				r = j.Otherwise(j.Doc, j.Placement.As(t.Type, form)).Claimed
				x.Form = result.Word{ID: form, Title: TitleOn(&j.Cat.Typology, j.Placement.Form.ID, form)}
			}
			x.Overall, x.Verdict = j.overall(r.Whole), j.VerdictClause(r.Verdict, j.Timing.Stage)
			all = append(all, x)
		}
	}
	return all
}

// Under judges the document as being of one of the types that it may be of, and of no other.
func (j *Judgement) Under(t Type) *Judgement {
	p := j.Placement
	p.Nature.Possible, p.Scale.Possible = []string{t.Nature}, []string{t.Scale}
	return Assume(j.Doc, j.Cat, j.Timing.Asked, p)
}

// Titled gives a type as reports name it.
func (j *Judgement) Titled(t Type) string { return j.titled(t).Title }

// titled gives a type with its title.
func (j *Judgement) titled(t Type) result.Word {
	w := result.Word{ID: t.ID(), Title: t.ID()}
	if known := j.Cat.Typology.Type(w.ID); known != nil {
		w.Title = known.Title
	}
	return w
}

// counted gives the ratings over several types with what is known of the declared one, which comes first.
func (j *Judgement) counted(over rating.Rated, each []rating.Rated) rating.Rated {
	if len(each) > 1 && j.Placement.contested() {
		over.CountAs(&each[0])
	}
	return over
}
