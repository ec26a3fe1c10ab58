package judge

import (
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Told gives what of the document is told whole, entry by entry, in the order of the questions that tell it.
func Told(j *Judgement) []result.Told {
	all := []result.Told{}
	for i := range j.Cat.Questions {
		q := &j.Cat.Questions[i]
		for _, t := range q.Tells {
			x := result.Told{Path: t.At, Title: t.Title, Question: q.ID, Entries: j.entries(j.Doc.Root.Find(paths.Path(t.At)))}
			if len(x.Entries) > 0 {
				all = append(all, x)
			}
		}
	}
	return all
}

// entries are the entries of a place: what a list holds, the two organisations, or the place itself.
func (j *Judgement) entries(at *proposal.Value) []result.Entry {
	if at == nil {
		return nil
	}
	of := []*proposal.Value{at}
	switch {
	case at.Field.Kind == proposal.Organisations:
		of = j.Doc.Organisations[:]
	case at.Field.Kind == proposal.Items && len(at.Items) > 0:
		of = at.Stated()
	}
	var all []result.Entry
	for _, v := range of {
		e := result.Entry{Path: v.Path(), Place: v.Pos, Says: []result.Said{}}
		j.entry(v, "", &e.Says)
		if len(e.Says) > 0 || v == at && v.Known() {
			all = append(all, e)
		}
	}
	return all
}

// entry adds what an entry says: leaf by leaf, each list within it in one line. The problems of an organisation are
// told where the other would take them on.
func (j *Judgement) entry(v *proposal.Value, label string, all *[]result.Said) {
	add := func(label, value, because string) {
		if value != "" {
			*all = append(*all, result.Said{Label: label, Value: value, Because: because})
		}
	}
	switch {
	case v.Field.Leaf() && len(v.Views) > 0:
		for _, view := range v.Views {
			add(label+", as "+j.NameOf(view.Key)+" states it", j.value(view), reasonBeside(view))
		}
	case v.Field.Leaf():
		add(label, j.value(v), reasonBeside(v))
	case v.Field.Kind == proposal.Items && label != "":
		texts := []string{}
		for _, item := range v.Stated() {
			texts = append(texts, briefly(item))
		}
		if len(texts) == 0 && v.Known() && len(v.Items) == 0 {
			texts = append(texts, "none")
		}
		add(label, strings.Join(texts, "; "), v.Because)
	default:
		v.Each(func(w *proposal.Value) {
			if w.Key != string(paths.Issues) {
				j.entry(w, strings.TrimSpace(label+" "+labelOf(w.Key)), all)
			}
		})
		add(strings.TrimPrefix(label+", why", ", "), v.Because, "")
	}
}

// reasonBeside is why the document says of a leaf what it says; of what is not known the value itself tells it.
func reasonBeside(v *proposal.Value) string {
	if v.State == proposal.Unknown && v.Half() == "" {
		return ""
	}
	return v.Because
}

// labelOf is a key in plain words, without the unit; the text of a section needs none.
func labelOf(key string) string {
	if key == string(paths.Text) {
		return ""
	}
	return strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(key, "_m"), "_gbp"), "_", " ")
}

// value is what a leaf says, in words: a date, a sum, the name of an organisation; and of what is not known why, where that
// is stated.
func (j *Judgement) value(v *proposal.Value) string {
	if v != nil && v.State == proposal.Unknown && v.Half() == "" && v.Because != "" {
		return "not known, as the document has it: " + strings.TrimSuffix(v.Because, ".")
	}
	if v == nil || v.State != proposal.Given {
		return v.Written()
	}
	switch f := v.Field; {
	case f.Kind == proposal.Date:
		return v.InWords()
	case f.Kind == proposal.Number && strings.HasPrefix(f.Unit, "£m"):
		amount, less := strings.CutPrefix(v.Word, "-")
		said := wording.Symbol(j.Doc.Currency()) + amount + "m" + strings.TrimPrefix(f.Unit, "£m")
		if less {
			return "minus " + said
		}
		return said
	case f.Kind == proposal.Word || f.Kind == proposal.List && f.Of.Kind == proposal.Word:
		return strings.ReplaceAll(v.Written(), "-", " ")
	case f.Kind == proposal.Reference && f.RefTo == string(paths.Organisations):
		return j.NameOf(v.Word)
	}
	return v.Written()
}

// briefly is an entry within another, by the first thing that it says, with its id.
func briefly(item *proposal.Value) string {
	text, id := item.Written(), item.At(paths.ID).Written()
	switch {
	case text == "":
		return id
	case id != "":
		return text + " [" + id + "]"
	}
	return text
}

// toldIn gives the question under which a statement is told where its entry stands, or the part of the report that tells
// it; "" for neither.
func (j *Judgement) toldIn(v *proposal.Value) string {
	around := v.Parent
	if len(around.Views) > 0 && around.Field == v.Field {
		v, around = around, around.Parent
	}
	part, entry := around, around
	for part.Parent != nil && part.Parent.Parent != nil {
		part, entry = part.Parent, part
	}
	switch paths.Path(part.Key) {
	case paths.Catalogue, paths.Conditions, paths.Departures, paths.Evidence:
		if _, is := j.foreign(entry.Key); is {
			return ""
		}
		return part.Key
	}
	switch in := j.Cat.Reads().Told(around.Field); {
	case in != "":
		return in
	case around.Parent == nil && v.Field.Leaf():
		return "front" // the title, the day, and what the document is
	case top(v) == string(paths.Arrangement):
		return j.Cat.Reads().Told(v.Field)
	}
	return ""
}
